"""A school's rules in plain words, made from the data."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from core.regulation import EntryWindow, Regulation, Thresholds
from locales import Translator

Say = Callable[..., str]
"""A Translator, or its `plain` for labels."""

NAMES_SHOWN = 12
NAMES_CHARS = 120
SUBJECTS_SHOWN = 4

GROUPS = {
    "terms": ("roll", "homework", "oral_marks", "written_marks", "after_window", "mark_correction"),
    "first": ("marks_in_grade_1", "homework_in_grade_1"),
    "page": (
        "page_requires",
        "entries_in_russian",
        "substitute",
        "substitution_flagged",
        "substitute_named_by_deputy",
        "class_leader_corrects",
    ),
    "final": (
        "final_marks_by",
        "final_marks_due",
        "least_marks",
        "works_required_for",
        "exam_results_within",
        "grade_9_marks_within",
    ),
    "averages": ("average", "rounding", "failing_below", "debts_before"),
    "families": ("marks_hold", "pupil_first", "reports_answered_within", "staff_hours"),
    "plans": ("plan_equals_curriculum", "plan_before_year", "group_moves"),
    "control": ("control_deputy", "control_director", "results_to"),
    "keeping": ("class_leader_confirms", "consent_by", "backup", "archive", "paper_journal"),
}
LISTS = {"page_requires": "page-requires", "control_deputy": "check", "control_director": "check"}
LISTS["results_to"] = "results-to"


def name(rule: str, t: Say) -> str:
    """What a rule is called."""
    return t(f"rule-name-{_key(rule)}")


def value(regulation: Regulation, rule: str, t: Say) -> str:
    """What a regulation has for a rule."""
    found: Any = getattr(regulation, rule)
    if isinstance(found, EntryWindow):
        return window(found, t)
    if rule in LISTS:
        return _listed(found, LISTS[rule], t)
    if rule in OWN_WORDS:
        return OWN_WORDS[rule](regulation, t)
    if isinstance(found, bool):
        return t(f"rule-{_key(rule)}-{'yes' if found else 'no'}")
    if isinstance(found, int):
        return t(f"rule-{_key(rule)}", days=found)
    return t(f"rule-{_key(rule)}-{_key(found)}")


def source(regulation: Regulation, rule: str, t: Say) -> str:
    """Where a rule stands: the school's clause, the common rules, or a change of the school's."""
    if clause := regulation.clause(rule):
        return t("rules-clause", clause=clause)
    if rule in regulation.overridden:
        return t("rules-changed-here")
    return "" if rule in regulation.stated else t("rules-common")


def line(regulation: Regulation, rule: str, t: Translator) -> str:
    """A rule with its value and its source, as HTML."""
    words = f"<b>{name(rule, t)}</b>: {value(regulation, rule, t)} {source(regulation, rule, t)}"
    return words.rstrip()


def window(term: EntryWindow, t: Say) -> str:
    """Until when, other subjects' own terms first."""
    shown = term.subjects[:SUBJECTS_SHOWN]
    own = [t("rule-term-subject", names=_names(s.names), term=_term(s.window, t)) for s in shown]
    if not own:
        return _term(term, t)
    if len(term.subjects) > SUBJECTS_SHOWN:
        own.append("…")
    return "; ".join([*own, t("rule-term-others", term=_term(term, t))])


def _term(term: EntryWindow, t: Say) -> str:
    if term.after_class is None:
        return _days(term, t)
    after = t("rule-term-after-class", minutes=term.after_class)
    if term.at is None and not term.days and term.working_days is None:
        return after
    return t("rule-term-both", term=after, limit=_days(term, t))


def _days(term: EntryWindow, t: Say) -> str:
    if term.working_days is not None:
        days = t("rule-term-working-days", days=term.working_days)
    elif term.days:
        days = t("rule-term-days", days=term.days)
    else:
        return t("rule-term-day-at", at=f"{term.at:%H:%M}") if term.at else t("rule-term-day")
    return t("rule-term-at", term=days, at=f"{term.at:%H:%M}") if term.at else days


