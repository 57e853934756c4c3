"""Publishing: its readers are written down, and a message leaves for each of their chats (C2).

A tick is one transaction: a process killed in the middle has published nothing, and the next tick does it all. Within
it each announcement stands for itself: one that can never be published is taken back and told to its author, the others
leave.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Row, TextClause, text, update
from sqlalchemy.exc import DBAPIError

from core.actions.announcements import AskAnnouncementNumber, AskFamilyNumber
from core.announcements.drafts import AUTHOR, FILES
from core.announcements.people import GUARDIAN_AGREED, PEOPLE, PUPIL_AGREED, asked
from core.announcements.words import words_of
from core.app import Work
from core.audit import record
from core.delivery.due import PUPILS
from core.outbox import FILES as SENT_FILES
from core.outbox import REPLY, Kind, Priority, Push, Recipient, enqueue, enqueue_for_staff
from core.recipients import accounts_of
from core.terms import Acknowledgement, Door
from storage.models import Announcement

AT_ONCE = 20
"""How many announcements one tick publishes."""
CHUNK = 500
FRESH = timedelta(days=14)
"""So long a message is worth sending; the board keeps it longer."""
WRONG_DATA = ("22", "23")
"""PostgreSQL's classes of errors that lie in what was to be written (SQLSTATE: data, integrity)."""

_DUE = text(f"""
    SELECT n.*, {AUTHOR}, who.position, who.dismissed, {FILES}
      FROM announcement n JOIN staff who ON who.id = n.made_by
     WHERE n.confirmed_at IS NOT NULL AND n.published_at IS NULL AND n.withdrawn_at IS NULL
       AND coalesce(n.publish_at, n.confirmed_at) <= :now
     ORDER BY coalesce(n.publish_at, n.confirmed_at), n.id LIMIT :at_once FOR UPDATE OF n SKIP LOCKED
""")

_READERS = text(f"""
    WITH {PEOPLE}
    INSERT INTO announcement_reader (announcement_id, staff_id, guardian_id, pupil_id, child_id, class_id)
    SELECT CAST(:id AS integer), p.staff_id, p.guardian_id, p.pupil_id, p.child_id, p.class_id FROM people p
    ON CONFLICT DO NOTHING RETURNING id
""")

# A row an account: the link that speaks for it, the pupils by whom it concerns it, the children's names.
_CHATS = f"""
    SELECT v.account_id, min(v.link_id) AS link_id, a.door,
           array_agg(DISTINCT v.about) FILTER (WHERE v.about IS NOT NULL) AS pupils,
           array_agg(DISTINCT v.child_id) FILTER (WHERE v.child_id IS NOT NULL) AS children,
           array_agg(DISTINCT v.guardian_id) FILTER (WHERE v.guardian_id IS NOT NULL) AS guardians
      FROM (
        SELECT l.account_id, l.id AS link_id, CAST(NULL AS integer) AS about, r.child_id, r.guardian_id, r.class_id
          FROM announcement_reader r JOIN link l ON l.staff_id = r.staff_id AND l.revoked_at IS NULL
         WHERE r.announcement_id = :id AND {{only}}
        UNION ALL
        SELECT l.account_id, l.id, r.child_id, r.child_id, r.guardian_id, r.class_id
          FROM announcement_reader r JOIN link l ON l.guardian_id = r.guardian_id AND l.revoked_at IS NULL
         WHERE r.announcement_id = :id AND {{only}} AND {GUARDIAN_AGREED}
        UNION ALL
        SELECT l.account_id, l.id, r.pupil_id, NULL, NULL, r.class_id
          FROM announcement_reader r JOIN link l ON l.pupil_id = r.pupil_id AND l.revoked_at IS NULL
         WHERE r.announcement_id = :id AND {{only}} AND {PUPIL_AGREED}) v
      JOIN account a ON a.id = v.account_id AND a.unreachable_at IS NULL
     GROUP BY v.account_id, a.door
"""


def chats_of(only: str) -> TextClause:
    """The accounts of those readers (rows `r`) who are meant by a condition, each with its children's names."""
    return text(f"""
        SELECT c.account_id, c.link_id, c.door, c.pupils,
               CASE WHEN (SELECT count(DISTINCT k.pupil_id) FROM guardianship k
                           WHERE k.guardian_id = ANY(c.guardians)) > 1
                    THEN (SELECT array_agg(p.given_name ORDER BY p.given_name)
                            FROM pupil p WHERE p.id = ANY(c.children))
               END AS names
          FROM ({_CHATS.format(only=only)}) c ORDER BY c.account_id
    """)


