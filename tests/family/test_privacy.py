"""Trying to see another child: not a byte, from any account, by any button, old, forged or answered too late."""

from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest
import structlog
from sqlalchemy import String, cast, select, update

from bots.family import bot
from bots.shared.handlers import Handlers
from core.actions import Action
from core.actions.conversations import SendPaperOn
from core.actions.diary import ReportAttendance, ReportMark
from core.actions.notices import SendPaper, WriteDates, WriteNewDates, WriteNoticeNote, WriteReason
from core.actions.tasks import RewriteAnswer, WriteAnswer
from core.app import App
from core.terms import ConsentAnswer, Door, Role
from sandbox import Phone
from storage.base import Base
from storage.models import Enrolment, Link, Outbox
from tests.family import words_of_pyotr
from tests.family.conftest import Family
from tests.family.forged_buttons import BESIDE, FORGED, MIXED
from tests.family.forging import NAMES, PDF, SECRET, TUESDAY, Target, lay
from tests.family.words_of_pyotr import Words
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder, days_after
from tests.support.stage import Scene, all_asked, playing, scene

COUNTED = {"account", "diary_use", "staff_use"}
"""When an account was last seen, and who looked (A7)."""


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 15:00 on Monday."""
    clock.set("15:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def target(app: App, school: SchoolBuilder, family: Family, clock: FakeClock) -> Target:
    clock.set("15:00")
    return await lay(app, school, family)


async def everything(app: App) -> dict[str, set[tuple[object, ...]]]:
    """All rows of all tables; of messages only what is said to whom, for they are being sent meanwhile."""
    said = select(Outbox.id, Outbox.kind, Outbox.account_id, cast(Outbox.facts, String))
    asked = {table.name: table.select() for table in Base.metadata.sorted_tables if table.name not in COUNTED}
    await all_asked(app)
    async with app.sessions() as session:
        return {
            name: {tuple(map(str, row)) for row in await session.execute(said if name == "outbox" else rows)}
            for name, rows in asked.items()
        }


def shown(phone: Phone) -> str:
    """Every word a chat has had from the bot: texts, captions, buttons and their data, names of files."""
    parts = []
    for message in phone.messages:
        if message.from_bot:
            files = [f for f in (message.photo, message.document, message.voice) if f]
            parts += [message.text, *message.labels, *(file.name for file in files)]
    return "\n".join(parts)


async def files_of(phone: Phone) -> list[bytes]:
    return [await phone.download(m) for m in phone.messages if m.from_bot and (m.document or m.voice)]


async def press_all(phone: Phone, actions: Iterable[Action]) -> dict[str, str]:
    """What the alert said after each button, pressed on an innocent message."""
    await phone.send("/help")
    await phone.settle()
    innocent = phone.screen.id
    said = {repr(action): (await phone.press_data(action.pack(), innocent)).text for action in actions}
    await phone.settle()
    return said


async def attacked(
    phone: Phone, app: App, actions: Iterable[Action], secrets: Iterable[str] = (SECRET, *NAMES)
) -> dict[str, str]:
    """The alerts; nothing was written, shown, sent or logged of Пётр."""
    before = await everything(app)
    with structlog.testing.capture_logs() as logs:
        said = await press_all(phone, actions)
    assert await everything(app) == before
    out = "\n".join([shown(phone), *said.values(), repr(logs)])
    assert not [line for line in out.splitlines() if any(secret in line for secret in secrets)]
    assert PDF not in await files_of(phone)
    assert not [entry for entry in logs if entry["log_level"] in {"error", "critical"}]
    return said


def not_refused(said: dict[str, str]) -> list[str]:
    return [action for action, alert in said.items() if not alert]


def test_every_button_of_the_family_bot_that_names_something_is_forged_here() -> None:
    handlers = Handlers()
    for area in bot.AREAS:
        handlers.include(area.handlers)
    naming = {kind for kind in (*handlers.presses, *handlers.answers) if _names_something(kind)}
    words = Words(*range(1, len(fields(Words)) + 1))
    target = Target(*range(1, len(fields(Target))), words)  # type: ignore[call-arg]
    assert {type(action) for action in forged(target)} - {SendPaperOn} == naming


def forged(target: Target, *, history: bool = True) -> list[Action]:
    """Every button about Пётр; without `history`, none of the conversations that a family may read after it left."""
    makers = (*words_of_pyotr.FORGED, *(words_of_pyotr.HISTORY if history else ()))
    return [*(make(target) for make in FORGED), *(make(target.words) for make in makers)]


def _names_something(kind: type[Action]) -> bool:
    whose = {"pupil", "case", "notice", "report", "person", "task", "lesson", "mark", "load", "file", "conversation"}
    whose |= {"draft", "announcement", "proposal", "item", "answer", "event"}
    return bool(whose & set(get_type_hints(kind)))


async def classmates_mother(_: SchoolBuilder, family: Family, __: Target) -> Person:
    return family.stranger


async def mother_elsewhere(school: SchoolBuilder, _: Family, target: Target) -> Person:
    return await school.connected_guardian(target.elsewhere, surname="Дальняя")


async def classmate(school: SchoolBuilder, family: Family, _: Target) -> Person:
    return await school.connected_pupil(family.other_pupil_id)


async def unlinked(school: SchoolBuilder, family: Family, _: Target) -> Person:
    async with school.sessions() as session, session.begin():
        gone = update(Link).where(Link.id == family.mother.link_id)
        await session.execute(gone.values(revoked_at=moscow(MONDAY, "14:59")))
    return family.mother


async def mother_of_an_expelled(school: SchoolBuilder, family: Family, _: Target) -> Person:
    await _leaves(school, family)
    return family.mother


async def expelled(school: SchoolBuilder, family: Family, _: Target) -> Person:
    person = await school.connected_pupil(family.pupil_id)
    await _leaves(school, family)
    return person


async def teacher_and_mother(school: SchoolBuilder, family: Family, _: Target) -> Person:
    """Пётр's teacher, who is also a mother, with the staff bot connected in the same chat."""
    mother = await school.connected_guardian(family.other_pupil_id, surname="Петрова")
    await school.connect(Door.STAFF, chat=mother.address.chat, staff_id=family.teacher_id)
    return mother


