"""Consent opens and closes a family's data."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access import consents
from core.access.consents import ConsentSheet
from core.access.holders import Holder, HolderKind
from core.app import App
from core.errors import AccessDenied, ConsentNeeded, NotConnected, NothingThere, TextTooLong
from core.errors.access import WordingChanged
from core.terms import ConsentAnswer, Role
from storage.models import AuditEntry, Consent, ConsentWording, Outbox
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
GIVEN, REFUSED, WITHDRAWN = ConsentAnswer.GIVEN, ConsentAnswer.REFUSED, ConsentAnswer.WITHDRAWN
TOO_YOUNG = date(2012, 11, 24)
JUST_14 = date(2012, 11, 23)


def guardian(person: Person) -> Holder:
    return Holder(HolderKind.GUARDIAN, person.id)


def pupil(pupil_id: int) -> Holder:
    return Holder(HolderKind.PUPIL, pupil_id)


async def say(app: App, person: Person, holder: Holder, answer: ConsentAnswer, version: int = 1) -> ConsentAnswer:
    async with app.work(person.address) as work:
        return await consents.answer(work, holder, version, answer)


async def asked(app: App, person: Person) -> ConsentSheet:
    async with app.work(person.address) as work:
        return await consents.sheet(work, "shipped")


async def is_open(app: App, person: Person, pupil_id: int) -> bool:
    async with app.work(person.address) as work:
        try:
            work.actor.require_child(pupil_id)
        except ConsentNeeded:
            return False
        return True


async def told(sessions: Sessions) -> list[tuple[int, str]]:
    async with sessions() as session:
        rows = await session.scalars(select(Outbox).where(Outbox.kind == "consent_changed").order_by(Outbox.id))
        return [(row.account_id, row.facts["answer"]) for row in rows]


@pytest.mark.parametrize(
    ("answers", "settled", "opened", "leader_hears"),
    [
        ([GIVEN], GIVEN, True, []),
        ([REFUSED], REFUSED, False, ["refused"]),
        ([GIVEN, GIVEN], GIVEN, True, []),
        ([GIVEN, WITHDRAWN], WITHDRAWN, False, ["withdrawn"]),
        ([GIVEN, REFUSED], WITHDRAWN, False, ["withdrawn"]),
        ([REFUSED, WITHDRAWN], REFUSED, False, ["refused"]),
        ([REFUSED, GIVEN], GIVEN, True, ["refused", "given"]),
        ([GIVEN, WITHDRAWN, WITHDRAWN], WITHDRAWN, False, ["withdrawn"]),
        ([GIVEN, WITHDRAWN, GIVEN], GIVEN, True, ["withdrawn", "given"]),
    ],
)
async def test_answers_settle_and_open(
    app: App,
    school: SchoolBuilder,
    sessions: Sessions,
    answers: list[ConsentAnswer],
    settled: ConsentAnswer,
    opened: bool,
    leader_hears: list[str],
) -> None:
    leader = await school.connected_staff("Классная")
    pupil_id = await school.pupil(await school.class_unit("7Б", leader.id))
    mother = await school.connected_guardian(pupil_id, consent=False)

    for answer in answers:
        last = await say(app, mother, guardian(mother), answer)

    assert last is settled
    assert await is_open(app, mother, pupil_id) is opened
    assert await told(sessions) == [(leader.account_id, word) for word in leader_hears]


@pytest.mark.parametrize(
    ("born", "own", "mothers", "opened"),
    [
        (JUST_14, GIVEN, None, True),
        (JUST_14, None, GIVEN, False),
        (JUST_14, REFUSED, GIVEN, False),
        (TOO_YOUNG, None, GIVEN, True),
        (TOO_YOUNG, None, None, False),
        (TOO_YOUNG, None, WITHDRAWN, False),
        (None, None, GIVEN, True),
        (None, GIVEN, None, False),
    ],
)
async def test_a_pupil_answers_alone_from_14_on_and_before_that_a_guardian(
    app: App,
    school: SchoolBuilder,
    born: date | None,
    own: ConsentAnswer | None,
    mothers: ConsentAnswer | None,
    opened: bool,
) -> None:
    pupil_id = await school.pupil(await school.class_unit("7Б"), born=born)
    child = await school.connected_pupil(pupil_id, consent=False)
    mother = await school.connected_guardian(pupil_id, consent=False)
    if own:
        await school.consent(child, own, pupil_id=pupil_id)
    if mothers:
        await school.consent(mother, mothers, guardian_id=mother.id)

    assert await is_open(app, child, pupil_id) is opened


async def test_a_pupil_under_14_cannot_answer(app: App, school: SchoolBuilder) -> None:
    pupil_id = await school.pupil(await school.class_unit("7Б"), born=TOO_YOUNG)
    child = await school.connected_pupil(pupil_id, consent=False)

    assert not (await asked(app, child)).people[0].answers
    with pytest.raises(AccessDenied):
        await say(app, child, pupil(pupil_id), GIVEN)


async def test_nobody_answers_for_somebody_else(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    class_id = await school.class_unit("7Б")
    mother = await school.connected_guardian(await school.pupil(class_id))
    stranger = await school.connected_guardian(await school.pupil(class_id, "Сидоров"), consent=False)

    with pytest.raises(AccessDenied):
        await say(app, stranger, guardian(mother), WITHDRAWN)
    async with sessions() as session:
        assert len(list(await session.scalars(select(Consent)))) == 1


async def test_one_guardian_s_no_leaves_the_other_s_yes(app: App, school: SchoolBuilder) -> None:
    pupil_id = await school.pupil(await school.class_unit("7Б"))
    mother = await school.connected_guardian(pupil_id)
    father = await school.connected_guardian(pupil_id, surname="Иванов")

    await say(app, mother, guardian(mother), WITHDRAWN)

    assert not await is_open(app, mother, pupil_id)
    assert await is_open(app, father, pupil_id)


async def test_an_answer_keeps_wording_time_and_trace(
    app: App, school: SchoolBuilder, sessions: Sessions, clock: FakeClock
) -> None:
    pupil_id = await school.pupil(await school.class_unit("7Б"))
    mother = await school.connected_guardian(pupil_id, consent=False)

    await say(app, mother, guardian(mother), GIVEN)

    standing = (await asked(app, mother)).people[0].standing
    assert standing is not None
    assert (standing.answer, standing.version, standing.at) == (GIVEN, 1, clock.now())
    async with sessions() as session:
        trace = await session.scalar(select(AuditEntry).where(AuditEntry.action == "answer_consent"))
    assert trace is not None
    assert trace.guardian_id == mother.id
    assert (trace.before, trace.after) == ({"answer": None}, {"answer": "given", "version": 1})


async def test_a_yes_to_a_replaced_text_is_refused_but_a_withdrawal_is_taken(app: App, school: SchoolBuilder) -> None:
    director = await school.connected_staff("Директор", Role.DIRECTOR)
    pupil_id = await school.pupil(await school.class_unit("7Б"))
    mother = await school.connected_guardian(pupil_id)
    father = await school.connected_guardian(pupil_id, consent=False)
    async with app.work(director.address) as work:
        await consents.replace_wording(work, "Новый текст «[школа]»")

    with pytest.raises(WordingChanged):
        await say(app, father, guardian(father), GIVEN, version=1)
    assert await say(app, mother, guardian(mother), WITHDRAWN, version=1) is WITHDRAWN
    shown = await asked(app, father)
    assert (shown.version, shown.wording) == (2, "Новый текст «Школа № 1»")


async def test_the_first_family_writes_the_shipped_text_down(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    async with sessions() as session, session.begin():
        await session.delete((await session.scalars(select(ConsentWording))).one())
    mother = await school.connected_guardian(await school.pupil(await school.class_unit("7Б")), consent=False)

    shown = await asked(app, mother)

    assert (shown.wording, shown.version) == ("shipped", 1)


async def test_a_version_that_never_was_is_nothing(app: App, school: SchoolBuilder) -> None:
    mother = await school.connected_guardian(await school.pupil(await school.class_unit("7Б")), consent=False)

    with pytest.raises(NothingThere):
        await say(app, mother, guardian(mother), GIVEN, version=77)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARY, Role.DEPUTY_HEAD])
async def test_the_text_is_the_director_s_and_the_administrator_s(app: App, school: SchoolBuilder, role: Role) -> None:
    person = await school.connected_staff("Кто-то", role)

    with pytest.raises(AccessDenied):
        async with app.work(person.address) as work:
            await consents.replace_wording(work, "Мой текст")


async def test_a_text_over_the_limit_is_refused(app: App, school: SchoolBuilder) -> None:
    director = await school.connected_staff("Директор", Role.DIRECTOR)

    with pytest.raises(TextTooLong) as refused:
        async with app.work(director.address) as work:
            await consents.replace_wording(work, "ы" * 3201)
    assert refused.value.facts == {"length": 3201, "limit": 3200}


async def test_a_stranger_is_asked_nothing(app: App, school: SchoolBuilder) -> None:
    mother = await school.connected_guardian(await school.pupil(await school.class_unit("7Б")))
    stranger = Person(0, type(mother.address)(mother.address.door, "77777"), 0, 0)

    with pytest.raises(NotConnected):
        await asked(app, stranger)
