"""Terms and numbers around a period's final marks and the state examinations, by the school's regulation."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from core.rules.entry import END_OF_DAY, Answer, Standing, Verdict, deciders
from core.rules.working_days import WorkingDays
from core.terms import Role
from regulations import DEFAULT, FinalMarksDue, LeastMarks, Regulation, load

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


def final_marks_answer(
    regulation: Regulation, who: Standing, term: FinalMarksTerm, *, begins: date, grade: int, now: datetime
) -> Answer:
    """May a person set a final mark now? `now` is the school's wall clock; `who.teaches` means that setting it is this
    person's business by the regulation. `begins`: the first day of what is closed.

    In time: whoever it is the business of, and the director. After the term: whoever may enter after a window, with a
    reason; the others may ask for it.
    """
    if grade == 1 and not regulation.marks_in_grade_1:
        verdict = Verdict.NEVER if who.writes or who.deputy else Verdict.DENIED
        return _cited(regulation, "marks_in_grade_1", verdict, None, ())
    until = datetime.combine(term.due, END_OF_DAY, now.tzinfo) if term.due else None
    verdict = _verdict(regulation, who, max(term.opens or begins, begins), until, now)
    return _cited(regulation, "final_marks_due", verdict, until, deciders(regulation))


def _verdict(regulation: Regulation, who: Standing, opens: date, until: datetime | None, now: datetime) -> Verdict:
    mine = who.teaches or who.director
    held = {Role.DEPUTY_HEAD: who.deputy, Role.DIRECTOR: who.director}
    if until is not None and now > until:
        if any(held[role] for role in deciders(regulation)):
            return Verdict.REASON
        return Verdict.CLOSED if mine else Verdict.DENIED
    if not mine:
        return Verdict.DENIED
    return Verdict.EARLY if now.date() < opens else Verdict.OPEN


def _cited(
    regulation: Regulation, rule: str, verdict: Verdict, until: datetime | None, may: tuple[Role, ...]
) -> Answer:
    title = regulation.title if regulation.own(rule) else load(DEFAULT).title
    return Answer(verdict, until, rule, regulation.clause(rule), title, may)


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
