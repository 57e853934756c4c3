"""Choosing the school's rules: from today or later, by whom it is to be, with a trace."""

import asyncio
from datetime import date, time, timedelta

import pytest

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.regulation import RegulationChangedMeanwhile, RegulationDayWrong, RegulationUnfit
from core.regulation.changing import KEEP, Change, Chosen, confirm, preview
from core.regulation.choices import Rules, offers, rules
from core.regulation.files import MAX_BYTES, bring_file, name_of
from core.regulation.options import OPTIONS, offered
from core.workbook.importing import import_workbook
from regulations import RULES, load, presets
from storage.models import RegulationChoice
from tests.regulations.conftest import Office
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder
from tests.support.statements import counted
from tests.workbook.books import changed
from tests.workbook.test_faults import row

TODAY = MONDAY
LATER = date(2026, 12, 1)
OURS = 'title = "Наш регламент"\n[roll]\nat = 20:00:00\nclause = "п. 2"\n'.encode()


async def in_force(app: App, person: Person) -> Rules:
    async with app.work(person.address) as work:
        return await rules(work)


async def change(app: App, person: Person, target: str, option: str = "", since: date = TODAY) -> Chosen:
    """Look and confirm, as the buttons do."""
    async with app.work(person.address) as work:
        seen = await preview(work, Change(target, option), since)
    async with app.work(person.address) as work:
        return await confirm(work, Change(target, option), since, seen.seen)


async def bring(app: App, person: Person, body: bytes = OURS, name: str = "Наш регламент.toml") -> str:
    async with app.work(person.address) as work:
        return (await bring_file(work, name, body)).key


async def running(app: App, day: date) -> tuple[str, time | None]:
    async with app.work() as work:
        regulation = work.regulation(day)
        return regulation.name, regulation.roll.at


async def test_before_anybody_chooses_the_default_runs(app: App, office: Office) -> None:
    found = await in_force(app, office.teacher)

    assert found.now.regulation == load("default")
    assert not found.may_choose


@pytest.mark.parametrize("who", ["director", "deputy"])
async def test_the_director_and_a_deputy_choose(app: App, office: Office, who: str) -> None:
    person: Person = getattr(office, who)

    chosen = await change(app, person, "rso")

    assert chosen.changed
    assert (await in_force(app, office.teacher)).now.regulation == load("rso")
    [made] = await office.choices()
    assert (made.name, made.since, made.chosen_by) == ("rso", TODAY, person.id)
    [trace] = await office.trail("regulation.choose")
    assert (trace.staff_id, trace.before, trace.after) == (
        person.id,
        {"name": "default", "overrides": {}},
        {"name": "rso", "overrides": {}, "since": "2026-11-23"},
    )


@pytest.mark.parametrize("who", ["teacher", "administrator"])
async def test_nobody_else_chooses(app: App, office: Office, who: str) -> None:
    person: Person = getattr(office, who)

    for attempt in (
        change(app, person, "rso"),
        bring(app, person),
    ):
        with pytest.raises(AccessDenied):
            await attempt
    assert await office.choices() == []


async def test_a_choice_holds_for_lessons_from_its_day_on(app: App, office: Office) -> None:
    await change(app, office.director, "rso", since=LATER)

    assert (await running(app, LATER - timedelta(days=1)))[0] == "default"
    assert (await running(app, LATER))[0] == "rso"
    found = await in_force(app, office.director)
    assert [(c.since, c.name) for c in found.planned] == [(LATER, "rso")]


@pytest.mark.parametrize("days", [-1, -100, 367])
async def test_days_past_and_far_away_keep_their_rules(app: App, office: Office, days: int) -> None:
    with pytest.raises(RegulationDayWrong):
        await change(app, office.director, "rso", since=TODAY + timedelta(days=days))


async def test_yesterdays_lessons_stay_under_yesterdays_rules(app: App, office: Office, clock: FakeClock) -> None:
    await change(app, office.director, "kam")
    clock.set("09:00", TODAY + timedelta(days=1))
    await change(app, office.director, "lic68", since=TODAY + timedelta(days=1))

    assert (await running(app, TODAY))[0] == "kam"
    assert (await running(app, TODAY + timedelta(days=1)))[0] == "lic68"


async def test_a_confirmation_pressed_twice_or_at_once_chooses_once(app: App, office: Office) -> None:
    async def press() -> bool:
        async with app.work(office.director.address) as work:
            return (await confirm(work, Change("rso"), TODAY, seen)).changed

    async with app.work(office.director.address) as work:
        seen = (await preview(work, Change("rso"))).seen

    assert sorted(await asyncio.gather(press(), press(), press())) == [False, False, True]
    assert len(await office.choices()) == 1


