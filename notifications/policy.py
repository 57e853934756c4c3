"""What an attempt to send means for the message and for the channel: pure decisions."""

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from core.delivery.queue import NETWORK


@dataclass(frozen=True)
class Sent:
    """It arrived as this message of the chat, or as several with commas."""

    message_ref: str


@dataclass(frozen=True)
class Retry:
    """Not now: this row again after a while."""

    after: timedelta
    code: str


@dataclass(frozen=True)
class PauseChannel:
    """Nothing may be sent for a while, this row included."""

    wait: timedelta
    code: str


@dataclass(frozen=True)
class Unreachable:
    """The person cannot be written to: blocked the bot, is gone, or never opened the chat."""

    code: str


@dataclass(frozen=True)
class Failed:
    """This row will never leave as it is."""

    code: str


@dataclass(frozen=True)
class Dropped:
    """A change of a message that cannot be made any more, or is none: nothing is wrong."""

    code: str


class FileNotRead(Exception):
    """The journal could not read a file that goes with the message."""


Verdict = Sent | Retry | PauseChannel | Unreachable | Failed | Dropped

LADDER = tuple(timedelta(seconds=s) for s in (10, 30, 60, 300, 900))
AWAY_AFTER = 3
"""So many network failures in a row mean that the messenger is away: then it is probed, and no row is tried."""

WRONG_TOKEN_PAUSE = timedelta(minutes=1)
ROUNDED_UP = timedelta(milliseconds=100)
NOT_MODIFIED = "message is not modified"
CHANGES = {
    NOT_MODIFIED: "not-modified",
    "message to edit not found": "gone",
    "message to delete not found": "gone",
    "message can't be edited": "too-old",
    "message can't be deleted": "too-old",
    "message_id_invalid": "gone",
}
"""What refusals of an edit or a deletion say."""

NOBODY_THERE = ("chat not found", "user not found", "PEER_ID_INVALID", "user_is_deactivated")


def verdict(error: Exception, attempts: int) -> Verdict:
    """What a failed attempt, the `attempts`-th of the row (from 1), calls for.

    The order matters: in python-telegram-bot BadRequest and TimedOut are NetworkErrors too, and a request
    that timed out may have been carried out (so a message may come twice, but is never lost).
    """
    outcome: Verdict
    match error:
        case RetryAfter():
            outcome = PauseChannel(duration(error.retry_after) + ROUNDED_UP, "too-many-requests")
        case Forbidden():
            outcome = Unreachable(_why_forbidden(error.message))
        case ChatMigrated():
            outcome = Failed("chat-migrated")
        case BadRequest():
            outcome = _refused(error.message)
        case InvalidToken():
            outcome = PauseChannel(WRONG_TOKEN_PAUSE, "wrong-token")
        case NetworkError():
            outcome = Retry(ladder(attempts), NETWORK)
        case TelegramError() | FileNotRead():
            outcome = Retry(ladder(attempts), type(error).__name__)
        case _:
            outcome = Failed(type(error).__name__)
    return outcome


def ladder(attempts: int) -> timedelta:
    """How long a row waits after its `attempts`-th failure (from 1): 10 s, 30 s, 1 min, 5 min, then 15 min."""
    return LADDER[min(attempts, len(LADDER)) - 1]


def breath(pings: int) -> float:
    """Seconds before the next look whether the messenger is back, after so many in vain (from 0)."""
    return min(2.0**pings, 15.0)


def _why_forbidden(message: str) -> str:
    if "blocked" in message:
        return "blocked"
    return "deactivated" if "deactivated" in message else "forbidden"


def _refused(message: str) -> Verdict:
    change = next((code for words, code in CHANGES.items() if words in message.lower()), None)
    if change is not None:
        return Dropped(change)
    if any(words.lower() in message.lower() for words in NOBODY_THERE):
        return Unreachable("chat-not-found")
    return Failed(f"bad-request: {message}")


def duration(wait: int | timedelta) -> timedelta:
    """PTB gives numbers or durations, by a setting of its own."""
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
