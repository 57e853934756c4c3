"""Verdicts as a table."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from notifications.policy import (
    Dropped,
    Failed,
    FileNotRead,
    PauseChannel,
    Retry,
    Unreachable,
    Verdict,
    breath,
    ladder,
    verdict,
)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RetryAfter(3), PauseChannel(timedelta(seconds=3.1), "too-many-requests")),
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable("blocked")),
        (Forbidden("Forbidden: user is deactivated"), Unreachable("deactivated")),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Unreachable("forbidden")),
        (ChatMigrated(-100), Failed("chat-migrated")),
        (BadRequest("Chat not found"), Unreachable("chat-not-found")),
        (BadRequest("BUTTON_DATA_INVALID"), Failed("bad-request: BUTTON_DATA_INVALID")),
        (BadRequest("Message is not modified: specified new message content…"), Dropped("not-modified")),
        (BadRequest("Message to edit not found"), Dropped("gone")),
        (BadRequest("Message to delete not found"), Dropped("gone")),
        (BadRequest("MESSAGE_ID_INVALID"), Dropped("gone")),
        (BadRequest("Message can't be edited"), Dropped("too-old")),
        (BadRequest("Message can't be deleted for everyone"), Dropped("too-old")),
        (FileNotRead(), Retry(timedelta(seconds=10), "FileNotRead")),
        (TimedOut(), Retry(timedelta(seconds=10), "network")),
        (NetworkError("Bad Gateway"), Retry(timedelta(seconds=10), "network")),
        (InvalidToken("Unauthorized"), PauseChannel(timedelta(minutes=1), "wrong-token")),
        (Conflict("other"), Retry(timedelta(seconds=10), "Conflict")),
        (ValueError("a bug"), Failed("ValueError")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_verdicts(error: Exception, expected: Verdict) -> None:
    assert verdict(error, 1) == expected


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 10), (2, 30), (3, 60), (4, 300), (5, 900), (6, 900), (400, 900)])
def test_the_ladder(attempts: int, seconds: int) -> None:
    assert ladder(attempts) == timedelta(seconds=seconds)


def test_an_absent_messenger_is_looked_for_ever_less_often_but_at_least_four_times_a_minute() -> None:
    assert [breath(n) for n in range(7)] == [1, 2, 4, 8, 15, 15, 15]
