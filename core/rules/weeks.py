"""Calendar weeks, from Monday to Sunday, and months. Pure."""

from datetime import date, timedelta


def monday_of(day: date) -> date:
    """The first day of the week that holds a day."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month that holds a day."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def months_beside(first: date) -> tuple[date, date]:
    """The first days of the months before and after the one that a day begins."""
    return (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
