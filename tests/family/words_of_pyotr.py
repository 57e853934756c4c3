"""What was said between Пётр's family and the school, and every button of the family bot that names some of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from core.actions import Action
from core.actions.announcements import (
    AnswerFamilyAnnouncement,
    AnswerForChild,
    AskFamilyNumber,
    OpenFamilyAnnouncement,
    SendFamilyAnnouncementFiles,
)
from core.actions.cards import OpenContacts, ProposeContact, WithdrawProposal
from core.actions.conversations import (
    ComplainOfTalk,
    DraftAddressees,
    DropTalkDraft,
    GiveDraftToSchool,
    GiveTalkDraft,
    OpenAddressees,
    OpenTalk,
    OpenTalkDraft,
    OpenTalkMore,
    SendPaperOn,
    SendTalkFile,
    ShowWholeTalk,
    WriteTalk,
    WriteTalkUrgently,
    WriteToSchool,
)
from core.actions.events import AnswerEvent, OpenChildEvents, OpenFamilyEvent
from core.actions.helping import AskHelpAbout, OpenFamilyAnswer
from core.actions.letters import SendOwnLetter
from core.actions.shelf import AcknowledgeFamilyItem, OpenFamilyItem, SendFamilyFile
from core.rules.contacts import ContactField
from core.terms import Acknowledgement, Door, EventAnswer, ShelfSection
from storage.models import (
    Announcement,
    AnnouncementFile,
    AnnouncementReader,
    ClassEvent,
    CommonAnswer,
    ContactProposal,
    Conversation,
    ConversationFile,
    ConversationMessage,
    Draft,
    Participant,
    ShelfItem,
    StoredFile,
)
from tests.family.conftest import Family
from tests.support.clock import MONDAY, moscow
from tests.support.school import WRITTEN, SchoolBuilder

SECRET = "секретно"
OPENED = {"opened_at": WRITTEN, "last_at": WRITTEN}
EVENING = MONDAY + timedelta(days=2)


@dataclass(frozen=True)
class Words:
    """Ids; `own_talk`: of the classmate's mother with the same class leader, `event_8a`: of another class."""

    pupil: int
    own: int
    leader: int
    period: int
    talk: int
    message: int
    file: int
    draft: int
    announcement: int
    proposal: int
    item: int
    answer: int
    event: int
    own_talk: int
    event_8a: int


FORGED: tuple[Callable[[Words], Action], ...] = (
    lambda x: DraftAddressees(x.draft, x.pupil),
    lambda x: GiveDraftToSchool(x.draft, x.pupil, x.leader),
    lambda x: OpenAddressees(x.pupil),
    lambda x: WriteToSchool(x.pupil, x.leader),
    lambda x: AnswerEvent(x.event, x.pupil, EventAnswer.COMING),
    lambda x: OpenChildEvents(x.pupil),
    lambda x: OpenFamilyEvent(x.event, x.pupil),
    lambda x: OpenContacts(x.pupil),
    lambda x: ProposeContact(x.pupil, own=False, field=ContactField.PHONE),
    lambda x: SendOwnLetter(x.pupil, x.period),
    lambda x: WithdrawProposal(x.proposal, "0"),
    lambda x: AcknowledgeFamilyItem(x.item),
    lambda x: OpenFamilyItem(x.item),
    lambda x: SendFamilyFile(x.item),
    lambda x: OpenFamilyAnswer(x.answer),
    lambda x: AskHelpAbout(x.pupil),
    lambda x: AnswerFamilyAnnouncement(x.announcement),
    lambda x: AnswerForChild(x.announcement, x.pupil, 0),
    lambda x: AskFamilyNumber(x.announcement),
    lambda x: OpenFamilyAnnouncement(x.announcement),
    lambda x: SendFamilyAnnouncementFiles(x.announcement, x.file),
)
"""About Пётр from end to end."""

HISTORY: tuple[Callable[[Words], Action], ...] = (
    lambda x: OpenTalk(x.talk),
    lambda x: OpenTalkMore(x.talk),
    lambda x: ShowWholeTalk(x.talk, x.message),
    lambda x: SendTalkFile(x.talk, x.file),
    lambda x: WriteTalk(x.talk),
    lambda x: WriteTalkUrgently(x.talk),
    lambda x: ComplainOfTalk(x.talk),
    lambda x: GiveTalkDraft(x.draft, x.talk),
    lambda x: OpenTalkDraft(x.draft),
    lambda x: DropTalkDraft(x.draft),
    lambda x: SendPaperOn(x.file),
)
"""The same, but for a family that left: its conversations stay its own to read."""

