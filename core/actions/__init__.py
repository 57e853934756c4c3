"""What a button says when pressed: the whole command as a short text (at most 64 bytes).

Prefixes and the order of fields are a public format: buttons stay on people's phones for years.
A change adds a prefix and leaves the old one to be answered as outdated.
"""

from core.actions import (
    access,
    child_school,
    diary,
    events,
    failing,
    family,
    finals,
    homework,
    journal,
    marks,
    notices,
    page,
    plans,
    quick,
    reports,
    requests,
    roll,
    rules,
    staff,
    substitution,
    tasks,
    timeliness,
    use,
    week,
    workbook,
)
from core.actions.codec import Action, parse

__all__ = [
    "Action",
    "access",
    "child_school",
    "diary",
    "events",
    "failing",
    "family",
    "finals",
    "homework",
    "journal",
    "marks",
    "notices",
    "page",
    "parse",
    "plans",
    "quick",
    "reports",
    "requests",
    "roll",
    "rules",
    "staff",
    "substitution",
    "tasks",
    "timeliness",
    "use",
    "week",
    "workbook",
]
