"""Consent to personal-data processing: wording, answers, withdrawal (A6; field.md 7)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from core.access.consent_people import ConsentPerson, consent_people
from core.access.holders import Holder
from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NotConnected, NothingThere, TextTooLong
from core.errors.access import WordingChanged
from core.outbox import Kind, Push, enqueue
from core.recipients import leaders_by_pupil
from core.rights import REWORDS_CONSENT
from core.terms import ConsentAnswer, Door
from storage.models import Consent, ConsentWording

PLACEHOLDERS = ("[школа]", "[school]")
WORDING_LIMIT = 3200
NEWS_LIVES = timedelta(days=7)
CHILDREN_NAMED = 5


@dataclass(frozen=True)
class ConsentSheet:
    """The text to answer and the people of this account whom it asks."""

    wording: str
    version: int
    people: tuple[ConsentPerson, ...]

    @property
    def waiting(self) -> tuple[ConsentPerson, ...]:
        """Who may answer and has not yet."""
        return tuple(p for p in self.people if p.answers and p.said is None)

    def person(self, holder: Holder) -> ConsentPerson:
        """One of the people. Raises AccessDenied."""
        for person in self.people:
            if person.holder == holder:
                return person
        raise AccessDenied(**holder.values)


@dataclass(frozen=True)
class WordingCard:
    """The text in force, as the school sees it."""

    wording: str
    version: int
    since: datetime


async def sheet(work: Work, shipped: str) -> ConsentSheet:
    """What this family account is asked. `shipped` becomes version 1 where the school has no text yet.

    Raises NotConnected.
    """
    if not work.actor.children:
        raise NotConnected
    current = await _current(work, shipped)
    return ConsentSheet(_filled(work, current.wording), current.version, await consent_people(work))


async def answer(work: Work, holder: Holder, version: int, given: ConsentAnswer) -> ConsentAnswer:
    """Keep and return the answer of a guardian or a pupil of this account to the wording of `version`.

    A yes counts only for the text in force; a no and a withdrawal always. The same answer again changes nothing.
    Raises NotConnected, AccessDenied, NothingThere, WordingChanged.
    """
    if not work.actor.children:
        raise NotConnected
    await work.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"consent:{holder.kind}:{holder.id}"))))
    person = ConsentSheet("", 0, await consent_people(work)).person(holder)
    if not person.answers:
        raise AccessDenied(**holder.values)
    wording = await _wording(work, version, newest=given is ConsentAnswer.GIVEN)
    settled = _settled(person.said, given)
    if settled is person.said:
        return settled
    row = Consent(wording_id=wording.id, answer=settled, at=work.now, account_id=work.actor.account_id, **holder.values)
    work.session.add(row)
    await work.session.flush()
    _trace(work, person, settled, version)
    if settled is not ConsentAnswer.GIVEN or person.said is not None:
        await _tell_class_leaders(work, person, settled, row.id)
    return settled


async def wording_card(work: Work, shipped: str) -> WordingCard:
    """The consent text for who may replace it. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*REWORDS_CONSENT)
    row = await _current(work, shipped)
    return WordingCard(_filled(work, row.wording), row.version, work.local(row.created_at))


async def replace_wording(work: Work, text: str) -> WordingCard:
    """Put a new text in force; earlier answers stand, each with the wording it was given to.

    Raises NotConnected, AccessDenied, NothingThere (an empty text), TextTooLong.
    """
    staff_id = work.actor.require_role(*REWORDS_CONSENT)
    wording = text.strip()
    if not wording:
        raise NothingThere
    length = len(_filled(work, wording))
    if length > WORDING_LIMIT:
        raise TextTooLong(length=length, limit=WORDING_LIMIT)
    await work.session.execute(select(func.pg_advisory_xact_lock(func.hashtext("consent_wording"))))
    before = await _newest(work)
    if before is None or before.wording != wording:
        version = before.version + 1 if before else 1
        work.session.add(ConsentWording(version=version, wording=wording, created_at=work.now, created_by=staff_id))
        former = {"version": before.version, "wording": before.wording} if before else None
        record(work, "replace_consent_wording", "consent_wording", version, before=former, after={"wording": wording})
        await work.session.flush()
    return await wording_card(work, wording)


def _settled(standing: ConsentAnswer | None, given: ConsentAnswer) -> ConsentAnswer:
    """A no after a yes is a withdrawal; a withdrawal of what was never given is a refusal."""
    if given is ConsentAnswer.GIVEN:
        return given
    if standing is ConsentAnswer.GIVEN:
        return ConsentAnswer.WITHDRAWN
    return standing or ConsentAnswer.REFUSED


def _filled(work: Work, wording: str) -> str:
    for placeholder in PLACEHOLDERS:
        wording = wording.replace(placeholder, work.school.name)
    return wording


async def _newest(work: Work) -> ConsentWording | None:
    return await work.session.scalar(select(ConsentWording).order_by(ConsentWording.version.desc()).limit(1))


async def _current(work: Work, shipped: str) -> ConsentWording:
    """The newest wording; the shipped one is written down first when there is none."""
    newest = await _newest(work)
    if newest is None:
        first: dict[str, Any] = {"version": 1, "wording": shipped, "created_at": work.now}
        await work.session.execute(insert(ConsentWording).values(**first).on_conflict_do_nothing())
        newest = await _newest(work)
    if newest is None:
        raise NothingThere
    return newest


async def _wording(work: Work, version: int, *, newest: bool) -> ConsentWording:
    found = await work.session.scalar(select(ConsentWording).where(ConsentWording.version == version))
    if found is None:
        raise NothingThere
    if newest:
        current = await _newest(work)
        if current is not None and current.version != version:
            raise WordingChanged
    return found


def _trace(work: Work, person: ConsentPerson, settled: ConsentAnswer, version: int) -> None:
    record(
        work,
        "answer_consent",
        person.holder.kind,
        person.holder.id,
        before={"answer": person.said},
        after={"answer": settled, "version": version},
        **person.holder.values,
    )


async def _tell_class_leaders(work: Work, person: ConsentPerson, settled: ConsentAnswer, consent_id: int) -> None:
    facts = {
        "name": person.name,
        "kind": person.holder.kind,
        "children": ", ".join(person.children[:CHILDREN_NAMED]),
        "answer": settled,
    }
    dedupe, expires = f"{Kind.CONSENT_CHANGED}:{consent_id}", work.now + NEWS_LIVES
    pushes = []
    for class_id, pupil_id, to in await leaders_by_pupil(work, person.pupil_ids):
        where = {"class_id": class_id, "pupil_id": pupil_id}
        pushes.append(Push(Kind.CONSENT_CHANGED, Door.STAFF, to, {**facts, **where}, dedupe, work.now, expires))
    await enqueue(work, pushes)
