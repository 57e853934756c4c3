"""«Журнал сегодня»: the school's day by teacher and by class, and the pages behind a name."""

from collections.abc import Sequence
from datetime import timedelta

from bots.shared.lines import fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from bots.staff.screens.today import class_names, short
from core.actions.page import OpenLesson, OpenWeekAttendance
from core.actions.roll import OpenAbsent, OpenClassDay
from core.actions.timeliness import JournalView, NudgeTeacher, OpenClassPages, OpenJournalDay, OpenTeacherPages
from core.timeliness.journal import JournalDay, PagesOfDay, PageState, Tally
from locales import Button, Screen, Translator
from locales.screen import Rows

PER_PAGE = {JournalView.TEACHERS: 20, JournalView.CLASSES: 40}
COLUMNS = {JournalView.TEACHERS: 1, JournalView.CLASSES: 2}


def journal_screen(journal: JournalDay, view: JournalView, page: int, t: Translator) -> Screen:
    """The numbers of the day, then a button a teacher or class, the late ones first."""
    tallies = journal.teachers if view is JournalView.TEACHERS else journal.classes
    size = PER_PAGE[view]
    last = max(0, (len(tallies) - 1) // size)
    page = min(page, last)
    buttons = [_button(journal, tally, view, t) for tally in tallies[page * size : (page + 1) * size]]
    width = COLUMNS[view]
    rows: Rows = in_rows(buttons, width)
    rows.append(steps(page, 1, last + 1, lambda other: OpenJournalDay(journal.day, view, other), t))
    other = JournalView.CLASSES if view is JournalView.TEACHERS else JournalView.TEACHERS
    rows.append([Button(t.plain(f"overview-by-{other.name.lower()}"), OpenJournalDay(journal.day, other, 0).pack())])
    before, after = journal.day - timedelta(days=1), journal.day + timedelta(days=1)
    rows.append(
        [
            Button(t.plain("day-step-back", day=before), OpenJournalDay(before, view, 0).pack()),
            Button(t.plain("refresh"), OpenJournalDay(journal.day, view, page).pack()),
            Button(t.plain("day-step-on", day=after), OpenJournalDay(after, view, 0).pack()),
        ]
    )
    rows.append([home_button(t)])
    return Screen("\n".join([_title(journal, t), *_numbers(journal.total, t)]), rows)


def teacher_screen(pages: PagesOfDay, t: Translator) -> Screen:
    """A teacher's lessons with what is missing; each opens its page; «Напомнить»."""
    rows = _pages(pages, t)
    if pages.may_nudge:
        rows.append([Button(t.plain("overview-nudge"), NudgeTeacher(pages.key, pages.day).pack(), style="primary")])
    lines = _lines(pages, t, with_teacher=False)
    if pages.nudged is not None:
        lines.append("\n" + t("overview-nudged", at=pages.nudged.at, who=pages.nudged.by))
    rows.append(_back(pages, JournalView.TEACHERS, t))
    return Screen("\n".join(lines), rows)


def class_screen(pages: PagesOfDay, t: Translator) -> Screen:
    """A class's lessons with what is missing, and the ways to its absent and its week."""
    rows = _pages(pages, t)
    rows.append(
        [
            Button(t.plain("class-absent"), OpenAbsent(pages.key, pages.day).pack()),
            Button(t.plain("overview-week"), OpenWeekAttendance(pages.key, pages.day).pack()),
        ]
    )
    rows.append([Button(t.plain("class-lessons"), OpenClassDay(pages.key, pages.day).pack())])
    rows.append(_back(pages, JournalView.CLASSES, t))
    return Screen("\n".join(_lines(pages, t, with_teacher=True)), rows)


def _title(journal: JournalDay, t: Translator) -> str:
    key = "overview-today-title" if journal.day == journal.today else "overview-day-title"
    return t(key, day=journal.day)


def _numbers(total: Tally, t: Translator) -> list[str]:
    if not total.lessons:
        return [t("day-free")]
    lines = [t("overview-over", over=total.over, lessons=total.lessons), t("overview-filled", filled=total.filled)]
    if total.open:
        lines.append(t("overview-open", count=total.open))
    if total.late:
        lines.append(t("overview-late", count=total.late))
    if total.decided:
        lines.append(t("overview-decided", count=total.decided))
    if total.foreign:
        lines.append(t("overview-foreign", count=total.foreign))
    return [*lines, t("overview-absent", count=total.absent)]


def _button(journal: JournalDay, tally: Tally, view: JournalView, t: Translator) -> Button:
    facts = {"name": tally.name, "filled": tally.filled, "over": tally.over, "late": tally.late}
    sign = t.plain(_sign(tally)) + ("!" if tally.foreign else "")
    if view is JournalView.CLASSES:
        label = t.plain("overview-class", sign=sign, absent=tally.absent, **facts)
        return Button(label, OpenClassPages(tally.key, journal.day).pack())
    nudged = journal.nudged.get(tally.key)
    label = t.plain("overview-teacher", sign=sign, **facts)
    if nudged is not None:
        label = t.plain("overview-teacher-nudged", label=label, at=nudged.at)
    return Button(label, OpenTeacherPages(tally.key, journal.day).pack())


def _sign(tally: Tally) -> str:
    if tally.late:
        return "overview-sign-late"
    if tally.open:
        return "overview-sign-open"
    return "overview-sign-filled" if tally.over else "overview-sign-ahead"


def _pages(pages: PagesOfDay, t: Translator) -> Rows:
    return [
        [
            Button(
                t.plain(
                    "overview-page",
                    sign=t.plain(_page_sign(page)),
                    number=page.lesson.lesson_no,
                    classes=class_names(page.lesson.classes, page.lesson.group, t),
                    subject=short(page.lesson.subject),
                ),
                OpenLesson(page.lesson.id).pack(),
            )
        ]
        for page in pages.pages[:60]
    ]


def _lines(pages: PagesOfDay, t: Translator, *, with_teacher: bool) -> list[str]:
    head = [t("overview-pages-title", name=pages.name, day=pages.day)]
    lines = [_line(page, t, with_teacher=with_teacher) for page in pages.pages] or [t("day-free")]
    return fitting(head, lines, lambda count: t("lines-more", count=count))


def _line(page: PageState, t: Translator, *, with_teacher: bool) -> str:
    line = t(
        "overview-line",
        sign=t.plain(_page_sign(page)),
        number=page.lesson.lesson_no,
        classes=class_names(page.lesson.classes, page.lesson.group, t),
        subject=page.lesson.subject,
        said=_said(page, t),
    )
    if with_teacher:
        line += t("class-day-teacher", name=page.teacher)
    notes = {"overview-line-decided": page.decided, "overview-line-foreign": page.foreign}
    return " · ".join([line, *(t(key) for key, there in notes.items() if there)])


def _said(page: PageState, t: Translator) -> str:
    if not page.over:
        return t.plain("overview-not-over")
    if not page.missing:
        return t.plain("overview-all-there")
    late = [part for part in page.missing if part in page.late]
    missing = [part for part in page.missing if part not in page.late]
    said = {"overview-part-late": late, "overview-part": missing}
    return "; ".join(t.plain(key, part=_parts(parts, page, t)) for key, parts in said.items() if parts)


def _parts(parts: Sequence[str], page: PageState, t: Translator) -> str:
    return ", ".join(t.plain(f"part-{part}", count=page.unmarked) for part in parts)


def _page_sign(page: PageState) -> str:
    if not page.over:
        return "overview-sign-ahead"
    if page.late:
        return "overview-sign-late"
    return "overview-sign-open" if page.missing else "overview-sign-filled"


def _back(pages: PagesOfDay, view: JournalView, t: Translator) -> list[Button]:
    return back_row(OpenJournalDay(pages.day, view, 0), t)
