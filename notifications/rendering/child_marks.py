"""Marks of a child: new, corrected, taken back, and what they do to the average."""

from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from core.actions.diary import OpenChildMarks, OpenChildSubject
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import fitting

COMMENT = 300
WORDS = {
    "new": "push-marks-new",
    "changed": "push-marks-changed",
    "came": "push-marks-came",
    "comment": "push-marks-comment-added",
    "rekinded": "push-marks-rekinded",
    "removed": "push-marks-removed",
}
"""What each sort of line (core/marks/news_lines.py) says."""


@renders(Kind.MARKS)
def marks(facts: dict[str, Any], t: Translator) -> Screen:
    """Each mark a line, the average after those of a subject; the button opens the subject, or all marks."""
    told = [line for line in facts["marks"] if line["what"] != "settled"]
    count = len(told)
    title = t("push-marks-own", count=count) if facts["own"] else t("push-marks", pupil=facts["pupil"], count=count)
    lines = []
    for _, of_subject in groupby(told, key=lambda line: (line["subject_id"], line["period"])):
        lines.append("\n".join(_line(line, facts["today"], t) for line in of_subject))
    shown = fitting(lines, lambda left: t("push-marks-more", count=left))
    return Screen("\n\n".join([title, *shown]), [[_open(facts, told, t)]])


def _line(line: dict[str, Any], today: str, t: Translator) -> str:
    """«Алгебра: 5 · Контрольная работа, вес 1,5», the words of the teacher, «Средний балл: 4,20 → 4,35»."""
    values = {name: _word(line[name], t) for name in ("value", "before") if line[name]}
    if line["what"] == "rekinded":
        values["formerly"] = line["formerly"][0]
    parts = [t(WORDS[line["what"]], subject=line["subject"], **values), _kind(line, t)]
    if line["day"] != today:
        parts.append(t("push-marks-day", day=date.fromisoformat(line["day"])))
    said = [" · ".join(parts)]
    if line["comment"] and line["what"] != "removed":
        said.append(t("push-marks-comment", comment=line["comment"][:COMMENT]))
    if line["average"]:
        before, after = line["average"]
        key = "push-marks-average" if before else "push-marks-average-first"
        said.append(t(key, before=Decimal(before or 0), after=Decimal(after)))
    return "\n".join(said)


def _kind(line: dict[str, Any], t: Translator) -> str:
    weight = Decimal(line["weight"])
    if weight == 1:
        return t("push-marks-kind", kind=line["kind"])
    return t("push-marks-kind-weight", kind=line["kind"], weight=_weight(weight, t))


def _weight(weight: Decimal, t: Translator) -> str:
    written = f"{weight.normalize():f}"
    return written.replace(".", ",") if t.language == "ru" else written


def _word(value: str, t: Translator) -> str:
    return t.plain(f"mark-word-{value.replace('_', '-')}")


def _open(facts: dict[str, Any], told: list[dict[str, Any]], t: Translator) -> Button:
    """To the subject in its study period; to all marks when the subjects are several."""
    subjects = {(line["subject_id"], line["period"]) for line in told}
    if len(subjects) > 1:
        return Button(t.plain("push-marks-open-all"), OpenChildMarks(facts["pupil_id"]).pack())
    action = OpenChildSubject(facts["pupil_id"], *subjects.pop())
    return Button(t.plain("push-marks-open", subject=told[0]["subject"]), action.pack())
