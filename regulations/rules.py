"""Every rule of a regulation and how a file states it."""

from dataclasses import dataclass

from regulations import reading
from regulations.reading import Reader

CHECKS = ("weekly", "monthly", "quarterly", "quarter_end", "access_report")


@dataclass(frozen=True)
class Rule:
    """A rule's reader. A `section` has keys of its own; the others are one value, bare or under `value`."""

    read: Reader
    section: bool = False


RULES: dict[str, Rule] = {
    "roll": Rule(reading.window, section=True),
    "homework": Rule(reading.window, section=True),
    "oral_marks": Rule(reading.window, section=True),
    "written_marks": Rule(reading.window, section=True),
    "after_window": Rule(reading.set_of("deputy_head", "director", least=1)),
    "mark_correction": Rule(reading.flag),
    "marks_in_grade_1": Rule(reading.flag),
    "homework_in_grade_1": Rule(reading.flag),
    "least_marks": Rule(reading.least_marks, section=True),
    "works_required_for": Rule(reading.names),
    "final_marks_by": Rule(reading.one_of("teacher", "class_leader")),
    "final_marks_due": Rule(reading.final_marks_due, section=True),
    "exam_results_within": Rule(reading.whole(1, 30)),
    "grade_9_marks_within": Rule(reading.whole(1, 30)),
    "average": Rule(reading.one_of("weighted", "plain")),
    "rounding": Rule(reading.rounding, section=True),
    "failing_below": Rule(reading.points),
    "debts_before": Rule(reading.whole(*reading.DAYS)),
    "marks_hold": Rule(reading.whole(0, 240)),
    "pupil_first": Rule(reading.whole(0, 720)),
    "reports_answered_within": Rule(reading.whole(1, 30)),
    "staff_hours": Rule(reading.hours, section=True),
    "substitute": Rule(reading.one_of("substitute", "class_leader")),
    "substitution_flagged": Rule(reading.flag),
    "substitute_named_by_deputy": Rule(reading.flag),
    "class_leader_corrects": Rule(reading.whole(*reading.DAYS)),
    "class_leader_confirms": Rule(reading.one_of("on_request", "always", "monthly")),
    "group_moves": Rule(reading.one_of("any_time", "period_end", "period_start")),
    "plan_equals_curriculum": Rule(reading.flag),
    "plan_before_year": Rule(reading.flag),
    "entries_in_russian": Rule(reading.flag),
    "page_requires": Rule(reading.set_of("topic", "tasks", "kind", "ict")),
    "control_deputy": Rule(reading.some_of(*CHECKS)),
    "control_director": Rule(reading.some_of(*CHECKS)),
    "results_to": Rule(reading.some_of("staff_meeting", "in_person", "staff_board", "deputies")),
    "backup": Rule(reading.backup, section=True),
    "archive": Rule(reading.archive, section=True),
    "paper_journal": Rule(reading.one_of("none", "on_demand", "beside", "must_agree")),
    "consent_by": Rule(reading.one_of("class_leader", "law")),
}
