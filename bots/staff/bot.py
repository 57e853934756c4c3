"""The staff bot, put together."""

from bots.shared.chat import Chat
from bots.shared.front import Front
from bots.shared.handlers import Handlers
from bots.staff import live
from bots.staff.handlers import (
    absent,
    access,
    announcement_sheet,
    announcements,
    announcing,
    announcing_settings,
    announcing_watch,
    class_desk,
    classes,
    conversations,
    entry,
    events,
    failing,
    families,
    finals,
    groups,
    helping,
    home,
    homework,
    homework_changes,
    journal,
    journal_today,
    letters,
    letters_print,
    letters_short,
    marks,
    notices,
    page,
    plan_files,
    plans,
    pupil_cards,
    quick,
    quiet,
    remarks,
    reports,
    requests,
    roll,
    rule_files,
    rules,
    sessions,
    shelf,
    substitution,
    substitution_away,
    talk_drafts,
    talk_start,
    talk_tools,
    task_answers,
    tasks,
    today,
    topic,
    use,
    week,
    work_kinds,
    workbook,
    works,
)
from bots.staff.pin_gate import PinGate
from core.actions.conversations import WriteMessage
from core.app import App
from core.quick.entry import names_its_lesson
from core.terms import Door
from locales import Screen

AREAS = (
    entry,
    home,
    conversations,
    helping,
    quiet,
    today,
    roll,
    page,
    homework,
    homework_changes,
    tasks,
    task_answers,
    marks,
    works,
    work_kinds,
    topic,
    plans,
    plan_files,
    quick,
    remarks,
    requests,
    reports,
    journal,
    finals,
    groups,
    absent,
    week,
    journal_today,
    classes,
    class_desk,
    pupil_cards,
    letters,
    letters_short,
    letters_print,
    events,
    failing,
    use,
    announcements,
    announcing,
    announcing_settings,
    announcing_watch,
    announcement_sheet,
    access,
    families,
    notices,
    substitution,
    substitution_away,
    rules,
    rule_files,
    shelf,
    sessions,
    workbook,
    talk_start,
    talk_tools,
    talk_drafts,
)


def front(app: App) -> Front:
    """Everything the staff bot answers."""
    handlers = Handlers()
    for area in AREAS:
        handlers.include(area.handlers)
    gate = PinGate(requests.offer)
    handlers.include(gate.handlers)
    front = Front(
        app,
        Door.STAFF,
        handlers,
        home.home,
        plain_text,
        not_understood,
        live.forget,
        speaks_for_itself=names_its_lesson,
        refused=gate.refused,
        edited=talk_drafts.edited,
        continued=WriteMessage,
    )
    return gate.guard(front)


async def plain_text(chat: Chat) -> bool:
    """Words that answer no question: maybe a code, maybe entries typed in haste."""
    return await entry.enter(chat, chat.message.text or "") or await quick.receive(chat)


async def not_understood(chat: Chat) -> None:
    """A hint and the home screen."""
    await chat.send(Screen(chat.t("not-understood")))
    await home.home(chat)
