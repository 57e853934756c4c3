"""What there is help about, by role."""

from enum import StrEnum

from core.actor import Actor
from core.rights import SEES_FAMILIES, SEES_SCHOOL
from core.terms import Role

OFFICE = {Role.SECRETARY, Role.ADMINISTRATOR}


class StaffTopic(StrEnum):
    """Pages of help for the staff."""

    ROLL = "roll"
    PAGE = "page"
    QUICK = "quick"
    TALK = "talk"
    ANNOUNCE = "announce"
    CLASS = "class"
    CONTROL = "control"
    FAMILIES = "families"
    SCHOOL = "school"
    PHONES = "phones"


class FamilyTopic(StrEnum):
    """Pages of help for families."""

    DIARY = "diary"
    MARKS = "marks"
    ABSENCE = "absence"
    TALK = "talk"
    BOARD = "board"
    CALM = "calm"


def staff_topics(actor: Actor) -> tuple[StaffTopic, ...]:
    """What concerns this person: everybody's pages, then those of the roles.

    The office alone (the secretary, the administrator) is told nothing of holding lessons.
    """
    at_lessons = bool(actor.leads) or not actor.roles or not actor.roles <= OFFICE
    ruled = {
        StaffTopic.ROLL: at_lessons,
        StaffTopic.PAGE: at_lessons,
        StaffTopic.QUICK: at_lessons,
        StaffTopic.ANNOUNCE: at_lessons or actor.holds(Role.ADMINISTRATOR),
        StaffTopic.CLASS: bool(actor.leads),
        StaffTopic.CONTROL: actor.holds(*SEES_SCHOOL),
        StaffTopic.FAMILIES: bool(actor.leads) or actor.holds(*SEES_FAMILIES),
        StaffTopic.SCHOOL: actor.holds(Role.ADMINISTRATOR),
    }
    return tuple(topic for topic in StaffTopic if ruled.get(topic, True))
