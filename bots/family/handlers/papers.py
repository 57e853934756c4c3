"""Photos of medical notes: asked for, sent unasked, in albums."""

from bots.family.screens.notices import card_screen, loose_screen, question
from bots.shared.chat import Chat
from bots.shared.files import received
from bots.shared.handlers import Handlers
from bots.shared.spans import written
from core.actions.notices import AttachPapers, SendPaper
from core.conversations.albums import keep_words_of_paper
from core.errors.files import FileKindWrong
from core.notices.papers import PaperKept, attach_loose, keep_loose, keep_page
from core.notices.writing import changeable
from core.prompts import answered_lately
from core.terms import FileKind

handlers = Handlers()
PAPERS = (FileKind.PHOTO, FileKind.DOCUMENT)


@handlers.press(SendPaper)
async def ask_paper(chat: Chat, action: SendPaper) -> None:
    async with chat.work() as work:
        card = await changeable(work, action.notice, over=True)
    await chat.ask(question("paper-ask", card.given_name, card, chat.t), action)


@handlers.answer(SendPaper)
async def paper_sent(chat: Chat, action: SendPaper) -> None:
    """A page for the notice; words instead of a photo are answered and the question stays."""
    try:
        upload = await received(chat, *PAPERS)
    except FileKindWrong:
        await chat.ask(chat.t("paper-not-a-file"), action)
        return
    async with chat.work() as work:
        kept = await keep_page(work, action.notice, upload)
    await _say_kept(chat, kept)


@handlers.press(AttachPapers)
async def attach(chat: Chat, action: AttachPapers) -> None:
    async with chat.work() as work:
        kept = await attach_loose(work, action.notice, action.first)
    await chat.show(card_screen(kept.card, chat.t).under(chat.t("notice-already" if kept.told else "paper-kept")))


@handlers.file
async def take_unasked(chat: Chat) -> bool:
    """A file that answers no open question: more pages of the paper just sent, or one to be put somewhere."""
    if not (chat.message.photo or chat.message.document) or _of_a_pupil(chat):
        return False
    async with chat.work() as work:
        asked = await answered_lately(work)
    await (paper_sent(chat, asked) if isinstance(asked, SendPaper) else _keep_loose(chat))
    return True


def _of_a_pupil(chat: Chat) -> bool:
    """Pupils bring no medical notes: what they send is for somebody of the school."""
    children = chat.actor.children if chat.actor else ()
    return bool(children) and all(child.guardian_id is None for child in children)


async def _keep_loose(chat: Chat) -> None:
    """A page that nobody asked for, kept with its words until it is said what for."""
    upload, words = await received(chat, *PAPERS), written(chat.message)
    async with chat.work() as work:
        paper = await keep_loose(work, upload)
        if words.body:
            await keep_words_of_paper(work, paper.first, *words)
    if not paper.told:
        await chat.send(loose_screen(paper, chat.t))


async def _say_kept(chat: Chat, kept: PaperKept) -> None:
    """One answer an album; its other pages are kept silently."""
    if not kept.told:
        said = chat.t("paper-kept-album" if kept.album else "paper-kept")
        await chat.show(card_screen(kept.card, chat.t).under(said))
