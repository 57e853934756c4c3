"""What holds for every regulation, lesson and moment."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.rules.entry import Entry, EntryKind, Standing, Verdict, answer, closes_at
from core.rules.expansion import Span
from core.rules.working_days import WorkingDays
from regulations import EntryWindow, Regulation, load, override, presets

DAYS = st.dates(date(2026, 9, 1), date(2027, 5, 26))
WINDOWS = st.builds(
    EntryWindow,
    days=st.integers(0, 60),
    at=st.none() | st.times(time(12)).map(lambda t: t.replace(microsecond=0)),
    working_days=st.none() | st.integers(1, 40),
    after_class=st.none() | st.integers(0, 720),
)
CALENDARS = st.builds(
    WorkingDays,
    st.sampled_from([5, 6]),
    st.lists(st.builds(lambda d, n: Span(d, d + timedelta(days=n)), DAYS, st.integers(0, 20)), max_size=5).map(tuple),
)
PEOPLE = st.builds(Standing, st.booleans(), st.booleans(), st.booleans(), st.booleans())
OVERRIDES = st.fixed_dictionaries(
    {},
    optional={
        "mark_correction": st.booleans(),
        "homework_in_grade_1": st.booleans(),
        "marks_in_grade_1": st.booleans(),
        "class_leader_corrects": st.integers(0, 60),
        "after_window": st.sampled_from([["director"], ["deputy_head"], ["deputy_head", "director"]]),
    },
)
REGULATIONS = st.builds(lambda name, over: override(load(name), over), st.sampled_from(presets()), OVERRIDES)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    day = draw(DAYS)
    starts = datetime.combine(day, time(draw(st.integers(8, 18)), 30), UTC)
    return Entry(
        draw(st.sampled_from(EntryKind)),
        day,
        starts,
        draw(st.integers(1, 11)),
        draw(st.sampled_from(["Алгебра", "Русский язык", "литература"])),
        draw(st.booleans()),
        starts + timedelta(minutes=draw(st.integers(45, 300))),
    )


@given(REGULATIONS, entries(), PEOPLE, CALENDARS, st.lists(st.integers(-5000, 100_000), min_size=2, max_size=6))
def test_a_window_never_reopens_by_itself(
    regulation: Regulation, entry: Entry, who: Standing, calendar: WorkingDays, minutes: list[int]
) -> None:
    moments = [entry.starts_at + timedelta(minutes=m) for m in sorted(minutes)]

    verdicts = [answer(regulation, entry, who, now, calendar).verdict for now in moments]

    # Early, then open, then shut; a page that is not this person's may open only for a reason after the term.
    order = {Verdict.EARLY: 0, Verdict.DENIED: 0, Verdict.OPEN: 1}
    stages = [order.get(verdict, 2) for verdict in verdicts]
    assert stages == sorted(stages)


@given(WINDOWS, entries(), CALENDARS)
def test_the_stricter_of_two_terms_holds(window: EntryWindow, entry: Entry, calendar: WorkingDays) -> None:
    closes = closes_at(window, entry, calendar)

    by_days = closes_at(replace(window, after_class=None), entry, calendar)
    assert closes <= by_days
    if window.after_class is not None and entry.class_ends is not None:
        assert closes == min(by_days, entry.class_ends + timedelta(minutes=window.after_class))


@given(REGULATIONS, entries(), PEOPLE, CALENDARS, st.integers(-5000, 100_000))
def test_after_the_term_nobody_writes_without_a_reason(
    regulation: Regulation, entry: Entry, who: Standing, calendar: WorkingDays, minutes: int
) -> None:
    now = entry.starts_at + timedelta(minutes=minutes)

    told = answer(regulation, entry, who, now, calendar)

    if told.until is not None and now > told.until:
        assert told.verdict in {Verdict.CLOSED, Verdict.REASON, Verdict.NEVER, Verdict.DENIED}
    if told.verdict is Verdict.REASON:
        held = {"deputy_head": who.deputy, "director": who.director}
        assert any(held[role] for role in regulation.after_window)


@given(REGULATIONS, entries(), CALENDARS, st.integers(-5000, 100_000))
def test_a_stranger_writes_never(regulation: Regulation, entry: Entry, calendar: WorkingDays, minutes: int) -> None:
    now = entry.starts_at + timedelta(minutes=minutes)

    assert answer(regulation, entry, Standing(), now, calendar).verdict is Verdict.DENIED


@given(DAYS, st.integers(1, 40), CALENDARS, st.integers(1, 11))
def test_the_nth_working_day_has_as_many_working_days_up_to_it(
    day: date, count: int, calendar: WorkingDays, grade: int
) -> None:
    last = calendar.after(day, count, grade)

    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert sum(calendar.works(d, grade) for d in between) == count
    assert calendar.works(last, grade)
