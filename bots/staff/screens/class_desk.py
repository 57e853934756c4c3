"""The class leader's desk: what waits in the class, in numbers that open their lists, and the ways to the rest."""

from datetime import timedelta

from bots.staff.screens.home import home_button
from bots.staff.screens.rows import in_rows, steps
from core.actions import Action
from core.actions.access import OpenFamilies
from core.actions.announcements import NewAnnouncement
from core.actions.cards import (
    OpenClassCards,
    OpenClassDesks,
    OpenNearFailing,
    OpenNoConsent,
    OpenOwed,
    OpenProposals,
    OpenUnconnected,
    OpenUnread,
)
from core.actions.conversations import ChooseFamilies
from core.actions.diary import OpenClassDesk, OpenClassEvents, OpenFailing, OpenUse
from core.actions.letters import OpenLetters
from core.actions.page import OpenWeekAttendance
from core.actions.roll import OpenAbsent, OpenClassDay
from core.class_desk.desk import CLASSES, ClassDesk, ClassDesks
from locales import Button, Screen, Translator

REASONS = ("illness", "excused", "unexcused", "none")


def class_desk(desk: ClassDesk, t: Translator) -> Screen:
    """What waits, each with its number on a button; below, all that there is about the class."""
    head = [t("class-desk-title", name=desk.head.name, day=desk.day), t("class-desk-pupils", count=desk.pupils), ""]
    waits = [t(f"class-desk-{key}-line", **facts) for key, facts in _lines(desk)]
    text = [*head, _absent(desk, t), *waits, *([t("class-desk-calm")] if desk.calm else [])]
    numbers = [
        Button(t.plain(f"class-desk-number-{key}", count=count), opens.pack()) for key, count, opens in _numbers(desk)
    ]
    whole = [] if desk.head.led else [Button(t.plain("class-desk-all"), OpenClassDesks().pack())]
    return Screen("\n".join(text), [*in_rows(numbers, 2), *in_rows(_ways(desk, t), 2), [*whole, home_button(t)]])


def class_desks(found: ClassDesks, t: Translator) -> Screen:
    """The classes of the school, each to its desk."""
    buttons = [Button(name, OpenClassDesk(class_id).pack()) for class_id, name in found.classes]
    turns = steps(found.first, CLASSES, found.count, lambda first: OpenClassDesks(first // CLASSES), t)
    title = t("class-desks-title" if buttons else "class-desks-none")
    return Screen(title, [*in_rows(buttons, 4), turns, [home_button(t)]])


def _absent(desk: ClassDesk, t: Translator) -> str:
    if not desk.absentees:
        return t("class-desk-present", silent=desk.silent)
    why = [
        t.plain("class-desk-absent-why", reason=reason, count=desk.absent[reason])
        for reason in REASONS
        if desk.absent.get(reason)
    ]
    return t("class-desk-absent-line", count=desk.absentees, why=", ".join(why))


def _lines(desk: ClassDesk) -> list[tuple[str, dict[str, object]]]:
    """What is not as it should be."""
    week = "this" if desk.unexplained_week + timedelta(days=7) > desk.day else "before"
    told: list[tuple[str, dict[str, object]]] = [
        ("unexplained", {"count": desk.unexplained, "week": week}),
        ("failing", {"count": desk.failing}),
        ("near", {"count": desk.near}),
        ("owed", {"count": desk.owed, "pupils": desk.owing}),
        ("unconnected", {"count": desk.unconnected}),
        ("no-consent", {"count": desk.no_consent}),
        ("unread", {"count": desk.unread}),
        ("proposals", {"count": desk.proposals}),
        ("due", {"count": desk.due}),
    ]
    return [(key, facts) for key, facts in told if facts["count"]]


def _numbers(desk: ClassDesk) -> list[tuple[str, int, Action]]:
    """Each number with the list that it opens; what is zero needs none."""
    class_id = desk.head.class_id
    numbers: list[tuple[str, int, Action]] = [
        ("absent", desk.absentees, OpenAbsent(class_id)),
        ("unexplained", desk.unexplained, OpenWeekAttendance(class_id, desk.unexplained_week)),
        ("failing", desk.failing, OpenFailing(class_id)),
        ("near", desk.near, OpenNearFailing(class_id)),
        ("owed", desk.owed, OpenOwed(class_id)),
        ("unconnected", desk.unconnected, OpenUnconnected(class_id)),
        ("no-consent", desk.no_consent, OpenNoConsent(class_id)),
        ("unread", desk.unread, OpenUnread(class_id)),
        ("proposals", desk.proposals, OpenProposals(class_id)),
        ("due", desk.due, OpenClassCards(class_id)),
    ]
    return [number for number in numbers if number[1]]


def _ways(desk: ClassDesk, t: Translator) -> list[Button]:
    """All that there is about the class; what a number opens already is not said twice."""
    class_id = desk.head.class_id
    ways: list[tuple[str, Action, int]] = [
        ("absent", OpenAbsent(class_id), desk.absentees),
        ("day", OpenClassDay(class_id), 0),
        ("week", OpenWeekAttendance(class_id), 0),
        ("failing", OpenFailing(class_id), desk.failing),
        ("cards", OpenClassCards(class_id), desk.due),
        ("families", OpenFamilies(class_id), 0),
        ("use", OpenUse(class_id), 0),
        ("announce", NewAnnouncement(class_id), 0),
        ("letters", OpenLetters(class_id), 0),
        ("events", OpenClassEvents(class_id), 0),
    ]
    write = Button(t.plain("talk-choose-open"), ChooseFamilies(class_id).pack())
    return [*(Button(t.plain(f"class-desk-{key}"), opens.pack()) for key, opens, counted in ways if not counted), write]
