"""Whom an announcement is for, when it leaves, what it asks, until when, whether it is urgent."""

from datetime import datetime, time

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.announcing import draft_of, show_saved
from bots.staff.handlers.words import in_words
from bots.staff.screens import announcement_draft as screens
from bots.staff.screens import announcement_whom as whom_screens
from core.actions.announcing import (
    CalmDown,
    ChooseAcknowledgement,
    ChooseAudience,
    ChooseAudiencePart,
    ChooseEnd,
    ChooseGroups,
    ChooseTime,
    Part,
    SetAcknowledgement,
    SetAudience,
    SetEnd,
    SetGroup,
    SetTime,
    WriteChoices,
    WriteEnd,
    WriteTime,
    WriteUrgency,
)
from core.announcements import settings
from core.announcements.audience import groups_of, set_audience
from core.announcements.composing import open_draft
from core.announcements.facts import Draft, Group
from core.app import Work
from core.errors import ButtonOutdated
from core.errors.announcements import AnnouncementEndsEarly
from core.terms import Acknowledgement

handlers = Handlers()
DAY_MINUTES = 24 * 60


@handlers.press(ChooseAudience)
async def choose_whom(chat: Chat, action: ChooseAudience) -> None:
    draft = await draft_of(chat, action.announcement)
    await chat.show(whom_screens.audience_screen(draft, chat.t))


@handlers.press(ChooseAudiencePart)
async def choose_part(chat: Chat, action: ChooseAudiencePart) -> None:
    draft = await draft_of(chat, action.announcement)
    await chat.show(whom_screens.chosen_screen(draft, action.part, action.first, chat.t))


@handlers.press(SetAudience)
async def set_part(chat: Chat, action: SetAudience) -> None:
    async with chat.work() as work:
        draft = await set_audience(work, action.announcement, action.part, action.value, on=action.on, seen=action.rev)
    screen = whom_screens.chosen_screen(draft, action.part, action.first, chat.t)
    await chat.show(screen, screens.note_toast(draft, chat.t))


@handlers.press(ChooseGroups)
async def choose_groups(chat: Chat, action: ChooseGroups) -> None:
    async with chat.work() as work:
        draft = await open_draft(work, action.announcement)
        groups = await _groups(work, draft, action.class_id)
    await chat.show(whom_screens.groups_screen(draft, action, groups, chat.t))


@handlers.press(SetGroup)
async def set_group(chat: Chat, action: SetGroup) -> None:
    chosen = (action.announcement, Part.GROUPS, str(action.load))
    page = ChooseGroups(action.announcement, action.class_id, action.first)
    async with chat.work() as work:
        draft = await set_audience(work, *chosen, on=action.on, seen=action.rev)
        groups = await _groups(work, draft, action.class_id)
    await chat.show(whom_screens.groups_screen(draft, page, groups, chat.t), screens.note_toast(draft, chat.t))


@handlers.press(ChooseTime)
async def choose_time(chat: Chat, action: ChooseTime) -> None:
    async with chat.work() as work:
        draft = await open_draft(work, action.announcement)
    await chat.show(screens.time_screen(draft, work.local_now, chat.t))


@handlers.press(SetTime)
async def set_time(chat: Chat, action: SetTime) -> None:
    if action.minute >= DAY_MINUTES:
        raise ButtonOutdated
    wall = time(action.minute // 60, action.minute % 60)
    at = datetime.combine(action.day, wall) if action.day else None
    async with chat.work() as work:
        draft = await settings.set_publish_at(work, action.announcement, at, seen=action.rev)
    await _show(chat, draft)


@handlers.press(WriteTime)
async def ask_time(chat: Chat, action: WriteTime) -> None:
    await draft_of(chat, action.announcement)
    await chat.ask(chat.t("draft-ask-time"), action, chat.t.plain("draft-ask-time-short"))


@handlers.answer(WriteTime)
@in_words(ask_time)
async def time_typed(chat: Chat, action: WriteTime, words: str) -> None:
    async with chat.work() as work:
        draft = await settings.write_publish_at(work, action.announcement, words)
    await show_saved(chat, draft)


@handlers.press(ChooseEnd)
async def choose_end(chat: Chat, action: ChooseEnd) -> None:
    async with chat.work() as work:
        draft = await open_draft(work, action.announcement)
    await chat.show(screens.end_screen(draft, work.today, chat.t))


@handlers.press(SetEnd)
async def set_end(chat: Chat, action: SetEnd) -> None:
    async with chat.work() as work:
        draft = await settings.set_ends_on(work, action.announcement, action.day, seen=action.rev)
    await _show(chat, draft)


@handlers.press(WriteEnd)
async def ask_end(chat: Chat, action: WriteEnd) -> None:
    await draft_of(chat, action.announcement)
    await chat.ask(chat.t("draft-ask-end"), action, chat.t.plain("draft-ask-end-short"))


@handlers.answer(WriteEnd)
@in_words(ask_end)
async def end_typed(chat: Chat, action: WriteEnd, words: str) -> None:
    try:
        async with chat.work() as work:
            draft = await settings.write_ends_on(work, action.announcement, words)
    except AnnouncementEndsEarly as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask_end(chat, action)
    else:
        await show_saved(chat, draft)


@handlers.press(ChooseAcknowledgement)
async def choose_ask(chat: Chat, action: ChooseAcknowledgement) -> None:
    await chat.show(screens.ask_screen(await draft_of(chat, action.announcement), chat.t))


@handlers.press(SetAcknowledgement)
async def set_ask(chat: Chat, action: SetAcknowledgement) -> None:
    async with chat.work() as work:
        choices = screens.default_choices(chat.t) if action.kind is Acknowledgement.CHOICE else ()
        draft = await settings.set_acknowledgement(work, action.announcement, action.kind, choices, seen=action.rev)
    await _show(chat, draft)


@handlers.press(WriteChoices)
async def ask_choices(chat: Chat, action: WriteChoices) -> None:
    await draft_of(chat, action.announcement)
    await chat.ask(chat.t("draft-ask-choices"), action, chat.t.plain("draft-ask-choices-short"))


@handlers.answer(WriteChoices)
@in_words(ask_choices)
async def choices_typed(chat: Chat, action: WriteChoices, words: str) -> None:
    async with chat.work() as work:
        draft = await settings.write_choices(work, action.announcement, words)
    await show_saved(chat, draft)


@handlers.press(WriteUrgency)
async def ask_urgency(chat: Chat, action: WriteUrgency) -> None:
    await draft_of(chat, action.announcement)
    await chat.ask(chat.t("draft-ask-urgency"), action, chat.t.plain("draft-ask-urgency-short"))


@handlers.answer(WriteUrgency)
@in_words(ask_urgency)
async def urgency_typed(chat: Chat, action: WriteUrgency, words: str) -> None:
    async with chat.work() as work:
        draft = await settings.set_urgent(work, action.announcement, words)
    await show_saved(chat, draft)


@handlers.press(CalmDown)
async def calm_down(chat: Chat, action: CalmDown) -> None:
    async with chat.work() as work:
        draft = await settings.set_urgent(work, action.announcement, "", seen=action.rev)
    await _show(chat, draft)


async def _show(chat: Chat, draft: Draft) -> None:
    await chat.show(screens.draft_screen(draft, chat.t), screens.note_toast(draft, chat.t))


async def _groups(work: Work, draft: Draft, class_id: int | None) -> tuple[Group, ...]:
    """Those of a class, or the author's own."""
    return draft.may.groups if class_id is None else await groups_of(work, draft, class_id)
