"""Everything there is about a child, on one keyboard."""

from datetime import date

from bots.family.screens.common import child_name, day_button, home_button, settings_button
from core.actions.announcements import OpenFamilyBoard
from core.actions.cards import OpenContacts
from core.actions.conversations import OpenAddressees, OpenTalks
from core.actions.diary import (
    OpenChildAttendance,
    OpenChildHomework,
    OpenChildMarks,
    OpenChildMenu,
    OpenChildProgramme,
    OpenChildReports,
    OpenChildTasks,
    OpenChildTimetable,
    OpenChildWeek,
    OpenDiaryPaper,
)
from core.actions.notices import OpenNotices
from core.actions.shelf import OpenFamilyHelp, OpenFamilyShelf
from core.diary.children import ChildName
from locales import Button, Screen, Translator
from locales.screen import Rows


def menu_screen(child: ChildName, t: Translator, *, may_write: bool = True) -> Screen:
    """The parts of the diary, two in a row: what is opened daily, then weekly, then now and then."""
    pupil = child.pupil_id
    rows: Rows = [
        [day_button(t, pupil), week_button(pupil, t)],
        [marks_button(pupil, t), homework_button(pupil, t)],
        [
            Button(t.plain("diary-timetable-open"), OpenChildTimetable(pupil).pack()),
            Button(t.plain("diary-attendance-open"), OpenChildAttendance(pupil).pack()),
        ],
        [absence_button(pupil, t, may_write=may_write)],
        [
            Button(t.plain("talk-write"), OpenAddressees(pupil).pack()),
            Button(t.plain("talk-inbox"), OpenTalks().pack()),
        ],
        [
            Button(t.plain("diary-tasks-open"), OpenChildTasks(pupil).pack()),
            Button(t.plain("diary-programme-open"), OpenChildProgramme(pupil).pack()),
        ],
        [
            Button(t.plain("diary-reports-open"), OpenChildReports(pupil).pack()),
            Button(t.plain("diary-paper-open"), OpenDiaryPaper(pupil).pack()),
        ],
        [
            Button(t.plain("board-open"), OpenFamilyBoard().pack()),
            Button(t.plain("shelf-open"), OpenFamilyShelf().pack()),
        ],
        [
            Button(t.plain("contacts-open"), OpenContacts(pupil).pack()),
            Button(t.plain("help-open"), OpenFamilyHelp().pack()),
        ],
        [settings_button(t), home_button(t)],
    ]
    return Screen(t("diary-menu-title", name=child_name(child.surname, child.given_name)), rows)


def daily_rows(pupil_id: int, t: Translator, day: date | None = None) -> Rows:
    """What is opened most, under every screen of a day; the week is the one that holds it."""
    return [
        [marks_button(pupil_id, t), homework_button(pupil_id, t)],
        [week_button(pupil_id, t, day), menu_button(pupil_id, t)],
    ]


def week_button(pupil_id: int, t: Translator, day: date | None = None) -> Button:
    return Button(t.plain("diary-week-open"), OpenChildWeek(pupil_id, day).pack())


def absence_button(pupil_id: int, t: Translator, *, may_write: bool) -> Button:
    """Tell of an absence; a pupil only sees what was told."""
    return Button(t.plain("notices-open" if may_write else "notices-see"), OpenNotices(pupil_id).pack())


def marks_button(pupil_id: int, t: Translator) -> Button:
    return Button(t.plain("diary-marks-open"), OpenChildMarks(pupil_id).pack())


def homework_button(pupil_id: int, t: Translator) -> Button:
    return Button(t.plain("diary-homework-open"), OpenChildHomework(pupil_id).pack())


def menu_button(pupil_id: int, t: Translator) -> Button:
    return Button(t.plain("diary-menu-open"), OpenChildMenu(pupil_id).pack())
