"""Buttons stay on people's phones for years: prefixes and the order of fields are a public format."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.actions import Action, parse
from core.actions.codec import LIMIT_BYTES
from core.actions.roll import TakeRoll
from core.errors import ButtonOutdated

FORMAT = {
    "Gf": "OpenGroupFrom(load: int, first: int)",
    "Gm": "MoveToGroup(load: int, pupil: int, target: int | None, day: date, seen: int)",
    "Gp": "OpenGroupPupil(load: int, pupil: int)",
    "Gr": "OpenGroup(load: int)",
    "Ha": "ChoosePupils(task: int)",
    "Hb": "RewriteTask(task: int, rev: int)",
    "Hc": "OpenChildTask(pupil: int, task: int)",
    "Hd": "ChooseDue(task: int)",
    "He": "SetDueLesson(task: int, due: int, rev: int)",
    "Hf": "AddTaskFiles(task: int)",
    "Hg": "SendChildFile(pupil: int, task: int, file: int)",
    "Hl": "OpenTaskFiles(task: int)",
    "Hm": "ChooseMinutes(task: int)",
    "Hn": "SetTaskMinutes(task: int, minutes: int | None, rev: int)",
    "Ho": "OpenTask(task: int)",
    "Hp": "GivePlanned(lesson: int, line: int)",
    "Hq": "AskWithdrawTask(task: int)",
    "Hr": "RemoveTaskFile(task: int, file: int)",
    "Hs": "SendTaskFile(task: int, file: int)",
    "Ht": "WriteHomework(lesson: int)",
    "Hu": "SetTaskPupil(task: int, pupil: int, chosen: bool, rev: int)",
    "Hv": "SetEverybody(task: int, rev: int)",
    "Hw": "OpenHomework(lesson: int)",
    "Hx": "WriteDue(task: int, rev: int)",
    "Hy": "SayNoHomework(lesson: int, none: bool)",
    "Hz": "WithdrawTask(task: int, rev: int)",
    "Jc": "OpenClassJournals(class_id: int, first: int)",
    "Jd": "OpenJournalLessons(load: int, month: date | None, period: int | None, first: int)",
    "Jl": "OpenJournals()",
    "Jo": "OpenOwnJournals(first: int)",
    "Jp": "OpenJournalPeriod(load: int, period: int)",
    "Jr": "OpenJournal(load: int, month: date | None)",
    "Js": "OpenSchoolJournals(first: int)",
    "Jt": "OpenJournalToday()",
    "Jx": "SendJournalSheet(load: int, month: date | None, period: int | None)",
    "Ka": "AddPlanLine(load: int, after: int, seen: str)",
    "Kc": "OpenPlanSources(load: int, first: int)",
    "Kd": "Deliver(lesson: int, rev: int, portions: str)",
    "Ke": "EditPlanLine(load: int, line: int, part: LinePart)",
    "Kf": "PreviewPlanFile(load: int, file: int, grade: bool)",
    "Kk": "SetLineKind(load: int, line: int, kind: LessonKind)",
    "Kl": "OpenPlans(first: int, all: bool)",
    "Km": "MovePlanLine(load: int, line: int, to: int, seen: str)",
    "Ko": "OpenPlanLine(load: int, line: int)",
    "Kp": "OpenPlan(load: int, first: int)",
    "Kq": "AskRemovePlanLine(load: int, line: int)",
    "Kr": "RemovePlanLine(load: int, line: int, seen: str)",
    "Ks": "SplitPlanLine(load: int, line: int, seen: str)",
    "Kt": "OpenTopicLines(lesson: int, first: int)",
    "Ku": "UploadPlan(load: int)",
    "Kv": "PreviewCopy(load: int, source: int, grade: bool)",
    "Kw": "OwnPlan(load: int, plan: int)",
    "Kx": "TakePlanFile(load: int, file: int, grade: bool, split: bool, seen: str)",
    "Ky": "CopyPlan(load: int, source: int, grade: bool, seen: str)",
    "Kz": "DropPlanFile(load: int, file: int)",
    "MA": "OpenGrading()",
    "MB": "OpenWorkKind(kind: int)",
    "MC": "SetKindWeight(kind: int, weight: int, seen: int)",
    "MD": "WriteKindWeight(kind: int)",
    "ME": "WriteKindName(kind: int)",
    "MF": "WriteKindLetter(kind: int)",
    "MG": "SetKindWritten(kind: int, on: bool)",
    "MH": "SetKindControl(kind: int, on: bool)",
    "MI": "ArchiveKind(kind: int, on: bool)",
    "MJ": "MoveKindUp(kind: int, seen: int)",
    "MK": "WriteNewKind()",
    "ML": "OpenPassFail(page: int)",
    "MM": "OpenPassFailSubject(subject: int)",
    "MN": "SetPassFail(subject: int, grade: int | None, on: bool)",
    "MP": "CountDotsAsTwo(on: bool)",
    "Ma": "OpenWorks(lesson: int)",
    "Mb": "ChooseAnnounced(lesson: int)",
    "Mc": "ChangeMark(lesson: int, mark: int, value: MarkValue, rev: int)",
    "Md": "RemoveMark(lesson: int, mark: int, rev: int)",
    "Mg": "GiveMark(lesson: int, pupil: int, kind: int, value: MarkValue, rev: int)",
    "Mh": "OpenWork(lesson: int, kind: int)",
    "Mk": "ChooseWork(lesson: int, kind: int)",
    "Mn": "AnnounceWork(lesson: int, kind: int)",
    "Mo": "OpenMark(lesson: int, mark: int, kind: int)",
    "Mp": "OpenPupilMarks(lesson: int, pupil: int, kind: int)",
    "Mr": "OpenMarks(lesson: int, kind: int | None)",
    "Ms": "SetWorkWeight(lesson: int, kind: int, weight: int | None, seen: int | None)",
    "Mt": "WriteWorkWeight(lesson: int, kind: int, seen: int | None)",
    "Mv": "DropMarkComment(lesson: int, mark: int)",
    "Mw": "WriteMarkComment(lesson: int, mark: int)",
    "Mx": "CallOffWork(lesson: int, kind: int)",
    "Pa": "ApproveEntry(request: int)",
    "Pb": "CommentRefusal(request: int)",
    "Pc": "ChooseKind(lesson: int, kind: LessonKind, rev: int)",
    "Pd": "OpenRequest(request: int)",
    "Pe": "EditRemark(lesson: int, remark: int, rev: int)",
    "Pf": "RefuseEntry(request: int)",
    "Pg": "OpenLesson(lesson: int)",
    "Ph": "ShowRequestFiles(request: int)",
    "Pi": "OpenIct(lesson: int)",
    "Pj": "WriteTasks(lesson: int, rev: int)",
    "Pk": "OpenKinds(lesson: int)",
    "Pm": "OpenRemarks(lesson: int)",
    "Pn": "ChooseRemark(lesson: int, pupil: int | None)",
    "Po": "OpenRemark(lesson: int, remark: int)",
    "Pp": "ChooseRemarkPupil(lesson: int, first: int)",
    "Pq": "AskForEntry(request: int)",
    "Pr": "GiveReason(request: int)",
    "Ps": "InsistOnEntry(request: int)",
    "Pt": "OpenTopic(lesson: int)",
    "Pu": "ChooseIct(lesson: int, tool: IctTool | None, rev: int)",
    "Pv": "WithdrawRemark(lesson: int, remark: int, rev: int)",
    "Pw": "WriteTopic(lesson: int, rev: int)",
    "Px": "WriteIct(lesson: int, rev: int)",
    "Pz": "WriteRemark(lesson: int, pupil: int | None, about: RemarkSubject, tone: RemarkTone)",
    "Qa": "ApplyQuick(entry: int, rev: int)",
    "Ql": "ApplyQuickLate(entry: int, rev: int)",
    "Qp": "ChooseQuickPupil(entry: int, place: int, pupil: int, rev: int)",
    "Qq": "AskQuick(lesson: int)",
    "Qs": "ChooseQuickLesson(entry: int, lesson: int, rev: int)",
    "Qx": "DropQuick(entry: int)",
    "Rc": "ConfirmRules(target: str, option: str, since: date, seen: int)",
    "Rd": "AskRulesDay(target: str, option: str)",
    "Re": "ListRules(group: str)",
    "Rf": "SendRulesFile(target: str)",
    "Rl": "ListRegulations()",
    "Rp": "PreviewRules(target: str, option: str, since: date | None)",
    "Rq": "OpenRequests()",
    "Rr": "OpenRule(rule: str)",
    "Rt": "TurnRules(page: int)",
    "Ru": "OpenRules()",
    "Sa": "Assign(lesson: int, staff: int, seen: int, away: int | None, since: date | None, until: date | None)",
    "Sb": "OpenSubstitutions(day: date | None)",
    "Sc": "OpenChange(lesson: int, away: int | None, since: date | None, until: date | None)",
    "Sd": "AskAwayDays(staff: int, since: date)",
    "Se": "SetRoom(lesson: int, seen: int, room: str)",
    "Sf": "FindAway(day: date)",
    "Sg": "GiveAll(staff: int, taker: int, since: date, until: date)",
    "Sh": "OpenRoom(lesson: int)",
    "Si": "FindCandidate(lesson: int, away: int | None, since: date | None, until: date | None)",
    "Sj": "AskRoom(lesson: int, seen: int)",
    "Sk": "ComeBack(staff: int, since: date, until: date)",
    "Sl": "ChooseAway(day: date, page: int)",
    "Sm": "OpenMove(lesson: int, day: date)",
    "Sn": "OpenCandidates(lesson: int, away: int | None, since: date | None, until: date | None, page: int)",
    "So": "OpenTakers(staff: int, since: date, until: date)",
    "Sp": "AssignBusy(lesson: int, staff: int, seen: int, away: int | None, since: date | None, until: date | None)",
    "Sq": "ChooseClass(day: date)",
    "Sr": "RestoreLesson(lesson: int, seen: int, away: int | None, since: date | None, until: date | None, insists: bool)",
    "Ss": "OpenClassChanges(class_id: int, day: date)",
    "St": "MoveLesson(lesson: int, day: date, number: int, seen: int, insists: bool)",
    "Su": "Unassign(lesson: int, seen: int, away: int | None, since: date | None, until: date | None)",
    "Sv": "OpenMoveDay(lesson: int, day: date)",
    "Sw": "OpenAway(staff: int, since: date, until: date)",
    "Sx": "CancelLesson(lesson: int, seen: int, away: int | None, since: date | None, until: date | None, insists: bool)",
    "Tc": "OpenClassPages(class_id: int, day: date)",
    "Td": "OpenJournalDay(day: date, view: JournalView, page: int)",
    "Tn": "NudgeTeacher(staff: int, day: date)",
    "Tt": "OpenTeacherPages(staff: int, day: date)",
    "Wa": "OpenWeekAttendance(class_id: int, day: date | None)",
    "Wd": "OpenPupilDay(class_id: int, pupil: int, day: date)",
    "We": "EnterAbsence(class_id: int, pupil: int, starts: date, ends: date | None, reason: AbsenceReason)",
    "Wi": "OpenIllness(class_id: int, pupil: int, first: date)",
    "Wm": "CorrectPresence(class_id: int, lesson: int, pupil: int, presence: Presence, rev: int)",
    "Wp": "OpenPupilWeek(class_id: int, pupil: int, day: date)",
    "Wr": "ExplainDays(class_id: int, pupil: int, first: date, last: date, reason: AbsenceReason)",
    "Ww": "WriteAbsence(class_id: int, pupil: int, since: date, reason: AbsenceReason)",
    "Wx": "EndAbsence(class_id: int, pupil: int, notice: int, rev: int, last: date)",
    "ab": "OpenAbsent(class_id: int, day: date | None)",
    "ac": "OpenAbsence(class_id: int, pupil: int, day: date)",
    "ap": "AllPresent(lesson: int, seen: str)",
    "bc": "BellCards(on: bool)",
    "ca": "AnswerConsent(kind: HolderKind, person: int, version: int, answer: ConsentAnswer)",
    "cd": "OpenChildDay(pupil: int, day: date | None)",
    "co": "OpenConsent()",
    "cp": "OpenConsentOf(kind: HolderKind, person: int)",
    "cy": "OpenClassDay(class_id: int, day: date | None)",
    "dy": "OpenDay(day: date | None)",
    "ef": "FindStaff()",
    "ep": "OpenStaffList(page: int)",
    "fd": "AskDisconnect()",
    "fg": "ChooseLanguage()",
    "fh": "FamilyHome()",
    "fl": "FamilyLanguage(language: str)",
    "fq": "ChooseQuiet()",
    "fs": "FamilySettings()",
    "fu": "SetQuiet(from_hour: int | None, to_hour: int | None)",
    "fx": "Disconnect(last: int)",
    "ka": "AskRevoke(kind: HolderKind, person: int, class_id: int | None, link: int | None)",
    "ke": "ReplaceWording()",
    "kf": "OpenFamilies(class_id: int)",
    "ki": "IssueCode(kind: HolderKind, person: int, class_id: int | None, seen: int)",
    "kl": "OpenClasses(page: int)",
    "km": "OpenPerson(kind: HolderKind, person: int, class_id: int | None)",
    "kp": "OpenFamily(class_id: int, pupil: int)",
    "kr": "Revoke(kind: HolderKind, person: int, class_id: int | None, last: int, link: int | None)",
    "ks": "AskSlips(class_id: int)",
    "kw": "OpenWording()",
    "kx": "MakeSlips(class_id: int, everybody: bool, seen: int)",
    "lm": "SetMinutes(lesson: int, pupil: int, minutes: int, rev: int)",
    "mk": "Mark(lesson: int, pupil: int, presence: Presence, rev: int)",
    "mm": "OpenMinutes(lesson: int, pupil: int)",
    "nc": "WriteNewDates(notice: int, rev: int)",
    "nd": "ChooseDates(pupil: int)",
    "ne": "SetNoticeReason(notice: int, reason: AbsenceReason, rev: int)",
    "nf": "AttachPapers(notice: int, first: int)",
    "ng": "ChooseNewReason(notice: int)",
    "nk": "AskWithdraw(notice: int)",
    "nl": "OpenNotices(pupil: int)",
    "nn": "WriteNoticeNote(notice: int, rev: int)",
    "no": "WriteReason(pupil: int, starts: date, ends: date)",
    "np": "SendPaper(notice: int)",
    "nr": "ChooseReason(pupil: int, starts: date, ends: date)",
    "nv": "OpenNotice(notice: int)",
    "nw": "GiveNotice(pupil: int, starts: date, ends: date, reason: AbsenceReason)",
    "nx": "WriteDates(pupil: int)",
    "ny": "WithdrawNotice(notice: int, rev: int)",
    "rl": "OpenRoll(lesson: int)",
    "sc": "ChangeStatement(case: int)",
    "sh": "StaffHome()",
    "sl": "StaffLanguage(language: str)",
    "sp": "ShowNoticeFile(notice: int)",
    "sr": "SetReason(class_id: int, pupil: int, day: date, reason: AbsenceReason)",
    "ss": "StaffSettings()",
    "st": "StateReason(case: int, statement: Statement)",
    "tk": "TakeRoll(lesson: int, seen: str)",
    "un": "ReopenRoll(lesson: int, rev: int)",
    "wb": "OpenWorkbook()",
    "wk": "OpenWeek(day: date)",
    "wl": "LoadWorkbook(file: int, seen: str)",
    "wn": "WriteNote(class_id: int, pupil: int, day: date)",
    "wt": "SendTemplate()",
    "wx": "DropWorkbook(file: int)",
}
"""Every button ever made. A line is only ever added: to change one, give the new button a prefix of its own."""

WORDS = {
    "AbsenceReason": {"illness", "excused", "unexcused"},
    "ConsentAnswer": {"given", "refused", "withdrawn"},
    "HolderKind": {"staff", "guardian", "pupil"},
    "IctTool": {"slides", "board", "video", "computers", "online"},
    "JournalView": {"t", "c"},
    "LessonKind": {"lesson", "control", "laboratory", "practical", "excursion"},
    "LinePart": {"t", "h", "d"},
    "MarkValue": {"5", "4", "3", "2", "1", "pass", "fail", "not_assessed", "exempt", "dot"},
    "Presence": {"present", "absent", "late"},
    "RemarkSubject": {"progress", "behaviour"},
    "RemarkTone": {"praise", "neutral", "blame"},
    "Statement": {"ill", "family", "late", "unknown"},
}
"""The words that stand in buttons; these, too, are only ever added."""

RETIRED = {"sd"}
"""Prefixes that older editions used: such a button says that it is out of date."""

LARGEST = 2**31 - 1
FINGERPRINT = "f" * 16
ACTIONS = tuple(sorted(Action.known.values(), key=lambda action: action.prefix))


def kinds(action: type[Action]) -> dict[str, tuple[type, ...]]:
    """The types that each field may have."""
    hints = get_type_hints(action)
    return {f.name: get_args(hints[f.name]) or (hints[f.name],) for f in fields(action)}  # type: ignore[arg-type]


def described(action: type[Action]) -> str:
    """`Mark(lesson: int, rev: int)`."""
    named = (
        f"{name}: {' | '.join('None' if kind is NoneType else kind.__name__ for kind in allowed)}"
        for name, allowed in kinds(action).items()
    )
    return f"{action.__name__}({', '.join(named)})"


def longest(kind: type) -> Any:
    """The value of a field's type that takes most room."""
    if issubclass(kind, StrEnum):
        return max(kind, key=len)
    return {int: LARGEST, bool: True, date: date(2027, 5, 26), str: FINGERPRINT}[kind]


