"""When a card is to be confirmed, by the school's rule, and what a confirmation keeps."""

import asyncio

import pytest

from bots.staff.screens import pupil_card as screens
from core.errors import AccessDenied
from core.pupil_cards.confirming import Outcome
from core.terms import Role
from locales import translator
from notifications.rendering import render
from storage.models import CardConfirmation, Holiday
from tests.pupil_cards.conftest import EMAIL, PHONE, Cards
from tests.support.clock import MONDAY
from tests.support.school import days_after

RU = translator("ru")
NEXT_MONTH = days_after(8)  # Tuesday, 1 December


async def waiting(cards: Cards) -> int:
    return len((await cards.all()).due)


async def test_the_whole_class_is_confirmed_with_one_tap(cards: Cards) -> None:
    await cards.rule("monthly")
    assert await waiting(cards) == 3
    assert await cards.confirm_all() == (Outcome.CONFIRMED, 3)
    assert await waiting(cards) == 0
    assert "Всё сверено." in screens.cards_screen(await cards.all(), 0, RU).text
    assert {row.confirmed_by for row in await cards.rows(CardConfirmation)} == {cards.class7.leader.id}


async def test_it_is_due_again_the_next_month(cards: Cards) -> None:
    await cards.rule("monthly")
    await cards.confirm_all()
    cards.clock.set("23:59", days_after(7))
    assert await waiting(cards) == 0
    cards.clock.set("00:00", NEXT_MONTH)
    assert await waiting(cards) == 3


async def test_where_cards_are_to_be_right_always_a_change_makes_one_due(cards: Cards) -> None:
    await cards.rule("always")
    await cards.confirm_all()
    cards.clock.set("09:00", NEXT_MONTH)
    assert await waiting(cards) == 0
    await cards.edit(PHONE, "9001234567")
    [line] = (await cards.all()).due
    assert line.pupil_id == cards.class7.ivanov


async def test_and_so_does_what_a_family_proposes(cards: Cards) -> None:
    await cards.rule("always")
    await cards.confirm_all()
    await cards.propose(PHONE, "9001234567")
    assert await waiting(cards) == 1


async def test_on_request_nothing_waits_until_a_deputy_asks(cards: Cards) -> None:
    await cards.rule("on_request")
    assert await waiting(cards) == 0
    assert await cards.ask() is Outcome.ASKED
    assert await waiting(cards) == 3
    cards.clock.forward(minutes=5)
    await cards.confirm_all()
    assert await waiting(cards) == 0


async def test_the_class_leader_hears_that_a_deputy_asks_once_a_day(cards: Cards) -> None:
    await cards.rule("on_request")
    await cards.ask()
    assert await cards.ask() is Outcome.ALREADY

    [push] = await cards.pushes("cards_due")
    assert push.account_id == cards.class7.leader.account_id
    assert "Завучева А. И. просит сверить" in render(push.kind, push.facts, RU).text


@pytest.mark.parametrize("who", ["leader", "teacher"])
async def test_only_the_administration_asks(cards: Cards, who: str) -> None:
    with pytest.raises(AccessDenied):
        await cards.ask(getattr(cards.class7, who))


async def test_a_confirmation_keeps_what_had_changed(cards: Cards) -> None:
    await cards.confirm()
    await cards.edit(EMAIL, "petr@mail.ru")
    await cards.edit(PHONE, "9001112233", guardian=cards.class7.mother.id)

    text = screens.card_screen(await cards.card(), RU).text
    assert "После сверки изменилось:\n• почта: нет → petr@mail.ru" in text
    assert "• Иванова Мария Петровна: телефон: +79000000000 → +79001112233" in text
    assert await cards.confirm() is Outcome.CONFIRMED
    last = (await cards.rows(CardConfirmation))[-1]
    assert [(c["person"], c["what"], c["now"]) for c in last.changed["changes"]] == [
        ("", "email", "petr@mail.ru"),
        ("Иванова Мария Петровна", "phone", "+79001112233"),
    ]
    assert "изменилось" not in screens.card_screen(await cards.card(), RU).text


async def test_a_new_guardian_is_a_change(cards: Cards) -> None:
    await cards.rule("always")
    await cards.confirm_all()
    await cards.class7.school.guardian(cards.class7.petrova, surname="Петрова")
    assert (
        "• Петрова Мария Петровна: теперь в карточке"
        in screens.card_screen(await cards.card(pupil=cards.class7.petrova), RU).text
    )
    assert await waiting(cards) == 1


async def test_what_changed_since_it_was_shown_is_not_confirmed_unseen(cards: Cards) -> None:
    seen, all_seen = (await cards.card()).seen, (await cards.all()).seen
    await cards.edit(PHONE, "9001234567", by=cards.secretary)
    assert await cards.confirm(seen=seen) is Outcome.CHANGED
    assert await cards.confirm_all(seen=all_seen) == (Outcome.CHANGED, 0)
    assert await cards.rows(CardConfirmation) == []


async def test_two_phones_confirm_once(cards: Cards) -> None:
    seen = (await cards.all()).seen
    outcomes = await asyncio.gather(*(cards.confirm_all(seen=seen) for _ in range(2)))
    assert sorted(outcome for outcome, _ in outcomes) == [Outcome.ALREADY, Outcome.CONFIRMED]
    assert len(await cards.rows(CardConfirmation)) == 3


async def test_a_second_press_on_one_card_changes_nothing(cards: Cards) -> None:
    seen = (await cards.card()).seen
    assert await cards.confirm(seen=seen) is Outcome.CONFIRMED
    assert await cards.confirm(seen=seen) is Outcome.ALREADY
    assert len(await cards.rows(CardConfirmation)) == 1


async def test_the_director_confirms_in_the_leader_s_place_and_nobody_else(cards: Cards) -> None:
    director = await cards.class7.school.connected_staff("Директорова", Role.DIRECTOR)
    for stranger in (cards.class7.deputy, cards.secretary):
        with pytest.raises(AccessDenied):
            await cards.confirm(stranger)
        with pytest.raises(AccessDenied):
            await cards.confirm_all(stranger)
    assert await cards.confirm(director) is Outcome.CONFIRMED


async def test_the_leader_is_reminded_once_a_month_in_the_daytime(cards: Cards) -> None:
    await cards.rule("monthly")
    for wall, day in [("08:59", MONDAY), ("09:00", MONDAY), ("13:00", MONDAY), ("09:00", days_after(1))]:
        cards.clock.set(wall, day)
        await cards.remind()
    [push] = await cards.pushes("cards_due")
    assert (push.account_id, push.facts["count"]) == (cards.class7.leader.account_id, 3)
    assert "Сверить: 3" in render(push.kind, push.facts, RU).text

    cards.clock.set("09:00", NEXT_MONTH)
    await cards.remind()
    assert len(await cards.pushes("cards_due")) == 2


async def test_nobody_is_reminded_of_nothing_nor_on_holidays(cards: Cards) -> None:
    await cards.rule("monthly")
    await cards.class7.school._add(
        Holiday(
            year_id=cards.class7.school.year_id, name="Каникулы", starts=MONDAY, ends=MONDAY, grade_from=1, grade_to=12
        )
    )
    cards.clock.set("10:00")
    await cards.remind()
    cards.clock.set("10:00", days_after(1))
    await cards.confirm_all()
    await cards.remind()
    assert await cards.pushes("cards_due") == []
