"""A phone whose PIN is to be given first: nothing works from it, and nothing that came meanwhile is lost (A5).

A pad of digits answers the pressed button, or the words, as a reply to that very message. The pad's «start over»
button carries what is to be done when the PIN is right, and Telegram hands the message replied to back with every
press; messages are kept in the database. So a restart of ours changes nothing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.types import CallbackQuery, Message

from bots.shared.chat import Chat, Entry
from bots.shared.front import Front
from bots.shared.handlers import Handlers
from bots.staff.handlers.entry import come_in
from bots.staff.handlers.home import home
from bots.staff.screens import pin as screens
from core.access import held, pin
from core.access.pin import Given
from core.actions import parse
from core.actions.sessions import GivePin, PinForgotten, SayAgain
from core.actions.staff import StaffHome
from core.actor import Presence
from core.errors import ButtonOutdated, JournalError, PinNeeded
from core.rules.code_text import canonical, surely_code
from core.rules.pin import DIGITS

Refused = Callable[[Chat, JournalError], Awaitable[bool]]


@dataclass
class Standing:
    """The pad that stands in a locked chat, and the album whose further files bring no pad of their own."""

    pad: int = 0
    album: str | None = None


class PinGate:
    """Of one staff front: `handlers` for its pads, `refused` in the place of what the front was to do otherwise."""

    def __init__(self, otherwise: Refused) -> None:
        self.handlers = Handlers()
        self.handlers.press(GivePin)(self.take_digit)
        self.handlers.press(SayAgain)(self.say_again)
        self.handlers.press(PinForgotten)(self.tell_forgotten)
        self._otherwise = otherwise
        self._front: Front | None = None
        self._standing: dict[str, Standing] = {}

    def guard(self, front: Front) -> Front:
        """What came while a phone was locked goes through this front again."""
        self._front = front
        return front

    async def refused(self, chat: Chat, error: JournalError) -> bool:
        """Ask for the PIN; a code lets in, or ends sessions, all the same."""
        if not isinstance(error, PinNeeded):
            return await self._otherwise(chat, error)
        if isinstance(chat.event, Message) and (code := _code_in(chat.event)):
            await come_in(chat, code)
        elif isinstance(chat.event, Message):
            await self._hold(chat, chat.event)
        else:
            await self._ask(chat, chat.event.data or "")
        return True

    async def take_digit(self, chat: Chat, action: GivePin) -> None:
        """One more digit; after the fourth, what the pad stands before."""
        origin = _origin(_pressed(chat)) or StaffHome().pack()
        async with chat.work(Presence.LOCKED) as work:
            asked = await pin.asked(work)
            proof = await pin.give(work, action.typed) if asked.locked and len(action.typed) >= DIGITS else None
        if not asked.locked or (proof is not None and proof.open):
            await self._go_on(chat, origin if asked.locked else "")
        elif proof is not None and proof.given is Given.WAITS and proof.until is not None:
            await chat.show(screens.waiting(origin, proof.until, chat.t))
        else:
            typed, said = ("", screens.miss(proof, chat.t)) if proof else (action.typed, "")
            await chat.show(screens.unlock_pad(typed, origin, said, chat.t))

    async def say_again(self, chat: Chat, action: SayAgain) -> None:
        """«Start over» under the words of a locked phone; when it is open by now, they are carried out."""
        async with chat.work() as work:
            work.actor.require_staff()
        await self._go_on(chat, action.pack())

    async def tell_forgotten(self, chat: Chat, _action: PinForgotten) -> None:
        async with chat.work(Presence.LOCKED) as work:
            await pin.asked(work)
        await chat.toast(chat.t.plain("pin-forgotten-how"), alert=True)

    async def _hold(self, chat: Chat, message: Message) -> None:
        """The message waits; the rest of an album brings no pad of its own."""
        as_given = message.model_dump(mode="json", exclude_unset=True)
        async with chat.work(Presence.LOCKED) as work:
            await held.hold(work, f"{message.message_id}:{message.edit_date or ''}", as_given)
        standing = self._standing.setdefault(chat.address.chat, Standing())
        album, standing.album = standing.album, message.media_group_id
        if album is None or album != standing.album:
            await self._ask(chat, SayAgain().pack())

    async def _ask(self, chat: Chat, origin: str) -> None:
        """The pad: in its own place when it was pressed, else under what it stands before."""
        async with chat.work(Presence.LOCKED) as work:
            asked = await pin.asked(work)
        words = isinstance(chat.event, Message)
        screen = screens.unlock_pad("", origin, chat.t("pin-words-kept") if words else "", chat.t)
        if asked.until is not None:
            screen = screens.waiting(origin, asked.until, chat.t)
        if _is_pad(_pressed(chat)):
            await chat.show(screen)
            return
        standing = self._standing.setdefault(chat.address.chat, Standing())
        if standing.pad:
            await chat.remove(standing.pad)
        about = chat.event if isinstance(chat.event, Message) else _pressed(chat)
        standing.pad = await chat.send(screen, reply_to=about.message_id if about else None)

    async def _go_on(self, chat: Chat, origin: str) -> None:
        """The phone is open: the pad goes, and what it stood before is carried out."""
        pad, action = _pressed(chat), _parsed(origin)
        self._standing.pop(chat.address.chat, None)
        if action is None or pad is None:
            await chat.toast(chat.t.plain("pin-opened"))
            await (chat.remove(pad.message_id) if pad else home(chat))
        elif isinstance(action, SayAgain):
            await chat.toast()
            await chat.remove(pad.message_id)
            await self._carry_out(chat)
        else:
            await self._press_again(chat, pad, origin)
            await self._carry_out(chat)

    async def _press_again(self, chat: Chat, pad: Message, origin: str) -> None:
        """As if the button had just been pressed where it stands."""
        action = parse(origin)
        handler = self._guarded.handlers.presses.get(type(action))
        if handler is None or not isinstance(chat.event, CallbackQuery):
            raise ButtonOutdated
        if pad.reply_to_message is not None:
            await chat.remove(pad.message_id)
            chat.event = chat.event.model_copy(update={"message": pad.reply_to_message, "data": origin})
        if type(action) not in self._guarded.handlers.answers:
            chat.entry = Entry(action)
        await handler(chat, action)

    async def _carry_out(self, chat: Chat) -> None:
        """All that came meanwhile, in its order; each is let go only after it, for updates may come twice."""
        async with chat.work() as work:
            waiting = await held.held(work)
        for one in waiting:
            message = Message.model_validate(one.message)
            take = self._guarded.on_message if message.edit_date is None else self._guarded.on_edited
            await take(message, chat.bot)
            async with chat.work(Presence.LOCKED) as work:
                await held.let_go(work, one)

    @property
    def _guarded(self) -> Front:
        if self._front is None:
            raise RuntimeError("the gate guards no front yet")
        return self._front


def _code_in(message: Message) -> str | None:
    """A code, alone or behind /start or /stop."""
    words = (message.text or "").removeprefix("/start").removeprefix("/stop")
    return words.strip() if surely_code(words) and canonical(words) is not None else None


def _pressed(chat: Chat) -> Message | None:
    """The message whose button was pressed, as far as Telegram still hands it over."""
    message = chat.event.message if isinstance(chat.event, CallbackQuery) else None
    return message if isinstance(message, Message) else None


def _is_pad(message: Message | None) -> bool:
    return any(data.partition(":")[0] in (GivePin.prefix, PinForgotten.prefix) for data in _data(message))


def _origin(message: Message | None) -> str:
    """What a pad stands before; nothing when it cannot be known any more."""
    others = (data for data in _data(message) if data.partition(":")[0] not in (GivePin.prefix, PinForgotten.prefix))
    return next(others, "")


def _data(message: Message | None) -> list[str]:
    rows = message.reply_markup.inline_keyboard if message is not None and message.reply_markup else []
    return [button.callback_data for row in rows for button in row if button.callback_data]


def _parsed(origin: str) -> object | None:
    try:
        return parse(origin) if origin else None
    except ButtonOutdated:
        return None
