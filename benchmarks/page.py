"""`python -m benchmarks.page`: a lesson's page, a mark and a homework against a bare aiogram bot.

Opening the page and giving a mark are held against the bare bot's press (edit and answer), a homework text against
its answer to a message. Both bots run in processes of their own against the same sandbox, in turns. Aim: the median
at most 2 times the bare one and 1 ms for each SQL statement, whose number does not depend on the school's size.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from statistics import median

from sqlalchemy import select

from benchmarks.presses import Presser, one_by_one, until
from benchmarks.processes import process
from benchmarks.tap import BARE_NAME, BARE_TOKEN, open_sandbox
from benchmarks.town import Town, analyse, town
from core import prompts
from core.actions.homework import WriteHomework
from core.actions.marks import GiveMark
from core.actions.page import OpenLesson, OpenMarks
from core.actor import Address
from core.app import App, Work
from core.clock import SystemClock
from core.homework.giving import give as give_homework
from core.homework.sending import GIVEN
from core.marks.giving import give as give_mark
from core.marks.opening import open_marks
from core.page.writing import open_page
from core.terms import Door, MarkValue
from sandbox import Phone, Sandbox
from storage.models import WorkKind
from tests.support.stage import USERNAMES
from tests.support.statements import counted

TIMES = 120
HOMEWORKS = 40
TURNS = 3
SIZES = (12, 100)
PRESS, ANSWER = "a press", "an answer in words"
PAGE, MARKS, MARK, HOMEWORK = "opening a page", "opening its marks", "a mark", "a homework"
YARDSTICK = {PAGE: PRESS, MARKS: PRESS, MARK: PRESS, HOMEWORK: ANSWER}

Seconds = dict[str, list[float]]
Unit = Callable[[Work], Awaitable[object]]


async def main() -> None:
    """Measure in turns, count the statements, print both."""
    async with town(SIZES[0]) as built:
        await analyse(built.sessions)
        turns = [{**await bare_turn(built), **await product_turn(built, turn)} for turn in range(TURNS)]
    counts = {size: await statements(size) for size in SIZES}
    report({name: median(s for turn in turns for s in turn[name]) for name in turns[0]}, counts)


async def bare_turn(built: Town) -> Seconds:
    """The bare bot, pressed and written to by one person."""
    sandbox = await open_sandbox(built)
    async with process("benchmarks.bare_bot", sandbox.url, BARE_TOKEN):
        chat = int(built.teachers[0].address.chat)
        phone, presser = sandbox.phone(chat, BARE_NAME), Presser(sandbox, chat, BARE_NAME)
        await phone.send("/start")
        await phone.sees("Отметьте", timeout=30)
        await one_by_one(presser, 10)
        presses = await one_by_one(presser, TIMES)
        answers = [await presser.say("п. 12") for _ in range(HOMEWORKS)]
    await sandbox.stop()
    return {PRESS: presses, ANSWER: answers}


async def product_turn(built: Town, turn: int) -> Seconds:
    """The product, used by the teacher of a lesson of its own in every turn (not grade 1, which has no marks)."""
    sandbox = await open_sandbox(built)
    teacher, lesson = built.teachers[turn + 1], built.lessons[turn + 1]
    async with process("benchmarks.product_process", sandbox.url, built.url):
        chat = int(teacher.address.chat)
        phone = sandbox.phone(chat, USERNAMES[Door.STAFF])
        await phone.send("/menu")
        await phone.sees("Сегодня", timeout=30)
        found = await _used(sandbox, phone, chat, lesson, await marks_to_give(built, teacher.address, lesson))
    await sandbox.stop()
    return found


async def _used(sandbox: Sandbox, phone: Phone, chat: int, lesson: int, marks: Iterator[GiveMark]) -> Seconds:
    presser = Presser(sandbox, chat, USERNAMES[Door.STAFF])
    page, sheet = OpenLesson(lesson).pack(), OpenMarks(lesson).pack()
    await phone.press_data(page, phone.screen.id)
    await until(lambda: "каб." in phone.screen.text, "the page")
    found: Seconds = {PAGE: [], MARKS: [], MARK: [], HOMEWORK: []}
    for _ in range(TIMES):
        found[MARKS].append(await presser.press(sheet))
        found[PAGE].append(await presser.press(page))
    await presser.press(sheet)
    found[MARK] = [await presser.press(next(marks).pack()) for _ in range(TIMES)]
    for number in range(HOMEWORKS):
        await phone.press_data(WriteHomework(lesson).pack(), phone.screen.id)
        await until(lambda: phone.messages[-1].from_bot and not phone.messages[-1].keyboard, "the question")
        found[HOMEWORK].append(await presser.say(f"п. {number}", phone.messages[-1].id))
    return found


async def marks_to_give(built: Town, address: Address, lesson: int) -> Iterator[GiveMark]:
    """Marks one after another, each with the revision that its cell will have."""
    app = App(built.sessions, SystemClock())
    async with app.work(address) as work:
        sheet = await open_marks(work, lesson)
        pupils = [line.pupil_id for line in sheet.lines]
        kind = await work.session.scalar(select(WorkKind.id).order_by(WorkKind.position).limit(1)) or 0
    rounds = range(TIMES // len(pupils) + 1)
    return (GiveMark(lesson, pupil, kind, MarkValue.FIVE, seen) for seen in rounds for pupil in pupils)


async def statements(size: int) -> dict[str, int]:
    """The statements of each in a school of so many classes."""
    async with town(size) as built:
        app, teacher, lesson = App(built.sessions, SystemClock()), built.teachers[-2], built.lessons[-2]
        async with app.work(teacher.address) as work:
            pupil = (await open_marks(work, lesson)).lines[0].pupil_id
            await prompts.remember(work, "1", WriteHomework(lesson))
        asked: dict[str, Sequence[Unit]] = {
            PAGE: [lambda work: open_page(work, lesson)],
            MARKS: [lambda work: open_marks(work, lesson)],
            MARK: [lambda work: give_mark(work, lesson, pupil, None, MarkValue.FIVE, seen=0)],
            # As the bot answers: which question it is, whether photos came before the words, the homework.
            HOMEWORK: [
                lambda work: prompts.asked(work, "1", "2"),
                lambda work: GIVEN.answering(work, lesson, 1, bare=True),
                lambda work: give_homework(work, lesson, "п. 12", source="message-2"),
            ],
        }
        return {name: await _counted(app, teacher.address, units, built) for name, units in asked.items()}


async def _counted(app: App, address: Address, units: Sequence[Unit], built: Town) -> int:
    with counted(built.sessions) as seen:
        for unit in units:
            async with app.work(address) as work:
                await unit(work)
    return len(seen)


def report(medians: dict[str, float], counts: dict[int, dict[str, int]]) -> None:
    """Medians beside their yardstick and what is allowed."""
    sizes = ", ".join(map(str, SIZES))
    print(f"{'':22}{'bare, ms':>10}{'ours, ms':>10}{'ratio':>8}{'allowed, ms':>13}   SQL, {sizes} classes")
    for name, yardstick in YARDSTICK.items():
        bare, ours = medians[yardstick] * 1e3, medians[name] * 1e3
        asked = [counts[size][name] for size in SIZES]
        print(f"{name:22}{bare:10.1f}{ours:10.1f}{ours / bare:8.2f}{2 * bare + max(asked):13.1f}   {asked}")


if __name__ == "__main__":
    asyncio.run(main())
