"""Every button of the staff that names something of what is said and kept about 7Б."""

from datetime import date

from core.access.holders import HolderKind
from core.actions import (
    Action,
    announcements,
    announcing,
    cards,
    conversations,
    events,
    helping,
    letters,
    sessions,
    shelf,
    talk_tools,
)
from core.actions.announcing import Part, Readers
from core.help.topics import FamilyTopic, StaffTopic
from core.rules.contacts import ContactField
from core.rules.digest import digest
from core.terms import Acknowledgement, Door, EventAnswer, EventKind, ShelfSection
from tests.staff.conftest import Foreign
from tests.staff.words_of_7b import STOP_WORD
from tests.support.clock import MONDAY


def of_words(foreign: Foreign) -> list[Action]:
    """All buttons of conversations, announcements, cards, letters, the shelf and help, at both doors."""
    return [
        *_of_conversations(foreign),
        *_of_tools(foreign),
        *_of_talks(foreign),
        *_of_board(foreign),
        *_of_drafts(foreign),
        *_of_watching(foreign),
        *_of_cards(foreign),
        *_of_letters(foreign),
        *_of_events(foreign),
        *_of_phones(foreign),
        *_of_shelf(foreign),
        *_of_help(foreign),
    ]


def _of_conversations(foreign: Foreign) -> list[Action]:
    said, pupil, file = foreign.said, foreign.absent, foreign.paper
    talk = said.conversation
    return [
        conversations.OpenInbox(),
        conversations.FindConversation(),
        conversations.OpenConversation(talk),
        conversations.OpenConversation(talk, said.message),
        conversations.OpenConversationMore(talk),
        conversations.ShowWhole(talk, said.message),
        conversations.SendConversationFile(talk, file),
        conversations.WriteMessage(talk),
        conversations.WriteUrgently(talk),
        conversations.WriteUrgently(talk, said.kept),
        conversations.ComplainOfConversation(talk),
        conversations.OpenFamilyOf(pupil),
        conversations.OpenFamilyOf(pupil, foreign.lesson),
        conversations.WriteToFamily(pupil, foreign.guardian.id, parents=False, child=False),
        conversations.WriteToFamily(pupil, None, parents=True, child=True, lesson=foreign.lesson),
        conversations.ChooseFamilies(foreign.class_id),
        conversations.WriteToFamilies(foreign.class_id, "1", 0),
        conversations.OpenColleagues(),
        conversations.FindColleague(),
        conversations.FindFamily(),
        conversations.WriteToColleague(foreign.leader.id),
        conversations.WriteToLeader(foreign.class_id),
        conversations.GiveDraft(said.kept, talk),
        conversations.OpenDraft(said.kept),
        conversations.DropDraft(said.kept),
    ]


def _of_tools(foreign: Foreign) -> list[Action]:
    said, leader, other = foreign.said, foreign.leader.id, foreign.administrator.id
    return [
        talk_tools.OpenTalkTools(),
        talk_tools.ChooseMute(HolderKind.GUARDIAN, foreign.guardian.id, said.conversation),
        talk_tools.AskMuteDay(HolderKind.GUARDIAN, foreign.guardian.id),
        talk_tools.MuteUntil(HolderKind.PUPIL, foreign.absent, date(2026, 11, 30)),
        talk_tools.OpenMuted(),
        talk_tools.LiftMute(said.mute),
        talk_tools.OpenStopWords(),
        talk_tools.AddStopWords(),
        talk_tools.RemoveStopWord(digest(STOP_WORD.lower())),
        talk_tools.OpenComplaints(),
        talk_tools.OpenComplaint(said.complaint),
        talk_tools.CloseComplaint(said.complaint),
        talk_tools.OpenHandingOver(),
        talk_tools.ChooseSuccessor(leader),
        talk_tools.FindSuccessor(leader),
        talk_tools.ConfirmHandingOver(leader, other),
        talk_tools.HandOver(leader, other),
    ]


def _of_talks(foreign: Foreign) -> list[Action]:
    said, pupil = foreign.said, foreign.absent
    talk = said.conversation
    return [
        conversations.OpenTalks(),
        conversations.OpenTalk(talk),
        conversations.OpenTalkMore(talk),
        conversations.ShowWholeTalk(talk, said.message),
        conversations.SendTalkFile(talk, foreign.paper),
        conversations.FindTalk(),
        conversations.WriteTalk(talk),
        conversations.WriteTalkUrgently(talk),
        conversations.ComplainOfTalk(talk),
        conversations.OpenAddressees(pupil),
        conversations.WriteToSchool(pupil, foreign.leader.id),
        conversations.ChooseChildToWrite(),
        conversations.GiveTalkDraft(said.kept, talk),
        conversations.OpenTalkDraft(said.kept),
        conversations.DraftAddressees(said.kept, pupil),
        conversations.GiveDraftToSchool(said.kept, pupil, foreign.leader.id),
        conversations.DropTalkDraft(said.kept),
        conversations.SendPaperOn(foreign.paper),
    ]


