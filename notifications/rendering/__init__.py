"""From kind and facts to a screen: a file an area, imported here so that its kinds are known."""

from notifications.rendering import (
    absences,
    access,
    announcements,
    cards,
    changes,
    child_marks,
    failing,
    final_marks,
    homework,
    marks,
    notices,
    reminders,
    reports,
    requests,
    shelf,
    tasks,
)
from notifications.rendering.registry import render, renders

__all__ = [
    "absences",
    "access",
    "announcements",
    "cards",
    "changes",
    "child_marks",
    "failing",
    "final_marks",
    "homework",
    "marks",
    "notices",
    "reminders",
    "render",
    "renders",
    "reports",
    "requests",
    "shelf",
    "tasks",
]
