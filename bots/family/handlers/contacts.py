"""«Наши контакты»: read, proposed, taken back (P2)."""

from bots.family.handlers.reports import in_words
from bots.family.screens import contacts as screens
from bots.shared.chat import Chat
from bots.shared.contact_lines import question
from bots.shared.handlers import Handlers
from core.actions.cards import OpenContacts, ProposeContact, WithdrawProposal
from core.pupil_cards.proposals import contact_to_propose, family_contacts, propose, withdraw

handlers = Handlers()


@handlers.press(OpenContacts)
async def open_contacts(chat: Chat, action: OpenContacts) -> None:
    async with chat.work() as work:
        found = await family_contacts(work, action.pupil)
    await chat.show(screens.contacts_screen(found, chat.t))


@handlers.press(ProposeContact)
async def ask_contact(chat: Chat, action: ProposeContact) -> None:
    async with chat.work() as work:
        child, stands = await contact_to_propose(work, action.pupil, action.field, own=action.own)
    asked = question(screens.whose(child, chat.t, own=action.own), action.field, stands, chat.t)
    await chat.ask(asked, action, chat.t.plain("contact-ask-short", field=action.field.value))


@handlers.answer(ProposeContact)
@in_words(ask_contact)
async def take_contact(chat: Chat, action: ProposeContact, words: str) -> None:
    async with chat.work() as work:
        outcome = await propose(work, action.pupil, action.field, words, own=action.own)
        found = await family_contacts(work, action.pupil)
    await chat.send(screens.contacts_screen(found, chat.t).under(chat.t(f"contacts-said-{outcome}")))


@handlers.press(WithdrawProposal)
async def take_back(chat: Chat, action: WithdrawProposal) -> None:
    async with chat.work() as work:
        pupil, done = await withdraw(work, action.proposal, action.seen)
        found = await family_contacts(work, pupil)
    toast = chat.t.plain("contacts-toast-withdrawn" if done else "contacts-toast-over")
    await chat.show(screens.contacts_screen(found, chat.t), toast)
