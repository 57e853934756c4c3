"""The diary of a study period as a PDF."""

import asyncio

from bots.family.screens import paper as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.diary import OpenDiaryPaper
from core.actions.finals import SendDiaryPaper
from core.diary import paper
from documents.diary_paper import diary_name, diary_pdf

handlers = Handlers()


@handlers.press(OpenDiaryPaper)
async def choose_period(chat: Chat, action: OpenDiaryPaper) -> None:
    async with chat.work() as work:
        shelf = await paper.paper_shelf(work, action.pupil)
    await chat.show(screens.shelf_screen(shelf, chat.t))


@handlers.press(SendDiaryPaper)
async def send_paper(chat: Chat, action: SendDiaryPaper) -> None:
    async with chat.work() as work:
        diary = await paper.diary_paper(work, action.pupil, action.period)
    await chat.toast(chat.t.plain("print-coming"))
    pdf = await asyncio.to_thread(diary_pdf, diary, chat.t)
    await chat.send_file(pdf, diary_name(diary, chat.t), screens.caption(diary, chat.t))
