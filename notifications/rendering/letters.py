"""The information letter to the parents; print jobs to administrators and back to who asked (C4)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from core.actions.diary import OpenChildMarks
from core.actions.letters import OpenLetters, OpenPrintJobs, SendOwnLetter, SendPrintJob
from core.outbox import Kind
from core.terms import MarkValue
from locales import Button, Screen, Translator
from locales.letters import absences_line, job_period, remarks_line
from notifications.rendering.registry import renders
from notifications.rendering.words import fitting

MARKS = (5, 4, 3, 2, 1)
REMARK_CHARS = 200
NUMBERS = frozenset("54321")


@renders(Kind.GUARDIAN_LETTER)
def guardian_letter(facts: dict[str, Any], t: Translator) -> Screen:
    """The whole letter as a text, for a telephone; the paper's form and all the marks are a press away."""
    pupil_id, period_id = facts["pupil_id"], facts["period_id"]
    period = facts["period"] or t.plain("letters-year", year=facts["year"])
    about = {"class": facts["class"], "period": period, "day": date.fromisoformat(facts["day"])}
    head = [t("push-letter-title", name=facts["name"]), t("push-letter-about", **about), ""]
    lines = [*_progress(facts, t), "", *_conduct(facts, t)]
    if facts["leader"]:
        lines += ["", t("push-letter-leader", leader=facts["leader"])]
    return Screen(
        "\n".join([*head, *fitting(lines, _more(t))]),
        [
            [Button(t.plain("push-letter-pdf"), SendOwnLetter(pupil_id, period_id).pack(), style="primary")],
            [Button(t.plain("push-letter-marks"), OpenChildMarks(pupil_id, period_id).pack())],
        ],
    )


@renders(Kind.PRINT_ASKED)
def print_asked(facts: dict[str, Any], t: Translator) -> Screen:
    """To the administrators; leads to the file and to all that waits."""
    return Screen(
        t("push-print-asked", by=facts["by"], **_job(facts, t)),
        [
            [
                Button(t.plain("push-print-file"), SendPrintJob(facts["job"]).pack(), style="primary"),
                Button(t.plain("push-print-open"), OpenPrintJobs().pack()),
            ]
        ],
    )


@renders(Kind.PRINT_DONE)
def print_done(facts: dict[str, Any], t: Translator) -> Screen:
    """To whoever asked: the letters lie there."""
    back = OpenLetters(facts["class_id"], facts["period_id"]).pack()
    label = t.plain("push-print-letters", **{"class": facts["class"]})
    return Screen(t("push-print-done", by=facts["by"], **_job(facts, t)), [[Button(label, back)]])


def _progress(facts: dict[str, Any], t: Translator) -> list[str]:
    if facts["unmarked"]:
        return [t("push-letter-unmarked")]
    lines = [t("push-letter-subject", subject=s["subject"], said=_subject(s, t)) for s in facts["subjects"]]
    if facts["average"] is not None:
        lines += ["", t("push-letter-total", average=_point(facts["average"], t))]
    if facts["finals"] is not None:
        lines.append(t("push-letter-total-final", average=_point(facts["finals"], t)))
    return lines


def _subject(subject: dict[str, Any], t: Translator) -> str:
    """средний 4,25; «5» — 2, «4» — 3; за период 4."""
    counts = [
        t.plain("push-letter-count", mark=str(mark), count=count)
        for mark, count in zip(MARKS, subject["counts"], strict=True)
        if count
    ]
    passes = [name for name in ("passed", "failed") if subject[name]]
    counts += [t.plain(f"letter-pdf-{name}", count=subject[name]) for name in passes]
    said = [t.plain("push-letter-average", average=_point(subject["average"], t))] if subject["average"] else []
    said += [", ".join(counts)] if counts else []
    if subject["owed"]:
        said.append(t.plain("push-letter-owed", count=subject["owed"]))
    if subject["final"]:
        said.append(t.plain("push-letter-final", final=_final(MarkValue(subject["final"]), t)))
    return "; ".join(said) or t.plain("push-letter-nothing")


def _conduct(facts: dict[str, Any], t: Translator) -> list[str]:
    *missed, late = facts["absences"]
    lines = [absences_line(missed, late, t)]
    tones = facts["tones"]
    lines.append(remarks_line(tones, t))
    lines += [
        t(
            "letter-remark",
            day=date.fromisoformat(day),
            subject=subject,
            body=_flat(body),
        )
        for day, subject, body in facts["remarks"]
    ]
    return lines


def _flat(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= REMARK_CHARS else f"{flat[:REMARK_CHARS]}…"


def _final(value: MarkValue, t: Translator) -> str:
    return value.value if value.value in NUMBERS else t.plain(f"journal-mark-{value.value}")


def _point(number: str, t: Translator) -> str:
    return f"{Decimal(number):f}".replace(".", ",") if t.language == "ru" else number


def _job(facts: dict[str, Any], t: Translator) -> dict[str, Any]:
    return {"class": facts["class"], "period": job_period(facts["period"], t), "count": facts["count"]}


def _more(t: Translator) -> Callable[[int], str]:
    return lambda count: t("push-letter-more", count=count)
