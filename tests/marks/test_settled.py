"""A mark is on no screen of the family while it is held, unless they had seen it before."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from core.app import App
from core.diary.day import child_day
from core.terms import MarkValue
from storage.models import Mark, MarkNews
from tests.marks.conftest import Kinds
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person

GIVEN = "09:00"
HOLD, LEAD = 10, 15
"""Minutes, as the default regulation has them."""


async def given(seven_b: Class7B, kinds: Kinds, at: datetime, changed: datetime | None = None) -> None:
    """A mark of Иванов given, perhaps changed later, that waits for its time since then."""
    since = changed or at
    async with seven_b.sessions() as session, session.begin():
        mark = Mark(
            lesson_id=seven_b.lessons[0],
            pupil_id=seven_b.ivanov,
            kind_id=kinds["О"],
            value=MarkValue.TWO,
            given_by=seven_b.teacher.id,
            given_at=at,
            changed_at=changed,
        )
        session.add(mark)
        await session.flush()
        due, later = since + timedelta(minutes=HOLD), since + timedelta(minutes=HOLD + LEAD)
        session.add(MarkNews(mark_id=mark.id, pupil_id=seven_b.ivanov, pupil_due=due, family_due=later))


async def seen(app: App, seven_b: Class7B, person: Person) -> bool:
    async with app.work(person.address) as work:
        day = await child_day(work, seven_b.ivanov)
    return bool(day.lessons[0].marks)


@pytest.mark.parametrize(
    ("minutes", "pupil_sees", "mother_sees"),
    [(0, False, False), (9, False, False), (10, True, False), (25, True, True)],
)
async def test_a_new_mark_is_seen_after_the_hold_and_by_the_pupil_first(
    app: App,
    clock: FakeClock,
    seven_b: Class7B,
    kinds: Kinds,
    minutes: int,
    pupil_sees: bool,
    mother_sees: bool,
) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)
    clock.set(GIVEN)
    await given(seven_b, kinds, clock.now())
    clock.forward(minutes=minutes)
    assert await seen(app, seven_b, pupil) is pupil_sees
    assert await seen(app, seven_b, seven_b.mother) is mother_sees


async def test_a_slip_mended_within_the_hold_waits_anew(
    app: App, clock: FakeClock, seven_b: Class7B, kinds: Kinds
) -> None:
    clock.set(GIVEN)
    at = clock.now()
    await given(seven_b, kinds, at, changed=at + timedelta(minutes=8))
    clock.forward(minutes=26)
    assert not await seen(app, seven_b, seven_b.mother)
    clock.forward(minutes=7)
    assert await seen(app, seven_b, seven_b.mother)


async def test_a_mark_seen_long_ago_stays_on_the_screen_while_its_correction_waits(
    app: App, clock: FakeClock, seven_b: Class7B, kinds: Kinds
) -> None:
    clock.set(GIVEN)
    at = clock.now()
    await given(seven_b, kinds, at, changed=at + timedelta(minutes=60))
    clock.forward(minutes=61)
    assert await seen(app, seven_b, seven_b.mother)


async def test_news_of_a_comment_hides_no_mark_that_was_seen(
    app: App, clock: FakeClock, seven_b: Class7B, kinds: Kinds
) -> None:
    clock.set(GIVEN)
    await given(seven_b, kinds, clock.now())
    clock.forward(minutes=60)
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(MarkNews).values(family_due=clock.now() + timedelta(minutes=HOLD + LEAD)))
    assert await seen(app, seven_b, seven_b.mother)
