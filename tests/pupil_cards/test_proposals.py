"""A family proposes other contacts; the class leader accepts or refuses; both parents are kept apart."""

import asyncio

import pytest

from bots.family.screens import contacts as screens
from core.errors import AccessDenied, ButtonOutdated, ConsentNeeded
from core.errors.contacts import ContactSame, EmailWrong
from core.pupil_cards.deciding import Decided
from core.pupil_cards.proposals import Proposed
from core.terms import Role
from locales import translator
from notifications.rendering import render
from storage.models import ContactProposal, Guardian, Link, Pupil
from tests.pupil_cards.conftest import ADDRESS, EMAIL, PHONE, Cards
from tests.support.clock import moscow
from tests.support.school import days_after
from tests.support.statements import counted

RU = translator("ru")
OLD, NEW = "+79000000000", "+79001234567"


async def proposed(cards: Cards) -> tuple[int, str]:
    """The open proposal and its fingerprint."""
    [one] = [p for p in (await cards.contacts()).proposals if p.open]
    return one.id, one.seen


async def mother_s(cards: Cards) -> Guardian:
    async with cards.class7.sessions() as session:
        return await session.get_one(Guardian, cards.class7.mother.id)


async def test_a_proposal_changes_nothing_until_it_is_accepted(cards: Cards) -> None:
    assert await cards.propose(PHONE, "8 900 123-45-67") is Proposed.MADE
    assert (await mother_s(cards)).phone == OLD

    text = screens.contacts_screen(await cards.contacts(), RU).text
    assert f"Телефон: {OLD}" in text
    assert f"Ждёт классного руководителя</b> (ваши контакты)\n• телефон: {OLD} → <b>{NEW}</b>" in text
    assert await cards.accept(*await proposed(cards)) is Decided.ACCEPTED
    assert (await mother_s(cards)).phone == NEW
    assert await cards.traced() == ["contacts.propose", "card.accept", "contacts.accepted"]


async def test_the_class_leader_hears_once_of_several_contacts(cards: Cards) -> None:
    cards.clock.set("12:00")
    await cards.propose(PHONE, NEW)
    await cards.propose(EMAIL, "ivanova@mail.ru")

    [push] = await cards.pushes("contacts_proposed")
    assert (push.account_id, push.due_at) == (cards.class7.leader.account_id, moscow(days_after(0), "12:01"))
    text = render(push.kind, push.facts, RU).text
    assert "Иванов Пётр, 7Б</b>: семья просит изменить контакты." in text
    assert "Контакты: Иванова Мария Петровна" in text
    assert "• почта: нет → <b>ivanova@mail.ru</b>" in text
    assert len(await cards.proposals()) == 1


async def test_at_night_the_class_leader_sleeps(cards: Cards) -> None:
    cards.clock.set("23:30")
    await cards.propose(PHONE, NEW)
    [push] = await cards.pushes("contacts_proposed")
    assert push.due_at == moscow(days_after(1), "07:00")


async def test_where_the_class_leader_has_no_bot_the_secretary_hears(cards: Cards) -> None:
    async with cards.class7.sessions() as session, session.begin():
        (await session.get_one(Link, cards.class7.leader.link_id)).revoked_at = cards.clock.now()
    await cards.propose(PHONE, NEW)
    [push] = await cards.pushes("contacts_proposed")
    assert push.account_id == cards.secretary.account_id
    assert await cards.accept(*await proposed(cards), by=cards.secretary) is Decided.ACCEPTED


async def test_the_child_s_address_is_the_whole_family_s_matter(cards: Cards) -> None:
    await cards.propose(ADDRESS, "ул. Ленина, д. 5", own=False)
    await cards.propose(PHONE, NEW, own=False, by=cards.class7.father)

    [one] = await cards.proposals()
    assert set(one.contacts) == {"address", "phone"}
    proposal = await proposed(cards)
    await cards.accept(*proposal)
    [pupil] = [row for row in await cards.rows(Pupil) if row.id == cards.class7.ivanov]
    assert (pupil.address, pupil.phone) == ("ул. Ленина, д. 5", NEW)
    told = {push.account_id for push in await cards.pushes("contacts_answered")}
    assert told == {cards.class7.mother.account_id, cards.class7.father.account_id}


