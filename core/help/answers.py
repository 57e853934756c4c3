"""Common answers: questions that many have, answered once by the administrator (C7)."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import NotConnected, NothingThere
from core.rights import KEEPS_ANSWERS
from core.rules.length import within
from core.terms import Door
from storage.models import CommonAnswer

QUESTION, ANSWER, PAGE = 300, 2000, 8


@dataclass(frozen=True)
class AnswerLine:
    """A question in the list; `draft`: not published."""

    id: int
    question: str
    draft: bool


@dataclass(frozen=True)
class AnswerPage:
    """Common answers from place `first` of `count`; `keeps`: the reader writes them."""

    lines: tuple[AnswerLine, ...]
    first: int
    count: int
    keeps: bool


@dataclass(frozen=True)
class AnswerFacts:
    """One of them. `door`: whom it is for (None: everybody). `note`: `changed` (a colleague was first), else empty."""

    id: int
    question: str
    answer: str
    door: Door | None
    published: bool
    rev: int
    keeps: bool
    note: str = ""


async def common_answers(work: Work, first: int = 0) -> AnswerPage:
    """What this door's people ask, drafts first for whoever keeps them. Raises NotConnected."""
    draft = CommonAnswer.published_at.is_(None)
    rows = (
        await work.session.execute(
            select(CommonAnswer.id, CommonAnswer.question, draft, func.count().over())
            .where(*_visible(work))
            .order_by(draft.desc(), CommonAnswer.id.desc())
            .offset(max(first, 0))
            .limit(PAGE)
        )
    ).all()
    if not rows and first > 0:
        return await common_answers(work)
    lines = tuple(AnswerLine(answer_id, question, is_draft) for answer_id, question, is_draft, _ in rows)
    return AnswerPage(lines, max(first, 0), rows[0][-1] if rows else 0, keeps(work))


async def common_answer(work: Work, answer_id: int) -> AnswerFacts:
    """Raises NotConnected, NothingThere."""
    columns = select(
        *(CommonAnswer.id, CommonAnswer.question, CommonAnswer.answer, CommonAnswer.door),
        *(CommonAnswer.published_at, CommonAnswer.rev),
    )
    row = (await work.session.execute(columns.where(CommonAnswer.id == answer_id, *_visible(work)))).one_or_none()
    if row is None:
        raise NothingThere
    published = row.published_at is not None
    return AnswerFacts(row.id, row.question, row.answer, row.door, published, row.rev, keeps(work))


async def make_answer(work: Work, conversation_id: int) -> AnswerFacts:
    """A draft of what was asked and answered last in a call for help; made once of an answer.

    Raises NotConnected, AccessDenied, NothingThere (nothing was answered in words yet).
    """
    staff_id = work.actor.require_role(*KEEPS_ANSWERS)
    found = (await work.session.execute(_LAST_ANSWERED, {"conversation": conversation_id})).one_or_none()
    if found is None:
        raise NothingThere
    values = {
        "door": Door.STAFF if found.by_staff else Door.FAMILY,
        "question": found.question[:QUESTION],
        "answer": found.answer[:ANSWER],
        "message_id": found.message,
        "made_by": staff_id,
        "made_at": work.now,
    }
    new = insert(CommonAnswer).values(values).on_conflict_do_nothing().returning(CommonAnswer.id)
    answer_id = await work.session.scalar(new)
    if answer_id is not None:
        record(work, "answer.make", "common_answer", answer_id, after={"message": found.message})
        return await common_answer(work, answer_id)
    before = select(CommonAnswer.id).where(CommonAnswer.message_id == found.message)
    return await common_answer(work, await work.session.scalar(before) or 0)


async def write_answer(work: Work, words: str) -> AnswerFacts:
    """A draft as typed: the first line is the question, the rest the answer; the same words twice are one draft.

    Raises NotConnected, AccessDenied, NothingThere (no second line), TextTooLong.
    """
    staff_id = work.actor.require_role(*KEEPS_ANSWERS)
    question, _, answer = words.strip().partition("\n")
    if not question.strip() or not answer.strip():
        raise NothingThere
    values = {
        "question": within(question.strip(), QUESTION),
        "answer": within(answer.strip(), ANSWER),
        "made_by": staff_id,
    }
    same = (getattr(CommonAnswer, name) == value for name, value in values.items())
    draft = select(CommonAnswer.id).where(
        *same, CommonAnswer.withdrawn_at.is_(None), CommonAnswer.published_at.is_(None)
    )
    before = await work.session.scalar(draft.limit(1))
    if before is not None:
        return await common_answer(work, before)
    new = insert(CommonAnswer).values(**values, made_at=work.now).returning(CommonAnswer.id)
    answer_id = (await work.session.execute(new)).scalar_one()
    record(work, "answer.write", "common_answer", answer_id, after={"question": values["question"]})
    return await common_answer(work, answer_id)


