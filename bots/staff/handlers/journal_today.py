"""«Журнал сегодня»: what is filled in, what is late, a word to the teacher."""

from datetime import date

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.live import Draw, watch
from bots.staff.screens import journal_today as screens
from core.actions.page import OpenJournalToday
from core.actions.timeliness import JournalView, NudgeTeacher, OpenClassPages, OpenJournalDay, OpenTeacherPages
from core.app import Work
from core.timeliness import journal
from core.timeliness.nudges import nudge

handlers = Handlers()
LOOKS = 5
"""The whole school is read anew every ten seconds, not every two as a class is."""


@handlers.press(OpenJournalToday)
async def open_today(chat: Chat, _: OpenJournalToday) -> None:
    await _show(chat, None, JournalView.TEACHERS, 0)


@handlers.press(OpenJournalDay)
async def open_day(chat: Chat, action: OpenJournalDay) -> None:
    await _show(chat, action.day, action.view, action.page)


@handlers.press(OpenTeacherPages)
async def open_teacher(chat: Chat, action: OpenTeacherPages) -> None:
    async with chat.work() as work:
        pages = await journal.teacher_pages(work, action.staff, action.day)
    await chat.show(screens.teacher_screen(pages, chat.t))


@handlers.press(OpenClassPages)
async def open_class(chat: Chat, action: OpenClassPages) -> None:
    async with chat.work() as work:
        pages = await journal.class_pages(work, action.class_id, action.day)
    await chat.show(screens.class_screen(pages, chat.t))


@handlers.press(NudgeTeacher)
async def nudge_teacher(chat: Chat, action: NudgeTeacher) -> None:
    async with chat.work() as work:
        pages, outcome = await nudge(work, action.staff, action.day)
    await chat.show(
        screens.teacher_screen(pages, chat.t),
        chat.t.plain(f"overview-nudge-{outcome}", who=pages.nudged.by if pages.nudged else ""),
    )


async def _show(chat: Chat, day: date | None, view: JournalView, page: int) -> None:
    """Today's numbers move by themselves while the screen stands."""

    async def read(work: Work) -> tuple[journal.JournalDay, Draw]:
        fresh = await journal.journal_day(work, day)
        return fresh, lambda t: screens.journal_screen(fresh, view, page, t)

    async with chat.work() as work:
        found, draw = await read(work)
    await chat.show(draw(chat.t))
    if found.day == found.today:
        watch(chat, found, read, every=LOOKS)
