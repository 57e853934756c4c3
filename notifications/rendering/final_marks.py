"""Final marks that were set, changed or taken back, to the family."""

from itertools import groupby
from typing import Any

from core.actions.diary import OpenChildMarks
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import fitting


@renders(Kind.FINAL_MARKS)
def final_marks(facts: dict[str, Any], t: Translator) -> Screen:
    """By period; what was told before stands beside what changed."""
    lines: list[str] = []
    for period, marks in groupby(facts["finals"], key=lambda line: line["period"]):
        lines.append(t("push-finals-period", period=period[1]) if period else t("push-finals-year"))
        lines += [_line(mark, t) for mark in marks]
    text = fitting(lines, lambda count: t("push-finals-more", count=count))
    periods = {line["period"][0] for line in facts["finals"] if line["period"]}
    shown = OpenChildMarks(facts["pupil_id"], periods.pop() if len(periods) == 1 else None)
    head = t("push-finals", pupil=facts["pupil"])
    return Screen("\n".join([head, *text]), [[Button(t.plain("push-finals-open"), shown.pack())]])


def _line(mark: dict[str, Any], t: Translator) -> str:
    said = {"subject": mark["subject"]}
    if mark["value"] is None:
        return t("push-finals-taken-back", **said, before=_word(mark["before"], t))
    if mark["before"] is None:
        return t("push-finals-line", **said, value=_word(mark["value"], t))
    return t("push-finals-changed", **said, value=_word(mark["value"], t), before=_word(mark["before"], t))


def _word(value: str, t: Translator) -> str:
    return t.plain(f"mark-word-{value.replace('_', '-')}")
