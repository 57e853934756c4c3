"""The board of announcements and one of them, as a reader of either bot sees them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bots.shared.announcement_words import AUTHOR, board_line, file_label, label
from bots.shared.lines import clip, fitting
from bots.shared.paging import steps
from bots.shared.quiet import marked
from core.actions import Action
from core.announcements.facts import Announced, Author, Board, State
from core.terms import Acknowledgement
from locales import Button, Screen, Translator
from locales.announcing import announced
from locales.screen import Rows

MESSAGE = 4080
SIZE, AUTHORS, FILES, CHOICE, ANSWER, IN_A_ROW, PAIRED = 8, 40, 4, 40, 16, 3, 20


@dataclass(frozen=True)
class Ways:
    """The actions of a bot: the board from a place on (of one author), one announcement, its answers and files.

    `for_child`: the answer for one child of several, of the family's bot.
    """

    board: Callable[[int], Action]
    of: Callable[[int, int], Action]
    authors: Callable[[], Action]
    one: Callable[[int], Action]
    answer: Callable[[int, int | None], Action]
    number: Callable[[int], Action]
    files: Callable[[int, int | None], Action]
    home: Callable[[Translator], Button]
    for_child: Callable[[int, int, int], Action] | None = None


def board_screen(board: Board, ways: Ways, t: Translator, extra: Rows | None = None) -> Screen:
    """What is valid, each a button: what waits for an answer first, then the newest."""
    author = board.author
    head = [t("board-title-of", name=clip(author.name, AUTHOR)) if author else t("board-title")]
    if board.waiting and author is None:
        head.append(t("board-waiting", count=board.waiting))
    lines = [f"\n{board_line(board.first + n, line, t)}" for n, line in enumerate(board.lines, 1)]
    text = fitting(head, lines or [f"\n{t('board-none')}"], lambda count: t("board-more", count=count))
    rows: Rows = [
        [Button(label(board.first + n, line, t), ways.one(line.id).pack())] for n, line in enumerate(board.lines, 1)
    ]
    rows.append(steps(board.first, SIZE, board.count, lambda first: _page(board, ways, first), t))
    return Screen("\n".join(text), [*rows, *(extra or []), _last(board, ways, t)])


def authors_screen(authors: Sequence[Author], ways: Ways, t: Translator) -> Screen:
    """Who wrote what stands on the board."""
    rows: Rows = [
        [Button(t.plain("board-author", name=clip(a.name, AUTHOR), count=a.count), ways.of(a.id, 0).pack())]
        for a in authors[:AUTHORS]
    ]
    return Screen(
        t("board-choose-author") if authors else t("board-none"),
        [*rows, [Button(t.plain("back"), ways.board(0).pack()), ways.home(t)]],
    )


def announcement_screen(one: Announced, ways: Ways, t: Translator, extra: Rows | None = None) -> Screen:
    """The announcement as it came to the phones, what the reader has answered, and the ways to answer."""
    states = "\n".join(line for line in (_over(one, t), _answered(one, t)) if line)
    text = "\n\n".join(part for part in (_words(one, len(states), t), states) if part)
    back = [Button(t.plain("back"), ways.board(0).pack()), ways.home(t)]
    return Screen(text, [*_answers(one, ways, t), *_files(one, ways, t), *(extra or []), back])


def number_question(one: Announced, t: Translator) -> str:
    """Asks for the number, with the first words of what it is about; of several children for one number."""
    asked = t("announce-ask-number", words=clip(" ".join(one.body.split()), ANSWER * 10))
    return f"{asked}\n{t('announce-one-number', names=', '.join(one.children))}" if len(one.children) > 1 else asked


def note(one: Announced, t: Translator) -> str:
    """What the tap on an answer met."""
    return t.plain("already-so" if one.note == "already" else "announce-answered")


def _page(board: Board, ways: Ways, first: int) -> Action:
    return ways.of(board.author.id, first) if board.author else ways.board(first)


def _last(board: Board, ways: Ways, t: Translator) -> list[Button]:
    if board.author:
        return [Button(t.plain("board-all"), ways.board(0).pack()), ways.home(t)]
    authors = [Button(t.plain("board-by-author"), ways.authors().pack())] if board.count > 1 else []
    return [*authors, ways.home(t)]


def _words(one: Announced, others: int, t: Translator) -> str:
    """All of them, but for as many as would not fit one message beside `others` more characters."""
    around = len(announced({**one.words, "body": "", "spans": []}, t))
    return announced(one.words, t, MESSAGE - around - others)


def _over(one: Announced, t: Translator) -> str:
    if one.state is State.WITHDRAWN:
        return t("announce-withdrawn")
    if one.state is State.OVER and one.ends_on:
        return t("announce-over", day=one.ends_on)
    return ""


def _answered(one: Announced, t: Translator) -> str:
    """What the reader has answered, and that it may still be changed."""
    if one.mine and one.each:
        return _answered_each(one, t)
    if not one.mine or one.read_at is None or one.acknowledgement is Acknowledgement.NONE:
        return ""
    if one.acknowledgement is Acknowledgement.READ:
        return t("announce-you-read", at=one.read_at)
    said = t("announce-you-answered", answer=one.answer or "", at=one.read_at) if one.answer else ""
    change = t("announce-may-change") if said and one.may_answer else ""
    return " ".join(part for part in (said, change) if part)


def _answered_each(one: Announced, t: Translator) -> str:
    """Child by child, once anything was answered."""
    if all(child.answer is None for child in one.each):
        return t("announce-each") if one.may_answer else ""
    lines = [t("announce-child-answered", name=of.name, answer=of.answer or "") for of in one.each if of.answer]
    lines += [t("announce-child-waits", name=of.name) for of in one.each if not of.answer]
    return "\n".join([*lines, t("announce-may-change-each")] if one.may_answer else lines)


def _answers(one: Announced, ways: Ways, t: Translator) -> Rows:
    if not (one.mine and one.may_answer):
        return []
    if one.acknowledgement is Acknowledgement.READ and one.read_at is None:
        return [[Button(t.plain("announced-read"), ways.answer(one.id, None).pack(), style="primary")]]
    if one.acknowledgement is Acknowledgement.CHOICE:
        return _choices_each(one, ways, t) if one.each else _choices(one, ways)
    if one.acknowledgement is Acknowledgement.NUMBER:
        key = "announce-number-change" if one.answer else "announced-number"
        return [[Button(t.plain(key), ways.number(one.id).pack(), style=None if one.answer else "primary")]]
    return []


def _choices(one: Announced, ways: Ways) -> Rows:
    """Short answers stand side by side; the one given carries a sign."""
    buttons = [
        Button(_choice(choice, one), ways.answer(one.id, place).pack()) for place, choice in enumerate(one.choices)
    ]
    if len(buttons) <= IN_A_ROW and all(len(choice) <= ANSWER for choice in one.choices):
        return [buttons]
    return [[button] for button in buttons]


def _choices_each(one: Announced, ways: Ways, t: Translator) -> Rows:
    """For all children at once, then a child after another: «Пётр: Да», «Пётр: Нет»."""
    rows = [
        [
            _answer(t.plain("announce-for-all", answer=choice), choice, one.answer, ways.answer(one.id, n))
            for n, choice in enumerate(one.choices)
        ]
    ]
    if (for_child := ways.for_child) is not None:
        rows += [
            [
                _answer(f"{clip(of.name, ANSWER)}: {choice}", choice, of.answer, for_child(one.id, of.pupil_id, n))
                for n, choice in enumerate(one.choices)
            ]
            for of in one.each
        ]
    side_by_side = all(len(row) == 2 and all(len(button.label) <= PAIRED for button in row) for row in rows)
    return rows if side_by_side else [[button] for row in rows for button in row]


def _answer(label: str, choice: str, given: str | None, action: Action) -> Button:
    return Button(marked(clip(label, CHOICE), chosen=choice == given), action.pack())


def _choice(choice: str, one: Announced) -> str:
    return marked(clip(choice, CHOICE), chosen=choice == one.answer)


def _files(one: Announced, ways: Ways, t: Translator) -> Rows:
    if len(one.files) > FILES:
        return [[Button(t.plain("task-all-files", count=len(one.files)), ways.files(one.id, None).pack())]]
    return [
        [Button(file_label(file, number, t), ways.files(one.id, file.id).pack())]
        for number, file in enumerate(one.files, 1)
    ]
