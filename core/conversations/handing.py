"""Conversations in other hands: of staff who leave to a colleague, of a class leader to the administrators (C1 C7)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, or_, select, text
from sqlalchemy.dialects.postgresql import insert

from core.actions.conversations import WriteMessage
from core.app import Work
from core.audit import record
from core.conversations.facts import Colleague
from core.conversations.heads import Head, heads_of
from core.conversations.sides import parties_of, there
from core.conversations.voices import HELD_BY, voice
from core.errors import AccessDenied, NothingThere
from core.outbox import Kind, Push, Recipient, enqueue
from core.recipients import accounts_of, holders_of
from core.rights import HANDS_OVER
from core.rules.names import full_name
from core.terms import Door, Office, Topic
from storage.models import ConversationMessage, Participant, Staff

TOLD_FOR = timedelta(days=14)

# With families, and said anything in.
_HELD = """p.staff_id = {staff} AND p.left_at IS NULL AND c.pupil_id IS NOT NULL
       AND EXISTS (SELECT FROM conversation_message m WHERE m.conversation_id = c.id)"""
_DEPARTED = text(f"""
    SELECT s.id, s.surname, s.given_name, s.patronymic, s.position, count(*) AS conversations
      FROM staff s JOIN participant p ON p.staff_id = s.id JOIN conversation c ON c.id = p.conversation_id
     WHERE s.dismissed < :today AND {_HELD.format(staff="s.id")}
     GROUP BY s.id ORDER BY s.surname, s.given_name, s.id
""")
_COUNT = text(f"""
    SELECT count(*) FROM participant p JOIN conversation c ON c.id = p.conversation_id
     WHERE {_HELD.format(staff=":staff")}
""")
_HAND = text("""
    WITH held AS (
        SELECT p.id, p.conversation_id, p.read_to, p.read_at, p.unread, c.key, c.pupil_id,
               u.surname || ' ' || u.given_name AS pupil,
               EXISTS (SELECT FROM conversation_message m WHERE m.conversation_id = c.id) AS spoken
          FROM participant p JOIN conversation c ON c.id = p.conversation_id JOIN pupil u ON u.id = c.pupil_id
         WHERE p.staff_id = :former AND p.left_at IS NULL AND c.pupil_id IS NOT NULL
           AND (CAST(:only AS integer[]) IS NULL OR c.id = ANY(CAST(:only AS integer[])))
         ORDER BY c.id FOR UPDATE OF c, p
    ), gone AS (
        UPDATE participant SET left_at = :now, unread = 0 FROM held WHERE participant.id = held.id
    ), sits AS (
        INSERT INTO participant (conversation_id, staff_id, joined_at, handed_from, read_to, read_at, unread)
        SELECT conversation_id, :heir, :now, :former, read_to, read_at, unread FROM held
            ON CONFLICT (conversation_id, staff_id) DO UPDATE SET left_at = NULL,
               read_to = least(participant.read_to, excluded.read_to),
               unread = greatest(participant.unread, excluded.unread)
    ), dropped AS (
        UPDATE outbox SET status = 'superseded'
         WHERE kind = :message AND status = 'pending'
           AND account_id IN (SELECT l.account_id FROM link l WHERE l.staff_id = :former)
           AND subject_id IN (SELECT m.id FROM conversation_message m
                                JOIN held ON held.conversation_id = m.conversation_id)
    )
    SELECT conversation_id, key, pupil_id, pupil, unread, spoken FROM held
""")
# Somebody may have written to the heir about the same before: then both conversations go on.
_RENAME = text("""
    UPDATE conversation SET key = CASE WHEN EXISTS (SELECT FROM conversation o WHERE o.key = new.key)
                                       THEN new.key || '#' || conversation.id ELSE new.key END
      FROM unnest(CAST(:ids AS integer[]), CAST(:keys AS text[])) AS new(id, key)
     WHERE conversation.id = new.id AND conversation.key <> new.key
""")


async def to_hand_over(work: Work) -> tuple[tuple[Colleague, int], ...]:
    """Dismissed staff who still sit in conversations, and in how many. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*HANDS_OVER)
    rows = await work.session.execute(_DEPARTED, {"today": work.today})
    return tuple((Colleague(row.id, full_name(row), row.position, connected=False), row.conversations) for row in rows)


async def count_of(work: Work, staff_id: int) -> int:
    """In how many conversations with families somebody sits. Raises NotConnected, AccessDenied."""
    _require_to_hand(work, staff_id)
    return int(await work.session.scalar(_COUNT, {"staff": staff_id}) or 0)


async def hand_over(work: Work, from_staff_id: int, to_staff_id: int) -> int:
    """All conversations with families to a colleague; each family is told once. Returns how many there were to tell of.

    By the person, an administrator, director or deputy; a second press finds nothing more. Raises NotConnected,
    AccessDenied, NothingThere (nobody of that name works here, or it is the same person).
    """
    _require_to_hand(work, from_staff_id)
    return await move(work, from_staff_id, to_staff_id)


