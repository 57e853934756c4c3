"""What the rules refused is kept as it was made, and sent on to whoever may decide (J6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, text, update

from core.actions import Action
from core.app import Work
from core.audit import record
from core.errors import AccessDenied, JournalError
from core.outbox import Kind, enqueue_for_staff
from core.recipients import holders_of
from core.requests.reading import EntryCard, named, read_card
from core.requests.registry import DOES
from core.rules.length import within
from core.terms import RequestAnswer
from storage.models import EntryRequest

REASON_LIMIT = 500
WORDS_LIMIT = 4096
HEARD_FOR = timedelta(days=7)
SAID_OF_WORDS = 300


@dataclass(frozen=True)
class Gathered:
    """An entry of several taps that nobody was asked for yet."""

    id: int
    words: str


_DONE = text("""UPDATE entry_request SET rule = rule || '{"done": true}' WHERE id = :request""")


async def keep(
    work: Work, action: Action, words: str, refusal: JournalError, *, files: Sequence[int] = (), insists: bool = False
) -> EntryCard:
    """Keep an entry that was refused; the same one kept before and not yet decided comes back as it is.

    Raises NotConnected, TextTooLong.
    """
    staff_id = work.actor.require_staff()
    within(words, WORDS_LIMIT)
    rule = {**_rule(refusal), "files": list(files), "insists": insists}
    rule["does"] = DOES.get(type(action)) or rule["rule"] or refusal.code
    kept = (
        select(EntryRequest.id)
        .where(EntryRequest.made_by == staff_id, EntryRequest.answer.is_(None), EntryRequest.rule == rule)
        .where(EntryRequest.action == action.pack(), EntryRequest.words == words)
    )
    request_id = await work.session.scalar(kept.order_by(EntryRequest.id.desc()).limit(1))
    if request_id is None:
        values = {
            "lesson_id": refusal.facts.get("lesson", getattr(action, "lesson", None)),
            "action": action.pack(),
            "words": words,
            "rule": rule,
            "made_by": staff_id,
            "account_id": work.actor.account_id,
            "made_at": work.now,
        }
        request_id = await work.session.scalar(insert(EntryRequest).values(values).returning(EntryRequest.id))
    return await named(work, await read_card(work, int(request_id or 0)))


async def gathered(work: Work, action: Action, *, lock: bool = False) -> Gathered | None:
    """The actor's own entry of several taps that is still being made; with `lock`, two presses take turns."""
    open_ = (EntryRequest.reason.is_(None), EntryRequest.answer.is_(None))
    mine = (EntryRequest.made_by == work.actor.require_staff(), EntryRequest.action == action.pack())
    query = select(EntryRequest.id, EntryRequest.words).where(*open_, *mine).order_by(EntryRequest.id.desc()).limit(1)
    row = (await work.session.execute(query.with_for_update() if lock else query)).one_or_none()
    return Gathered(row.id, row.words) if row else None


async def keep_gathered(
    work: Work, before: Gathered | None, action: Action, words: str, refusal: JournalError
) -> int | None:
    """Keep what the entry of several taps says now in place of what it said before; its id, None: nothing is left."""
    if before is None:
        return (await keep(work, action, words, refusal)).id if words else None
    if not words:
        await work.session.execute(delete(EntryRequest).where(EntryRequest.id == before.id))
        return None
    within(words, WORDS_LIMIT)
    await work.session.execute(update(EntryRequest).where(EntryRequest.id == before.id).values(words=words))
    return before.id


async def kept_entry(work: Work, request_id: int, *, lock: bool = False) -> EntryCard:
    """An entry of the actor's own. Raises NotConnected, NothingThere, AccessDenied."""
    card = await read_card(work, request_id, lock=lock)
    if card.made_by != work.actor.require_staff():
        raise AccessDenied(request=request_id)
    return card


async def ask_for_entry(work: Work, request_id: int, reason: str) -> tuple[EntryCard, int | None]:
    """Send one's kept entry with a reason to everybody who may decide; returns it and how many chats hear of it.

    An entry asked for (or written) already is not sent again: None. Raises as `kept_entry`, TextTooLong.
    """
    reason = reason_within(reason)
    card = await kept_entry(work, request_id, lock=True)
    if card.asked_at is not None or card.done:
        return card, None
    await work.session.execute(
        update(EntryRequest).where(EntryRequest.id == request_id).values(reason=reason, asked_at=work.now)
    )
    record(work, "request.ask", "entry_request", request_id, after={"reason": reason})
    card = await named(work, replace(card, reason=reason, asked_at=work.local_now))
    return card, await _tell_deciders(work, card)


async def decided(work: Work, card: EntryCard, answer: RequestAnswer, comment: str = "") -> EntryCard:
    """Write down what was decided about an entry, and by whom."""
    by = work.actor.require_staff()
    reason, asked_at = card.reason, card.asked_at or work.now
    values = {"reason": reason, "asked_at": asked_at, "answer": answer, "comment": comment, "decided_by": by}
    await work.session.execute(
        update(EntryRequest).where(EntryRequest.id == card.id).values(**values, decided_at=work.now)
    )
    after = {"answer": answer, "comment": comment}
    record(work, "request.decide", "entry_request", card.id, before={"reason": reason}, after=after)
    return await named(work, await read_card(work, card.id))


async def mark_done(work: Work, card: EntryCard) -> None:
    """A kept entry was written without anybody's decision."""
    await work.session.execute(_DONE, {"request": card.id})


def reason_within(reason: str) -> str:
    """The reason as it is kept. Raises TextTooLong."""
    return within(reason.strip(), REASON_LIMIT)


def message_facts(card: EntryCard) -> dict[str, Any]:
    """What a message about the entry (a card with names) says of it."""
    lesson = card.lesson
    facts = {
        "request": card.id,
        "by": card.by,
        "does": card.does,
        "words": card.words[:SAID_OF_WORDS],
        "files": len(card.files),
        "reason": card.reason,
        "pupil": card.pupil,
        "values": list(card.values),
        "formerly": card.formerly[:SAID_OF_WORDS],
        "formerly_mark": card.formerly_mark,
        "work": card.work,
        "page": list(card.page) if card.page else None,
        "roll": [[one.name, one.presence, one.minutes, one.stands] for one in card.roll],
        "lesson": None,
    }
    if lesson is not None:
        facts |= {
            "lesson": lesson.id,
            "day": lesson.day.isoformat(),
            "number": lesson.lesson_no,
            "classes": "+".join(lesson.classes),
            "group": lesson.group,
            "subject": lesson.subject,
        }
    return facts


async def _tell_deciders(work: Work, card: EntryCard) -> int:
    deciders = [to for to in await holders_of(work, *card.deciders) if to.account_id != work.actor.account_id]
    await enqueue_for_staff(
        work,
        deciders,
        Kind.ENTRY_REQUESTED,
        message_facts(card),
        dedupe=f"{Kind.ENTRY_REQUESTED}:{card.id}",
        expires_at=work.now + HEARD_FOR,
        subject_id=card.id,
    )
    return len(deciders)


def _rule(refusal: JournalError) -> dict[str, Any]:
    """The refusal as the request keeps it."""
    until = refusal.facts.get("until")
    deciders = refusal.facts.get("deciders") or ""
    return {
        "code": refusal.code,
        "rule": refusal.facts.get("rule", ""),
        "regulation": refusal.facts.get("regulation", ""),
        "until": until.isoformat() if isinstance(until, datetime) else None,
        "deciders": deciders.split(",") if deciders else [],
    }
