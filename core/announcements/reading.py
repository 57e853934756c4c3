"""An announcement as its reader opens and answers it, at both doors (C2)."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row, or_, text, true, update

from core.announcements.drafts import AUTHOR, FILES, announces_to_school, files_of, state_of
from core.announcements.facts import Announced, OwnAnswer, State
from core.announcements.words import author_of, words_of
from core.app import Work
from core.audit import record
from core.errors import ButtonOutdated, ConsentNeeded, NothingThere
from core.errors.announcements import AnnouncementOver, AnnouncementWithdrawn, NumberWrong
from core.files import Page, kept_page
from core.terms import Acknowledgement
from storage.models import AnnouncementReader

LARGEST = 9999
"""The largest number that is taken for an answer."""

# The rows of an announcement `n` that are the reader's; of a family those of children whose data it may see.
MY_ROWS = """r.announcement_id = n.id AND (r.staff_id = :staff OR r.pupil_id = ANY(:pupils)
               OR (r.guardian_id = ANY(:guardians) AND r.child_id = ANY(:children)))"""
LED = "EXISTS (SELECT FROM announcement_reader r WHERE r.announcement_id = n.id AND r.class_id = ANY(:leads))"

_OPEN = text(f"""
    SELECT n.*, {AUTHOR}, who.position, {FILES}, m.*, {LED} AS led
      FROM announcement n JOIN staff who ON who.id = n.made_by,
           LATERAL (SELECT count(*) AS rows, bool_and(r.read_at IS NOT NULL) AS all_read, max(r.read_at) AS read_at,
                           bool_and(r.answer IS NOT NULL) AND count(DISTINCT r.answer) = 1 AS same,
                           max(r.answer) AS answer,
                           json_agg(DISTINCT jsonb_build_array(p.given_name, p.id, r.answer))
                               FILTER (WHERE p.id IS NOT NULL) AS of_children
                      FROM announcement_reader r LEFT JOIN pupil p ON p.id = coalesce(r.child_id, r.pupil_id)
                     WHERE {MY_ROWS}) m
     WHERE n.id = :id AND n.confirmed_at IS NOT NULL
