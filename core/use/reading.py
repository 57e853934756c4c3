"""Who looks into the diary: the families of a class with their last look, and the school's shares (A7, K1).

Only counts a week and the last look are kept, no trail of taps; two guardians of a child are not told apart.

Shares follow field.md 1.3, accounts with a look of accounts issued, by what is kept: children whose guardians (the
pupil) looked in the span, of children whose guardians (the pupil) were given a code or are connected.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, select, text

from core.actions.use import UseSpan
from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.rights import SEES_USE, leads, sees_classes
from core.rules.names import full_name, sort_key, told_apart
from core.rules.use import Look, look_of
from core.rules.weeks import monday_of
from storage.models import ClassUnit

WEEKS = {UseSpan.WEEK: (0, 0), UseSpan.LAST: (1, 1), UseSpan.MONTH: (3, 0)}
"""The first and the last week of a span, in weeks before this one."""


@dataclass(frozen=True)
class Share:
    """How many of those with access looked."""

    looked: int
    issued: int


@dataclass(frozen=True)
class FamilyUse:
    """A pupil with the days of the last looks; `look` judges the guardians."""

    pupil_id: int
    name: str
    look: Look
    guardians_on: date | None
    pupil_on: date | None


@dataclass(frozen=True)
class ClassUse:
    """A class: each family in the order of the class list, and this week's shares.

    `led`: by the reader; `desk`: the reader may open what else there is about the class.
    """

    class_id: int
    name: str
    led: bool
    desk: bool
    families: tuple[FamilyUse, ...]
    guardians: Share
    pupils: Share


@dataclass(frozen=True)
class ClassShare:
    """A class in the school's list."""

    class_id: int
    name: str
    guardians: Share
    pupils: Share


@dataclass(frozen=True)
class SchoolUse:
    """Shares in a span of whole weeks (the present one so far), both days included."""

    span: UseSpan
    first: date
    last: date
    classes: tuple[ClassShare, ...]
    guardians: Share
    pupils: Share
    staff: Share


def _given(holder: str, who: str) -> str:
    """Whether the holder may come in: connected, or with a code that was not taken back."""
    return f"""(EXISTS (SELECT 1 FROM link l WHERE l.{holder} = {who} AND l.revoked_at IS NULL)
             OR EXISTS (SELECT 1 FROM access_code a WHERE a.{holder} = {who} AND a.revoked_at IS NULL))"""


# Every pupil enrolled today, with who may look and who did between two Mondays.
_PUPILS = f"""
    SELECT c.id AS class_id, c.name AS class_name, c.grade_level, c.key, e.pupil_id,
           EXISTS (SELECT 1 FROM guardianship k WHERE k.pupil_id = e.pupil_id
                      AND {_given("guardian_id", "k.guardian_id")}) AS guardians_issued,
           {_given("pupil_id", "e.pupil_id")} AS pupil_issued,
           EXISTS (SELECT 1 FROM diary_use u WHERE u.pupil_id = e.pupil_id AND u.viewer = 'guardian'
                      AND u.week_of BETWEEN :first AND :last) AS guardians_looked,
           EXISTS (SELECT 1 FROM diary_use u WHERE u.pupil_id = e.pupil_id AND u.viewer = 'pupil'
                      AND u.week_of BETWEEN :first AND :last) AS pupil_looked
      FROM class_unit c
      JOIN enrolment e ON e.class_id = c.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
     WHERE c.year_id = :year
"""

_OF_CLASS = text(f"""
    WITH enrolled AS ({_PUPILS} AND c.id = :class)
    SELECT n.*, p.surname, p.given_name, p.patronymic, p.birth_date,
           EXISTS (SELECT 1 FROM guardianship k JOIN link l ON l.guardian_id = k.guardian_id
                    WHERE k.pupil_id = p.id AND l.revoked_at IS NULL) AS connected,
           (SELECT max(u.last_at) FROM diary_use u WHERE u.pupil_id = p.id AND u.viewer = 'guardian') AS guardians_at,
           (SELECT max(u.last_at) FROM diary_use u WHERE u.pupil_id = p.id AND u.viewer = 'pupil') AS pupil_at
      FROM enrolled n JOIN pupil p ON p.id = n.pupil_id
""")

