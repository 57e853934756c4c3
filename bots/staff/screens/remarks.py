"""The teacher's remarks at a lesson: the list, whom to, about what."""

from collections.abc import Sequence

from bots.shared.lines import clip, fitting
from bots.staff.screens.page import back_to_page, head, refusal_line, remark_line
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.page import (
    ChooseRemark,
    ChooseRemarkPupil,
    EditRemark,
    OpenRemark,
    OpenRemarks,
    WithdrawRemark,
    WriteRemark,
)
from core.errors import AccessDenied
from core.page.sheet import LessonPage, RemarkLine
from core.terms import RemarkSubject, RemarkTone
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

LISTED, PUPILS = 20, 60


def remarks_screen(page: LessonPage, t: Translator) -> Screen:
    """The remarks that stand; each opens, a new one begins with whom it is to."""
    lines = [head(page.lesson, t), ""]
    if page.refusal is not None:
        lines = [*lines, refusal_line(page.refusal, t)]
    said = [remark_line(remark, t, 400) for remark in page.remarks] or [t("remarks-none")]
    rows: Rows = []
    if not isinstance(page.refusal, AccessDenied) and not page.lesson.cancelled:
        rows = [[Button(_label(remark, t), OpenRemark(page.lesson.id, remark.id).pack())] for remark in _last(page)]
        rows.append(
            [
                Button(t.plain("remark-to-pupil"), ChooseRemarkPupil(page.lesson.id).pack()),
                Button(t.plain("remark-to-class"), ChooseRemark(page.lesson.id).pack()),
            ]
        )
    rows.append(back_to_page(page.lesson.id, t))
    return Screen("\n".join(fitting(lines, said, lambda count: t("page-remarks-more", count=count))), rows)


def pupils_screen(lesson: LessonFacts, pupils: Sequence[tuple[int, str]], first: int, t: Translator) -> Screen:
    """Whom the remark is to."""
    shown = pupils[first : first + PUPILS]
    buttons = [Button(name, ChooseRemark(lesson.id, pupil_id).pack()) for pupil_id, name in shown]
    rows: Rows = in_rows(buttons, 2)
    turning = steps(first, PUPILS, len(pupils), lambda start: ChooseRemarkPupil(lesson.id, start), t)
    return Screen(f"{head(lesson, t)}\n\n{t('remark-whom')}", [*rows, turning, back_row(OpenRemarks(lesson.id), t)])


def about_screen(lesson: LessonFacts, pupil_id: int | None, name: str, t: Translator) -> Screen:
    """About what and in which tone, in one tap."""
    rows: Rows = [
        [
            Button(
                t.plain("remark-choice", about=t.plain(f"remark-{about}"), tone=t.plain(f"remark-{tone}")),
                WriteRemark(lesson.id, pupil_id, about, tone).pack(),
            )
        ]
        for about in RemarkSubject
        for tone in RemarkTone
    ]
    asked = t("remark-about-pupil", name=name) if pupil_id else t("remark-about-class")
    return Screen(f"{head(lesson, t)}\n\n{asked}", [*rows, back_row(OpenRemarks(lesson.id), t)])


def remark_question(name: str, about: RemarkSubject, tone: RemarkTone, t: Translator) -> str:
    """Asks for the remark's words; no name: it is to the class."""
    whom = name or t.plain("remark-class")
    return t("remark-ask", whom=whom, about=t.plain(f"remark-{about}"), tone=t.plain(f"remark-{tone}"))


def remark_screen(page: LessonPage, remark: RemarkLine, t: Translator) -> Screen:
    """One remark, to be changed or taken back."""
    text = "\n\n".join([head(page.lesson, t), remark_line(remark, t, 1000), t("remark-by", name=remark.given_by)])
    rows: Rows = [
        [Button(t.plain("remark-edit"), EditRemark(page.lesson.id, remark.id, remark.rev).pack())],
        [Button(t.plain("remark-withdraw"), WithdrawRemark(page.lesson.id, remark.id, remark.rev).pack())],
        back_row(OpenRemarks(page.lesson.id), t),
    ]
    return Screen(text, rows)


def _last(page: LessonPage) -> Sequence[RemarkLine]:
    return page.remarks[-LISTED:]


def _label(remark: RemarkLine, t: Translator) -> str:
    name = remark.pupil or t.plain("remark-class")
    return t.plain("remark-button", name=name, words=clip(remark.body, 30))
