"""Entries kept after their window: one of them, those to decide, one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, text

from core.actions import Action, parse
from core.actions.finals import SetFinalMark, SetProposed, TakeFinalBack
from core.actions.roll import CorrectRoll, Mark, SetMinutes
from core.app import Work
from core.errors import ButtonOutdated, NothingThere
from core.rules.ict import IctTool
from core.rules.names import initials_of, list_name, sort_key
from core.terms import AbsenceReason, LessonKind, MarkValue, Presence, RemarkSubject, RemarkTone, RequestAnswer, Role
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts

SPOKEN = (AbsenceReason, IctTool, LessonKind, MarkValue, Presence, RemarkSubject, RemarkTone)
"""Vocabularies whose words in an action tell what is to be written."""

OF_FINALS = (SetFinalMark, TakeFinalBack, SetProposed)
SHOWN = 30
OWN_FOR = timedelta(days=14)


@dataclass(frozen=True)
class RollWish:
    """How a pupil is to stand on a roll; `stands`: how it is now (none: nothing is written)."""

    name: str
    presence: Presence
    minutes: int | None
    stands: Presence | None


@dataclass(frozen=True)
class EntryCard:
    """An entry that the rules refused. `reason` None: only kept so far. `action` None: of an older edition.

    `does` says what it does (registry.py: the area's word, else the rule that refused it); `pupil`, `values`,
    `work` (the kind of work, with a weight that is to be set) and `formerly` (what stood before) tell it from others;
    so does `page`, where it is of no lesson (classes, subject, study period; no period: the year), and `roll`, where
    it is about several pupils of a roll.
    `refusal` is the error's code; `deciders` may decide.
    """

    id: int
    lesson: LessonFacts | None
    action: Action | None
    words: str
    files: tuple[int, ...]
    insists: bool
    done: bool
    refusal: str
    does: str
    regulation: str
    deciders: frozenset[Role]
    made_by: int
    by: str
    account_id: int
    made_at: datetime
    reason: str | None
    asked_at: datetime | None
    answer: RequestAnswer | None
    comment: str
    decided_by: str
    decided_at: datetime | None
    pupil: str = ""
    values: tuple[str, ...] = ()
    formerly: str = ""
    formerly_mark: bool = False
    work: str = ""
    page: tuple[str, str, str] | None = None
    roll: tuple[RollWish, ...] = ()

    def decidable_by(self, work: Work) -> bool:
        """Whether the actor may decide about it, once it is asked for."""
        return work.actor.holds(*self.deciders)


@dataclass(frozen=True)
class RequestList:
    """Open requests that the reader may decide about, oldest first, and the reader's own of late, newest first."""

    waiting: tuple[EntryCard, ...]
    own: tuple[EntryCard, ...]


_CARD = f"""
SELECT q.id, q.action, q.words, q.rule, q.made_by, q.account_id, q.made_at, q.reason, q.asked_at, q.answer, q.comment,
       q.decided_at, w.surname, w.given_name, w.patronymic,
       d.surname AS d_surname, d.given_name AS d_given_name, d.patronymic AS d_patronymic, came.files, lesson.*
  FROM entry_request q
  JOIN staff w ON w.id = q.made_by
  LEFT JOIN staff d ON d.id = q.decided_by
  LEFT JOIN LATERAL (SELECT {LESSON_COLUMNS} FROM {LESSON_TABLES} WHERE l.id = q.lesson_id) lesson ON true
  LEFT JOIN LATERAL (  -- the files kept with it, and the rest of their albums, which came after it was refused
      SELECT array_agg(f.id ORDER BY f.id) AS files FROM stored_file f
       WHERE f.account_id = q.account_id
         AND (q.rule -> 'files' @> to_jsonb(f.id) OR f.album IN (
              SELECT first.album FROM stored_file first
               WHERE first.account_id = q.account_id AND q.rule -> 'files' @> to_jsonb(first.id)))
  ) came ON jsonb_array_length(q.rule -> 'files') > 0
"""
_ONE = text(f"{_CARD} WHERE q.id = :request")
_ONE_LOCKED = text(f"{_CARD} WHERE q.id = :request FOR UPDATE OF q")
_WAITING = text(f"""{_CARD}
 WHERE q.reason IS NOT NULL AND q.answer IS NULL AND jsonb_exists_any(q.rule -> 'deciders', CAST(:roles AS text[]))
 ORDER BY q.asked_at, q.id LIMIT :limit
""")
_OWN = text(f"""{_CARD}
 WHERE q.made_by = :staff AND q.reason IS NOT NULL AND q.asked_at > :since ORDER BY q.asked_at DESC, q.id DESC
 LIMIT :limit
""")

# Whom and what the ids of an action name. A mark's own kind of work, and the one that is meant instead.
_NAMED = text("""
    SELECT p.surname, p.given_name, x.value, x.body,
           concat_ws(' → ', k.name, (SELECT name FROM work_kind WHERE id = :kind AND id <> k.id)) AS work
      FROM (SELECT nullif(CAST(:pupil AS integer), 0) AS pupil_id, NULL AS value, NULL AS body,
                   CAST(:kind AS integer) AS kind_id
             WHERE CAST(:mark AS integer) = 0 AND (CAST(:pupil AS integer) > 0 OR CAST(:kind AS integer) > 0)
            UNION ALL SELECT pupil_id, value, NULL, kind_id FROM mark WHERE id = :mark
            UNION ALL SELECT pupil_id, NULL, body, NULL FROM remark WHERE id = :remark
            UNION ALL SELECT NULL, NULL, body, NULL FROM homework WHERE id = :homework) x
      LEFT JOIN pupil p ON p.id = x.pupil_id
      LEFT JOIN work_kind k ON k.id = x.kind_id
""")


_ROLL = text("""
    SELECT p.id, p.surname, p.given_name, a.status
      FROM pupil p LEFT JOIN attendance a ON a.pupil_id = p.id AND a.lesson_id = :lesson
     WHERE p.id = ANY(CAST(:pupils AS integer[]))
""")

# The page of a final mark.
_FINALS_PAGE = text("""
    SELECT string_agg(c.name, ', ' ORDER BY c.key) AS classes, s.name AS subject, p.name AS period
      FROM teaching_load t
      JOIN subject s ON s.id = t.subject_id
      JOIN load_class lc ON lc.load_id = t.id
      JOIN class_unit c ON c.id = lc.class_id
      LEFT JOIN study_period p ON p.id = CAST(:period AS integer)
     WHERE t.id = :load GROUP BY t.id, s.id, p.id
""")


async def read_card(work: Work, request_id: int, *, lock: bool = False) -> EntryCard:
    """A kept entry; with `lock`, nobody else decides about it until the commit. Raises NothingThere."""
    row = (await work.session.execute(_ONE_LOCKED if lock else _ONE, {"request": request_id})).one_or_none()
    if row is None:
        raise NothingThere
    return _card(work, row)


async def named(work: Work, card: EntryCard) -> EntryCard:
    """The card with `pupil`, `formerly`, `work` and `values`, read by the ids that its action carries."""
    action = card.action
    if isinstance(action, CorrectRoll):
        return await _with_roll(work, card)
    values = tuple(value.value for value in _of(action) if isinstance(value, SPOKEN))
    ids = {name: getattr(action, name, None) or 0 for name in ("pupil", "mark", "remark", "homework")}
    kind = getattr(action, "kind", None)
    ids["kind"] = kind if isinstance(kind, int) else 0
    card = replace(card, values=values)
    row = (await work.session.execute(_NAMED, ids)).first() if any(ids.values()) else None
    if isinstance(action, OF_FINALS):
        card = await _with_page(work, card, action)
    if row is None:
        return card
    pupil = list_name(row.surname, row.given_name) if row.surname else ""
    card = replace(card, pupil=pupil, work=_weighed(row.work or "", action))
    if card.answer is RequestAnswer.APPROVED or card.done:  # What stands there now is what was asked for.
        return card
    return replace(card, formerly=row.value or row.body or "", formerly_mark=row.value is not None)


async def _with_page(work: Work, card: EntryCard, action: SetFinalMark | TakeFinalBack | SetProposed) -> EntryCard:
    row = (await work.session.execute(_FINALS_PAGE, {"load": action.load, "period": action.period})).one_or_none()
    return replace(card, page=(row.classes, row.subject, row.period or "")) if row else card


async def _with_roll(work: Work, card: EntryCard) -> EntryCard:
    """The pupils of a corrected roll in place of the taps that its words are."""
    taps = [tap for line in card.words.split("\n") if isinstance(tap := _parsed(line), Mark | SetMinutes)]
    lesson = card.lesson.id if card.lesson else 0
    facts = {"pupils": [tap.pupil for tap in taps], "lesson": lesson}
    found = {row.id: row for row in await work.session.execute(_ROLL, facts)}
    roll = [_roll_wish(tap, found[tap.pupil]) for tap in taps if tap.pupil in found]
    return replace(card, words="", roll=tuple(sorted(roll, key=lambda one: sort_key(one.name))))


def _roll_wish(tap: Mark | SetMinutes, row: Row[Any]) -> RollWish:
    name, stands = list_name(row.surname, row.given_name), Presence(row.status) if row.status else None
    if isinstance(tap, SetMinutes):
        return RollWish(name, Presence.LATE, tap.minutes, stands)
    return RollWish(name, tap.presence, None, stands)


def _weighed(kind: str, action: Action | None) -> str:
    """«Контрольная работа: 2.5» where a weight (hundredths) is to be set."""
    weight = getattr(action, "weight", None)
    return kind if weight is None else f"{kind}: {weight / 100:g}"


async def request_list(work: Work) -> RequestList:
    """What waits for the actor's decision and what the actor asked for of late. Raises NotConnected."""
    staff_id = work.actor.require_staff()
    roles = {"roles": sorted(work.actor.roles), "limit": SHOWN}
    waiting = (await work.session.execute(_WAITING, roles)).all()
    own = {"staff": staff_id, "since": work.now - OWN_FOR, "limit": SHOWN}
    mine = (await work.session.execute(_OWN, own)).all()
    return RequestList(tuple(_card(work, row) for row in waiting), tuple(_card(work, row) for row in mine))


def _card(work: Work, row: Row[Any]) -> EntryCard:
    rule: Mapping[str, Any] = row.rule
    action = _parsed(row.action)
    return EntryCard(
        id=row.id,
        lesson=lesson_facts(work, row) if row.lesson_id is not None else None,
        action=action,
        words=row.words,
        files=tuple(dict.fromkeys((*rule.get("files", ()), *(row.files or ())))),
        insists=rule.get("insists", False),
        done=rule.get("done", False),
        refusal=rule["code"],
        does=rule["does"],
        regulation=rule["regulation"],
        deciders=frozenset(Role(role) for role in rule["deciders"]),
        made_by=row.made_by,
        by=initials_of(row.surname, row.given_name, row.patronymic),
        account_id=row.account_id,
        made_at=work.local(row.made_at),
        reason=row.reason,
        asked_at=work.local(row.asked_at) if row.asked_at else None,
        answer=RequestAnswer(row.answer) if row.answer else None,
        comment=row.comment,
        decided_by=initials_of(row.d_surname, row.d_given_name, row.d_patronymic) if row.d_surname else "",
        decided_at=work.local(row.decided_at) if row.decided_at else None,
    )


def _of(action: Action | None) -> Sequence[StrEnum | Any]:
    return [getattr(action, f.name) for f in fields(action)] if action else []  # type: ignore[arg-type]


def _parsed(packed: str) -> Action | None:
    try:
        return parse(packed)
    except ButtonOutdated:
        return None
