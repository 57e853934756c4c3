"""The topic's delivery after its window (J6)."""

from core.actions.plans import Deliver
from core.app import Work
from core.errors import ButtonOutdated
from core.plans.delivery import deliver
from core.requests.registry import carries_out, require_written
from core.rules.course_plan import Portions, read_portions


def portions_of(action: Deliver) -> Portions:
    """What a button delivers. Raises ButtonOutdated."""
    try:
        return read_portions(action.portions)
    except ValueError as error:
        raise ButtonOutdated from error


@carries_out(Deliver, "topic")
async def carry_delivery(work: Work, action: Deliver, _: str) -> None:
    sheet = await deliver(work, action.lesson, portions_of(action), seen=action.rev)
    require_written(sheet.page)
