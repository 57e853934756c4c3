"""What the request machinery runs for a final mark refused after its term."""

from core.actions.finals import SetFinalMark, SetProposed, TakeFinalBack
from core.app import Work
from core.finals import setting
from core.requests.registry import carries_out, require_written


@carries_out(SetFinalMark, "final-mark")
async def set_final(work: Work, action: SetFinalMark, _: str) -> None:
    require_written(
        await setting.set_final(work, action.load, action.period, action.pupil, action.value, seen=action.rev)
    )


@carries_out(TakeFinalBack, "final-mark-back")
async def take_back(work: Work, action: TakeFinalBack, _: str) -> None:
    require_written(await setting.set_final(work, action.load, action.period, action.pupil, None, seen=action.rev))


@carries_out(SetProposed, "final-marks-proposed")
async def set_proposed(work: Work, action: SetProposed, _: str) -> None:
    require_written(await setting.set_proposed(work, action.load, action.period, seen=action.seen))