async def test_an_old_button_does_not_overrule_what_a_colleague_chose_meanwhile(app: App, office: Office) -> None:
    async with app.work(office.director.address) as work:
        seen = (await preview(work, Change("rso"))).seen
    await change(app, office.deputy, "kam")

    with pytest.raises(RegulationChangedMeanwhile):
        async with app.work(office.director.address) as work:
            await confirm(work, Change("rso"), TODAY, seen)
    assert (await running(app, TODAY))[0] == "kam"


async def test_single_rules_gather_over_the_chosen_regulation(app: App, office: Office) -> None:
    await change(app, office.director, "kam")
    await change(app, office.director, "roll", "t18")
    await change(app, office.deputy, "mark_correction", "no")

    now = (await in_force(app, office.teacher)).now.regulation

    assert (now.name, now.roll.at, now.mark_correction) == ("kam", time(18), False)
    assert now.overridden == {"roll", "mark_correction"}
    assert now.homework == load("kam").homework


async def test_choosing_a_regulation_anew_drops_the_single_changes(app: App, office: Office) -> None:
    await change(app, office.director, "roll", "t18")
    await change(app, office.director, "default")

    assert (await in_force(app, office.teacher)).now.regulation == load("default")


async def test_a_preview_names_the_rules_that_differ_and_what_is_chosen_for_later(app: App, office: Office) -> None:
    await change(app, office.director, "lic68", since=LATER)

    async with app.work(office.deputy.address) as work:
        seen = await preview(work, Change("s324"))

    assert {"roll", "class_leader_corrects", "paper_journal"} <= set(seen.rules)
    assert "written_marks" not in seen.rules
    assert seen.planned == LATER
    assert await office.trail("regulation.choose") != []


async def test_what_is_chosen_for_later_can_be_undone(app: App, office: Office) -> None:
    await change(app, office.director, "kam")
    await change(app, office.director, "lic68", since=LATER)

    undone = await change(app, office.director, KEEP, since=LATER)
    again = await change(app, office.director, KEEP, since=LATER)

    assert (await running(app, LATER))[0] == "kam"
    assert (undone.changed, again.changed) == (True, False)
    assert (await in_force(app, office.teacher)).planned == ()
    assert [e.before["name"] for e in await office.trail("regulation.undo") if e.before] == ["lic68"]


async def test_after_an_undoing_today_s_change_reaches_beyond_that_day(app: App, office: Office) -> None:
    await change(app, office.director, "lic68", since=LATER)
    await change(app, office.director, "lic68")
    await change(app, office.director, KEEP, since=LATER)

    await change(app, office.director, "roll", "d7")

    async with app.work() as work:
        assert work.regulation(LATER).roll.days == 7


@pytest.mark.parametrize(("target", "option"), [("nothing", ""), ("roll", "t99"), ("roll", ""), ("f-0000000000", "")])
async def test_a_forged_button_finds_nothing(app: App, office: Office, target: str, option: str) -> None:
    with pytest.raises(NothingThere):
        await change(app, office.director, target, option)


@pytest.mark.parametrize("name", presets())
def test_every_value_offered_for_a_rule_is_a_valid_one(name: str) -> None:
    assert set(OPTIONS) == set(RULES)
    for rule in RULES:
        assert len(offered(load(name), rule)) >= 2


async def test_a_school_brings_its_own_file_and_chooses_it(app: App, office: Office) -> None:
    key = await bring(app, office.director)
    assert await running(app, TODAY) == ("default", time(21))

    await change(app, office.director, key)

    assert await running(app, TODAY) == ("наш-регламент", time(20))
    async with app.work(office.teacher.address) as work:
        assert work.regulation(TODAY).clause("roll") == "п. 2"


async def test_a_file_sent_anew_does_not_change_rules_already_chosen(app: App, office: Office) -> None:
    key = await bring(app, office.director)
    await change(app, office.director, key)

    await bring(app, office.director, OURS.replace(b"20:00", b"19:00"))

    assert await running(app, TODAY) == ("наш-регламент", time(20))
    await change(app, office.director, key)
    assert await running(app, TODAY) == ("наш-регламент", time(19))
    assert len(await office.trail("regulation.file")) == 2


