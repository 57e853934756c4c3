"""Whom of a family account the consent text asks, and what they have answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from core.access.holders import Holder, HolderKind, column
from core.app import Work
from core.identity import answers_alone
from core.rules.names import full_name, list_name
from core.terms import ConsentAnswer
from storage.models import Consent, ConsentWording, Guardian, Pupil


@dataclass(frozen=True)
class Standing:
    """The newest answer of a person. `at` by the school's clock."""

    answer: ConsentAnswer
    at: datetime
    version: int


@dataclass(frozen=True)
class ConsentPerson:
    """A guardian or a pupil of the account.

    `children` are the pupils a guardian answers for, by name, `pupil_ids` their ids (a pupil: the own one).
    `answers` is False for a pupil under 14, whose guardian answers; `open`: the person's data is shown now.
    """

    holder: Holder
    name: str
    children: tuple[str, ...]
    pupil_ids: tuple[int, ...]
    answers: bool
    open: bool
    standing: Standing | None

    @property
    def said(self) -> ConsentAnswer | None:
        """The answer in force."""
        return self.standing.answer if self.standing else None


async def consent_people(work: Work) -> tuple[ConsentPerson, ...]:
    """The people behind the acting family account: guardians first, then pupils, in the order of linking."""
    children = work.actor.children
    guardians = list(dict.fromkeys(c.guardian_id for c in children if c.guardian_id is not None))
    pupils = [c.pupil_id for c in children if c.guardian_id is None]
    return (*await _guardians(work, guardians), *await _pupils(work, pupils))


async def standings(work: Work, kind: HolderKind, ids: Sequence[int]) -> dict[int, Standing]:
    """The newest answer of each guardian or pupil who has given one."""
    person = column(Consent, kind)
    rows = await work.session.execute(
        select(person, Consent.answer, Consent.at, ConsentWording.version)
        .join(ConsentWording, ConsentWording.id == Consent.wording_id)
        .where(person.in_(ids))
        .ext(distinct_on(person))
        .order_by(person, Consent.id.desc())
    )
    return {who: Standing(answer, work.local(at), version) for who, answer, at, version in rows}


async def _guardians(work: Work, ids: Sequence[int]) -> list[ConsentPerson]:
    if not ids:
        return []
    people = {g.id: g for g in await work.session.scalars(select(Guardian).where(Guardian.id.in_(ids)))}
    names = await _child_names(work)
    answered = await standings(work, HolderKind.GUARDIAN, ids)
    found = []
    for guardian_id in ids:
        mine = [c for c in work.actor.children if c.guardian_id == guardian_id]
        pupil_ids = tuple(c.pupil_id for c in mine)
        found.append(
            ConsentPerson(
                holder=Holder(HolderKind.GUARDIAN, guardian_id),
                name=full_name(people[guardian_id]),
                children=tuple(names[p] for p in pupil_ids),
                pupil_ids=pupil_ids,
                answers=True,
                open=any(c.consented for c in mine),
                standing=answered.get(guardian_id),
            )
        )
    return found


async def _pupils(work: Work, ids: Sequence[int]) -> list[ConsentPerson]:
    if not ids:
        return []
    rows = await work.session.execute(
        select(Pupil, answers_alone(Pupil.birth_date, work.today)).where(Pupil.id.in_(ids))
    )
    people = {pupil.id: (pupil, alone) for pupil, alone in rows}
    answered = await standings(work, HolderKind.PUPIL, ids)
    return [
        ConsentPerson(
            holder=Holder(HolderKind.PUPIL, pupil_id),
            name=full_name(people[pupil_id][0]),
            children=(),
            pupil_ids=(pupil_id,),
            answers=people[pupil_id][1],
            open=any(c.consented for c in work.actor.children if c.pupil_id == pupil_id and c.guardian_id is None),
            standing=answered.get(pupil_id),
        )
        for pupil_id in ids
    ]


async def _child_names(work: Work) -> dict[int, str]:
    ids = {c.pupil_id for c in work.actor.children}
    rows = await work.session.execute(select(Pupil.id, Pupil.surname, Pupil.given_name).where(Pupil.id.in_(ids)))
    return {pupil_id: list_name(surname, given_name) for pupil_id, surname, given_name in rows}
