"""Changing the school's rules: looked at first, then confirmed; from today or later, never for days past."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select

from core.app import Work
from core.audit import record
from core.errors import NothingThere, RegulationChangedMeanwhile, RegulationDayWrong, RegulationUnfit
from core.regulation.choices import Choice, before, choices_made, in_force, offers
from core.regulation.options import OPTIONS
from core.rights import CHOOSES_REGULATION
from regulations import RULES, Regulation, RegulationError
from storage.models import RegulationChoice, School

KEEP = "keep"
"""The target of a change that lets the rules before a planned day go on."""
AHEAD = timedelta(days=366)


@dataclass(frozen=True)
class Change:
    """`target` is a regulation's key, with `option` empty; or a rule, with the key of a value offered for it."""

    target: str
    option: str = ""


@dataclass(frozen=True)
class Preview:
    """What a change would do from a day on: `rules` are the fields whose value differs.

    `planned`: other rules are already chosen from that later day. `seen` goes into the confirming button.
    """

    change: Change
    since: date
    today: date
    before: Regulation
    after: Regulation
    rules: tuple[str, ...]
    seen: int
    planned: date | None = None


@dataclass(frozen=True)
class Chosen:
    """The rules put in force from a day; `changed` False: they held already."""

    regulation: Regulation
    since: date
    changed: bool


def require_chooser(work: Work) -> int:
    """Raises NotConnected, AccessDenied."""
    return work.actor.require_role(*CHOOSES_REGULATION)


async def preview(work: Work, change: Change, since: date | None = None) -> Preview:
    """Look at a change from a day on (none: today).

    Raises NotConnected, AccessDenied, NothingThere, RegulationDayWrong.
    """
    require_chooser(work)
    day = _allowed(work, since or work.today)
    made = await choices_made(work)
    now, wanted = in_force(made, day), await _wanted(work, change, made, day)
    later = next((c.since for c in made if c.since > day), None)
    differing = differences(now.regulation, wanted.regulation)
    return Preview(change, day, work.today, now.regulation, wanted.regulation, differing, _newest(made), later)


async def confirm(work: Work, change: Change, since: date, seen: int) -> Chosen:
    """Carry out a change that was looked at when `seen` was the newest choice; twice changes nothing more.

    Raises as `preview`, and RegulationChangedMeanwhile.
    """
    require_chooser(work)
    day = _allowed(work, since)
    await _take_turns(work)
    made = await choices_made(work)
    wanted = await _wanted(work, change, made, day)
    if in_force(made, day).alike(wanted):
        return Chosen(wanted.regulation, day, changed=False)
    if _newest(made) != seen:
        raise RegulationChangedMeanwhile
    return await _put(work, wanted, in_force(made, day))


async def choose(work: Work, name: str, since: date, overrides: Mapping[str, Any] | None = None) -> Chosen:
    """Put a preset or a file of the school's, by name, in force from a day, with single fields over it.

    Raises NotConnected, AccessDenied, NothingThere, RegulationDayWrong, RegulationUnfit.
    """
    require_chooser(work)
    day = _allowed(work, since)
    await _take_turns(work)
    offer = next((o for o in await offers(work) if o.name == name), None)
    if offer is None:
        raise NothingThere
    wanted = Choice(since=day, name=name, body=offer.body, overrides=dict(overrides or {}))
    made = await choices_made(work)
    try:
        regulation = wanted.regulation
    except RegulationError as error:
        raise unfit(error) from error
    if in_force(made, day).alike(wanted):
        return Chosen(regulation, day, changed=False)
    return await _put(work, wanted, in_force(made, day))


def differences(one: Regulation, other: Regulation) -> tuple[str, ...]:
    """The rules whose value differs, in the order of the table."""
    return tuple(rule for rule in RULES if getattr(one, rule) != getattr(other, rule))


def unfit(error: RegulationError) -> RegulationUnfit:
    """The same, as core refuses."""
    return RegulationUnfit(file=error.file, field=error.field, problem=error.problem.value, **error.facts)


async def _wanted(work: Work, change: Change, made: Sequence[Choice], day: date) -> Choice:
    """The choice that the change asks for."""
    if change.target == KEEP:
        return replace(before(made, day), since=day)
    if change.target in RULES:
        value = OPTIONS[change.target].get(change.option)
        if value is None:
            raise NothingThere
        now = in_force(made, day)
        return replace(now, since=day, overrides={**now.overrides, change.target: value})
    offer = next((o for o in await offers(work) if o.key == change.target), None)
    if offer is None:
        raise NothingThere
    return Choice(since=day, name=offer.name, body=offer.body)


def _allowed(work: Work, since: date) -> date:
    if not work.today <= since <= work.today + AHEAD:
        raise RegulationDayWrong(since=work.today, latest=work.today + AHEAD)
    return since


async def _take_turns(work: Work) -> None:
    """Two who change the rules at once come one after the other."""
    await work.session.execute(select(School.id).with_for_update())


def _newest(made: Sequence[Choice]) -> int:
    return max((c.id for c in made), default=0)


async def _put(work: Work, wanted: Choice, instead: Choice) -> Chosen:
    values = {"since": wanted.since, "name": wanted.name, "body": wanted.body, "overrides": wanted.overrides}
    row = insert(RegulationChoice).values(**values, chosen_by=work.actor.staff_id, chosen_at=work.now)
    choice = await work.session.scalar(row.returning(RegulationChoice.id))
    record(
        work,
        "regulation.choose",
        "regulation_choice",
        str(choice),
        before={"name": instead.name, "overrides": instead.overrides},
        after={"name": wanted.name, "overrides": wanted.overrides, "since": wanted.since.isoformat()},
    )
    return Chosen(wanted.regulation, wanted.since, changed=True)
