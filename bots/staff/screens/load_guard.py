"""What the load guard says of a control work; it never stands in the way."""

from core.rules.load_guard import ControlLoad
from locales import Translator

SAME_DAY = 3


def guard_lines(load: ControlLoad, t: Translator) -> list[str]:
    """Other control works of the day, and too many of them in the year."""
    lines = [
        t("marks-guard-day", classes=other.classes, subject=other.subject, number=other.lesson_no)
        for other in load.same_day[:SAME_DAY]
    ]
    if load.too_many:
        lines.append(t("marks-guard-year", works=load.works, lessons=load.lessons, limit=load.limit))
    return lines
