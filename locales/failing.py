"""What a failing pupil's parents are told: one text for their message and for the class leader who looks before."""

from datetime import date
from decimal import Decimal
from typing import Any

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
    ways = [t.plain("failing-letter-way", **{**way, "kind": _inside(way["kind"])}) for way in found["ways"]]
    said = ways[0] if len(ways) == 1 else t.plain("failing-letter-or", first=ways[0], second=ways[1])
    return [t("failing-letter-help", mark=found["mark"], ways=said)]


def _inside(kind: str) -> str:
    """A kind of work within a sentence; what is in capitals (ВПР) stays so."""
    return kind if kind[1:2].isupper() else kind[:1].lower() + kind[1:]


def brief(subject: dict[str, Any], t: Translator, *, named: bool = True) -> str:
    """The same within a line for the staff, without markup; not `named`: the subject stands above."""
    said = []
    if subject["average"] is not None:
        said.append(t.plain("failing-average-brief", average=Decimal(subject["average"])))
    if subject["dots"]:
        said.append(t.plain("failing-debts-brief", count=subject["dots"]))
    words = ", ".join(said)
    return t.plain("failing-brief", subject=subject["subject"], said=words) if named else words
