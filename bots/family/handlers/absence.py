"""Answers to an alert about a missed lesson."""

from bots.family.screens.absence import answered_screen, change_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.family import ChangeStatement, StateReason
from core.roll.answers import open_case, state_reason

handlers = Handlers()


@handlers.press(StateReason)
async def state(chat: Chat, action: StateReason) -> None:
    async with chat.work() as work:
        case = await state_reason(work, action.case, action.statement)
    recorded = case.statement is action.statement and not case.closed
    await chat.show(answered_screen(case, chat.t), chat.t.plain("case-toast") if recorded else "")


@handlers.press(ChangeStatement)
async def change(chat: Chat, action: ChangeStatement) -> None:
    async with chat.work() as work:
        case = await open_case(work, action.case)
    await chat.show(change_screen(case, chat.t))
