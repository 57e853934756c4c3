"""Every mark of a child in a subject: why the average is what it is, and what a better mark takes."""

from decimal import Decimal

from bots.family.screens.common import back_button, home_button
from bots.family.screens.marks_words import (
    for_kind,
    mark_sign,
    named,
    neighbours,
    period_label,
    period_line,
    way_word,
    weight_word,
)
from bots.family.screens.talks import write_button
from bots.shared.lines import FIT_CHARS, clip
from core.actions.child_marks import ChooseWrongMark, DrawMovement, OpenOlderMarks
from core.actions.diary import OpenChildMarks, OpenChildSubject, OpenChildTasks, ReportMark
from core.actions.family import OpenChildDay
from core.diary.marks_subject import MarkExplained, SubjectPage
from core.rules.averages import POINTS, POINTS_OF_A_DOT
from core.rules.goal import MOST, Goal
from core.terms import MarkValue
from locales import Button, Screen, Translator
from locales.goals import goal_line
from locales.screen import Rows

MARKS, DAYS = 12, 4
SUBJECT, KIND, COMMENT, LABEL = 60, 40, 100, 28
SUMMED = 8
"""The sum behind an average is written out for so many marks."""


def subject_screen(page: SubjectPage, first: int, t: Translator) -> Screen:
    """How the subject stands, then the marks from the `first` newest on; older ones a tap away."""
    first = first if 0 <= first < len(page.marks) else 0
    text = _text(page, first, t, brief=False)
    return Screen(text if len(text) <= FIT_CHARS else _text(page, first, t, brief=True), _rows(page, first, t))


def _text(page: SubjectPage, first: int, t: Translator, *, brief: bool) -> str:
    """`brief` leaves the comments out."""
    title = t("child-subject-title", subject=clip(page.subject, SUBJECT), **named(page.span))
    blocks = ["\n".join([title, period_line(page.span, t)])]
    if first == 0:
        blocks += ["\n".join(lines) for lines in (_standing(page, t), _goals(page, t)) if lines]
    shown = page.marks[first : first + MARKS]
    if shown:
        blocks.append("\n".join(_mark(mark, page, t, brief=brief) for mark in shown))
    return "\n\n".join(blocks)


def wrong_screen(page: SubjectPage, first: int, t: Translator) -> Screen:
    """Which of the marks shown is wrong?"""
    pupil = page.span.child.pupil_id
    rows: Rows = [
        [
            Button(
                t.plain("child-wrong-mark", day=mark.day, value=mark_sign(mark.value, t), kind=clip(mark.kind, LABEL)),
                ReportMark(pupil, mark.id).pack(),
            )
        ]
        for mark in page.marks[first : first + MARKS]
    ]
    title = t("child-subject-title", subject=clip(page.subject, SUBJECT), **named(page.span))
    back = OpenChildSubject(pupil, page.subject_id, _period(page)).pack()
    rows.append([back_button(t, back), home_button(t)])
    return Screen(f"{title}\n\n{t('child-wrong-choose')}", rows)


def _standing(page: SubjectPage, t: Translator) -> list[str]:
    """What is final, the averages, the likely mark and why, the class, what is owed."""
    said = []
    final, of_year = page.span.final(page.subject_id), page.span.final_of_year(page.subject_id)
    if final is not None:
        said.append(t("child-subject-final", value=mark_sign(final, t)))
    if of_year is not None:
        said.append(t("child-subject-final-year", value=mark_sign(of_year, t)))
    said += [t("child-subject-pass")] if page.by_pass else _averages(page, t)
    if page.dots:
        counts = "two" if page.rule.dot_counts_as_two and not page.by_pass else "no"
        said.append(t("child-subject-owed", count=page.dots, counts=counts))
    return said


def _averages(page: SubjectPage, t: Translator) -> list[str]:
    if page.span.unmarked and not page.marks:
        return [t("child-marks-unmarked")]
    if page.average is None or page.plain is None or page.weighted is None or page.likely is None:
        none = t("child-marks-nothing-over" if page.span.over else "child-marks-nothing")
        said = [t("child-subject-nothing-counts") if page.marks else none]
    else:
        key, other = ("weighted", page.plain) if page.rule.weighted else ("plain", page.weighted)
        limits = page.rule.thresholds
        said = [
            t(f"child-subject-{key}", average=page.average, other=other),
            t(
                "child-subject-likely",
                value=page.likely.value,
                five=limits.five,
                four=limits.four,
                three=limits.three,
            ),
            *_why(page, t),
        ]
    if page.of_class is not None:
        said.append(t("child-subject-class", average=weight_word(page.of_class, t)))
    return said


def _why(page: SubjectPage, t: Translator) -> list[str]:
    """The sum where it is short, and what the newest mark did."""
    said = [t("child-subject-sum", sum=_sum(page, t), average=page.average)] if 1 < page.counting <= SUMMED else []
    newest = page.newest
    if newest is not None and newest.before is not None:
        plain = newest.weight == 1 or not page.rule.weighted
        said.append(
            t(
                "child-subject-why",
                value=mark_sign(newest.value, t),
                kind=for_kind(newest.kind, t),
                weight="usual" if plain else weight_word(newest.weight, t),
                before=newest.before,
                after=newest.after,
            )
        )
    return said