async def _leaves(school: SchoolBuilder, family: Family) -> None:
    async with school.sessions() as session, session.begin():
        leaves = update(Enrolment).where(Enrolment.pupil_id == family.pupil_id)
        await session.execute(leaves.values(ends=days_after(-1)))


WHO = (
    classmates_mother,
    mother_elsewhere,
    classmate,
    unlinked,
    mother_of_an_expelled,
    expelled,
    teacher_and_mother,
)
FORMER = (mother_of_an_expelled, expelled)
"""They are told by name who left the school."""


@pytest.mark.parametrize("who", WHO, ids=lambda who: who.__name__)
async def test_nobody_else_reaches_a_byte(
    stage: Scene,
    family: Family,
    target: Target,
    school: SchoolBuilder,
    app: App,
    who: Callable[..., object],
) -> None:
    person = await who(school, family, target)  # type: ignore[misc]

    secrets = (SECRET,) if who in FORMER else (SECRET, *NAMES)

    actions = forged(target, history=who not in FORMER)

    said = await attacked(stage.phone(person), app, actions, secrets)

    assert not_refused(said) == []


@pytest.mark.parametrize("door", Door)
async def test_a_chat_that_nobody_knows_reaches_nothing(stage: Scene, target: Target, app: App, door: Door) -> None:
    phone = stage.phone_at(77, door, opened=True)

    assert not_refused(await attacked(phone, app, forged(target))) == []


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.TEACHER])
async def test_staff_are_nobody_in_the_family_bot_and_family_buttons_nothing_in_theirs(
    stage: Scene, target: Target, school: SchoolBuilder, app: App, role: Role
) -> None:
    member = await school.connected_staff("Чужая", role)
    actions = forged(target)
    in_family = stage.phone_at(int(member.address.chat), Door.FAMILY, opened=True)

    assert not_refused(await attacked(in_family, app, actions)) == []
    assert not_refused(await attacked(stage.phone(member), app, actions)) == []


@pytest.mark.parametrize("who", [classmates_mother, classmate], ids=lambda who: who.__name__)
async def test_the_own_child_s_id_opens_nothing_of_others(
    stage: Scene, family: Family, target: Target, school: SchoolBuilder, app: App, who: Callable[..., object]
) -> None:
    person = await who(school, family, target)  # type: ignore[misc]

    actions = [*(make(target) for make in MIXED), *(make(target.words) for make in words_of_pyotr.MIXED)]

    said = await attacked(stage.phone(person), app, actions)

    assert not_refused(said) == []


async def test_a_classmate_s_own_pages_hold_nothing_of_others(
    stage: Scene, family: Family, target: Target, app: App
) -> None:
    phone = stage.phone(family.stranger)

    said = await attacked(phone, app, [make(target) for make in BESIDE])

    assert [alert for alert in said.values() if alert] == ["Готовлю, файл сейчас придёт"]
    assert await files_of(phone)


# A right that went away between the question and its answer

QUESTIONS: tuple[Callable[[Target], Action], ...] = (
    lambda x: WriteDates(x.pupil),
    lambda x: WriteReason(x.pupil, TUESDAY, TUESDAY),
    lambda x: WriteNewDates(x.notice, 2),
    lambda x: WriteNoticeNote(x.notice, 2),
    lambda x: SendPaper(x.notice),
    lambda x: ReportMark(x.pupil, x.mark),
    lambda x: ReportAttendance(x.pupil, x.lesson),
    lambda x: WriteAnswer(x.pupil, x.task),
    lambda x: RewriteAnswer(x.pupil, x.shared_task, 1),
)


@pytest.mark.parametrize("gone", ["consent", "link"])
async def test_an_answer_that_comes_after_the_right_is_gone_changes_nothing(
    stage: Scene, family: Family, target: Target, school: SchoolBuilder, app: App, gone: str
) -> None:
    phone = stage.phone(family.mother)
    questions = [*(make(target) for make in QUESTIONS), *(make(target.words) for make in words_of_pyotr.QUESTIONS)]
    await press_all(phone, questions)
    asked = [m for m in phone.messages if m.from_bot and m.force_reply]
    if gone == "link":
        await unlinked(school, family, target)
    else:
        await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)
    before, last = await everything(app), phone.messages[-1].id

    for question in asked:
        await phone.reply("завтра", question)
        await phone.upload(b"bytes", "late.txt", reply_to=question.id)
    await phone.settle(0.5)

    after = await everything(app)
    changed = {table for table in after if after[table] != before[table]}
    assert len(asked) >= len(questions) - 2
    assert changed <= {"prompt"}
    said = [m.text for m in phone.messages if m.from_bot and m.id > last]
    assert said
    assert not [text for text in said if SECRET in text]
