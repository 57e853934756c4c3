"""The family's home: which child, and one line on where the child is now."""

from bots.family.screens.common import settings_button
from bots.family.screens.day import ROOM, SUBJECT, free_line, title
from bots.shared.lines import clip
from core.actions.access import OpenConsent
from core.actions.family import OpenChildDay
from core.diary.day import DiaryDay, FamilyHome
from core.diary.day_rows import DiaryLesson
from locales import Button, Screen, Translator


def home_screen(home: FamilyHome, t: Translator) -> Screen:
    """All children, each a button to the day."""
    blocks = [t("family-home"), *(_child(d, t) for d in home.children)]
    if home.waiting:
        blocks.append(t("family-home-waiting", count=home.waiting))
    rows = [[Button(_label(d), OpenChildDay(d.pupil_id).pack())] for d in home.children]
    if home.waiting:
        rows.append([Button(t.plain("consent-open"), OpenConsent().pack())])
    return Screen("\n\n".join(blocks), [*rows, [settings_button(t)]])


def now_line(day: DiaryDay, t: Translator) -> str:
    """Where the child should be now, and what was missed today."""
    parts = [_now(day, t)]
    if day.absent:
        parts.append(t("now-absent", count=day.absent))
    elif day.known:
        parts.append(t("now-known", reason=day.known.reason))
    return "\n".join(parts)


def _now(day: DiaryDay, t: Translator) -> str:
    if day.free:
        return free_line(day, t)
    if day.current:
        return _at(day.current, "now-lesson", t)
    return _at(day.upcoming, "now-next", t) if day.upcoming else t("now-over")


def _at(lesson: DiaryLesson, key: str, t: Translator) -> str:
    line = t(key, no=lesson.lesson_no, subject=clip(lesson.subject, SUBJECT), starts=lesson.starts_at)
    return f"{line}, {t('diary-room', room=clip(lesson.room, ROOM))}" if lesson.room else line


def _child(day: DiaryDay, t: Translator) -> str:
    return f"{title(day, t)}\n{now_line(day, t)}"


def _label(day: DiaryDay) -> str:
    return clip(", ".join(p for p in (day.given_name, day.class_name) if p), 40)
