"""Setting final marks (J8).

A command carries the mark and the revision that its screen had seen; a lost race writes nothing and comes back as a
note on a fresh page: `already` (it was so) or `changed` (a colleague was first). Nothing is ever set by itself.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.errors.entries import EntryForbidden, EntryNeedsReason, EntryWindowClosed, FinalMarksEarly
from core.errors.marks import MarkOffScale
from core.finals.page import FinalLine, FinalsPage
from core.finals.reading import kind_of, read_finals
from core.rules.entry import Verdict
from core.rules.final_proposal import final_scale
from core.rules.names import initials_of
from core.terms import MarkValue

# A row is written only over the revision that was seen; no row counts as revision 0. What waits to be sent of a mark
# written here keeps out of the way until telling.py writes it anew.
_SET = text("""
    WITH wanted AS (SELECT * FROM json_to_recordset(CAST(:marks AS json))
                        AS x(pupil integer, value text, average numeric, seen integer)),
    held AS (
        SELECT w.* FROM wanted w
         WHERE w.seen = 0 OR EXISTS (
               SELECT 1 FROM final_mark f
                WHERE f.pupil_id = w.pupil AND f.subject_id = :subject AND f.year_id = :year AND f.kind = :kind
                  AND f.period_id IS NOT DISTINCT FROM CAST(:period AS integer))),
    written AS (
        INSERT INTO final_mark AS f
               (pupil_id, subject_id, year_id, kind, period_id, value, average, set_by, set_at, approved_by)
        SELECT pupil, :subject, :year, :kind, CAST(:period AS integer), value, average, :staff, :now, :approved
          FROM held WHERE value IS NOT NULL OR seen > 0
            ON CONFLICT ON CONSTRAINT uq_final_mark_natural_key DO UPDATE
           SET value = excluded.value, average = excluded.average, set_by = excluded.set_by, set_at = excluded.set_at,
               approved_by = excluded.approved_by, rev = f.rev + 1
         WHERE f.rev = (SELECT seen FROM wanted WHERE pupil = f.pupil_id) AND f.value IS DISTINCT FROM excluded.value
        RETURNING f.id, f.pupil_id, f.rev),
    stopped AS (
        UPDATE outbox SET due_at = expires_at, error = NULL FROM written w
         WHERE outbox.kind = 'final_marks' AND outbox.subject_id = w.pupil_id AND outbox.status = 'pending'
           AND outbox.facts -> 'finals' @> jsonb_build_array(jsonb_build_object('id', w.id)))
    SELECT written.id, written.pupil_id, written.rev, s.surname, s.given_name, s.patronymic
      FROM written JOIN staff s ON s.id = :staff
""")


async def set_final(
    work: Work, load_id: int, period_id: int | None, pupil_id: int, value: MarkValue | None, *, seen: int
) -> FinalsPage:
    """A pupil's final mark (no value: none after all) of a study period or, without one, of the year.

    Raises AccessDenied (not this person's to set, no pupil of the page), MarkOffScale, FinalMarksEarly,
    EntryForbidden (grade 1), EntryWindowClosed, EntryNeedsReason, and what reading the page raises.
    """
    page = await read_finals(work, load_id, period_id)
    line = page.line(pupil_id)
    if line is None or not line.mine:
        raise AccessDenied(load=load_id, pupil=pupil_id)
    _require_open(work, page)
    if value is not None and value not in final_scale(by_pass=page.head.by_pass):
        raise MarkOffScale(scale="pass" if page.head.by_pass else "points")
    if line.rev != seen or line.value is value:
        return replace(page, note="already" if line.value is value else "changed")
    return await _written(work, page, {line.pupil_id: value}) or await _lost(work, page, pupil_id, value)


async def set_proposed(work: Work, load_id: int, period_id: int | None, *, seen: str) -> FinalsPage:
    """All proposed marks that a preview with the fingerprint `seen` showed; those who have a mark keep it.

    Anything changed since then writes nothing: `changed`, or `already` when nothing is left to set. Raises as
    `set_final`.
    """
    page = await read_finals(work, load_id, period_id)
    _require_open(work, page)
    if page.fingerprint != seen or not page.settable:
        return replace(page, note="changed" if page.settable else "already")
    marks = {line.pupil_id: line.settable for line in page.settable}
    written = await _written(work, page, marks)
    return written or replace(await read_finals(work, load_id, period_id), note="changed")


def _require_open(work: Work, page: FinalsPage) -> None:
    """Whether the rules let marks be set now; under `work.override` the term is not asked."""
    found = page.answer
    source = ", ".join(part for part in (found.regulation, found.clause) if part)
    facts = {"until": found.until, "regulation": source, "rule": found.rule}
    deciders = ",".join(sorted(found.deciders))
    match found.verdict:
        case Verdict.DENIED:
            raise AccessDenied(load=page.head.load_id)
        case Verdict.NEVER:
            raise EntryForbidden(deciders=deciders, **facts)
        case Verdict.EARLY if work.override is None:
            raise FinalMarksEarly(opens=page.opens, regulation=source)
        case Verdict.CLOSED if work.override is None:
            raise EntryWindowClosed(deciders=deciders, **facts)
        case Verdict.REASON if work.override is None:
            raise EntryNeedsReason(deciders=deciders, **facts)


async def _written(work: Work, page: FinalsPage, marks: Mapping[int, MarkValue | None]) -> FinalsPage | None:
    """The page after the marks (by pupil) were written; None when a colleague was first with all of them."""
    lines = {line.pupil_id: line for line in page.lines if line.pupil_id in marks}
    rows = (await work.session.execute(_SET, _facts(work, page, lines.values(), marks))).all()
    new: dict[int, FinalLine] = {}
    for row in rows:
        line = lines[row.pupil_id]
        author = initials_of(row.surname, row.given_name, row.patronymic)
        new[line.pupil_id] = replace(line, final_id=row.id, value=marks[line.pupil_id], rev=row.rev, author=author)
        _trace(work, page, line, new[line.pupil_id])
    if not new:
        return None
    return page.with_lines(new, "" if len(new) == len(lines) else "changed")


def _facts(
    work: Work, page: FinalsPage, lines: Iterable[FinalLine], marks: Mapping[int, MarkValue | None]
) -> dict[str, Any]:
    return {
        "marks": json.dumps(
            [
                {
                    "pupil": line.pupil_id,
                    "value": marks[line.pupil_id],
                    "average": str(line.proposal.average) if line.proposal.average is not None else None,
                    "seen": line.rev,
                }
                for line in lines
            ]
        ),
        "subject": page.head.subject_id,
        "year": page.head.year_id,
        "kind": kind_of(page.span).value,
        "period": page.span.period,
        "staff": work.actor.require_staff(),
        "now": work.now,
        "approved": work.approved_by,
    }


def _trace(work: Work, page: FinalsPage, before: FinalLine, after: FinalLine) -> None:
    where = {"pupil": before.pupil_id, "subject": page.head.subject, "period": page.span.period}
    assert after.final_id is not None  # noqa: S101 - just written
    record(
        work,
        "final.set" if after.value else "final.take_back",
        "final_mark",
        after.final_id,
        before={**where, "value": before.value} if before.rev else None,
        after={**where, "value": after.value},
    )


async def _lost(work: Work, page: FinalsPage, pupil_id: int, value: MarkValue | None) -> FinalsPage:
    """A colleague, or this very press on another phone, wrote between our reading and our writing."""
    now = await read_finals(work, page.head.load_id, page.span.period)
    line = now.line(pupil_id)
    return replace(now, note="already" if line is not None and line.value is value else "changed")
