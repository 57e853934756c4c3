"""The delivery worker: claim, render, send, settle; one a bot token, for as long as the process lives."""

import asyncio
from datetime import timedelta

import structlog

from core.app import App, Work
from core.delivery import queue
from core.delivery.queue import NETWORK, Claimed, Due
from core.delivery.sender import Turn, only_sender
from core.errors import NothingThere
from core.files import Page, kept_page
from core.outbox import FILES
from core.terms import Door, Sending
from locales import Screen, translator
from notifications.channel import Channel
from notifications.landed import Landed, joined, settle
from notifications.pace import ChatPace
from notifications.policy import (
    AWAY_AFTER,
    Dropped,
    Failed,
    FileNotRead,
    PauseChannel,
    Retry,
    Sent,
    Unreachable,
    Verdict,
    breath,
    verdict,
)
from notifications.rendering import render

log = structlog.get_logger()
# Seconds.
BEAT = 0.1  # between two short transactions while there is work
GLANCE = 0.01  # between two looks at what has arrived
POLL = 0.2  # between two looks when there is none
STAND_BY = 1.0  # before asking again whether the other sender is gone
RECOVERY = 1.0  # after trouble
PATIENCE = 10.0  # with a database that does not answer
PING_WITHIN = 3.0  # for a messenger that may be away
RETURNED = Retry(timedelta(0), "stopped")


