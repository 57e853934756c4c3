"""A child's marks of a study period by subject, and the table of final marks."""

from bots.family.screens.common import child_name, day_button, home_button, sibling_rows
from bots.family.screens.marks_words import mark_sign, named, neighbours, period_label, period_line
from bots.family.screens.menu import homework_button, menu_button
from bots.shared.lines import clip, fitting
from core.actions.child_marks import DrawMovement, OpenChildFinals
from core.actions.diary import OpenChildMarks, OpenChildSubject
from core.diary.marks_period import FinalTable, PeriodMarks, SubjectMarks
from core.diary.marks_span import MarksSpan
from core.terms import FinalKind, MarkValue
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECT, LABEL = 40, 24
MARKS = 14
"""As many of a subject's last marks stand in its line."""
SUBJECT_COLUMN, MARK_COLUMN = 15, 5
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
MOVES = {1: "up", 0: "same", -1: "down"}


def period_screen(facts: PeriodMarks, t: Translator) -> Screen:
    """A line a subject, subjects as buttons, ways to other periods, final marks and charts."""
    span = facts.span
    head = [t("child-marks-title", **named(span)), period_line(span, t), ""]
    said = fitting(head, _lines(facts, t), lambda count: t("marks-more", count=count))
    return Screen("\n".join([*said, *_legend(facts, t)]), _rows(facts, t))


def period_row(span: MarksSpan, t: Translator) -> list[Button]:
    """The periods beside the one shown."""
    before, after = neighbours(span)
    pupil = span.child.pupil_id
    row = []
    if before:
        label = t.plain("child-marks-before", period=period_label(span, *before))
        row.append(Button(label, OpenChildMarks(pupil, before[1].id).pack()))
    if after:
        label = t.plain("child-marks-after", period=period_label(span, *after))
        row.append(Button(label, OpenChildMarks(pupil, after[1].id).pack()))
    return row


def _shown(facts: PeriodMarks) -> list[SubjectMarks]:
    return [s for s in facts.subjects if s.standing.marks or s.final or s.final_of_year]


def _lines(facts: PeriodMarks, t: Translator) -> list[str]:
    shown = _shown(facts)
    if facts.span.unmarked and not shown:
        return [t("child-marks-unmarked")]
    lines = [_line(subject, t) for subject in shown]
    if not shown:
        lines.append(t("child-marks-nothing-over" if facts.span.over else "child-marks-nothing"))
    bare = [clip(s.standing.subject, SUBJECT) for s in facts.subjects if s not in shown]
    if bare and shown:
        lines += ["", t("child-marks-without", subjects=", ".join(bare))]
    return lines


def _line(subject: SubjectMarks, t: Translator) -> str:
    """«Алгебра: 5 4 5 · 4,67 ↑ · выходит 5», or what is final."""
    standing = subject.standing
    signs = [mark_sign(value, t) for value, _ in standing.marks]
    more = ["…"] if len(signs) > MARKS else []
    parts = [t.data(" ".join([*more, *signs[-MARKS:]]))]
    if standing.average is not None and not subject.by_pass:
        parts.append(t("child-marks-average", average=standing.average, moved=MOVES[subject.moved]))
    if subject.final is not None:
        parts.append(t("child-marks-final", value=mark_sign(subject.final, t)))
    elif standing.likely is not None and not subject.by_pass:
        parts.append(t("child-marks-likely", value=standing.likely.value))
    if subject.final_of_year is not None:
        parts.append(t("child-marks-final-year", value=mark_sign(subject.final_of_year, t)))
    line = t("child-marks-line", subject=clip(standing.subject, SUBJECT), said="\0")
    return line.replace("\0", " · ".join(part for part in parts if part))


def _legend(facts: PeriodMarks, t: Translator) -> list[str]:
    """What the signs on this very screen mean."""
    standings = [subject.standing for subject in facts.subjects]
    said = []
    if facts.weighted and any(standing.average is not None for standing in standings):
        said.append(t("child-marks-legend-weighted"))
    if any(subject.moved for subject in facts.subjects):
        said.append(t("child-marks-legend-moved"))
    if any(standing.dots for standing in standings):
        said.append(t("child-marks-legend-dot"))
    return ["", *said] if said else []


