"""The card of a day and of a week: each child of the account in a few short lines, and ways to the pages themselves."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import dropwhile, groupby
from typing import Any

from core.actions.announcements import OpenFamilyBoard
from core.actions.diary import OpenChildMarks, OpenChildWeek
from core.actions.events import OpenFamilyEvent
from core.actions.family import ChangeStatement, OpenChildDay
from core.actions.tasks import OpenChildGiven
from core.outbox import Kind
from core.rules.cards import bars
from locales import Button, Screen, Translator
from locales.screen import Rows
from notifications.rendering.changes import family_line
from notifications.rendering.registry import renders
from notifications.rendering.words import FIT_CHARS

ITEMS = 24
"""Entries of one list over all children of a card."""
FEWEST_ITEMS = 3
SUBJECT, TITLE, NAME, LABEL = 36, 60, 32, 16
ASKED = 2
"""Buttons to a child's tasks, and to its unexplained absences."""

TOMORROW = ("lessons", "changes", "homework", "events")

Facts = Mapping[str, Any]


@renders(Kind.EVENING_CARD, Kind.WEEK_CARD)
def card(facts: dict[str, Any], t: Translator) -> Screen:
    """All children of one account, as much of each as fits."""
    day, children = date.fromisoformat(facts["day"]), facts["children"]
    room, items = FIT_CHARS // len(children), max(FEWEST_ITEMS, ITEMS // len(children))
    week = any(child["week"] for child in children)
    title = t("card-week-title" if week else "card-title", day=day)
    blocks = [_block(child, t, room, items) for child in children]
    several, asked = len(children) > 1, facts.get("announcements", 0)
    rows = [row for child in children for row in _rows(child, day, t, several=several)]
    if asked:
        blocks.append(t("card-announcements", count=asked))
        rows.append([Button(t.plain("board-open-count", count=asked), OpenFamilyBoard().pack())])
    return Screen("\n\n".join([title, *blocks]), rows)


def _block(child: Facts, t: Translator, room: int, items: int) -> str:
    head = [] if child["own"] else [t("card-child", name=_clip(child["name"], NAME))]
    lines = [*_evening(child["evening"], t, items), *_week(child["week"], t, items)]
    lines += [
        _listed("card-controls", [_control(c, t) for c in child["controls"]], t, items),
        _waiting(child["waiting"], t),
    ]
    return "\n".join([*head, *_within([line for line in lines if line], room - NAME)])


def _within(lines: list[str], room: int) -> list[str]:
    """The lines that find room; what is too long for its place gives way to what comes after it."""
    shown: list[str] = []
    left = room
    for line in lines:
        if len(line) < left:
            shown.append(line)
            left -= len(line) + 1
    return shown if len(shown) == len(lines) else [*shown, "…"]


def _evening(evening: Facts | None, t: Translator, items: int) -> list[str]:
    """Today and tomorrow."""
    if evening is None:
        return []
    changes = [f"⇄ {family_line(line, t)}" for line in evening["changes"]]
    more = [t("push-changes-more", count=len(changes) - items)] if len(changes) > items else []
    return [
        _marks(evening["marks"], t, items),
        *_finals(evening["finals"], t, items),
        _absent(evening["absent"], t),
        *_late(evening["late"], t),
        _lessons(evening, t),
        *changes[:items],
        *more,
        _homework(evening["homework"], t, items),
        *(_event(event, t) for event in evening["events"][:items]),
        _listed("card-tasks", [_subject(subject, t) for _, subject in evening["tasks"]], t, items),
    ]


def _listed(key: str, parts: list[str], t: Translator, items: int, between: str = ", ") -> str:
    """The list under its name, put together here: Fluent takes at most 1000 characters into a sentence."""
    return f"{t(key)} {_listed_parts(parts, t, items, between)}" if parts else ""


def _listed_parts(parts: list[str], t: Translator, items: int, between: str) -> str:
    """The first of them, and how many more there are."""
    more = [t("card-more", count=len(parts) - items)] if len(parts) > items else []
    return between.join([*parts[:items], *more])


