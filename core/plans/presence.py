"""«КТП классов»: which journal pages have a plan, and whether its hours are the curriculum's (P8)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import text

from core.app import Work
from core.plans.pages import PAGES, SERVING
from core.rights import KEEPS_GRADE_PLANS
from core.rules.course_plan import curriculum_hours
from core.rules.names import initials_of


class PlanState(StrEnum):
    """In the order in which they need somebody."""

    MISSING = "missing"
    SHORT = "short"
    LONG = "long"
    FULL = "full"


@dataclass(frozen=True)
class PlannedPage:
    """A journal page with the hours of its plan against the curriculum's."""

    load_id: int
    classes: tuple[str, ...]
    group: str
    subject: str
    teacher: str
    hours: Decimal
    expected: Decimal
    state: PlanState


@dataclass(frozen=True)
class PlansOfSchool:
    """Every page of the year, those that need somebody first. `must_equal`: the regulation wants equal hours;
    `before_year`: it wants plans before the year starts.
    """

    pages: tuple[PlannedPage, ...]
    must_equal: bool
    before_year: bool

    def count(self, state: PlanState) -> int:
        return sum(page.state is state for page in self.pages)


_ALL = text(f"""
    WITH page AS ({PAGES.format(where="t.year_id = :year")})
    SELECT page.*, (SELECT sum(n.hours) FROM plan_line n WHERE n.plan_id = served.plan_id) AS hours
      FROM page LEFT JOIN LATERAL ({SERVING}) served ON true
     ORDER BY page.grade, page.classes, page.subject, page.group_name
""")


async def plans_of_school(work: Work) -> PlansOfSchool:
    """For deputies and the director. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*KEEPS_GRADE_PLANS)
    rows = (await work.session.execute(_ALL, {"year": work.school.year_id})).all()
    pages = [
        PlannedPage(
            load_id=row.load_id,
            classes=tuple(row.classes),
            group=row.group_name,
            subject=row.subject,
            teacher=initials_of(row.surname, row.given_name, row.patronymic),
            hours=row.hours or Decimal(0),
            expected=(expected := curriculum_hours(row.hours_per_week, row.grade)),
            state=state_of(row.hours, expected),
        )
        for row in rows
    ]
    order = list(PlanState)
    pages.sort(key=lambda page: order.index(page.state))
    regulation = work.regulation(work.today)
    return PlansOfSchool(tuple(pages), regulation.plan_equals_curriculum, regulation.plan_before_year)


def state_of(hours: Decimal | None, expected: Decimal) -> PlanState:
    """A plan of no lines is none."""
    if not hours:
        return PlanState.MISSING
    return PlanState.FULL if hours == expected else PlanState.SHORT if hours < expected else PlanState.LONG
