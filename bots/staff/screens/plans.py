"""A journal page's course plan: ten lines at a time, and one line to edit."""

from decimal import Decimal

from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.plan_words import hours, page_name
from bots.staff.screens.rows import back_row, in_rows, steps
from bots.staff.screens.topic import progress_line
from core.actions.page import OpenJournal, OpenPlan
from core.actions.plans import (
    AddPlanLine,
    AskRemovePlanLine,
    EditPlanLine,
    LinePart,
    MovePlanLine,
    OpenPlanLine,
    OpenPlans,
    OpenPlanSources,
    OwnPlan,
    RemovePlanLine,
    SetLineKind,
    SplitPlanLine,
    UploadPlan,
)
from core.plans.pages import PagePlan, PlanLine
from core.plans.presence import PlannedPage, PlansOfSchool, PlanState
from core.terms import LessonKind
from locales import Button, Screen, Translator
from locales.screen import Rows

LINES_SHOWN = 10
TOPIC_CHARS = 160
NUMBERS_IN_ROW = 5
PAGES_SHOWN = 20


def plan_screen(page: PagePlan, first: int, t: Translator) -> Screen:
    """The lines from a number on; 0: from a little before the next one."""
    head = [t("plan-title", page=page_name(page, t))]
    if page.plan is None:
        head += [t("plan-none", expected=hours(page.expected, t))]
        return Screen("\n".join(head), [*_bring(page, t), *_ways(page, t)])
    head += [_whose(page, t), _hours(page, t), progress_line(page, t), ""]
    start = _start(page, first)
    shown = [line for line in page.lines if line.number >= start][:LINES_SHOWN]
    lines = fitting(head, [_line(line, page, t) for line in shown], lambda count: t("plan-more", count=count))
    if not page.lines:
        lines.append(t("plan-empty"))
    rows = [*_numbers(page, shown), _steps(page, shown, t), *_bring(page, t), *_ways(page, t)]
    return Screen("\n".join(lines), rows)


def line_screen(page: PagePlan, line: PlanLine, t: Translator) -> Screen:
    """One line in full, with what may be done to it."""
    text = [
        t("plan-title", page=page_name(page, t)),
        "",
        t("plan-line-title", number=line.number),
        t.data(line.topic),
        "",
        t("plan-line-facts", hours=hours(line.hours, t), kind=t.plain(f"lesson-kind-{line.kind}")),
    ]
    if line.homework:
        text.append(t("plan-line-homework", homework=clip(line.homework, 600)))
    if line.delivered:
        text.append(t("plan-line-delivered", hours=hours(line.delivered, t), day=line.last_on))
    elif line.used:
        text.append(t("plan-line-used"))
    if not page.editable and page.keeps:
        text += ["", t("plan-of-grade-note")]
    rows = _edits(page, line, t) if page.editable else _own(page, t)
    back = OpenPlan(page.load_id, max(1, line.number - 2))
    return Screen("\n".join(text), [*rows, back_row(back, t)])


def remove_screen(page: PagePlan, line: PlanLine, t: Translator) -> Screen:
    """Asks once before a line goes."""
    yes = Button(t.plain("plan-remove-yes"), RemovePlanLine(page.load_id, line.id, page.seen).pack(), style="danger")
    no = Button(t.plain("back"), OpenPlanLine(page.load_id, line.id).pack())
    return Screen(t("plan-remove-ask", number=line.number, topic=clip(line.topic, 500)), [[yes], [no]])


def plans_screen(plans: PlansOfSchool, first: int, everything: bool, t: Translator) -> Screen:  # noqa: FBT001
    """«КТП классов»: what is missing or differs, or every page of the journal."""
    counts = {state.value: plans.count(state) for state in PlanState}
    lines = [t("plans-title"), "", t("plans-counts", total=len(plans.pages), **counts)]
    if plans.must_equal and (counts["short"] or counts["long"] or counts["missing"]):
        lines.append(t("plans-must-equal"))
    if plans.before_year and counts["missing"]:
        lines.append(t("plans-before-year"))
    listed = [p for p in plans.pages if everything or p.state is not PlanState.FULL]
    shown = listed[first : first + PAGES_SHOWN]
    rows: Rows = [[Button(_page_label(page, t), OpenPlan(page.load_id).pack())] for page in shown]
    turning = steps(first, PAGES_SHOWN, len(listed), lambda start: OpenPlans(start, everything), t)
    other = Button(t.plain("plans-needing" if everything else "plans-all"), OpenPlans(0, not everything).pack())
    return Screen("\n".join(lines), [*rows, turning, [other], [home_button(t)]])


def _page_label(page: PlannedPage, t: Translator) -> str:
    group = t.plain("class-group", classes="+".join(page.classes), group=page.group) if page.group else ""
    return t.plain(
        f"plans-page-{page.state}",
        classes=group or "+".join(page.classes),
        subject=clip(page.subject, 24),
        teacher=page.teacher,
        hours=hours(page.hours, t),
        expected=hours(page.expected, t),
    )


def _whose(page: PagePlan, t: Translator) -> str:
    plan = page.plan
    if plan is None:
        return ""
    if plan.of_grade:
        return t("plan-of-grade-group" if plan.group else "plan-of-grade", grade=plan.grade, group=plan.group)
    name = t.plain("class-group", classes=plan.class_name, group=plan.group) if plan.group else plan.class_name
    return t("plan-of-class", name=name)


