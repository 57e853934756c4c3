"""A guardian's answer to «ребёнка нет на уроке»."""

from bots.family.screens.common import day_button, home_button
from bots.family.screens.reports import wrong_attendance_button
from bots.family.screens.talks import write_button
from bots.shared.lines import clip
from core.actions.family import ChangeStatement, StateReason
from core.actions.notices import OpenNotices, SendPaper
from core.roll.answers import CaseAnswered
from core.terms import Statement
from locales import Button, Screen, Translator
from locales.screen import Rows

ANSWERS = (Statement.ILL, Statement.FAMILY, Statement.LATE, Statement.UNKNOWN)


def absence_rows(
    case: int | None,
    pupil: int,
    lesson: int | None,
    t: Translator,
    *,
    stated: Statement | None = None,
    past: bool = False,
    may_write: bool = True,
) -> Rows:
    """What a family may do about a missed or late lesson, wherever it shows.

    `case`: the id of its absence case that is not closed (none: a reason was known, or the child was late); `stated`:
    what is answered already. `lesson`: the id, for «Здесь ошибка». `past`: the day is over, nobody is on the way.
    `may_write` False: a pupil, who does not answer for oneself but may say that an entry is wrong.
    """
    wrong: Rows = [[wrong_attendance_button(pupil, lesson, t)]] if lesson is not None else []
    if not may_write:
        return wrong
    if case is None:
        return [[Button(t.plain("notices-open"), OpenNotices(pupil).pack())], *wrong]
    if stated is not None:
        return [[Button(t.plain("case-change"), ChangeStatement(case).pack())], *wrong]
    return [*_answers(case, t, past=past), *wrong]


def _answers(case: int, t: Translator, *, past: bool) -> Rows:
    ill, family, late, unknown = (Button(t.plain(f"answer-{s}"), StateReason(case, s).pack()) for s in ANSWERS)
    return [[ill, unknown], [family]] if past else [[ill, late], [family], [unknown]]


def answered_screen(case: CaseAnswered, t: Translator) -> Screen:
    """What the school has now, and how to say something else."""
    if case.closed or case.statement is None:
        said = t("case-closed") if case.closed else t("case-open")
    else:
        said = t("case-answered", said=case.statement)
    rows = [[write_button(case.pupil_id, t)], [day_button(t, case.pupil_id, case.day), home_button(t)]]
    if not case.closed:
        rows.insert(0, [Button(t.plain("case-change"), ChangeStatement(case.case_id).pack())])
    if case.notice_id is not None:
        rows.insert(0, [Button(t.plain("paper-send"), SendPaper(case.notice_id).pack())])
    return Screen(f"{_about(case, t)}\n\n{said}", rows)


def change_screen(case: CaseAnswered, t: Translator) -> Screen:
    """The answers once more."""
    if case.closed:
        return answered_screen(case, t)
    answers = [[Button(t.plain(f"answer-{s}"), StateReason(case.case_id, s).pack())] for s in ANSWERS]
    return Screen(f"{_about(case, t)}\n\n{t('case-what')}", [*answers, [day_button(t, case.pupil_id, case.day)]])


def _about(case: CaseAnswered, t: Translator) -> str:
    return t(
        "case-about",
        name=clip(case.pupil, 64),
        no=case.lesson_no,
        subject=clip(case.subject, 48),
        time=f"{case.starts}–{case.ends}",
        day=case.day,
    )
