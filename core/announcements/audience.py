"""Whom an announcement is for, part by part (C2)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import text

from core.actions.announcing import Part
from core.announcements.drafts import GROUP, change, groups_of_rows, read_draft
from core.announcements.facts import Draft, Group, May
from core.app import Work
from core.errors import AccessDenied, ButtonOutdated
from core.terms import Role

NUMBERS = (Part.CLASSES, Part.GRADES, Part.GROUPS)
FLAGS = (Part.EVERYBODY, Part.ALL_STAFF, Part.CLASS_LEADERS)
FAMILY = ("guardians", "pupils")

_GROUPS = text(f"""
    SELECT json_agg({GROUP} ORDER BY s.name, t.group_name, t.id)
      FROM teaching_load t JOIN subject s ON s.id = t.subject_id
     WHERE t.year_id = :year AND t.group_name <> ''
       AND EXISTS (SELECT FROM load_class lc WHERE lc.load_id = t.id AND lc.class_id = :class)
""")


async def set_audience(work: Work, announcement_id: int, part: Part, value: str, *, on: bool, seen: int) -> Draft:
    """Put a part in or take it out. `value`: an id or grade in digits, guardians or pupils, a role, else empty.

    Raises AccessDenied for what is not the author's to write to, ButtonOutdated for a value that is none.
    """
    held = await read_draft(work, announcement_id, hold=True)
    said = with_part(held.row.audience, part, value, on=on)
    if on and not allowed(held.draft.may, {part.value: said.get(part.value)}):
        raise AccessDenied(announcement=announcement_id)
    return await change(work, held, seen, {"audience": said})


async def groups_of(work: Work, draft: Draft, class_id: int) -> tuple[Group, ...]:
    """The groups of a class that the draft's author may write to."""
    found = await work.session.scalar(_GROUPS, {"year": work.school.year_id, "class": class_id})
    mine = {group.id for group in draft.may.groups}
    return tuple(group for group in groups_of_rows(found) if draft.may.school or group.id in mine)


def with_part(audience: Mapping[str, Any], part: Part, value: str, *, on: bool) -> dict[str, Any]:
    """The audience with a part put in or taken out. Raises ButtonOutdated."""
    if part in FLAGS:
        return {**audience, part.value: on}
    chosen = _value(part, value)
    others = [one for one in audience.get(part.value, []) if one != chosen]
    return {**audience, part.value: sorted([*others, chosen]) if on else others}


def allowed(may: May, audience: Mapping[str, Any]) -> bool:
    """Whether the author may write to all of the audience."""
    if may.school:
        return True
    if any(audience.get(part.value) for part in (Part.GRADES, Part.ROLES, *FLAGS)):
        return False
    classes, groups = {unit.id for unit in may.classes}, {group.id for group in may.groups}
    return classes.issuperset(audience.get("classes") or []) and groups.issuperset(audience.get("groups") or [])


def _value(part: Part, value: str) -> int | str:
    if part in NUMBERS and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    if part is Part.TO and value in FAMILY:
        return value
    if part is Part.ROLES and value in list(Role):
        return value
    raise ButtonOutdated