def values(kind: type) -> st.SearchStrategy[Any]:
    """Any value of a field's type; texts are fingerprints and language codes."""
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    return {
        int: st.integers(0, LARGEST),
        bool: st.booleans(),
        date: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        str: st.text("0123456789abcdef", max_size=len(FINGERPRINT)),
        NoneType: st.none(),
    }[kind]


@st.composite
def actions(draw: st.DrawFn) -> Action:
    """Any action with any values."""
    action = draw(st.sampled_from(ACTIONS))
    return action(**{name: draw(st.one_of(*map(values, allowed))) for name, allowed in kinds(action).items()})


def test_the_format_of_buttons_stands() -> None:
    assert {action.prefix: described(action) for action in ACTIONS} == FORMAT


def test_a_prefix_of_an_older_edition_is_never_given_anew() -> None:
    assert RETIRED.isdisjoint(Action.known)


def test_the_words_in_buttons_stand() -> None:
    used = {kind for action in ACTIONS for allowed in kinds(action).values() for kind in allowed}
    assert {kind.__name__: set(kind) for kind in used if issubclass(kind, StrEnum)} == WORDS


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_an_action_fits_a_button_with_the_largest_values(action: type[Action]) -> None:
    packed = action(**{name: longest(allowed[0]) for name, allowed in kinds(action).items()}).pack()

    assert len(packed.encode()) <= LIMIT_BYTES


@given(actions())
def test_what_is_packed_is_read_back(action: Action) -> None:
    assert parse(action.pack()) == action


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ":",
        "zz:1",
        "rl",
        "rl:",
        "rl:1:2",
        "rl:-1",
        "rl:+1",
        "rl: 1",
        "rl:1.0",
        "rl:١٢",
        "rl:2147483648",
        "rl:00000000001",
        "mk:1:2:gone:0",
        "mk:1:2:ABSENT:0",
        "wk:20261301",
        "wk:2026-11-23",
        "bc:2",
        "bc:",
    ],
)
def test_forged_data_is_no_action(forged: str) -> None:
    with pytest.raises(ButtonOutdated):
        parse(forged)


def test_a_text_that_would_break_the_format_is_refused() -> None:
    with pytest.raises(ValueError, match="a colon"):
        TakeRoll(lesson=1, seen="a:b").pack()


def test_a_prefix_is_given_once() -> None:
    with pytest.raises(ValueError, match="'mk' is taken by Mark"):

        class Another(Action, prefix="mk"):
            """Never stands."""
