"""The class leader's desk: one screen of the class, each number with a list behind it (C3 P2)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.class_desk.near import near_and_failing
from core.class_desk.sql import NO_CONSENT, NOT_CONNECTED, OWED, UNREAD, desk_facts
from core.class_head import ClassHead
from core.pupil_cards.card_sql import DUE, LAST, OPEN, STAYS, due_facts
from core.pupil_cards.rights import asks_for_cards
from core.rights import SEES_SCHOOL, require_class
from core.roll.absent_today import absent_today
from core.rules.weeks import monday_of

_NUMBERS = text(f"""
    WITH mate AS (
        SELECT e.pupil_id, e.starts FROM enrolment e WHERE e.class_id = :class AND {STAYS}
    ),
    unexplained AS (
        SELECT l.on_date >= :monday AS this_week, a.pupil_id
          FROM enrolment e
          JOIN attendance a ON a.pupil_id = e.pupil_id AND a.status = 'absent' AND a.reason IS NULL
          JOIN lesson l ON l.id = a.lesson_id AND l.status = 'planned'
         WHERE e.class_id = :class AND l.on_date BETWEEN :monday_before AND :today
           AND l.on_date >= e.starts AND (e.ends IS NULL OR l.on_date <= e.ends)
    ),
    owed AS ({OWED})
    SELECT (SELECT count(*) FROM mate) AS pupils,
           (SELECT count(DISTINCT pupil_id) FROM unexplained WHERE this_week) AS unexplained,
           (SELECT count(DISTINCT pupil_id) FROM unexplained WHERE NOT this_week) AS unexplained_before,
           (SELECT count(*) FROM owed) AS owed, (SELECT count(DISTINCT pupil_id) FROM owed) AS owing,
           (SELECT count(*) FROM ({NOT_CONNECTED}) n) AS unconnected,
           (SELECT count(*) FROM ({NO_CONSENT}) n) AS no_consent,
           (SELECT count(*) FROM ({UNREAD}) n) AS unread,
           (SELECT count(*) FROM contact_proposal r
             WHERE {OPEN} AND r.pupil_id IN (SELECT pupil_id FROM mate)) AS proposals,
           (SELECT count(*) FROM mate m JOIN pupil p ON p.id = m.pupil_id
              JOIN class_unit c ON c.id = :class {LAST} WHERE {DUE}) AS due
""")
_CLASSES = text("""
    SELECT id, name FROM class_unit WHERE year_id = :year ORDER BY grade_level, key LIMIT :limit OFFSET :first
""")
_COUNT = text("SELECT count(*) FROM class_unit WHERE year_id = :year")
CLASSES = 42


@dataclass(frozen=True)
class ClassDesk:
    """What of a class waits, in numbers of pupils unless said otherwise.

    `absent` by reason (`none`: not explained); `silent`: rolls of today not taken so far, of lessons begun.
    `unexplained`: with missed lessons without a reason in the week of `unexplained_week`. `owed`: works, of `owing`
    pupils. `no_consent`: people. `unread`: acknowledgements. `due`: cards to confirm.
    """

    head: ClassHead
    day: date
    pupils: int
    absent: dict[str, int]
    silent: int
    unexplained: int
    unexplained_week: date
    failing: int
    near: int
    owed: int
    owing: int
    unconnected: int
    no_consent: int
    unread: int
    proposals: int
    due: int
    may_ask: bool

    @property
    def absentees(self) -> int:
        return sum(self.absent.values())

    @property
    def calm(self) -> bool:
        """Nothing waits for anybody, whoever is absent with a reason."""
        waits = (self.unexplained, self.absent.get("none", 0), self.failing, self.near, self.owed, self.unconnected)
        return not any((*waits, self.no_consent, self.unread, self.proposals, self.due))


@dataclass(frozen=True)
class ClassDesks:
    """The classes of the school, from place `first` of `count`."""

    classes: tuple[tuple[int, str], ...]
    first: int
    count: int


async def class_desk(work: Work, class_id: int) -> ClassDesk:
    """The desk, for the class leader, deputies and the director; five statements, whatever the size of the class.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    require_class(work, class_id)
    today = await absent_today(work, class_id)
    failing, near = await near_and_failing(work, class_id)
    monday = monday_of(work.today)
    facts: dict[str, Any] = {
        "class": class_id,
        "monday": monday,
        "monday_before": monday - timedelta(days=7),
        **due_facts(work),
        **desk_facts(work),
    }
    row = (await work.session.execute(_NUMBERS, facts)).one()
    late = not row.unexplained and row.unexplained_before > 0
    return ClassDesk(
        head=ClassHead(class_id, today.class_name, class_id in work.actor.leads),
        day=work.today,
        pupils=row.pupils,
        absent=dict(Counter("none" if p.unexplained or p.reason is None else p.reason.value for p in today.pupils)),
        silent=today.lessons - today.rolls_taken,
        unexplained=row.unexplained_before if late else row.unexplained,
        unexplained_week=monday - timedelta(days=7) if late else monday,
        failing=failing,
        near=len(near),
        owed=row.owed,
        owing=row.owing,
        unconnected=row.unconnected,
        no_consent=row.no_consent,
        unread=row.unread,
        proposals=row.proposals,
        due=row.due,
        may_ask=asks_for_cards(work, class_id),
    )


async def class_desks(work: Work, page: int) -> ClassDesks:
    """Deputies and the director. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SEES_SCHOOL)
    count = await work.session.scalar(_COUNT, {"year": work.school.year_id}) or 0
    first = min(page, max(0, count - 1) // CLASSES) * CLASSES
    rows = await work.session.execute(_CLASSES, {"year": work.school.year_id, "limit": CLASSES, "first": first})
    return ClassDesks(tuple((class_id, name) for class_id, name in rows), first, count)
