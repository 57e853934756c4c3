"""Choosing the school's rules: from today or later, by whom it is to be, with a trace."""

import asyncio
from datetime import date, time, timedelta

import pytest

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.regulation import RegulationChangedMeanwhile, RegulationDayWrong
from core.regulation.changing import KEEP, Change, confirm, preview
from core.regulation.options import OPTIONS, offered
from regulations import RULES, load, presets
from storage.models import RegulationChoice
from tests.regulations.choosing import LATER, TODAY, bring, change, in_force, running
from tests.regulations.conftest import Office
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder
from tests.support.statements import counted


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


async def test_a_tap_under_own_rules_reads_the_school_in_one_statement(app: App, office: Office) -> None:
    await change(app, office.director, await bring(app, office.director))
    await change(app, office.director, "mark_correction", "no")

    for _ in range(2):
        with counted(office.sessions) as statements:
            async with app.work(office.teacher.address) as work:
                assert not work.regulation(TODAY).mark_correction
        assert len(statements) <= 2  # who acts, and the first time also «seen»


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
