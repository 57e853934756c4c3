"""One button of every kind that names something of 7Б."""

from datetime import date

from core.access.holders import HolderKind
from core.actions import Action, access, family, notices, roll, staff, workbook
from core.terms import AbsenceReason, ConsentAnswer, Presence, Statement
from tests.staff.conftest import Foreign
from tests.staff.forged_lessons import (
    of_given,
    of_homework,
    of_journal,
    of_marks,
    of_page,
    of_plans,
    of_quick,
    of_timeliness,
)
from tests.staff.forged_school import of_desk, of_diary, of_finals, of_rules, of_settings, of_substitutions
from tests.staff.forged_words import of_words
from tests.support.clock import MONDAY


def forged(foreign: Foreign) -> list[Action]:
    """One button of every kind, each naming things of 7Б, of its families or of the administrator."""
    return [
        *_of_access(foreign),
        *_of_family(foreign),
        *_of_notices(foreign),
        *_of_roll(foreign),
        *_of_staff(foreign),
        *of_timeliness(foreign),
        *of_page(foreign),
        *of_marks(foreign),
        *of_plans(foreign),
        *of_journal(foreign),
        *of_homework(foreign),
        *of_quick(foreign),
        *of_rules(),
        *of_substitutions(foreign),
        *of_desk(foreign),
        *of_finals(foreign),
        *of_given(foreign),
        *of_diary(foreign),
        *of_settings(),
        *of_words(foreign),
    ]


def _of_access(foreign: Foreign) -> list[Action]:
    """Codes, links and consents."""
    pupil, guardian = (HolderKind.PUPIL, foreign.absent), (HolderKind.GUARDIAN, foreign.guardian.id)
    colleague = (HolderKind.STAFF, foreign.administrator.id)
    return [
        access.OpenStaffList(),
        access.FindStaff(),
        access.OpenClasses(),
        access.OpenFamilies(foreign.class_id),
        access.OpenFamily(foreign.class_id, foreign.absent),
        access.OpenPerson(*pupil, foreign.class_id),
        access.OpenPerson(*guardian, foreign.class_id),
        access.OpenPerson(*guardian, None),
        access.OpenPerson(*colleague, None),
        access.IssueCode(*guardian, foreign.class_id, foreign.code),
        access.IssueCode(*colleague, None, 0),
        access.AskRevoke(*guardian, foreign.class_id),
        access.Revoke(*guardian, foreign.class_id, foreign.guardian.link_id),
        access.Revoke(*guardian, foreign.class_id, 0, foreign.guardian.link_id),
        access.Revoke(*colleague, None, foreign.administrator.link_id),
        access.AskSlips(foreign.class_id),
        access.MakeSlips(foreign.class_id, everybody=True, seen=foreign.code),
        access.OpenWording(),
        access.ReplaceWording(),
        access.OpenConsent(),
        access.OpenConsentOf(*guardian),
        access.AnswerConsent(*guardian, 1, ConsentAnswer.WITHDRAWN),
    ]


def _of_family(foreign: Foreign) -> list[Action]:
    """The family bot's home and settings."""
    return [
        family.FamilyHome(),
        family.OpenChildDay(foreign.absent),
        family.StateReason(foreign.case, Statement.ILL),
        family.FamilySettings(),
        family.ChooseLanguage(),
        family.FamilyLanguage("en"),
        family.ChooseQuiet(),
        family.SetQuiet(1, 2),
        family.AskDisconnect(),
        family.Disconnect(foreign.guardian.link_id),
        family.ChangeStatement(foreign.case),
    ]


def _of_notices(foreign: Foreign) -> list[Action]:
    """Absence notices of a family."""
    days = (MONDAY, date(2026, 11, 24))
    return [
        notices.OpenNotices(foreign.absent),
        notices.OpenNotice(foreign.notice),
        notices.ChooseDates(foreign.absent),
        notices.WriteDates(foreign.absent),
        notices.ChooseReason(foreign.absent, *days),
        notices.GiveNotice(foreign.absent, *days, AbsenceReason.ILLNESS),
        notices.WriteReason(foreign.absent, *days),
        notices.WriteNewDates(foreign.notice, 1),
        notices.ChooseNewReason(foreign.notice),
        notices.SetNoticeReason(foreign.notice, AbsenceReason.EXCUSED, 1),
        notices.WriteNoticeNote(foreign.notice, 1),
        notices.SendPaper(foreign.notice),
        notices.AttachPapers(foreign.notice, 1),
        notices.AskWithdraw(foreign.notice),
        notices.WithdrawNotice(foreign.notice, 1),
        notices.ShowNoticeFile(foreign.notice),
    ]


def _of_roll(foreign: Foreign) -> list[Action]:
    """The roll, absences and their reasons."""
    return [
        roll.OpenDay(),
        roll.OpenWeek(MONDAY),
        roll.OpenRoll(foreign.lesson),
        roll.Mark(foreign.lesson, foreign.present, Presence.ABSENT, 0),
        roll.Mark(foreign.lesson, foreign.absent, Presence.PRESENT, 1),
        roll.OpenMinutes(foreign.lesson, foreign.absent),
        roll.SetMinutes(foreign.lesson, foreign.absent, 10, 1),
        roll.TakeRoll(foreign.lesson, "0"),
        roll.AllPresent(foreign.untouched_lesson, "0"),
        roll.ReopenRoll(foreign.lesson, 0),
        roll.CorrectRoll(foreign.lesson),
        roll.OpenAbsent(foreign.class_id),
        roll.OpenAbsence(foreign.class_id, foreign.absent, MONDAY),
        roll.SetReason(foreign.class_id, foreign.absent, MONDAY, AbsenceReason.UNEXCUSED),
        roll.WriteNote(foreign.class_id, foreign.absent, MONDAY),
        roll.OpenClassDay(foreign.class_id),
    ]


def _of_staff(foreign: Foreign) -> list[Action]:
    """The staff's home and settings, the school's workbook."""
    return [
        staff.StaffHome(),
        staff.StaffSettings(),
        staff.StaffLanguage("en"),
        staff.BellCards(on=True),
        workbook.OpenWorkbook(),
        workbook.SendTemplate(),
        workbook.LoadWorkbook(foreign.workbook, "0"),
        workbook.DropWorkbook(foreign.workbook),
    ]
