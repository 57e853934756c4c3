"""A guardian's answer to «ребёнка нет на уроке»."""

from bots.family.screens.common import day_button, home_button
from bots.shared.lines import clip
from core.actions.family import ChangeStatement, StateReason
from core.roll.answers import CaseAnswered
from core.terms import Statement
from locales import Button, Screen, Translator

ANSWERS = (Statement.ILL, Statement.FAMILY, Statement.LATE, Statement.UNKNOWN)


def answered_screen(case: CaseAnswered, t: Translator) -> Screen:
    """What the school has now, and how to say something else."""
    if case.closed or case.statement is None:
        said = t("case-closed") if case.closed else t("case-open")
    else:
        said = t("case-answered", said=case.statement)
    rows = [[day_button(t, case.pupil_id, case.day), home_button(t)]]
    if not case.closed:
        rows.insert(0, [Button(t.plain("case-change"), ChangeStatement(case.case_id).pack())])
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