async def test_the_same_file_sent_twice_is_kept_once(app: App, office: Office) -> None:
    await bring(app, office.director)
    await bring(app, office.deputy)

    assert len(await office.trail("regulation.file")) == 1


BAD = {
    "not toml": (b"PK\x03\x04 workbook", "not-toml"),
    "not utf-8": ('title = "Наш"'.encode("cp1251"), "not-toml"),
    "zero bytes": (b'title = "a"\0', "not-toml"),
    "huge": (b"#" * (MAX_BYTES + 1), "too-large"),
    "no title": (b"mark_correction = true", "missing"),
    "unknown field": (b'title = "a"\nmarks = 1', "unknown"),
    "unknown fields of great length": (b'title = "a"\n' + b"x" * 5000 + b" = 1", "unknown"),
    "contradiction": (b'title = "a"\n[roll]\ndays = 1\nworking_days = 2', "one-term"),
    "closes before it opens": (b'title = "a"\n[roll]\nat = 07:00:00', "too-early"),
}


@pytest.mark.parametrize(("body", "problem"), BAD.values(), ids=BAD.keys())
async def test_a_faulty_file_is_refused_and_nothing_is_kept(
    app: App, office: Office, body: bytes, problem: str
) -> None:
    with pytest.raises(RegulationUnfit) as caught:
        await bring(app, office.director, body)

    assert caught.value.facts["problem"] == problem
    async with app.work(office.director.address) as work:
        assert [o.name for o in await offers(work) if o.own] == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Наш регламент.TOML", "наш-регламент"),
        ("kam.toml", "kam-own"),
        ("../../etc/passwd.toml", "passwd"),
        ("….toml", "regulation"),
        ("a" * 300 + ".toml", "a" * 40),
    ],
)
def test_a_file_is_known_by_a_tidy_name(file: str, name: str) -> None:
    assert name_of(file) == name


async def test_a_tap_under_own_rules_reads_the_school_in_one_statement(app: App, office: Office) -> None:
    await change(app, office.director, await bring(app, office.director))
    await change(app, office.director, "mark_correction", "no")

    for _ in range(2):
        with counted(office.sessions) as statements:
            async with app.work(office.teacher.address) as work:
                assert not work.regulation(TODAY).mark_correction
        assert len(statements) <= 2  # who acts, and the first time also «seen»


async def load_book(app: App, regulation: str) -> bool:
    """Whether the book was taken in."""
    async with app.work() as work:
        report = await import_workbook(work, changed(row("Школа", "Регламент", regulation)), "school.xlsx")
    return report.applied


@pytest.fixture
async def registered(app: App, school: SchoolBuilder) -> App:
    """A school that came in from a workbook, under the default rules."""
    assert await load_book(app, "default")
    return app


async def chosen_names(app: App) -> list[tuple[date, str]]:
    async with app.work() as work:
        return [(since, r.name) for since, r in work.school.regulations]


async def test_the_workbook_chooses_from_today_and_the_same_book_again_changes_nothing(registered: App) -> None:
    before = await chosen_names(registered)

    await load_book(registered, "rso")
    once = await chosen_names(registered)
    await load_book(registered, "rso")

    assert once == [*before, (TODAY, "rso")]
    assert await chosen_names(registered) == once


async def test_the_workbook_leaves_single_changes_and_later_choices_alone(registered: App, office: Office) -> None:
    await change(registered, office.director, "roll", "t18")
    await change(registered, office.director, "lic68", since=LATER)
    made = await chosen_names(registered)

    await load_book(registered, "default")
    assert await chosen_names(registered) == made

    await load_book(registered, "kam")
    assert (await running(registered, TODAY))[0] == "kam"
    assert (await running(registered, LATER))[0] == "lic68"


async def test_the_workbook_knows_the_schools_own_file(registered: App, office: Office) -> None:
    assert not await load_book(registered, "Наш регламент.toml")

    await bring(registered, office.director)
    assert await load_book(registered, "Наш регламент.toml")

    assert await running(registered, TODAY) == ("наш-регламент", time(20))


async def test_a_choice_that_cannot_be_read_any_more_leaves_the_default(app: App, school: SchoolBuilder) -> None:
    await school._add(
        RegulationChoice(
            since=date(2026, 9, 1), name="наш", body="title = 5", overrides={}, chosen_at=moscow(MONDAY, "08:00")
        )
    )

    async with app.work() as work:
        assert work.regulation(work.today).name == "default"

    [error] = app.regulations.broken.values()
    assert "title" in str(error)
