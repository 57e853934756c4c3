"""Pupils' cards: read, edited, confirmed; what families propose, accepted or refused (P2)."""

from bots.shared.chat import Chat
from bots.shared.contact_lines import question
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import proposals as proposal_screens
from bots.staff.screens import pupil_card as screens
from core.actions.cards import (
    AcceptProposal,
    AskForCards,
    ConfirmCard,
    ConfirmClassCards,
    EditCard,
    OpenCardFields,
    OpenClassCards,
    OpenProposal,
    OpenProposals,
    OpenPupilCard,
    RefuseProposal,
)
from core.errors import AccessDenied
from core.pupil_cards import confirming, deciding
from core.pupil_cards.editing import edit_card, field_to_edit
from core.pupil_cards.reading import class_cards, pupil_card

handlers = Handlers()


@handlers.press(OpenPupilCard)
async def open_card(chat: Chat, action: OpenPupilCard) -> None:
    async with chat.work() as work:
        card = await pupil_card(work, action.pupil)
    await chat.show(screens.card_screen(card, chat.t))


@handlers.press(OpenCardFields)
async def open_fields(chat: Chat, action: OpenCardFields) -> None:
    async with chat.work() as work:
        card = await pupil_card(work, action.pupil)
    if not card.may_edit:
        raise AccessDenied(pupil=action.pupil)
    await chat.show(screens.fields_screen(card, chat.t))


@handlers.press(EditCard)
async def ask_contact(chat: Chat, action: EditCard) -> None:
    async with chat.work() as work:
        whose, stands = await field_to_edit(work, action.pupil, action.guardian, action.field)
    hint = chat.t.plain("contact-ask-short", field=action.field.value)
    await chat.ask(question(whose, action.field, stands, chat.t), action, hint)


@handlers.answer(EditCard)
@in_words(ask_contact)
async def take_contact(chat: Chat, action: EditCard, words: str) -> None:
    async with chat.work() as work:
        card, changed = await edit_card(work, action.pupil, action.guardian, action.field, words)
    said = chat.t("card-saved" if changed else "card-saved-same")
    await chat.send(screens.card_screen(card, chat.t).under(said))


@handlers.press(OpenClassCards)
async def open_cards(chat: Chat, action: OpenClassCards) -> None:
    async with chat.work() as work:
        cards = await class_cards(work, action.class_id)
    await chat.show(screens.cards_screen(cards, action.first, chat.t))


@handlers.press(ConfirmCard)
async def confirm_one(chat: Chat, action: ConfirmCard) -> None:
    async with chat.work() as work:
        card, outcome = await confirming.confirm_card(work, action.pupil, action.seen)
    await chat.show(screens.card_screen(card, chat.t), chat.t.plain(f"card-toast-{outcome}"))


@handlers.press(ConfirmClassCards)
async def confirm_all(chat: Chat, action: ConfirmClassCards) -> None:
    async with chat.work() as work:
        cards, outcome, count = await confirming.confirm_class(work, action.class_id, action.seen)
    await chat.show(screens.cards_screen(cards, 0, chat.t), chat.t.plain(f"cards-toast-{outcome}", count=count))


@handlers.press(AskForCards)
async def ask_for_cards(chat: Chat, action: AskForCards) -> None:
    async with chat.work() as work:
        cards, outcome = await confirming.ask_for_cards(work, action.class_id)
    key = "cards-toast-asked" if outcome is confirming.Outcome.ASKED else "cards-toast-asked-already"
    await chat.show(screens.cards_screen(cards, 0, chat.t), chat.t.plain(key))


@handlers.press(OpenProposals)
async def open_proposals(chat: Chat, action: OpenProposals) -> None:
    async with chat.work() as work:
        found = await deciding.class_proposals(work, action.class_id)
    await chat.show(proposal_screens.proposals_screen(found, chat.t))


@handlers.press(OpenProposal)
async def open_proposal(chat: Chat, action: OpenProposal) -> None:
    async with chat.work() as work:
        found = await deciding.proposal(work, action.proposal)
    await chat.show(proposal_screens.proposal_screen(found, chat.t))


@handlers.press(AcceptProposal)
async def accept(chat: Chat, action: AcceptProposal) -> None:
    async with chat.work() as work:
        found, decided = await deciding.accept(work, action.proposal, action.seen)
    await chat.show(proposal_screens.proposal_screen(found, chat.t), chat.t.plain(f"proposal-toast-{decided}"))


@handlers.press(RefuseProposal)
async def ask_why(chat: Chat, action: RefuseProposal) -> None:
    async with chat.work() as work:
        found, over = await deciding.proposal_to_refuse(work, action.proposal, action.seen)
    if over:
        await chat.show(proposal_screens.proposal_screen(found, chat.t), chat.t.plain(f"proposal-toast-{over}"))
    else:
        await chat.ask(proposal_screens.refusal_question(found, chat.t), action, chat.t.plain("proposal-refuse-short"))


@handlers.answer(RefuseProposal)
@in_words(ask_why)
async def refuse(chat: Chat, action: RefuseProposal, words: str) -> None:
    async with chat.work() as work:
        found, decided = await deciding.refuse(work, action.proposal, words, action.seen)
    said = chat.t(f"proposal-said-{decided}")
    await chat.send(proposal_screens.proposal_screen(found, chat.t).under(said))
