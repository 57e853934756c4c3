"""The card of a day: one message an account, over all its children, when something is to be said (peers.md 5, item 7).

Everything is read for many accounts at once, so that the number of statements does not depend on theirs.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.announcements.board import Voice, waiting_of_each
from core.app import Work
from core.cards.days import (
    UNANSWERED_FOR,
    Missed,
    NextDay,
    changes_on,
    controls_ahead,
    lessons_of,
    missed_lessons,
    tasks_waiting,
)
from core.cards.due import CardChild, DueAccount, card_key, children_of, due_accounts, tell
from core.cards.finals import Finals, take_finals
from core.cards.marks import MarkBook, read_marks
from core.cards.week import WeekBook, read_week
from core.events.answering import answers_given
from core.events.reading import ClassEventFacts, events_between
from core.homework.family import ChildTask, tasks_for
from core.outbox import Kind, Push, Recipient, enqueue
from core.rules.cards import week_due
from core.terms import Door, EventAnswer

AT_A_TIME = 150
"""Accounts in one unit of work: it is short, so that neither an alert nor a tap waits for it."""

Facts = dict[str, Any]


@dataclass(frozen=True)
class _Book:
    """All that the cards of some accounts are made of, by pupil; events by class, announcements by account."""

    today: date
    marks: MarkBook
    finals: Finals
    missed: Mapping[int, list[Missed]]
    lessons: Mapping[int, NextDay]
    changes: Mapping[int, list[Facts]]
    homework: Mapping[int, list[ChildTask]]
    controls: Mapping[int, list[Facts]]
    tasks: Mapping[int, list[tuple[int, str]]]
    events: Mapping[int, list[ClassEventFacts]]
    coming: Mapping[tuple[int, int], EventAnswer]
    announcements: Mapping[int, int]
    week: WeekBook | None


async def send_cards(work: Work) -> None:
    """Write the cards that are due, some at a time. Run by a tick as often as it likes."""
    accounts = await due_accounts(work, AT_A_TIME)
    if not accounts:
        return
    children = await children_of(work, [account.id for account in accounts])
    book = await _read(work, accounts, children)
    cards = []
    for account in accounts:
        cards.append((account, _children(book, account, children.get(account.id, []))))
        await asyncio.sleep(0)  # The process answers people meanwhile.
    ours = await tell(work, accounts)
    await enqueue(
        work,
        [
            _push(work, account, said, children[account.id][0].link_id, book.announcements.get(account.id, 0))
            for account, said in cards
            if said and account.id in ours
        ],
    )


async def _read(work: Work, accounts: Sequence[DueAccount], children: Mapping[int, list[CardChild]]) -> _Book:
    """A fixed number of statements; those of the week on Saturdays only."""
    all_of = {account.id: children.get(account.id, []) for account in accounts}
    pupils = _pupils(child for of in all_of.values() for child in of)
    evening = [account for account in accounts if account.evening]
    told = _pupils(child for account in evening for child in all_of[account.id])
    weekly = [child for account in accounts if account.week for child in all_of[account.id]]
    tomorrow = work.today + timedelta(days=1)
    missed = await missed_lessons(work, pupils, work.today - UNANSWERED_FOR)
    events = await _events(work, all_of.values(), tomorrow)
    asking = [event.id for of_class in events.values() for event in of_class if event.asks]
    return _Book(
        today=work.today,
        marks=await read_marks(work, accounts, told),
        finals=await take_finals(work, accounts, children),
        missed=missed,
        lessons=await lessons_of(work, told, tomorrow),
        changes=await changes_on(work, told, tomorrow),
        controls=await controls_ahead(work, told),
        tasks=await tasks_waiting(work, told, tomorrow),
        events=events,
        coming=await answers_given(work, asking, told),
        announcements=await waiting_of_each(work, _voices(children), UNANSWERED_FOR),
        week=await read_week(work, weekly, missed) if week_due(work.today, wanted=True) else None,
        homework=_by_child(await tasks_for(work, tomorrow, told)),
    )


def _pupils(children: Iterable[CardChild]) -> list[int]:
    return sorted({child.pupil_id for child in children})


def _voices(children: Mapping[int, Iterable[CardChild]]) -> list[Voice]:
    return [Voice(one.account_id, one.link_id, one.pupil_id) for of in children.values() for one in of]


def _by_child(tasks: Iterable[ChildTask]) -> dict[int, list[ChildTask]]:
    found: dict[int, list[ChildTask]] = defaultdict(list)
    for task in tasks:
        found[task.pupil_id].append(task)
    return found


async def _events(work: Work, families: Iterable[Iterable[CardChild]], day: date) -> dict[int, list[ClassEventFacts]]:
    classes = sorted({child.class_id for family in families for child in family})
    found: dict[int, list[ClassEventFacts]] = defaultdict(list)
    for event in await events_between(work, classes, day, day):
        found[event.class_id].append(event)
    return found


def _children(book: _Book, account: DueAccount, children: Sequence[CardChild]) -> list[Facts]:
    """The part of each child of whom something is to be said: of the day, of the week, or of both.

    `controls`: control works ahead; `waiting`: [case, day] of absences that a guardian can still explain.
    """
    parts = [(child, _evening(book, account, child), _week(book, account, child)) for child in children]
    return [
        {
            "pupil_id": child.pupil_id,
            "name": child.name,
            "own": child.own,
            "evening": evening,
            "week": week,
            "controls": book.controls.get(child.pupil_id, []) if account.evening else [],
            "waiting": [] if child.own else _waiting(book.missed.get(child.pupil_id, [])),
        }
        for child, evening, week in parts
        if evening or week
    ]


def _week(book: _Book, account: DueAccount, child: CardChild) -> Facts | None:
    return book.week.of(child.pupil_id, account.hours.opens) if account.week and book.week else None


def _evening(book: _Book, account: DueAccount, child: CardChild) -> Facts | None:
    """A child's day and the next; None when there is nothing to say, or the account has no evening card.

    `lessons`: [number, HH:MM of the first] tomorrow; `absent`: [why, lesson numbers]; `late`: [lesson number, minutes];
    `homework`: [subject, minutes]; `tasks`: [id, subject] of individual tasks still to be answered.
    """
    if not account.evening:
        return None
    pupil_id = child.pupil_id
    missed = book.missed.get(pupil_id, [])
    next_day = book.lessons.get(pupil_id)
    said: Facts = {
        "marks": book.marks.lines(account, child),
        "finals": book.finals.get((account.id, pupil_id), []),
        "absent": _absent(missed, book.today),
        "late": [[m.number, m.minutes] for m in missed if m.late and m.day == book.today],
        "lessons": [next_day.lessons, next_day.starts] if next_day else None,
        "changes": book.changes.get(pupil_id, []),
        "homework": [[task.subject, task.task.minutes] for task in book.homework.get(pupil_id, [])],
        "tasks": book.tasks.get(pupil_id, []),
        "events": [_event(event, book, pupil_id) for event in book.events.get(child.class_id, [])],
    }
    return said if any(said.values()) else None


def _waiting(missed: Iterable[Missed]) -> list[list[Any]]:
    cases = {m.open_case: m.day.isoformat() for m in missed if m.open_case is not None}
    return [[case, day] for case, day in cases.items()]


def _absent(missed: Iterable[Missed], today: date) -> list[tuple[str, list[int]]]:
    """The lessons missed today, by why."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for one in missed:
        if one.day == today and not one.late:
            numbers[one.why].append(one.number)
    return list(numbers.items())