_TO = chats_of("true")


async def publish_due(work: Work) -> None:
    """Publish what is due. Run by a tick as often as it likes; several processes share the work."""
    due = (await work.session.execute(_DUE, {"now": work.now, "at_once": AT_ONCE})).all()
    for row in due:
        if row.dismissed is not None and row.dismissed < work.today:
            await _drop(work, row, "author-left")
        else:
            await _publish_or_drop(work, row)


def asks_by_prompt(row: Row[Any], *, family: bool) -> dict[str, str]:
    """A number is answered by replying to the message, too."""
    if row.acknowledgement != Acknowledgement.NUMBER:
        return {}
    return {REPLY: AskFamilyNumber(row.id).pack() if family else AskAnnouncementNumber(row.id).pack()}


async def _publish_or_drop(work: Work, row: Row[Any]) -> None:
    try:
        async with work.session.begin_nested():
            await _publish(work, row)
    except (DBAPIError, LookupError, TypeError, ValueError) as error:
        if not _its_own(error):
            raise
        await _drop(work, row, type(error).__name__)
        await _tell_author(work, row, failed=True)


def _its_own(error: Exception) -> bool:
    """Whether it fails by what it says and will fail so again; any other trouble is tried again by the next tick."""
    if not isinstance(error, DBAPIError):
        return True
    state = getattr(error.orig, "sqlstate", None)
    return not error.connection_invalidated and (state is None or state[:2] in WRONG_DATA)


async def _publish(work: Work, row: Row[Any]) -> None:
    facts = {**asked(work, row.audience, row.made_by), "id": row.id}
    readers = len((await work.session.execute(_READERS, facts)).all())
    found = (await work.session.execute(_TO, {"id": row.id, "today": work.today})).all()
    pushes = _pushes(work, row, found)
    while chunk := list(islice(pushes, CHUNK)):
        await enqueue(work, chunk)
    if not readers:
        await _tell_author(work, row, failed=False)
    await _mark(work, row, published_at=work.now)
    record(work, "announcement.publish", "announcement", row.id, after={"readers": readers, "chats": len(found)})


async def _drop(work: Work, row: Row[Any], cause: str) -> None:
    """Its author works here no longer, so nobody stands behind it; or it can never be published."""
    await _mark(work, row, withdrawn_by=row.made_by, withdrawn_at=work.now)
    record(work, "announcement.withdraw", "announcement", row.id, after={"cause": cause})


async def _mark(work: Work, row: Row[Any], **values: Any) -> None:
    new = update(Announcement).where(Announcement.id == row.id).values(**values, rev=Announcement.rev + 1)
    await work.session.execute(new)


async def _tell_author(work: Work, row: Row[Any], *, failed: bool) -> None:
    """Whoever it was for left before it did, or it `failed`."""
    to = (await accounts_of(work, [row.made_by])).get(row.made_by, [])
    facts = {"announcement": row.id, "body": row.body, "failed": failed}
    event = f"{Kind.ANNOUNCEMENT_TO_NOBODY}:{row.id}"
    await enqueue_for_staff(
        work, to, Kind.ANNOUNCEMENT_TO_NOBODY, facts, dedupe=event, expires_at=work.now + FRESH, subject_id=row.id
    )


def _pushes(work: Work, row: Row[Any], found: Sequence[Row[Any]]) -> Iterator[Push]:
    words = {**words_of(row), SENT_FILES: [file_id for file_id, *_ in row.files or []]}
    ends = work.now + FRESH
    if row.ends_on is not None:
        ends = min(ends, work.end_of(row.ends_on))
    for to in found:
        family = to.door == Door.FAMILY
        about = {PUPILS: to.pupils, "children": to.names or []} if family else {}
        yield Push(
            kind=Kind.ANNOUNCEMENT,
            door=Door(to.door),
            to=Recipient(to.account_id, to.link_id),
            facts={**words, "family": family, **asks_by_prompt(row, family=family), **about},
            dedupe=f"{Kind.ANNOUNCEMENT}:{row.id}",
            due_at=work.now,
            expires_at=ends,
            priority=Priority.URGENT_WORD if row.urgent else Priority.BROADCAST,
            subject_id=row.id,
        )
