"""What comes to this phone by itself, and when: each choice with its state."""

from datetime import time

from bots.family.screens.common import back_button, home_button
from bots.shared.quiet import marked, quiet_rows
from core.actions.diary import OpenNoticeSettings
from core.actions.family import ChooseQuiet, FamilySettings, SetQuiet
from core.actions.notice_settings import (
    ChooseEveningCard,
    ChooseMarkNotices,
    SetEveningCard,
    SetHomeworkNews,
    SetMarkNotices,
    SetTimetableNews,
    SetWeekCard,
)
from core.notice_choices import EVENING_HOURS, NoticeChoices
from core.terms import MarkNotices
from locales import Button, Screen, Translator
from locales.screen import Rows

QUIET = ((21, 7), (22, 7), (20, 8), (22, 8))


def choices_screen(chosen: NoticeChoices, t: Translator) -> Screen:
    """Everything there is to choose; what is never switched off is said."""
    parts = [t("notices-settings-title"), t("notices-settings-always", who=_who(chosen))]
    if chosen.marks is MarkNotices.EVENING and chosen.evening_at is None:
        parts.append(t("notices-settings-marks-nowhere"))
    return Screen("\n\n".join(parts), [*_rows(chosen, t), [back_button(t, FamilySettings().pack()), home_button(t)]])


def marks_screen(chosen: NoticeChoices, t: Translator) -> Screen:
    """The four ways to hear of marks."""
    rows = [
        [Button(marked(_marks(mode, t), chosen=mode is chosen.marks), SetMarkNotices(mode).pack())]
        for mode in MarkNotices
    ]
    return Screen(t("notices-marks-title", who=_who(chosen)), [*rows, _way_back(t)])


def evening_screen(chosen: NoticeChoices, t: Translator) -> Screen:
    """The hours of the evening card, and none."""
    hours = [
        Button(marked(f"{hour}:00", chosen=chosen.evening_at == time(hour)), SetEveningCard(hour).pack())
        for hour in EVENING_HOURS
    ]
    off = Button(marked(t.plain("notices-evening-off"), chosen=chosen.evening_at is None), SetEveningCard().pack())
    return Screen(t("notices-evening-title"), [hours[:3], hours[3:], [off], _way_back(t)])


def quiet_screen(chosen: NoticeChoices, t: Translator) -> Screen:
    """Presets of quiet hours; the chosen one is marked."""
    rows = quiet_rows((chosen.quiet_from, chosen.quiet_to), QUIET, lambda first, last: SetQuiet(first, last).pack(), t)
    return Screen(t("settings-quiet-title"), [*rows, _way_back(t)])


def _rows(chosen: NoticeChoices, t: Translator) -> Rows:
    at = f"{chosen.evening_at:%H:%M}" if chosen.evening_at else t.plain("notices-off")
    if chosen.quiet_from is None or chosen.quiet_to is None:
        quiet = t.plain("notices-quiet-none")
    else:
        quiet = f"{chosen.quiet_from:%H:%M}–{chosen.quiet_to:%H:%M}"
    week, homework, timetable = not chosen.week_card, not chosen.homework_news, not chosen.timetable_news
    return [
        [Button(t.plain("notices-marks", mode=_marks(chosen.marks, t)), ChooseMarkNotices().pack())],
        [Button(t.plain("notices-evening", at=at), ChooseEveningCard().pack())],
        [Button(_switch("notices-week", week, t), SetWeekCard(on=week).pack())],
        [Button(_switch("notices-homework", homework, t), SetHomeworkNews(on=homework).pack())],
        [Button(_switch("notices-timetable", timetable, t), SetTimetableNews(on=timetable).pack())],
        [Button(t.plain("notices-quiet", hours=quiet), ChooseQuiet().pack())],
    ]


def _switch(key: str, off: bool, t: Translator) -> str:  # noqa: FBT001 - reads well where it stands
    return t.plain(key, state=t.plain("notices-off" if off else "notices-on"))


def _marks(mode: MarkNotices, t: Translator) -> str:
    return t.plain(f"notices-marks-{mode.value.replace('_', '-')}")


def _who(chosen: NoticeChoices) -> str:
    return "guardian" if chosen.guardian else "pupil"


def _way_back(t: Translator) -> list[Button]:
    return [back_button(t, OpenNoticeSettings().pack()), home_button(t)]