def _rows(facts: PeriodMarks, t: Translator) -> Rows:
    span = facts.span
    pupil, period = span.child.pupil_id, span.period.id if span.period else None
    buttons = [
        Button(clip(s.standing.subject, LABEL), OpenChildSubject(pupil, s.standing.subject_id, period).pack())
        for s in _shown(facts)
    ]
    more = []
    if buttons or not span.unmarked:
        more.append(Button(t.plain("child-marks-finals"), OpenChildFinals(pupil, span.year.id).pack()))
    if not span.unmarked:
        more.append(Button(t.plain("child-marks-charts"), DrawMovement(pupil, period).pack()))
    return [
        *(buttons[place : place + 2] for place in range(0, len(buttons), 2)),
        period_row(span, t),
        more,
        *sibling_rows(span.siblings, OpenChildMarks, t),
        [day_button(t, pupil), homework_button(pupil, t)],
        [menu_button(pupil, t), home_button(t)],
    ]


def finals_screen(table: FinalTable, t: Translator) -> Screen:
    """Subjects by periods and the year, as a table in letters of one width; other years as buttons."""
    child, year = table.child, table.year
    name = child_name(child.surname, child.given_name)
    lines = [t("child-finals-title", name=name, **{"class": year.class_name}), t("child-marks-year", year=year.name)]
    if not table.subjects:
        return Screen("\n".join([*lines, "", t("child-finals-none")]), _finals_rows(table, t))
    columns = _columns(table, t)
    head = _row("", [label for label, _, _ in columns])
    rows = [
        _row(subject, [_final(table.finals.get((subject_id, kind, period)), t) for _, kind, period in columns])
        for subject_id, subject in table.subjects
    ]
    key = [
        t("child-finals-key", number=ROMAN[place], period=clip(period.name, SUBJECT))
        for place, period in enumerate(year.periods[: len(ROMAN)])
    ]
    return Screen(
        "\n".join([*lines, f"<pre>{t.data(chr(10).join([head, *rows]))}</pre>", *key]), _finals_rows(table, t)
    )


def _columns(table: FinalTable, t: Translator) -> list[tuple[str, FinalKind, int | None]]:
    """The periods of the year and the year; examinations and the course as a whole where there are any."""
    kinds = {kind for _, kind, _ in table.finals}
    periods = [(ROMAN[n], FinalKind.PERIOD, p.id) for n, p in enumerate(table.year.periods[: len(ROMAN)])]
    others = [(t.plain("child-finals-year"), FinalKind.YEAR, None)]
    others += [(t.plain(f"child-finals-{k}"), k, None) for k in (FinalKind.EXAM, FinalKind.FINAL) if k in kinds]
    return [*periods, *others]


def _row(subject: str, cells: list[str]) -> str:
    return clip(subject, SUBJECT_COLUMN).ljust(SUBJECT_COLUMN) + "".join(cell.rjust(MARK_COLUMN) for cell in cells)


def _final(value: MarkValue | None, t: Translator) -> str:
    return "–" if value is None else mark_sign(value, t)


def _finals_rows(table: FinalTable, t: Translator) -> Rows:
    """The periods of the year lead to their marks."""
    pupil = table.child.pupil_id
    periods = [Button(clip(p.name, LABEL), OpenChildMarks(pupil, p.id).pack()) for p in table.year.periods]
    years = [Button(y.name, OpenChildFinals(pupil, y.id).pack()) for y in table.years if y.id != table.year.id]
    return [
        *(periods[place : place + 2] for place in range(0, len(periods), 2)),
        *(years[place : place + 3] for place in range(0, len(years), 3)),
        [Button(t.plain("child-marks-back"), OpenChildMarks(pupil).pack()), home_button(t)],
    ]
