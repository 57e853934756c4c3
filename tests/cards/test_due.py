"""Who gets a card and when: once a day, at the chosen hour, never at night, never twice."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from core.cards import evening
from core.cards.evening import send_cards
from core.delivery import queue
from core.terms import ConsentAnswer, Door
from storage.models import Account, Consent, Enrolment, Guardian, Guardianship, Lesson, Link, Pupil
from tests.cards.conftest import SATURDAY, TUESDAY, Home, at
from tests.support.clock import MONDAY, moscow
from tests.support.school import WRITTEN, Person
from tests.support.statements import counted


async def test_it_comes_at_seven_unless_chosen_otherwise_and_once(home: Home) -> None:
    await home.tick("18:59")
    assert await home.cards() == []

    for wall in ("19:00", "19:05", "21:30"):
        await home.tick(wall)

    assert len(await home.cards(home.mother)) == 1


@pytest.mark.parametrize(("chosen", "early", "due_at"), [("17:00", "16:59", "17:00"), ("21:00", "20:59", "21:00")])
async def test_it_comes_at_the_hour_chosen(home: Home, chosen: str, early: str, due_at: str) -> None:
    await home.choose(home.mother, evening_at=at(chosen))
    await home.tick(early)
    assert await home.cards() == []

    await home.tick(due_at)

    assert len(await home.cards()) == 1


async def test_one_missed_while_the_process_was_down_is_made_up_for_until_ten(home: Home) -> None:
    await home.tick("21:59")
    assert len(await home.cards()) == 1

    await home.tick("22:00", TUESDAY)
    await home.tick("07:00", date(2026, 11, 25))
    assert len(await home.cards()) == 1


async def test_it_is_not_sent_the_next_morning(home: Home) -> None:
    await home.choose(home.mother, quiet_from=at("21:00"), quiet_to=at("07:00"))
    await home.tick()

    assert (await home.card()).expires_at == moscow(MONDAY, "21:00")


async def test_quiet_hours_at_the_chosen_hour_bring_it_before_them(home: Home) -> None:
    await home.choose(home.mother, evening_at=at("21:00"), quiet_from=at("20:00"), quiet_to=at("08:00"))
    await home.tick("19:44")
    assert await home.cards() == []

    await home.tick("19:45")

    assert (await home.card()).expires_at == moscow(MONDAY, "20:00")


@pytest.mark.parametrize(
    ("zone", "moment"), [("Asia/Yekaterinburg", ("17:00", MONDAY)), ("Asia/Vladivostok", ("12:00", MONDAY))]
)
async def test_the_hour_is_the_school_s_own(home: Home, zone: str, moment: tuple[str, date]) -> None:
    await home.school.update_school(time_zone=zone)

    await home.tick(*moment)

    row = await home.card()
    assert (row.facts["day"], row.expires_at) == ("2026-11-23", moscow(MONDAY, moment[0]) + timedelta(hours=4))


async def test_a_pupil_s_own_phone_gets_it_only_when_asked_for(home: Home) -> None:
    pupil = await home.school.connected_pupil(home.petr)
    await home.tick()
    assert await home.cards(pupil) == []

    await home.choose(pupil, evening_card=True)
    await home.tick("19:01")
    assert [c["name"] for c in (await home.card(pupil)).facts["children"]] == ["Пётр"]


async def test_who_switched_it_off_gets_none(home: Home) -> None:
    await home.choose(home.mother, evening_card=False)
    await home.tick()
    assert await home.cards() == []


async def test_both_parents_get_their_own(home: Home) -> None:
    father = await home.school.connected_guardian(home.petr, surname="Иванов")

    await home.tick()

    assert [c["name"] for c in (await home.card(father)).facts["children"]] == ["Пётр"]
    assert [c["name"] for c in (await home.card()).facts["children"]] == ["Пётр", "Аня"]


async def test_without_consent_there_is_no_card(home: Home) -> None:
    father = await home.school.connected_guardian(home.petr, surname="Иванов", consent=False)

    await home.tick()

    assert await home.cards(father) == []


async def _claimed(home: Home) -> int:
    async with home.app.work() as work:
        return len((await queue.claim(work, Door.FAMILY, 10)).due)


async def test_consent_withdrawn_before_sending_drops_it(home: Home) -> None:
    await home.tick()
    await home.school.consent(home.mother, ConsentAnswer.WITHDRAWN, guardian_id=home.mother.id)

    assert await _claimed(home) == 0
    assert (await home.card()).error == "consent-missing"


async def test_a_card_naming_a_child_that_is_no_longer_theirs_is_not_sent(home: Home) -> None:
    await home.tick()
    await home.run(delete(Guardianship).where(Guardianship.pupil_id == home.anna))

    assert await _claimed(home) == 0
    assert (await home.card()).error == "pupil-not-theirs"


async def _second_link(home: Home, **holder: Any) -> Person:
    """The mother's phone speaks for another guardian, of another child, too."""
    row = await home.add(Link(account_id=home.mother.account_id, created_at=moscow(MONDAY, "08:00"), **holder))
    return Person(0, home.mother.address, home.mother.account_id, row.id)


