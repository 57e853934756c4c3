"""When a message that is not urgent waits."""

from datetime import datetime, time, timedelta


def quiet_until(local: datetime, quiet_from: time | None, quiet_to: time | None) -> datetime | None:
    """The end of the quiet hours that hold the aware local moment; None outside them.

    From inclusive, to exclusive; hours may cross midnight. Unset or equal ends mean no quiet hours.
    """
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return None
    wall = local.time()
    if quiet_from < quiet_to:
        quiet, days = quiet_from <= wall < quiet_to, 0
    else:
        quiet, days = wall >= quiet_from or wall < quiet_to, int(wall >= quiet_from)
    if not quiet:
        return None
    return datetime.combine(local.date() + timedelta(days=days), quiet_to, local.tzinfo)