def _marks(marks: Iterable[Facts], t: Translator, items: int) -> str:
    """«Алгебра 5, 4 · Физика 3 (контрольная работа)»."""
    of_subjects = groupby(marks, key=lambda mark: mark["subject"])
    parts = [f"{_subject(subject, t)} {', '.join(_mark(m, t) for m in of)}" for subject, of in of_subjects]
    return _listed("card-marks", parts, t, items, between=" · ")


def _mark(mark: Facts, t: Translator) -> str:
    """The value; in brackets the work, the day when it is not today's, and what was told before."""
    value = _value(mark["value"] or mark["before"], t)
    said = [_clip(mark["kind"], SUBJECT)] if mark["kind"] else []
    if mark["day"]:
        said.append(t.plain("card-mark-day", day=date.fromisoformat(mark["day"])))
    if mark["value"] is None:
        said.append(t.plain("card-mark-removed"))
    elif mark["before"]:
        said.append(t.plain("card-mark-before", before=_value(mark["before"], t)))
    if mark.get("formerly") and mark["value"] is not None:
        said.append(t.plain("card-mark-formerly", kind=_clip(mark["formerly"], SUBJECT)))
    return t("card-mark-said", value=value, said=", ".join(said)) if said else t("card-mark", value=value)


def _finals(finals: Iterable[Facts], t: Translator, items: int) -> list[str]:
    """A line a period: «Итоговые, 2 четверть: Алгебра 5 · Физика 4 (было 3)»."""
    lines = []
    for period, marks in groupby(finals, key=lambda mark: mark["period"]):
        of = t("card-finals", period=_clip(period[1], SUBJECT)) if period else t("card-finals-year")
        parts = [f"{_subject(mark['subject'], t)} {_final(mark, t)}" for mark in marks]
        lines.append(f"{of} {_listed_parts(parts, t, items, ' · ')}")
    return lines


def _final(mark: Facts, t: Translator) -> str:
    """The value; in brackets what was told before."""
    return _mark({"kind": None, "day": None, **mark}, t)


def _value(value: str, t: Translator) -> str:
    return t.plain("card-mark-dot") if value == "dot" else t.plain(f"mark-word-{value.replace('_', '-')}")


def _absent(absent: Iterable[tuple[str, list[int]]], t: Translator) -> str:
    parts = [
        t("card-absent-why", count=len(numbers), lessons=", ".join(map(str, numbers)), why=why)
        for why, numbers in absent
    ]
    return f"{t('card-absent')} {'; '.join(parts)}" if parts else ""


def _late(late: Iterable[tuple[int, int | None]], t: Translator) -> list[str]:
    return [t("card-late", number=number, minutes=minutes or 0) for number, minutes in late]


def _lessons(evening: Facts, t: Translator) -> str:
    if evening["lessons"]:
        count, starts = evening["lessons"]
        return t("card-tomorrow", count=count, starts=starts)
    return t("card-tomorrow-free") if evening["changes"] or evening["homework"] else ""


def _homework(homework: Iterable[tuple[str, int | None]], t: Translator, items: int) -> str:
    """The subjects, and how long it takes where teachers said so."""
    tasks = list(homework)
    subjects = list(dict.fromkeys(subject for subject, _ in tasks))
    said = _listed("card-homework", [_subject(subject, t) for subject in subjects], t, items)
    minutes = [m for _, m in tasks if m is not None]
    if not said or not minutes:
        return said
    return f"{said} · {t('card-minutes' if len(minutes) == len(tasks) else 'card-minutes-least', minutes=sum(minutes))}"


def _control(control: Facts, t: Translator) -> str:
    return t(
        "card-control",
        subject=_clip(control["subject"], SUBJECT),
        day=date.fromisoformat(control["day"]),
        kind=_clip(control["kind"], SUBJECT),
    )


def _event(event: Facts, t: Translator) -> str:
    title, place = _clip(event["title"], TITLE), _clip(event["place"], SUBJECT)
    said = t("card-event-at", title=title, starts=event["starts"]) if event["starts"] else t("card-event", title=title)
    if place:
        said += t("card-event-place", place=place)
    return f"{said} · {t('event-answer-short', answer=event['answer'] or 'none')}" if "asked" in event else said


def _waiting(waiting: Iterable[tuple[int, str]], t: Translator) -> str:
    days = sorted({date.fromisoformat(day) for _, day in waiting})
    return _listed("card-waiting", [t("card-day", day=day) for day in days], t, FEWEST_ITEMS)


