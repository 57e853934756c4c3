"""A school of two classes, one of them somebody else's, and the staff bot at work on it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import exists, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access.codes import issue
from core.access.holders import Holder, HolderKind
from core.actions.page import WriteTopic
from core.app import App
from core.errors.entries import EntryWindowClosed
from core.homework.giving import give
from core.marks.giving import give as give_mark
from core.quick.entry import receive
from core.reports.writing import report_attendance
from core.requests.keeping import ask_for_entry, keep
from core.roll.attendance import mark
from core.tasks import answers, giving
from core.terms import AbsenceReason, Delivery, MarkValue, PeriodKind, Presence, Role
from core.workbook.desk import MIME
from storage.base import Base
from storage.models import (
    AbsenceNotice,
    ClassEvent,
    FailingNotice,
    IndividualAnswerFile,
    IndividualTaskFile,
    Outbox,
    StoredFile,
    StudyPeriod,
)
from tests.staff.words_of_7b import NOTHING_SAID, Said, say
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import WRITTEN, Person, SchoolBuilder
from tests.support.stage import Scene, all_asked, playing, scene

NOW = "08:40"


@dataclass(frozen=True)
class Foreign:
    """Everything of 7Б and of the administrator that somebody without rights might name in a button."""

    school: SchoolBuilder
    class_id: int
    leader: Person
    lesson: int
    untouched_lesson: int
    absent: int
    present: int
    guardian: Person
    administrator: Person
    case: int
    notice: int
    workbook: int
    code: int
    request: int = 0
    task: int = 0
    quick: int = 0
    mark: int = 0
    period: int = 0
    given: int = 0
    paper: int = 0
    report: int = 0
    failing: int = 0
    event: int = 0
    said: Said = NOTHING_SAID


@pytest.fixture
async def foreign(app: App, school: SchoolBuilder, clock: FakeClock) -> Foreign:
    clock.set(NOW)
    teacher = await school.connected_staff("Алгебраистова")
    leader = await school.connected_staff("Руководителева")
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    class_id = await school.class_unit("7Б", leader.id)
    absent, present = await school.pupil(class_id, "Иванов"), await school.pupil(class_id, "Петрова", "Анна")
    guardian = await school.connected_guardian(absent)
    load = await school.load(teacher.id, class_id)
    lesson, later = await school.lesson(load, 1), await school.lesson(load, 2)
    async with app.work(teacher.address) as work:
        sheet = await mark(work, lesson, absent, Presence.ABSENT, seen=0)
    line = sheet.line(absent)
    assert line is not None
    assert line.case_id is not None
    notice, workbook = await _papers(school.sessions, absent, guardian, administrator)
    async with app.work(teacher.address) as work:
        late = EntryWindowClosed(lesson=lesson, rule="roll", regulation="Общий регламент", deciders="director")
        kept = await keep(work, WriteTopic(lesson, 0), "Дроби", late)
        request, _ = await ask_for_entry(work, kept.id, "Не было связи")
    async with app.work(teacher.address) as work:
        task = (await give(work, lesson, "Задача про Иванова")).task
        quick = await receive(work, "Иванов 5", "1", lesson)
    async with app.work(teacher.address) as work:
        marked = await give_mark(work, lesson, present, None, MarkValue.FOUR, seen=0)
        given = (await giving.give(work, load, "Иванову: задача на дроби", source="given")).task.id
        chosen = await giving.set_pupil(work, given, absent, chosen=True)
        await giving.set_term(work, given, date(2026, 11, 25), seen=chosen.task.rev)
    async with app.work(guardian.address) as work:
        await answers.add(work, absent, given, "Решил Иванов", (), source="answer")
        report = (await report_attendance(work, absent, lesson, "Иванов был на уроке")).report.card.id
    period, failing, event, paper = await _of_the_diary(school, class_id, absent, leader, given)
    said = await say(app, school, class_id, absent, guardian, leader, administrator)
    written = marked.line(present)
    assert written is not None
    async with app.work() as work:
        await issue(work, [Holder(HolderKind.GUARDIAN, guardian.id)])
        code = int(await work.session.scalar(text("SELECT max(id) FROM access_code")) or 0)
    return Foreign(
        school=school,
        class_id=class_id,
        leader=leader,
        lesson=lesson,
        untouched_lesson=later,
        absent=absent,
        present=present,
        guardian=guardian,
        administrator=administrator,
        case=line.case_id,
        notice=notice,
        workbook=workbook,
        code=code,
        request=request.id,
        task=task.id,
        quick=quick.entry,
        mark=written.marks[0].id,
        period=period,
        given=given,
        paper=paper,
        report=report,
        failing=failing,
        event=event,
        said=said,
    )


async def _of_the_diary(
    school: SchoolBuilder, class_id: int, pupil: int, leader: Person, given: int
) -> tuple[int, int, int, int]:
    """A study period, a letter about the failing pupil that waits, a meeting of the class, a file of the task."""
    paper = StoredFile(
        name="plan.pdf",
        mime="application/pdf",
        size=3,
        content=b"pdf",
        created_at=WRITTEN,
        account_id=leader.account_id,
        source="given:1",
    )
    period = StudyPeriod(
        year_id=school.year_id,
        name="2 четверть",
        kind=PeriodKind.QUARTER,
        grade_from=5,
        grade_to=9,
        starts=date(2026, 11, 2),
        ends=date(2026, 12, 30),
    )
    event = ClassEvent(
        class_id=class_id,
        title="Собрание об Иванове",
        starts_at=moscow(MONDAY, "18:00"),
        ends_at=moscow(MONDAY, "19:00"),
        made_by=leader.id,
        made_at=WRITTEN,
        reminded_at=WRITTEN,
    )
    async with school.sessions() as session, session.begin():
        session.add_all([paper, period, event])
        await session.flush()
        named = {"id": period.id, "name": period.name, "starts": "2026-11-02", "ends": "2026-12-30"}
        failing = FailingNotice(
            pupil_id=pupil,
            found_at=WRITTEN,
            facts={"period": named, "subjects": []},
            tell_at=moscow(date(2026, 11, 24), "18:00"),
        )
        session.add_all([failing, IndividualTaskFile(task_id=given, file_id=paper.id)])
        session.add(IndividualAnswerFile(task_id=given, pupil_id=pupil, file_id=paper.id))
        await session.flush()
        return period.id, failing.id, event.id, paper.id


async def _papers(
    sessions: async_sessionmaker[AsyncSession], pupil: int, guardian: Person, administrator: Person
) -> tuple[int, int]:
    """A notice with a medical note, and a workbook that waits to be confirmed."""
    async with sessions() as session, session.begin():
        paper = StoredFile(
            name="note.jpg",
            mime="image/jpeg",
            size=3,
            content=b"jpg",
            created_at=WRITTEN,
            account_id=guardian.account_id,
            source="paper:1",
        )
        book = StoredFile(
            name="school.xlsx",
            mime=MIME,
            size=2,
            content=b"PK",
            created_at=WRITTEN,
            account_id=administrator.account_id,
            source="workbook:1",
        )
        session.add_all([paper, book])
        await session.flush()
        notice = AbsenceNotice(
            pupil_id=pupil,
            starts=MONDAY,
            ends=date(2026, 11, 25),
            reason=AbsenceReason.ILLNESS,
            guardian_id=guardian.id,
            created_at=WRITTEN,
            file_id=paper.id,
        )
        session.add(notice)
        await session.flush()
        return notice.id, book.id


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    clock.set(NOW)
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


DIGESTS = text(
    " UNION ALL ".join(
        f"SELECT '{name}', coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {name} t"
        for name in sorted(Base.metadata.tables)
    )
)


async def contents(sessions: async_sessionmaker[AsyncSession]) -> dict[str, str]:
    """A digest of every table: two equal dictionaries mean that nothing at all was written between them."""
    async with sessions() as session:
        return dict(list(await session.execute(DIGESTS)))


async def at_rest(sessions: async_sessionmaker[AsyncSession]) -> dict[str, str]:
    """The contents once all that is due is written and gone: what writes on its own is idle until the clock moves."""
    await all_asked(App(sessions, FakeClock(moscow(MONDAY, NOW))))
    async with asyncio.timeout(30):
        while await _on_its_way(sessions):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.02)
    return await contents(sessions)


async def _on_its_way(sessions: async_sessionmaker[AsyncSession]) -> bool:
    due = (Outbox.status == Delivery.PENDING) & (Outbox.due_at <= moscow(MONDAY, NOW))
    async with sessions() as session:
        return bool(await session.scalar(select(exists().where(due | (Outbox.status == Delivery.SENDING)))))