def _event(event: ClassEventFacts, book: _Book, pupil_id: int) -> Facts:
    """`starts`: HH:MM, unless it goes on for whole days or began before. `asked`: the event to answer about."""
    begins = not event.all_day and event.first_day > book.today
    said: Facts = {"title": event.title, "place": event.place, "starts": None, "kind": event.kind}
    if begins:
        said["starts"] = f"{event.starts_at:%H:%M}"
    if event.asks:
        said["answer"] = book.coming.get((event.id, pupil_id))
        said["asked"] = None if said["answer"] else event.id
    return said


def _push(work: Work, account: DueAccount, children: list[Facts], link_id: int, announcements: int) -> Push:
    """`pupil_ids`: whom it speaks of, the right to each is asked again on sending; `marks`: what it tells of marks;
    `announcements`: how many wait for an answer.
    """
    marks = [mark for child in children if child["evening"] for mark in child["evening"]["marks"]]
    kind = Kind.WEEK_CARD if any(child["week"] for child in children) else Kind.EVENING_CARD
    return Push(
        kind=kind,
        door=Door.FAMILY,
        to=Recipient(account.id, link_id),
        facts={
            "day": work.today.isoformat(),
            "pupil_ids": [child["pupil_id"] for child in children],
            "marks": [{"mark": mark["mark"], "value": mark["value"]} for mark in marks],
            "children": children,
            "announcements": announcements,
        },
        dedupe=card_key(work.today),
        due_at=work.now,
        expires_at=account.hours.over,
    )