async def test_own_contacts_are_not_the_other_parent_s_business(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    proposal = await proposed(cards)
    seen_by_father = screens.contacts_screen(await cards.contacts(cards.class7.father), RU).text
    assert NEW not in seen_by_father
    with pytest.raises(AccessDenied):
        await cards.withdraw(*proposal, by=cards.class7.father)
    await cards.accept(*proposal)
    assert [push.account_id for push in await cards.pushes("contacts_answered")] == [cards.class7.mother.account_id]


async def test_each_parent_has_a_proposal_of_the_own(cards: Cards) -> None:
    await asyncio.gather(cards.propose(PHONE, NEW), cards.propose(PHONE, "9005556677", by=cards.class7.father))
    assert len(await cards.proposals()) == 2


async def test_both_parents_at_once_make_one_proposal_for_the_child(cards: Cards) -> None:
    await asyncio.gather(
        cards.propose(PHONE, NEW, own=False), cards.propose(EMAIL, "p@mail.ru", own=False, by=cards.class7.father)
    )
    [one] = await cards.proposals()
    assert set(one.contacts) == {"phone", "email"}


async def test_a_mother_of_two_has_one_open_proposal(cards: Cards) -> None:
    sister = await cards.class7.school.pupil(cards.class7.class_id, "Иванова", "Вера")
    mother = await cards.class7.school.connected_guardian(cards.class7.ivanov, sister, surname="Ивановская")
    await cards.propose(PHONE, NEW, by=mother)
    await cards.propose(EMAIL, "i@mail.ru", by=mother, pupil=sister)
    [one] = await cards.proposals()
    assert (one.pupil_id, set(one.contacts)) == (sister, {"phone", "email"})


async def test_the_same_message_twice_is_one_proposal(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    assert await cards.propose(PHONE, NEW) is Proposed.ALREADY
    assert await cards.traced() == ["contacts.propose"]


async def test_what_stands_already_is_not_proposed(cards: Cards) -> None:
    with pytest.raises(ContactSame):
        await cards.propose(PHONE, "8 (900) 000-00-00")
    assert await cards.proposals() == []


async def test_typing_what_stands_takes_the_proposal_back(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    assert await cards.propose(PHONE, OLD) is Proposed.DROPPED
    assert (await cards.proposals())[0].withdrawn_at is not None
    assert await cards.pushes("contacts_proposed") == []


async def test_a_family_changes_its_mind(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    proposal = await proposed(cards)
    assert await cards.withdraw(*proposal)
    assert not await cards.withdraw(*proposal)
    assert await cards.accept(*proposal) is Decided.OVER
    assert (await mother_s(cards)).phone == OLD
    assert await cards.pushes("contacts_proposed") == []


async def test_a_proposal_changed_meanwhile_is_not_accepted_unseen(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    proposal = await proposed(cards)
    await cards.propose(PHONE, "9005556677")
    assert await cards.accept(*proposal) is Decided.CHANGED
    assert (await mother_s(cards)).phone == OLD


async def test_two_phones_accept_once(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    proposal = await proposed(cards)
    decided = await asyncio.gather(cards.accept(*proposal), cards.accept(*proposal, by=cards.secretary))
    assert sorted(decided) == [Decided.ACCEPTED, Decided.OVER]
    assert len(await cards.pushes("contacts_answered")) == 1


async def test_accepting_and_taking_back_at_once_end_in_one_of_both(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    proposal = await proposed(cards)
    decided, withdrawn = await asyncio.gather(cards.accept(*proposal), cards.withdraw(*proposal))
    assert (decided, withdrawn) in [(Decided.ACCEPTED, False), (Decided.OVER, True)]
    assert (await mother_s(cards)).phone == (NEW if decided is Decided.ACCEPTED else OLD)


async def test_a_refusal_says_why(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    await cards.refuse(*(await proposed(cards)), "Номер <чужой> & неверный")

    [push] = await cards.pushes("contacts_answered")
    text = render(push.kind, push.facts, RU).text
    assert "контакты остались прежними" in text
    assert "Номер &lt;чужой&gt; &amp; неверный" in text
    assert "Ответ: Руководителева А. И." in text
    assert push.facts["pupil_id"] == cards.class7.ivanov
    assert (await mother_s(cards)).phone == OLD
    assert "Не принято 23 ноября" in screens.contacts_screen(await cards.contacts(), RU).text


async def test_after_an_answer_the_family_may_propose_anew(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    await cards.refuse(*(await proposed(cards)))
    assert await cards.propose(PHONE, NEW) is Proposed.MADE
    assert len(await cards.proposals()) == 2


async def test_an_answer_leaves_the_screen_after_two_weeks(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    await cards.refuse(*(await proposed(cards)))
    cards.clock.set("12:00", days_after(15))
    assert (await cards.contacts()).proposals == ()


async def test_a_pupil_sees_the_own_contacts_and_proposes_nothing(cards: Cards) -> None:
    own = await cards.class7.school.connected_pupil(cards.class7.ivanov)
    found = await cards.contacts(own)
    screen = screens.contacts_screen(found, RU)
    assert OLD not in screen.text
    assert "Изменить контакты могут родители." in screen.text
    with pytest.raises(AccessDenied):
        await cards.propose(PHONE, NEW, own=False, by=own)


async def test_a_stranger_and_who_gave_no_consent_propose_nothing(cards: Cards) -> None:
    stranger = await cards.class7.school.connected_guardian(cards.class7.petrova, surname="Петрова")
    silent = await cards.class7.school.connected_guardian(cards.class7.ivanov, surname="Тихая", consent=False)
    with pytest.raises(AccessDenied):
        await cards.propose(PHONE, NEW, by=stranger)
    with pytest.raises(ConsentNeeded):
        await cards.propose(PHONE, NEW, by=silent)


async def test_a_guardian_has_no_address_of_the_own_here(cards: Cards) -> None:
    with pytest.raises(ButtonOutdated):
        await cards.propose(ADDRESS, "ул. Ленина, д. 5")


async def test_what_is_no_address_is_refused(cards: Cards) -> None:
    with pytest.raises(EmailWrong):
        await cards.propose(EMAIL, "нет почты у меня")
    assert await cards.rows(ContactProposal) == []


@pytest.mark.parametrize("role", [Role.TEACHER, Role.DEPUTY_HEAD])
async def test_nobody_but_the_leader_and_the_office_decides(cards: Cards, role: Role) -> None:
    other = await cards.class7.school.connected_staff("Посторонняя", role)
    await cards.propose(PHONE, NEW)
    proposal = await proposed(cards)
    with pytest.raises(AccessDenied):
        await cards.accept(*proposal, by=other)
    with pytest.raises(AccessDenied):
        await cards.refuse(*proposal, by=other)


async def test_a_family_s_screen_costs_few_statements(cards: Cards) -> None:
    await cards.propose(PHONE, NEW)
    with counted(cards.class7.sessions) as statements:
        await cards.contacts()
    assert len(statements) <= 6
