"""Each school's windows at their edges, by the school's own clock (UTC+3, +4, +5)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.rules.entry import Answer, Entry, EntryKind, Standing, Verdict, answer
from core.rules.expansion import Span
from core.rules.working_days import WorkingDays
from core.terms import Role
from regulations import load, override

ZONES = {
    "s324": ZoneInfo("Europe/Moscow"),
    "proz": ZoneInfo("Europe/Moscow"),
    "kam": ZoneInfo("Europe/Moscow"),
    "rso": ZoneInfo("Europe/Samara"),
    "lic68": ZoneInfo("Asia/Yekaterinburg"),
    "default": ZoneInfo("Europe/Moscow"),
}
MONDAY = date(2026, 11, 23)
TEACHER, LEADER = Standing(teaches=True), Standing(leads=True)
DEPUTY, DIRECTOR = Standing(deputy=True), Standing(director=True)
STRANGER = Standing()
AUTUMN = Span(date(2026, 10, 24), date(2026, 11, 1))
CALENDAR = WorkingDays(6, (AUTUMN,))


@dataclass(frozen=True)
class Lesson:
    """A lesson of 7Б at 08:30 under a preset, in the school's own time zone."""

    preset: str
    zone: ZoneInfo
    day: date = MONDAY
    grade: int = 7
    subject: str = "Алгебра"

    def at(self, wall: str, days: int = 0) -> datetime:
        return datetime.combine(self.day + timedelta(days=days), time.fromisoformat(wall), self.zone)

    def asks(
        self,
        kind: EntryKind,
        now: datetime,
        who: Standing = TEACHER,
        *,
        written: bool = False,
        calendar: WorkingDays = CALENDAR,
    ) -> Answer:
        ends = self.at("13:15")
        entry = Entry(kind, self.day, self.at("08:30"), self.grade, self.subject, written, ends)
        return answer(load(self.preset), entry, who, now.astimezone(ZoneInfo("UTC")), calendar)


def lesson(preset: str, day: date = MONDAY, **facts: object) -> Lesson:
    return replace(Lesson(preset, ZONES[preset], day), **facts)  # type: ignore[arg-type]


ROLL, TOPIC, HOMEWORK, MARK, CHANGE = EntryKind

# Preset, what, written work or not, the last minute as (days after, wall clock), the first minute too late.
EDGES = [
    ("s324", ROLL, False, (0, "23:59"), (1, "00:00")),
    ("s324", TOPIC, False, (0, "23:59"), (1, "00:00")),
    ("s324", HOMEWORK, False, (0, "23:59"), (1, "00:00")),
    ("s324", MARK, False, (0, "23:59"), (1, "00:00")),
    ("s324", MARK, True, (7, "23:59"), (8, "00:00")),
    ("proz", ROLL, False, (0, "23:59"), (1, "00:00")),
    ("proz", HOMEWORK, False, (0, "23:59"), (1, "00:00")),
    ("proz", MARK, False, (0, "23:59"), (1, "00:00")),
    ("proz", MARK, True, (7, "23:59"), (8, "00:00")),
    ("kam", ROLL, False, (0, "20:59"), (0, "21:01")),
    ("kam", TOPIC, False, (0, "21:00"), (0, "21:01")),
    ("kam", HOMEWORK, False, (0, "14:15"), (0, "14:16")),
    ("kam", MARK, False, (0, "21:00"), (0, "21:01")),
    ("kam", MARK, True, (7, "23:59"), (8, "00:00")),
    ("rso", ROLL, False, (7, "23:59"), (8, "00:00")),
    ("rso", TOPIC, False, (7, "23:59"), (8, "00:00")),
    ("rso", HOMEWORK, False, (0, "20:59"), (0, "21:01")),
    ("rso", MARK, False, (7, "23:59"), (8, "00:00")),
    ("rso", MARK, True, (7, "23:59"), (8, "00:00")),
    ("lic68", ROLL, False, (0, "23:59"), (1, "00:00")),
    ("lic68", HOMEWORK, False, (0, "23:59"), (1, "00:00")),
    ("lic68", MARK, False, (0, "23:59"), (1, "00:00")),
    ("lic68", MARK, True, (5, "23:59"), (6, "00:00")),
    ("default", ROLL, False, (0, "20:59"), (0, "21:01")),
    ("default", HOMEWORK, False, (0, "21:00"), (0, "21:01")),
    ("default", MARK, False, (0, "21:00"), (0, "21:01")),
    ("default", MARK, True, (7, "23:59"), (8, "00:00")),
]


