"""How far each subject's programme has come."""

from bots.family.screens import programme as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.child_school import OpenSubjectTopics
from core.actions.diary import OpenChildProgramme
from core.diary.programme import child_programme, subject_topics

handlers = Handlers()


@handlers.press(OpenChildProgramme)
async def open_programme(chat: Chat, action: OpenChildProgramme) -> None:
    async with chat.work() as work:
        shown = await child_programme(work, action.pupil)
    await chat.show(screens.programme_screen(shown, chat.t))


@handlers.press(OpenSubjectTopics)
async def open_topics(chat: Chat, action: OpenSubjectTopics) -> None:
    async with chat.work() as work:
        shown = await subject_topics(work, action.pupil, action.load, action.first)
    await chat.show(screens.topics_screen(shown, chat.t))
