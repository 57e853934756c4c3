"""The staff concerned by a change hear of it at once: who gives the lesson, who gave it, the class leaders.

What waits to be sent is gathered into one message a person; a change undone before that tells nothing. Whoever makes
the change needs no message.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.outbox import Kind, Priority, Push, Recipient, enqueue
from core.recipients import accounts_of
from core.rules.telling import staff_hear_at
from core.substitution.lesson import OneOff, place_facts
from core.substitution.topics import next_topics
from core.terms import Door

Line = dict[str, Any]

_STATED = ("day", "number", "starts", "ends", "room", "teacher_id", "cancelled")
_OF_USE = timedelta(days=1)


async def tell_staff(work: Work, changes: list[tuple[OneOff, OneOff]]) -> None:
    """Write or renew the messages about lessons (before, after)."""
    topics = await next_topics(work, [new.lesson for _, new in changes])
    lines: dict[int, list[tuple[OneOff, Line]]] = defaultdict(list)
    for old, new in changes:
        line = _line(old, new, topics.get(new.lesson.load_id, ""))
        for staff_id in _concerned(work, old, new):
            lines[staff_id].append((new, line))
    accounts = await accounts_of(work, lines)
    waiting = await _take_back(work, [to.account_id for held in accounts.values() for to in held])
    pushes = [
        _push(work, staff_id, to, lines[staff_id], waiting.get(to.account_id, []))
        for staff_id, held in accounts.items()
        for to in held
    ]
    await enqueue(work, [push for push in pushes if push is not None])


def _concerned(work: Work, old: OneOff, new: OneOff) -> list[int]:
    return sorted({old.lesson.teacher_id, new.lesson.teacher_id, *new.leaders} - {work.actor.staff_id or 0})


def _line(old: OneOff, new: OneOff, topic: str) -> Line:
    lesson = new.lesson
    return {
        "lesson": lesson.id,
        "classes": "+".join(lesson.classes),
        "group": lesson.group,
        "subject": lesson.subject,
        "topic": topic,
        "before": place_facts(old),
        "after": place_facts(new),
        "ends_at": max(old.lesson.ends_at, lesson.ends_at).isoformat(),
    }


_TAKE_BACK = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE id IN (SELECT id FROM outbox WHERE kind = :kind AND account_id = ANY(CAST(:accounts AS integer[]))
                     AND status = 'pending' ORDER BY id FOR UPDATE)
       AND status = 'pending'
    RETURNING id, account_id, facts, due_at
""")


async def _take_back(work: Work, accounts: list[int]) -> dict[int, list[Any]]:
    """What is still waiting for these accounts, oldest first; it will be said anew."""
    facts = {"kind": Kind.LESSONS_CHANGED_STAFF, "accounts": accounts}
    waiting: dict[int, list[Any]] = defaultdict(list)
    for row in sorted((await work.session.execute(_TAKE_BACK, facts)).all(), key=lambda row: row.id):
        waiting[row.account_id].append(row)
    return waiting


def _push(work: Work, staff_id: int, to: Recipient, news: list[tuple[OneOff, Line]], waiting: list[Any]) -> Push | None:
    lines = _merged([line for row in waiting for line in row.facts["lines"]], [line for _, line in news])
    if not lines:
        return None
    due = min([staff_hear_at(new.lesson.starts_at, work.local_now) for new, _ in news] + [r.due_at for r in waiting])
    return Push(
        kind=Kind.LESSONS_CHANGED_STAFF,
        door=Door.STAFF,
        to=to,
        facts={"staff": staff_id, "lines": lines},
        dedupe=f"{Kind.LESSONS_CHANGED_STAFF}:{max(new.seen for new, _ in news)}",
        due_at=due,
        expires_at=max([datetime.fromisoformat(line["ends_at"]) for line in lines] + [work.now + _OF_USE]),
        priority=Priority.URGENT if _of_that_day(work, due, lines) else Priority.PERSONAL,
        subject_id=staff_id,
        order=Kind.LESSONS_CHANGED_STAFF,
    )


def _of_that_day(work: Work, due: datetime, lines: list[Line]) -> bool:
    """Whether a lesson of the very day is concerned: that does not wait for the end of quiet hours."""
    day = work.local(due).date().isoformat()
    return any(day in {line["before"]["day"], line["after"]["day"]} for line in lines)


def _merged(old: list[Line], new: list[Line]) -> list[Line]:
    """One line a lesson, from what the person knew to what is now; what came to nothing is left out."""
    lines: dict[int, Line] = {}
    for line in [*old, *new]:
        first = lines.get(line["lesson"], line)
        lines[line["lesson"]] = {**line, "before": first["before"]}
    told = [line for line in lines.values() if _stated(line["before"]) != _stated(line["after"])]
    return sorted(told, key=lambda line: (line["after"]["day"], line["after"]["starts"], line["lesson"]))


def _stated(place: dict[str, Any]) -> list[Any]:
    return [place[name] for name in _STATED]
