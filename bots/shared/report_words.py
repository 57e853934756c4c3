"""How both bots word a report of a wrong entry."""

from collections.abc import Callable

from bots.shared.lines import clip
from core.reports.card import EntryState
from core.timetable.lessons import LessonFacts
from locales import Translator

SUBJECT = 24
LESSON_SUBJECT = 48


def entry_line(key: str, state: EntryState, t: Translator) -> str:
    """«В журнале: отметка 3 (Ответ на уроке)»."""
    return t(key, entry=t.plain("report-entry", **state.facts()))


def brief(state: EntryState, t: Translator) -> str:
    """The entry in a word, for a button."""
    return t.plain("report-entry-brief", **state.facts())


def lesson_line(lesson: LessonFacts, say: Callable[..., str]) -> str:
    """«Алгебра, 23 ноября, 1-й урок»; `say` is the translator, or its `plain` for a fact of another sentence."""
    subject = clip(lesson.subject, LESSON_SUBJECT)
    return say("report-lesson", subject=subject, day=lesson.day, number=lesson.lesson_no)


def quoted(words: str, t: Translator) -> str:
    """Somebody's own words, however long."""
    before, after = t("report-quote", words="\n").split("\n")
    return f"{before}{t.data(words)}{after}"