class Worker:
    """Sends what is due at one door through one channel.

    Everything it remembers may be lost: rows in flight when it dies are taken back by the next holder of the
    token's lock (a message may then come twice, none is lost). A message with files leaves in several requests:
    refused in the middle, it goes on where it stopped; only a process killed there repeats what had arrived.
    """

    def __init__(self, app: App, door: Door, channel: Channel, *, landing: float = PATIENCE) -> None:
        """`landing`: seconds that messages in flight get to finish when asked to stop."""
        self._app = app
        self._door = door
        self._channel = channel
        self._landing = landing
        self._chats = ChatPace()
        self._flights: dict[int, asyncio.Task[None]] = {}
        self._done: list[Landed] = []
        self._paused_until = 0.0
        self._failures = 0
        self._pings = 0
        self._hasten = False
        self._trouble = ""
        self._log = log.bind(door=door)

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until `stopping`; then finish what is in flight or give it back. Outlives any trouble."""
        while not stopping.is_set():
            try:
                async with only_sender(self._app, self._channel.token) as turn:
                    if turn is None:
                        await _rest(stopping, STAND_BY)
                    else:
                        await self._serve(turn, stopping)
            except Exception as error:
                self._interrupted(error)
                await _rest(stopping, RECOVERY)

    async def _serve(self, turn: Turn, stopping: asyncio.Event) -> None:
        """Hold the turn: beat after beat, until asked to stop or the turn is lost (raises)."""
        try:
            await self._take_over()
            while not stopping.is_set():
                room = await self._room()
                async with asyncio.timeout(PATIENCE):
                    await turn.check()
                    claimed = await self._step(room)
                self._resumed()
                if not claimed.dropped:
                    await self._pause(stopping, BEAT if claimed.due or self._flights else POLL)
        finally:
            await self._land()
        await self._settle_last()

    async def _take_over(self) -> None:
        """Begin where another sender may have ended a moment ago, with this second's room used up."""
        self._paused_until = _now() + 1
        await self._settle_last()
        async with self._app.work() as work:
            await queue.take_back(work, self._door)

    async def _step(self, room: int) -> Claimed:
        """One short transaction: settle what came back, claim what there is room for; then let it fly."""
        if self._hasten:
            await self._hurry()
        async with self._app.work() as work:
            settled = await self._settle(work)
            claimed = await self._claim(work, room)
        del self._done[:settled]
        for due in claimed.due:
            self._launch(due)
        return claimed

    async def _hurry(self) -> None:
        """A transaction of its own: the locks of what is settled are not held while others are waited for."""
        async with self._app.work() as work:
            await queue.hasten(work, self._door)
        self._hasten = False

    async def _pause(self, stopping: asyncio.Event, seconds: float) -> None:
        """Rest, but write down at once what arrived: what a killed process had not written leaves a second time."""
        until = _now() + seconds
        while (left := until - _now()) > 0 and not stopping.is_set():
            await _rest(stopping, min(GLANCE, left) if self._flights else left)
            if self._done:
                async with asyncio.timeout(PATIENCE), self._app.work() as work:
                    settled = await self._settle(work)
                del self._done[:settled]

    async def _settle(self, work: Work) -> int:
        """Write the verdicts known so far; returns how many."""
        known = list(self._done)
        await settle(work, known)
        return len(known)

    async def _claim(self, work: Work, room: int) -> Claimed:
        if room == 0:
            return Claimed([], 0)
        resting = self._chats.resting(_now())
        return await queue.claim(work, self._door, room, holding=self._flights, resting=resting)

    async def _room(self) -> int:
        """How many messages may be taken now; none in a pause, and while the messenger is away."""
        room = self._channel.room()
        if _now() < self._paused_until:
            return 0
        if self._failures >= AWAY_AFTER and not await self._back():
            return 0
        return room

    async def _back(self) -> bool:
        """Whether the messenger answers again; each look in vain doubles the wait for the next."""
        try:
            async with asyncio.timeout(PING_WITHIN):
                await self._channel.ping()
        except Exception:
            self._paused_until = _now() + breath(self._pings)
            self._pings += 1
            return False
        self._failures = self._pings = 0
        self._hasten = True
        self._log.info("messenger_back")
        return True

    def _launch(self, due: Due) -> None:
        try:
            screen = _screen(due)
        except Exception as error:
            self._log.exception("message_not_rendered", id=due.id, kind=due.kind)
            self._done.append(Landed(due, Failed(f"not-rendered: {type(error).__name__}")))
            return
        if due.sending is Sending.NEW:
            self._chats.note(due.account_id, _now(), 1 + len(_files(due)))
        self._flights[due.id] = asyncio.create_task(self._send(due, screen))

    async def _send(self, due: Due, screen: Screen) -> None:
        outcome: Verdict = RETURNED
        arrived = list(due.refs)
        try:
            await self._carry(due, screen, arrived)
            outcome = Sent(joined(arrived))
        except Exception as error:
            outcome = verdict(error, due.attempts)
        finally:
            self._note(due, outcome)
            self._done.append(Landed(due, outcome, joined(arrived)))
            del self._flights[due.id]

    async def _carry(self, due: Due, screen: Screen, arrived: list[str]) -> None:
        match due.sending:
            case Sending.NEW:
                files = _files(due)
                await self._channel.send(due.chat, screen, arrived, silent=due.silent, files=files, fetch=self._page)
            case Sending.EDIT:
                await self._channel.edit(due.chat, screen, arrived)
            case Sending.DELETE:
                await self._channel.delete(due.chat, arrived)

    async def _page(self, file_id: int) -> Page:
        """A file that goes with a message. Raises NothingThere, FileNotRead (the database is away)."""
        try:
            async with self._app.work() as work:
                return await kept_page(work, file_id)
        except NothingThere:
            raise
        except Exception as error:
            raise FileNotRead from error

    def _note(self, due: Due, outcome: Verdict) -> None:
        """What an outcome says of the channel."""
        if isinstance(outcome, Retry) and outcome.code == NETWORK:
            self._failures += 1
            if self._failures == AWAY_AFTER:
                self._log.warning("messenger_away")
        elif outcome is not RETURNED:
            self._failures = 0
        if isinstance(outcome, PauseChannel):
            self._paused_until = max(self._paused_until, _now() + outcome.wait.total_seconds())
            self._log.warning("channel_paused", id=due.id, code=outcome.code, seconds=outcome.wait.total_seconds())
        elif isinstance(outcome, Unreachable):
            self._log.info("account_unreachable", id=due.id, account=due.account_id, code=outcome.code)
        elif isinstance(outcome, Dropped):
            self._log.info("change_dropped", id=due.id, kind=due.kind, code=outcome.code)
        elif isinstance(outcome, Failed):
            self._log.warning("not_delivered", id=due.id, kind=due.kind, code=outcome.code.partition(":")[0])

    async def _land(self) -> None:
        """Let messages in flight finish; those that do not are called back and will leave again."""
        flights = list(self._flights.values())
        if flights:
            _, late = await asyncio.wait(flights, timeout=self._landing)
            for flight in late:
                flight.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _settle_last(self) -> None:
        async with self._app.work() as work:
            await self._settle(work)
        self._done.clear()

    def _interrupted(self, error: Exception) -> None:
        """Say once for each kind of trouble that delivery stands still."""
        if self._trouble != type(error).__name__:
            self._trouble = type(error).__name__
            self._log.warning("delivery_interrupted", exc_info=error)

    def _resumed(self) -> None:
        if self._trouble:
            self._trouble = ""
            self._log.info("delivery_resumed")


def _screen(due: Due) -> Screen:
    """What is to be seen; nothing of a message that goes."""
    return Screen("") if due.sending is Sending.DELETE else render(due.kind, due.facts, translator(due.language))


def _files(due: Due) -> list[int]:
    """The files that go with the words; some kinds only count theirs."""
    named = due.facts.get(FILES)
    return named if isinstance(named, list) else []


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _rest(stopping: asyncio.Event, seconds: float) -> None:
    """Sleep, but not past a request to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stopping.wait()
    except TimeoutError:
        return
