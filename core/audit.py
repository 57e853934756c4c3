"""The trace: every entry and change keeps who, when, before and after (A8)."""

from typing import Any

from core.app import Work


def record(
    work: Work,
    action: str,
    subject: str,
    subject_id: int | str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    guardian_id: int | None = None,
    pupil_id: int | None = None,
) -> None:
    """Add a line to the trace within the command's transaction.

    `guardian_id` or `pupil_id` names whom of a family account the person acted as; staff is known from the actor.
    """
    work.trace.append(
        {
            "at": work.now,
            "account_id": work.actor.account_id,
            "staff_id": work.actor.staff_id,
            "guardian_id": guardian_id,
            "pupil_id": pupil_id,
            "approved_by": work.approved_by,
            "reason": work.override.reason if work.override else None,
            "action": action,
            "subject": subject,
            "subject_id": str(subject_id),
            "before": before,
            "after": after,
        }
    )
