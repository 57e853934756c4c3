"""Changing the school's rules: looked at first, then confirmed; from today or later, never for days past."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import delete, insert, select

from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.errors.regulation import RegulationChangedMeanwhile, RegulationDayWrong, RegulationUnfit
from core.regulation.choices import Choice, before, choices_made, in_force, offers
from core.regulation.options import OPTIONS
from core.rights import CHOOSES_REGULATION
from regulations import RULES, Regulation, RegulationError
from storage.models import RegulationChoice, School

KEEP = "keep"
"""The target of a change that takes back what is chosen from a planned day: the rules before it go on."""
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
    """The rules put in force from a day; `changed` False: they held already; `later`: that day is still to come."""

    regulation: Regulation
    since: date
    changed: bool
    later: bool = False


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
    planned = [c.id for c in made if c.since == day > work.today] if change.target == KEEP else []
    if not planned and in_force(made, day).alike(wanted):
        return Chosen(wanted.regulation, day, changed=False)
    if _newest(made) != seen:
        raise RegulationChangedMeanwhile
    if planned:
        return await _take_back(work, planned, wanted, in_force(made, day))
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


async def _take_back(work: Work, planned: Sequence[int], wanted: Choice, instead: Choice) -> Chosen:
    """No lesson was ever held under these choices: they go, so that later changes of today's rules reach beyond."""
    await work.session.execute(delete(RegulationChoice).where(RegulationChoice.id.in_(planned)))
    before = {"name": instead.name, "overrides": instead.overrides, "since": wanted.since.isoformat()}
    after = {"name": wanted.name, "overrides": wanted.overrides}
    record(work, "regulation.undo", "regulation_choice", str(instead.id), before=before, after=after)
    return Chosen(wanted.regulation, wanted.since, changed=True, later=True)


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
    return Chosen(wanted.regulation, wanted.since, changed=True, later=wanted.since > work.today)
