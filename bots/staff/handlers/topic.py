"""A lesson's topic from the course plan."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import page as page_screens
from bots.staff.screens import topic as screens
from core.actions.page import OpenTopic
from core.actions.plans import Deliver, OpenTopicLines
from core.plans import delivery
from core.plans.carrying import portions_of

handlers = Handlers()


@handlers.press(OpenTopic)
async def open_topic(chat: Chat, action: OpenTopic) -> None:
    async with chat.work() as work:
        sheet = await delivery.open_topic(work, action.lesson)
    await chat.show(screens.topic_screen(sheet, chat.t))


@handlers.press(OpenTopicLines)
async def open_lines(chat: Chat, action: OpenTopicLines) -> None:
    async with chat.work() as work:
        sheet = await delivery.open_topic(work, action.lesson)
    await chat.show(screens.topic_lines_screen(sheet, action.first, chat.t))


@handlers.press(Deliver)
async def deliver(chat: Chat, action: Deliver) -> None:
    async with chat.work() as work:
        sheet = await delivery.deliver(work, action.lesson, portions_of(action), seen=action.rev)
    await chat.show(screens.delivered_screen(sheet, chat.t), page_screens.note_toast(sheet.page, chat.t))