async def reword_question(work: Work, answer_id: int, words: str, *, seen: int) -> AnswerFacts:
    """Raises NotConnected, AccessDenied, NothingThere (also no words), TextTooLong."""
    return await _change(work, answer_id, seen, "question", _words(words, QUESTION))


async def reword_answer(work: Work, answer_id: int, words: str, *, seen: int) -> AnswerFacts:
    """Raises as `reword_question`."""
    return await _change(work, answer_id, seen, "answer", _words(words, ANSWER))


async def set_door(work: Work, answer_id: int, door: Door | None, *, seen: int) -> AnswerFacts:
    """Whom it is for (None: everybody). Raises NotConnected, AccessDenied, NothingThere."""
    return await _change(work, answer_id, seen, "door", door)


async def set_published(work: Work, answer_id: int, *, published: bool, seen: int) -> AnswerFacts:
    """Show it to those it is for, or make it a draft again. Raises NotConnected, AccessDenied, NothingThere."""
    return await _change(work, answer_id, seen, "published", published)


async def delete_answer(work: Work, answer_id: int, *, seen: int) -> bool:
    """Take it away; False when a colleague changed it meanwhile. Raises NotConnected, AccessDenied, NothingThere."""
    found = await _kept(work, answer_id)
    if found.rev != seen:
        return False
    gone = update(CommonAnswer).where(CommonAnswer.id == answer_id).values(withdrawn_at=work.now, rev=seen + 1)
    await work.session.execute(gone)
    record(work, "answer.delete", "common_answer", answer_id, before={"question": found.question})
    return True


def keeps(work: Work) -> bool:
    """Whether the actor writes common answers."""
    return work.actor.staff_id is not None and work.actor.holds(*KEEPS_ANSWERS)


async def _change(work: Work, answer_id: int, seen: int, what: str, value: Any) -> AnswerFacts:
    """One fact of it; a second press, for which it stands so already, writes nothing."""
    found = await _kept(work, answer_id)
    before = getattr(found, what)
    if before == value:
        return found
    if found.rev != seen:
        return replace(found, note="changed")
    new = {"published_at": work.now if value else None} if what == "published" else {what: value}
    await work.session.execute(update(CommonAnswer).where(CommonAnswer.id == answer_id).values(**new, rev=seen + 1))
    record(work, "answer.change", "common_answer", answer_id, before={what: before}, after={what: value})
    return await common_answer(work, answer_id)


async def _kept(work: Work, answer_id: int) -> AnswerFacts:
    """The answer, held, for whoever keeps them."""
    work.actor.require_role(*KEEPS_ANSWERS)
    await work.session.execute(select(CommonAnswer.id).where(CommonAnswer.id == answer_id).with_for_update())
    return await common_answer(work, answer_id)


def _words(words: str, limit: int) -> str:
    if not words.strip():
        raise NothingThere
    return within(words.strip(), limit)


def _visible(work: Work) -> tuple[Any, ...]:
    """Raises NotConnected."""
    if not work.actor.connected:
        raise NotConnected
    stands = CommonAnswer.withdrawn_at.is_(None)
    if keeps(work):
        return (stands,)
    mine = or_(CommonAnswer.door.is_(None), CommonAnswer.door == work.actor.door)
    return (stands, CommonAnswer.published_at.is_not(None), mine)


# The newest words of the side that answers, and the newest words of the one who asked before them.
_LAST_ANSWERED = text("""
    SELECT a.id AS message, a.body AS answer, q.body AS question, q.staff_id IS NOT NULL AS by_staff
      FROM conversation c
      JOIN LATERAL (SELECT m.participant_id FROM conversation_message m WHERE m.conversation_id = c.id
                     ORDER BY m.id LIMIT 1) asker ON true
      JOIN LATERAL (SELECT m.id, m.body FROM conversation_message m
                     WHERE m.conversation_id = c.id AND m.participant_id <> asker.participant_id AND m.body <> ''
                     ORDER BY m.id DESC LIMIT 1) a ON true
      JOIN LATERAL (SELECT m.body, m.staff_id FROM conversation_message m
                     WHERE m.conversation_id = c.id AND m.participant_id = asker.participant_id AND m.body <> ''
                       AND m.id < a.id
                     ORDER BY m.id DESC LIMIT 1) q ON true
     WHERE c.id = :conversation AND c.topic = 'help'
""")
