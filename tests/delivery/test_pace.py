"""A token's second and a chat's."""

import asyncio
import itertools

from telegram.error import RetryAfter

from notifications.pace import CAPACITY, MOST_REPLIES, PERMITTED, RATE, ChatPace, TokenPace
from tests.support.idle_clock import without_waiting


async def _send(
    pace: TokenPace, times: list[float], error: Exception | None = None, *, takes: float = 0, album: int = 0
) -> None:
    async def request() -> bool:
        times.append(asyncio.get_running_loop().time())
        await asyncio.sleep(takes)
        if error is not None:
            raise error
        return True

    data = {"chat_id": 1, "media": [None] * album} if album else {"chat_id": 1}
    await pace.process_request(request, (), {}, "send", data, None)


@without_waiting
async def test_messages_leave_evenly() -> None:
    pace = TokenPace(lambda: 0)
    times: list[float] = []

    await asyncio.gather(*(_send(pace, times) for _ in range(15)))

    assert times[-1] - times[0] >= (15 - CAPACITY) / RATE
    assert pace.waiting == 0


@without_waiting
async def test_the_thirty_first_waits_until_the_first_cannot_count_any_more() -> None:
    pace = TokenPace(lambda: 0)
    times: list[float] = []

    await asyncio.gather(*(_send(pace, times) for _ in range(PERMITTED + 1)))

    assert times[PERMITTED] - times[0] >= 1


@without_waiting
async def test_a_message_that_took_long_may_have_been_counted_late() -> None:
    pace = TokenPace(lambda: 0)
    times: list[float] = []

    await asyncio.gather(*(_send(pace, times, takes=0.2) for _ in range(PERMITTED + 1)))

    assert times[PERMITTED] - times[0] >= 1.19


@without_waiting
async def test_once_the_way_is_known_half_of_it_does_not_count() -> None:
    pace = TokenPace(lambda: 0)
    times: list[float] = []
    await asyncio.gather(*(_send(pace, [], takes=0.3) for _ in range(PERMITTED)))
    await asyncio.sleep(1)

    await asyncio.gather(*(_send(pace, times, takes=0.3) for _ in range(PERMITTED + 1)))

    assert times[PERMITTED] - times[0] < 1.28  # not 1.31


@without_waiting
async def test_replies_of_the_bot_take_room() -> None:
    replies = itertools.chain([MOST_REPLIES], itertools.repeat(0))
    pace = TokenPace(lambda: next(replies))
    times: list[float] = []
    began = asyncio.get_running_loop().time()
    pace.note_replies()

    await asyncio.gather(*(_send(pace, times) for _ in range(PERMITTED - MOST_REPLIES + 1)))

    assert times[-1] - began >= 1


@without_waiting
async def test_an_album_counts_as_its_files() -> None:
    pace = TokenPace(lambda: 0)
    times: list[float] = []

    await asyncio.gather(*(_send(pace, times, album=10) for _ in range(4)))

    assert times[3] - times[0] >= 1
    assert times[2] - times[0] < 1


@without_waiting
async def test_a_crowd_of_replies_does_not_silence_the_pushes() -> None:
    pace = TokenPace(lambda: 1000)
    times: list[float] = []
    began = asyncio.get_running_loop().time()
    pace.note_replies()

    await _send(pace, times)

    assert times[0] - began < 0.5


@without_waiting
async def test_a_429_holds_up_those_who_wait() -> None:
    pace = TokenPace(lambda: 0)
    first: list[float] = []
    second: list[float] = []

    await asyncio.gather(
        _send(pace, first, RetryAfter(1)), _send(pace, second), _send(pace, second), return_exceptions=True
    )

    assert max(second) - first[0] >= 1


@without_waiting
async def test_requests_to_no_chat_need_no_permit() -> None:
    pace = TokenPace(lambda: 0)
    asked: list[str] = []

    async def request() -> bool:
        asked.append("getMe")
        return True

    async with asyncio.timeout(0.5):
        for _ in range(50):
            await pace.process_request(request, (), {}, "getMe", {}, None)

    assert len(asked) == 50


def test_an_account_rests_after_a_burst_until_the_window_has_passed() -> None:
    pace = ChatPace()
    for second in (0.0, 0.5, 1.0):
        pace.note(7, second)
    pace.note(8, 1.0)

    assert [pace.resting(at) for at in (1.0, 2.9, 3.0, 9.0)] == [[7], [7], [], []]


def test_an_account_rests_longer_after_a_long_album() -> None:
    pace = ChatPace()
    pace.note(7, 0.0, 11)

    assert [pace.resting(at) for at in (1.0, 8.9, 9.0)] == [[7], [7], []]
