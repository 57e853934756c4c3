"""Which of the evening's messages about untaken rolls is due."""

from datetime import time
from enum import StrEnum


class Evening(StrEnum):
    """In the order of the evening; the values name the ticks."""

    FIRST_REMINDER = "roll_reminder_1"
    SECOND_REMINDER = "roll_reminder_2"
    OVERDUE_REPORT = "roll_overdue"


def evening_step(wall: time, first: time, second: time, overdue: time) -> Evening | None:
    """The step of the evening at a wall-clock time; None before the first.

    A step missed is made up for until the next one begins, the last until the end of the day.
    """
    if wall >= overdue:
        return Evening.OVERDUE_REPORT
    if wall >= second:
        return Evening.SECOND_REMINDER
    if wall >= first:
        return Evening.FIRST_REMINDER
    return None
