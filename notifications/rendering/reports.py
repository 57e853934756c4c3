"""Reports of wrong entries: to whose entry it is, to the deputies, and their answers to the family (F4)."""

from datetime import date
from typing import Any

from core.actions.diary import OpenChildSubject, OpenReport, OpenStaffReports
from core.actions.family import OpenChildDay
from core.actions.reports import OpenStaffReport
from core.outbox import Kind
from locales import Button, Screen, Translator
from locales.screen import Rows
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of, fitting

BUTTONS = 8


@renders(Kind.ERROR_REPORTED)
def reported(facts: dict[str, Any], t: Translator) -> Screen:
    """What the family says of which entry, and until when to answer."""
    lines = [
        t("staff-report-title", name=facts["pupil"]),
        t("report-lesson-class", classes=classes_of(facts, t), **_lesson(facts)),
        _entry("report-in-journal", facts["stood"], t),
        "",
        t("push-report-author", who="other" if facts["by"] else "pupil", name=facts["by"]),
        _quoted(facts["said"], t),
        "",
        t("staff-report-due", due=date.fromisoformat(facts["due_on"])),
    ]
    return Screen("\n".join(lines), [[_open(facts, t.plain("push-report-open"))]])


@renders(Kind.ERROR_ANSWERED)
def answered(facts: dict[str, Any], t: Translator) -> Screen:
    """What became of the entry, and who says so."""
    lines = [t(f"push-report-{facts['answer']}", name=facts["pupil"]), t("report-lesson", **_lesson(facts))]
    if facts["answer"] == "corrected":
        lines += [_entry("report-was", facts["stood"], t), _entry("report-became", facts["became"], t)]
    else:
        lines.append(_entry("report-in-journal", facts["became"], t))
    if facts["words"]:
        lines += ["", _quoted(facts["words"], t)]
    lines.append(t("push-report-by", name=facts["answered_by"]))
    return Screen("\n".join(lines), [[_place(facts, t)], [_reports(facts, t)]])


@renders(Kind.ERROR_OVERDUE)
def overdue(facts: dict[str, Any], t: Translator) -> Screen:
    """Everything past its term, in one message."""
    return _list("push-reports-overdue", facts, t)


@renders(Kind.ERROR_DUE)
def due(facts: dict[str, Any], t: Translator) -> Screen:
    """What is to be answered by the next school day."""
    return _list("push-reports-due", facts, t)


def _list(title: str, facts: dict[str, Any], t: Translator) -> Screen:
    reports, count = facts["reports"], facts["count"]
    lines = [_line(report, t) for report in reports]
    shown = fitting(lines, lambda left: t("push-reports-more", count=left + count - len(reports)))
    rows: Rows = [[_open(report, _label(report, t))] for report in reports[:BUTTONS]]
    rows.append([Button(t.plain("reports-all"), OpenStaffReports().pack())])
    return Screen("\n".join([t(title, count=count), "", *shown]), rows)


def _line(report: dict[str, Any], t: Translator) -> str:
    last = date.fromisoformat(report["due_on"])
    named = {"name": report["pupil"], "classes": classes_of(report, t), "subject": report["subject"]}
    return t("push-reports-line", **named, day=date.fromisoformat(report["day"]), due=last)


def _label(report: dict[str, Any], t: Translator) -> str:
    entry = t.plain("report-entry-brief", **report["stood"])
    named = {"name": report["pupil"][:22], "subject": report["subject"][:24]}
    return t.plain("staff-reports-button", over="no", entry=entry, **named, day=date.fromisoformat(report["day"]))


def _open(report: dict[str, Any], label: str) -> Button:
    return Button(label, OpenStaffReport(report["report"]).pack())


def _place(facts: dict[str, Any], t: Translator) -> Button:
    """The very page where the entry stands."""
    if facts["mark"] is None:
        opened = OpenChildDay(facts["pupil_id"], date.fromisoformat(facts["day"]))
        return Button(t.plain("report-open-day"), opened.pack())
    return Button(t.plain("report-open-subject"), OpenChildSubject(facts["pupil_id"], facts["subject_id"]).pack())


def _reports(facts: dict[str, Any], t: Translator) -> Button:
    return Button(t.plain("push-report-open"), OpenReport(facts["report"]).pack())


def _lesson(facts: dict[str, Any]) -> dict[str, Any]:
    return {"subject": facts["subject"], "day": date.fromisoformat(facts["day"]), "number": facts["number"]}


def _entry(key: str, state: dict[str, Any], t: Translator) -> str:
    return t(key, entry=t.plain("report-entry", **state))


def _quoted(words: str, t: Translator) -> str:
    """Somebody's own words, however long."""
    before, after = t("report-quote", words="\n").split("\n")
    return f"{before}{t.data(words)}{after}"
