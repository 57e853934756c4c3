"""Putting pupils into groups and moving them between groups, as the regulation lets (P6)."""

from dataclasses import replace
from datetime import date

from sqlalchemy import text

from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.errors.timetable import GroupMovesOver, GroupMoveTooEarly
from core.groups.page import DAY, GroupPage, GroupPupil
from core.groups.reading import group_page, with_pupils

_HOLD = text("SELECT 1 FROM pupil WHERE id = :pupil FOR NO KEY UPDATE")
_SUBJECT = "subject_id = (SELECT subject_id FROM teaching_load WHERE id = :load)"
_DROP = text(f"DELETE FROM group_member WHERE pupil_id = :pupil AND {_SUBJECT} AND starts >= :day")
# What stands ends the day before, or goes on if it is the target; only then a new membership begins.
_CHANGE = text(f"""
    WITH standing AS (
        UPDATE group_member SET ends = CASE WHEN load_id = :target THEN NULL ELSE CAST(:before AS date) END
         WHERE pupil_id = :pupil AND {_SUBJECT} AND starts < :day AND (ends IS NULL OR ends >= :before)
        RETURNING load_id)
    INSERT INTO group_member (load_id, subject_id, pupil_id, starts)
    SELECT t.id, t.subject_id, :pupil, :day FROM teaching_load t
     WHERE t.id = :target AND NOT EXISTS (SELECT 1 FROM standing WHERE load_id = t.id)
""")


async def move(work: Work, load_id: int, pupil_id: int, target: int | None, day: date, *, seen: int) -> GroupPage:
    """From `day` on, let the pupil be in the group `target` (none: in no group) and nowhere else in the subject.

    `seen` is the newest membership that the screen knew: another one by now writes nothing and gives a page with a
    note. For those who keep the groups, and class leaders for the own class.
    Raises NotConnected, NothingThere, AccessDenied, GroupMoveTooEarly, GroupMovesOver.
    """
    await work.session.execute(_HOLD, {"pupil": pupil_id})
    page = await group_page(work, load_id)
    pupil = _movable(page, pupil_id, target)
    if _is_so(pupil, target):
        return replace(page, note="already")
    if pupil.seen != seen:
        return replace(page, note="changed")
    _require_day(page, pupil, target, day)
    facts = {"load": load_id, "pupil": pupil_id, "target": target, "day": day, "before": day - DAY}
    await work.session.execute(_DROP, facts)
    await work.session.execute(_CHANGE, facts)
    record(
        work,
        "group.move",
        "pupil",
        pupil_id,
        before={"load": pupil.load_id, "planned": pupil.planned},
        after={"load": target, "from": day.isoformat()},
    )
    return await with_pupils(work, page)


def _movable(page: GroupPage, pupil_id: int, target: int | None) -> GroupPupil:
    """The pupil, if the person may move this one and the class has such a group. Raises AccessDenied."""
    pupil = page.pupil(pupil_id)
    if pupil is None or not pupil.may_move:
        raise AccessDenied(pupil=pupil_id)
    if target is not None and target not in {group.load_id for group in page.targets(pupil)}:
        raise AccessDenied(pupil=pupil_id, load=target)
    return pupil


def _is_so(pupil: GroupPupil, target: int | None) -> bool:
    return target == (pupil.planned if pupil.planned_from else pupil.load_id)


def _require_day(page: GroupPage, pupil: GroupPupil, target: int | None, day: date) -> None:
    allowed = page.day_of_move(pupil, page.group(target))
    if allowed is None:
        raise GroupMovesOver(regulation=page.regulation)
    if day < allowed:
        raise GroupMoveTooEarly(since=allowed, rule=page.rule, regulation=page.regulation)
