"""A child's marks: a period, a subject, final marks, charts."""

import asyncio
from collections.abc import Callable

from bots.family.screens.marks_charts import attendance_screen, movement_screen, subjects_screen
from bots.family.screens.marks_period import finals_screen, period_screen
from bots.family.screens.marks_subject import subject_screen, wrong_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.child_marks import (
    ChooseWrongMark,
    DrawAttendance,
    DrawMovement,
    DrawSubjects,
    OpenChildFinals,
    OpenOlderMarks,
)
from core.actions.diary import OpenChildMarks, OpenChildSubject
from core.diary.charts import attendance_bars, movement, subject_bars
from core.diary.marks_period import final_table, period_marks
from core.diary.marks_subject import subject_page
from documents.charts import attendance_picture, movement_picture, subjects_picture
from locales import Screen

handlers = Handlers()


@handlers.press(OpenChildMarks)
async def open_marks(chat: Chat, action: OpenChildMarks) -> None:
    async with chat.work() as work:
        facts = await period_marks(work, action.pupil, action.period)
    await chat.show(period_screen(facts, chat.t))


@handlers.press(OpenChildSubject)
async def open_subject(chat: Chat, action: OpenChildSubject) -> None:
    await open_older(chat, OpenOlderMarks(action.pupil, action.subject, action.period, 0))


@handlers.press(OpenOlderMarks)
async def open_older(chat: Chat, action: OpenOlderMarks) -> None:
    async with chat.work() as work:
        page = await subject_page(work, action.pupil, action.subject, action.period)
    await chat.show(subject_screen(page, action.first, chat.t))


@handlers.press(ChooseWrongMark)
async def choose_wrong(chat: Chat, action: ChooseWrongMark) -> None:
    async with chat.work() as work:
        page = await subject_page(work, action.pupil, action.subject, action.period)
    await chat.show(wrong_screen(page, action.first, chat.t))


@handlers.press(OpenChildFinals)
async def open_finals(chat: Chat, action: OpenChildFinals) -> None:
    async with chat.work() as work:
        table = await final_table(work, action.pupil, action.year)
    await chat.show(finals_screen(table, chat.t))


@handlers.press(DrawMovement)
async def draw_movement(chat: Chat, action: DrawMovement) -> None:
    async with chat.work() as work:
        chart = await movement(work, action.pupil, action.period, action.subject)
    screen = movement_screen(chart, chat.t)
    await _show(chat, screen, (lambda: movement_picture(chart, chat.t)) if chart.own else None)


@handlers.press(DrawSubjects)
async def draw_subjects(chat: Chat, action: DrawSubjects) -> None:
    async with chat.work() as work:
        chart = await subject_bars(work, action.pupil, action.period)
    screen = subjects_screen(chart, chat.t)
    await _show(chat, screen, (lambda: subjects_picture(chart, chat.t)) if chart.bars else None)


@handlers.press(DrawAttendance)
async def draw_attendance(chat: Chat, action: DrawAttendance) -> None:
    async with chat.work() as work:
        chart = await attendance_bars(work, action.pupil, action.period)
    screen = attendance_screen(chart, chat.t)
    await _show(chat, screen, (lambda: attendance_picture(chart, chat.t)) if chart.months else None)


async def _show(chat: Chat, screen: Screen, draw: Callable[[], bytes] | None) -> None:
    """The picture with its caption; the words alone when there is nothing to draw."""
    if draw is None:
        await chat.show(screen)
    else:
        await chat.show_photo(await asyncio.to_thread(draw), screen)
