"""One's own phones and PIN (A5)."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.entry import come_in
from bots.staff.screens import pin as pads
from bots.staff.screens import sessions as screens
from core.access import pin, sessions
from core.access.pin import Given, Kept
from core.actions.sessions import (
    ChoosePause,
    CutOthers,
    CutPhone,
    IssueEndCode,
    NewPin,
    OpenSessions,
    PinWish,
    ProvePin,
)
from core.errors import ButtonOutdated
from core.rules.pin import DIGITS, is_pin, too_plain

handlers = Handlers()


@handlers.press(OpenSessions)
async def open_sessions(chat: Chat, _action: OpenSessions) -> None:
    await _show(chat)


@handlers.press(CutPhone)
async def cut_phone(chat: Chat, action: CutPhone) -> None:
    async with chat.work() as work:
        cut = await sessions.cut_phone(work, action.link) if action.sure else False
        shown = await sessions.my_sessions(work)
    phone = next((one for one in shown.phones if one.link_id == action.link and not one.here), None)
    if action.sure or phone is None:
        await chat.show(screens.sessions(shown, chat.t), chat.t.plain("done-toast" if cut else "already-so"))
    else:
        await chat.show(screens.ask_cut(phone, chat.t))


@handlers.press(CutOthers)
async def cut_others(chat: Chat, action: CutOthers) -> None:
    async with chat.work() as work:
        cut = await sessions.cut_others(work, action.last) if action.sure else 0
        shown = await sessions.my_sessions(work)
    if action.sure or not shown.others:
        toast = chat.t.plain("person-revoked-toast", count=cut) if cut else chat.t.plain("already-so")
        await chat.show(screens.sessions(shown, chat.t), toast)
    else:
        await chat.show(screens.ask_cut_others(shown, chat.t))


@handlers.press(IssueEndCode)
async def issue_end_code(chat: Chat, action: IssueEndCode) -> None:
    async with chat.work() as work:
        issued = await sessions.issue_end_code(work, action.seen)
    await chat.show(screens.end_code(issued, chat.t))


@handlers.command("stop")
async def stop(chat: Chat, argument: str) -> None:
    """Ends all sessions of the code's holder, from any phone."""
    if argument:
        await come_in(chat, argument)
        return
    async with chat.work():
        pass
    await chat.send(screens.how_to_stop(chat.t))


@handlers.press(ChoosePause)
async def choose_pause(chat: Chat, _action: ChoosePause) -> None:
    async with chat.work() as work:
        pause = await pin.pause_of(work)
    await chat.show(pads.pauses(pause, chat.t))


@handlers.press(NewPin)
async def type_new_pin(chat: Chat, action: NewPin) -> None:
    """Digit by digit, then once more; four that differ from the first four start over."""
    async with chat.work() as work:
        await pin.pause_of(work)
    if len(action.typed) < DIGITS:
        await chat.show(pads.new_pad(action, "", chat.t))
    elif not action.once:
        await _take_first(chat, action)
    elif action.once != action.typed:
        await chat.show(pads.new_pad(NewPin(action.after, action.old), chat.t("pin-differs"), chat.t))
    else:
        await _keep(chat, action)


@handlers.press(ProvePin)
async def prove(chat: Chat, action: ProvePin) -> None:
    """The PIN in force, digit by digit, before anything about it changes."""
    if len(action.typed) < DIGITS:
        async with chat.work() as work:
            await pin.pause_of(work)
        await chat.show(pads.prove_pad(action, "", chat.t))
        return
    async with chat.work() as work:
        proof = await _CHANGES[action.wish](work, action)
    if not proof.open:
        again = ProvePin(action.wish, action.after)
        await chat.show(pads.prove_pad(again, pads.miss(proof, chat.t), chat.t))
    elif action.wish is PinWish.CHANGE and proof.given is Given.RIGHT:
        await chat.show(pads.new_pad(NewPin(action.after, action.typed), "", chat.t))
    else:
        await _show(chat, chat.t.plain("done-toast"))


_CHANGES = {
    PinWish.CHANGE: lambda work, action: pin.give(work, action.typed),
    PinWish.PAUSE: lambda work, action: pin.set_pause(work, action.typed, action.after),
    PinWish.REMOVE: lambda work, action: pin.remove_pin(work, action.typed),
}


async def _take_first(chat: Chat, action: NewPin) -> None:
    """The first four digits; they are asked for once more unless anybody would guess them."""
    if is_pin(action.typed) and too_plain(action.typed):
        await chat.show(pads.new_pad(NewPin(action.after, action.old), chat.t("pin-plain"), chat.t))
    else:
        await chat.show(pads.new_pad(NewPin(action.after, action.old, once=action.typed), "", chat.t))


async def _keep(chat: Chat, action: NewPin) -> None:
    async with chat.work() as work:
        kept = await pin.set_pin(work, action.typed, action.after, action.old)
    if kept is not Kept.SET:
        raise ButtonOutdated
    await _show(chat, chat.t.plain("pin-set-toast"))


async def _show(chat: Chat, toast: str = "") -> None:
    async with chat.work() as work:
        shown = await sessions.my_sessions(work)
    await chat.show(screens.sessions(shown, chat.t), toast)
