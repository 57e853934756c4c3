"""The list of the actor's conversations: unread ones first, a page at a time (C1)."""

from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.conversations.facts import Inbox, TalkLine
from core.conversations.sides import NAME_COLUMNS, NAME_TABLES, about, short_name
from core.conversations.voices import MINE, Voice, known_voice, voice
from core.folding_sql import FOLDED
from core.rules.folding import name_key
from core.terms import Topic

PAGE = 8
LAST_CHARS = 120
WORDS_CHARS = 100

UNREAD = f"""(
    SELECT count(DISTINCT p.conversation_id) FROM participant p JOIN conversation c ON c.id = p.conversation_id
     WHERE {MINE} AND p.unread > 0
)"""
"""A scalar subquery for both homes' counters: conversations with something unread. Needs `unread_facts`."""

_LIST = """
    WITH mine AS (
        SELECT DISTINCT ON (p.conversation_id) p.conversation_id AS id, p.id AS side, p.unread
          FROM participant p JOIN conversation c ON c.id = p.conversation_id
         WHERE {mine}
         ORDER BY p.conversation_id, p.office NULLS FIRST, p.id
    ), page AS (
        SELECT m.id, m.side, m.unread, c.topic, c.pupil_id, c.class_id, c.last_at,
               count(*) OVER () AS total, count(*) FILTER (WHERE m.unread > 0) OVER () AS unread_talks
          FROM mine m JOIN conversation c ON c.id = m.id
         WHERE EXISTS (SELECT FROM conversation_message s WHERE s.conversation_id = m.id){filter}
         ORDER BY (m.unread > 0) DESC, c.last_at DESC, c.id DESC
         LIMIT :size OFFSET :first
    )
    SELECT page.id, page.topic, page.unread, page.last_at, page.total, page.unread_talks, last.words,
           last.participant_id = page.side AS last_mine, last.has_files, others.people,
           u.surname, u.given_name, k.name AS class_name
      FROM page
      LEFT JOIN pupil u ON u.id = page.pupil_id
      LEFT JOIN class_unit k ON k.id = page.class_id
     CROSS JOIN LATERAL (
        SELECT left(s.body, {chars}) AS words, s.participant_id,
               EXISTS (SELECT FROM conversation_file f WHERE f.message_id = s.id) AS has_files
          FROM conversation_message s WHERE s.conversation_id = page.id ORDER BY s.id DESC LIMIT 1) last
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_array({names}) ORDER BY p.left_at IS NOT NULL, p.id) AS people
          FROM participant p {tables}
         WHERE p.conversation_id = page.id AND p.id <> page.side) others
     ORDER BY (page.unread > 0) DESC, page.last_at DESC, page.id DESC
"""
_NAMES = """concat_ws(' ', st.surname, st.given_name, st.patronymic, gu.surname, gu.given_name, gu.patronymic,
                                  pu.surname, pu.given_name)"""
_PUPIL_NAMES = FOLDED.format("concat_ws(' ', pu.surname, pu.given_name)")
_FOUND = f"""
           AND (m.id IN (SELECT s.conversation_id FROM conversation_message s
                          WHERE s.found @@ plainto_tsquery('russian', :folded))
                OR EXISTS (SELECT FROM participant p {NAME_TABLES}
                            WHERE p.conversation_id = m.id AND p.id <> m.side
                              AND ' ' || {FOLDED.format(_NAMES)} LIKE ALL(CAST(:patterns AS text[])))
                OR EXISTS (SELECT FROM pupil pu WHERE pu.id = c.pupil_id
                              AND ' ' || {_PUPIL_NAMES} LIKE ALL(CAST(:patterns AS text[]))))"""

_PIECES = {"mine": MINE, "chars": LAST_CHARS, "names": NAME_COLUMNS, "tables": NAME_TABLES}
_INBOX = text(_LIST.format(filter="", **_PIECES))
_SEARCH = text(_LIST.format(filter=_FOUND, **_PIECES))


async def inbox(work: Work, first: int = 0, size: int = PAGE) -> Inbox:
    """Raises NotConnected, ConsentNeeded."""
    return await _listed(work, await voice(work), first, size)


async def search(work: Work, words: str, first: int = 0, size: int = PAGE) -> Inbox:
    """Those with a side or a pupil of that surname or given name, or with such a word in any form.

    Raises NotConnected, ConsentNeeded.
    """
    return await _listed(work, await voice(work), first, size, " ".join(words.split())[:WORDS_CHARS])


def unread_facts(work: Work) -> dict[str, Any]:
    """What `UNREAD` needs."""
    return known_voice(work).facts


async def _listed(work: Work, who: Voice, first: int, size: int, words: str = "") -> Inbox:
    facts = {**who.facts, "size": size, "first": max(first, 0)}
    if words:
        facts |= {"folded": name_key(words), "patterns": [_pattern(word) for word in words.split()]}
    rows = (await work.session.execute(_SEARCH if words else _INBOX, facts)).all()
    if not rows and first > 0:
        return await _listed(work, who, 0, size, words)
    count, unread = (rows[0].total, rows[0].unread_talks) if rows else (0, 0)
    return Inbox(tuple(_line(work, row) for row in rows), max(first, 0), count, unread)


def _pattern(word: str) -> str:
    """A name that begins with the word, or one that follows another."""
    plain = name_key(word)
    for sign in ("\\", "%", "_"):
        plain = plain.replace(sign, f"\\{sign}")
    return f"% {plain}%"


def _line(work: Work, row: Row[Any]) -> TalkLine:
    present = [side for side in row.people or [] if not side[-1]] or row.people or []
    return TalkLine(
        id=row.id,
        topic=Topic(row.topic),
        others=tuple(short_name(side) for side in present),
        about=about(row),
        last_words=row.words,
        last_mine=row.last_mine,
        last_at=work.local(row.last_at),
        unread=row.unread,
        has_files=row.has_files,
    )
