"""What the sandbox remembers: bots, people, their chats and messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.entities import Entity
from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.files import FileStore, MediaKind, StoredFile
from sandbox.limits import Limits, Pace
from sandbox.signals import Signal
from sandbox.stage import Person, Stage
from sandbox.updates import UpdateQueue

Json = dict[str, Any]


@dataclass(slots=True)
class Webhook:
    """Where updates go instead of long polling. `error` is (unix time, sentence) of the last failed delivery."""

    url: str
    secret: str
    connections: int
    error: tuple[int, str] | None = None


@dataclass(eq=False)
class BotState:
    """One bot: its names, settings and updates. `commands` and `menu_buttons` are keyed as the Bot API scopes them."""

    token: str
    username: str
    title: str
    pace: Pace
    id: int = 0
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    webhook: Webhook | None = None
    webhook_changed: Signal = field(default_factory=Signal)
    poll: asyncio.Event | None = None
    last_message_id: int = 0
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    @property
    def names(self) -> tuple[str, str]:
        return self.token, self.username


@dataclass(frozen=True, slots=True)
class Media:
    kind: MediaKind
    file: StoredFile
    duration: int = 0


@dataclass(eq=False, slots=True)
class StoredMessage:
    """One message of a chat. With `media`, `text` and `entities` are its caption. Times are unix."""

    id: int
    from_bot: bool
    date: int
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    media: Media | None = None
    markup: Json | None = None
    edited: int | None = None
    reply_to: StoredMessage | None = None
    album: str | None = None
    silent: bool = False
    pinned: bool = False
    reaction: str = ""

    @property
    def inline_keyboard(self) -> list[list[Json]]:
        return self.markup.get("inline_keyboard", []) if self.markup else []

    @property
    def editable(self) -> bool:
        """Telegram lets a bot edit its own messages without a markup or with an inline keyboard."""
        return self.from_bot and (self.markup is None or "inline_keyboard" in self.markup)


@dataclass(eq=False, slots=True)
class Chat:
    """The private chat of one person with one bot; its id for the bot is the person's id."""

    person: Person
    bot: BotState
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    unread: int = 0
    reply_keyboard: Json | None = None
    changed: Signal = field(default_factory=Signal)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person saw after pressing a button; `answered` is False when the bot stayed silent. `copied`: what is in
    the phone's clipboard now.
    """

    answered: bool
    text: str = ""
    alert: bool = False
    url: str = ""
    copied: str = ""


@dataclass(eq=False, slots=True)
class Callback:
    """A pressed button that waits for answerCallbackQuery."""

    id: str
    chat: Chat
    at: datetime
    answer: asyncio.Future[Answer]


class World:
    """Everything in the box. One instance belongs to one event loop."""

    def __init__(
        self, stage: Stage, limits: Limits, monotonic: Callable[[], float], wall: Callable[[], datetime]
    ) -> None:
        self.stage = stage
        self.limits = limits
        self.monotonic = monotonic
        self.wall = wall
        self.faults = Faults()
        self.files = FileStore()
        self.events = Events()
        self.people: dict[int, Person] = {}
        self.gone_people: set[int] = set()
        self.bots: dict[str, BotState] = {}
        self.callbacks: dict[str, Callback] = {}
        self.closing = asyncio.Event()
        self._by_username: dict[str, BotState] = {}
        self._chats: dict[tuple[int, str], Chat] = {}
        self._last_callback = 0
        self._last_album = 0

    def add_bot(self, token: str, username: str, title: str) -> BotState:
        if not token.partition(":")[0].isdigit():
            raise ValueError("a bot token looks like 123456:letters")
        bot = BotState(token, username, title, Pace(self.limits, self.monotonic), id=int(token.partition(":")[0]))
        self.bots[token] = self._by_username[username] = bot
        return bot

    def add_person(self, person: Person) -> None:
        """Adds a person, or changes the name, language and hint of one already here."""
        self.people[person.id] = person
        for chat in self._chats.values():
            if chat.person.id == person.id:
                chat.person = person
        self.events.publish({"type": "people"})

    def chat(self, person_id: int, username: str) -> Chat:
        """The chat, made when first asked for. Raises KeyError for an unknown person or bot."""
        found = self._chats.get((person_id, username))
        if found is None:
            found = self._chats[person_id, username] = Chat(self.people[person_id], self._by_username[username])
        return found

    def opened_chat(self, bot: BotState, chat_id: int) -> Chat | None:
        """The chat as the bot knows it: only once the person has pressed start."""
        found = self._chats.get((chat_id, bot.username))
        return found if found is not None and found.started else None

    def bots_of(self, person: Person) -> Iterator[BotState]:
        return (bot for bot in self.bots.values() if not person.bots or bot.username in person.bots)

    def next_callback_id(self, bot: BotState) -> str:
        self._last_callback += 1
        return f"{bot.id}{self._last_callback:08d}"

    def next_album(self) -> int:
        self._last_album += 1
        return self._last_album

    def close(self) -> None:
        """Wakes everyone who waits, for good."""
        self.closing.set()
        self.events.close()
        for bot in self.bots.values():
            bot.updates.arrived.fire()

    def unix_time(self) -> int:
        return int(self.wall().timestamp())