@pytest.mark.parametrize(
    ("preset", "kind", "written", "last", "late"),
    EDGES,
    ids=[f"{p}-{k}{'-written' if w else ''}" for p, k, w, *_ in EDGES],
)
def test_a_window_is_open_to_its_last_minute_and_closed_after_it(
    preset: str, kind: EntryKind, written: bool, last: tuple[int, str], late: tuple[int, str]
) -> None:
    one = lesson(preset)

    in_time = one.asks(kind, one.at(last[1], last[0]), written=written)
    too_late = one.asks(kind, one.at(late[1], late[0]), written=written)

    assert (in_time.verdict, too_late.verdict) == (Verdict.OPEN, Verdict.CLOSED)
    assert in_time.until == too_late.until
    assert in_time.until is not None
    assert abs(in_time.until - one.at(last[1], last[0])) <= timedelta(minutes=1)


@pytest.mark.parametrize(("zone", "offset"), [("Europe/Moscow", 3), ("Europe/Samara", 4), ("Asia/Yekaterinburg", 5)])
def test_nine_in_the_evening_is_the_schools_own(zone: str, offset: int) -> None:
    one = lesson("kam", zone=ZoneInfo(zone))
    nine = datetime(2026, 11, 23, 21 - offset, tzinfo=ZoneInfo("UTC"))

    assert one.asks(ROLL, nine - timedelta(minutes=1)).verdict is Verdict.OPEN
    assert one.asks(ROLL, nine).verdict is Verdict.OPEN
    assert one.asks(ROLL, nine + timedelta(minutes=1)).verdict is Verdict.CLOSED


def until(preset: str, day: date, calendar: WorkingDays, **facts: object) -> date:
    """The last day for a written work's mark."""
    one = lesson(preset, day, **facts)
    last = one.asks(MARK, one.at("09:00"), written=True, calendar=calendar).until
    assert last is not None
    return last.date()


@pytest.mark.parametrize(
    ("day", "subject", "days_in_week", "last"),
    [
        # Mon 23 Nov: Tue Wed Thu Fri Sat, or without the Saturday the next Monday.
        (MONDAY, "Алгебра", 6, date(2026, 11, 28)),
        (MONDAY, "Алгебра", 5, date(2026, 11, 30)),
        (MONDAY, "Русский язык", 6, date(2026, 12, 4)),
        (MONDAY, "русский  язык", 5, date(2026, 12, 7)),
        (MONDAY, "ЛИТЕРАТУРА", 5, date(2026, 12, 7)),
        # Thu 22 Oct: Fri, then nine days of holidays, Mon Tue, Wed 4 November is the state's, Thu Fri.
        (date(2026, 10, 22), "Алгебра", 6, date(2026, 11, 6)),
        (date(2026, 10, 22), "Литература", 6, date(2026, 11, 12)),
        (date(2026, 10, 22), "Литература", 5, date(2026, 11, 13)),
        # Wed 30 Dec: 31 December to 8 January, Sat 9 January counts in a school of six days only.
        (date(2026, 12, 30), "Физика", 6, date(2027, 1, 14)),
        (date(2026, 12, 30), "Физика", 5, date(2027, 1, 15)),
    ],
)
def test_the_fifth_and_the_tenth_working_day_skip_holidays(
    day: date, subject: str, days_in_week: int, last: date
) -> None:
    assert until("lic68", day, WorkingDays(days_in_week, (AUTUMN,)), subject=subject) == last


def test_holidays_of_other_grades_are_working_days() -> None:
    extra = Span(date(2026, 11, 24), date(2026, 11, 28), 1, 1)

    assert until("lic68", MONDAY, WorkingDays(6, (extra,))) == date(2026, 11, 28)


def test_endless_holidays_do_not_hang_the_journal() -> None:
    forever = Span(date(2026, 1, 1), date(2099, 1, 1))

    assert until("lic68", MONDAY, WorkingDays(6, (forever,))) == MONDAY + timedelta(days=366)


def test_the_stricter_of_the_hour_after_lessons_and_the_evening_holds() -> None:
    one = lesson("kam")
    entry = Entry(HOMEWORK, MONDAY, one.at("19:00"), 7, "Алгебра", class_ends=one.at("20:30"))

    assert answer(load("kam"), entry, TEACHER, one.at("19:00"), CALENDAR).until == one.at("21:00")


def test_homework_may_be_given_in_advance_but_marks_and_roll_wait_for_the_lesson() -> None:
    one = lesson("default")
    now = one.at("12:00", -3)

    verdicts = {kind: one.asks(kind, now).verdict for kind in EntryKind}

    assert verdicts == {
        ROLL: Verdict.EARLY,
        TOPIC: Verdict.OPEN,
        HOMEWORK: Verdict.OPEN,
        MARK: Verdict.EARLY,
        CHANGE: Verdict.EARLY,
    }
    assert one.asks(ROLL, one.at("08:15")).verdict is Verdict.OPEN
    assert one.asks(ROLL, one.at("08:14")).verdict is Verdict.EARLY


