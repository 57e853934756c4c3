"""What a failing pupil's parents are told: one text for their message and for the class leader who looks before."""

from datetime import date
from decimal import Decimal
from typing import Any

from locales.goals import goal_line, way_word
from locales.translator import Translator


def parents_letter(facts: dict[str, Any], t: Translator) -> str:
    """HTML of the letter from its frozen facts (core/failing/facts.py: letter_facts)."""
    lines = [t("failing-letter-title", pupil=facts["pupil"], count=len(facts["subjects"])), ""]
    for subject in facts["subjects"]:
        lines += [_subject(subject, t), *_help(subject["help"], t)]
    over = facts["days_left"] < 0
    key = "failing-letter-over" if over else "failing-letter-end"
    return "\n".join([*lines, "", t(key, period=facts["period"], day=date.fromisoformat(facts["ends"]))])


def _subject(subject: dict[str, Any], t: Translator) -> str:
    """A subject and what is wrong there: the average with the likely mark, work owed."""
    said = []
    if subject["average"] is not None:
        said.append(t.plain("failing-average", average=Decimal(subject["average"]), likely=subject["likely"]))
    if subject["dots"]:
        said.append(t.plain("failing-debts", count=subject["dots"]))
    return t("failing-subject", subject=subject["subject"], said="; ".join(said))


def _help(found: dict[str, Any] | None, t: Translator) -> list[str]:
    """What it takes to the next better mark."""
    if found is None:
        return []
    ways = [way_word(way["count"], way["value"], way["kind"], t) for way in found["ways"]]
    return [goal_line(found["mark"], ways, t)]


def brief(subject: dict[str, Any], t: Translator, *, named: bool = True) -> str:
    """The same within a line for the staff, without markup; not `named`: the subject stands above."""
    said = []
    if subject["average"] is not None:
        said.append(t.plain("failing-average-brief", average=Decimal(subject["average"])))
    if subject["dots"]:
        said.append(t.plain("failing-debts-brief", count=subject["dots"]))
    words = ", ".join(said)
    return t.plain("failing-brief", subject=subject["subject"], said=words) if named else words