def _after_window(regulation: Regulation, t: Say) -> str:
    [*roles] = regulation.after_window
    return t(f"rule-after-window-{_key(roles[0]) if len(roles) == 1 else 'both'}")


def _least_marks(regulation: Regulation, t: Say) -> str:
    least = regulation.least_marks
    if least.above is not None:
        return t("rule-least-marks-above", marks=least.marks, hours=least.hours, above=least.above)
    return t("rule-least-marks-hourly", marks=least.marks, hours=least.hours, more=least.and_more or 0)


def _rounding(regulation: Regulation, t: Say) -> str:
    own = regulation.rounding.subjects[:SUBJECTS_SHOWN]
    said = [t("rule-rounding-subject", names=_names(names), **_points(found)) for names, found in own]
    if len(regulation.rounding.subjects) > SUBJECTS_SHOWN:
        said.append("…")
    return "; ".join([*said, t("rule-rounding", **_points(regulation.rounding.thresholds))])


def _points(found: Thresholds) -> dict[str, Decimal]:
    return {"five": found.five, "four": found.four, "three": found.three}


def _failing_below(regulation: Regulation, t: Say) -> str:
    return t("rule-failing-below", average=regulation.failing_below)


def _staff_hours(regulation: Regulation, t: Say) -> str:
    hours = regulation.staff_hours
    return t("rule-staff-hours", starts=f"{hours.starts:%H:%M}", ends=f"{hours.ends:%H:%M}")


def _works(regulation: Regulation, t: Say) -> str:
    names = regulation.works_required_for
    return t("rule-works-required-for-some", names=_names(names)) if names else t("rule-works-required-for-none")


def _final_marks_due(regulation: Regulation, t: Say) -> str:
    due = regulation.final_marks_due
    if due.dates:
        return t("rule-final-marks-due-order-dates", dates=", ".join(f"{d:%d.%m.%Y}" for d in due.dates))
    return t(f"rule-final-marks-due-{_key(due.way)}", days=due.days)


def _backup(regulation: Regulation, t: Say) -> str:
    backup = regulation.backup
    kept = [t(f"rule-backup-{_key(k)}") for k in backup.kept]
    if backup.days is None and kept:
        return ", ".join(kept)
    often = t("rule-backup-regularly") if backup.days is None else t("rule-backup-days", days=backup.days)
    return ", ".join([often, *kept])


def _archive(regulation: Regulation, t: Say) -> str:
    archive = regulation.archive
    parts = [t(f"rule-archive-{_key(form)}") for form in archive.forms]
    if archive.print_by:
        parts.append(t("rule-archive-print-by", day="{:02}.{:02}".format(*archive.print_by)))
    if archive.print_years:
        parts.append(t("rule-archive-print-years", years=archive.print_years))
    if archive.summary_years:
        parts.append(t("rule-archive-summary-years", years=archive.summary_years))
    return ", ".join(parts) or t("rule-archive-none")


def _listed(found: Iterable[str], family: str, t: Say) -> str:
    """Words in the order of the file; a set has none, so the page's own order is kept."""
    order = ("topic", "kind", "tasks", "ict")
    words = sorted(found, key=order.index) if isinstance(found, frozenset) else list(found)
    return ", ".join(t(f"rule-{family}-{_key(w)}") for w in words) or t(f"rule-{family}-none")


def _names(names: tuple[str, ...]) -> str:
    """Subjects, not more than a line or two of them. Data: the translator escapes it."""
    shown = ", ".join(names[:NAMES_SHOWN])
    left = len(names) - NAMES_SHOWN
    shown = shown if len(shown) <= NAMES_CHARS else f"{shown[:NAMES_CHARS]}…"
    return f"{shown} +{left}" if left > 0 else shown


def _key(word: str) -> str:
    return word.replace("_", "-")


OWN_WORDS: dict[str, Callable[[Regulation, Say], str]] = {
    "after_window": _after_window,
    "least_marks": _least_marks,
    "works_required_for": _works,
    "final_marks_due": _final_marks_due,
    "rounding": _rounding,
    "failing_below": _failing_below,
    "staff_hours": _staff_hours,
    "backup": _backup,
    "archive": _archive,
}
