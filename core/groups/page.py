"""The groups of a subject in the classes of a journal page, and who is in which."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Group:
    """A group: a journal page of its own. `last_roll` is the day of the last roll taken in it."""

    load_id: int
    name: str
    teacher: str
    class_ids: frozenset[int]
    last_roll: date | None

    def open_from(self, day: date, today: date) -> date:
        """A roll that was taken without a pupil is left alone: the pupil comes after it, from `day` on at best."""
        return day if self.last_roll is None else max(day, min(self.last_roll, today) + DAY)


@dataclass(frozen=True)
class GroupPupil:
    """A pupil of the page's classes. `load_id` is the group of today (None: in none), since `since`.

    `planned` is the group from `planned_from` on, when a move is ahead. `seen` is the newest membership, which a
    button carries (0: none yet). `free_from` is the first day on which the pupil could be in a group at all.
    """

    pupil_id: int
    name: str
    class_id: int
    class_name: str
    load_id: int | None
    since: date | None
    planned: int | None
    planned_from: date | None
    seen: int
    free_from: date
    may_move: bool


@dataclass(frozen=True)
class GroupPage:
    """The pupils, those without a group first, then in class-list order.

    `chosen` is the group whose page was opened; `movable_from` the day that the regulation allows for a move decided
    today (None: none this year). `opens`: whether the reader may open the journal's page too. `note`: `changed` or
    `already` when a press came late.
    """

    chosen: int
    subject_id: int
    subject: str
    classes: tuple[str, ...]
    class_ids: tuple[int, ...]
    year_starts: date
    today: date
    groups: tuple[Group, ...]
    pupils: tuple[GroupPupil, ...]
    rule: str
    regulation: str
    movable_from: date | None
    opens: bool = True
    note: str = ""

    def group(self, load_id: int | None) -> Group | None:
        """A group of the subject by its page."""
        return next((group for group in self.groups if group.load_id == load_id), None)

    def pupil(self, pupil_id: int) -> GroupPupil | None:
        return next((pupil for pupil in self.pupils if pupil.pupil_id == pupil_id), None)

    def size(self, load_id: int) -> int:
        """Pupils in a group today."""
        return sum(1 for pupil in self.pupils if pupil.load_id == load_id)

    def targets(self, pupil: GroupPupil) -> list[Group]:
        """The groups that the pupil's class has."""
        return [group for group in self.groups if pupil.class_id in group.class_ids]

    def day_of_move(self, pupil: GroupPupil, target: Group | None) -> date | None:
        """The earliest day on which the pupil may be in the target (none: in no group); None: not this year.

        Choosing a first group, and mending a choice before a roll was taken under it, is no move.
        """
        current = self.group(pupil.load_id)
        if target is not None and target is current:
            return pupil.planned_from
        if current is None or pupil.since is None:
            return target.open_from(pupil.free_from, self.today) if target else None
        if current.last_roll is None or current.last_roll < pupil.since:
            return target.open_from(pupil.since, self.today) if target else pupil.since
        if self.movable_from is None:
            return None
        day = current.open_from(self.movable_from, self.today)
        return target.open_from(day, self.today) if target else day
