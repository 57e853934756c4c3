"""The page of a lesson on one screen, and the choices made from it."""

from bots.shared.lines import clip, fitting
from bots.staff.screens.load_guard import guard_lines
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.term import term_line
from bots.staff.screens.today import class_names
from core.actions import Action
from core.actions.conversations import ChooseFamilies
from core.actions.diary import OpenPupilTasks
from core.actions.page import (
    ChooseIct,
    ChooseKind,
    OpenHomework,
    OpenIct,
    OpenJournal,
    OpenKinds,
    OpenLesson,
    OpenMarks,
    OpenRemarks,
    OpenTopic,
    WriteIct,
    WriteTasks,
)
from core.actions.quick import AskQuick
from core.actions.roll import OpenClassDay, OpenDay, OpenRoll
from core.actions.substitution import OpenChange
from core.errors import AccessDenied, JournalError
from core.page.sheet import CarriedEntry, HomeworkLine, LessonPage, RemarkLine
from core.rules.filling import HOMEWORK, ICT, KIND, ROLL, TASKS, TOPIC
from core.rules.ict import IctTool
from core.terms import LessonKind
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

LONG, SHORT = 400, 120
HOMEWORKS, REMARKS, CARRIED = 3, 3, 5


def page_screen(page: LessonPage, t: Translator) -> Screen:
    """What is entered, what is still needed, and a button for each part."""
    lines = [head(page.lesson, t), *_substitution(page, t), "", *_parts(page, t)]
    lines += [_carried(entry, t) for entry in page.carried[-CARRIED:]]
    lines += guard_lines(page.load, t) if page.load is not None else []
    if page.not_in_russian or page.foreign_words:
        lines.append(t("page-not-in-russian"))
    lines += ["", *_state(page, t)]
    return Screen("\n".join(fitting([], lines, lambda _: t("page-more"))), _rows(page, t))


def head(lesson: LessonFacts, t: Translator) -> str:
    """Class, subject, when and where."""
    return t(
        "page-title",
        classes=class_names(lesson.classes, lesson.group, t),
        subject=lesson.subject,
        number=lesson.lesson_no,
        starts=lesson.starts_at,
        ends=lesson.ends_at,
        day=lesson.day,
        room=lesson.room or "—",
    )


def note_toast(page: LessonPage, t: Translator) -> str:
    """What the last tap met; where it simply worked, that it is written."""
    return t.plain(f"page-note-{page.note}") if page.note else t.plain("page-written")


def kinds_screen(page: LessonPage, t: Translator) -> Screen:
    """The kinds of a lesson."""
    rows: Rows = [
        [Button(_chosen(t.plain(f"lesson-kind-{kind}"), kind is page.kind, t), _kind(page, kind))]
        for kind in LessonKind
    ]
    return Screen(f"{head(page.lesson, t)}\n\n{t('page-choose-kind')}", [*rows, back_to_page(page.lesson.id, t)])


def ict_screen(page: LessonPage, t: Translator) -> Screen:
    """The usual tools, none, or one's own words."""
    tools = [Button(_chosen(t.plain(f"ict-{tool}"), page.ict == tool, t), _tool(page, tool)) for tool in IctTool]
    rows: Rows = [
        [Button(_chosen(t.plain("ict-none"), page.ict == "", t), _tool(page, None))],
        *([button] for button in tools),
        [Button(t.plain("ict-write"), WriteIct(page.lesson.id, page.rev).pack())],
    ]
    return Screen(f"{head(page.lesson, t)}\n\n{t('page-choose-ict')}", [*rows, back_to_page(page.lesson.id, t)])


def question(page: LessonPage, part: str, t: Translator) -> str:
    """The question whose answer is a part's text; says what stands there and whether its term is over."""
    lines = [head(page.lesson, t), t(f"page-ask-{part}")]
    former = ict_words(page.ict, t) if part == ICT else page.topic if part == TOPIC else page.tasks
    if former:
        lines.append(t("page-formerly", words=clip(former, LONG)))
    if page.refusal is not None:
        lines.append(refusal_line(page.refusal, t))
    return "\n".join(lines)


