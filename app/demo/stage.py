"""What the chat page opens with: the people, their phones and the clock; and both bots at work behind it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from app.compose import product
from app.demo.cast import CLASS
from app.demo.connect import Player
from app.settings import Settings
from core.app import App
from core.terms import Door
from locales import Translator
from sandbox import ClockControl, Person, Sandbox, Stage

TOKENS = {Door.STAFF: "1001:demo-staff-bot", Door.FAMILY: "1002:demo-family-bot"}
USERNAMES = {Door.STAFF: "zvonok_school_bot", Door.FAMILY: "zvonok_family_bot"}
LEFT, RIGHT, ABSENT = "teacher", "parent", "pupil"


@asynccontextmanager
async def on_stage(
    app: App, players: Sequence[Player], clock: ClockControl, place: tuple[Path, str, int], t: Translator
) -> AsyncIterator[Sandbox]:
    """The Telegram in a box with the product behind it, everybody's chat open. `place`: data folder, host, port."""
    data, host, port = place
    sandbox = build_sandbox(players, clock, t)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(sandbox.stop)
        address = await sandbox.start(host, port)
        await stack.enter_async_context(product(app, _settings(data, address)))
        await open_phones(sandbox, players)
        yield sandbox


def build_sandbox(players: Sequence[Player], clock: ClockControl, t: Translator) -> Sandbox:
    """A Telegram with both bots in it and everybody's phone: the teacher's on the left, a parent's on the right."""
    pupil = next(p.part.name for p in players if p.part.key == ABSENT)
    stage = Stage(
        title=t.plain("demo-title"),
        people=[_person(player, pupil, t) for player in players],
        clock=clock,
        left=_place(players, LEFT, Door.STAFF),
        right=_place(players, RIGHT, Door.FAMILY),
    )
    sandbox = Sandbox(stage, wall=clock.now)
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], t.plain(f"demo-bot-{door}"))
    return sandbox


async def open_phones(sandbox: Sandbox, players: Sequence[Player]) -> None:
    """Everybody who is connected opens the bot, so that it may write to them."""
    phones = [sandbox.phone(p.id, USERNAMES[door]) for p in players if not p.part.stranger for door in p.doors]
    for phone in phones:
        await phone.start()
    for phone in phones:
        await phone.next_message()


def _person(player: Player, pupil: str, t: Translator) -> Person:
    part = player.part
    return Person(
        id=player.id,
        name=f"{part.name} · {t.plain(f'demo-role-{part.key}', unit=CLASS)}",
        language=t.language,
        hint=t.plain(f"demo-hint-{part.key}", unit=CLASS, pupil=pupil),
        bots=tuple(USERNAMES[door] for door in player.doors),
        start=player.code,
    )


def _place(players: Sequence[Player], key: str, door: Door) -> tuple[int, str]:
    return next(p.id for p in players if p.part.key == key), USERNAMES[door]


def _settings(data: Path, address: str) -> Settings:
    return Settings(
        _env_file=None,
        data=data,
        staff_token=SecretStr(TOKENS[Door.STAFF]),
        family_token=SecretStr(TOKENS[Door.FAMILY]),
        telegram_api=address,
        proxy=None,
        webhook_url=None,
    )
