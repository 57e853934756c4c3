"""Which marks a subject takes (field.md 2.6)."""

from core.errors.marks import MarkOffScale
from core.terms import MarkValue

POINTS = (MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO, MarkValue.ONE)
PASS_FAIL = (MarkValue.PASS, MarkValue.FAIL)
ALWAYS = (MarkValue.NOT_ASSESSED, MarkValue.EXEMPT, MarkValue.DOT)
ACHIEVEMENTS = frozenset((*POINTS, *PASS_FAIL))
"""What a pupil must have done something for."""


def scale(*, by_pass: bool) -> tuple[MarkValue, ...]:
    """What may be given, best first; `by_pass`: the subject is graded зачёт / незачёт and not by numbers."""
    return (PASS_FAIL if by_pass else POINTS) + ALWAYS


def require_on_scale(value: MarkValue, *, by_pass: bool) -> None:
    """Raises MarkOffScale."""
    if value not in scale(by_pass=by_pass):
        raise MarkOffScale(scale="pass" if by_pass else "points")
