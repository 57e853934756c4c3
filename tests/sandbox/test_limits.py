"""Telegram's pace, against clocks that stand still."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from telegram import Bot as PtbBot
from telegram.error import RetryAfter

from sandbox import Limits, Person, Phone, Sandbox
from sandbox.errors import Refusal
from sandbox.limits import Pace
from tests.sandbox.conftest import ANNA, Clocks


def pace(clocks: Clocks, limits: Limits | None = None) -> Pace:
    return Pace(limits or Limits(), clocks.monotonic)


def send(of: Pace, chats: range, *, new: bool = True) -> None:
    for chat in chats:
        of.charge(chat, messages=1, new=new)


def test_a_bot_sends_thirty_messages_a_second_over_all_chats(clocks: Clocks) -> None:
    busy = pace(clocks)
    send(busy, range(30))
    with pytest.raises(Refusal) as refused:
        send(busy, range(30, 31))
    assert (refused.value.code, refused.value.retry_after) == (429, 1)


def test_the_second_slides(clocks: Clocks) -> None:
    busy = pace(clocks)
    send(busy, range(15))
    clocks.pass_time(seconds=0.5)
    send(busy, range(15, 30))
    clocks.pass_time(seconds=0.5)
    send(busy, range(30, 45))
    with pytest.raises(Refusal):
        send(busy, range(45, 46))


def test_edits_count_for_the_bot_but_not_for_the_chat(clocks: Clocks) -> None:
    busy = pace(clocks)
    for _ in range(30):
        busy.charge(ANNA, messages=1, new=False)
    with pytest.raises(Refusal):
        busy.charge(ANNA, messages=1, new=False)


def test_one_chat_takes_a_burst_and_then_one_a_second(clocks: Clocks) -> None:
    busy = pace(clocks)
    for _ in range(5):
        busy.charge(ANNA, messages=1, new=True)
    with pytest.raises(Refusal):
        busy.charge(ANNA, messages=1, new=True)
    clocks.pass_time(seconds=1)
    busy.charge(ANNA, messages=1, new=True)


def test_an_album_of_ten_passes_and_is_paid_back(clocks: Clocks) -> None:
    busy = pace(clocks)
    busy.charge(ANNA, messages=10, new=True)
    with pytest.raises(Refusal) as refused:
        busy.charge(ANNA, messages=1, new=True)
    assert refused.value.retry_after == 6


def test_limits_can_be_switched_off(clocks: Clocks) -> None:
    free = pace(clocks, Limits(enforced=False))
    for _ in range(100):
        free.charge(ANNA, messages=1, new=True)


async def test_aiogram_hears_how_long_to_wait(bot: Bot, anna: Phone) -> None:
    for number in range(5):
        await bot.send_message(ANNA, str(number))
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(ANNA, "5")
    assert refused.value.retry_after == 1
    assert len(anna.pushes) == 5


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_python_telegram_bot_hears_how_long_to_wait(ptb: PtbBot, anna: Phone) -> None:
    for number in range(5):
        await ptb.send_message(ANNA, str(number))
    with pytest.raises(RetryAfter):
        await ptb.send_message(ANNA, "5")
    assert anna.screen.text == "4"


async def test_answering_a_press_is_free(sandbox: Sandbox, bot: Bot) -> None:
    for number in range(100, 130):
        sandbox.add_person(Person(number, "X"))
        await sandbox.phone(number, "staff_bot").start()
        await bot.send_message(number, "x")
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(100, "x")
    assert await bot.send_chat_action(100, "typing")