def _sum(page: SubjectPage, t: Translator) -> str:
    """(5×1,5 + 4 + 5) : 3,5, the oldest first."""
    counted = [mark for mark in reversed(page.marks) if mark.counts]
    weights = [mark.weight if page.rule.weighted else Decimal(1) for mark in counted]
    parts = [
        str(_points(mark)) + (f"×{weight_word(weight, t)}" if weight != 1 else "")
        for mark, weight in zip(counted, weights, strict=True)
    ]
    return f"({' + '.join(parts)}) : {weight_word(sum(weights, Decimal(0)), t)}"


def _points(mark: MarkExplained) -> int:
    return POINTS_OF_A_DOT if mark.value is MarkValue.DOT else POINTS[mark.value]


def _goals(page: SubjectPage, t: Translator) -> list[str]:
    """The ways to a better mark, what could cost the likely one, how many marks the school wants at least."""
    if page.span.over or page.by_pass or page.average is None:
        return []
    said = [t("child-goal-reached")] if page.likely is MarkValue.FIVE else []
    if page.ahead == 0:
        return [*said, t("child-goal-no-lessons")]
    said += [_goal(goal, page, t) for goal in page.goals]
    if page.slip is not None:
        way, fallen = page.slip.way, page.slip.likely.value
        facts = {"value": way.value.value, "kind": for_kind(way.kind, t), "likely": fallen}
        said.append(t("child-slip", average=page.slip.average, **facts))
    if page.least is not None and page.counting < page.least:
        said.append(t("child-subject-least", least=page.least, count=page.counting))
    return said


def _goal(goal: Goal, page: SubjectPage, t: Translator) -> str:
    target = goal.target.value
    if goal.least is None:
        return t("child-goal-beyond", target=target, most=MOST)
    if goal.least > page.ahead:
        return t("child-goal-far", target=target, least=goal.least, ahead=page.ahead)
    return goal_line(target, [way_word(way, t) for way in goal.ways if way.count <= page.ahead], t)


def _mark(mark: MarkExplained, page: SubjectPage, t: Translator, *, brief: bool) -> str:
    """«пт 20.11 · 5 · Контрольная работа, вес 1,5 · 4,20 → 4,35», with the comment below."""
    facts = {"day": mark.day, "value": mark_sign(mark.value, t), "kind": clip(mark.kind, KIND)}
    if mark.weight == 0:
        line = t("child-mark-line-zero", **facts)
    elif mark.weight == 1 or not page.rule.weighted:
        line = t("child-mark-line", **facts)
    else:
        line = t("child-mark-line-weight", weight=weight_word(mark.weight, t), **facts)
    if mark.counts and mark.before is None:
        line += f" · {t('child-mark-first', after=mark.after)}"
    elif mark.counts:
        line += f" · {t('child-mark-moved', before=mark.before, after=mark.after)}"
    if mark.comment and not brief:
        line += f"\n{t('child-mark-comment', comment=clip(' '.join(mark.comment.split()), COMMENT))}"
    return line


def _period(page: SubjectPage) -> int | None:
    return page.span.period.id if page.span.period else None


def _rows(page: SubjectPage, first: int, t: Translator) -> Rows:
    pupil, period = page.span.child.pupil_id, _period(page)
    shown = page.marks[first : first + MARKS]
    days = [
        Button(t.plain("child-mark-day", day=f"{day:%d.%m}"), OpenChildDay(pupil, day).pack())
        for day in sorted({mark.day for mark in shown})
    ]
    more = [Button(t.plain("child-subject-chart"), DrawMovement(pupil, period, page.subject_id).pack())]
    if shown:
        wrong = ChooseWrongMark(pupil, page.subject_id, period, first)
        more.append(Button(t.plain("child-subject-wrong"), wrong.pack()))
    return [
        *(days[place : place + DAYS] for place in range(0, len(days), DAYS)),
        _pages(page, first, t),
        more if page.marks else [],
        [
            Button(t.plain("diary-tasks-open"), OpenChildTasks(pupil).pack()),
            write_button(pupil, t, shown[0].lesson_id if shown else None),
        ],
        _periods(page, t),
        [Button(t.plain("child-marks-back"), OpenChildMarks(pupil, period).pack()), home_button(t)],
    ]


def _pages(page: SubjectPage, first: int, t: Translator) -> list[Button]:
    def to(start: int) -> str:
        return OpenOlderMarks(page.span.child.pupil_id, page.subject_id, _period(page), start).pack()

    older, newer = first + MARKS, max(0, first - MARKS)
    row = [Button(t.plain("child-subject-older"), to(older))] if older < len(page.marks) else []
    return row + ([Button(t.plain("child-subject-newer"), to(newer))] if first else [])


def _periods(page: SubjectPage, t: Translator) -> list[Button]:
    """The same subject in the periods beside the one shown."""
    before, after = neighbours(page.span)
    row = []
    for key, other in (("before", before), ("after", after)):
        if other is not None:
            label = t.plain(f"child-marks-{key}", period=period_label(page.span, *other))
            opener = OpenChildSubject(page.span.child.pupil_id, page.subject_id, other[1].id)
            row.append(Button(label, opener.pack()))
    return row
