"""Messages as a person sees them: what the chat page and the test client show."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from sandbox.page_html import to_html
from sandbox.state import Chat, Json, Media, StoredMessage

LATEST = 300


@dataclass(frozen=True, slots=True)
class Button:
    """`kind` is callback, url, copy, web_app or switch; `style` is primary, success, danger or empty."""

    text: str
    kind: str
    style: str = ""
    url: str = ""
    copy: str = ""
    data: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Attachment:
    """`url` leads to the bytes on the sandbox server; `size` in bytes, `duration` in seconds, the sides in pixels."""

    file_id: str = field(repr=False)
    url: str = field(repr=False)
    name: str = ""
    mime: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    duration: int = 0


@dataclass(frozen=True, slots=True)
class Msg:
    """One message on the screen. `sender` is `bot` or `person`; `text` is also the caption of a photo or a file."""

    id: int
    sender: str
    date: str
    edited: bool
    text: str
    html: str = field(repr=False)
    keyboard: tuple[tuple[Button, ...], ...] = ()
    photo: Attachment | None = None
    document: Attachment | None = None
    voice: Attachment | None = None
    reply_to: tuple[int, str] | None = None
    force_reply: bool = False
    placeholder: str = ""
    silent: bool = False
    pinned: bool = False
    reaction: str = ""
    album: str = ""

    @property
    def from_bot(self) -> bool:
        return self.sender == "bot"

    @property
    def rows(self) -> list[list[str]]:
        return [[button.text for button in row] for row in self.keyboard]

    @property
    def labels(self) -> list[str]:
        return [label for row in self.rows for label in row]

    @property
    def documents(self) -> list[Attachment]:
        return [self.document] if self.document else []

    def as_json(self) -> Json:
        """The shape that the chat page reads."""
        shown: dict[str, Any] = asdict(self)
        shown["from"] = shown.pop("sender")
        shown["keyboard"] = [list(row) for row in shown["keyboard"]] or None
        shown["reply_to"] = {"id": self.reply_to[0], "text": self.reply_to[1]} if self.reply_to else None
        return shown


def see(chat: Chat, stored: StoredMessage) -> Msg:
    markup = stored.markup or {}
    attachment = {stored.media.kind: _attachment(chat, stored.media)} if stored.media else {}
    return Msg(
        id=stored.id,
        sender="bot" if stored.from_bot else "person",
        date=datetime.fromtimestamp(stored.date, UTC).isoformat(),
        edited=stored.edited is not None,
        text=stored.text,
        html=to_html(stored.text, stored.entities),
        keyboard=tuple(tuple(_button(button) for button in row) for row in stored.inline_keyboard),
        photo=attachment.get("photo"),
        document=attachment.get("document"),
        voice=attachment.get("voice"),
        reply_to=(stored.reply_to.id, stored.reply_to.text[:100]) if stored.reply_to else None,
        force_reply=bool(markup.get("force_reply")),
        placeholder=markup.get("input_field_placeholder") or "",
        silent=stored.silent,
        pinned=stored.pinned,
        reaction=stored.reaction,
        album=stored.album or "",
    )


def see_all(chat: Chat) -> list[Msg]:
    """The newest messages in order, at most `LATEST` of them."""
    return [see(chat, stored) for stored in list(chat.messages.values())[-LATEST:]]


def see_chat(chat: Chat) -> Json:
    return {
        "messages": [msg.as_json() for msg in see_all(chat)],
        "reply_keyboard": see_reply_keyboard(chat),
        "commands": commands_for(chat),
        "blocked": chat.blocked,
        "started": chat.started,
        "unread": chat.unread,
    }


def see_reply_keyboard(chat: Chat) -> Json | None:
    keyboard = chat.reply_keyboard
    if keyboard is None:
        return None
    rows = [[key if isinstance(key, str) else key["text"] for key in row] for row in keyboard["keyboard"]]
    return {"rows": rows, "placeholder": keyboard.get("input_field_placeholder") or ""}


def commands_for(chat: Chat) -> list[Json]:
    """The command menu of this person: the narrowest scope with commands, then the person's language.

    Order of scopes: https://core.telegram.org/bots/api#determining-list-of-commands
    """
    for scope in (f"chat:{chat.person.id}", "all_private_chats", "default"):
        for language in (chat.person.language, ""):
            if found := chat.bot.commands.get((scope, language)):
                return found
    return []


def _button(button: Json) -> Button:
    text, style = button["text"], button.get("style") or ""
    if "callback_data" in button:
        return Button(text, "callback", style, data=button["callback_data"])
    if "copy_text" in button:
        return Button(text, "copy", style, copy=button["copy_text"]["text"])
    if "url" in button:
        return Button(text, "url", style, url=button["url"])
    return Button(text, "web_app" if "web_app" in button else "switch", style)


def _attachment(chat: Chat, media: Media) -> Attachment:
    file = media.file
    return Attachment(
        file_id=file.file_id,
        url=f"/api/file/{chat.person.id}/{file.file_id}",
        name=file.name,
        mime=file.mime,
        size=len(file.content),
        width=file.width,
        height=file.height,
        duration=media.duration,
    )
