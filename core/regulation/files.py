"""A regulation file of the school's own, brought in by the director or a deputy."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.errors.regulation import RegulationUnfit
from core.regulation.changing import require_chooser, unfit
from core.regulation.choices import file_key, offers
from regulations import MAX_CHARS, Problem, Regulation, RegulationError, parse, presets, text_of
from storage.models import RegulationFile

MAX_BYTES = MAX_CHARS * 2
"""Cyrillic takes two bytes a letter."""
NAME_CHARS = 40
OWN = "-own"
"""What is put after a preset's name when a school sends its own edition of it."""


@dataclass(frozen=True)
class Brought:
    """A file that is kept; choosing it is the next step."""

    name: str
    key: str
    regulation: Regulation


async def bring_file(work: Work, file_name: str, content: bytes) -> Brought:
    """Check a file and keep it under its name; a file of that name brought before gives way (choices made keep it).

    Raises NotConnected, AccessDenied, RegulationUnfit (nothing is kept).
    """
    staff_id = require_chooser(work)
    name = name_of(file_name)
    body = _text(name, content)
    try:
        regulation = parse(body, name)
    except RegulationError as error:
        raise unfit(error) from error
    stored = await work.session.scalar(select(RegulationFile.body).where(RegulationFile.name == name).with_for_update())
    if stored != body:
        values = {"body": body, "brought_by": staff_id, "brought_at": work.now}
        row = insert(RegulationFile).values(name=name, **values)
        await work.session.execute(row.on_conflict_do_update(index_elements=["name"], set_=values))
        earlier = None if stored is None else {"body": stored}
        record(work, "regulation.file", "regulation_file", name, before=earlier, after={"title": regulation.title})
    return Brought(name, file_key(name), regulation)


async def file_of(work: Work, key: str) -> tuple[str, str, str]:
    """(name, title, text) of a regulation to be edited elsewhere. Raises NotConnected, AccessDenied, NothingThere."""
    require_chooser(work)
    offer = next((o for o in await offers(work) if o.key == key), None)
    if offer is None:
        raise NothingThere
    return offer.name, offer.title, offer.body or text_of(offer.name)


def name_of(file_name: str) -> str:
    """The name a file is known by: «Наш регламент.toml» is «наш-регламент»."""
    stem = file_name.rsplit("/", 1)[-1]
    stem = stem[:-5] if stem.casefold().endswith(".toml") else stem
    name = re.sub(r"[^\w-]+", "-", stem.casefold()).strip("-_")[:NAME_CHARS] or "regulation"
    return name + OWN if name in presets() else name


def _text(name: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise RegulationUnfit(file=name, field="", problem=Problem.TOO_LARGE.value, high=MAX_CHARS)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\0", "\ufffd")
    except UnicodeDecodeError as error:
        raise RegulationUnfit(file=name, field="", problem=Problem.NOT_TOML.value, detail="UTF-8") from error
