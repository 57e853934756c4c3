"""The board of announcements, at both doors (C2)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row, text

from core.announcements.composing import first_words
from core.announcements.drafts import AUTHOR, announces_to_school, state_of
from core.announcements.facts import Author, Board, Line
from core.announcements.reading import LED, MY_ROWS, reader_of
from core.announcements.words import author_of
from core.app import Work
from core.rules.names import initials_of, sort_key
from core.terms import Acknowledgement

VALID = "n.published_at IS NOT NULL AND n.withdrawn_at IS NULL AND (n.ends_on IS NULL OR n.ends_on >= :today)"
_WAITS = f"""SELECT count(DISTINCT n.id) FROM announcement_reader r JOIN announcement n ON n.id = r.announcement_id
              WHERE {{mine}} AND r.read_at IS NULL AND n.acknowledgement <> 'none' AND {VALID}"""

STAFF_WAITING = f"({_WAITS.format(mine='r.staff_id = :staff')})"
"""SQL: how many announcements wait for the answer of staff `:staff` on `:today`."""
_FAMILY = "((r.guardian_id = ANY(:guardians) AND r.child_id = ANY(:children)) OR r.pupil_id = ANY(:pupils))"
FAMILY_WAITING = f"({_WAITS.format(mine=_FAMILY)})"
"""SQL: the same of whom a family account speaks for, as reading.reader_of names them."""

# Of several accounts at once, each through the link by which it may see a child; long unanswered ones are let rest.
_WAITING_EACH = text(f"""
    WITH voice AS (
        SELECT v.account_id, v.pupil_id, l.guardian_id
          FROM unnest(CAST(:accounts AS integer[]), CAST(:links AS integer[]), CAST(:children AS integer[]))
               AS v (account_id, link_id, pupil_id) JOIN link l ON l.id = v.link_id),
    unread AS (
        SELECT v.account_id, r.announcement_id FROM voice v JOIN announcement_reader r
            ON r.guardian_id = v.guardian_id AND r.child_id = v.pupil_id AND r.read_at IS NULL
         UNION
        SELECT v.account_id, r.announcement_id FROM voice v JOIN announcement_reader r
            ON r.pupil_id = v.pupil_id AND v.guardian_id IS NULL AND r.read_at IS NULL)
    SELECT u.account_id, count(*) AS waiting FROM unread u JOIN announcement n ON n.id = u.announcement_id
     WHERE n.acknowledgement <> 'none' AND n.published_at >= :since AND {VALID}
     GROUP BY u.account_id
""")


class Voice(NamedTuple):
    """An account, and the link through which it speaks of a child."""

    account_id: int
    link_id: int
    pupil_id: int


# What is valid and concerns the reader: meant for, written by, told to a class led by, or (`school`) all of it.
_ON_BOARD = f"""
      FROM announcement n JOIN staff who ON who.id = n.made_by,
           LATERAL (SELECT count(*) AS rows, bool_and(r.read_at IS NOT NULL) AS read,
                           array_agg(DISTINCT p.given_name) FILTER (WHERE p.id IS NOT NULL) AS names
                      FROM announcement_reader r LEFT JOIN pupil p ON p.id = r.child_id WHERE {MY_ROWS}) m
     WHERE {VALID} AND (m.rows > 0 OR :school OR n.made_by = :staff OR {LED})
"""
_BOARD = text(f"""
    SELECT n.*, {AUTHOR}, m.*, m.rows > 0 AND NOT m.read AND n.acknowledgement <> 'none' AS waits,
           (SELECT count(*) FROM announcement_file f WHERE f.announcement_id = n.id) AS files,
           count(*) OVER () AS total,
           count(*) FILTER (WHERE m.rows > 0 AND NOT m.read AND n.acknowledgement <> 'none') OVER () AS waiting
    {_ON_BOARD} AND (CAST(:by AS integer) IS NULL OR n.made_by = :by)
     ORDER BY waits DESC, n.published_at DESC, n.id DESC LIMIT :size OFFSET :first
""")
_AUTHORS = text(f"""
    SELECT who.id, who.surname, who.given_name, who.patronymic, count(*) AS written
    {_ON_BOARD} GROUP BY who.id
""")


async def board(work: Work, first: int = 0, author: int | None = None, size: int = 8) -> Board:
    """What is valid for the reader, in one statement. Raises NotConnected, ConsentNeeded."""
    rows = (await work.session.execute(_BOARD, {**_asked(work), "by": author, "first": first, "size": size})).all()
    if not rows:
        return Board((), first, 0, 0)
    by = Author(author, author_of(rows[0]), rows[0].total) if author is not None else None
    return Board(tuple(_line(work, row) for row in rows), first, rows[0].total, rows[0].waiting, by)


async def authors(work: Work) -> tuple[Author, ...]:
    """Who wrote what stands on the reader's board, by name, in one statement. Raises as `board`."""
    rows = (await work.session.execute(_AUTHORS, _asked(work))).all()
    found = [Author(r.id, initials_of(r.surname, r.given_name, r.patronymic), r.written) for r in rows]
    return tuple(sorted(found, key=lambda author: sort_key(author.name)))


async def waiting_of_each(work: Work, voices: Sequence[Voice], lately: timedelta) -> dict[int, int]:
    """How many announcements published `lately` wait for each account's answer, in one statement; none: left out.

    The caller has asked for whom the accounts may speak.
    """
    facts = {
        "accounts": [voice.account_id for voice in voices],
        "links": [voice.link_id for voice in voices],
        "children": [voice.pupil_id for voice in voices],
        "today": work.today,
        "since": work.now - lately,
    }
    return {row.account_id: row.waiting for row in await work.session.execute(_WAITING_EACH, facts)}


def _asked(work: Work) -> dict[str, Any]:
    school = work.actor.staff_id is not None and announces_to_school(work)
    return {**reader_of(work), "today": work.today, "school": school}


def _line(work: Work, row: Row[Any]) -> Line:
    several = len({child.pupil_id for child in work.actor.children}) > 1
    return Line(
        id=row.id,
        first_words=first_words(row.body),
        author=author_of(row),
        at=work.local(row.published_at),
        state=state_of(work, row),
        acknowledgement=Acknowledgement(row.acknowledgement),
        waits=row.waits,
        read=not row.rows or row.read,
        urgent=row.urgent,
        files=row.files,
        children=tuple(row.names or ()) if several else (),
    )
