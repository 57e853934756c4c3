"""Questions asked in a chat and what their answers belong to; a restart loses none."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from core.actions import Action, parse
from core.app import Work
from core.errors import ButtonOutdated
from storage.base import table_of
from storage.models import Prompt

OPEN_FOR = timedelta(hours=24)
AT_ONCE = timedelta(minutes=15)
MORE_WITHIN = timedelta(minutes=10)
FEW, MANY = 10, 50


async def remember(work: Work, message_ref: str, action: Action, *, only_reply: bool = False) -> None:
    """Tie the answer to this message to an action; the same question asked before waits no more.

    `only_reply`: nothing but a reply to this very message answers it.
    """
    if work.actor.account_id is None:
        return
    before = (Prompt.account_id == work.actor.account_id, Prompt.action == action.pack(), Prompt.answered_at.is_(None))
    await work.session.execute(update(Prompt).where(*before).values(answered_at=work.now))
    await work.session.execute(
        insert(Prompt)
        .values(
            account_id=work.actor.account_id,
            message_ref=message_ref,
            action=action.pack(),
            created_at=work.now,
            answered_at=work.now if only_reply else None,
        )
        .on_conflict_do_nothing()
    )


@dataclass(frozen=True)
class Told:
    """A message that asks nothing, and the packed action that a reply to it carries."""

    account_id: int
    message_ref: str
    action: str


async def remember_told(work: Work, told: Sequence[Told]) -> None:
    """Tie replies to these messages to their actions, in one statement. They ask nothing: no other words answer them.

    They count as answered before they were asked; so nothing takes them for a question or for an answer of late.
    """
    if not told:
        return
    rows = [
        {**asdict(one), "created_at": work.now, "answered_at": work.now - OPEN_FOR}
        for one in sorted(told, key=lambda one: (one.account_id, one.message_ref))
    ]
    await work.session.execute(insert(table_of(Prompt)).on_conflict_do_nothing(), rows)


async def asked(work: Work, message_ref: str | None, own_ref: str | None = None) -> Action | None:
    """The action that a reply to `message_ref` answers; without a reply, the only question just asked.

    Words typed later than AT_ONCE and not as a reply may be about anything: they answer nothing by themselves.
    `own_ref` is the answering message: delivered twice it finds its question again, and it answers none that was
    asked after it (the rest of a text too long for one message, say). A question answered already still takes a
    reply to its very message (somebody mends a slip).
    """
    if work.actor.account_id is None:
        return None
    mine = select(Prompt).where(Prompt.account_id == work.actor.account_id)
    if message_ref is not None:
        found = list(await work.session.scalars(mine.where(Prompt.message_ref == message_ref)))
    else:
        fresh = and_(Prompt.answered_at.is_(None), Prompt.created_at > work.now - AT_ONCE)
        open_now = list(await work.session.scalars(mine.where(or_(fresh, Prompt.answer_ref == own_ref)).limit(FEW)))
        again = [prompt for prompt in open_now if own_ref is not None and prompt.answer_ref == own_ref]
        found = again or [prompt for prompt in open_now if not _later(prompt.message_ref, own_ref)]
    if len(found) != 1:
        return None
    answered = {"answered_at": work.now, "answer_ref": own_ref}
    await work.session.execute(update(Prompt).where(Prompt.id == found[0].id).values(answered))
    return _read(found[0].action)


def _read(packed: str | None) -> Action | None:
    """The question's action; none of a version before."""
    try:
        return parse(packed) if packed else None
    except ButtonOutdated:
        return None


def _later(question: str, answer: str | None) -> bool:
    """Whether the question was asked after the message: the numbers of a channel's messages grow."""
    return answer is not None and question.isdigit() and answer.isdigit() and int(question) > int(answer)


async def tied(work: Work, message_ref: str) -> bool:
    """Whether a reply to this message answers something."""
    found = select(Prompt.id).where(Prompt.account_id == work.actor.account_id, Prompt.message_ref == message_ref)
    return await work.session.scalar(found.limit(1)) is not None


async def ask_on(work: Work, own_ref: str) -> None:
    """The answer could not be taken: the question it answered is open again."""
    mine = (Prompt.account_id == work.actor.account_id, Prompt.answer_ref == own_ref)
    await work.session.execute(update(Prompt).where(*mine).values(answered_at=None, answer_ref=None))


async def answered_lately(work: Work) -> Action | None:
    """What was answered last, a short while ago: more photos of one album belong to it too."""
    lately = Prompt.answered_at > work.now - MORE_WITHIN
    newest = select(Prompt.action).where(Prompt.account_id == work.actor.account_id, lately)
    return _read(await work.session.scalar(newest.order_by(Prompt.answered_at.desc(), Prompt.id.desc()).limit(1)))


async def drop(work: Work) -> int:
    """Close every open question of the account (/cancel); returns how many there were."""
    closed = await work.session.execute(
        update(Prompt)
        .where(Prompt.account_id == work.actor.account_id, Prompt.answered_at.is_(None))
        .values(answered_at=work.now)
        .returning(Prompt.id)
    )
    return len(closed.all())


async def waiting(work: Work, own_ref: str) -> list[Action] | None:
    """The open questions that the message `own_ref` may be meant for, though it replies to none.

    None when one was asked since: the message is the rest of a long text or of an album, answered already.
    """
    fresh = Prompt.created_at > work.now - OPEN_FOR
    question = or_(Prompt.answered_at.is_(None), Prompt.answered_at >= Prompt.created_at)
    mine = select(Prompt).where(Prompt.account_id == work.actor.account_id, fresh, question).order_by(Prompt.id.desc())
    found = list(await work.session.scalars(mine.limit(MANY)))
    if any(_later(prompt.message_ref, own_ref) for prompt in found):
        return None
    return [action for prompt in found if prompt.answered_at is None and (action := _read(prompt.action))]
