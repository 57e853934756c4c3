"""How both bots word a report of a wrong entry."""

from collections.abc import Callable

from bots.shared.lines import clip
from core.reports.card import EntryState, ReportCard
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


def closed_lines(card: ReportCard, t: Translator) -> list[str]:
    """How a report ended, in the school's words where it wrote some; nothing while it is open."""
    if card.withdrawn_at is not None:
        return [t("report-withdrawn", day=card.withdrawn_at.date())]
    if card.answer is None or card.answered_at is None:
        return []
    said = [t(f"report-{card.answer}", day=card.answered_at.date(), name=card.answered_by)]
    return [*said, quoted(card.words, t)] if card.words else said
