"""Families' reports of wrong entries, as the staff answers them (F4)."""

from bots.shared.lines import clip
from bots.shared.report_words import SUBJECT, brief, closed_lines, entry_line, lesson_line, quoted
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row
from bots.staff.screens.today import class_names
from core.actions import Action
from core.actions.diary import OpenStaffReports
from core.actions.marks import OpenMark, OpenPupilMarks
from core.actions.reports import AnswerCorrected, AnswerStands, OpenStaffReport
from core.actions.roll import OpenRoll
from core.reports.card import ReportCard
from core.reports.reading import StaffReport, WaitingReports
from core.rules.names import list_name
from locales import Button, Screen, Translator
from locales.screen import Rows

PUPIL = 22


def waiting_screen(found: WaitingReports, t: Translator) -> Screen:
    """What waits, the longest due first."""
    rows: Rows = [[Button(_label(found, card, t), OpenStaffReport(card.id).pack())] for card in found.reports]
    rows.append([Button(t.plain("refresh"), OpenStaffReports().pack()), home_button(t)])
    if not found.reports:
        return Screen(t("staff-reports-none"), rows)
    lines = [t("staff-reports-title-more" if found.more else "staff-reports-title", count=len(found.reports))]
    overdue = sum(card.overdue(found.today) for card in found.reports)
    if overdue:
        lines.append(t("staff-reports-overdue", count=overdue))
    return Screen("\n".join(lines), rows)


def report_screen(report: StaffReport, t: Translator) -> Screen:
    """What the family says, what the entry says, and how to answer."""
    card = report.card
    lines = [
        t("staff-report-title", name=list_name(card.surname, card.given_name)),
        _where(card, t),
        *_entry(card, t),
        "",
        t("report-said", who="other" if card.by else "pupil", name=card.by, day=card.made_at.date()),
        quoted(card.said, t),
        "",
        *_state(report, t),
    ]
    return Screen("\n".join(lines), [*_answers(report, t), back_row(OpenStaffReports(), t)])


def question(report: StaffReport, t: Translator) -> str:
    """Asks why the entry is right."""
    card = report.card
    named = list_name(card.surname, card.given_name)
    return t("staff-report-ask", name=named, lesson=lesson_line(card.lesson, t.plain))


def _where(card: ReportCard, t: Translator) -> str:
    lesson = card.lesson
    classes = class_names(lesson.classes, lesson.group, t)
    return t("report-lesson-class", classes=classes, subject=lesson.subject, day=lesson.day, number=lesson.lesson_no)


def _entry(card: ReportCard, t: Translator) -> list[str]:
    became = card.became or card.now
    if not became.differs(card.stood):
        return [entry_line("report-in-journal", card.stood, t)]
    now = "report-became" if card.became is not None else "report-now"
    return [entry_line("report-was", card.stood, t), entry_line(now, became, t)]


def _state(report: StaffReport, t: Translator) -> list[str]:
    card = report.card
    if closed := closed_lines(card, t):
        return closed
    due = t("staff-report-overdue" if card.overdue(report.today) else "staff-report-due", due=card.due_on)
    if not report.may_answer:
        return [due]
    if card.changed:
        return [due, t("staff-report-hint-changed")]
    return [due, t("staff-report-hint" if report.may_write else "staff-report-hint-owner")]


def _answers(report: StaffReport, t: Translator) -> Rows:
    card = report.card
    rows: Rows = []
    if report.may_answer and card.changed:
        said = AnswerCorrected(card.id, card.rev)
        rows.append([Button(t.plain("staff-report-corrected"), said.pack(), style="success")])
    row = []
    if report.may_look:
        key = "staff-report-fix" if card.open and report.may_write else "staff-report-look"
        row.append(Button(t.plain(key), _place(card).pack()))
    if report.may_answer:
        row.append(Button(t.plain("staff-report-stands"), AnswerStands(card.id).pack()))
    return [*rows, row]


def _place(card: ReportCard) -> Action:
    """The very place where the entry is corrected."""
    if card.mark_id is None or card.kind_id is None:
        return OpenRoll(card.lesson.id)
    if card.now.what == "removed":
        return OpenPupilMarks(card.lesson.id, card.pupil_id, card.kind_id)
    return OpenMark(card.lesson.id, card.mark_id, card.kind_id)


def _label(found: WaitingReports, card: ReportCard, t: Translator) -> str:
    return t.plain(
        "staff-reports-button",
        over="yes" if card.overdue(found.today) else "no",
        name=clip(list_name(card.surname, card.given_name), PUPIL),
        entry=brief(card.stood, t),
        subject=clip(card.lesson.subject, SUBJECT),
        day=card.lesson.day,
    )
