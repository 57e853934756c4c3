"""What the class leader hears of a family's absence notices."""

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from core.app import Work
from core.outbox import Kind, Push, enqueue, supersede
from core.recipients import class_leaders_of
from core.rules.names import list_name
from core.terms import Door

if TYPE_CHECKING:
    from core.notices.cards import NoticeCard

PAGES_GATHER = timedelta(seconds=20)


class NoticeChange(StrEnum):
    """What happened to the notice."""

    GIVEN = "given"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    PAPER = "paper"


async def tell_class_leader(work: Work, card: "NoticeCard", change: NoticeChange) -> None:
    """Write the message with the notice as it stands now; what still waits about it is dropped for this one.

    A notice withdrawn before anybody heard of it is not told at all. Pages of a paper are gathered for
    `PAGES_GATHER`, so that an album rings once.
    """
    unheard = change is not NoticeChange.GIVEN and await _drop_waiting(work, card.id)
    if unheard and change is NoticeChange.WITHDRAWN:
        return
    first = unheard or change is NoticeChange.GIVEN
    facts = _facts(card, NoticeChange.GIVEN if first else change)
    wait = PAGES_GATHER if change is NoticeChange.PAPER else timedelta(0)
    expires = work.end_of(max(card.ends or work.today, work.today) + timedelta(days=1))
    await enqueue(
        work,
        [
            Push(
                kind=Kind.ABSENCE_NOTICE if first else Kind.ABSENCE_NOTICE_CHANGED,
                door=Door.STAFF,
                to=to,
                facts=facts,
                dedupe=f"{Kind.ABSENCE_NOTICE}:{card.id}:{card.rev}",
                due_at=work.now + wait,
                expires_at=expires,
                subject_id=card.id,
                order=f"{Kind.ABSENCE_NOTICE}:{card.id}",
            )
            for to in await class_leaders_of(work, [card.pupil_id])
        ],
    )


async def _drop_waiting(work: Work, notice_id: int) -> bool:
    """Drop what waits about the notice; whether its very first message was among that."""
    await supersede(work, Kind.ABSENCE_NOTICE_CHANGED, notice_id)
    return await supersede(work, Kind.ABSENCE_NOTICE, notice_id) > 0


def _facts(card: "NoticeCard", change: NoticeChange) -> dict[str, Any]:
    """The notice as text: dates in ISO form, `ends` empty for an illness still open."""
    return {
        "notice": card.id,
        "change": change,
        "pupil_id": card.pupil_id,
        "pupil": list_name(card.surname, card.given_name),
        "class": card.class_name,
        "class_id": card.class_id,
        "starts": card.starts.isoformat(),
        "ends": card.ends.isoformat() if card.ends else "",
        "reason": card.reason,
        "note": card.note,
        "pages": card.pages,
        "author": card.author,
    }
