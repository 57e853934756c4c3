"""How the school grades: kept by deputies, the director and the administrator."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import work_kinds as screens
from core.actions import Action
from core.actions.marks import (
    ArchiveKind,
    CountDotsAsTwo,
    MoveKindUp,
    OpenGrading,
    OpenPassFail,
    OpenPassFailSubject,
    OpenWorkKind,
    SetKindControl,
    SetKindWeight,
    SetKindWritten,
    SetPassFail,
    WriteKindLetter,
    WriteKindName,
    WriteKindWeight,
    WriteNewKind,
)
from core.errors import NothingThere
from core.marks import grading, kinds
from core.marks.sheet import WorkKindFacts
from core.marks.weights import from_hundredths, read_weight

handlers = Handlers()


@handlers.press(OpenGrading)
async def open_grading(chat: Chat, _: OpenGrading) -> None:
    async with chat.work() as work:
        found, dots = await kinds.work_kinds(work), work.school.dot_counts_as_two
    await chat.show(screens.grading_screen(found, chat.t, dots_as_two=dots))


@handlers.press(CountDotsAsTwo)
async def count_dots(chat: Chat, action: CountDotsAsTwo) -> None:
    async with chat.work() as work:
        note = await grading.count_dots_as_two(work, on=action.on)
        found = await kinds.work_kinds(work)
    await chat.show(screens.grading_screen(found, chat.t, dots_as_two=action.on), _toast(chat, note))


@handlers.press(OpenWorkKind)
async def open_kind(chat: Chat, action: OpenWorkKind) -> None:
    async with chat.work() as work:
        found = await kinds.work_kinds(work)
    await chat.show(screens.kind_screen(found, _of(found, action.kind), chat.t))


@handlers.press(SetKindWeight)
async def set_weight(chat: Chat, action: SetKindWeight) -> None:
    weight, seen = from_hundredths(action.weight), from_hundredths(action.seen)
    async with chat.work() as work:
        _, note = await kinds.set_kind_weight(work, action.kind, weight, seen=seen)
        found = await kinds.work_kinds(work)
    await _show(chat, found, action.kind, note)


@handlers.press(SetKindWritten)
async def set_written(chat: Chat, action: SetKindWritten) -> None:
    async with chat.work() as work:
        _, note = await kinds.set_written(work, action.kind, on=action.on)
        found = await kinds.work_kinds(work)
    await _show(chat, found, action.kind, note)


@handlers.press(SetKindControl)
async def set_control(chat: Chat, action: SetKindControl) -> None:
    async with chat.work() as work:
        _, note = await kinds.set_control(work, action.kind, on=action.on)
        found = await kinds.work_kinds(work)
    await _show(chat, found, action.kind, note)


@handlers.press(ArchiveKind)
async def archive(chat: Chat, action: ArchiveKind) -> None:
    async with chat.work() as work:
        _, note = await kinds.archive_kind(work, action.kind, on=action.on)
        found = await kinds.work_kinds(work)
    await _show(chat, found, action.kind, note)


@handlers.press(MoveKindUp)
async def move_up(chat: Chat, action: MoveKindUp) -> None:
    async with chat.work() as work:
        note = await kinds.move_up(work, action.kind, seen=action.seen)
        found = await kinds.work_kinds(work)
    await _show(chat, found, action.kind, note)


@handlers.press(WriteNewKind)
async def ask_new(chat: Chat, action: WriteNewKind) -> None:
    async with chat.work() as work:
        await kinds.work_kinds(work)
    await chat.ask(chat.t("kinds-ask-new"), action, chat.t.plain("kinds-ask-new-short"))


@handlers.answer(WriteNewKind)
@in_words(ask_new)
async def take_new(chat: Chat, _: WriteNewKind, words: str) -> None:
    async with chat.work() as work:
        kind = await kinds.add_kind(work, words)
        found = await kinds.work_kinds(work)
    await chat.send(screens.kind_screen(found, kind, chat.t))


@handlers.press(WriteKindName)
async def ask_name(chat: Chat, action: WriteKindName) -> None:
    await _ask(chat, action, action.kind, "name")


@handlers.answer(WriteKindName)
@in_words(ask_name)
async def take_name(chat: Chat, action: WriteKindName, words: str) -> None:
    async with chat.work() as work:
        kind = await kinds.rename_kind(work, action.kind, words)
        found = await kinds.work_kinds(work)
    await chat.send(screens.kind_screen(found, kind, chat.t))


@handlers.press(WriteKindLetter)
async def ask_letter(chat: Chat, action: WriteKindLetter) -> None:
    await _ask(chat, action, action.kind, "letter")


@handlers.answer(WriteKindLetter)
@in_words(ask_letter)
async def take_letter(chat: Chat, action: WriteKindLetter, words: str) -> None:
    async with chat.work() as work:
        kind = await kinds.set_letter(work, action.kind, words)
        found = await kinds.work_kinds(work)
    await chat.send(screens.kind_screen(found, kind, chat.t))


@handlers.press(WriteKindWeight)
async def ask_weight(chat: Chat, action: WriteKindWeight) -> None:
    await _ask(chat, action, action.kind, "weight")


@handlers.answer(WriteKindWeight)
@in_words(ask_weight)
async def take_weight(chat: Chat, action: WriteKindWeight, words: str) -> None:
    async with chat.work() as work:
        kind, _ = await kinds.set_kind_weight(work, action.kind, read_weight(words))
        found = await kinds.work_kinds(work)
    await chat.send(screens.kind_screen(found, kind, chat.t))


@handlers.press(OpenPassFail)
async def open_subjects(chat: Chat, action: OpenPassFail) -> None:
    async with chat.work() as work:
        found = await grading.grading(work)
    await chat.show(screens.subjects_screen(found, action.page, chat.t))


@handlers.press(OpenPassFailSubject)
async def open_subject(chat: Chat, action: OpenPassFailSubject) -> None:
    async with chat.work() as work:
        found = await grading.grading(work)
    await chat.show(screens.subject_screen(found, found.subject(action.subject), chat.t))


@handlers.press(SetPassFail)
async def set_by_pass(chat: Chat, action: SetPassFail) -> None:
    async with chat.work() as work:
        note = await grading.set_by_pass(work, action.subject, action.grade, on=action.on)
        found = await grading.grading(work)
    await chat.show(screens.subject_screen(found, found.subject(action.subject), chat.t), _toast(chat, note))


async def _ask(chat: Chat, action: Action, kind_id: int, what: str) -> None:
    async with chat.work() as work:
        kind = await kinds.work_kind(work, kind_id)
    title = chat.t("kinds-title", name=kind.name, letter=kind.letter, weight=kind.weight)
    question = chat.t("weight-ask") if what == "weight" else chat.t(f"kinds-ask-{what}")
    await chat.ask(f"{title}\n{question}", action)


async def _show(chat: Chat, found: tuple[WorkKindFacts, ...], kind_id: int, note: str) -> None:
    await chat.show(screens.kind_screen(found, _of(found, kind_id), chat.t), _toast(chat, note))


def _of(found: tuple[WorkKindFacts, ...], kind_id: int) -> WorkKindFacts:
    """Raises NothingThere."""
    kind = next((kind for kind in found if kind.id == kind_id), None)
    if kind is None:
        raise NothingThere
    return kind


def _toast(chat: Chat, note: str) -> str:
    return chat.t.plain(f"marks-note-{note}") if note else chat.t.plain("done-toast")