def refusal_line(refusal: JournalError, t: Translator) -> str:
    """Why this reader may only look, or that it will take a decision."""
    if isinstance(refusal, AccessDenied):
        return t("page-read-only")
    return t(f"error-{refusal.code}", **refusal.facts)


def back_to_page(lesson_id: int, t: Translator) -> list[Button]:
    """«Назад» to the lesson's page, «Домой»."""
    return back_row(OpenLesson(lesson_id), t)


def remark_line(remark: RemarkLine, t: Translator, limit: int = SHORT) -> str:
    """Whom, about what, in which tone, in which words."""
    return t(
        "remark-line" if remark.pupil_id else "remark-line-class",
        name=remark.pupil,
        about=t.plain(f"remark-{remark.about}"),
        tone=t.plain(f"remark-{remark.tone}"),
        words=clip(remark.body, limit),
    )


def ict_words(ict: str | None, t: Translator) -> str:
    """What was used, in words; empty where nothing was said."""
    if ict is None:
        return ""
    if not ict:
        return t.plain("ict-none-used")
    return t.plain(f"ict-{ict}") if ict in set(IctTool) else ict


def _substitution(page: LessonPage, t: Translator) -> list[str]:
    if page.lesson.cancelled:
        return [t("page-cancelled")]
    if not page.lesson.substituted:
        return [] if page.mine else [t("page-teacher", name=page.teacher)]
    return [t("page-substitution", name=page.teacher, owner=page.owner)]


def _parts(page: LessonPage, t: Translator) -> list[str]:
    """A line a part that is there; what is still asked for stands once, below."""
    kind = t.plain(f"lesson-kind-{page.kind}") if page.kind else ""
    lines = [
        _part(TOPIC, clip(page.topic, LONG), t),
        t("page-delivered", lines=_delivered(page)) if page.delivered else "",
        _part(KIND, kind, t),
        _part(TASKS, clip(page.tasks, LONG), t),
        _part(ICT, clip(ict_words(page.ict, t), LONG), t),
        *([_homework(line, t) for line in page.homework[:HOMEWORKS]] or [_no_homework(page, t)]),
        t("page-homework-more", count=len(page.homework) - HOMEWORKS) if len(page.homework) > HOMEWORKS else "",
        _roll(page, t),
        t("page-works", works=", ".join(page.works)) if page.works else "",
        t("page-marks", count=page.marks) if page.marks else "",
        *(remark_line(remark, t) for remark in page.remarks[:REMARKS]),
        t("page-remarks-more", count=len(page.remarks) - REMARKS) if len(page.remarks) > REMARKS else "",
    ]
    return [line for line in lines if line]


def _part(part: str, words: str, t: Translator) -> str:
    return t(f"page-{part}", words=words) if words else ""


def _delivered(page: LessonPage) -> str:
    return ", ".join(f"№ {line.number}" for line in page.delivered)


def _homework(line: HomeworkLine, t: Translator) -> str:
    return t(
        "page-homework-personal" if line.personal else "page-homework",
        words=clip(line.body, LONG) or "—",
        due=line.due_on,
        files=line.files,
    )


def _no_homework(page: LessonPage, t: Translator) -> str:
    return t("page-homework-none") if page.no_homework else ""


def _roll(page: LessonPage, t: Translator) -> str:
    state = "page-roll" if page.lesson.roll_taken else "page-roll-needed"
    return t(state, pupils=page.pupils, absent=page.absent, late=page.late)


def _carried(entry: CarriedEntry, t: Translator) -> str:
    """An entry made after its window; who decided alone is named once."""
    return t(
        "page-carried-alone" if entry.by == entry.approved_by else "page-carried",
        what=t.plain(f"request-does-{entry.does}"),
        by=entry.by,
        approved_by=entry.approved_by,
        reason=clip(entry.reason, SHORT),
    )


