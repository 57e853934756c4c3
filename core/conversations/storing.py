"""Messages as rows: written in turn, counted as unread, changed (C1)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text

from core.app import Work
from core.audit import record
from core.conversations.facts import Spans
from core.conversations.heads import Head
from core.outbox import Kind

# Locked first, so that messages of a conversation are numbered in the order in which they are seen.
_WRITE = text("""
    WITH locked AS (
        SELECT id FROM conversation WHERE id = ANY(CAST(:conversations AS integer[])) ORDER BY id FOR UPDATE
    ), said AS (
        INSERT INTO conversation_message
               (conversation_id, participant_id, account_id, staff_id, body, spans, urgent_reason, sent_at, source)
        SELECT locked.id, new.side, :account, :staff, :body, CAST(:spans AS jsonb), :urgent, :now, new.source
          FROM unnest(CAST(:conversations AS integer[]), CAST(:sides AS integer[]), CAST(:sources AS text[]))
               AS new(id, side, source)
          JOIN locked ON locked.id = new.id
         ORDER BY locked.id
            ON CONFLICT (source) DO NOTHING
        RETURNING id, conversation_id, participant_id
    ), moved AS (
        UPDATE conversation SET last_at = :now, closed_at = CASE WHEN EXISTS (
            SELECT FROM participant asks WHERE asks.id = said.participant_id AND asks.office IS NULL
               AND (asks.staff_id IS NULL OR conversation.pupil_id IS NULL)) THEN NULL ELSE conversation.closed_at END
          FROM said WHERE conversation.id = said.conversation_id
    ), waits AS (
        UPDATE participant SET unread = unread + 1 FROM said
         WHERE participant.conversation_id = said.conversation_id AND participant.id <> said.participant_id
           AND participant.left_at IS NULL
    ), files AS (
        INSERT INTO conversation_file (message_id, file_id)
        SELECT said.id, file FROM said, unnest(CAST(:files AS integer[])) AS file
    )
    SELECT id, conversation_id FROM said ORDER BY conversation_id
""")

# Who answers has read what came before; a word that is still on its way to this person is not read.
_ANSWERED = text("""
    UPDATE participant SET read_to = seen.id, read_at = :now, unread = greatest(participant.unread - (
        SELECT count(*) FROM conversation_message s
         WHERE s.conversation_id = participant.conversation_id AND s.id > participant.read_to AND s.id <= seen.id
           AND s.participant_id <> participant.id), 0)
      FROM (SELECT new.conversation_id, max(s.id) AS id
              FROM conversation_message new JOIN conversation_message s
                ON s.conversation_id = new.conversation_id AND s.id <= new.id
             WHERE new.id = ANY(CAST(:messages AS integer[]))
               AND NOT EXISTS (SELECT FROM outbox o JOIN conversation_message w ON w.id = o.subject_id
                    WHERE o.kind = :kind AND o.status = 'pending' AND o.account_id = :account
                      AND w.conversation_id = new.conversation_id AND w.id <= s.id)
             GROUP BY new.conversation_id) seen
     WHERE participant.id = ANY(CAST(:sides AS integer[])) AND participant.conversation_id = seen.conversation_id
       AND participant.read_to < seen.id
""")


@dataclass(frozen=True)
class Words:
    """What is said; `urgent`: why it does not wait."""

    body: str
    spans: Spans
    files: tuple[int, ...]
    urgent: str


_EDIT = text("""
    UPDATE conversation_message SET body = :body, spans = CAST(:spans AS jsonb), edited_at = :now, rev = rev + 1
     WHERE id = ANY(CAST(:messages AS integer[])) AND (body <> :body OR spans <> CAST(:spans AS jsonb))
    RETURNING id
""")


async def store(work: Work, heads: Sequence[Head], sources: Sequence[str], words: Words) -> dict[int, int]:
    """By conversation the new message; one that came by another way meanwhile is not among them."""
    facts = {
        "conversations": [head.id for head in heads],
        "sides": [head.side for head in heads],
        "sources": list(sources),
        "account": work.actor.account_id,
        "staff": work.actor.staff_id,
        "body": words.body,
        "spans": as_json(words.spans),
        "urgent": words.urgent,
        "now": work.now,
        "files": list(words.files),
    }
    new = {row.conversation_id: row.id for row in await work.session.execute(_WRITE, facts)}
    unread = [head.side for head in heads if head.unread and head.id in new]
    if unread:
        read = {"messages": list(new.values()), "sides": unread, "now": work.now}
        await work.session.execute(_ANSWERED, read | {"kind": Kind.MESSAGE, "account": work.actor.account_id})
    for conversation_id, message_id in new.items() if words.urgent else ():
        trace = {"conversation": conversation_id, "reason": words.urgent}
        record(work, "conversation.urgent", "conversation_message", message_id, after=trace)
    return new


async def rewrite(work: Work, message_ids: Sequence[int], body: str, spans: Spans) -> list[int]:
    """New words for messages; returns those that were different before."""
    facts = {"messages": list(message_ids), "body": body, "spans": as_json(spans), "now": work.now}
    return [row.id for row in await work.session.execute(_EDIT, facts)]


def as_json(spans: Spans) -> str:
    """For a statement of text, which knows no types."""
    return json.dumps(list(spans))
