"""An event of a class in one line."""

from datetime import date

from bots.shared.lines import clip
from core.events.reading import ClassEventFacts
from locales import Translator

TITLE, PLACE = 200, 64


def event_line(event: ClassEventFacts, t: Translator, *, under: date | None = None) -> str:
    """«◆ ср 25.11, 18:00–19:00: Родительское собрание, каб. 12»; below the heading of its day only the hours."""
    title = clip(event.title, TITLE)
    if event.first_day == event.last_day == under:
        told = "all-day" if event.all_day else "hours"
        line = t("event-here", told=told, title=title, starts=event.starts_at, ends=event.ends_at)
    elif event.all_day and event.first_day == event.last_day:
        line = t("event-on-day", title=title, day=event.first_day)
    elif event.all_day:
        line = t("event-on-days", title=title, first=event.first_day, last=event.last_day)
    else:
        line = t("event-at", title=title, day=event.first_day, starts=event.starts_at, ends=event.ends_at)
    return f"{line}, {t('diary-room', room=clip(event.place, PLACE))}" if event.place else line
