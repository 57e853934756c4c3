"""Whatever is entered after its term by somebody's decision leaves a trace: who decided and why (J6, A8)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from core.actions import Action
from core.actions.finals import SetFinalMark, SetProposed, TakeFinalBack
from core.actions.homework import (
    AddTaskFiles,
    GivePlanned,
    RemoveTaskFile,
    RewriteTask,
    SayNoHomework,
    SetDueLesson,
    SetEverybody,
    SetTaskMinutes,
    SetTaskPupil,
    WithdrawTask,
    WriteDue,
    WriteHomework,
)
from core.actions.marks import (
    AnnounceWork,
    CallOffWork,
    ChangeMark,
    DropMarkComment,
    GiveMark,
    RemoveMark,
    SetMarkKind,
    SetWorkWeight,
    WriteMarkComment,
    WriteWorkWeight,
)
from core.actions.page import (
    ChooseIct,
    ChooseKind,
    EditRemark,
    WithdrawRemark,
    WriteIct,
    WriteRemark,
    WriteTasks,
    WriteTopic,
)
from core.actions.plans import Deliver
from core.actions.quick import ApplyQuickLate
from core.actions.roll import AllPresent, CorrectRoll, Mark, ReopenRoll, SetMinutes, SetReason, TakeRoll, WriteNote
from core.actions.week import CorrectPresence, EnterAbsence, ExplainDays, WriteAbsence
from core.app import App, Override
from core.requests.registry import CARRIERS, carry_out
from core.roll.attendance import open_roll
from core.rules.ict import IctTool
from core.terms import AbsenceReason, LessonKind, MarkValue, Presence, RemarkSubject, RemarkTone, Role
from storage.models import AuditEntry, WorkKind
from tests.roll.conftest import Class7B
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import days_after

Step = tuple[Action, str]
WHY = "Проверка журнала"
TESTED_ELSEWHERE = {SetFinalMark, SetProposed, TakeFinalBack, ApplyQuickLate}
"""Final marks keep the names in their own rows (tests/finals); a hasty message is written by the commands here."""
SAME_COMMAND = {WriteDue, WriteAbsence, CorrectRoll, AllPresent, AddTaskFiles, RemoveTaskFile, GivePlanned, Deliver}
"""Another way to a command that is here, or to its neighbour that writes through the same function."""


def steps(seven_b: Class7B, kinds: dict[str, int], roll: str) -> list[Step]:
    """A lesson's whole page, entered and changed part by part. The ids are those of a journal without entries."""
    lesson, pupil, class_id = seven_b.lessons[0], seven_b.petrova, seven_b.class_id
    answer, control = kinds["О"], kinds["К"]
    return [
        (TakeRoll(lesson, roll), ""),
        (Mark(lesson, pupil, Presence.ABSENT, 0), ""),
        (SetMinutes(lesson, pupil, 10, 1), ""),
        (CorrectPresence(class_id, lesson, pupil, Presence.ABSENT, 2), ""),
        (SetReason(class_id, pupil, MONDAY, AbsenceReason.EXCUSED), ""),
        (WriteNote(class_id, pupil, MONDAY), "Звонила мама"),
        (ExplainDays(class_id, pupil, MONDAY, MONDAY, AbsenceReason.ILLNESS), ""),
        (EnterAbsence(class_id, seven_b.sidorov, MONDAY, days_after(1), AbsenceReason.ILLNESS), ""),
        (ReopenRoll(lesson, 1), ""),
        (WriteTopic(lesson, 0), "Дроби"),
        (ChooseKind(lesson, LessonKind.CONTROL, 1), ""),
        (WriteTasks(lesson, 2), "Решали задачи"),
        (ChooseIct(lesson, next(iter(IctTool)), 3), ""),
        (WriteIct(lesson, 4), "Онлайн-доска"),
        (WriteRemark(lesson, pupil, RemarkSubject.PROGRESS, RemarkTone.PRAISE), "Отлично отвечала"),
        (EditRemark(lesson, 1, 1), "Хорошо отвечала"),
        (WithdrawRemark(lesson, 1, 2), ""),
        (SayNoHomework(lesson, none=True), ""),
        (WriteHomework(lesson), "№ 5"),
        (RewriteTask(1, 1), "№ 6"),
        (SetTaskMinutes(1, 20, 2), ""),
        (SetTaskPupil(1, pupil, chosen=True, rev=3), ""),
        (SetEverybody(1, 4), ""),
        (SetDueLesson(1, seven_b.lessons[2], 5), ""),
        (WithdrawTask(1, 6), ""),
        (AnnounceWork(lesson, control), ""),
        (SetWorkWeight(lesson, control, 200, None), ""),
        (WriteWorkWeight(lesson, control, 200), "1"),
        (CallOffWork(lesson, control), ""),
        (GiveMark(lesson, pupil, answer, MarkValue.FOUR, 0), ""),
        (ChangeMark(lesson, 1, MarkValue.FIVE, 1), ""),
        (SetMarkKind(lesson, 1, control, 2), ""),
        (WriteMarkComment(lesson, 1), "Без ошибок"),
        (DropMarkComment(lesson, 1), ""),
        (RemoveMark(lesson, 1, 3), ""),
    ]


async def test_a_directors_override_of_any_entry_leaves_a_trace(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    clock.set("08:35")
    async with seven_b.sessions() as session:
        kinds = {kind.letter: kind.id for kind in await session.scalars(select(WorkKind))}
    async with app.work(seven_b.teacher.address) as work:
        roll = (await open_roll(work, seven_b.lessons[0])).fingerprint
    clock.set("09:00", days_after(9))

    traces: dict[type[Action], Sequence[AuditEntry]] = {}
    for action, words in steps(seven_b, kinds, roll):
        async with app.work(director.address) as work:
            await carry_out(replace(work, override=Override(director.id, WHY)), action, words)
        traces[type(action)] = await new_lines(seven_b, traces)

    assert [kind for kind, lines in traces.items() if not lines] == []
    named = {(line.approved_by, line.reason) for lines in traces.values() for line in lines}
    assert named == {(director.id, WHY)}


async def new_lines(seven_b: Class7B, before: Mapping[type[Action], Sequence[AuditEntry]]) -> Sequence[AuditEntry]:
    """The trace's lines that none of the steps before had left."""
    known = [line.id for lines in before.values() for line in lines]
    async with seven_b.sessions() as session:
        return (await session.scalars(select(AuditEntry).where(AuditEntry.id.not_in(known)))).all()


def test_no_entry_that_may_be_let_in_is_left_out(seven_b: Class7B) -> None:
    tried = {type(action) for action, _ in steps(seven_b, {"О": 1, "К": 2}, "")}

    assert set(CARRIERS) - tried == TESTED_ELSEWHERE | SAME_COMMAND
