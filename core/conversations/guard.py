"""What is asked before words are taken: known already, too many, forbidden words, files that may not go (C1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.conversations.voices import MINE, Voice
from core.errors import AccessDenied
from core.errors.conversations import StopWordFound, TooManyMessages
from core.errors.files import FileKindForbidden, TooManyFiles
from core.files import LIMIT_MB
from core.rules.file_kinds import may_be_sent
from core.rules.stop_words import found

FLOOD = 20
FLOOD_WITHIN = timedelta(minutes=10)
FILES = 10
REF_OF_MANY = "/"
"""A message to several conversations is one message of its author: its numbers follow this sign."""

_KNOWN = text(f"""
    SELECT (SELECT json_agg(json_build_array(m.conversation_id, m.id)) FROM conversation_message m
             WHERE m.source = ANY(CAST(:sources AS text[]))) AS written,
           ARRAY(SELECT word FROM stop_word) AS stop_words,
           (SELECT json_agg(json_build_array(f.id, f.name, f.mime, encode(substring(f.content FROM 1 FOR 4), 'hex'),
                                             f.album IS NOT NULL))
              FROM stored_file f
             WHERE f.id = ANY(CAST(:files AS integer[])) AND f.account_id = :account) AS files,
           lately.said, lately.since
      FROM (SELECT count(DISTINCT coalesce(split_part(m.source, '{REF_OF_MANY}', 1), CAST(m.id AS text))) AS said,
                   min(m.sent_at) AS since
              FROM participant p
              JOIN conversation c ON c.id = p.conversation_id AND c.last_at > :since
              JOIN conversation_message m ON m.conversation_id = c.id AND m.participant_id = p.id
             WHERE m.sent_at > :since AND (m.staff_id IS NULL OR m.staff_id = CAST(:voice_staff AS integer))
               AND {MINE}) lately
""")


@dataclass(frozen=True)
class Known:
    """`written`: by conversation, the messages that came as these sources before. `album`: a file is part of one."""

    written: dict[int, int]
    stop_words: tuple[str, ...]
    files: tuple[tuple[int, str, str, str, bool], ...]
    said: int
    since: datetime | None

    @property
    def album(self) -> bool:
        """Whether more files may follow at once."""
        return any(file[-1] for file in self.files)

    def message_in(self, conversation_id: int) -> int:
        """What it became there before; a message that went elsewhere, by another press of the same, as it went."""
        return self.written.get(conversation_id) or next(iter(self.written.values()))

    def require_calm(self, work: Work) -> None:
        """Raises TooManyMessages."""
        if self.said >= FLOOD and self.since is not None:
            raise TooManyMessages(until=work.local(self.since + FLOOD_WITHIN), limit=FLOOD)

    def require_decent(self, *words: str) -> None:
        """Raises StopWordFound."""
        for said in words:
            if said and (word := found(said, self.stop_words)) is not None:
                raise StopWordFound(word=word)

    def require_sendable(self, wanted: Sequence[int]) -> None:
        """Raises AccessDenied (a file of somebody else), TooManyFiles, FileKindForbidden."""
        if len(wanted) > FILES:
            raise TooManyFiles(limit=FILES)
        if {file[0] for file in self.files} != set(wanted):
            raise AccessDenied
        for _, name, mime, head, _ in self.files:
            if not may_be_sent(name, mime, bytes.fromhex(head)):
                raise FileKindForbidden(name=name, limit_mb=LIMIT_MB)


async def known(work: Work, who: Voice, sources: Sequence[str], files: Sequence[int]) -> Known:
    """In one statement."""
    facts = {
        **who.facts,
        "sources": list(sources),
        "files": list(files),
        "account": work.actor.account_id,
        "since": work.now - FLOOD_WITHIN,
    }
    return _known((await work.session.execute(_KNOWN, facts)).one())


def _known(row: Row[Any]) -> Known:
    return Known(
        written=dict(row.written or []),
        stop_words=tuple(row.stop_words),
        files=tuple((file_id, name, mime, head, album) for file_id, name, mime, head, album in row.files or []),
        said=row.said,
        since=row.since,
    )
