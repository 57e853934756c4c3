"""The lists behind the desk's numbers, page by page (C3 P2)."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Row, text

from core.access.holders import Holder, HolderKind
from core.app import Work
from core.class_desk.sql import NO_CONSENT, NOT_CONNECTED, OWED, UNREAD_REACHED, desk_facts
from core.class_head import ClassHead, class_head
from core.folding_sql import FOLDED
from core.pupil_cards.card_sql import STAYS
from core.rights import corrects_class
from core.rules.names import list_name, told_apart
from core.terms import Acknowledgement, ConsentAnswer

PAGE = 20
ANNOUNCEMENTS = 10

# As a Russian list is sorted: case aside, Ё beside Е.
_BY_NAME = FOLDED.format("p.surname || ' ' || p.given_name") + ", p.id"

_OWED = text(f"""
    SELECT o.lesson_id, o.kind_id, o.on_date, p.id AS pupil_id, p.surname, p.given_name, b.name AS subject,
           k.name AS kind, count(*) OVER () AS works
      FROM ({OWED}) o
      JOIN pupil p ON p.id = o.pupil_id
      JOIN teaching_load t ON t.id = o.load_id
      JOIN subject b ON b.id = t.subject_id
      JOIN work_kind k ON k.id = o.kind_id
     ORDER BY {_BY_NAME}, o.on_date, o.id LIMIT :limit OFFSET :first
""")

_UNCONNECTED = text(f"""
    SELECT p.id AS pupil_id, p.surname, p.given_name, n.blocked, count(*) OVER () AS families,
           (SELECT json_agg(json_build_array(
                       concat_ws(' ', w.surname, w.given_name, nullif(w.patronymic, '')), s.kinship, w.phone)
                   ORDER BY w.id)
              FROM guardianship s JOIN guardian w ON w.id = s.guardian_id WHERE s.pupil_id = p.id) AS guardians
      FROM ({NOT_CONNECTED}) n JOIN pupil p ON p.id = n.pupil_id
     ORDER BY {_BY_NAME} LIMIT :limit OFFSET :first
""")

_NO_CONSENT = text(f"""
    SELECT n.kind, n.person, n.answer, p.id AS pupil_id, p.surname, p.given_name, count(*) OVER () AS people,
           coalesce(w.surname, p.surname) AS of_surname, coalesce(w.given_name, p.given_name) AS of_given_name,
           CASE WHEN w.id IS NULL THEN p.patronymic ELSE w.patronymic END AS of_patronymic
      FROM ({NO_CONSENT}) n
      JOIN pupil p ON p.id = n.pupil_id
      LEFT JOIN guardian w ON n.kind = 'guardian' AND w.id = n.person
     ORDER BY {_BY_NAME}, n.kind, n.person LIMIT :limit OFFSET :first
""")

_UNREAD = text(f"""
    SELECT n.id, n.rev, left(n.body, 200) AS body, n.acknowledgement, n.published_at, n.ends_on,
           count(*) FILTER (WHERE u.reached) AS reached,
           count(*) FILTER (WHERE u.reached AND u.unreminded) AS to_remind, count(*) OVER () AS announcements,
           json_agg(json_build_array(w.surname, w.given_name, p.id, p.surname, p.given_name)
                    ORDER BY {_BY_NAME}, u.guardian_id NULLS LAST) AS names
      FROM ({UNREAD_REACHED}) u
      JOIN announcement n ON n.id = u.announcement_id
      LEFT JOIN guardian w ON w.id = u.guardian_id
      JOIN pupil p ON p.id = coalesce(u.child_id, u.pupil_id)
     GROUP BY n.id ORDER BY n.ends_on NULLS LAST, n.published_at, n.id LIMIT :limit OFFSET :first
""")

_MATES = text(f"""
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date
      FROM enrolment e JOIN pupil p ON p.id = e.pupil_id WHERE e.class_id = :class AND {STAYS} ORDER BY p.id
""")


@dataclass(frozen=True)
class OwedWork:
    """A work that a pupil owes: of which lesson's day, in what, of which kind."""

    pupil_id: int
    pupil: str
    lesson_id: int
    kind_id: int
    day: date
    subject: str
    kind: str


@dataclass(frozen=True)
class OwedWorks:
    """Works from place `first` of `count`. `may_mark`: the reader writes on the pages of the class."""

    head: ClassHead
    works: tuple[OwedWork, ...]
    first: int
    count: int
    may_mark: bool


@dataclass(frozen=True)
class Unconnected:
    """A pupil whose guardians (name, kinship, phone) cannot be reached; `blocked`: they have blocked the bot."""

    pupil_id: int
    pupil: str
    blocked: bool
    guardians: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class UnconnectedFamilies:
    """Families from place `first` of `count`."""

    head: ClassHead
    families: tuple[Unconnected, ...]
    first: int
    count: int


@dataclass(frozen=True)
class WithoutConsent:
    """A connected person; `child` as in the class list, empty of a pupil. `answer` None: has not answered."""

    holder: Holder
    name: str
    child: str
    answer: ConsentAnswer | None


