"""«Здесь ошибка»: a family's report of a wrong entry and where it stands (F4)."""

from bots.family.screens.common import back_button, child_name, home_button
from bots.shared.lines import clip
from bots.shared.report_words import SUBJECT, brief, closed_lines, entry_line, lesson_line, quoted
from core.actions.diary import (
    OpenChildMenu,
    OpenChildReports,
    OpenChildSubject,
    OpenReport,
    ReportAttendance,
)
from core.actions.family import OpenChildDay
from core.actions.reports import WithdrawReport
from core.reports.card import ReportCard
from core.reports.reading import ChildReports, FamilyReport
from core.reports.writing import Reportable
from core.terms import ReportAnswer
from locales import Button, Screen, Translator


def wrong_attendance_button(pupil: int, lesson: int, t: Translator) -> Button:
    """«Здесь ошибка» about how the child stands at a lesson."""
    return Button(t.plain("report-attendance"), ReportAttendance(pupil, lesson).pack())


def question(entry: Reportable, t: Translator) -> str:
    """Asks what is wrong, under what the journal says."""
    return t(
        "report-ask",
        name=child_name(entry.child.surname, entry.child.given_name),
        lesson=lesson_line(entry.lesson, t.plain),
        entry=t.plain("report-entry", **entry.state.facts()),
    )


def report_screen(report: FamilyReport, t: Translator) -> Screen:
    """What was said of which entry, and what came of it."""
    card = report.card
    lines = [
        t("report-title", name=child_name(card.surname, card.given_name)),
        lesson_line(card.lesson, t),
        *_entry(card, t),
        "",
        t("report-said", who=_who(report), name=card.by, day=card.made_at.date()),
        quoted(card.said, t),
        "",
        *_state(report, t),
    ]
    take_back = Button(t.plain("report-withdraw"), WithdrawReport(card.id, card.rev).pack())
    return Screen(
        "\n".join(lines),
        [
            [_place(card, t)],
            [take_back] if report.may_withdraw else [],
            [back_button(t, OpenChildReports(card.pupil_id).pack()), home_button(t)],
        ],
    )


def reports_screen(found: ChildReports, t: Translator) -> Screen:
    """Everything that was reported about a child, each a button."""
    title = t("reports-title", name=child_name(found.child.surname, found.child.given_name))
    rows = [[Button(_label(card, t), OpenReport(card.id).pack())] for card in found.reports]
    back = [back_button(t, OpenChildMenu(found.child.pupil_id).pack()), home_button(t)]
    return Screen(f"{title}\n\n{t('reports-legend' if rows else 'reports-none')}", [*rows, back])


def _entry(card: ReportCard, t: Translator) -> list[str]:
    """What the journal said and says."""
    if card.answer is ReportAnswer.CORRECTED and card.became is not None:
        return [entry_line("report-was", card.stood, t), entry_line("report-became", card.became, t)]
    if card.open and card.changed:
        return [entry_line("report-was", card.stood, t), entry_line("report-now", card.now, t)]
    return [entry_line("report-in-journal", card.stood, t)]


def _state(report: FamilyReport, t: Translator) -> list[str]:
    card = report.card
    if closed := closed_lines(card, t):
        return closed
    return [t("report-waits-over" if card.overdue(report.today) else "report-waits", due=card.due_on)]


def _who(report: FamilyReport) -> str:
    if report.mine:
        return "you"
    return "other" if report.card.by else "pupil"


def _place(card: ReportCard, t: Translator) -> Button:
    """Where the entry stands in the diary."""
    if card.mark_id is None:
        return Button(t.plain("report-open-day"), OpenChildDay(card.pupil_id, card.lesson.day).pack())
    opened = OpenChildSubject(card.pupil_id, card.lesson.subject_id)
    return Button(t.plain("report-open-subject"), opened.pack())


def _label(card: ReportCard, t: Translator) -> str:
    state = "withdrawn" if card.withdrawn_at else card.answer or "waits"
    subject = clip(card.lesson.subject, SUBJECT)
    return t.plain("reports-button", state=state, entry=brief(card.stood, t), subject=subject, day=card.lesson.day)
