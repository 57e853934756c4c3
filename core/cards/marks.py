"""Which marks a card tells: today's, those that no message told yet, and what became of those told before."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.cards.due import CardChild, DueAccount
from core.marks.family import settled, settled_facts
from core.marks.told import Known, read_said
from core.rules.calm import Said
from core.rules.cards import CardMark, mark_told

REMEMBERED = timedelta(days=14)
"""How long what was told of a mark is corrected here."""
LATE = timedelta(days=1)
"""A mark may have been held when the last card was written."""

_LAST_CARDS = text("""
    SELECT account_id, max(created_at) AS written_at FROM outbox
     WHERE account_id = ANY(:accounts) AND kind IN ('evening_card', 'week_card') AND created_at >= :since
       AND status IN ('pending', 'sending', 'sent')
     GROUP BY account_id
""")

_MARKS = text(f"""
    SELECT m.id, m.pupil_id, m.value, m.removed_at IS NOT NULL AS removed, m.given_at, l.on_date,
           s.name AS subject, k.id AS kind_id, k.name AS kind, coalesce(w.weight, k.weight)::text AS weight, k.written,
           m.removed_at IS NULL AND {settled()} AS settled,
           EXISTS (SELECT FROM mark_news n WHERE n.mark_id = m.id AND n.family_due > :settled_now) AS held
      FROM mark m
      JOIN lesson l ON l.id = m.lesson_id
      JOIN teaching_load t ON t.id = l.load_id
      JOIN subject s ON s.id = t.subject_id
      JOIN work_kind k ON k.id = m.kind_id
      LEFT JOIN lesson_work w ON w.lesson_id = m.lesson_id AND w.kind_id = m.kind_id
     WHERE m.pupil_id = ANY(:pupils)
       AND (m.id = ANY(:told) OR (m.removed_at IS NULL AND (m.given_at > :since OR l.on_date = :today)))
     ORDER BY s.name, l.on_date, l.lesson_no, m.given_at, m.id
""")


@dataclass(frozen=True)
class _Heard:
    """What an account was told: each mark as it heard of it last, and when the last card was written."""

    marks: Known = field(default_factory=dict)
    last_card: datetime | None = None

    def said(self, mark_id: int) -> Said | None:
        """None: nothing, or that it was taken back."""
        return self.marks.get(mark_id)

    @property
    def begins(self) -> datetime | None:
        """From when a mark given may be one that no message told; None: there was no card before."""
        return self.last_card - LATE if self.last_card else None


@dataclass(frozen=True)
class _Given:
    """A mark as it stands now. `fresh`: of today, by its lesson or by when it was given."""

    row: Row[Any]
    fresh: bool
    value: str | None

    def as_told(self, said: Said | None) -> CardMark:
        """The mark and what an account heard of it."""
        told = said.value.value if said else None
        return CardMark(self.value, self.fresh, self.row.held, told, rekinded=bool(self.formerly(said)))

    def formerly(self, said: Said | None) -> str | None:
        """The kind of work that was told of a mark that is for another one now."""
        other = said is not None and said.work is not None and said.work.kind_id != self.row.kind_id
        return said.work.name if other and said and said.work else None


class MarkBook:
    """The marks that the cards of some accounts may tell of."""

    def __init__(self, work: Work, heard: dict[int, _Heard], rows: Sequence[Row[Any]]) -> None:
        self._today = work.today
        self._heard = heard
        self._given: dict[int, list[_Given]] = defaultdict(list)
        for row in rows:
            fresh = work.today in {row.on_date, work.local(row.given_at).date()}
            self._given[row.pupil_id].append(_Given(row, fresh, None if row.removed else row.value))

    def lines(self, account: DueAccount, child: CardChild) -> list[dict[str, Any]]:
        """What to tell an account of a child's marks, by subject and lesson.

        `mark`: id, `value` (None: taken back), `before`: what was told of it when that differs, `kind`: of a written
        work or a corrected one, `formerly`: the kind told then, `day`: of the lesson when it is not today.
        """
        heard = self._heard.get(account.id, _Heard())
        known = [(given, heard.said(given.row.id)) for given in self._given[child.pupil_id]]
        return [
            self._line(given, said)
            for given, said in known
            if _concerns(given, said, heard, account.since) and mark_told(given.as_told(said), account.marks)
        ]

    def _line(self, given: _Given, said: Said | None) -> dict[str, Any]:
        row, told, formerly = given.row, said.value.value if said else None, given.formerly(said)
        return {
            "mark": row.id,
            "value": given.value,
            "before": told if told != given.value else None,
            "subject": row.subject,
            "kind": row.kind if row.written or formerly else None,
            "work": [row.kind_id, row.kind, row.weight],
            "formerly": formerly,
            "day": None if row.on_date == self._today else row.on_date.isoformat(),
        }


def _concerns(given: _Given, told: Said | None, heard: _Heard, since: datetime) -> bool:
    """Whether the account may see the mark, and it is of today, was told, or came after the last card."""
    if not given.row.settled:
        return told is not None and given.value is None
    if given.fresh or told is not None:
        return True
    return heard.begins is not None and given.row.given_at > max(since, heard.begins)


async def read_marks(work: Work, accounts: Sequence[DueAccount], pupil_ids: Collection[int]) -> MarkBook:
    """What the accounts were told of marks, and how the marks stand; three statements whatever their number."""
    heard = await _read_heard(work, [account.id for account in accounts])
    begins = [h.begins for h in heard.values() if h.begins is not None]
    facts = {
        **settled_facts(work, own=()),
        "pupils": list(pupil_ids),
        "told": [mark for h in heard.values() for mark in h.marks],
        "today": work.today,
        "since": min([work.at(work.today, time(0)), *begins]),
    }
    return MarkBook(work, heard, (await work.session.execute(_MARKS, facts)).all())


async def _read_heard(work: Work, account_ids: list[int]) -> dict[int, _Heard]:
    since = work.now - REMEMBERED
    said = await read_said(work, account_ids, since)
    cards = await work.session.execute(_LAST_CARDS, {"accounts": account_ids, "since": since})
    written = {row.account_id: row.written_at for row in cards}
    return {account_id: _Heard(marks, written.get(account_id)) for account_id, marks in said.items()}
