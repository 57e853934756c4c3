"""Help for families: pages with pictures, common answers, a question, an idea."""

from bots.family.screens import helping as screens
from bots.family.screens.common import home_button
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.help_pictures import help_picture
from core.actions.conversations import WriteTalk
from core.actions.helping import (
    AskFamilyHelp,
    AskHelpAbout,
    OpenFamilyAnswer,
    OpenFamilyAnswers,
    OpenFamilyTopic,
    SuggestFamilyIdea,
)
from core.actions.shelf import OpenFamilyHelp
from core.conversations import choosing
from core.conversations.opening import open_help
from core.help import answers
from core.terms import Door, Topic
from locales import Screen

handlers = Handlers()


@handlers.command("help")
async def tell_help(chat: Chat, _argument: str) -> None:
    """The pages of help; to somebody who is not connected the words alone."""
    async with chat.work() as work:
        connected = work.actor.connected
    words = Screen(chat.t("family-help"), [[home_button(chat.t)]])
    await chat.send(screens.help_screen(chat.t) if connected else words)


@handlers.press(OpenFamilyHelp)
async def open_pages(chat: Chat, _: OpenFamilyHelp) -> None:
    async with chat.work():
        pass
    await chat.show(screens.help_screen(chat.t))


@handlers.press(OpenFamilyTopic)
async def open_topic(chat: Chat, action: OpenFamilyTopic) -> None:
    async with chat.work():
        pass
    await chat.show_photo(help_picture(Door.FAMILY, action.topic), screens.topic_screen(action.topic, chat.t))


@handlers.press(AskFamilyHelp)
async def ask_help(chat: Chat, _: AskFamilyHelp) -> None:
    async with chat.work() as work:
        children = await choosing.own_children(work)
    if len(children) == 1:
        await ask_about(chat, AskHelpAbout(children[0].pupil_id))
    else:
        await chat.show(screens.children_screen(children, chat.t))


@handlers.press(AskHelpAbout)
async def ask_about(chat: Chat, action: AskHelpAbout) -> None:
    async with chat.work() as work:
        conversation = await open_help(work, Topic.HELP, action.pupil)
    await chat.ask(chat.t("help-ask-family"), WriteTalk(conversation), chat.t.plain("help-ask-short"))


@handlers.press(SuggestFamilyIdea)
async def suggest(chat: Chat, _: SuggestFamilyIdea) -> None:
    async with chat.work() as work:
        conversation = await open_help(work, Topic.IDEA)
    await chat.ask(chat.t("help-idea-question"), WriteTalk(conversation), chat.t.plain("help-idea-short"))


@handlers.press(OpenFamilyAnswers)
async def open_answers(chat: Chat, action: OpenFamilyAnswers) -> None:
    async with chat.work() as work:
        page = await answers.common_answers(work, action.first)
    await chat.show(screens.answers_screen(page, chat.t))


@handlers.press(OpenFamilyAnswer)
async def open_answer(chat: Chat, action: OpenFamilyAnswer) -> None:
    async with chat.work() as work:
        found = await answers.common_answer(work, action.answer)
    await chat.show(screens.answer_screen(found, chat.t))
