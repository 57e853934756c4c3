"""What became of an attempt to send, and how it is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from core import prompts
from core.app import Work
from core.delivery import queue
from core.delivery.queue import REF_SEPARATOR, Due
from core.outbox import REPLY
from core.prompts import Told
from notifications.policy import Dropped, Failed, PauseChannel, Retry, Sent, Unreachable, Verdict

REFS_LENGTH = 200


@dataclass(frozen=True)
class Landed:
    """An attempt and its outcome; `message_ref`: the messages that arrived, also when it failed halfway."""

    due: Due
    outcome: Verdict
    message_ref: str = ""

    @property
    def replies(self) -> list[Told]:
        """What a reply to each of the messages answers."""
        action = self.due.facts.get(REPLY)
        if not action or not isinstance(self.outcome, Sent):
            return []
        return [Told(self.due.account_id, ref, str(action)) for ref in self.message_ref.split(REF_SEPARATOR)]


async def settle(work: Work, known: Sequence[Landed]) -> None:
    """Write the outcomes of a beat."""
    if not known:
        return
    await queue.hold(work, [landed.due for landed in known])
    for landed in known:
        await _settle_one(work, landed)
    await prompts.remember_told(work, [told for landed in known for told in landed.replies])


async def _settle_one(work: Work, landed: Landed) -> None:
    due, arrived = landed.due, landed.message_ref
    match landed.outcome:
        case Sent(message_ref):
            await queue.sent(work, due, message_ref)
        case Retry(wait, code) | PauseChannel(wait, code):
            await queue.retry(work, due, wait, code, arrived=arrived)
        case Unreachable(code):
            await queue.unreachable(work, due, code, arrived=arrived)
        case Failed(code):
            await queue.failed(work, due, code, arrived=arrived)
        case Dropped(code):
            await queue.dropped(work, due, code)


def joined(refs: Sequence[str]) -> str:
    """As many whole references as an outbox row holds: those of the words and of the first files."""
    kept = list(refs)
    while len(together := REF_SEPARATOR.join(kept)) > REFS_LENGTH:
        kept.pop()
    return together
