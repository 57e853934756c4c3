"""`python -m benchmarks.tap`: a tap on the roll against a bare aiogram handler that makes the same two calls.

Both bots run in processes of their own against the same sandbox, in turns. Aims: the median alone at most
2 times the bare one; at least half the bare throughput with 50 people at once.
"""

import asyncio
from statistics import median

from benchmarks.presses import Presser, Timing, measure, until
from benchmarks.processes import process
from benchmarks.statements import statements_per_tap
from benchmarks.town import Town, analyse, town
from core.terms import Door
from sandbox import Limits, Person, Sandbox
from tests.support.stage import TOKENS, USERNAMES

PEOPLE = 50
ALONE = 150
ROUNDS = 8
TURNS = 3
BARE_TOKEN, BARE_NAME = "2001:bare-bot-of-the-benchmark", "bare_bot"


async def main() -> None:
    """Measure in turns and print the ratios."""
    async with town(PEOPLE) as built:
        await analyse(built.sessions)
        turns = [(await bare_turn(built), await product_turn(built)) for _ in range(TURNS)]
    report([bare for bare, _ in turns], [ours for _, ours in turns])
    for size, counts in (await statements_per_tap()).items():
        print(f"SQL statements, {size:3} classes: absent {counts[0]}, late {counts[1]}, present {counts[2]}")


async def bare_turn(built: Town) -> Timing:
    """The bare bot, greeted by everybody, pressed."""
    sandbox = await open_sandbox(built)
    async with process("benchmarks.bare_bot", sandbox.url, BARE_TOKEN):
        ids = [int(teacher.address.chat) for teacher in built.teachers]
        timing = await press_all(sandbox, ids, BARE_NAME, "/start", "Отметьте")
    await sandbox.stop()
    return timing


async def product_turn(built: Town) -> Timing:
    """The product: every teacher opens the own lesson and marks."""
    sandbox = await open_sandbox(built)
    async with process("benchmarks.product_process", sandbox.url, built.url):
        name = USERNAMES[Door.STAFF]
        for teacher in built.teachers:
            sandbox.open_chat(int(teacher.address.chat), name)
        timing = await press_product(sandbox, built, name)
    await sandbox.stop()
    return timing


async def open_sandbox(built: Town) -> Sandbox:
    sandbox = Sandbox(limits=Limits(enforced=False))
    sandbox.add_bot(BARE_TOKEN, BARE_NAME, "Bare")
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], str(door))
    for teacher in built.teachers:
        chat = int(teacher.address.chat)
        sandbox.add_person(Person(id=chat, name=str(chat), bots=(BARE_NAME, *USERNAMES.values())))
    await sandbox.start()
    return sandbox


async def press_all(sandbox: Sandbox, ids: list[int], name: str, greeting: str, seen: str) -> Timing:
    phones = [sandbox.phone(chat, name) for chat in ids]
    for phone in phones:
        await phone.send(greeting)
    for phone in phones:
        await phone.sees(seen, timeout=30)
    return await measure([Presser(sandbox, chat, name) for chat in ids], ALONE, ROUNDS)


async def press_product(sandbox: Sandbox, built: Town, name: str) -> Timing:
    ids = [int(teacher.address.chat) for teacher in built.teachers]
    phones = [sandbox.phone(chat, name) for chat in ids]
    for phone in phones:
        await phone.send("/menu")
    for phone, lesson in zip(phones, built.lessons, strict=True):
        await phone.sees("Сегодня", timeout=30)
        await phone.press_data(f"rl:{lesson}", phone.screen.id)
        await until(lambda phone=phone: "каб." in phone.screen.text, "the roll")  # type: ignore[misc]
    return await measure([Presser(sandbox, chat, name) for chat in ids], ALONE, ROUNDS)


def report(bare: list[Timing], ours: list[Timing]) -> None:
    """Medians over the turns, and the two ratios that are promised."""
    rows = {
        "median alone, ms": (median(t.median for t in bare) * 1e3, median(t.median for t in ours) * 1e3),
        "p95 alone, ms": (median(t.p95 for t in bare) * 1e3, median(t.p95 for t in ours) * 1e3),
        f"taps a second, {PEOPLE} at once": (median(t.throughput for t in bare), median(t.throughput for t in ours)),
    }
    print(f"{'':28}{'bare':>10}{'roll tap':>10}{'ratio':>8}")
    for name, (yardstick, product) in rows.items():
        print(f"{name:28}{yardstick:10.1f}{product:10.1f}{product / yardstick:8.2f}")


if __name__ == "__main__":
    asyncio.run(main())