def _of_board(foreign: Foreign) -> list[Action]:
    told, author = foreign.said.announcement, foreign.leader.id
    return [
        announcements.OpenBoard(),
        announcements.ChooseBoardAuthor(),
        announcements.OpenBoardBy(author),
        announcements.OpenAnnouncement(told),
        announcements.AnswerAnnouncement(told),
        announcements.AskAnnouncementNumber(told),
        announcements.SendAnnouncementFiles(told, foreign.paper),
        announcements.NewAnnouncement(foreign.class_id),
        announcements.OpenFamilyBoard(),
        announcements.ChooseFamilyBoardAuthor(),
        announcements.OpenFamilyBoardBy(author),
        announcements.OpenFamilyAnnouncement(told),
        announcements.AnswerFamilyAnnouncement(told),
        announcements.AnswerForChild(told, foreign.absent, 0),
        announcements.AskFamilyNumber(told),
        announcements.SendFamilyAnnouncementFiles(told, foreign.paper),
    ]


def _of_drafts(foreign: Foreign) -> list[Action]:
    draft, class_id, rev = foreign.said.draft, foreign.class_id, 4
    return [
        announcing.OpenMyAnnouncements(),
        announcing.OpenDraft(draft),
        announcing.WriteAnnouncement(draft),
        announcing.OpenDraftFiles(draft),
        announcing.AddDraftFiles(draft),
        announcing.RemoveDraftFile(draft, foreign.paper, rev),
        announcing.ChooseAudience(draft),
        announcing.ChooseAudiencePart(draft, Part.CLASSES),
        announcing.SetAudience(draft, Part.CLASSES, str(class_id), on=False, rev=rev),
        announcing.ChooseGroups(draft, class_id),
        announcing.SetGroup(draft, 1, on=True, rev=rev),
        announcing.ChooseAcknowledgement(draft),
        announcing.SetAcknowledgement(draft, Acknowledgement.NONE, rev),
        announcing.WriteChoices(draft),
        announcing.ChooseTime(draft),
        announcing.SetTime(draft, date(2026, 11, 24), 600, rev),
        announcing.WriteTime(draft),
        announcing.ChooseEnd(draft),
        announcing.SetEnd(draft, date(2026, 11, 24), rev),
        announcing.WriteEnd(draft),
        announcing.WriteUrgency(draft),
        announcing.CalmDown(draft, rev),
        announcing.PreviewAnnouncement(draft),
        announcing.ConfirmAnnouncement(draft, rev),
        announcing.AskDropDraft(draft),
        announcing.DropDraft(draft, rev),
    ]


def _of_watching(foreign: Foreign) -> list[Action]:
    told, rev = foreign.said.announcement, 4
    return [
        announcing.OpenProgress(told),
        announcing.OpenProgressClasses(told),
        announcing.OpenReaders(told, Readers.SILENT, foreign.class_id),
        announcing.RemindReaders(told, rev),
        announcing.SendSheet(told),
        announcing.AskWithdraw(told),
        announcing.WithdrawAnnouncement(told, rev),
    ]


def _of_cards(foreign: Foreign) -> list[Action]:
    class_id, pupil, proposal = foreign.class_id, foreign.absent, foreign.said.proposal
    return [
        cards.OpenPupilCard(pupil),
        cards.OpenCardFields(pupil),
        cards.EditCard(pupil, foreign.guardian.id, ContactField.PHONE),
        cards.OpenClassCards(class_id),
        cards.ConfirmCard(pupil, "0"),
        cards.ConfirmClassCards(class_id, "0"),
        cards.AskForCards(class_id),
        cards.OpenProposals(class_id),
        cards.OpenProposal(proposal),
        cards.AcceptProposal(proposal, "0"),
        cards.RefuseProposal(proposal, "0"),
        cards.OpenClassDesks(),
        cards.OpenNearFailing(class_id),
        cards.OpenOwed(class_id),
        cards.OpenUnconnected(class_id),
        cards.OpenNoConsent(class_id),
        cards.OpenUnread(class_id),
        cards.RemindUnread(class_id, foreign.said.announcement, 4),
        cards.OpenContacts(pupil),
        cards.ProposeContact(pupil, own=True, field=ContactField.PHONE),
        cards.WithdrawProposal(proposal, "0"),
    ]


