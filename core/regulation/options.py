"""The values offered for each rule when a single one is changed; anything else comes in a file."""

from typing import Any

from regulations import Regulation, override

Options = dict[str, Any]

TERMS: Options = {
    "t18": {"at": "18:00"},
    "t21": {"at": "21:00"},
    "d0": {"days": 0},
    "d1": {"days": 1},
    "d3": {"days": 3},
    "d7": {"days": 7},
    "d14": {"days": 14},
    "w5": {"working_days": 5},
    "w10": {"working_days": 10},
}
YES_NO: Options = {"yes": True, "no": False}
CHECKS: Options = {
    "w": ["weekly"],
    "m": ["monthly"],
    "q": ["quarterly"],
    "wm": ["weekly", "monthly"],
    "wme": ["weekly", "monthly", "quarter_end"],
    "a": ["access_report"],
}
SCIENCES = ["Русский язык", "Литература", "Математика", "Алгебра", "Геометрия", "Физика", "Химия"]


def _numbers(*values: int) -> Options:
    return {str(value): value for value in values}


def _words(*values: str) -> Options:
    return {value: value for value in values}


# The short keys go into buttons: a public format, as the actions' prefixes are.
OPTIONS: dict[str, Options] = {
    "roll": TERMS,
    "homework": {**TERMS, "h1": {"after_class_minutes": 60}, "h2": {"after_class_minutes": 120}},
    "oral_marks": TERMS,
    "written_marks": {
        **TERMS,
        "lyc": {"working_days": 5, "subjects": [{"names": ["Русский язык", "Литература"], "working_days": 10}]},
    },
    "after_window": {"both": ["deputy_head", "director"], "dir": ["director"], "dep": ["deputy_head"]},
    "mark_correction": YES_NO,
    "marks_in_grade_1": YES_NO,
    "homework_in_grade_1": YES_NO,
    "least_marks": {
        "a5": {"hours": 2, "marks": 3, "above": 5},
        "h1": {"hours": 2, "marks": 3, "and_more": 1},
        "a3": {"hours": 2, "marks": 3, "above": 3},
    },
    "works_required_for": {"none": [], "main": SCIENCES},
    "final_marks_by": _words("teacher", "class_leader"),
    "final_marks_due": {
        "ld": {"way": "last_day"},
        "lw": {"way": "last_week"},
        "d2": {"way": "days_after", "days": 2},
        "d4": {"way": "days_after", "days": 4},
        "o": {"way": "order"},
    },
    "exam_results_within": _numbers(1, 2, 3, 5, 10),
    "grade_9_marks_within": _numbers(1, 2, 3, 5, 10),
    "average": _words("weighted", "plain"),
    "rounding": {
        "50": {"five": 4.5, "four": 3.5, "three": 2.5},
        "51": {"five": 4.51, "four": 3.51, "three": 2.7},
        "60": {"five": 4.6, "four": 3.6, "three": 2.6},
        "65": {"five": 4.65, "four": 3.65, "three": 2.65},
        "70": {"five": 4.7, "four": 3.7, "three": 2.7},
    },
    "failing_below": {"250": 2.5, "265": 2.65, "280": 2.8, "300": 3},
    "debts_before": _numbers(0, 7, 10, 14, 21, 30),
    "marks_hold": _numbers(0, 5, 10, 15, 30, 60),
    "pupil_first": _numbers(0, 5, 15, 30, 60, 120),
    "reports_answered_within": _numbers(1, 2, 3, 5, 10),
    "staff_hours": {
        "8-17": {"from": "08:00", "to": "17:00"},
        "8-18": {"from": "08:00", "to": "18:00"},
        "8-19": {"from": "08:00", "to": "19:00"},
        "8-20": {"from": "08:00", "to": "20:00"},
        "7-21": {"from": "07:00", "to": "21:00"},
    },
    "substitute": _words("substitute", "class_leader"),
    "substitution_flagged": YES_NO,
    "substitute_named_by_deputy": YES_NO,
    "class_leader_corrects": _numbers(0, 1, 3, 7, 14),
    "class_leader_confirms": _words("on_request", "always", "monthly"),
    "group_moves": _words("any_time", "period_end", "period_start"),
    "plan_equals_curriculum": YES_NO,
    "plan_before_year": YES_NO,
    "entries_in_russian": YES_NO,
    "page_requires": {
        "t": ["topic"],
        "tk": ["topic", "kind"],
        "ttk": ["topic", "tasks", "kind"],
        "tki": ["topic", "kind", "ict"],
        "all": ["topic", "tasks", "kind", "ict"],
    },
    "control_deputy": CHECKS,
    "control_director": CHECKS,
    "results_to": {
        "b": ["staff_board"],
        "m": ["staff_meeting"],
        "mp": ["staff_meeting", "in_person"],
        "bd": ["staff_board", "deputies"],
    },
    "backup": {
        "d1": {"days": 1, "kept": ["two_places"]},
        "d7": {"days": 7, "kept": ["removable_media"]},
        "d14": {"days": 14, "kept": ["several_media"]},
        "r": {},
        "op": {"kept": ["operator"]},
    },
    "archive": {
        "def": {"forms": ["pdf", "data", "signed", "two_places"]},
        "pdf": {"forms": ["pdf"], "print_by": "30.06", "print_years": 5, "summary_years": 75},
        "med": {"forms": ["two_media", "different_rooms", "signed"]},
        "sum": {"forms": ["paper_summary"]},
        "data": {"forms": ["data"]},
    },
    "paper_journal": _words("none", "on_demand", "beside", "must_agree"),
    "consent_by": _words("class_leader", "law"),
}


def offered(regulation: Regulation, rule: str) -> dict[str, Regulation]:
    """By option, the rules as they would be with it."""
    return {option: override(regulation, {rule: value}) for option, value in OPTIONS[rule].items()}