def _state(page: LessonPage, t: Translator) -> list[str]:
    lines = []
    if not page.lesson.cancelled and page.lesson.starts_at <= page.now:
        needed = ", ".join(t.plain(f"part-{part}") for part in page.missing)
        lines.append(t("page-needed", parts=needed) if needed else t("page-complete"))
        lines += _terms(page, t)
    if page.refusal is not None and not page.lesson.cancelled:
        lines.append(refusal_line(page.refusal, t))
    return lines


def _terms(page: LessonPage, t: Translator) -> list[str]:
    """Until when what is missing may still be entered, where that is short."""
    rest = set(page.missing) - {HOMEWORK}
    answers = [page.answer if rest else None, page.homework_answer if HOMEWORK in page.missing else None]
    said = [term_line(answer, page.now, t) for answer in answers if answer is not None]
    return [line for line in said if line]


def _rows(page: LessonPage, t: Translator) -> Rows:
    lesson = page.lesson
    rows: Rows = []
    if not lesson.cancelled:
        rows = [
            [_to(page, ROLL, OpenRoll(lesson.id), t), _to(page, "marks", OpenMarks(lesson.id), t)],
            [_to(page, TOPIC, OpenTopic(lesson.id), t), _to(page, HOMEWORK, OpenHomework(lesson.id), t)],
            [_to(page, KIND, OpenKinds(lesson.id), t), _to(page, TASKS, WriteTasks(lesson.id, page.rev), t)],
            [_to(page, ICT, OpenIct(lesson.id), t), _to(page, "remarks", OpenRemarks(lesson.id), t)],
        ]
    if isinstance(page.refusal, AccessDenied):
        # Nothing to write here: what may be looked at stays.
        rows = [rows[0], [rows[1][1], rows[3][1]]]
    elif not lesson.cancelled:
        rows.append([Button(t.plain("quick-button"), AskQuick(lesson.id).pack())])
    rows.append([Button(t.plain("given-button"), OpenPupilTasks(lesson.load_id).pack())])
    rows += _to_parents(page, rows.pop(), t)
    if page.may_change:
        rows.append([Button(t.plain("subst-change-lesson"), OpenChange(lesson.id).pack())])
    aside = [
        Button(t.plain("page-before"), OpenLesson(page.before).pack()) if page.before else None,
        Button(t.plain("page-journal"), OpenJournal(lesson.load_id, lesson.day.replace(day=1)).pack()),
        Button(t.plain("page-after"), OpenLesson(page.after).pack()) if page.after else None,
    ]
    day = OpenDay(lesson.day) if page.mine else OpenClassDay(lesson.class_ids[0], lesson.day)
    return [*rows, [button for button in aside if button], back_row(day, t)]


def _to_parents(page: LessonPage, beside: list[Button], t: Translator) -> Rows:
    """The parents of each class that the reader reaches; of the only one beside another button."""
    if len(page.reached) == 1:
        ((class_id, _),) = page.reached
        return [[*beside, Button(t.plain("talk-choose-open"), ChooseFamilies(class_id).pack())]]
    to = [Button(t.plain("talk-choose-class", unit=name), ChooseFamilies(of).pack()) for of, name in page.reached]
    return [beside, *in_rows(to, 2)]


def _to(page: LessonPage, part: str, action: Action, t: Translator) -> Button:
    needed = part in page.missing
    label = t.plain(f"page-button-{part}")
    return Button(t.plain("page-button-needed", label=label) if needed else label, action.pack())


def _chosen(label: str, chosen: bool, t: Translator) -> str:  # noqa: FBT001 - a sign beside the label
    return t.plain("choose-chosen", label=label) if chosen else label


def _kind(page: LessonPage, kind: LessonKind) -> str:
    return ChooseKind(page.lesson.id, kind, page.rev).pack()


def _tool(page: LessonPage, tool: IctTool | None) -> str:
    return ChooseIct(page.lesson.id, tool, page.rev).pack()
