"""Calendar weeks, from Monday to Sunday. Pure."""

from datetime import date, timedelta


def monday_of(day: date) -> date:
    """The first day of the week that holds a day."""
    return day - timedelta(days=day.weekday())
