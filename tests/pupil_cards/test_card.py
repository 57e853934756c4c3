"""A pupil's card: who sees it, who changes it, what is kept of a change."""

import pytest

from bots.staff.screens import pupil_card as screens
from core.errors import AccessDenied, NothingThere
from core.errors.contacts import PhoneWrong
from core.terms import Role
from locales import translator
from storage.models import Account, AuditEntry, Enrolment, Pupil
from tests.pupil_cards.conftest import ADDRESS, EMAIL, PHONE, Cards
from tests.support.clock import MONDAY
from tests.support.school import days_after
from tests.support.statements import counted

RU = translator("ru")


async def test_the_card_says_who_the_pupil_is_and_how_the_family_is_reached(cards: Cards) -> None:
    await cards.edit(ADDRESS, "ул. Ленина, д. 5, кв. 1")
    screen = screens.card_screen(await cards.card(), RU)

    assert "<b>Иванов Пётр</b>, 7Б" in screen.text
    assert "Дата рождения: 17 мая 2011 г., 15 лет" in screen.text
    assert "Телефон: не указан\nПочта: не указана\nАдрес: ул. Ленина, д. 5, кв. 1" in screen.text
    assert "<b>Иванова Мария Петровна</b>, мать, подключение есть\nТелефон: +79000000000" in screen.text
    assert "Карточку ещё не сверяли.\n❗ Пора сверить" in screen.text


async def test_a_pupil_without_parents_or_birthday_has_a_card_too(cards: Cards) -> None:
    other = await cards.class7.school.pupil(cards.class7.class_id, "Безродный", born=None)
    text = screens.card_screen(await cards.card(pupil=other), RU).text
    assert "Дата рождения не указана." in text
    assert "Родителей в журнале нет" in text


async def test_a_family_that_blocked_the_bot_is_told_apart(cards: Cards) -> None:
    async with cards.class7.sessions() as session, session.begin():
        account = await session.get(Account, cards.class7.mother.account_id)
        assert account is not None
        account.unreachable_at = cards.clock.now()
    assert "⚠ бот заблокирован" in screens.card_screen(await cards.card(), RU).text


async def test_a_card_costs_two_statements(cards: Cards) -> None:
    with counted(cards.class7.sessions) as statements:
        await cards.card()
    assert len(statements) <= 3


async def test_a_contact_is_written_with_a_trace_of_both_values(cards: Cards) -> None:
    card, changed = await cards.edit(PHONE, "8 900 111-22-33", guardian=cards.class7.mother.id)

    assert changed
    assert {g.id: g.phone for g in card.guardians}[cards.class7.mother.id] == "+79001112233"
    [line] = await cards.rows(AuditEntry)
    assert (line.action, line.subject, line.subject_id) == ("card.change", "guardian", str(cards.class7.mother.id))
    assert (line.before, line.after) == ({"phone": "+79000000000"}, {"phone": "+79001112233"})
    assert line.staff_id == cards.class7.leader.id


async def test_the_same_words_twice_change_once(cards: Cards) -> None:
    assert (await cards.edit(EMAIL, "petr@mail.ru"))[1]
    assert not (await cards.edit(EMAIL, "petr@mail.ru"))[1]
    assert await cards.traced() == ["card.change"]


async def test_a_contact_is_taken_away(cards: Cards) -> None:
    await cards.edit(EMAIL, "petr@mail.ru")
    card, _ = await cards.edit(EMAIL, "-")
    assert card.email == ""


async def test_what_is_no_phone_changes_nothing(cards: Cards) -> None:
    with pytest.raises(PhoneWrong):
        await cards.edit(PHONE, "не знаю")
    assert await cards.traced() == []


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.ADMINISTRATOR, Role.DIRECTOR])
async def test_the_office_edits_too(cards: Cards, role: Role) -> None:
    somebody = await cards.class7.school.connected_staff("Конторская", role)
    assert (await cards.edit(PHONE, "9001234567", by=somebody))[1]


async def test_a_deputy_sees_and_changes_nothing(cards: Cards) -> None:
    assert not (await cards.card(cards.class7.deputy)).may_edit
    with pytest.raises(AccessDenied):
        await cards.edit(PHONE, "9001234567", by=cards.class7.deputy)


async def test_a_teacher_and_another_class_s_leader_see_nothing(cards: Cards) -> None:
    other = await cards.class7.school.connected_staff("Соседкина")
    await cards.class7.school.class_unit("7В", other.id)
    for stranger in (cards.class7.teacher, other):
        with pytest.raises(AccessDenied):
            await cards.card(stranger)
        with pytest.raises(AccessDenied):
            await cards.all(stranger)


async def test_a_guardian_of_another_pupil_is_not_on_the_card(cards: Cards) -> None:
    other = await cards.class7.school.connected_guardian(cards.class7.petrova, surname="Петрова")
    with pytest.raises(NothingThere):
        await cards.edit(PHONE, "9001234567", guardian=other.id)


async def test_who_left_has_no_card(cards: Cards) -> None:
    async with cards.class7.sessions() as session, session.begin():
        for stay in await cards.rows(Enrolment):
            if stay.pupil_id == cards.class7.ivanov:
                (await session.get_one(Enrolment, stay.id)).ends = MONDAY
    cards.clock.set("08:00", days_after(1))
    with pytest.raises(NothingThere):
        await cards.card()
    assert cards.class7.ivanov in [pupil.id for pupil in await cards.rows(Pupil)]
