"""The family bot: parents and pupils."""

from bots.family.handlers import (
    absence,
    attendance,
    board,
    contacts,
    day,
    entry,
    events,
    helping,
    homework,
    homework_list,
    letters,
    marks,
    menu,
    notice_settings,
    notices,
    paper,
    papers,
    programme,
    reports,
    settings,
    shelf,
    talk_start,
    talks,
    tasks,
    timetable,
    week,
)
from bots.family.handlers import home as at_home
from bots.shared.front import Front
from bots.shared.handlers import Handlers
from core.actions.conversations import WriteTalk
from core.app import App
from core.terms import Door

AREAS = (
    entry,
    at_home,
    talks,
    helping,
    day,
    week,
    menu,
    homework,
    homework_list,
    tasks,
    marks,
    attendance,
    programme,
    timetable,
    events,
    absence,
    reports,
    notices,
    paper,
    papers,
    letters,
    contacts,
    settings,
    notice_settings,
    board,
    shelf,
    talk_start,
)


def front(app: App) -> Front:
    """The front of the family bot over a school's app."""
    handlers = Handlers()
    for area in AREAS:
        handlers.include(area.handlers)
    return Front(
        app,
        Door.FAMILY,
        handlers,
        at_home.home,
        entry.text,
        at_home.not_understood,
        refused=at_home.name_departed,
        edited=talk_start.edited,
        continued=WriteTalk,
    )
