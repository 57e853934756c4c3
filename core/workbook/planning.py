"""From a workbook and the journal to a draft of what would be; writes nothing, needs no database."""

from datetime import date

from core.workbook.book import Book, Progress, Stage
from core.workbook.conflicts import check_clashes, check_loads, check_plans
from core.workbook.draft import Draft
from core.workbook.draft_groups import draft_groups
from core.workbook.draft_guardians import draft_guardians
from core.workbook.draft_lessons import check_bells, compare_lessons, expand_timetable
from core.workbook.draft_people import draft_classes, draft_pupils, draft_staff, draft_subjects
from core.workbook.draft_school import draft_calendar, draft_school, draft_year
from core.workbook.draft_teaching import draft_loads, draft_plans, draft_slots
from core.workbook.faults import Findings
from core.workbook.stored import Stored

STEPS = (
    draft_calendar,
    draft_staff,
    draft_subjects,
    draft_classes,
    draft_pupils,
    draft_guardians,
    draft_loads,
    draft_groups,
    draft_slots,
    draft_plans,
)


def make_draft(book: Book, stored: Stored, today: date, findings: Findings, progress: Progress) -> Draft | None:
    """The school as it would stand, every fault and warning collected; None when no study year is known.

    Takes seconds for a large school: call it in a thread.
    """
    year = draft_year(book, stored, findings)
    if year is None:
        return None
    draft = Draft(book, stored, today, draft_school(book, stored, findings), year)
    total = len(STEPS) + 2
    for done, step in enumerate(STEPS, 1):
        step(draft, findings)
        progress(Stage.CHECKING, done, total)
    expansion = expand_timetable(draft)
    progress(Stage.CHECKING, total - 1, total)
    check_bells(draft, expansion, findings)
    check_clashes(draft, expansion.lessons, findings)
    check_loads(draft, findings)
    check_plans(draft, findings)
    compare_lessons(draft, expansion)
    progress(Stage.CHECKING, total, total)
    return draft
