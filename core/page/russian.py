"""Entries are in Russian where the school says so; a warning that the person may overrule (J10)."""

from core.app import Work
from core.errors.entries import NotInRussian
from core.rules.russian import looks_russian
from core.timetable.lessons import LessonFacts
from regulations import DEFAULT, load

RULE = "entries_in_russian"


def require_russian(work: Work, lesson: LessonFacts, words: str) -> bool:
    """Whether the words are to be marked as not in Russian. Raises NotInRussian unless the person insists."""
    rule = rule_against(work, lesson, words)
    if rule and not work.insists:
        raise NotInRussian(lesson=lesson.id, regulation=rule, rule=RULE, text=words)
    return bool(rule)


def rule_against(work: Work, lesson: LessonFacts, words: str) -> str:
    """The rule, as it is cited, that wants the words in Russian; empty where they are, or where none does."""
    regulation = work.regulation(lesson.day)
    if not regulation.entries_in_russian or looks_russian(words):
        return ""
    return (regulation if regulation.own(RULE) else load(DEFAULT)).cited(RULE)
