"""«Замены»: the day's changes, and one lesson with who could give it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bots.shared.lines import fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.today import class_names, short
from core.actions import Action
from core.actions.page import OpenLesson, OpenSubstitutions
from core.actions.substitution import (
    Assign,
    AssignBusy,
    CancelLesson,
    ChooseAway,
    ChooseClass,
    FindCandidate,
    MoveLesson,
    OpenAway,
    OpenCandidates,
    OpenChange,
    OpenClassChanges,
    OpenMove,
    OpenRoom,
    RestoreLesson,
    Unassign,
)
from core.rules.telling import EVENING, STAFF_GRACE
from core.substitution.board import Board, ClassLessons
from core.substitution.candidates import Candidate
from core.substitution.clashes import Clash
from core.substitution.commands import Outcome
from core.substitution.desk import LessonDesk
from core.substitution.lesson import OneOff
from locales import Button, Screen, Translator
from locales.screen import Rows

BEST = 6
"""Candidates on the lesson's own screen; the others are a tap away."""

PAGE = 30
CHANGED_AT_MOST = 80
CLASSES_AT_MOST, CLASSES_ACROSS = 95, 4
Span = tuple[int | None, date | None, date | None]
"""The absent teacher (staff id) and days whose list a screen belongs to; or none."""


def board_screen(board: Board, t: Translator) -> Screen:
    """The day's changes; each opens its lesson for whoever makes them."""
    title = "subst-today" if board.day == board.today else "subst-day"
    if board.day == board.today + timedelta(days=1):
        title = "subst-tomorrow"
    changes = [change_line(one, t, board.day) for one in board.lessons] or [t("subst-none")]
    foot = hear_line(board.hear_at, board.now, t) if board.waiting else t("subst-told") if board.lessons else ""
    lines = fitting([t(title, day=board.day)], changes, lambda count: t("subst-more", count=count))
    rows: Rows = []
    if board.may_change:
        rows.append([Button(t.plain("subst-away"), ChooseAway(board.day).pack(), style="primary")])
        rows.append([Button(t.plain("subst-of-class"), ChooseClass(board.day).pack())])
        rows += [
            [Button(lesson_label(one, t), OpenChange(one.lesson.id).pack())] for one in board.lessons[:CHANGED_AT_MOST]
        ]
    before, after = board.day - timedelta(days=1), board.day + timedelta(days=1)
    rows.append(
        [
            Button(t.plain("day-step-back", day=before), OpenSubstitutions(before).pack()),
            Button(t.plain("day-step-on", day=after), OpenSubstitutions(after).pack()),
        ]
    )
    rows.append([home_button(t)])
    return Screen("\n".join([*lines, *(["", foot] if foot else [])]), rows)


def classes_screen(classes: Sequence[tuple[int, str]], day: date, t: Translator) -> Screen:
    """The lessons of which class?"""
    buttons = [Button(name, OpenClassChanges(class_id, day).pack()) for class_id, name in classes[:CLASSES_AT_MOST]]
    rows: Rows = in_rows(buttons, CLASSES_ACROSS)
    rows.append(back_row(OpenSubstitutions(day), t))
    return Screen(t("subst-which-class", day=day), rows)


def class_screen(held: ClassLessons, t: Translator) -> Screen:
    """The lessons of a class's day, to change one of them."""
    lines = [change_line(one, t, held.day) for one in held.lessons] or [t("day-free")]
    rows: Rows = [[Button(lesson_label(one, t), OpenChange(one.lesson.id).pack())] for one in held.lessons]
    back = Button(t.plain("subst-board"), OpenSubstitutions(held.day).pack())
    text = "\n".join([t("subst-class-title", name=held.class_name, day=held.day), *lines])
    return Screen(text, [*rows, [back, home_button(t)]])


def lesson_screen(desk: LessonDesk, span: Span, t: Translator) -> Screen:
    """One lesson: how it stands, the best candidates, and what else may be done."""
    one = desk.one
    lines = [head(one, t)]
    if desk.topic:
        lines.append(t("subst-topic", topic=desk.topic))
    lines += _told(desk, t)
    rows: Rows = []
    if not one.lesson.cancelled:
        lines += ["", t("subst-choose" if desk.candidates else "subst-nobody")]
        rows += [[candidate_button(c, one, span, t)] for c in desk.candidates[:BEST]]
        rows.append([Button(t.plain("subst-more-teachers"), OpenCandidates(one.lesson.id, *span).pack())])
    rows += _undo(one, span, t) + _others(one, span, t)
    rows.append(back_row(back_of(one, span), t))
    return Screen("\n".join(lines), rows)


