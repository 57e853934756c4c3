"""A regulation is data: the six that come with the product, and plain words about a faulty one."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.rules.windows import closes_at
from core.workbook.school_sheet import PARAMETERS
from regulations import DEFAULT, EntryWindow, Regulation, RegulationError, load, presets
from regulations.loader import parse

SAMARA = ZoneInfo("Europe/Samara")
DAY = date(2026, 11, 23)

END_OF_THE_DAY = EntryWindow()
NINE_IN_THE_EVENING = EntryWindow(at=time(21))
SEVEN_DAYS = EntryWindow(days=7)

ROLLS = {
    "default": NINE_IN_THE_EVENING,
    "kam": NINE_IN_THE_EVENING,
    "lic68": END_OF_THE_DAY,
    "proz": END_OF_THE_DAY,
    "rso": SEVEN_DAYS,
    "s324": END_OF_THE_DAY,
}
"""«Lesson topic and attendance entered by», as each school's own text has it."""


def test_five_schools_and_a_default_come_with_the_product() -> None:
    assert presets() == sorted(ROLLS)


@pytest.mark.parametrize("name", ROLLS)
def test_a_preset_says_what_its_school_wrote(name: str) -> None:
    assert load(name).roll == ROLLS[name]


@pytest.mark.parametrize("name", ROLLS)
def test_a_preset_bears_the_name_of_its_text(name: str) -> None:
    regulation = load(name)

    assert regulation.name == name
    assert regulation.title[0].isupper()


def test_no_two_presets_bear_the_same_title() -> None:
    assert len({load(name).title for name in presets()}) == len(presets())


@pytest.mark.parametrize(
    ("window", "closes"),
    [
        (NINE_IN_THE_EVENING, datetime(2026, 11, 23, 17, tzinfo=UTC)),
        (END_OF_THE_DAY, datetime(2026, 11, 23, 20, tzinfo=UTC)),
        (SEVEN_DAYS, datetime(2026, 11, 30, 20, tzinfo=UTC)),
        (EntryWindow(days=1, at=time(12)), datetime(2026, 11, 24, 8, tzinfo=UTC)),
    ],
)
def test_a_window_closes_by_the_schools_own_clock(window: EntryWindow, closes: datetime) -> None:
    assert abs(closes_at(window, DAY, SAMARA) - closes) <= timedelta(minutes=1)


def test_where_a_regulation_is_silent_the_default_holds() -> None:
    assert parse('title = "Наш"', "ours") == Regulation(name="ours", title="Наш", roll=load(DEFAULT).roll)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title =", "ours: not a TOML file: "),
        ("", "ours, title: a text is needed"),
        ("title = 5", "ours, title: a text is needed"),
        ('title = "Наш"\nroll = 7', "ours, roll: a section with days, at"),
        ('title = "Наш"\nmarks = 7', "ours: unknown marks; allowed: roll, title"),
        ('title = "Наш"\n[roll]\nuntil = 21:00:00', "ours, roll: unknown until; allowed: at, days"),
        ('title = "Наш"\n[roll]\ndays = -1', "ours, roll.days: a whole number of days from 0 to 60"),
        ('title = "Наш"\n[roll]\ndays = 61', "ours, roll.days: a whole number of days from 0 to 60"),
        ('title = "Наш"\n[roll]\ndays = 1.5', "ours, roll.days: a whole number of days from 0 to 60"),
        ('title = "Наш"\n[roll]\ndays = true', "ours, roll.days: a whole number of days from 0 to 60"),
        ('title = "Наш"\n[roll]\nat = "21:00"', "ours, roll.at: a time such as 21:00:00"),
        ('title = "Наш"\n[roll]\nat = 2026-11-23', "ours, roll.at: a time such as 21:00:00"),
    ],
)
def test_a_faulty_regulation_is_refused_by_file_field_and_what_is_allowed(text: str, complaint: str) -> None:
    with pytest.raises(RegulationError, match=complaint):
        parse(text, "ours")


@pytest.mark.parametrize("name", ["lyceum", "", "../default", "default.toml"])
def test_a_regulation_that_is_not_there_is_answered_with_those_that_are(name: str) -> None:
    with pytest.raises(RegulationError, match="no such regulation; there are: default, kam, lic68, proz, rso, s324"):
        load(name)


def test_the_workbook_offers_every_regulation_there_is() -> None:
    [offered] = [p.offered for p in PARAMETERS if p.field == "regulation"]

    assert list(offered) == presets()