# Who, inside the window, a day after its end.
PEOPLE = [
    ("default", TEACHER, Verdict.OPEN, Verdict.CLOSED),
    ("default", LEADER, Verdict.OPEN, Verdict.CLOSED),
    ("default", DEPUTY, Verdict.DENIED, Verdict.REASON),
    ("default", DIRECTOR, Verdict.OPEN, Verdict.REASON),
    ("default", STRANGER, Verdict.DENIED, Verdict.DENIED),
    ("lic68", TEACHER, Verdict.OPEN, Verdict.CLOSED),
    ("lic68", LEADER, Verdict.OPEN, Verdict.CLOSED),
    ("lic68", DEPUTY, Verdict.DENIED, Verdict.DENIED),
    ("lic68", DIRECTOR, Verdict.OPEN, Verdict.REASON),
    ("lic68", replace(TEACHER, deputy=True), Verdict.OPEN, Verdict.CLOSED),
    ("lic68", STRANGER, Verdict.DENIED, Verdict.DENIED),
]


@pytest.mark.parametrize(("preset", "who", "inside", "after"), PEOPLE)
def test_who_may_write_inside_and_after_the_window(preset: str, who: Standing, inside: Verdict, after: Verdict) -> None:
    one = lesson(preset)

    assert one.asks(TOPIC, one.at("09:00"), who).verdict is inside
    assert one.asks(TOPIC, one.at("09:00", 1), who).verdict is after


def test_a_refusal_names_the_rule_its_clause_and_who_may_still_write() -> None:
    one = lesson("lic68")

    told = one.asks(MARK, one.at("09:00", 20), written=True)

    assert (told.rule, told.clause, told.regulation) == ("written_marks", "п. 5.4", "Положение лицея № 68")
    assert told.deciders == (Role.DIRECTOR,)


def test_where_the_school_is_silent_the_refusal_names_the_common_rules() -> None:
    one = lesson("s324")

    told = one.asks(MARK, one.at("09:00", 20), written=True)

    assert (told.rule, told.clause, told.regulation) == ("written_marks", "", "Общий регламент")
    assert told.deciders == (Role.DEPUTY_HEAD, Role.DIRECTOR)


@pytest.mark.parametrize(
    ("preset", "days"), [("s324", 1), ("proz", 7), ("kam", 7), ("rso", 7), ("lic68", 7), ("default", 7)]
)
def test_the_class_leader_corrects_attendance_for_longer(preset: str, days: int) -> None:
    one = lesson(preset)

    assert one.asks(ROLL, one.at("23:59", days), LEADER).verdict is Verdict.OPEN
    assert one.asks(ROLL, one.at("00:00", days + 1), LEADER).verdict is Verdict.CLOSED


def test_a_mark_is_never_corrected_by_the_teacher_where_the_rules_forbid_it() -> None:
    one = lesson("lic68")

    for now in (one.at("09:00"), one.at("09:00", 1)):
        assert one.asks(CHANGE, now).verdict is Verdict.CLOSED
        assert one.asks(CHANGE, now, LEADER).verdict is Verdict.CLOSED
        assert one.asks(CHANGE, now, DIRECTOR).verdict is Verdict.REASON
        assert one.asks(CHANGE, now, DEPUTY).verdict is Verdict.DENIED
        assert one.asks(CHANGE, now, STRANGER).verdict is Verdict.DENIED
    told = one.asks(CHANGE, one.at("09:00"))
    assert (told.rule, told.clause, told.deciders) == ("mark_correction", "п. 3.6.8", (Role.DIRECTOR,))


def test_elsewhere_a_mark_is_corrected_inside_its_window() -> None:
    one = lesson("default")

    assert one.asks(CHANGE, one.at("20:00")).verdict is Verdict.OPEN
    assert one.asks(CHANGE, one.at("21:01")).verdict is Verdict.CLOSED
    assert one.asks(CHANGE, one.at("20:00", 6), written=True).verdict is Verdict.OPEN


@pytest.mark.parametrize("preset", ["s324", "proz", "kam", "rso", "lic68", "default"])
@pytest.mark.parametrize("who", [TEACHER, LEADER, DIRECTOR])
def test_grade_1_has_neither_marks_nor_homework(preset: str, who: Standing) -> None:
    one = lesson(preset, grade=1)

    verdicts = {kind: one.asks(kind, one.at("09:00"), who).verdict for kind in EntryKind}

    assert verdicts == {
        ROLL: Verdict.OPEN,
        TOPIC: Verdict.OPEN,
        HOMEWORK: Verdict.NEVER,
        MARK: Verdict.NEVER,
        CHANGE: Verdict.NEVER,
    }


def test_a_school_may_let_grade_1_have_homework() -> None:
    one = lesson("default", grade=1)
    ours = override(load("default"), {"homework_in_grade_1": True})
    entry = Entry(HOMEWORK, MONDAY, one.at("08:30"), 1)

    assert answer(ours, entry, TEACHER, one.at("09:00"), CALENDAR).verdict is Verdict.OPEN
