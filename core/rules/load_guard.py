"""How much a class is asked for in a day: told to the teacher while typing, never in the way."""

from dataclasses import dataclass

NORMS = ((1, 60), (3, 90), (5, 120), (8, 150))
SENIOR_NORM = 210
"""Minutes of homework a day up to a grade: 1 h in grade 1, 1.5 h in 2 and 3, 2 h in 4 and 5, 2.5 h in 6 to 8, then
3.5 h (the sanitary rules' caps, peers.md 4)."""


def homework_norm(grade: int) -> int:
    """The most minutes of homework a day for a grade."""
    return next((minutes for last, minutes in NORMS if grade <= last), SENIOR_NORM)


def homework_over(grade: int, minutes: int) -> int:
    """By how many minutes a day's homework passes the norm; 0 when it does not."""
    return max(0, minutes - homework_norm(grade))


ONE_CONTROL_IN = 10
"""Lessons for each control work: 17 of 170, 6 of 68, 3 of 34 (field.md 2.7)."""


@dataclass(frozen=True)
class OtherControl:
    """Another control work of the day for one of the same classes."""

    classes: str
    subject: str
    lesson_no: int


@dataclass(frozen=True)
class ControlLoad:
    """A control work among the others. `works` are the page's control works of the year, this one among them, `lessons`
    the page's lessons of the year.
    """

    same_day: tuple[OtherControl, ...]
    works: int
    lessons: int

    @property
    def limit(self) -> int:
        """How many control works the page's lessons bear; one always."""
        return max(1, self.lessons // ONE_CONTROL_IN)

    @property
    def too_many(self) -> bool:
        """More than a tenth of the lessons."""
        return self.works > self.limit