def _week(week: Facts | None, t: Translator, items: int) -> list[str]:
    """What the week brought."""
    if week is None:
        return []
    counts = [t("card-week-count", value=_value(value, t), count=count) for value, count in week["marks"]]
    moved = [_moved(one, t) for one in week["moved"]]
    return [
        t("card-week", count=week["held"]) if week["held"] else t("card-week-alone"),
        _listed("card-week-marks", counts, t, items),
        _listed("card-week-moved", moved, t, items, between=" · "),
        _chart(week["chart"], t),
        _attendance(week, t),
        _listed("card-week-owed", [_subject(s, t) for s in week["owed"]], t, items),
    ]


def _moved(one: Facts, t: Translator) -> str:
    subject, before, now = _clip(one["subject"], SUBJECT), _number(one["before"]), _number(one["now"])
    if before is None or now is None:
        return t("card-week-first", subject=subject, now=now or before or Decimal(0))
    way = "↑" if now > before else "↓"
    return t("card-week-way", subject=subject, before=before, now=now, way=way)


def _chart(averages: list[str | None], t: Translator) -> str:
    """From the first week with marks on; none of a single week."""
    known = list(dropwhile(lambda one: one is None, (_number(average) for average in averages)))
    now = known[-1] if known else None
    if now is None or len(known) < 2:
        return ""
    return t("card-week-chart", bars=bars(known), now=now)


def _attendance(week: Facts, t: Translator) -> str:
    missed, late = sum(count for _, count in week["missed"]), week["late"]
    if not missed and not late:
        return t("card-week-present") if week["held"] else ""
    parts = []
    if missed:
        whys = ", ".join(t("card-week-why", why=why, count=count) for why, count in week["missed"])
        parts.append(f"{t('card-week-missed', count=missed)} ({whys})")
    if late:
        parts.append(t("card-week-late", count=late))
    return " · ".join(parts)


def _rows(child: Facts, day: date, t: Translator, *, several: bool) -> Rows:
    """To the very pages the card speaks of."""
    pupil, evening, week = child["pupil_id"], child["evening"], child["week"]
    of = f"{_clip(child['name'], LABEL)}: " if several else ""
    pages = [_day_button(pupil, evening, day, of, t)] if evening else []
    if week:
        pages.append(Button(of + t.plain("card-open-week"), OpenChildWeek(pupil, day).pack()))
    if (evening and (evening["marks"] or evening["finals"])) or (week and week["marks"]):
        pages.append(Button(of + t.plain("card-open-marks"), OpenChildMarks(pupil).pack()))
    rows = [pages[at : at + 2] for at in range(0, len(pages), 2)]
    tasks = evening["tasks"] if evening else []
    rows += [[_task(pupil, task, subject, of, t)] for task, subject in tasks[:ASKED]]
    asked = [event for event in evening["events"] if event.get("asked")] if evening else []
    rows += [[_answer(pupil, event, of, t)] for event in asked[:ASKED]]
    return [*rows, *([_explain(case, missed, of, t)] for case, missed in child["waiting"][-ASKED:])]


def _day_button(pupil_id: int, evening: Facts, day: date, of: str, t: Translator) -> Button:
    """To tomorrow where something is said of it, else to today."""
    if any(evening[part] for part in TOMORROW):
        day += timedelta(days=1)
    return Button(of + t.plain("card-day", day=day), OpenChildDay(pupil_id, day).pack())


def _task(pupil_id: int, task: int, subject: str, of: str, t: Translator) -> Button:
    return Button(of + t.plain("card-open-task", subject=_clip(subject, LABEL)), OpenChildGiven(pupil_id, task).pack())


def _answer(pupil_id: int, event: Facts, of: str, t: Translator) -> Button:
    label = of + t.plain("event-open-answer", title=_clip(event["title"], LABEL))
    return Button(label, OpenFamilyEvent(event["asked"], pupil_id).pack())


def _explain(case: int, missed: str, of: str, t: Translator) -> Button:
    label = of + t.plain("card-explain", day=date.fromisoformat(missed))
    return Button(label, ChangeStatement(case).pack(), style="primary")


def _subject(subject: str, t: Translator) -> str:
    return t.data(_clip(subject, SUBJECT))


def _number(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _clip(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
