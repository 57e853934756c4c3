"""Writing in conversations, files and later corrections included (C1)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from core.app import Work
from core.audit import record
from core.conversations.departing import tell_waiting
from core.conversations.facts import Spans, Wrote
from core.conversations.guard import FILES, REF_OF_MANY, Known, known
from core.conversations.heads import Head, heads_of
from core.conversations.pushes import Writing, first_arrival, push_more, pushes, release
from core.conversations.reading import refusal
from core.conversations.sides import Hours, Party, awaited, hours_of, parties_of, there
from core.conversations.storing import Words, rewrite, store
from core.conversations.voices import voice
from core.errors import AccessDenied, NothingThere
from core.errors.conversations import ConversationOver, Muted
from core.gathering import FilesOf
from core.outbox import Kind, Push, change_told, enqueue
from core.rules.length import within
from core.rules.working_hours import not_later
from storage.base import table_of
from storage.models import ConversationFile, ConversationMessage

LIMIT = 4000
REASON_CHARS = 200
MANY = 100
"""Conversations that one message may go to."""
FILES_OF = FilesOf(table_of(ConversationFile), ("message_id",), FILES)


async def write(
    work: Work,
    conversation_id: int,
    body: str,
    spans: Spans,
    files: Sequence[int] = (),
    *,
    source: str,
    urgent_reason: str = "",
) -> Wrote:
    """Say something; the same `source` (the message's number in the actor's chat) is written once.

    Raises NotConnected, ConsentNeeded, AccessDenied, NothingThere (no words, or no such conversation),
    ConversationOver, Muted, StopWordFound, TooManyMessages, TextTooLong, TooManyFiles, FileKindForbidden.
    """
    written = await write_to_all(
        work, [conversation_id], body, spans, files, source=source, urgent_reason=urgent_reason
    )
    return written[0]


async def write_to_all(
    work: Work,
    conversation_ids: Sequence[int],
    body: str,
    spans: Spans,
    files: Sequence[int] = (),
    *,
    source: str,
    urgent_reason: str = "",
) -> tuple[Wrote, ...]:
    """The same to several conversations, each on its own; one message as floods are counted. Raises as `write`."""
    ids = sorted(set(conversation_ids))
    words = Words(within(body, LIMIT), spans, tuple(dict.fromkeys(files)), within(urgent_reason.strip(), REASON_CHARS))
    if not (body.strip() or words.files) or not 0 < len(ids) <= MANY:
        raise NothingThere
    who = await voice(work)
    sources = _sources(work, source, len(ids))
    guard = await known(work, who, sources, words.files)
    heads = await heads_of(work, who, ids)
    parties = await parties_of(work, ids)
    hours = await hours_of(work)
    if len(heads) != len(ids):
        raise NothingThere
    if any(not head.side for head in heads):
        raise AccessDenied(conversations=ids)
    if guard.written:
        return tuple(_wrote(work, head, guard.message_in(head.id), parties[head.id], hours) for head in heads)
    _require(work, heads, parties, guard, words)
    new = await store(work, heads, sources, words)
    if len(new) < len(heads):
        guard = await known(work, who, sources, ())
    sent = await _tell(work, heads, new, parties, hours, words, album=guard.album)
    return tuple(
        _wrote(work, head, (new | guard.written)[head.id], parties[head.id], hours, sent.get(head.id)) for head in heads
    )


def _require(work: Work, heads: Sequence[Head], parties: dict[int, list[Party]], guard: Known, words: Words) -> None:
    for head in heads:
        require_writable(work, head, parties[head.id])
    guard.require_calm(work)
    guard.require_decent(words.body, words.urgent)
    guard.require_sendable(words.files)


def require_writable(work: Work, head: Head, parties: Sequence[Party]) -> None:
    """Raises AccessDenied, ConversationOver, Muted."""
    if not head.side:
        raise AccessDenied(conversation=head.id)
    why = refusal(head, parties)
    if why == "muted" and head.muted_until is not None:
        raise Muted(until=work.local(head.muted_until), reason=head.mute_reason)
    if why:
        raise ConversationOver(why=why)


async def _tell(
    work: Work,
    heads: Sequence[Head],
    new: dict[int, int],
    parties: dict[int, list[Party]],
    hours: Hours,
    words: Words,
    *,
    album: bool,
) -> dict[int, list[Push]]:
    sent: dict[int, list[Push]] = {}
    for head in heads:
        if head.id in new:
            writing = _writing(head, new[head.id], parties[head.id], words, album=album)
            sent[head.id] = pushes(work, writing, parties[head.id], hours)
    every = [push for some in sent.values() for push in some]
    if words.urgent:
        await release(work, every)
    await enqueue(work, every)
    departed = {party.person_id for head in heads if head.id in new for party in awaited(parties[head.id])}
    if departed:
        await tell_waiting(work, [staff_id for staff_id in departed if staff_id is not None])
    return sent


def _writing(head: Head, message_id: int, parties: Sequence[Party], words: Words, *, album: bool) -> Writing:
    mine = next(party for party in parties if party.participant == head.side)
    return Writing(
        message_id=message_id,
        head=head,
        body=words.body,
        spans=words.spans,
        files=words.files,
        author=head.author if mine.office else mine.name,
        what="" if mine.office else mine.what,
        office=mine.office or "",
        urgent=words.urgent,
        door=mine.door,
        album=album,
    )


async def add_file(work: Work, message_id: int, files: Sequence[int]) -> Wrote:
    """More kept files to a message of the actor: the rest of an album. Raises as `write`."""
    who = await voice(work)
    message = await _own(work, message_id)
    (head,) = await heads_of(work, who, [message.conversation_id])
    parties = (await parties_of(work, [head.id]))[head.id]
    require_writable(work, head, parties)
    guard = await known(work, who, (), files)
    guard.require_sendable(list(dict.fromkeys(files)))
    new = await FILES_OF.attach(work, (message_id,), files)
    hours = await hours_of(work)
    if new:
        words = Words(message.body, message.spans, tuple(new), message.urgent_reason)
        await push_more(work, _writing(head, message_id, parties, words, album=True), parties, hours)
    return _wrote(work, head, message_id, parties, hours)


async def edit(work: Work, source: str, body: str, spans: Spans) -> int | None:
    """New words for the message that came as `source`; its conversation, None when there is no such message.

    Raises as `write`.
    """
    sources = _sources(work, source, 1) + _sources(work, source, MANY)
    table = ConversationMessage
    columns = (table.id, table.conversation_id, table.body, table.spans)
    query = select(*columns).where(table.source.in_(sources), table.account_id == work.actor.account_id)
    rows = (await work.session.execute(query.order_by(table.id))).all()
    if not rows:
        return None
    await _rewrite(work, rows, within(body, LIMIT), spans)
    return int(rows[0].conversation_id)


async def _rewrite(work: Work, rows: Sequence[Row[Any]], body: str, spans: Spans) -> None:
    who = await voice(work)
    ids = [row.conversation_id for row in rows]
    parties = await parties_of(work, ids)
    for head in await heads_of(work, who, ids):
        require_writable(work, head, parties[head.id])
    (await known(work, who, (), ())).require_decent(body)
    changed = await rewrite(work, [row.id for row in rows], body, spans)
    before = {row.id: row.body for row in rows}
    for message_id in changed:
        record(
            work,
            "conversation.edit",
            "conversation_message",
            message_id,
            before={"body": before[message_id]},
            after={"body": body},
        )
        await change_told(work, Kind.MESSAGE, message_id, {"body": body, "spans": spans, "edited": True})


async def _own(work: Work, message_id: int) -> ConversationMessage:
    """Raises AccessDenied."""
    table = ConversationMessage
    query = select(table).where(table.id == message_id, table.account_id == work.actor.account_id)
    found = await work.session.scalar(query)
    if found is None:
        raise AccessDenied(message=message_id)
    return found


def _sources(work: Work, source: str, count: int) -> list[str]:
    name = f"{work.actor.account_id}:{source}"
    return [name] if count == 1 else [f"{name}{REF_OF_MANY}{n}" for n in range(count)]


def _wrote(
    work: Work,
    head: Head,
    message_id: int,
    parties: Sequence[Party],
    hours: Hours,
    sent: Sequence[Push] | None = None,
) -> Wrote:
    """`sent` None: it was written before."""
    others = [party for party in there(parties) if party.participant != head.side]
    mine = next(party for party in parties if party.participant == head.side)

    def arrival(party: Party) -> datetime | None:
        if sent is None:
            return hours.reads_at(party, mine.door)
        due = first_arrival(party, sent)
        later = not_later(due, work.now) if due else None
        return work.local(later) if later else None

    return Wrote(
        conversation_id=head.id,
        message_id=message_id,
        arrivals=tuple((party.name, arrival(party)) for party in others if party.phones),
        again=sent is None,
        unconnected=tuple(party.name for party in others if not party.phones),
        silent=tuple((party.name, work.local(party.muted_until)) for party in others if party.muted_until),
        awaited=tuple(party.name for party in awaited(parties)),
    )
