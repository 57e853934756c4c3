"""Invariants live in the database: each is violated here once."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from storage.models import Enrolment, School
from tests.support.school import SchoolBuilder


async def test_there_is_one_school(school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]) -> None:
    with pytest.raises(IntegrityError, match="one_school"):
        async with sessions() as session, session.begin():
            session.add(School(id=2, code_salt=b""))


async def test_a_pupil_is_in_one_class_at_a_time(
    school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> None:
    pupil = await school.pupil(await school.class_unit("7Б"))
    other = await school.class_unit("7В")

    with pytest.raises(IntegrityError, match="one_class_at_a_time"):
        async with sessions() as session, session.begin():
            session.add(Enrolment(pupil_id=pupil, class_id=other, starts=date(2026, 10, 1)))
