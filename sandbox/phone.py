"""The test client: a phone that sees and does what a person sees and does."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sandbox import people
from sandbox.files import MediaKind, Upload
from sandbox.state import Answer, Callback, Chat, World
from sandbox.view import Attachment, Button, Msg, commands_for, see, see_all, see_reply_keyboard

T = TypeVar("T")
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Found:
    """A button on the screen: its message and place."""

    message: Msg
    row: int
    column: int
    button: Button


class Phone:
    """One person's chat with one bot. Every wait ends in AssertionError with the chat written out."""

    def __init__(self, world: World, chat: Chat, patience: float = PATIENCE) -> None:
        self._world = world
        self._chat = chat
        self._patience = patience
        self._read_up_to = max(chat.messages, default=0)

    # What the person does.

    async def start(self, payload: str = "") -> int:
        """Presses START, or follows a deep link; returns the id of the message sent."""
        return people.start(self._world, self._chat, payload).id

    async def send(self, text: str, reply_to: int | None = None, *, html: bool = False) -> int:
        """Sends words; with `html` they are formatted (<b>, <i>, <a href>… as in the Bot API)."""
        return people.send_text(self._world, self._chat, text, reply_to, html=html)[-1].id

    async def reply(self, text: str, to: Msg) -> int:
        return await self.send(text, reply_to=to.id)

    async def edit(self, message: int, text: str, *, html: bool = False) -> None:
        """Changes the words or the caption of an own message."""
        people.edit_text(self._world, self._chat, message, text, html=html)

    async def delete(self, message: int) -> None:
        """Deletes a message on both sides; a later reply to it carries no `reply_to_message`."""
        people.delete(self._world, self._chat, message)

    async def upload(
        self,
        content: bytes,
        name: str,
        mime: str = "application/octet-stream",
        *,
        caption: str = "",
        as_: MediaKind = "document",
        reply_to: int | None = None,
    ) -> int:
        uploads = [Upload(name, mime, content)]
        return people.send_files(self._world, self._chat, uploads, kind=as_, caption=caption, reply_to=reply_to)[0].id

    async def upload_album(
        self, uploads: list[Upload], as_: MediaKind = "photo", caption: str = "", reply_to: int | None = None
    ) -> list[int]:
        sent = people.send_files(self._world, self._chat, uploads, kind=as_, caption=caption, reply_to=reply_to)
        return [stored.id for stored in sent]

    async def press(self, label: str, *, message: int | None = None, exact: bool = False) -> Answer:
        """Presses the button whose label contains (or equals) `label` on the newest message that has one, and waits
        for the bot's answer. A button not there yet is waited for: a press may be answered before its screen comes.
        Two such buttons on one message are refused as ambiguous."""
        found = await self._button(label, message, exact=exact)
        callback = people.press(self._world, self._chat, found.message.id, found.row, found.column)
        if callback is None:
            return Answer(answered=True, url=found.button.url, copied=found.button.copy)
        return await self._answer(callback, label)

    async def press_data(self, data: str, message: int) -> Answer:
        """Presses with any callback data, as an old or a forged button would."""
        return await self._answer(people.press_data(self._world, self._chat, message, data), data)

    async def press_silently(self, label: str, *, message: int | None = None, exact: bool = False) -> None:
        """Presses without waiting for the answer, as an impatient person does."""
        found = await self._button(label, message, exact=exact)
        people.press(self._world, self._chat, found.message.id, found.row, found.column)

    async def block(self) -> None:
        people.block(self._world, self._chat, blocked=True)

    async def unblock(self) -> None:
        people.block(self._world, self._chat, blocked=False)

    async def deactivate(self) -> None:
        people.deactivate(self._world, self._chat)

    def age(self, *, days: int) -> None:
        """Makes all messages of the chat so much older."""
        for stored in self._chat.messages.values():
            stored.date -= days * 24 * 3600

    def read(self) -> None:
        people.mark_read(self._world, self._chat)

    # What the person sees.

    @property
    def messages(self) -> list[Msg]:
        return see_all(self._chat)

    @property
    def screen(self) -> Msg:
        """The newest message of the bot."""
        newest = next((stored for stored in reversed(self._chat.messages.values()) if stored.from_bot), None)
        if newest is None:
            raise AssertionError(f"the bot has written nothing\n{self.dump()}")
        return see(self._chat, newest)

    @property
    def pushes(self) -> list[Msg]:
        """Messages of the bot that rang: not silent, and not mere edits."""
        return [msg for msg in self.messages if msg.from_bot and not msg.silent]

    @property
    def unread(self) -> int:
        return self._chat.unread

    @property
    def keys(self) -> list[list[str]]:
        """Rows of the reply keyboard, if one is shown."""
        shown = see_reply_keyboard(self._chat)
        return shown["rows"] if shown else []

    @property
    def commands(self) -> list[str]:
        """The command menu of this person in this bot."""
        return [command["command"] for command in commands_for(self._chat)]

    async def sees(self, *parts: str, after: int = 0, timeout: float | None = None) -> Msg:  # noqa: ASYNC109 - a test's patience
        """Waits until one message, later than the message `after`, contains all the parts (in its text or labels) and
        returns the newest such. What the bot says every time is waited for with `after`: earlier ones match too."""
        wanted = " and ".join(repr(part) for part in parts)
        return await self._wait(lambda: self._matching(parts, after=after), timeout, f"no message with {wanted}")

    async def loses(self, message: int) -> None:
        """Waits until the message is no longer in the chat."""
        await self._wait(lambda: message not in self._chat.messages or None, None, f"message {message} is still there")

    async def never_sees(self, part: str, within: float = 0.3) -> None:
        """Watches for so many seconds that no message of the bot contains `part`."""
        until = time.monotonic() + within
        while True:
            if self._matching((part,), of_bot=True):
                raise AssertionError(f"{part!r} is on the screen\n{self.dump()}")
            if not await self._chat.changed.wait(until - time.monotonic()):
                return

    async def next_message(self) -> Msg:
        """Waits for the bot's next new message: one that no earlier call has returned."""
        found = await self._wait(self._unreturned, None, "no new message")
        self._read_up_to = found.id
        return found

    async def settle(self, quiet: float = 0.1) -> None:
        """Waits until the bot has taken every update and left this chat unchanged for `quiet` seconds."""
        until = time.monotonic() + self._patience
        while await self._chat.changed.wait(quiet) or self._chat.bot.updates.pending:
            if time.monotonic() > until:
                raise AssertionError(f"the chat does not come to rest\n{self.dump()}")

    async def download(self, msg: Msg) -> bytes:
        """The bytes of the message's photo, file or voice."""
        attachment = msg.photo or msg.document or msg.voice
        if attachment is None:
            raise AssertionError(f"message {msg.id} carries no file\n{self.dump()}")
        return self._bytes(attachment)

    def dump(self) -> str:
        """The last twenty messages as text, for the eyes of whoever reads a failed test."""
        head = f"chat of {self._chat.person.name} with @{self._chat.bot.username}:"
        return "\n".join([head, *(_line(msg) for msg in self.messages[-20:])])

    def _bytes(self, attachment: Attachment) -> bytes:
        file = self._world.files.find(attachment.file_id)
        if file is None:
            raise AssertionError(f"no file {attachment.name}")
        return file.content

    def _matching(self, parts: tuple[str, ...], *, of_bot: bool = False, after: int = 0) -> Msg | None:
        for stored in reversed(self._chat.messages.values()):
            if stored.id <= after or (of_bot and not stored.from_bot):
                continue
            # Long chats are searched often: only the message that matches is drawn.
            labels = [button["text"] for row in stored.inline_keyboard for button in row]
            shown = "\n".join([stored.text, *labels])
            if all(part in shown for part in parts):
                return see(self._chat, stored)
        return None

    def _unreturned(self) -> Msg | None:
        newer = (m for m in self._chat.messages.values() if m.from_bot and m.id > self._read_up_to)
        stored = next(newer, None)
        return see(self._chat, stored) if stored else None

    async def _wait(self, look: Callable[[], T | None], seconds: float | None, complaint: str) -> T:
        until = time.monotonic() + (self._patience if seconds is None else seconds)
        while True:
            found = look()
            if found is not None:
                return found
            if not await self._chat.changed.wait(until - time.monotonic()):
                raise AssertionError(f"{complaint}\n{self.dump()}")

    async def _answer(self, callback: Callback, label: str) -> Answer:
        answer = await people.await_answer(callback, self._patience)
        if not answer.answered:
            raise AssertionError(f"the bot never answered the press of {label!r}\n{self.dump()}")
        return answer

    async def _button(self, label: str, message_id: int | None, *, exact: bool) -> Found:
        return await self._wait(lambda: self._find(label, message_id, exact=exact), None, f"no button {label!r}")

    def _find(self, label: str, message_id: int | None, *, exact: bool) -> Found | None:
        for stored in reversed(self._chat.messages.values()):
            if message_id not in {None, stored.id}:
                continue
            found = _buttons(see(self._chat, stored), label, exact=exact)
            if len(found) == 1:
                return found[0]
            if found:
                labels = [place.button.text for place in found]
                raise AssertionError(f"{label!r} is ambiguous: {labels}\n{self.dump()}")
        return None


def _buttons(msg: Msg, label: str, *, exact: bool) -> list[Found]:
    return [
        Found(msg, row, column, button)
        for row, buttons in enumerate(msg.keyboard)
        for column, button in enumerate(buttons)
        if (button.text == label if exact else label in button.text)
    ]


def _line(msg: Msg) -> str:
    attachment = msg.photo or msg.document or msg.voice
    edited = " (edited)" if msg.edited and not msg.from_bot else ""
    parts = [f"  {msg.id} {'<-' if msg.from_bot else '->'} {msg.text}{edited}"]
    if attachment:
        parts.append(f"      file {attachment.name} ({attachment.size} bytes)")
    parts.extend(f"      [{'] ['.join(row)}]" for row in msg.rows)
    return "\n".join(parts)
