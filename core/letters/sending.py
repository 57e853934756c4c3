"""Letters leave for the phones of the guardians; the others' are for paper."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.app import Work
from core.audit import record
from core.letters.choosing import Offer, Outcome, chosen, offer_of
from core.letters.facts import Letter, LetterHead, LetterSubject
from core.letters.reading import letter_head, letters
from core.outbox import Kind, Push, enqueue
from core.terms import Door

OF_USE = timedelta(days=7)
REMARKS = 5
"""The newest ones, in a message; all of them are counted."""


async def send_letters(work: Work, class_id: int, period: int | None, who: str, seen: str) -> Offer:
    """Send the chosen whose guardians are connected their letters, once for a screen seen.

    Outcome SENT; MEANWHILE when letters left after the screen was shown; LIST when the class list changed.
    Raises NotConnected, AccessDenied, NothingThere.
    """
    head = await letter_head(work, class_id, period, lock=True)
    asked = await offer_of(work, chosen(head, who, seen))
    if asked.outcome:
        return asked
    if seen != asked.seen:
        return replace(asked, outcome=Outcome.MEANWHILE)
    reached = [pupil.id for pupil in asked.connected]
    written = await letters(work, head, reached)
    await enqueue(work, [push for letter in written for push in _pushes(work, asked, letter)])
    if reached:
        after = {"period": head.span.id, "pupils": reached}
        record(work, "letters.send", "class_unit", class_id, after=after)
    return replace(asked, outcome=Outcome.SENT)


def letter_facts(head: LetterHead, letter: Letter) -> dict[str, Any]:
    """What a letter's message is made of."""
    gone = letter.absences
    return {
        "pupil_id": letter.pupil.id,
        "name": f"{letter.pupil.surname} {letter.pupil.given_name}",
        "class": head.class_name,
        "period_id": head.span.id,
        "period": head.span.name,
        "year": head.year,
        "day": head.today.isoformat(),
        "leader": head.leader,
        "unmarked": head.unmarked,
        "subjects": [_subject(subject) for subject in letter.subjects],
        "average": _number(letter.total.average),
        "finals": _number(letter.finals),
        "absences": [gone.illness, gone.excused, gone.unexcused, gone.unknown, gone.late],
        "remarks": [[r.day.isoformat(), r.subject, r.body] for r in letter.remarks[:REMARKS]],
        "tones": [remark.tone.value for remark in letter.remarks],
    }


def _subject(subject: LetterSubject) -> dict[str, Any]:
    return {
        "subject": subject.name,
        "counts": list(subject.counts),
        "passed": subject.passed,
        "failed": subject.failed,
        "owed": subject.owed,
        "average": _number(subject.average),
        "final": subject.final.value if subject.final else None,
    }


def _number(value: object) -> str | None:
    return None if value is None else str(value)


def _pushes(work: Work, asked: Offer, letter: Letter) -> list[Push]:
    """One an account of a guardian. The screen seen is in the key: the same press tells once."""
    pupil_id = letter.pupil.id
    return [
        Push(
            kind=Kind.GUARDIAN_LETTER,
            door=Door.FAMILY,
            to=to,
            facts=letter_facts(asked.head, letter),
            dedupe=f"{Kind.GUARDIAN_LETTER}:{pupil_id}:{asked.head.span.id or 0}:{letter.pupil.sent}",
            due_at=work.now,
            expires_at=work.now + OF_USE,
            subject_id=pupil_id,
        )
        for to in asked.phones[pupil_id]
    ]