MIXED: tuple[Callable[[Words], Action], ...] = (
    lambda x: GiveTalkDraft(x.draft, x.own_talk),
    lambda x: GiveDraftToSchool(x.draft, x.own, x.leader),
    lambda x: DraftAddressees(x.draft, x.own),
    lambda x: ShowWholeTalk(x.own_talk, x.message),
    lambda x: SendTalkFile(x.own_talk, x.file),
    lambda x: AnswerEvent(x.event_8a, x.own, EventAnswer.COMING),
    lambda x: OpenFamilyEvent(x.event_8a, x.own),
    lambda x: AnswerForChild(x.announcement, x.own, 0),
    lambda x: WithdrawProposal(x.proposal, "0"),
)
"""The own child, or the own conversation, beside what is of somebody else."""

QUESTIONS: tuple[Callable[[Words], Action], ...] = (
    lambda x: WriteTalk(x.talk),
    lambda x: WriteTalkUrgently(x.talk),
    lambda x: ComplainOfTalk(x.talk),
    lambda x: WriteToSchool(x.pupil, x.leader),
    lambda x: ProposeContact(x.pupil, own=False, field=ContactField.PHONE),
    lambda x: AskFamilyNumber(x.announcement),
)
"""What the family is asked to type."""


async def lay_words(school: SchoolBuilder, family: Family, other_class: int, period: int) -> Words:
    """A conversation of Пётр's mother, her draft, a word to his family alone, a proposal; what nobody has yet."""
    leader, mother = family.leader, family.mother
    async with school.sessions() as session, session.begin():
        paper = StoredFile(
            name=f"{SECRET}-talk.txt",
            mime="text/plain",
            size=len(SECRET.encode()),
            content=SECRET.encode(),
            created_at=WRITTEN,
            account_id=mother.account_id,
            source="talk:1",
        )
        talks = [
            Conversation(key=f"forged:{pupil}", pupil_id=pupil, class_id=family.class_id, **OPENED)
            for pupil in (family.pupil_id, family.other_pupil_id)
        ]
        draft = Draft(account_id=mother.account_id, body=SECRET, source=f"{mother.account_id}:kept", made_at=WRITTEN)
        told = Announcement(
            made_by=leader.id,
            made_at=WRITTEN,
            body=SECRET,
            acknowledgement=Acknowledgement.NUMBER,
            confirmed_at=WRITTEN,
            published_at=WRITTEN,
        )
        proposal = ContactProposal(
            pupil_id=family.pupil_id,
            guardian_id=mother.id,
            contacts={"phone": {"was": "", "to": SECRET}},
            account_id=mother.account_id,
            made_at=WRITTEN,
        )
        item = ShelfItem(section=ShelfSection.ORDERS, title=SECRET, body=SECRET, made_by=leader.id, made_at=WRITTEN)
        answer = CommonAnswer(
            door=Door.STAFF, question=SECRET, answer=SECRET, made_by=leader.id, made_at=WRITTEN, published_at=WRITTEN
        )
        events = [
            ClassEvent(
                class_id=class_id,
                title="Собрание",
                starts_at=moscow(EVENING, "18:00"),
                ends_at=moscow(EVENING, "19:00"),
                made_by=leader.id,
                made_at=WRITTEN,
                asks=True,
                reminded_at=WRITTEN,
            )
            for class_id in (family.class_id, other_class)
        ]
        session.add_all([paper, *talks, draft, told, proposal, item, answer, *events])
        await session.flush()
        sides = [
            Participant(conversation_id=talk.id, joined_at=WRITTEN, **who)
            for talk, guardian in zip(talks, (mother, family.stranger), strict=True)
            for who in ({"guardian_id": guardian.id}, {"staff_id": leader.id})
        ]
        readers = [{"guardian_id": mother.id, "child_id": family.pupil_id}, {"pupil_id": family.pupil_id}]
        session.add_all(sides)
        session.add_all([AnnouncementReader(announcement_id=told.id, class_id=family.class_id, **r) for r in readers])
        session.add(AnnouncementFile(announcement_id=told.id, file_id=paper.id))
        await session.flush()
        message = ConversationMessage(
            conversation_id=talks[0].id, participant_id=sides[0].id, body=SECRET, sent_at=WRITTEN
        )
        session.add(message)
        await session.flush()
        session.add(ConversationFile(message_id=message.id, file_id=paper.id))
        return Words(
            pupil=family.pupil_id,
            own=family.other_pupil_id,
            leader=leader.id,
            period=period,
            talk=talks[0].id,
            message=message.id,
            file=paper.id,
            draft=draft.id,
            announcement=told.id,
            proposal=proposal.id,
            item=item.id,
            answer=answer.id,
            event=events[0].id,
            own_talk=talks[1].id,
            event_8a=events[1].id,
        )