""")


def reader_of(work: Work) -> dict[str, Any]:
    """Who reads, as parameters: of a family everybody for whom the account speaks with a consent.

    Raises NotConnected, ConsentNeeded.
    """
    actor = work.actor
    if actor.staff_id is None and not actor.children:
        actor.require_staff()
    seen = [child for child in actor.children if child.consented]
    if actor.staff_id is None and not seen:
        raise ConsentNeeded
    return {
        "staff": actor.staff_id,
        "leads": sorted(actor.leads),
        "guardians": sorted({child.guardian_id for child in seen if child.guardian_id is not None}),
        "children": sorted({child.pupil_id for child in seen}),
        "pupils": sorted({child.pupil_id for child in seen if child.guardian_id is None}),
    }


async def announcement(work: Work, announcement_id: int) -> Announced:
    """One announcement; opening it is reading it where nothing is asked.

    Raises NotConnected, ConsentNeeded, NothingThere (also for whom it is not meant), AnnouncementWithdrawn (but for
    whoever watches it).
    """
    found = await _open(work, announcement_id)
    asks = found.acknowledgement is not Acknowledgement.NONE
    if asks or not found.mine or found.read_at is not None or found.state is not State.PUBLISHED:
        return found
    await _write(work, announcement_id, answer=None)
    return replace(found, read_at=work.local_now)


async def acknowledge(
    work: Work, announcement_id: int, answer: int | str | None = None, child: int | None = None
) -> Announced:
    """«Прочитал(а)», the place of the chosen answer (from 0), or the number as typed; may be changed until its end.

    `child`: a pupil's id, for that child alone (of a choice); None: for all whom the account speaks for.

    Raises AnnouncementOver, AnnouncementWithdrawn, NumberWrong, ButtonOutdated, and as `announcement`.
    """
    found = await _open(work, announcement_id)
    if found.state is State.WITHDRAWN:
        raise AnnouncementWithdrawn
    if not found.mine:
        raise NothingThere
    if found.state is State.OVER:
        raise AnnouncementOver(ends=found.ends_on)
    if child is not None and child not in {one.pupil_id for one in found.each}:
        raise ButtonOutdated
    said = _said(found, answer)
    if not await _write(work, announcement_id, answer=said, child=child):
        return replace(found, note="already")
    voice = next((voice for voice in work.actor.children if voice.consented and child in {None, voice.pupil_id}), None)
    record(
        work,
        "announcement.answer",
        "announcement",
        announcement_id,
        before=_before(found, child),
        after={"answer": said} if child is None else {"answer": said, "child": child},
        guardian_id=voice.guardian_id if voice else None,
        pupil_id=voice.pupil_id if voice and voice.guardian_id is None else None,
    )
    return await _open(work, announcement_id)


async def announcement_file(work: Work, announcement_id: int, file_id: int) -> Page:
    """A file of it with its bytes. Raises as `announcement`."""
    found = await _open(work, announcement_id)
    if file_id not in {file.id for file in found.files}:
        raise NothingThere
    return await kept_page(work, file_id)


async def _open(work: Work, announcement_id: int) -> Announced:
    reader = reader_of(work)
    row = (await work.session.execute(_OPEN, {**reader, "id": announcement_id})).one_or_none()
    if row is None:
        raise NothingThere
    owner = work.actor.staff_id is not None and (row.made_by == work.actor.staff_id or announces_to_school(work))
    if not (owner or row.led or row.rows):
        raise NothingThere
    found = _announced(work, row, owner=owner)
    if found.state is State.WITHDRAWN and not found.watches:
        raise AnnouncementWithdrawn
    return found


def _before(found: Announced, child: int | None) -> dict[str, str | None] | None:
    if child is not None:
        said = next(one.answer for one in found.each if one.pupil_id == child)
        return None if said is None else {"answer": said}
    return {"answer": found.answer} if found.read_at is not None else None


async def _write(work: Work, announcement_id: int, *, answer: str | None, child: int | None = None) -> bool:
    """One press answers for all rows of the person, or for those of a child; False: it stood so."""
    who = reader_of(work)
    mine = or_(
        AnnouncementReader.staff_id.in_([] if who["staff"] is None else [who["staff"]]),
        AnnouncementReader.guardian_id.in_(who["guardians"]),
        AnnouncementReader.pupil_id.in_(who["pupils"]),
    )
    of = AnnouncementReader.child_id, AnnouncementReader.pupil_id
    whose = true() if child is None else or_(*(column == child for column in of))
    news = or_(AnnouncementReader.read_at.is_(None), AnnouncementReader.answer.is_distinct_from(answer))
    written = await work.session.execute(
        update(AnnouncementReader)
        .where(AnnouncementReader.announcement_id == announcement_id, mine, whose, news)
        .values(read_at=work.now, answer=answer)
        .returning(AnnouncementReader.id)
    )
    return bool(written.all())


def _said(found: Announced, answer: int | str | None) -> str | None:
    """What is written for the press or the typed words. Raises ButtonOutdated, NumberWrong."""
    match found.acknowledgement:
        case Acknowledgement.CHOICE:
            if not isinstance(answer, int) or answer >= len(found.choices):
                raise ButtonOutdated
            return found.choices[answer]
        case Acknowledgement.NUMBER:
            words = str(answer if answer is not None else "").strip()
            if not (words.isascii() and words.isdigit() and len(words) < 10 and int(words) <= LARGEST):
                raise NumberWrong(limit=LARGEST)
            return str(int(words))
    return None


def _announced(work: Work, row: Row[Any], *, owner: bool) -> Announced:
    state = state_of(work, row)
    several = len({child.pupil_id for child in work.actor.children}) > 1
    each = _each(row)
    children = tuple(sorted({one.name for one in each})) if several else ()
    return Announced(
        id=row.id,
        author=author_of(row),
        position=row.position,
        body=row.body,
        spans=row.spans,
        files=files_of(row.files),
        acknowledgement=Acknowledgement(row.acknowledgement),
        choices=tuple(row.choices),
        urgent=row.urgent,
        urgent_reason=row.urgent_reason,
        published_at=work.local(row.published_at) if row.published_at else None,
        publish_at=work.local(row.publish_at) if row.publish_at else None,
        ends_on=row.ends_on,
        state=state,
        rev=row.rev,
        mine=bool(row.rows),
        children=children,
        read_at=work.local(row.read_at) if row.all_read else None,
        answer=row.answer if row.same else None,
        may_answer=bool(row.rows) and state is State.PUBLISHED and row.acknowledgement != Acknowledgement.NONE,
        watches=owner or row.led,
        owner=owner,
        each=each if len(each) > 1 and row.acknowledgement == Acknowledgement.CHOICE else (),
        words={**words_of(row), "children": list(children)},
    )


def _each(row: Row[Any]) -> tuple[OwnAnswer, ...]:
    """A child once, by name; of two parents on one phone the answer that was given."""
    found: dict[int, OwnAnswer] = {}
    for name, pupil_id, answer in sorted(row.of_children or (), key=lambda one: (one[0], one[1], one[2] or "")):
        found[pupil_id] = OwnAnswer(pupil_id, name, answer)
    return tuple(found.values())
