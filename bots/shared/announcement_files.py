"""The files of an announcement, sent from either board."""

from bots.shared.chat import Chat
from bots.shared.files import send_page
from core.announcements.reading import announcement, announcement_file


async def send_announcement_files(chat: Chat, announcement_id: int, file: int | None) -> None:
    """One at a time, for ten of them would be a lot to hold; `file` None: all. Raises as `announcement`."""
    async with chat.work() as work:
        one = await announcement(work, announcement_id)
    await chat.toast()
    for file_id in [kept.id for kept in one.files] if file is None else [file]:
        async with chat.work() as work:
            page = await announcement_file(work, one.id, file_id)
        await send_page(chat, page, chat.t("announce-file", author=one.author))
