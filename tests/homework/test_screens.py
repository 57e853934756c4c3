"""Screens and messages of homework hold whatever is written in it."""

from datetime import date, datetime

import pytest
from aiogram.types import Audio, Chat, Document, Message, PhotoSize, Sticker, Video, Voice

from bots.family.screens.homework import task_lines, task_screen
from bots.shared.files import attached
from bots.staff.screens import homework as screens
from bots.staff.screens import homework_parts as parts
from core.actions.homework import OpenChildTask
from core.homework.changing import Changed
from core.homework.day_load import ClassLoad
from core.homework.family import ChildTask
from core.homework.giving import FILES
from core.homework.tasks import LessonTasks, PlannedTask, Task, TaskFile
from core.rules.entry import Answer, Verdict
from core.terms import FileKind
from core.timetable.lessons import LessonFacts
from locales import LANGUAGES, translator
from notifications.rendering import render

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - the school's wall clock
LESSON = LessonFacts(
    id=1, load_id=1, subject_id=1, grade=7, day=DAY, lesson_no=1, starts_at=NOW, ends_at=NOW,
    subject="Русский язык и" * 9, group="Группа & <1>", classes=("7А", "7Б"), class_ids=(1, 2),
    room="12", teacher_id=1, owner_id=1, cancelled=False, roll_taken=False, roll_rev=0,
)  # fmt: skip
NAMES = tuple((number, f"Константинопольская-{number} Александра") for number in range(36))
TASK = Task(
    id=2**31 - 1, lesson_id=2**31 - 1, given_on=DAY, given_by="Петрова А. И.", body="&<" * 2000, minutes=45, due_on=DAY,
    due_lesson=2**31 - 1, chosen=NAMES,
    files=tuple(TaskFile(n, "имя" * 40, FileKind.DOCUMENT, 1) for n in range(FILES)),
    rev=2**31 - 1, told=True, withdrawn=False,
)  # fmt: skip
FOUND = Changed(TASK, LESSON)
OVER = [ClassLoad("7Б", DAY, 170, 150)]


def shown(text: str) -> int:
    """Characters after Telegram reads the markup."""
    return len(text.replace("&amp;", "&").replace("&lt;", "<").replace("<b>", "").replace("</b>", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_homework_fits_every_screen(language: str) -> None:
    t = translator(language)
    page = LessonTasks(
        LESSON, False, (PlannedTask(1, 1, "§ 5" * 100),), (TASK,) * 30, (TASK,) * 30, Answer(Verdict.OPEN), NOW
    )
    made = [
        screens.lesson_screen(page, t),
        screens.task_screen(FOUND, OVER, t),
        screens.due_screen(FOUND, [(2**31 - 1, DAY)] * 6, t),
        screens.minutes_screen(FOUND, t),
        screens.withdraw_screen(FOUND, t),
        parts.pupils_screen(FOUND, NAMES, t),
        parts.files_screen(FOUND, t),
        task_screen(ChildTask(2**31 - 1, 1, LESSON.subject, TASK), t),
        render("homework_changed", {**FACTS, "body": "&<" * 300}, t),
        render("homework_withdrawn", FACTS, t),
    ]

    assert [screen.text[:20] for screen in made if shown(screen.text) > 4096] == []
    assert all(sum(len(row) for row in screen.rows) <= 100 for screen in made)
    assert all(len(button.data.encode()) <= 64 for screen in made for row in screen.rows for button in row)
    assert "170" not in screens.task_screen(FOUND, OVER, t).text


FACTS = {
    "task": 1,
    "subject": "Физика",
    "due_on": "2026-11-25",
    "body": "",
    "files": 2,
    "pupil_id": 7,
    "pupil": "Ким <Н>",
}


def test_a_message_of_a_change_leads_to_the_homework() -> None:
    screen = render("homework_changed", {**FACTS, "body": "§ 5"}, translator("ru"))

    assert "Ким &lt;Н&gt;" in screen.text
    assert "📎 2 файла" in screen.text
    assert screen.rows[0][0].data == OpenChildTask(7, 1).pack()


def test_a_message_of_a_withdrawal_leads_to_the_day() -> None:
    assert render("homework_withdrawn", FACTS, translator("ru")).rows[0][0].data == "cd:7:20261125"


def test_the_day_says_it_in_a_line() -> None:
    child = ChildTask(1, 1, "Физика", TASK)

    assert task_lines(child, translator("ru"))[0].endswith("… · 45 мин · 📎 10 файлов")


@pytest.mark.parametrize(
    ("carried", "kind", "name"),
    [
        ({"photo": [PhotoSize(file_id="s", file_unique_id="s", width=1, height=1)]}, FileKind.PHOTO, "7.jpg"),
        ({"voice": Voice(file_id="v", file_unique_id="v", duration=1)}, FileKind.VOICE, "7.ogg"),
        ({"audio": Audio(file_id="a", file_unique_id="a", duration=1)}, FileKind.DOCUMENT, "7.mp3"),
        (
            {"video": Video(file_id="f", file_unique_id="f", width=1, height=1, duration=1)},
            FileKind.DOCUMENT,
            "7.mp4",
        ),
        ({"document": Document(file_id="d", file_unique_id="d", file_name="а.docx")}, FileKind.DOCUMENT, "а.docx"),
    ],
    ids=["photo", "voice", "audio", "video", "document"],
)
def test_a_file_is_known_by_how_it_came(carried: dict[str, object], kind: FileKind, name: str) -> None:
    message = Message.model_validate({"message_id": 7, "date": NOW, "chat": Chat(id=1, type="private"), **carried})

    found = attached(message)

    assert found is not None
    assert (found.kind, found.name) == (kind, name)


def test_a_sticker_is_no_file() -> None:
    sticker = Sticker(
        file_id="s", file_unique_id="s", type="regular", width=1, height=1, is_animated=False, is_video=False
    )
    message = Message(message_id=7, date=NOW, chat=Chat(id=1, type="private"), sticker=sticker)

    assert attached(message) is None
