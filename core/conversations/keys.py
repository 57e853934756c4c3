"""Conversations by their subject and sides: the same people find the same one again (C1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_if_new

from core.app import Work
from core.terms import Office, Topic
from storage.base import table_of
from storage.models import Conversation, Participant

_OPEN = insert_if_new(table_of(Conversation)).on_conflict_do_nothing(index_elements=["key"])
_JOIN = insert(table_of(Participant))


@dataclass(frozen=True, order=True)
class Seat:
    """A side before it sits down: `column` of the participant and its value."""

    column: str
    value: int | str

    @property
    def key(self) -> str:
        """`s12`, `g5`, `p7`, an office by its name."""
        return self.value if isinstance(self.value, str) else f"{self.column[0]}{self.value}"


def staff(staff_id: int) -> Seat:
    return Seat("staff_id", staff_id)


def guardian(guardian_id: int) -> Seat:
    return Seat("guardian_id", guardian_id)


def pupil(pupil_id: int) -> Seat:
    return Seat("pupil_id", pupil_id)


def office(held: Office) -> Seat:
    return Seat("office", held.value)


@dataclass(frozen=True)
class Wanted:
    """A conversation to be found or begun."""

    seats: tuple[Seat, ...]
    topic: Topic = Topic.TALK
    pupil_id: int | None = None
    class_id: int | None = None
    lesson_id: int | None = None

    @property
    def key(self) -> str:
        return key_of(self.topic, self._subject, self.lesson_id, self.seats)

    @property
    def _subject(self) -> str:
        """The pupil; else the class, if it is about one."""
        if self.pupil_id is None and self.class_id is not None:
            return f"k{self.class_id}"
        return str(self.pupil_id or "")


def key_of(topic: Topic, subject: str, lesson_id: int | None, seats: Iterable[Seat]) -> str:
    """What makes a conversation that one; it fits the column with some thirty sides."""
    sides = ",".join(sorted(seat.key for seat in seats))
    return f"{topic}:{subject}:{lesson_id or ''}:{sides}"


async def find_or_begin(work: Work, wanted: Sequence[Wanted]) -> list[int]:
    """The conversations in the order asked for, in a fixed number of statements. Two who begin one begin it once."""
    rows = {each.key: _row(work, each) for each in wanted}
    begun = await work.session.execute(_OPEN.values(list(rows.values())).returning(Conversation.id, Conversation.key))
    new = {row.key: row.id for row in begun}
    seats = [_seat(work, new[each.key], seat) for each in _once(wanted) if each.key in new for seat in each.seats]
    if seats:
        await work.session.execute(_JOIN, seats)
    if len(new) == len(rows):
        return [new[each.key] for each in wanted]
    known = select(Conversation.key, Conversation.id).where(Conversation.key.in_(bindparam("keys", expanding=True)))
    found = {row.key: row.id for row in await work.session.execute(known, {"keys": list(rows)})}
    return [found[each.key] for each in wanted]


def _once(wanted: Sequence[Wanted]) -> list[Wanted]:
    return list({each.key: each for each in wanted}.values())


def _row(work: Work, wanted: Wanted) -> dict[str, Any]:
    return {
        "key": wanted.key,
        "topic": wanted.topic,
        "pupil_id": wanted.pupil_id,
        "class_id": wanted.class_id,
        "lesson_id": wanted.lesson_id,
        "opened_at": work.now,
        "last_at": work.now,
    }


def _seat(work: Work, conversation_id: int, seat: Seat) -> dict[str, Any]:
    places: dict[str, Any] = dict.fromkeys(("staff_id", "guardian_id", "pupil_id", "office"))
    return {"conversation_id": conversation_id, "joined_at": work.now, **places, seat.column: seat.value}
