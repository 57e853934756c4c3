"""The preview of a hasty message: what will be written, what is asked, what was not understood."""

from collections.abc import Iterator

from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.load_guard import guard_lines
from bots.staff.screens.marks import sign as mark_sign
from bots.staff.screens.today import class_names, short
from core.actions.page import OpenLesson
from core.actions.quick import ApplyQuick, ApplyQuickLate, ChooseQuickLesson, ChooseQuickPupil, DropQuick
from core.quick.preview import Part, PupilPart, QuickPreview, TextPart
from core.terms import Presence
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

BODY = 400
OTHERS = 6


def preview_screen(preview: QuickPreview, t: Translator) -> Screen:
    """Every part on a line with its sign, a button for each question, then «Записать»."""
    if preview.note == "dropped":
        return Screen(t("quick-dropped"), [[home_button(t)]])
    if preview.lesson is None:
        return _lost_screen(preview, t)
    head = [_title(preview.lesson, t)]
    if preview.note == "repeated":
        head.append(t("quick-note-repeated"))
    head += ["", t(_what_follows(preview))]
    lines = fitting(head, list(_lines(preview, t)), lambda count: t("quick-more", count=count))
    if preview.load is not None and preview.ready:
        lines += guard_lines(preview.load, t)
    if preview.foreign:
        lines += ["", t("quick-foreign", regulation=preview.foreign)]
    return Screen("\n".join(lines), _rows(preview, preview.lesson, t))


def _what_follows(preview: QuickPreview) -> str:
    """The heading: to be looked through, written, or nothing of it understood."""
    if preview.ready or preview.late or _questions(preview):
        return "quick-check"
    return "quick-written" if any(part.done for part in preview.parts) else "quick-nothing-written"


def note_toast(preview: QuickPreview, t: Translator) -> str:
    """What the last press met."""
    return t.plain(f"quick-note-{preview.note}") if preview.note in {"written", "already", "outdated"} else ""


def _lost_screen(preview: QuickPreview, t: Translator) -> Screen:
    """No lesson fits the head."""
    text = t("quick-no-lesson", head=preview.head) if preview.others else t("quick-no-lesson-own")
    rows: Rows = [[_lesson_button(preview, lesson, t)] for lesson in preview.others[:OTHERS]]
    return Screen(text, [*rows, [Button(t.plain("quick-drop"), DropQuick(preview.entry).pack()), home_button(t)]])


def _title(lesson: LessonFacts, t: Translator) -> str:
    return t(
        "quick-title",
        classes=class_names(lesson.classes, lesson.group, t),
        subject=lesson.subject,
        number=lesson.lesson_no,
        day=lesson.day,
    )


def _lines(preview: QuickPreview, t: Translator) -> Iterator[str]:
    for part in preview.pupils:
        yield from _pupil(part, t)
    if preview.topic:
        yield _refused(_topic(preview.topic, t), preview.topic, t)
    if preview.homework:
        yield _refused(_homework(preview.homework, t), preview.homework, t)
    if preview.rest:
        yield _refused(t("quick-rest", sign=_sign(preview.rest, t)), preview.rest, t)
    yield from (t("quick-segment", words=clip(words, BODY)) for words in preview.unclear)


def _pupil(part: PupilPart, t: Translator) -> Iterator[str]:
    if part.asked:
        yield t("quick-who", typed=part.typed)
    elif part.left_out:
        yield t("quick-left-out", typed=part.typed)
    elif part.pupil is None:
        yield t("quick-nobody", typed=part.typed)
    elif not (part.marks or part.presence):
        if not part.unclear:
            yield t("quick-nothing", name=part.name)
    else:
        line = t("quick-pupil", sign=_sign(part, t), name=part.name, said=_said(part, t))
        if part.before and not part.done:
            line += t("quick-pupil-before", marks=", ".join(mark_sign(v, t) for v in part.before))
        yield _refused(line, part, t)
    if part.unclear:
        yield t("quick-unclear", name=part.name or part.typed, words=" ".join(part.unclear))


def _said(part: PupilPart, t: Translator) -> str:
    words = []
    if part.presence is Presence.ABSENT:
        words.append(t.plain("quick-absent"))
    elif part.presence is Presence.LATE:
        words.append(t.plain("quick-late-minutes", minutes=part.minutes) if part.minutes else t.plain("quick-late"))
    if part.marks:
        marks = ", ".join(mark_sign(value, t) for value in part.marks)
        words.append(t.plain("quick-of-kind", marks=marks, kind=part.kind.lower()))
    return ", ".join(words)


def _topic(part: TextPart, t: Translator) -> str:
    line = t("quick-topic", sign=_sign(part, t), body=clip(part.body, BODY))
    return f"{line}\n   ↳ {t('quick-topic-before', body=clip(part.before, BODY))}" if part.before else line


def _homework(part: TextPart, t: Translator) -> str:
    if not part.body:
        return t("quick-homework-none", sign=_sign(part, t))
    return t("quick-homework", sign=_sign(part, t), body=clip(part.body, BODY))


def _sign(part: Part, t: Translator) -> str:
    state = "done" if part.done else "refused" if part.refusal else "ready"
    return t.plain(f"quick-mark-{state}")


def _refused(line: str, part: Part, t: Translator) -> str:
    if part.refusal is None or part.done:
        return line
    return f"{line}\n   ↳ {t(f'error-{part.refusal.code}', **part.refusal.facts)}"


def _questions(preview: QuickPreview) -> list[PupilPart]:
    return [part for part in preview.pupils if part.asked]


def _rows(preview: QuickPreview, lesson: LessonFacts, t: Translator) -> Rows:
    rows: Rows = []
    for part in _questions(preview):
        named = [(pupil, t.plain("quick-choose", typed=part.typed, name=name)) for pupil, name in part.options]
        nobody = (0, t.plain("quick-choose-nobody", typed=part.typed))
        rows += [[_choice(preview, part, pupil, label)] for pupil, label in (*named, nobody)]
    if preview.ready:
        label = t.plain("quick-apply-foreign") if preview.foreign else t.plain("quick-apply", count=preview.ready)
        rows.append([Button(label, ApplyQuick(preview.entry, preview.rev).pack(), style="success")])
    elif preview.late:
        rows.append([Button(t.plain("quick-apply-late"), ApplyQuickLate(preview.entry, preview.rev).pack())])
    if not any(part.done for part in preview.parts):
        rows += [[_lesson_button(preview, other, t)] for other in preview.others[:OTHERS]]
    if preview.ready or _questions(preview):
        rows.append([Button(t.plain("quick-drop"), DropQuick(preview.entry).pack())])
    rows.append([Button(t.plain("quick-page"), OpenLesson(lesson.id).pack()), home_button(t)])
    return rows


def _choice(preview: QuickPreview, part: PupilPart, pupil: int, label: str) -> Button:
    return Button(label, ChooseQuickPupil(preview.entry, int(part.key), pupil, preview.rev).pack())


def _lesson_button(preview: QuickPreview, lesson: LessonFacts, t: Translator) -> Button:
    label = t.plain(
        "quick-other-lesson",
        number=lesson.lesson_no,
        classes=class_names(lesson.classes, lesson.group, t),
        subject=short(lesson.subject),
    )
    return Button(label, ChooseQuickLesson(preview.entry, lesson.id, preview.rev).pack())


def question(lesson: LessonFacts, t: Translator) -> str:
    """The question whose answer is a hasty message about a lesson."""
    return f"{_title(lesson, t)}\n{t('quick-ask')}"
