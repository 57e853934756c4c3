"""A lesson of a child in lines, as the day and the lesson's own screen show it."""

from enum import IntEnum

from bots.family.screens.homework import task_lines
from bots.family.screens.marks import marks_line
from bots.shared.lines import clip
from core.diary.day_rows import DiaryLesson, DiaryRemark
from core.terms import LessonKind, MarkValue, Presence
from locales import Translator

SUBJECT, ROOM, TEACHER, KIND = 48, 24, 40, 40
REMARKS, WORKS = 3, 4


class Detail(IntEnum):
    """How much of a lesson is told: the fuller the day, the less."""

    BARE = 0
    BRIEF = 1
    FULL = 2


TOPIC = {Detail.FULL: 120, Detail.BRIEF: 60}
REMARK = {Detail.FULL: 160, Detail.BRIEF: 60}
HOMEWORK = {Detail.FULL: 160, Detail.BRIEF: 80, Detail.BARE: 40}


def lesson_block(lesson: DiaryLesson, t: Translator, detail: Detail) -> str:
    """A lesson of the day."""
    if lesson.cancelled:
        return t("diary-lesson-cancelled", no=lesson.lesson_no, subject=clip(lesson.subject, SUBJECT))
    shown = [*head_lines(lesson, t), presence_line(lesson, t), *_marks(lesson, t, detail), works_line(lesson, t)]
    if lesson.topic and detail in TOPIC:
        shown.append(t("diary-topic", topic=clip(lesson.topic, TOPIC[detail])))
    if detail in REMARK:
        shown += [remark_line(remark, t, REMARK[detail]) for remark in lesson.remarks[:REMARKS]]
    shown += [line for task in lesson.tasks for line in task_lines(task, t, limit=HOMEWORK[detail])]
    return "\n".join(line for line in shown if line)


def head_lines(lesson: DiaryLesson, t: Translator) -> list[str]:
    """Number, time and subject; where, with whom, and what is not as in the timetable."""
    subject = clip(lesson.subject, SUBJECT)
    head = t("diary-lesson", no=lesson.lesson_no, starts=lesson.starts_at, ends=lesson.ends_at, subject=subject)
    details = [_room(lesson, t), t("diary-teacher", name=clip(lesson.teacher, TEACHER))]
    if lesson.substituted:
        details.append(t("diary-substitution"))
    if lesson.moved:
        details.append(t("diary-moved-here", day=lesson.origin_date, no=lesson.origin_no))
    return [head, " · ".join(d for d in details if d)]


def presence_line(lesson: DiaryLesson, t: Translator) -> str:
    """How the child stands at the lesson; empty while nothing is known."""
    if lesson.presence is Presence.LATE:
        return t("diary-late", minutes=lesson.minutes or 0)
    if lesson.presence is Presence.ABSENT:
        return t("diary-absent", why=lesson.reason or lesson.statement or "none")
    return t("diary-present") if lesson.presence is Presence.PRESENT else ""


def works_line(lesson: DiaryLesson, t: Translator) -> str:
    """The works announced for it, and its kind when that is not ordinary; each once."""
    names = [clip(work.name, KIND) for work in lesson.works[:WORKS]]
    if lesson.kind and lesson.kind is not LessonKind.LESSON:
        kind = t.plain(f"lesson-kind-{lesson.kind}")
        names = [kind, *(name for name in names if name.casefold() != kind.casefold())]
    return t("diary-works", works=", ".join(names)) if names else ""


def remark_line(remark: DiaryRemark, t: Translator, limit: int) -> str:
    """A remark of the teacher, with a sign for praise and for blame."""
    words = clip(" ".join(remark.body.split()), limit)
    return t("diary-remark", tone=remark.tone, whom="pupil" if remark.personal else "class", words=words)


def debt_line(kind: str, t: Translator) -> str:
    """A dot: the work is still to be handed in."""
    return t("diary-debt", kind=clip(kind, KIND))


def _marks(lesson: DiaryLesson, t: Translator, detail: Detail) -> list[str]:
    given = tuple(mark for mark in lesson.marks if mark.value is not MarkValue.DOT)
    owed = [mark for mark in lesson.marks if mark.value is MarkValue.DOT]
    return [marks_line(given, t, brief=detail is not Detail.FULL), *(debt_line(mark.kind, t) for mark in owed)]


def _room(lesson: DiaryLesson, t: Translator) -> str:
    if not lesson.room:
        return ""
    room, planned = clip(lesson.room, ROOM), clip(lesson.planned_room, ROOM)
    if lesson.planned_room and lesson.planned_room != lesson.room:
        return t("diary-other-room", room=room, planned=planned)
    return t("diary-room", room=room)
