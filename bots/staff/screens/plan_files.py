"""Bringing a whole plan in: sources to copy from, a file, and what either would change."""

from bots.shared.lines import clip
from bots.staff.screens.plan_words import hours, page_name
from bots.staff.screens.rows import back_row, steps
from core.actions.page import OpenPlan
from core.actions.plans import (
    CopyPlan,
    DropPlanFile,
    OpenPlanSources,
    PreviewCopy,
    PreviewPlanFile,
    TakePlanFile,
    UploadPlan,
)
from core.plans.copying import PlanSource
from core.plans.editions import EditionPreview
from core.plans.pages import PagePlan
from core.plans.uploads import UploadPreview
from core.workbook.faults import Fault, FaultCode
from documents.fault_words import say_fault
from locales import Button, Screen, Translator
from locales.screen import Rows, Style

FAULTS_SHOWN = 10
KEPT_SHOWN = 5
TOPIC_CHARS = 200
SOURCES_SHOWN = 20
NOT_A_TABLE = {FaultCode.NOT_A_WORKBOOK, FaultCode.CSV_GIVEN, FaultCode.OLD_FORMAT}


def sources_screen(page: PagePlan, sources: list[PlanSource], first: int, t: Translator) -> Screen:
    """Plans to copy from, with their size."""
    key = "plan-sources" if sources else "plan-no-sources"
    shown = sources[first : first + SOURCES_SHOWN]
    rows: Rows = [[Button(_source(s, t), PreviewCopy(page.load_id, s.id, grade=False).pack())] for s in shown]
    rows.append(steps(first, SOURCES_SHOWN, len(sources), lambda start: OpenPlanSources(page.load_id, start), t))
    return Screen(
        f"{t('plan-title', page=page_name(page, t))}\n\n{t(key)}", [*rows, back_row(OpenPlan(page.load_id), t)]
    )


def copy_screen(preview: EditionPreview, source: int, t: Translator) -> Screen:
    """What copying would bring, and the one confirmation."""
    page = preview.page
    lines = [t("plan-copy-title", page=page_name(page, t)), "", *_edition(preview, t)]
    rows: Rows = []
    if not preview.same:
        take = CopyPlan(page.load_id, source, preview.grade, preview.seen)
        rows.append([Button(t.plain("plan-take", count=len(preview.lines)), take.pack(), style="primary")])
    if _may_choose(page):
        other = PreviewCopy(page.load_id, source, not preview.grade)
        rows.append([_scope(preview, other.pack(), t)])
    rows.append(back_row(OpenPlanSources(page.load_id), t))
    return Screen("\n".join(lines), rows)


def upload_screen(preview: UploadPreview, t: Translator) -> Screen:
    """The file as understood: lines, hours, first and last topics; or what is wrong with it, row by row."""
    page, file, whole = preview.page, preview.file, preview.whole
    head = t("plan-file-title", page=page_name(page, t), name=file.name)
    if preview.stored is None or whole is None:
        again = Button(t.plain("plan-upload-again"), UploadPlan(page.load_id).pack())
        return Screen("\n".join([head, "", *_faults(file.faults, t)]), [[again], back_row(OpenPlan(page.load_id), t)])
    lines = [head]
    if file.title:
        lines.append(t("plan-file-heading", title=file.title))
    lines += ["", *_edition(whole, t)]
    if file.passed:
        lines.append(t("plan-file-passed", count=file.passed))
    if preview.split is not None:
        lines += ["", t("plan-file-long", count=file.long_lines, lessons=len(preview.split.lines))]
    return Screen("\n".join(lines), _take(preview, whole, preview.stored, t))


def _take(preview: UploadPreview, whole: EditionPreview, stored: int, t: Translator) -> Rows:
    load, rows = preview.page.load_id, list[list[Button]]()
    if preview.split is not None:
        split = TakePlanFile(load, stored, whole.grade, split=True, seen=preview.split.seen)
        label = t.plain("plan-take-split", count=len(preview.split.lines))
        rows.append([Button(label, split.pack(), style="primary")])
    if not whole.same:
        take = TakePlanFile(load, stored, whole.grade, split=False, seen=whole.seen)
        key = "plan-take-whole" if preview.split is not None else "plan-take"
        style: Style | None = None if preview.split is not None else "primary"
        rows.append([Button(t.plain(key, count=len(whole.lines)), take.pack(), style=style)])
    if _may_choose(preview.page):
        rows.append([_scope(whole, PreviewPlanFile(load, stored, not whole.grade).pack(), t)])
    rows.append([Button(t.plain("cancel"), DropPlanFile(load, stored).pack())])
    return rows


def _edition(preview: EditionPreview, t: Translator) -> list[str]:
    """What the plan will be."""
    page, edition = preview.page, preview.lines
    lines = [
        _whose(preview, t),
        t("plan-preview-lines", count=len(edition), hours=hours(preview.hours, t), expected=hours(page.expected, t)),
    ]
    if preview.hours != page.expected:
        key = "plan-preview-short" if preview.hours < page.expected else "plan-preview-long"
        lines.append(t(key, difference=hours(abs(page.expected - preview.hours), t)))
        if page.must_equal:
            lines.append(t("plan-hours-fault", regulation=page.must_equal))
    if edition:
        lines.append(t("plan-preview-first", topic=clip(edition[0].topic, TOPIC_CHARS)))
        lines.append(t("plan-preview-last", topic=clip(edition[-1].topic, TOPIC_CHARS)))
    if preview.same:
        lines.append(t("plan-preview-same"))
    elif page.lines and (preview.grade or page.plan is None or not page.plan.of_grade):
        lines.append(t("plan-preview-replaces", count=preview.removed))
    if preview.kept:
        topics = "; ".join(f"{line.number}. {clip(line.topic, 60)}" for line in preview.kept[:KEPT_SHOWN])
        lines.append(t("plan-preview-kept", count=len(preview.kept), topics=topics))
    return lines


def _whose(preview: EditionPreview, t: Translator) -> str:
    page = preview.page
    if preview.grade:
        return t("plan-for-grade", grade=page.grade)
    name = page.classes[0] if not page.group else t.plain("class-group", classes=page.classes[0], group=page.group)
    return t("plan-for-class-own" if preview.own else "plan-for-class", name=name)


def _may_choose(page: PagePlan) -> bool:
    """A deputy may mean the whole grade, unless the class has its own plan."""
    return page.keeps_grade and (page.plan is None or page.plan.of_grade)


def _scope(preview: EditionPreview, packed: str, t: Translator) -> Button:
    page = preview.page
    if preview.grade:
        return Button(t.plain("plan-scope-class", name=page.classes[0]), packed)
    return Button(t.plain("plan-scope-grade", grade=page.grade), packed)


def _source(source: PlanSource, t: Translator) -> str:
    name = source.class_name or t.plain("plan-source-grade", grade=source.grade or 0)
    name = t.plain("class-group", classes=name, group=source.group) if source.group else name
    key = "plan-source-year" if source.year else "plan-source"
    return t.plain(key, name=name, lines=source.lines, hours=hours(source.hours, t), year=source.year)


def _faults(faults: tuple[Fault, ...], t: Translator) -> list[str]:
    if faults[0].code in NOT_A_TABLE:
        return [t("plan-file-not-a-table")]
    lines = [t("plan-file-faulty", count=len(faults))]
    lines += [t("plan-file-fault", text=clip(say_fault(fault, t), 250)) for fault in faults[:FAULTS_SHOWN]]
    if len(faults) > FAULTS_SHOWN:
        lines.append(t("plan-file-more", count=len(faults) - FAULTS_SHOWN))
    return lines