async def test_a_phone_that_speaks_for_two_people_gets_one_card_and_loses_it_with_either(home: Home) -> None:
    nephew = await home.school.pupil(home.class_id, "Сидоров", "Олег")
    aunt = await home.school.guardian(nephew, surname="Сидорова")
    person = await _second_link(home, guardian_id=aunt)
    await home.school.consent(person, guardian_id=aunt)

    await home.tick()

    assert [c["name"] for c in (await home.card()).facts["children"]] == ["Пётр", "Аня", "Олег"]
    await home.run(update(Link).where(Link.id == person.link_id).values(revoked_at=moscow(MONDAY, "19:00")))
    assert await _claimed(home) == 0


async def test_a_card_whose_rights_all_stand_is_sent(home: Home) -> None:
    await home.tick()
    assert await _claimed(home) == 1


async def test_a_pupil_who_left_is_not_told_of(home: Home) -> None:
    await home.run(update(Enrolment).where(Enrolment.pupil_id == home.anna).values(ends=date(2026, 11, 20)))

    await home.tick()

    assert [c["name"] for c in (await home.card()).facts["children"]] == ["Пётр"]


async def test_two_processes_write_each_card_once(home: Home) -> None:
    for number in range(12):
        await home.school.connected_guardian(home.petr, surname=f"Иванов{number}")
    home.clock.set("19:00")

    async def process() -> None:
        async with home.app.work() as work:
            await send_cards(work)

    await asyncio.gather(*(process() for _ in range(4)))

    accounts = [row.account_id for row in await home.cards()]
    assert len(accounts) == len(set(accounts)) == 13


async def test_many_families_are_told_some_hundreds_at_a_time(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evening, "AT_A_TIME", 2)
    for number in range(4):
        await home.school.connected_guardian(home.petr, surname=f"Иванов{number}")

    written = []
    for second in range(4):
        await home.tick(f"19:00:0{second}")
        written.append(len(await home.cards()))

    assert written == [2, 4, 5, 5]


async def _connect_many(home: Home, count: int) -> None:
    """Pupils of the class with a connected guardian each, a statement a table."""
    numbers = range(count)

    async def add(model: Any, rows: list[dict[str, Any]]) -> list[int]:
        async with home.sessions() as session, session.begin():
            found = await session.scalars(insert(model).returning(model.id, sort_by_parameter_order=True), rows)
            return list(found)

    async def tie(model: Any, rows: list[dict[str, Any]]) -> None:
        async with home.sessions() as session, session.begin():
            await session.execute(insert(model), rows)

    name = {"surname": "Фамилия", "given_name": "Имя"}
    times = {"created_at": WRITTEN, "seen_at": WRITTEN}
    chat = {"channel": "telegram", "door": Door.FAMILY, "language": "ru", **times}
    pupils = await add(Pupil, [{**name, "file_number": f"M{count}-{n}"} for n in numbers])
    guardians = await add(Guardian, [name for _ in numbers])
    accounts = await add(Account, [{**chat, "address": f"many-{count}-{n}"} for n in numbers])
    people = list(zip(pupils, guardians, accounts, strict=True))
    await add(Link, [{"account_id": a, "guardian_id": g, "created_at": WRITTEN} for _, g, a in people])
    await tie(Guardianship, [{"guardian_id": g, "pupil_id": p} for p, g, _ in people])
    starts = date(2026, 9, 1)
    await add(Enrolment, [{"pupil_id": p, "class_id": home.class_id, "starts": starts} for p, _, _ in people])
    given = {"wording_id": 1, "answer": ConsentAnswer.GIVEN, "at": WRITTEN}
    await add(Consent, [{**given, "guardian_id": g, "account_id": a} for _, g, a in people])


@pytest.mark.parametrize("day", [MONDAY, SATURDAY], ids=["evening", "saturday"])
async def test_the_number_of_statements_does_not_depend_on_the_families(
    home: Home, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evening, "AT_A_TIME", 300)
    await home.mark("5")
    taken = {"roll_taken_at": moscow(MONDAY, "09:00"), "roll_taken_by": home.teacher.id}
    await home.run(update(Lesson).values(**taken))
    counts: dict[int, int] = {}
    for accounts in (10, 289):
        await _connect_many(home, accounts)
        await home.run(update(Account).values(evening_told_on=None))
        with counted(home.sessions) as statements:
            await home.tick(f"19:0{len(counts)}", day)
        counts[accounts] = len(statements)

    assert len({row.account_id for row in await home.cards()}) == 300
    assert counts[10] == counts[289] <= 25