def _of_letters(foreign: Foreign) -> list[Action]:
    where, who = (foreign.class_id, foreign.period), ("1", "0")
    return [
        letters.OpenLetters(*where),
        letters.PickLetters(*where),
        letters.OfferLetters(*where, *who),
        letters.SendLetters(*where, *who),
        letters.LettersPaper(*where, *who, everybody=True),
        letters.AskPrint(*where, *who, everybody=True),
        letters.OpenPrintJobs(),
        letters.SendPrintJob(foreign.said.job),
        letters.PrintJobDone(foreign.said.job),
        letters.OpenShortLetters(*where),
        letters.SendShortLetters(*where, everybody=True),
        letters.SendOwnLetter(foreign.absent, foreign.period),
    ]


def _of_events(foreign: Foreign) -> list[Action]:
    return [
        events.SetEventKind(foreign.event, EventKind.TRIP, 1),
        events.SetEventAsks(foreign.event, on=True, rev=1),
        events.OpenEventAnswers(foreign.event),
        events.OpenEventsMonth(foreign.class_id, MONDAY),
        events.OpenFamilyEvent(foreign.event, foreign.absent),
        events.AnswerEvent(foreign.event, foreign.absent, EventAnswer.COMING),
        events.OpenChildEvents(foreign.absent),
    ]


def _of_phones(foreign: Foreign) -> list[Action]:
    last = foreign.administrator.link_id
    return [
        sessions.OpenSessions(),
        sessions.CutPhone(last, sure=True),
        sessions.CutOthers(last, sure=True),
        sessions.IssueEndCode(0),
        sessions.ChoosePause(),
        sessions.NewPin(15),
        sessions.ProvePin(sessions.PinWish.REMOVE, 0),
        sessions.GivePin("1"),
        sessions.SayAgain(),
        sessions.PinForgotten(),
        sessions.AskEndFamily(foreign.class_id, foreign.absent),
        sessions.EndFamily(foreign.class_id, foreign.absent, foreign.guardian.link_id),
        sessions.FamilyCutOthers(foreign.guardian.link_id, sure=True),
    ]


def _of_shelf(foreign: Foreign) -> list[Action]:
    item, rev = foreign.said.item, 1
    return [
        shelf.OpenShelf(),
        shelf.OpenShelfSection(ShelfSection.ORDERS),
        shelf.FindShelfItem(),
        shelf.OpenShelfItem(item),
        shelf.AddShelfItem(ShelfSection.ORDERS),
        shelf.RenameShelfItem(item, rev),
        shelf.SetShelfReaders(item, everybody=True, rev=rev),
        shelf.SetShelfAcknowledgement(item, asked=True, rev=rev),
        shelf.PublishShelfItem(item, rev),
        shelf.AskWithdrawShelfItem(item),
        shelf.WithdrawShelfItem(item, rev),
        shelf.SendShelfFile(item),
        shelf.AcknowledgeShelfItem(item),
        shelf.OpenShelfReaders(item),
        shelf.RemindShelfReaders(item),
        shelf.SendShelfSheet(item),
        shelf.OpenFamilyShelf(),
        shelf.OpenFamilySection(ShelfSection.ORDERS),
        shelf.OpenFamilyItem(item),
        shelf.SendFamilyFile(item),
        shelf.AcknowledgeFamilyItem(item),
    ]


def _of_help(foreign: Foreign) -> list[Action]:
    answer, talk, rev = foreign.said.answer, foreign.said.conversation, 1
    return [
        shelf.OpenHelp(),
        shelf.OpenFamilyHelp(),
        helping.OpenHelpTopic(StaffTopic.ROLL),
        helping.AskHelp(),
        helping.SuggestIdea(),
        helping.OpenAnswers(),
        helping.OpenCommonAnswer(answer),
        helping.MakeCommonAnswer(talk),
        helping.PassQuestionOn(talk),
        helping.WriteCommonAnswer(),
        helping.RewordQuestion(answer, rev),
        helping.RewordAnswer(answer, rev),
        helping.SetAnswerDoor(answer, Door.STAFF, rev),
        helping.PublishAnswer(answer, published=True, rev=rev),
        helping.DeleteAnswer(answer, rev),
        helping.OpenFamilyTopic(FamilyTopic.DIARY),
        helping.AskFamilyHelp(),
        helping.AskHelpAbout(foreign.absent),
        helping.SuggestFamilyIdea(),
        helping.OpenFamilyAnswers(),
        helping.OpenFamilyAnswer(answer),
    ]
