"""How the school grades: kinds of work, subjects by pass or fail, what a dot counts for."""

from bots.staff.screens.rows import back_row, in_rows, steps
from bots.staff.screens.works import ACROSS, OFFERED, weight_label
from core.actions.marks import (
    ArchiveKind,
    CountDotsAsTwo,
    MoveKindUp,
    OpenGrading,
    OpenPassFail,
    OpenPassFailSubject,
    OpenWorkKind,
    SetKindControl,
    SetKindWeight,
    SetKindWritten,
    SetPassFail,
    WriteKindLetter,
    WriteKindName,
    WriteKindWeight,
    WriteNewKind,
)
from core.actions.staff import StaffSettings
from core.marks.grading import Grading, SubjectGrading
from core.marks.sheet import WorkKindFacts
from core.marks.weights import to_hundredths
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECTS = 30
GRADES_ACROSS = 4


def grading_screen(kinds: tuple[WorkKindFacts, ...], t: Translator, *, dots_as_two: bool) -> Screen:
    """The kinds in order, each a button; the subjects by pass or fail; the dot."""
    rows: Rows = [[Button(_label(kind, t), OpenWorkKind(kind.id).pack())] for kind in kinds]
    rows.append([Button(t.plain("kinds-add"), WriteNewKind().pack())])
    rows.append([Button(t.plain("pass-open"), OpenPassFail().pack())])
    dot = "dots-do-not-count" if dots_as_two else "dots-count"
    rows.append([Button(t.plain(dot), CountDotsAsTwo(on=not dots_as_two).pack())])
    state = t("dots-state-two" if dots_as_two else "dots-state-none")
    return Screen(
        f"{t('grading-title')}\n\n{t('kinds-hint')}\n{state}",
        [*rows, back_row(StaffSettings(), t)],
    )


def kind_screen(kinds: tuple[WorkKindFacts, ...], kind: WorkKindFacts, t: Translator) -> Screen:
    """One kind of work and everything that can be changed about it."""
    weights = [
        Button(
            weight_label(weight, kind.weight, t),
            SetKindWeight(kind.id, to_hundredths(weight), to_hundredths(kind.weight)).pack(),
        )
        for weight in OFFERED
    ]
    rows: Rows = in_rows(weights, ACROSS)
    rows += [
        [Button(t.plain("weight-other"), WriteKindWeight(kind.id).pack())],
        [
            Button(t.plain("kinds-rename"), WriteKindName(kind.id).pack()),
            Button(t.plain("kinds-letter"), WriteKindLetter(kind.id).pack()),
        ],
        [Button(t.plain("kinds-written-off" if kind.written else "kinds-written-on"), _written(kind))],
        [Button(t.plain("kinds-control-off" if kind.control else "kinds-control-on"), _control(kind))],
        [*_move(kinds, kind, t), _archive(kind, t)],
        back_row(OpenGrading(), t),
    ]
    lines = [
        t("kinds-title", name=kind.name, letter=kind.letter, weight=kind.weight),
        t("kinds-is-written" if kind.written else "kinds-not-written"),
        t("kinds-is-control" if kind.control else "kinds-not-control"),
        t("kinds-is-archived") if kind.archived else "",
        t("kinds-choose-weight"),
    ]
    return Screen("\n".join(line for line in lines if line), rows)


def subjects_screen(grading: Grading, page: int, t: Translator) -> Screen:
    """The subjects by name; those by pass or fail carry a tick."""
    pages = max(1, -(-len(grading.subjects) // SUBJECTS))
    page = min(page, pages - 1)
    shown = grading.subjects[page * SUBJECTS : (page + 1) * SUBJECTS]
    rows: Rows = [[Button(_subject(subject, t), OpenPassFailSubject(subject.subject_id).pack())] for subject in shown]
    return Screen(t("pass-title"), [*rows, steps(page, 1, pages, OpenPassFail, t), back_row(OpenGrading(), t)])


def subject_screen(grading: Grading, subject: SubjectGrading, t: Translator) -> Screen:
    """In which grades a subject is graded зачёт / незачёт."""
    grades = [
        Button(
            t.plain("pass-grade-on" if grade in subject.by_pass else "pass-grade", grade=grade),
            SetPassFail(subject.subject_id, grade, grade not in subject.by_pass).pack(),
        )
        for grade in grading.grades
    ]
    rows: Rows = in_rows(grades, GRADES_ACROSS)
    rows.append(
        [
            Button(t.plain("pass-all"), SetPassFail(subject.subject_id, None, on=True).pack()),
            Button(t.plain("pass-none"), SetPassFail(subject.subject_id, None, on=False).pack()),
        ]
    )
    back = back_row(OpenPassFail(), t)
    return Screen(t("pass-subject-title", name=subject.name), [*rows, back])


def _label(kind: WorkKindFacts, t: Translator) -> str:
    key = "kinds-archived" if kind.archived else "marks-kind-name"
    return t.plain(key, name=kind.name, letter=kind.letter, weight=kind.weight)


def _written(kind: WorkKindFacts) -> str:
    return SetKindWritten(kind.id, not kind.written).pack()


def _control(kind: WorkKindFacts) -> str:
    return SetKindControl(kind.id, not kind.control).pack()


def _archive(kind: WorkKindFacts, t: Translator) -> Button:
    key = "kinds-restore" if kind.archived else "kinds-archive"
    return Button(t.plain(key), ArchiveKind(kind.id, not kind.archived).pack())


def _move(kinds: tuple[WorkKindFacts, ...], kind: WorkKindFacts, t: Translator) -> list[Button]:
    """«Выше», for whoever is not the first among those in use."""
    in_use = [other.id for other in kinds if not other.archived]
    place = in_use.index(kind.id) + 1 if kind.id in in_use else 1
    return [Button(t.plain("kinds-up"), MoveKindUp(kind.id, place).pack())] if place > 1 else []


def _subject(subject: SubjectGrading, t: Translator) -> str:
    if not subject.by_pass:
        return subject.name
    return t.plain("pass-subject", name=subject.name, grades=", ".join(str(grade) for grade in sorted(subject.by_pass)))
