"""The family's home: which child, and one line on where the child is now."""

from collections.abc import Sequence
from dataclasses import replace

from bots.family.screens.common import child_name, columns, lines, settings_button
from bots.family.screens.day import day_screen, free_line, title, when
from bots.family.screens.lesson_lines import ROOM, SUBJECT
from bots.family.screens.marks import mark_word
from bots.shared.lines import clip
from core.actions.access import OpenConsent
from core.actions.announcements import OpenFamilyBoard
from core.actions.conversations import OpenTalks
from core.actions.family import OpenChildDay
from core.actions.shelf import OpenFamilyHelp
from core.diary.day import DiaryDay, FamilyHome
from core.diary.day_rows import DiaryLesson
from core.diary.departed import DepartedChild
from core.diary.waits import Waits
from core.marks.family import FamilyMark
from core.terms import MarkValue
from locales import Button, Screen, Translator

MARKED, NAMED, NAME = 6, 6, 80


def home_screen(home: FamilyHome, t: Translator) -> Screen:
    """All children, each a button to the day."""
    blocks = [t("family-home"), *(_child(d, home.after(d), t) for d in home.children)]
    if home.waiting:
        blocks.append(t("family-home-waiting", count=home.waiting))
    rows = columns([Button(_label(d), OpenChildDay(d.pupil_id).pack()) for d in home.children])
    if home.waiting:
        rows.append([Button(t.plain("consent-open"), OpenConsent().pack())])
    talk = [talks_button(home.waits, t), board_button(home.waits, t)]
    helps = Button(t.plain("help-open"), OpenFamilyHelp().pack())
    return Screen("\n\n".join(blocks), [*rows, talk, [settings_button(t), helps]])


def only_child(home: FamilyHome, t: Translator) -> Screen:
    """The day of the only child, with a way to what waits to be read or answered."""
    screen = day_screen(home.children[0], t)
    talks = [talks_button(home.waits, t)] if home.waits.talks else []
    waits = talks + ([board_button(home.waits, t)] if home.waits.announcements else [])
    return replace(screen, rows=[*screen.rows, waits])


def talks_button(waits: Waits, t: Translator) -> Button:
    """«Сообщения · 3»."""
    label = t.plain("talk-inbox-count", count=waits.talks) if waits.talks else t.plain("talk-inbox")
    return Button(label, OpenTalks().pack(), style="primary" if waits.talks else None)


def board_button(waits: Waits, t: Translator) -> Button:
    """«Объявления · 2»."""
    count = waits.announcements
    label = t.plain("board-open-count", count=count) if count else t.plain("board-open")
    return Button(label, OpenFamilyBoard().pack(), style="primary" if count else None)


def departed_screen(left: Sequence[DepartedChild], t: Translator) -> Screen:
    """Who studies here no longer, and whom to ask about it."""
    told = [_departed(child, t) for child in left[:NAMED]]
    return Screen("\n\n".join([*told, t("departed-ask")]))


def _departed(child: DepartedChild, t: Translator) -> str:
    who = "self" if child.oneself else "child"
    named = t("departed", who=who, name=child_name(child.surname, child.given_name))
    leader = t("departed-leader", leader=clip(child.leader, NAME)) if child.leader else ""
    return lines(named, t("departed-since", day=child.last_day, unit=child.class_name), leader)


def now_line(day: DiaryDay, after: DiaryDay | None, t: Translator) -> str:
    """Where the child should be now, what was missed and marked today, and when the next lessons are."""
    parts = [_now(day, t)]
    if day.absent:
        parts.append(t("now-absent", count=day.absent))
    elif day.known:
        parts.append(t("now-known", reason=day.known.reason))
    parts += [_marks(day, t), _after(after, t) if after else ""]
    return "\n".join(part for part in parts if part)


def _marks(day: DiaryDay, t: Translator) -> str:
    """«Отметки: Алгебра 5, 4; Физика 3»."""
    marked = [(clip(x.subject, 24), x.marks[:3]) for x in day.lessons if x.marks]
    told = [f"{t.data(subject)} {', '.join(_mark(mark, t) for mark in marks)}" for subject, marks in marked[:MARKED]]
    return f"{t('now-marks')} {'; '.join(told)}" if told else ""


def _mark(mark: FamilyMark, t: Translator) -> str:
    word = t.plain("lesson-dot") if mark.value is MarkValue.DOT else mark_word(mark.value, t)
    return t("diary-mark-brief", value=word)


def _after(day: DiaryDay, t: Translator) -> str:
    """«Завтра в 08:30, 6 уроков, изменений: 2»."""
    changed = sum(x.changed for x in day.lessons)
    return t(
        "now-after",
        when=when(day),
        day=day.day,
        starts=min(x.starts_at for x in day.held),
        count=len(day.held),
        changed=changed,
    )


def _now(day: DiaryDay, t: Translator) -> str:
    if day.free:
        return free_line(day, t)
    if day.current:
        return _at(day.current, "now-lesson", t)
    return _at(day.upcoming, "now-next", t) if day.upcoming else t("now-over")


def _at(lesson: DiaryLesson, key: str, t: Translator) -> str:
    line = t(key, no=lesson.lesson_no, subject=clip(lesson.subject, SUBJECT), starts=lesson.starts_at)
    return f"{line}, {t('diary-room', room=clip(lesson.room, ROOM))}" if lesson.room else line


def _child(day: DiaryDay, after: DiaryDay | None, t: Translator) -> str:
    return f"{title(day, t)}\n{now_line(day, after, t)}"


def _label(day: DiaryDay) -> str:
    return clip(", ".join(p for p in (day.given_name, day.class_name) if p), 40)
