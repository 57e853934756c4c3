"""Terms and numbers around a period's final marks and the state examinations, by the school's regulation."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from core.rules.working_days import WorkingDays
from regulations import FinalMarksDue, LeastMarks, Regulation

GRADE_9 = 9
ORDER_BEFORE, ORDER_AFTER = timedelta(days=14), timedelta(days=31)
"""How far from a period's end a date of the director's order may lie to be about that period."""


@dataclass(frozen=True)
class FinalMarksTerm:
    """Days on which a period's final marks are set. `opens` None: any day before; `due` None: the order is to come."""

    opens: date | None
    due: date | None


def final_marks_term(rule: FinalMarksDue, ends: date) -> FinalMarksTerm:
    """The term for a period whose last day is `ends`."""
    if rule.way == "last_week":
        return FinalMarksTerm(ends - timedelta(days=ends.isoweekday() - 1), ends)
    if rule.way == "days_after":
        return FinalMarksTerm(None, ends + timedelta(days=rule.days))
    if rule.way == "order":
        about = (d for d in rule.dates if ends - ORDER_BEFORE <= d <= ends + ORDER_AFTER)
        return FinalMarksTerm(None, next(about, None))
    return FinalMarksTerm(None, ends)


def least_marks(rule: LeastMarks, hours_a_week: Decimal) -> int:
    """The least number of marks behind a period's final one."""
    if hours_a_week <= rule.hours:
        return rule.marks
    if rule.above is not None:
        return rule.above
    each_hour = int(hours_a_week.to_integral_value(rounding=ROUND_CEILING))
    return max(rule.marks, each_hour + (rule.and_more or 0))


def exam_results_due(regulation: Regulation, announced: date, calendar: WorkingDays, grade: int = GRADE_9) -> date:
    """The last day to enter state examination results announced on a day."""
    return calendar.after(announced, regulation.exam_results_within, grade)


def grade_9_marks_due(regulation: Regulation, results_entered: date, calendar: WorkingDays) -> date:
    """The last day for the final marks of grade 9 after the examination results were entered."""
    return calendar.after(results_entered, regulation.grade_9_marks_within, GRADE_9)
