"""The papers that families sent with an absence notice."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.notices import ShowNoticeFile
from core.notices.paper_reading import open_paper, read_page
from locales import Screen

handlers = Handlers()


@handlers.press(ShowNoticeFile)
async def show_paper(chat: Chat, action: ShowNoticeFile) -> None:
    """Send every page, each read and sent on its own, so that ten big ones never stand in memory together."""
    async with chat.work() as work:
        paper = await open_paper(work, action.notice)
    await chat.toast()
    for number, page_id in enumerate(paper.pages, 1):
        async with chat.work() as work:
            page = await read_page(work, action.notice, page_id)
        caption = chat.t("paper-caption", name=paper.pupil, number=number, count=len(paper.pages))
        await chat.send_file(page.content, page.name, Screen(caption))