_BY_CLASS = text(f"""
    WITH enrolled AS ({_PUPILS})
    SELECT class_id, class_name,
           count(*) FILTER (WHERE guardians_issued AND guardians_looked) AS guardians_looked,
           count(*) FILTER (WHERE guardians_issued) AS guardians_issued,
           count(*) FILTER (WHERE pupil_issued AND pupil_looked) AS pupils_looked,
           count(*) FILTER (WHERE pupil_issued) AS pupils_issued
      FROM enrolled GROUP BY class_id, class_name, grade_level, key ORDER BY grade_level, key
""")

_STAFF = text(f"""
    SELECT count(*) FILTER (WHERE looked) AS looked, count(*) AS issued FROM (
        SELECT EXISTS (SELECT 1 FROM staff_use u WHERE u.staff_id = s.id AND u.week_of BETWEEN :first AND :last)
               AS looked
          FROM staff s WHERE (s.dismissed IS NULL OR s.dismissed >= :today) AND {_given("staff_id", "s.id")}) given
""")


async def class_use(work: Work, class_id: int) -> ClassUse:
    """Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    led = leads(work, [class_id])
    if not (led or work.actor.holds(*SEES_USE)):
        raise AccessDenied(class_id=class_id)
    this_year = (ClassUnit.id == class_id, ClassUnit.year_id == work.school.year_id)
    name = await work.session.scalar(select(ClassUnit.name).where(*this_year))
    if name is None:
        raise NothingThere
    rows = (await work.session.execute(_OF_CLASS, {**_span(work, UseSpan.WEEK), "class": class_id})).all()
    rows = sorted(rows, key=lambda row: sort_key(full_name(row)))
    names = told_apart(rows)
    return ClassUse(
        class_id=class_id,
        name=name,
        led=led,
        desk=sees_classes(work, [class_id]),
        families=tuple(_family(work, row, shown) for row, shown in zip(rows, names, strict=True)),
        guardians=Share(
            sum(row.guardians_issued and row.guardians_looked for row in rows),
            sum(row.guardians_issued for row in rows),
        ),
        pupils=Share(sum(row.pupil_issued and row.pupil_looked for row in rows), sum(row.pupil_issued for row in rows)),
    )


async def school_use(work: Work, span: UseSpan) -> SchoolUse:
    """Deputies, the director, the administrator. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SEES_USE)
    facts = _span(work, span)
    classes = tuple(_class(row) for row in await work.session.execute(_BY_CLASS, facts))
    staff_facts = {name: facts[name] for name in ("first", "last", "today")}
    staff = (await work.session.execute(_STAFF, staff_facts)).one()
    return SchoolUse(
        span=span,
        first=facts["first"],
        last=min(facts["last"] + timedelta(days=6), work.today),
        classes=classes,
        guardians=_total([one.guardians for one in classes]),
        pupils=_total([one.pupils for one in classes]),
        staff=Share(staff.looked, staff.issued),
    )


def _span(work: Work, span: UseSpan) -> dict[str, Any]:
    first, last = (monday_of(work.today) - timedelta(weeks=weeks) for weeks in WEEKS[span])
    return {"first": first, "last": last, "today": work.today, "year": work.school.year_id}


def _family(work: Work, row: Row[Any], name: str) -> FamilyUse:
    guardians_on = None if row.guardians_at is None else work.local(row.guardians_at).date()
    return FamilyUse(
        pupil_id=row.pupil_id,
        name=name,
        look=look_of(guardians_on, work.today, connected=row.connected),
        guardians_on=guardians_on,
        pupil_on=None if row.pupil_at is None else work.local(row.pupil_at).date(),
    )


def _class(row: Row[Any]) -> ClassShare:
    guardians = Share(row.guardians_looked, row.guardians_issued)
    return ClassShare(row.class_id, row.class_name, guardians, Share(row.pupils_looked, row.pupils_issued))


def _total(shares: list[Share]) -> Share:
    return Share(sum(share.looked for share in shares), sum(share.issued for share in shares))
