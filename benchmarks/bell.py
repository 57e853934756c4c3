"""`python -m benchmarks.bell`: from «Готово» to the parent's sendMessage, beyond the grace.

Measured with nothing else to send and while a broadcast to 3,000 is under way, in one run, under Telegram's
limits. Aim: p99 at most one second in both.
"""

import asyncio
import time
from collections.abc import Sequence

from benchmarks.broadcast import FIRST_CHAT, broadcast, gather_crowd
from benchmarks.presses import until
from benchmarks.processes import process
from benchmarks.town import PUPILS, Town, analyse, town
from core.app import App
from core.clock import SystemClock
from core.terms import Door
from sandbox import Limits, Person, Sandbox
from tests.support.school import Person as Holder
from tests.support.stage import TOKENS, USERNAMES

BELLS = 40
CROWD = 3000
GRACE_S = 2
EVERY_S = 0.4


async def main() -> None:
    """Ring so many bells in peace, then as many during a broadcast, and print the delays."""
    async with town(2 * BELLS) as built:
        await built.builder.update_school(absence_grace_s=60, settled_grace_s=GRACE_S)
        parents = [await _family(built, number) for number in range(2 * BELLS)]
        app = App(built.sessions, SystemClock())
        crowd = await gather_crowd(app, built.builder, await _somebody(built), CROWD)
        await analyse(built.sessions)
        sandbox = await _open(built, parents)
        async with process("benchmarks.product_process", sandbox.url, built.url):
            await _warm_up(sandbox, built)
            idle = await _ring(sandbox, built, parents, range(BELLS))
            await broadcast(app, crowd)
            await asyncio.sleep(3)
            busy = await _ring(sandbox, built, parents, range(BELLS, 2 * BELLS))
        await sandbox.stop()
    for name, delays in (("idle", idle), (f"during a broadcast to {CROWD}", busy)):
        print(f"{name:28} median {_at(delays, 0.5):6.2f} s   p99 {_at(delays, 0.99):6.2f} s beyond the grace")


async def _family(built: Town, number: int) -> tuple[int, Holder]:
    """A new pupil of the class, whose surname comes first, and a connected parent."""
    pupil = await built.builder.pupil(built.classes[number], "Аабов", "Имя")
    return pupil, await built.builder.connected_guardian(pupil)


async def _somebody(built: Town) -> int:
    return await built.builder.pupil(await built.builder.class_unit("11Я"))


async def _open(built: Town, parents: Sequence[tuple[int, Holder]]) -> Sandbox:
    sandbox = Sandbox(limits=Limits())
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], str(door))
    holders = [*built.teachers, *(parent for _, parent in parents)]
    chats = [(int(h.address.chat), h.address.door) for h in holders]
    for chat, door in chats + [(FIRST_CHAT + n, Door.FAMILY) for n in range(CROWD)]:
        sandbox.add_person(Person(id=chat, name=str(chat), bots=tuple(USERNAMES.values())))
        sandbox.open_chat(chat, USERNAMES[door])
    await sandbox.start()
    return sandbox


async def _warm_up(sandbox: Sandbox, built: Town) -> None:
    for teacher in built.teachers:
        await sandbox.phone(int(teacher.address.chat), USERNAMES[Door.STAFF]).send("/menu")
        await asyncio.sleep(0.05)
    last = sandbox.phone(int(built.teachers[-1].address.chat), USERNAMES[Door.STAFF])
    await last.sees("Сегодня", timeout=60)


async def _ring(sandbox: Sandbox, built: Town, parents: Sequence[tuple[int, Holder]], numbers: range) -> list[float]:
    """Seconds beyond the grace from each «Готово» to its message."""
    pressed = {}
    for number in numbers:
        pressed[int(parents[number][1].address.chat)] = await _take_roll(sandbox, built, number)
        await asyncio.sleep(EVERY_S)
    phones = [sandbox.phone(chat, USERNAMES[Door.FAMILY]) for chat in pressed]
    await until(lambda: all(phone.messages for phone in phones), "every bell", 60)
    arrived = {call.person: call.at for call in sandbox.calls if call.person in pressed and call.code == 200}
    return sorted(arrived[chat] - at - GRACE_S for chat, at in pressed.items())


async def _take_roll(sandbox: Sandbox, built: Town, number: int) -> float:
    """Mark the first pupil absent and press «Готово»; the monotonic second of the press."""
    phone = sandbox.phone(int(built.teachers[number].address.chat), USERNAMES[Door.STAFF])
    await phone.press_data(f"rl:{built.lessons[number]}", phone.screen.id)
    await until(lambda: f"{PUPILS + 1} в списке" in phone.screen.text, "the roll")
    await phone.press("Аабов Имя")
    await until(lambda: any("Готово" in label for label in phone.screen.labels), "«Готово»")
    at = time.monotonic()
    await phone.press("Готово")
    return at


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


if __name__ == "__main__":
    asyncio.run(main())
