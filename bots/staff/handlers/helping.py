"""Help for the staff: pages with pictures, common answers, a question to the administrator, an idea."""

from bots.shared.chat import Chat
from bots.shared.entry import greet
from bots.shared.handlers import Handlers
from bots.shared.help_pictures import help_picture
from bots.staff.handlers.words import in_words
from bots.staff.screens import helping as screens
from core.actions.conversations import WriteMessage
from core.actions.helping import (
    AskHelp,
    DeleteAnswer,
    MakeCommonAnswer,
    OpenAnswers,
    OpenCommonAnswer,
    OpenHelpTopic,
    PassQuestionOn,
    PublishAnswer,
    RewordAnswer,
    RewordQuestion,
    SetAnswerDoor,
    SuggestIdea,
    WriteCommonAnswer,
)
from core.actions.shelf import OpenHelp
from core.conversations.handing import pass_on
from core.conversations.opening import open_help
from core.errors import AccessDenied, NothingThere
from core.help import answers
from core.help.answers import AnswerFacts
from core.help.topics import staff_topics
from core.terms import Door, Topic

handlers = Handlers()


@handlers.command("help")
async def tell_help(chat: Chat, _: str) -> None:
    """The pages of help, to somebody connected; a stranger is told how to come in."""
    async with chat.work() as work:
        topics = staff_topics(work.actor) if work.actor.connected else None
    await (chat.send(screens.help_screen(topics, chat.t)) if topics else greet(chat))


@handlers.press(OpenHelp)
async def open_pages(chat: Chat, _: OpenHelp) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.show(screens.help_screen(staff_topics(work.actor), chat.t))


@handlers.press(OpenHelpTopic)
async def open_topic(chat: Chat, action: OpenHelpTopic) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.show_photo(help_picture(Door.STAFF, action.topic), screens.topic_screen(action.topic, chat.t))


@handlers.press(AskHelp)
async def ask_help(chat: Chat, _: AskHelp) -> None:
    async with chat.work() as work:
        conversation = await open_help(work, Topic.HELP)
    await chat.ask(chat.t("help-ask-staff"), WriteMessage(conversation), chat.t.plain("help-ask-short"))


@handlers.press(SuggestIdea)
async def suggest(chat: Chat, _: SuggestIdea) -> None:
    async with chat.work() as work:
        conversation = await open_help(work, Topic.IDEA)
    await chat.ask(chat.t("help-idea-question"), WriteMessage(conversation), chat.t.plain("help-idea-short"))


@handlers.press(OpenAnswers)
async def open_answers(chat: Chat, action: OpenAnswers) -> None:
    async with chat.work() as work:
        page = await answers.common_answers(work, action.first)
    await chat.show(screens.answers_screen(page, chat.t))


@handlers.press(OpenCommonAnswer)
async def open_answer(chat: Chat, action: OpenCommonAnswer) -> None:
    async with chat.work() as work:
        found = await answers.common_answer(work, action.answer)
    await chat.show(screens.answer_screen(found, chat.t))


@handlers.press(MakeCommonAnswer)
async def make(chat: Chat, action: MakeCommonAnswer) -> None:
    async with chat.work() as work:
        found = await answers.make_answer(work, action.conversation)
    await chat.send(screens.answer_screen(found, chat.t).under(chat.t("answer-made")))
    await chat.toast()


@handlers.press(PassQuestionOn)
async def pass_question_on(chat: Chat, action: PassQuestionOn) -> None:
    async with chat.work() as work:
        passed = await pass_on(work, action.conversation)
    await chat.toast(chat.t.plain("help-passed" if passed else "already-so"), alert=True)


@handlers.press(WriteCommonAnswer)
async def ask_answer(chat: Chat, action: WriteCommonAnswer) -> None:
    async with chat.work() as work:
        kept = answers.keeps(work)
    if not kept:
        raise AccessDenied
    await chat.ask(chat.t("answer-ask"), action, chat.t.plain("answer-ask-short"))


@handlers.answer(WriteCommonAnswer)
@in_words(ask_answer)
async def written(chat: Chat, action: WriteCommonAnswer, words: str) -> None:
    try:
        async with chat.work() as work:
            found = await answers.write_answer(work, words)
    except NothingThere:
        chat.first_said = chat.t("answer-two-lines")
        await ask_answer(chat, action)
        return
    await chat.send(screens.answer_screen(found, chat.t))


@handlers.press(RewordQuestion)
async def ask_question(chat: Chat, action: RewordQuestion) -> None:
    found = await _to_change(chat, action.answer)
    question = chat.t("answer-ask-question", question=found.question)
    await chat.ask(question, RewordQuestion(found.id, found.rev))


@handlers.answer(RewordQuestion)
@in_words(ask_question)
async def question_reworded(chat: Chat, action: RewordQuestion, words: str) -> None:
    async with chat.work() as work:
        found = await answers.reword_question(work, action.answer, words, seen=action.rev)
    if found.note:
        chat.first_said = chat.t("homework-typed-changed")
        await ask_question(chat, action)
    else:
        await chat.send(screens.answer_screen(found, chat.t))


@handlers.press(RewordAnswer)
async def ask_words(chat: Chat, action: RewordAnswer) -> None:
    found = await _to_change(chat, action.answer)
    await chat.ask(chat.t("answer-ask-answer"), RewordAnswer(found.id, found.rev))


@handlers.answer(RewordAnswer)
@in_words(ask_words)
async def answer_reworded(chat: Chat, action: RewordAnswer, words: str) -> None:
    async with chat.work() as work:
        found = await answers.reword_answer(work, action.answer, words, seen=action.rev)
    if found.note:
        chat.first_said = chat.t("homework-typed-changed")
        await ask_words(chat, action)
    else:
        await chat.send(screens.answer_screen(found, chat.t))


@handlers.press(SetAnswerDoor)
async def set_door(chat: Chat, action: SetAnswerDoor) -> None:
    async with chat.work() as work:
        found = await answers.set_door(work, action.answer, action.door, seen=action.rev)
    await _show(chat, found)


@handlers.press(PublishAnswer)
async def publish(chat: Chat, action: PublishAnswer) -> None:
    async with chat.work() as work:
        found = await answers.set_published(work, action.answer, published=action.published, seen=action.rev)
    await _show(chat, found)


@handlers.press(DeleteAnswer)
async def delete(chat: Chat, action: DeleteAnswer) -> None:
    async with chat.work() as work:
        gone = await answers.delete_answer(work, action.answer, seen=action.rev)
        page = await answers.common_answers(work)
    toast = chat.t.plain("answer-deleted" if gone else "homework-note-changed")
    await chat.show(screens.answers_screen(page, chat.t), toast)


async def _to_change(chat: Chat, answer_id: int) -> AnswerFacts:
    """The answer for somebody who may change it. Raises AccessDenied."""
    async with chat.work() as work:
        found = await answers.common_answer(work, answer_id)
    if not found.keeps:
        raise AccessDenied(answer=answer_id)
    return found


async def _show(chat: Chat, found: AnswerFacts) -> None:
    toast = chat.t.plain("homework-note-changed" if found.note else "done-toast")
    await chat.show(screens.answer_screen(found, chat.t), toast)
