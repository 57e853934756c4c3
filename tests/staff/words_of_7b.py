"""What is said and kept about 7Б between school and home."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from core.actions.announcing import Part
from core.announcements import composing, sending
from core.announcements.audience import set_audience
from core.announcements.publishing import publish_due
from core.announcements.settings import set_acknowledgement
from core.app import App
from core.conversations import complaints, drafts, opening, writing
from core.conversations.muting import mute
from core.help.answers import write_answer
from core.pupil_cards.proposals import propose
from core.rules.contacts import ContactField
from core.shelf.publishing import add_document
from core.terms import Acknowledgement, PrintKind, ShelfSection
from storage.models import ContactProposal, Mute, PrintJob, StopWord
from tests.support.school import WRITTEN, Person, SchoolBuilder

SECRET = "Иванов: между нами"
STOP_WORD = "Руководителева"


@dataclass(frozen=True)
class Said:
    """Ids. `draft`: an announcement not sent yet; `kept`: words of the mother that went to nobody yet."""

    conversation: int = 1
    message: int = 1
    kept: int = 1
    complaint: int = 1
    mute: int = 1
    announcement: int = 1
    draft: int = 1
    proposal: int = 1
    job: int = 1
    item: int = 1
    answer: int = 1


NOTHING_SAID = Said()


async def say(
    app: App, school: SchoolBuilder, class_id: int, pupil: int, guardian: Person, leader: Person, administrator: Person
) -> Said:
    """The mother complains of a conversation and proposes a phone; the leader announces; papers wait."""
    async with app.work(guardian.address) as work:
        conversation = await opening.open_with_staff(work, pupil, leader.id)
        wrote = await writing.write(work, conversation, SECRET, [], (), source="said")
        complaint = await complaints.complain(work, conversation, SECRET)
        kept = await drafts.keep_draft(work, SECRET, [], None, "kept")
        await propose(work, pupil, ContactField.PHONE, "+79001112233", own=True)
    async with app.work(leader.address) as work:
        silent = await mute(work, "pupil", pupil, work.end_of(date(2026, 11, 30)), "Спам")
    announcement = await _announce(app, leader, class_id, sent=True)
    draft = await _announce(app, leader, class_id, sent=False)
    assert silent
    async with app.work() as work:
        await publish_due(work)
    async with app.work(administrator.address) as work:
        item = (await add_document(work, ShelfSection.ORDERS, SECRET, (), source="item")).document.id
        answer = (await write_answer(work, f"{SECRET}?\nДа")).id
    job = PrintJob(kind=PrintKind.LETTERS, class_id=class_id, facts={}, made_by=leader.id, made_at=WRITTEN)
    async with school.sessions() as session, session.begin():
        session.add_all([job, StopWord(word=STOP_WORD.lower(), added_by=leader.id, added_at=WRITTEN)])
        await session.flush()
        found = (await session.scalar(select(ContactProposal.id)), await session.scalar(select(Mute.id)))
        proposal, muted = (int(one or 0) for one in found)
        done = job.id
    return Said(
        conversation=conversation,
        message=wrote.message_id,
        kept=kept,
        complaint=complaint,
        mute=muted,
        announcement=announcement,
        draft=draft,
        proposal=proposal,
        job=done,
        item=item,
        answer=answer,
    )


async def _announce(app: App, leader: Person, class_id: int, *, sent: bool) -> int:
    async with app.work(leader.address) as work:
        draft = await composing.draft(work)
        draft = await set_audience(work, draft.id, Part.CLASSES, str(class_id), on=True, seen=draft.rev)
        draft = await composing.set_words(work, draft.id, SECRET, [], source=f"announced-{sent}")
        draft = await set_acknowledgement(work, draft.id, Acknowledgement.READ, ())
        if sent:
            await sending.confirm(work, draft.id, seen=draft.rev)
    return draft.id
