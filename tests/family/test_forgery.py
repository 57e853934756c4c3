"""Buttons that name somebody else's child, absence, notice or paper: refused, nothing written, nothing told."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access.holders import HolderKind
from core.actions import Action
from core.actions.access import AnswerConsent, OpenConsentOf
from core.actions.family import ChangeStatement, OpenChildDay, StateReason
from core.actions.notices import (
    AskWithdraw,
    AttachPapers,
    ChooseDates,
    ChooseNewReason,
    ChooseReason,
    GiveNotice,
    OpenNotice,
    OpenNotices,
    SendPaper,
    SetNoticeReason,
    ShowNoticeFile,
    WithdrawNotice,
    WriteDates,
    WriteNewDates,
    WriteNoticeNote,
    WriteReason,
)
from core.app import App
from core.files import Upload
from core.notices.papers import keep_page
from core.notices.writing import give_notice
from core.rules.dates import DateRange
from core.terms import AbsenceReason, ConsentAnswer, Statement
from sandbox import Phone
from storage.base import Base
from storage.models import AbsenceCase, DiaryUse, Link
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, all_asked, playing, scene

SECRETS = ("Пётр", "Иванов", "температура", "Алгебра")
TUESDAY = MONDAY.replace(day=24)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@dataclass(frozen=True)
class Target:
    """What belongs to Пётр's family: the child, an absence of today, a notice of tomorrow with its paper."""

    pupil: int
    case: int
    notice: int
    paper: int
    mother: int


