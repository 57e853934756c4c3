"""Between writing and sending a right may go: the message then goes with it."""

from datetime import date

import pytest
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.terms import ConsentAnswer, Delivery, Door
from storage.models import Account, Guardianship, Link, Staff
from tests.delivery.rows import claim, claimed_names, only_row, put
from tests.support.clock import MONDAY
from tests.support.school import SchoolBuilder, days_after

Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture
async def pupil(school: SchoolBuilder) -> int:
    return await school.pupil(await school.class_unit("7Б"))


async def _change(sessions: Sessions, statement: object) -> None:
    async with sessions() as session, session.begin():
        await session.execute(statement)  # type: ignore[call-overload]


async def _superseded(app: App, sessions: Sessions, door: Door = Door.FAMILY) -> str | None:
    """The reason for which the only row was dropped when claimed."""
    claimed = await claim(app, door)
    row = await only_row(sessions)
    assert (claimed.due, claimed.dropped, row.status) == ([], 1, Delivery.SUPERSEDED)
    return row.error


async def test_a_guardian_hears_of_the_own_child(app: App, school: SchoolBuilder, pupil: int) -> None:
    await put(app, await school.connected_guardian(pupil), "absence", facts={"pupil_id": pupil})

    assert await claimed_names(app, Door.FAMILY) == ["absence"]


async def test_a_child_hears_of_oneself_by_a_guardians_consent(app: App, school: SchoolBuilder) -> None:
    child = await school.pupil(await school.class_unit("5А"), born=date(2015, 3, 1))
    await school.connected_guardian(child)
    await put(app, await school.connected_pupil(child, consent=False), "note", facts={"pupil_id": child})

    assert await claimed_names(app, Door.FAMILY) == ["note"]


async def test_a_revoked_link_hears_nothing(app: App, school: SchoolBuilder, pupil: int, sessions: Sessions) -> None:
    person = await school.connected_guardian(pupil)
    await put(app, person, "absence", facts={"pupil_id": pupil})
    await _change(sessions, update(Link).where(Link.id == person.link_id).values(revoked_at=app.clock.now()))

    assert await _superseded(app, sessions) == "link-revoked"


async def test_who_withdrew_consent_hears_nothing(
    app: App, school: SchoolBuilder, pupil: int, sessions: Sessions
) -> None:
    person = await school.connected_guardian(pupil)
    await put(app, person, "absence", facts={"pupil_id": pupil})
    await school.consent(person, ConsentAnswer.WITHDRAWN, guardian_id=person.id)

    assert await _superseded(app, sessions) == "consent-missing"


async def test_who_is_no_longer_guardian_hears_nothing(
    app: App, school: SchoolBuilder, pupil: int, sessions: Sessions
) -> None:
    person = await school.connected_guardian(pupil)
    await put(app, person, "absence", facts={"pupil_id": pupil})
    await _change(sessions, delete(Guardianship).where(Guardianship.guardian_id == person.id))

    assert await _superseded(app, sessions) == "pupil-not-theirs"


async def test_a_pupil_does_not_hear_of_another(
    app: App, school: SchoolBuilder, pupil: int, sessions: Sessions
) -> None:
    other = await school.pupil(await school.class_unit("7В"))
    await school.connected_guardian(pupil)
    await put(app, await school.connected_pupil(pupil), "absence", facts={"pupil_id": other})

    assert await _superseded(app, sessions) == "pupil-not-theirs"


async def test_an_unreachable_account_is_not_tried(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    person = await school.connected_guardian()
    await put(app, person, "note")
    await _change(
        sessions, update(Account).where(Account.id == person.account_id).values(unreachable_at=app.clock.now())
    )

    assert await _superseded(app, sessions) == "account-unreachable"


async def test_a_dismissed_teacher_hears_nothing(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    person = await school.connect(Door.STAFF, staff_id=await school.staff())
    await put(app, person, "reminder")
    await _change(sessions, update(Staff).where(Staff.id == person.id).values(dismissed=days_after(-1)))

    assert await _superseded(app, sessions, Door.STAFF) == "link-revoked"


async def test_a_teacher_hears_on_the_last_day_of_work(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    person = await school.connect(Door.STAFF, staff_id=await school.staff())
    await put(app, person, "reminder")
    await _change(sessions, update(Staff).where(Staff.id == person.id).values(dismissed=MONDAY))

    assert await claimed_names(app, Door.STAFF) == ["reminder"]
