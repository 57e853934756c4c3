"""What families are still to hear of marks: held for a while, so that a slip mended meanwhile is never told.

Whoever writes a mark holds the news of it by HOLD_NEWS, in the very statement that writes; announcing.py tells what
has become due.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import literal_column, select
from sqlalchemy.dialects import postgresql

from core.app import Work
from core.identity import pupil_consented
from core.outbox import Kind
from storage.models import Account, Link

# Whether the pupil :pupil has a phone that may hear, so that there is somebody to be first.
_OWN_PHONE = (
    select(literal_column("1"))
    .select_from(Link)
    .join(Account, Account.id == Link.account_id)
    .where(Link.pupil_id == literal_column(":pupil"), Link.revoked_at.is_(None), Account.unreachable_at.is_(None))
    .where(pupil_consented(literal_column(":pupil"), literal_column("CAST(:today AS date)")))
    .exists()
    .compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})  # type: ignore[no-untyped-call]
)

HOLD_NEWS = f"""
    held_news AS (
        INSERT INTO mark_news (mark_id, pupil_id, pupil_due, family_due)
        SELECT news.id, :pupil, CAST(:held AS timestamptz),
               CASE WHEN {_OWN_PHONE} THEN CAST(:held_longer AS timestamptz) ELSE CAST(:held AS timestamptz) END
          FROM ({{marks}}) news
            ON CONFLICT (mark_id) DO UPDATE SET pupil_due = excluded.pupil_due, family_due = excluded.family_due),
    stopped AS (
        UPDATE outbox SET due_at = expires_at, error = NULL FROM ({{marks}}) news
         WHERE kind = '{Kind.MARKS}' AND subject_id = :pupil AND status = 'pending'
           AND facts -> 'marks' @> jsonb_build_array(jsonb_build_object('mark', news.id)))
"""
"""Two CTEs: the family of :pupil will hear how the {marks} (a query of their ids) stand when the hold is over, counted
from now; what waits to be sent of them keeps out of the way until announcing.py writes it anew (also when the network
that it waited for is back, therefore no `error`). See `hold_facts`.
"""


def hold_facts(work: Work) -> dict[str, Any]:
    """What HOLD_NEWS takes besides the pupil."""
    regulation = work.regulation(work.today)
    held = work.now + timedelta(minutes=regulation.marks_hold)
    return {"today": work.today, "held": held, "held_longer": held + timedelta(minutes=regulation.pupil_first)}