async def move(work: Work, former: int, heir: int, only: Sequence[int] | None = None) -> int:
    """Those of one's conversations with families (None: all) into the hands of another; both sides are told.

    Asks nobody's right. Returns how many there were to tell of. Raises NothingThere (as `hand_over`).
    """
    names = await _names(work, former, heir)
    facts = {"former": former, "heir": heir, "now": work.now, "message": Kind.MESSAGE}
    rows = (await work.session.execute(_HAND, {**facts, "only": None if only is None else list(only)})).all()
    if not rows:
        return 0
    keys = [_handed_key(row.key, former, heir) for row in rows]
    await work.session.execute(_RENAME, {"ids": [row.conversation_id for row in rows], "keys": keys})
    spoken = [row for row in rows if row.spoken]
    after = {"to": heir, "conversations": [row.conversation_id for row in rows]}
    record(work, "conversation.hand_over", "staff", former, after=after)
    await _tell_heir(work, names, former, heir, spoken)
    await _tell_families(work, names, spoken)
    return len(spoken)


async def pass_on(work: Work, conversation_id: int) -> bool:
    """Bring the administrators into a family's question; False when they are there already.

    By the class leader it came to. Raises NotConnected, AccessDenied, NothingThere.
    """
    work.actor.require_staff()
    head = next(iter(await heads_of(work, await voice(work), [conversation_id])), None)
    if head is None:
        raise NothingThere
    if head.topic is not Topic.HELP or not head.side:
        raise AccessDenied(conversation=conversation_id)
    newest = await work.session.scalar(
        select(ConversationMessage)
        .join(Participant, Participant.id == ConversationMessage.participant_id)
        .where(ConversationMessage.conversation_id == conversation_id, Participant.staff_id.is_(None))
        .order_by(ConversationMessage.id.desc())
        .limit(1)
    )
    seat = {"conversation_id": conversation_id, "office": Office.HELPDESK, "joined_at": work.now}
    joined = insert(Participant).values(**seat, unread=int(newest is not None)).on_conflict_do_nothing()
    if await work.session.scalar(joined.returning(Participant.id)) is None:
        return False
    record(work, "conversation.pass_on", "conversation", conversation_id)
    await _tell_helpdesk(work, head, newest)
    return True


def _require_to_hand(work: Work, staff_id: int) -> None:
    if work.actor.require_staff() != staff_id:
        work.actor.require_role(*HANDS_OVER)


async def _names(work: Work, former: int, heir: int) -> tuple[str, str]:
    """Raises NothingThere."""
    works = or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today)
    query = select(Staff).where(or_(Staff.id == former, (Staff.id == heir) & works))
    people = {person.id: full_name(person) for person in await work.session.scalars(query)}
    if former == heir or len(people) != 2:
        raise NothingThere
    return people[former], people[heir]


def _handed_key(key: str, former: int, heir: int) -> str:
    """The key of the same conversation with the heir in place of the former side."""
    head, _, sides = key.partition("#")[0].rpartition(":")
    others = [side for side in sides.split(",") if side != f"s{former}"]
    return f"{head}:{','.join(sorted({*others, f's{heir}'}))}"


async def _tell_heir(work: Work, names: tuple[str, str], former: int, heir: int, rows: Sequence[Row[Any]]) -> None:
    facts = {"to": "colleague", "former": names[0], "count": len(rows), "unread": sum(row.unread for row in rows)}
    accounts = (await accounts_of(work, [heir])).get(heir, []) if rows and heir != work.actor.staff_id else []
    await enqueue(work, [_push(work, Door.STAFF, to, facts, f"{former}:{heir}") for to in accounts])


async def _tell_families(work: Work, names: tuple[str, str], rows: Sequence[Row[Any]]) -> None:
    """Each account once, of its newest conversation; the right to every child it names is asked when it is sent."""
    parties = await parties_of(work, [row.conversation_id for row in rows])
    told: dict[int, tuple[Recipient, list[Row[Any]]]] = {}
    for row in rows:
        for party in there(parties[row.conversation_id]):
            for phone in party.phones if party.door is Door.FAMILY else ():
                told.setdefault(phone.to.account_id, (phone.to, []))[1].append(row)
    pushes = []
    for to, about in told.values():
        children = sorted({row.pupil_id for row in about})
        facts = {
            "to": "family",
            "former": names[0],
            "name": names[1],
            "about": ", ".join(dict.fromkeys(row.pupil for row in about)),
            "conversation": max(row.conversation_id for row in about),
            "pupil_ids": children,
        }
        pushes.append(_push(work, Door.FAMILY, to, facts, f"{min(row.conversation_id for row in about)}"))
    await enqueue(work, pushes)


async def _tell_helpdesk(work: Work, head: Head, newest: ConversationMessage | None) -> None:
    facts = {
        "to": "helpdesk",
        "conversation": head.id,
        "name": head.author,
        "about": head.about,
        "body": newest.body if newest else "",
        "spans": newest.spans if newest else [],
        "reply": WriteMessage(head.id).pack(),
    }
    holders = await holders_of(work, *HELD_BY[Office.HELPDESK])
    others = [to for to in holders if to.account_id != work.actor.account_id]
    await enqueue(work, [_push(work, Door.STAFF, to, facts, f"question:{head.id}") for to in others])


def _push(work: Work, door: Door, to: Recipient, facts: dict[str, Any], event: str) -> Push:
    return Push(
        kind=Kind.CONVERSATION_HANDED,
        door=door,
        to=to,
        facts=facts,
        dedupe=f"{Kind.CONVERSATION_HANDED}:{event}:{work.now.timestamp():.0f}",
        due_at=work.now,
        expires_at=work.now + TOLD_FOR,
    )
