"""Failing pupils: to the class leader and the teachers at once, to the parents the evening after."""

from datetime import datetime
from typing import Any

from core.actions.diary import OpenChildMarks, OpenChildSubject, OpenFailing
from core.actions.page import OpenJournal
from core.outbox import Kind
from locales import Button, Screen, Translator
from locales.failing import brief, parents_letter
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of, fitting

PAGES = 20
"""Buttons to journals in one message."""


@renders(Kind.FAILING)
def failing(facts: dict[str, Any], t: Translator) -> Screen:
    """To the parents; leads to the subject, or to all marks when there are several."""
    pupil_id, period, subjects = facts["pupil_id"], facts["period_id"], facts["subjects"]
    if len(subjects) == 1:
        to = OpenChildSubject(pupil_id, subjects[0]["subject_id"], period).pack()
        button = Button(t.plain("failing-open-subject", subject=subjects[0]["subject"]), to)
    else:
        button = Button(t.plain("failing-open-marks"), OpenChildMarks(pupil_id, period).pack())
    return Screen(parents_letter(facts, t), [[button]])


@renders(Kind.FAILING_CLASS)
def failing_class(facts: dict[str, Any], t: Translator) -> Screen:
    """To the class leader: who, in what, and when the parents will hear."""
    title = t("failing-push-class", name=facts["class"], at=datetime.fromisoformat(facts["tell_at"]))
    lines = [_pupil(line, t) for line in facts["pupils"]]
    button = Button(t.plain("failing-push-open"), OpenFailing(facts["class_id"]).pack(), style="primary")
    return Screen("\n".join([title, "", *fitting(lines, _more(t))]), [[button]])


@renders(Kind.FAILING_PAGES)
def failing_pages(facts: dict[str, Any], t: Translator) -> Screen:
    """To a teacher: who is failing in which journal; each journal is a button."""
    lines: list[str] = []
    for page in facts["pages"]:
        lines.append(t("failing-push-page", classes=classes_of(page, t), subject=page["subject"]))
        lines += [_pupil(line, t, only=True) for line in page["pupils"]]
    rows = [
        [
            Button(
                t.plain("failing-push-journal", classes=classes_of(page, t), subject=page["subject"]),
                OpenJournal(page["load"]).pack(),
            )
        ]
        for page in facts["pages"][:PAGES]
    ]
    return Screen("\n".join([t("failing-push-pages"), "", *fitting(lines, _more(t))]), rows)


def _pupil(line: dict[str, Any], t: Translator, *, only: bool = False) -> str:
    """A pupil and the subjects; `only` one subject, named above."""
    said = "; ".join(brief(subject, t, named=not only) for subject in line["subjects"])
    text = t("failing-push-pupil", name=line["pupil"], said=said)
    return f"{text} {t('failing-push-alone')}" if line["alone"] else text


def _more(t: Translator) -> Any:
    return lambda count: t("failing-push-more", count=count)
