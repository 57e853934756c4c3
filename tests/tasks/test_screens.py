"""Screens and messages of individual tasks hold whatever is written in them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from bots.family.screens import tasks as family
from bots.staff.screens import task_answers, tasks
from core.diary.children import ChildName
from core.homework.tasks import TaskFile
from core.outbox import Kind
from core.tasks import answers, giving, review
from core.tasks.family import ChildGiven, DueTask
from core.tasks.page import TaskPage
from core.tasks.reading import GivenTask, PageTasks, PupilAnswer, TaskLine
from core.tasks.review import Reviewed
from core.tasks.states import TaskState
from core.terms import FileKind
from locales import LANGUAGES, Screen, translator
from notifications.rendering import render

DAY, BIG = date(2026, 11, 23), 2**31 - 1
AT = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - the school's wall clock
FILES = tuple(TaskFile(BIG - n, "имя" * 40, FileKind.DOCUMENT, 1) for n in range(10))
BODY, ANSWER, REMARK = "&<" * (giving.LIMIT // 2), "&<" * (answers.LIMIT // 2), "&<" * (review.REMARK // 2)
PAGE = TaskPage(BIG, "Русский язык и " * 8, "Группа & <1>", ("7А", "7Б"), 1, sees=True, writes=True)
PUPILS = tuple(
    PupilAnswer(
        BIG - n, f"Константинопольская-{n} Александра", TaskState.ANSWERED, on_page=False, seen=True, late=True,
        answer=ANSWER, files=FILES, answered_at=AT, remark=REMARK, rev=BIG,
    )
    for n in range(60)
)  # fmt: skip
TASK = GivenTask(BIG, PAGE, BODY, DAY, "Петрова А. И.", 1, DAY, FILES, PUPILS, rev=BIG, withdrawn=False, writes=True)
GIVEN = ChildGiven(
    BIG, BIG, PAGE.subject, "Петрова А. И.", DAY, BODY, DAY, FILES, TaskState.ANSWERED, late=False, answer=ANSWER,
    answer_files=FILES, remark=REMARK, rev=BIG, today=DAY,
)  # fmt: skip
LINE = TaskLine(BIG, BODY, DAY, 10, 60, 30, 30, "")
FACTS: dict[str, Any] = {
    "task": BIG, "subject": PAGE.subject, "by": "Петрова А. И.", "due_on": "2026-11-23", "body": "&<" * 300,
    "files": 10, "pupil_id": BIG, "pupil": PUPILS[0].name, "print": "0", "remark": "&<" * 300, "more": False,
    "classes": "7А, 7Б", "group": "1", "answer": "&<" * 300, "late": True,
}  # fmt: skip


def shown(text: str) -> int:
    """Characters after Telegram reads the markup."""
    return len(text.replace("&amp;", "&").replace("&lt;", "<").replace("<b>", "").replace("</b>", ""))


def fits(screen: Screen) -> bool:
    return shown(screen.text) <= 4096 and sum(len(row) for row in screen.rows) <= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_task_fits_every_screen(language: str) -> None:
    t = translator(language)
    names = [(pupil.pupil_id, pupil.name) for pupil in PUPILS]
    screens = [
        tasks.list_screen(PageTasks(PAGE, (LINE,) * 40), 12, t),
        tasks.task_screen(TASK, t),
        tasks.pupils_screen(TASK, names, t),
        tasks.term_screen(TASK, [DAY] * 6, t),
        tasks.files_screen(TASK, t),
        tasks.withdraw_screen(TASK, t),
        task_answers.answer_screen(Reviewed(TASK, PUPILS[1]), t),
        family.list_screen(ChildName(BIG, "Имя" * 20, "Фамилия" * 9), [GIVEN] * 30, 10, t),
        family.task_screen(GIVEN, t),
        family.files_screen(GIVEN, t),
    ]
    texts = [
        tasks.rewrite_question(TASK, t),
        task_answers.remark_question(Reviewed(TASK, PUPILS[0]), t),
        family.rewrite_question(GIVEN, t),
        family.due_line(DueTask(BIG, BIG, PAGE.subject, DAY, BODY, 10, answered=True), t, 160),
    ]

    assert [screen.text[:40] for screen in screens if not fits(screen)] == []
    assert [text[:40] for text in texts if shown(text) > 4000] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.startswith("task_")])
@pytest.mark.parametrize("changes", [{}, {"due_on": None, "files": 0, "remark": "", "late": False}, {"more": True}])
def test_every_message_is_one(language: str, kind: Kind, changes: dict[str, Any]) -> None:
    screen = render(kind, {**FACTS, **changes}, translator(language))

    assert fits(screen)
    assert screen.rows


@pytest.mark.parametrize("state", TaskState)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_its_words(state: TaskState, language: str) -> None:
    t = translator(language)
    bare = replace(GIVEN, state=state, answer="", answer_files=(), files=(), remark="", body="")

    assert family.task_screen(bare, t).text
    assert family.list_screen(ChildName(1, "Иванов", "Пётр"), [bare], 0, t).text
    assert tasks.state_word(replace(PUPILS[0], state=state), t)


@pytest.mark.parametrize("state", [TaskState.CHECKED, TaskState.MATERIAL, TaskState.LEFT])
def test_what_takes_no_answer_offers_none(state: TaskState) -> None:
    labels = [b.label for row in family.task_screen(replace(GIVEN, state=state), translator("ru")).rows for b in row]

    assert not {"Ответить", "Дополнить", "Изменить текст"}.intersection(labels)
