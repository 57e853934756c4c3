"""What there is about a class beside its lessons."""

from bots.staff.screens.home import home_button
from core.actions.access import OpenFamilies
from core.actions.announcements import NewAnnouncement
from core.actions.diary import OpenClassEvents, OpenFailing, OpenUse
from core.actions.letters import OpenLetters
from core.actions.page import OpenWeekAttendance
from core.actions.roll import OpenAbsent, OpenClassDay
from core.timetable.class_desk import ClassHead
from locales import Button, Screen, Translator


def class_desk(head: ClassHead, t: Translator) -> Screen:
    """The class leader's ways, two in a row."""
    class_id = head.class_id
    return Screen(
        t("class-desk-title", name=head.name),
        [
            [
                Button(t.plain("class-desk-absent"), OpenAbsent(class_id).pack()),
                Button(t.plain("class-desk-day"), OpenClassDay(class_id).pack()),
            ],
            [
                Button(t.plain("class-desk-week"), OpenWeekAttendance(class_id).pack()),
                Button(t.plain("class-desk-failing"), OpenFailing(class_id).pack()),
            ],
            [
                Button(t.plain("class-desk-families"), OpenFamilies(class_id).pack()),
                Button(t.plain("class-desk-use"), OpenUse(class_id).pack()),
            ],
            [
                Button(t.plain("class-desk-announce"), NewAnnouncement(class_id).pack()),
                Button(t.plain("class-desk-letters"), OpenLetters(class_id).pack()),
            ],
            [Button(t.plain("class-desk-events"), OpenClassEvents(class_id).pack()), home_button(t)],
        ],
    )