def _hours(page: PagePlan, t: Translator) -> str:
    """«102 из 102 ч.»; a difference is told, and called a fault where the regulation says so."""
    facts = {"hours": hours(page.total, t), "expected": hours(page.expected, t)}
    if page.total == page.expected:
        return t("plan-hours-equal", **facts)
    state = "short" if page.total < page.expected else "long"
    told = t(f"plan-hours-{state}", **facts, difference=hours(abs(page.expected - page.total), t))
    return f"{told}\n{t('plan-hours-fault', regulation=page.must_equal)}" if page.must_equal else told


def _start(page: PagePlan, first: int) -> int:
    if first:
        return first
    near = page.next_line
    return max(1, near.number - 2) if near else max(1, len(page.lines) - LINES_SHOWN + 1)


def _line(line: PlanLine, page: PagePlan, t: Translator) -> str:
    state = "done" if line.delivered and not line.left else "begun" if line.delivered else "open"
    if state == "open" and page.next_line is not None and page.next_line.id == line.id:
        state = "next"
    facts = {"number": line.number, "topic": clip(line.topic, TOPIC_CHARS), "hours": hours(line.hours, t)}
    told = t(f"plan-line-{state}", day=line.last_on or "", delivered=hours(line.delivered, t), **facts)
    notes = []
    if line.hours != Decimal(1):
        notes.append(t("plan-line-hours", hours=hours(line.hours, t)))
    kind = t.plain(f"lesson-kind-{line.kind}")
    if line.kind is not LessonKind.LESSON and not line.topic.casefold().startswith(kind.casefold()):
        notes.append(kind)
    return f"{told} ({', '.join(notes)})" if notes else told


def _numbers(page: PagePlan, shown: list[PlanLine]) -> Rows:
    buttons = [Button(str(line.number), OpenPlanLine(page.load_id, line.id).pack()) for line in shown]
    return in_rows(buttons, NUMBERS_IN_ROW)


def _steps(page: PagePlan, shown: list[PlanLine], t: Translator) -> list[Button]:
    """Back and on, and to the next line when it is elsewhere."""
    turning = []
    first, last = (shown[0].number, shown[-1].number) if shown else (1, 0)
    if any(line.number < first for line in page.lines):
        turning.append(Button(t.plain("list-earlier"), OpenPlan(page.load_id, max(1, first - LINES_SHOWN)).pack()))
    near = page.next_line
    if near is not None and near not in shown:
        label = t.plain("plan-to-next", number=near.number)
        turning.append(Button(label, OpenPlan(page.load_id, max(1, near.number - 2)).pack()))
    after = next((line.number for line in page.lines if line.number > last), None)
    if after is not None:
        turning.append(Button(t.plain("list-later"), OpenPlan(page.load_id, after).pack()))
    return turning


def _bring(page: PagePlan, t: Translator) -> Rows:
    """Ways to bring lines in, for the plan's keepers."""
    if not page.keeps:
        return []
    rows: Rows = _own(page, t) if page.plan is not None and not page.editable else []
    if page.editable:
        last = page.lines[-1].id if page.lines else 0
        rows.append([Button(t.plain("plan-add-last"), AddPlanLine(page.load_id, last, page.seen).pack())])
    copy = Button(t.plain("plan-copy"), OpenPlanSources(page.load_id).pack())
    return [*rows, [copy, Button(t.plain("plan-upload"), UploadPlan(page.load_id).pack())]]


def _own(page: PagePlan, t: Translator) -> Rows:
    """A teacher who follows the grade's plan makes a copy before changing anything."""
    if not page.keeps or page.plan is None:
        return []
    return [[Button(t.plain("plan-own", name=page.classes[0]), OwnPlan(page.load_id, page.plan.id).pack())]]


def _ways(page: PagePlan, t: Translator) -> Rows:
    journal = Button(t.plain("plan-journal"), OpenJournal(page.load_id).pack())
    plans = [[Button(t.plain("plans-open"), OpenPlans().pack())]] if page.keeps_grade else []
    return [*plans, [journal, home_button(t)]]


def _edits(page: PagePlan, line: PlanLine, t: Translator) -> Rows:
    load, seen = page.load_id, page.seen
    rows: Rows = [
        [
            Button(t.plain("plan-edit-topic"), EditPlanLine(load, line.id, LinePart.TOPIC).pack()),
            Button(t.plain("plan-edit-hours"), EditPlanLine(load, line.id, LinePart.HOURS).pack()),
            Button(t.plain("plan-edit-homework"), EditPlanLine(load, line.id, LinePart.HOMEWORK).pack()),
        ]
    ]
    kinds = [
        Button(t.plain(f"lesson-kind-{kind}"), SetLineKind(load, line.id, kind).pack())
        for kind in LessonKind
        if kind is not line.kind
    ]
    rows += in_rows(kinds, 2)
    place = page.lines.index(line) + 1
    moves = []
    if place > 1:
        moves.append(Button(t.plain("plan-up"), MovePlanLine(load, line.id, place - 1, seen).pack()))
    if place < len(page.lines):
        moves.append(Button(t.plain("plan-down"), MovePlanLine(load, line.id, place + 1, seen).pack()))
    rows += [moves, [Button(t.plain("plan-add-after"), AddPlanLine(load, line.id, seen).pack())]]
    if not line.used:
        if line.hours > 1:
            rows.append(
                [Button(t.plain("plan-split", hours=hours(line.hours, t)), SplitPlanLine(load, line.id, seen).pack())]
            )
        rows.append([Button(t.plain("plan-remove"), AskRemovePlanLine(load, line.id).pack())])
    return rows