FORGED: dict[str, Callable[[Target], Action]] = {
    "day": lambda x: OpenChildDay(x.pupil),
    "another-day": lambda x: OpenChildDay(x.pupil, TUESDAY),
    "state": lambda x: StateReason(x.case, Statement.ILL),
    "change": lambda x: ChangeStatement(x.case),
    "notices": lambda x: OpenNotices(x.pupil),
    "notice": lambda x: OpenNotice(x.notice),
    "dates": lambda x: ChooseDates(x.pupil),
    "dates-in-words": lambda x: WriteDates(x.pupil),
    "reason": lambda x: ChooseReason(x.pupil, MONDAY, MONDAY),
    "give": lambda x: GiveNotice(x.pupil, MONDAY, MONDAY, AbsenceReason.ILLNESS),
    "reason-in-words": lambda x: WriteReason(x.pupil, MONDAY, MONDAY),
    "new-dates": lambda x: WriteNewDates(x.notice, 1),
    "new-reason": lambda x: ChooseNewReason(x.notice),
    "set-reason": lambda x: SetNoticeReason(x.notice, AbsenceReason.EXCUSED, 2),
    "note": lambda x: WriteNoticeNote(x.notice, 2),
    "paper": lambda x: SendPaper(x.notice),
    "attach": lambda x: AttachPapers(x.notice, x.paper),
    "ask-withdraw": lambda x: AskWithdraw(x.notice),
    "withdraw": lambda x: WithdrawNotice(x.notice, 2),
    "staff-file": lambda x: ShowNoticeFile(x.notice),
    "consent": lambda x: OpenConsentOf(HolderKind.GUARDIAN, x.mother),
    "answer-consent": lambda x: AnswerConsent(HolderKind.GUARDIAN, x.mother, 1, ConsentAnswer.WITHDRAWN),
    "answer-for-pupil": lambda x: AnswerConsent(HolderKind.PUPIL, x.pupil, 1, ConsentAnswer.GIVEN),
}
READABLE = ("day", "another-day", "notices", "notice", "change")
"""What a pupil may read of the own affairs."""
OPEN_WITHOUT_CONSENT = ("consent", "answer-consent")
"""What a family whose consent is gone may still do for itself."""


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 08:35 on Monday."""
    clock.set("08:35")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def target(school: SchoolBuilder, family: Family, enter: Enter, clock: FakeClock) -> Target:
    clock.set("08:35")
    lesson = await school.lesson(await school.load(family.teacher_id, family.class_id), 1)
    async with enter(family.mother) as work:
        given = await give_notice(
            work, family.pupil_id, DateRange(TUESDAY, TUESDAY), AbsenceReason.ILLNESS, "температура"
        )
        await keep_page(work, given.card.id, Upload("note.pdf", PDF, "message-1"))
    async with school.sessions() as session, session.begin():
        facts = {"pupil_id": family.pupil_id, "on_date": MONDAY, "first_lesson_id": lesson}
        case = AbsenceCase(**facts, opened_at=moscow(MONDAY, "08:31"))
        session.add(case)
        await session.flush()
        case_id = case.id
    return Target(family.pupil_id, case_id, given.card.id, 1, family.mother.id)


async def everything(app: App) -> dict[str, set[tuple[object, ...]]]:
    """All rows of all tables, but for when an account was last seen and who looked at the own child (A7)."""
    await all_asked(app)
    async with app.sessions() as session:
        return {
            table.name: {tuple(map(str, row)) for row in await session.execute(table.select())}
            for table in Base.metadata.sorted_tables
            if table.name not in {"account", "diary_use"}
        }


async def presses(stage: Scene, person: Person, action: Action) -> tuple[Phone, str]:
    """Press a forged button on an innocent message; returns the phone and what the alert said."""
    phone = stage.phone(person)
    await phone.send("/help")
    innocent = await phone.sees("Что умеет этот бот")
    answer = await phone.press_data(action.pack(), innocent.id)
    await phone.settle()
    return phone, answer.text


def told(phone: Phone) -> str:
    return "\n".join([m.text + " ".join(m.labels) for m in phone.messages if m.from_bot])


@pytest.mark.parametrize("name", FORGED)
async def test_another_parent_reaches_nothing(
    stage: Scene,
    family: Family,
    target: Target,
    app: App,
    sessions: async_sessionmaker[AsyncSession],
    name: str,
) -> None:
    before = await everything(app)

    with structlog.testing.capture_logs() as logs:
        phone, alert = await presses(stage, family.stranger, FORGED[name](target))

    said = f"{alert}\n{told(phone)}".replace("Олег Сидоров, 7Б", "")
    assert alert
    assert await everything(app) == before
    async with sessions() as session:
        assert await session.scalar(select(DiaryUse.pupil_id).where(DiaryUse.pupil_id == target.pupil)) is None
    own_day = told(phone).count("Алгебра")
    assert own_day <= 1, "the own child's day may follow the refusal"
    assert not [secret for secret in SECRETS[:3] if secret in said]
    denied = [entry for entry in logs if entry["event"] == "access_denied"]
    assert denied or name == "staff-file"


@pytest.mark.parametrize("name", FORGED)
async def test_a_pupil_only_reads(
    stage: Scene,
    family: Family,
    target: Target,
    school: SchoolBuilder,
    app: App,
    name: str,
) -> None:
    pupil = await school.connected_pupil(target.pupil)
    before = await everything(app)

    _, alert = await presses(stage, pupil, FORGED[name](target))

    assert await everything(app) == before
    assert bool(alert) is (name not in READABLE)


@pytest.mark.parametrize("name", FORGED)
async def test_a_revoked_account_reaches_nothing(
    stage: Scene,
    family: Family,
    target: Target,
    app: App,
    sessions: async_sessionmaker[AsyncSession],
    name: str,
) -> None:
    async with sessions() as session, session.begin():
        await session.execute(
            update(Link).where(Link.id == family.mother.link_id).values(revoked_at=moscow(MONDAY, "08:34"))
        )
    before = await everything(app)

    phone, alert = await presses(stage, family.mother, FORGED[name](target))

    assert alert
    assert await everything(app) == before
    assert not [secret for secret in SECRETS if secret in told(phone)]


@pytest.mark.parametrize("name", [n for n in FORGED if n not in OPEN_WITHOUT_CONSENT])
async def test_a_withdrawn_consent_closes_everything_at_once(
    stage: Scene,
    family: Family,
    target: Target,
    school: SchoolBuilder,
    app: App,
    name: str,
) -> None:
    await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)
    before = await everything(app)

    phone, alert = await presses(stage, family.mother, FORGED[name](target))

    assert alert
    assert await everything(app) == before
    assert not [secret for secret in ("температура", "Алгебра") if secret in told(phone)]