def candidates_screen(desk: LessonDesk, people: Sequence[Candidate], page: int, span: Span, t: Translator) -> Screen:
    """Everybody who could give the lesson, a page at a time."""
    one = desk.one
    pages = max(1, -(-len(people) // PAGE))
    page = min(page, pages - 1)
    shown = people[page * PAGE : (page + 1) * PAGE]
    rows: Rows = [[candidate_button(c, one, span, t)] for c in shown]
    steps = [
        Button(f"‹ {page}", OpenCandidates(one.lesson.id, *span, page - 1).pack()) if page else None,
        Button(f"{page + 2} ›", OpenCandidates(one.lesson.id, *span, page + 1).pack()) if page + 1 < pages else None,
    ]
    rows.append([step for step in steps if step is not None])
    rows.append([Button(t.plain("subst-find"), FindCandidate(one.lesson.id, *span).pack())])
    rows.append(back_row(OpenChange(one.lesson.id, *span), t))
    text = f"{head(one, t)}\n\n{t('subst-choose' if people else 'subst-nobody-found')}"
    return Screen(text, rows)


def confirm_screen(outcome: Outcome, span: Span, t: Translator) -> Screen:
    """What stands in the way, and the same once more for whoever wants it all the same."""
    one, wanted = outcome.one, outcome.wanted or outcome.one
    if outcome.note == "prepared":
        said = [t("subst-prepared")] + [f"• {t(f'subst-entry-{entry}')}" for entry in one.entries]
    else:
        said = [t(f"subst-{outcome.note}", name=wanted.teacher)] + [f"• {clash_line(c, t)}" for c in outcome.clashes]
    insist = Button(t.plain(f"subst-insist-{outcome.note}"), _insisting(outcome, wanted, span).pack(), style="danger")
    back = Button(t.plain("cancel"), OpenChange(one.lesson.id, *span).pack())
    return Screen("\n".join([head(one, t), "", *said]), [[insist], [back]])


def clash_line(clash: Clash, t: Translator) -> str:
    """What is in the way, in words."""
    if clash.lesson is None:
        return t(f"subst-clash-{clash.who}")
    lesson = clash.lesson
    return t(
        f"subst-clash-{clash.who}",
        number=lesson.lesson_no,
        starts=lesson.starts_at,
        classes=class_names(lesson.classes, lesson.group, t),
        subject=lesson.subject,
        room=lesson.room or "—",
        teacher=clash.teacher,
    )


def head(one: OneOff, t: Translator) -> str:
    """The lesson and what of it is otherwise than in the timetable."""
    lesson = one.lesson
    named = class_names(lesson.classes, lesson.group, t)
    title = t("subst-lesson", classes=named, subject=lesson.subject)
    place = t(
        "subst-place",
        number=lesson.lesson_no,
        starts=lesson.starts_at,
        ends=lesson.ends_at,
        day=lesson.day,
        room=lesson.room or "—",
    )
    told = [t("subst-is-cancelled")] if lesson.cancelled else []
    key = "subst-instead" if lesson.substituted else "subst-given-by"
    told.append(t(key, teacher=one.teacher, owner=one.owner))
    if one.orphaned and not lesson.cancelled:
        told.append(t("subst-orphaned", teacher=one.teacher))
    if one.moved:
        told.append(t("subst-was-at", day=one.origin_day, number=one.origin_no))
    if one.other_room:
        told.append(t("subst-was-in", room=one.planned_room or "—"))
    return "\n".join([title, place, *told])


def change_line(one: OneOff, t: Translator, day: date, *, named: bool = True) -> str:
    """A lesson in the day's list, with what is otherwise; `named`: with its own teacher's name, too."""
    lesson = one.lesson
    facts = {
        "number": lesson.lesson_no if lesson.day == day else one.origin_no,
        "classes": class_names(lesson.classes, lesson.group, t),
        "subject": lesson.subject,
    }
    if lesson.cancelled:
        return t("subst-line-cancelled", **facts)
    if lesson.day != day:
        return t("subst-line-away", **facts, day=lesson.day, to=lesson.lesson_no)
    said = [t("subst-line", **facts)]
    if one.orphaned:
        said.append(t("subst-part-orphaned", teacher=one.teacher))
    elif lesson.substituted:
        said.append(t("subst-part-instead", owner=one.owner, teacher=one.teacher))
    elif named:
        said.append(t("subst-part-teacher", teacher=one.teacher))
    if one.moved:
        said.append(t("subst-part-moved", day=one.origin_day, number=one.origin_no))
    if one.other_room:
        said.append(t("subst-part-room", room=lesson.room or "—", planned=one.planned_room or "—"))
    return " · ".join(said)


def lesson_label(one: OneOff, t: Translator) -> str:
    """A lesson on a button, with a sign of its state."""
    lesson = one.lesson
    state = "cancelled" if lesson.cancelled else "orphaned" if one.orphaned else "changed" if one.changed else "plain"
    return t.plain(
        f"subst-button-{state}",
        number=lesson.lesson_no,
        classes=class_names(lesson.classes, lesson.group, t),
        subject=short(lesson.subject),
    )


def hear_line(hear_at: datetime | None, now: datetime, t: Translator) -> str:
    """When the families will hear of what is not told yet."""
    if hear_at is None:
        return t("subst-hear-never")
    if hear_at <= now:
        return t("subst-hear-now")
    return t("subst-hear-evening" if hear_at.time() >= EVENING else "subst-hear", day=hear_at.date(), at=hear_at)


def _told(desk: LessonDesk, t: Translator) -> list[str]:
    """Who hears when of a lesson that is otherwise than in the timetable."""
    if not desk.one.changed:
        return []
    if not desk.one.untold and desk.hear_at is not None:
        return [t("subst-told")]
    tonight = desk.staff_at - desk.now > STAFF_GRACE
    staff = t("subst-hear-staff-at", day=desk.staff_at.date(), at=desk.staff_at) if tonight else t("subst-hear-staff")
    return [hear_line(desk.hear_at, desk.now, t), staff]


def candidate_button(c: Candidate, one: OneOff, span: Span, t: Translator) -> Button:
    """A teacher with what speaks for and against."""
    why = "busy" if c.busy else "away" if c.away else "leader" if c.leads else _known(c)
    label = t.plain(f"subst-candidate-{why}", name=c.name, classes=c.busy)
    action = Assign(one.lesson.id, c.staff_id, one.seen, *span)
    return Button(label, action.pack())


def back_of(one: OneOff, span: Span) -> Action:
    """Where a lesson's screen was opened from: the absent teacher's list, or the class's day."""
    away, since, until = span
    if away is None or since is None or until is None:
        return OpenClassChanges(one.lesson.class_ids[0], one.lesson.day)
    return OpenAway(away, since, until)


def _known(c: Candidate) -> str:
    if c.same_subject:
        return "both" if c.same_class else "subject"
    return "class" if c.same_class else "plain"


def _undo(one: OneOff, span: Span, t: Translator) -> Rows:
    """The ways back to the timetable."""
    lesson = one.lesson
    if lesson.cancelled:
        return [[Button(t.plain("subst-restore"), RestoreLesson(lesson.id, one.seen, *span).pack(), style="success")]]
    rows: Rows = []
    if lesson.substituted:
        label = t.plain("subst-unassign", owner=one.owner)
        rows.append([Button(label, Unassign(lesson.id, one.seen, *span).pack())])
    if one.moved:
        back = MoveLesson(lesson.id, one.origin_day, one.origin_no, one.seen)
        rows.append([Button(t.plain("subst-move-back", day=one.origin_day, number=one.origin_no), back.pack())])
    return rows


def _others(one: OneOff, span: Span, t: Translator) -> Rows:
    lesson = one.lesson
    page = Button(t.plain("subst-open-page"), OpenLesson(lesson.id).pack())
    if lesson.cancelled:
        return [[page]]
    cancel = CancelLesson(lesson.id, one.seen, *span)
    first = [Button(t.plain("subst-room"), OpenRoom(lesson.id).pack())]
    if not one.held:
        first.insert(0, Button(t.plain("subst-move"), OpenMove(lesson.id, lesson.day).pack()))
        return [first, [Button(t.plain("subst-cancel"), cancel.pack(), style="danger"), page]]
    return [[*first, page]]


def _insisting(outcome: Outcome, wanted: OneOff, span: Span) -> Action:
    """The command of the outcome once more, insisting."""
    one, lesson = outcome.one, wanted.lesson
    if outcome.note == "busy":
        return AssignBusy(lesson.id, lesson.teacher_id, one.seen, *span)
    if outcome.note == "prepared":
        return CancelLesson(lesson.id, one.seen, *span, insists=True)
    if one.lesson.cancelled:
        return RestoreLesson(lesson.id, one.seen, *span, insists=True)
    return MoveLesson(lesson.id, lesson.day, lesson.lesson_no, one.seen, insists=True)