@dataclass(frozen=True)
class ConsentsMissing:
    """People from place `first` of `count`."""

    head: ClassHead
    people: tuple[WithoutConsent, ...]
    first: int
    count: int


@dataclass(frozen=True)
class UnreadAnnouncement:
    """An announcement and who of the class has not acknowledged it: (name, child; empty of a pupil).

    `reached`: how many of them the bot can write to; `to_remind`: how many of those were not reminded today.
    """

    id: int
    rev: int
    words: str
    acknowledgement: Acknowledgement
    published_on: date
    ends_on: date | None
    names: tuple[tuple[str, str], ...]
    reached: int
    to_remind: int


@dataclass(frozen=True)
class UnreadOfClass:
    """Announcements of a class that somebody has still to acknowledge, what ends first at the top; from place `first`
    of `count`.
    """

    head: ClassHead
    announcements: tuple[UnreadAnnouncement, ...]
    first: int
    count: int


async def owed_works(work: Work, class_id: int, first: int) -> OwedWorks:
    """Raises NotConnected, AccessDenied, NothingThere."""
    head, rows = await _page(work, class_id, _OWED, first)
    named = await _names(work, class_id)
    works = tuple(
        OwedWork(
            r.pupil_id,
            named.get(r.pupil_id) or list_name(r.surname, r.given_name),
            r.lesson_id,
            r.kind_id,
            r.on_date,
            r.subject,
            r.kind,
        )
        for r in rows
    )
    count = rows[0].works if rows else 0
    return OwedWorks(head, works, first, count, may_mark=corrects_class(work, class_id))


async def unconnected_families(work: Work, class_id: int, first: int) -> UnconnectedFamilies:
    """Raises NotConnected, AccessDenied, NothingThere."""
    head, rows = await _page(work, class_id, _UNCONNECTED, first)
    named = await _names(work, class_id)
    families = tuple(
        Unconnected(
            r.pupil_id,
            named.get(r.pupil_id) or list_name(r.surname, r.given_name),
            r.blocked,
            tuple((name, kinship, phone) for name, kinship, phone in r.guardians or ()),
        )
        for r in rows
    )
    return UnconnectedFamilies(head, families, first, rows[0].families if rows else 0)


async def consents_missing(work: Work, class_id: int, first: int) -> ConsentsMissing:
    """Raises NotConnected, AccessDenied, NothingThere."""
    head, rows = await _page(work, class_id, _NO_CONSENT, first)
    named = await _names(work, class_id)
    people = tuple(
        WithoutConsent(
            Holder(HolderKind(r.kind), r.person),
            " ".join(part for part in (r.of_surname, r.of_given_name, r.of_patronymic) if part),
            named.get(r.pupil_id) or list_name(r.surname, r.given_name) if r.kind == "guardian" else "",
            ConsentAnswer(r.answer) if r.answer else None,
        )
        for r in rows
    )
    return ConsentsMissing(head, people, first, rows[0].people if rows else 0)


async def unread_of_class(work: Work, class_id: int, first: int = 0) -> UnreadOfClass:
    """Raises NotConnected, AccessDenied, NothingThere."""
    head, rows = await _page(work, class_id, _UNREAD, first, ANNOUNCEMENTS)
    named = await _names(work, class_id)
    count = rows[0].announcements if rows else 0
    return UnreadOfClass(head, tuple(_unread(work, row, named) for row in rows), first, count)


def _unread(work: Work, row: Row[Any], named: dict[int, str]) -> UnreadAnnouncement:
    return UnreadAnnouncement(
        id=row.id,
        rev=row.rev,
        words=row.body,
        acknowledgement=Acknowledgement(row.acknowledgement),
        published_on=work.local(row.published_at).date(),
        ends_on=row.ends_on,
        names=tuple(_reader(*name, named=named) for name in row.names),
        reached=row.reached,
        to_remind=row.to_remind,
    )


def _reader(
    surname: str | None, given: str | None, pupil_id: int, of_pupil: str, name: str, *, named: dict[int, str]
) -> tuple[str, str]:
    """A guardian with the child, or a pupil."""
    pupil = named.get(pupil_id) or list_name(of_pupil, name)
    return (list_name(surname, given or ""), pupil) if surname is not None else (pupil, "")


async def _names(work: Work, class_id: int) -> dict[int, str]:
    """How the class list calls its pupils: namesakes are told apart."""
    rows = (await work.session.execute(_MATES, {"class": class_id, "today": work.today})).all()
    return dict(zip((row.id for row in rows), told_apart(rows), strict=True))


async def _page(
    work: Work, class_id: int, statement: Any, first: int, size: int = PAGE
) -> tuple[ClassHead, list[Row[Any]]]:
    head = await class_head(work, class_id)
    midnight = work.at(work.today, time(0))
    facts = {"class": class_id, "first": max(0, first), "limit": size, "midnight": midnight, **desk_facts(work)}
    return head, list((await work.session.execute(statement, facts)).all())
