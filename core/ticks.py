"""What is done once a day, whoever comes first."""

from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from storage.models import Tick


async def first_today(work: Work, what: str) -> bool:
    """Whether this unit of work is the one to do `what` today; others wait for it and then hear no.

    A rollback gives the right back.
    """
    won = await work.session.execute(
        insert(Tick)
        .values(what=what, on_date=work.today, done_at=work.now)
        .on_conflict_do_nothing()
        .returning(Tick.what)
    )
    return won.first() is not None
