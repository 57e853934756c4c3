"""How a pupil's way through the classes goes on after the import. Pure; nothing is ever forgotten."""

from dataclasses import replace
from datetime import date, timedelta

from core.workbook.rows import PupilRow, YearRow
from core.workbook.stored import Enrolled

DAY = timedelta(days=1)


def enrolments_after(row: PupilRow, held: list[Enrolled], year: YearRow, today: date, *, fresh: bool) -> list[Enrolled]:
    """The pupil's enrolments (in order, those held now included) as the file's row makes them.

    `fresh`: the class has no pupils in the journal yet, so everybody in it is there from the year's first day;
    later arrivals come on the day of the import, unless «Зачислен» says when. A move to another class closes
    the old enrolment on the day before the import. «Выбыл» is the last day at the school.
    """
    if row.left is not None and row.left < year.starts:
        return held
    arrival = max(row.enrolled, year.starts) if row.enrolled else None
    joins = year.starts if fresh else max(today, year.starts)
    if row.left is not None:
        joins = min(joins, row.left)
    if not held:
        return [Enrolled(row.class_key, arrival or joins, row.left)]
    after = _returned(row, held, arrival)
    after = _changed_class(row, after, joins if not held[-1].this_year else max(today, year.starts))
    if row.left is not None and row.left >= after[-1].starts:
        after[-1] = replace(after[-1], ends=row.left)
    return after


def _returned(row: PupilRow, held: list[Enrolled], arrival: date | None) -> list[Enrolled]:
    """A date of arrival after the last departure opens a new enrolment; another one corrects the first."""
    after = list(held)
    last = after[-1]
    first = next((n for n, h in enumerate(after) if h.this_year), None)
    if arrival is None or arrival in {h.starts for h in after}:
        return after
    if last.ends is not None and arrival > last.ends:
        return [*after, Enrolled(row.class_key, arrival)]
    if first is not None and (after[first].ends or date.max) >= arrival and _free(after, first, arrival):
        after[first] = replace(after[first], starts=arrival)
    return after


def _free(held: list[Enrolled], first: int, arrival: date) -> bool:
    return first == 0 or (held[first - 1].ends or date.max) < arrival


def _changed_class(row: PupilRow, held: list[Enrolled], day: date) -> list[Enrolled]:
    last = held[-1]
    if last.class_key == row.class_key and last.this_year:
        return held
    if last.ends is not None and last.ends < day:
        return held if last.this_year else [*held, Enrolled(row.class_key, day)]
    if last.starts >= day:
        return [*held[:-1], replace(last, class_key=row.class_key, this_year=True)]
    return [*held[:-1], replace(last, ends=day - DAY), Enrolled(row.class_key, day, last.ends)]
