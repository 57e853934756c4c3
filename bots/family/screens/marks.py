"""A child's marks of a lesson, as a line of the day."""

from bots.shared.lines import clip
from core.marks.family import FamilyMark
from core.terms import MarkValue
from locales import Translator

KIND, COMMENT, SHOWN = 28, 60, 4


def marks_line(marks: tuple[FamilyMark, ...], t: Translator, *, brief: bool = False) -> str:
    """«Отметки: 5 (Контрольная работа), 4 (Ответ на уроке: молодец)»; `brief`: the marks alone. Empty without any."""
    if not marks:
        return ""
    shown = [_mark(mark, t, brief=brief) for mark in marks[:SHOWN]]
    if len(marks) > SHOWN:
        shown.append(t("diary-marks-more", count=len(marks) - SHOWN))
    return f"{t('diary-marks', count=len(marks))} {', '.join(shown)}"


def mark_word(value: MarkValue, t: Translator) -> str:
    """A mark in words that a family understands."""
    return t.plain(f"mark-word-{value.value.replace('_', '-')}")


def _mark(mark: FamilyMark, t: Translator, *, brief: bool) -> str:
    word = mark_word(mark.value, t)
    if brief:
        return t("diary-mark-brief", value=word)
    kind = clip(mark.kind, KIND)
    if not mark.comment:
        return t("diary-mark", value=word, kind=kind)
    return t("diary-mark-comment", value=word, kind=kind, comment=clip(" ".join(mark.comment.split()), COMMENT))
