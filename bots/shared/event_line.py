"""Events of a class: one in a line, a month of them."""

from collections.abc import Callable, Sequence
from datetime import date

from bots.shared.lines import clip, fitting
from core.actions import Action
from core.events.reading import ClassEventFacts
from core.rules.weeks import months_beside
from locales import Button, Translator

TITLE, PLACE = 200, 64


def event_line(event: ClassEventFacts, t: Translator, *, under: date | None = None) -> str:
    """«◆ ср 25.11, 18:00–19:00: Родительское собрание, каб. 12»; below the heading of its day only the hours.

    The sign says what it is: a meeting, a trip, a duty.
    """
    title = clip(event.title, TITLE)
    facts = {"sign": t.plain("event-sign", kind=event.kind), "title": title}
    if event.first_day == event.last_day == under:
        told = "all-day" if event.all_day else "hours"
        line = t("event-here", told=told, starts=event.starts_at, ends=event.ends_at, **facts)
    elif event.all_day and event.first_day == event.last_day:
        line = t("event-on-day", day=event.first_day, **facts)
    elif event.all_day:
        line = t("event-on-days", first=event.first_day, last=event.last_day, **facts)
    else:
        line = t("event-at", day=event.first_day, starts=event.starts_at, ends=event.ends_at, **facts)
    return f"{line}, {t('diary-room', room=clip(event.place, PLACE))}" if event.place else line


def month_lines(head: str, events: Sequence[str], t: Translator) -> str:
    """A month's events under their heading."""
    lines = list(events) or [t("events-none-month")]
    return "\n".join(fitting([head, ""], lines, lambda count: t("events-more", count=count)))


def month_name(first: date, t: Translator) -> str:
    """«ноябрь 2026»."""
    return f"{t.plain(f'journal-month-{first.month}')} {first.year}"


def month_ways(first: date, opens: Callable[[date], Action], t: Translator) -> list[Button]:
    """To the months before and after."""
    before, after = months_beside(first)
    return [
        Button(f"‹ {t.plain(f'journal-month-{before.month}')}", opens(before).pack()),
        Button(f"{t.plain(f'journal-month-{after.month}')} ›", opens(after).pack()),
    ]
