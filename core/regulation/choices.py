"""Which regulation is in force, which is to come, and which there are to choose from (J6)."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.app import Work
from core.rights import CHOOSES_REGULATION
from core.school import regulation_of
from regulations import DEFAULT, Regulation, RegulationError, load, parse, presets
from storage.models import RegulationChoice, RegulationFile


@dataclass(frozen=True)
class Choice:
    """A choice made: `body` is empty for a preset. Id 0: nobody has chosen, the default runs."""

    id: int = 0
    since: date = date.min
    name: str = DEFAULT
    body: str = ""
    overrides: dict[str, Any] = field(default_factory=dict)

    @property
    def regulation(self) -> Regulation:
        """The rules chosen. Raises RegulationError."""
        return regulation_of(self.name, self.body, self.overrides)

    def alike(self, other: "Choice") -> bool:
        """Whether both put the same rules in force."""
        return (self.name, self.body, self.overrides) == (other.name, other.body, other.overrides)


@dataclass(frozen=True)
class Rules:
    """The rules of today, since when, and those chosen for later days. `seen` is the newest choice made."""

    now: Choice
    planned: tuple[Choice, ...]
    seen: int
    may_choose: bool


@dataclass(frozen=True)
class Offer:
    """A regulation to choose: `key` is short enough for a button, `own` a file of the school's."""

    key: str
    name: str
    title: str
    body: str = ""

    @property
    def own(self) -> bool:
        return bool(self.body)


def may_choose(work: Work) -> bool:
    """The director and the deputies choose the school's rules."""
    return work.actor.holds(*CHOOSES_REGULATION)


async def rules(work: Work) -> Rules:
    """The rules in force, for anybody of the staff. Raises NotConnected."""
    work.actor.require_staff()
    made = await choices_made(work)
    later = [c for c in made if c.since > work.today]
    last_of_day = {c.since: c for c in later}
    seen = max((c.id for c in made), default=0)
    return Rules(in_force(made, work.today), tuple(last_of_day.values()), seen, may_choose(work))


async def choices_made(work: Work) -> list[Choice]:
    """Every choice, in the order in which a later one outranks."""
    columns = (RegulationChoice.id, RegulationChoice.since, RegulationChoice.name, RegulationChoice.body)
    query = select(*columns, RegulationChoice.overrides).order_by(RegulationChoice.since, RegulationChoice.id)
    return [Choice(*row) for row in await work.session.execute(query)]


def in_force(made: Sequence[Choice], day: date) -> Choice:
    """The choice whose rules hold for lessons of a day."""
    return next((c for c in reversed(made) if c.since <= day), Choice())


def before(made: Sequence[Choice], day: date) -> Choice:
    """What holds the day before."""
    return in_force(made, day - timedelta(days=1))


async def offers(work: Work) -> list[Offer]:
    """The presets, the default first, then the school's own files by name."""
    named = sorted(presets(), key=lambda name: (name != DEFAULT, name))
    found = [Offer(name, name, load(name).title) for name in named]
    for name, body in (await own_files(work.session)).items():
        found.append(Offer(file_key(name), name, parse(body, name).title, body))
    return found


async def own_files(session: AsyncSession) -> dict[str, str]:
    """The school's own files by name, with their texts.

    A file that a newer edition of the product no longer takes is left out; it is to be sent anew.
    """
    files = select(RegulationFile.name, RegulationFile.body).order_by(RegulationFile.name)
    found: dict[str, str] = {}
    for name, body in await session.execute(files):
        with suppress(RegulationError):
            parse(body, name)
            found[name] = body
    return found


def file_key(name: str) -> str:
    """A file's name as a button carries it."""
    return "f-" + blake2b(name.encode(), digest_size=5).hexdigest()


def key_of(choice: Choice) -> str:
    """The regulation of a choice as a button carries it."""
    return file_key(choice.name) if choice.body else choice.name
