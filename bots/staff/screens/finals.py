"""Final marks: a page's pupils with what is proposed and what stands, all proposed at once, one pupil."""

from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.marks import sign
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.today import class_names
from core.actions import Action
from core.actions.diary import OpenFinalMarks
from core.actions.finals import (
    OpenPupilFinal,
    OpenYearMarks,
    PreviewProposed,
    SetFinalMark,
    SetProposed,
    TakeFinalBack,
)
from core.actions.page import OpenJournal
from core.finals.page import FinalLine, FinalsPage, FinalSpan, Lack
from core.rules.entry import Verdict
from core.rules.final_proposal import final_scale
from core.terms import MarkValue
from locales import Button, Screen, Translator
from locales.screen import Rows

PUPILS = 80
COLUMNS = 2
NAME = 24
VALUES = 4
SPANS = 3
WORKS = 8
MARKS = 60


def page_screen(page: FinalsPage, t: Translator) -> Screen:
    """What the rules ask, each pupil in a line, and a button a pupil with the mark before the name."""
    head = [title(page, t), *_rules(page, t), "", _left(page, t)]
    lines = [_line(page, line, t) for line in page.lines]
    text = fitting(head, lines, lambda count: t("finals-more", count=count))
    rows: Rows = []
    if page.writable and page.settable:
        label = t.plain("finals-put-all", count=len(page.settable))
        rows.append([Button(label, PreviewProposed(page.head.load_id, page.span.period).pack(), style="primary")])
    rows += in_rows([_pupil_button(page, line, t) for line in page.lines[:PUPILS]], COLUMNS)
    rows += _spans(page, t)
    back = Button(t.plain("finals-page-back"), OpenJournal(page.head.load_id).pack())
    return Screen("\n".join(text), [*rows, [back, home_button(t)]])


def preview_screen(page: FinalsPage, t: Translator) -> Screen:
    """Who would get which mark, and who is left out and why."""
    chosen = page.settable
    if not chosen:
        return Screen(
            f"{title(page, t)}\n{t('finals-preview-none')}", [back_row(opener(page.head.load_id, page.span), t)]
        )
    left = [line for line in page.lines if line.mine and line.value is None and line.settable is None]
    lines = [t("finals-preview-line", name=line.name, value=_word(line.settable, t)) for line in chosen]
    if left:
        lines += ["", t("finals-preview-left", count=len(left))]
        lines += [t("finals-preview-left-line", name=line.name, why=_why_left(page, line, t)) for line in left]
    head = [title(page, t), t("finals-preview-title"), ""]
    text = fitting(head, lines, lambda count: t("finals-more", count=count))
    put = SetProposed(page.head.load_id, page.span.period, page.fingerprint)
    return Screen(
        "\n".join(text),
        [
            [Button(t.plain("finals-put", count=len(chosen)), put.pack(), style="success")],
            back_row(opener(page.head.load_id, page.span), t),
        ],
    )


def pupil_screen(page: FinalsPage, line: FinalLine, t: Translator) -> Screen:
    """Everything behind a pupil's mark, and the marks to choose from."""
    load, period = page.head.load_id, page.span.period
    lines = [*_pupil_head(page, line, t), *_behind(page, line, t), "", _stands(line, t)]
    rows: Rows = []
    if page.writable and line.mine:
        lines.append(t("finals-choose"))
        values = [value for value in final_scale(by_pass=page.head.by_pass) if value is not line.value]
        rows = in_rows([_value_button(page, line, value, t) for value in values], VALUES)
        if line.value is not None:
            back = TakeFinalBack(load, period, line.pupil_id, line.rev)
            rows.append([Button(t.plain("finals-take-back"), back.pack(), style="danger")])
    else:
        lines += _rules(page, t)
    return Screen("\n".join(lines), [*rows, back_row(opener(load, page.span), t)])


def set_toast(page: FinalsPage, pupil_id: int, t: Translator) -> str:
    """What the tap did."""
    line = page.line(pupil_id)
    if page.note or line is None:
        return t.plain(f"finals-note-{page.note or 'changed'}")
    if line.value is None:
        return t.plain("finals-taken-back", name=line.name)
    return t.plain("finals-put-one", name=line.name, value=_word(line.value, t))


def proposed_toast(page: FinalsPage, t: Translator) -> str:
    """That all were set, or why not."""
    return t.plain(f"finals-note-{page.note}") if page.note else t.plain("finals-put-done")


def title(page: FinalsPage, t: Translator) -> str:
    named = {"classes": class_names(page.head.classes, page.head.group, t), "subject": page.head.subject}
    if page.span.period is None:
        return t("finals-title-year", **named)
    return t("finals-title", **named, period=page.span.name)


def opener(load: int, span: FinalSpan) -> Action:
    """The page of a study period, or of the year."""
    return OpenYearMarks(load) if span.period is None else OpenFinalMarks(load, span.period)


def _rules(page: FinalsPage, t: Translator) -> list[str]:
    """Whose business it is, until when, how many marks are needed."""
    source = ", ".join(part for part in (page.answer.regulation, page.answer.clause) if part)
    if page.answer.verdict is Verdict.NEVER:
        return [t("finals-grade-1", regulation=source)]
    lines = []
    if page.answer.verdict is Verdict.DENIED:
        lines.append(t(f"finals-by-{page.by.replace('_', '-')}", regulation=source))
    lines.append(_term(page, source, t))
    if page.least:
        lines.append(t("finals-least", count=page.least))
    if page.works_required:
        lines.append(t("finals-works-required"))
    if page.span.period is None:
        lines.append(t("finals-year-how"))
    return lines


def _term(page: FinalsPage, source: str, t: Translator) -> str:
    if page.term.due is None:
        return t("finals-no-date", regulation=source)
    if page.now.date() < page.opens:
        return t("finals-opens", opens=page.opens, regulation=source)
    keys = {Verdict.REASON: "finals-over-reason", Verdict.CLOSED: "finals-over-ask"}
    over = "finals-over" if page.now.date() > page.term.due else "finals-until"
    return t(keys.get(page.answer.verdict, over), until=page.term.due, regulation=source)


def _left(page: FinalsPage, t: Translator) -> str:
    if not page.lines:
        return t("finals-nobody")
    return t("finals-left", count=sum(1 for line in page.lines if line.value is None))


def _line(page: FinalsPage, line: FinalLine, t: Translator) -> str:
    facts = ", ".join(_facts(page, line, t))
    behind = t.plain("finals-behind", facts=facts) if facts else ""
    if line.value is not None:
        return t("finals-line-set", name=line.name, value=_word(line.value, t), behind=behind)
    if line.proposal.value is None:
        return t("finals-line-open", name=line.name, behind=behind)
    return t("finals-line-proposed", name=line.name, value=_word(line.proposal.value, t), behind=behind)


def _facts(page: FinalsPage, line: FinalLine, t: Translator) -> list[str]:
    """The average, how many marks, and what is wrong with them; where a mark stands, also another proposal."""
    proposal = line.proposal
    facts = [t.plain("finals-average", average=proposal.average)] if proposal.average is not None else []
    if page.span.period is not None and Lack.FEW not in line.lacks:
        facts.append(_count(proposal.count, t))
    if line.value is not None:
        differs = proposal.value is not None and proposal.value is not line.value
        return [*facts, t.plain("finals-differs", value=_word(proposal.value, t))] if differs else facts
    return [*facts, *_wrong(page, line, t)]


def _wrong(page: FinalsPage, line: FinalLine, t: Translator) -> list[str]:
    """Why a look is wanted before the mark is set."""
    said = {
        Lack.FEW: lambda: t.plain("finals-few", count=line.proposal.count, least=page.least),
        Lack.WORKS: lambda: t.plain("finals-works", count=len(line.owed)),
        Lack.PERIODS: lambda: t.plain("finals-periods"),
    }
    early = page.now.date() < page.opens
    wrong = [said[lack]() for lack in line.lacks if not (early and lack is Lack.PERIODS)]
    return [*wrong, t.plain("finals-dots", count=line.dots)] if line.dots else wrong


def _why_left(page: FinalsPage, line: FinalLine, t: Translator) -> str:
    return ", ".join(_wrong(page, line, t)) or t.plain("finals-nothing-proposed")


def _count(count: int, t: Translator) -> str:
    return t.plain("finals-marks", count=count) if count else t.plain("finals-no-marks")


def _pupil_button(page: FinalsPage, line: FinalLine, t: Translator) -> Button:
    name = clip(line.name, NAME)
    if line.value is not None:
        label = t.plain("finals-label-set", value=_word(line.value, t), name=name)
    elif line.proposal.value is not None:
        label = t.plain("finals-label-proposed", value=_word(line.proposal.value, t), name=name)
    else:
        label = t.plain("finals-label-open", name=name)
    return Button(label, OpenPupilFinal(page.head.load_id, page.span.period, line.pupil_id).pack())


def _spans(page: FinalsPage, t: Translator) -> Rows:
    """The other study periods and the year."""
    buttons = [_span_button(page, span, span.name, t) for span in page.head.periods]
    whole = FinalSpan(None, "", page.span.starts, page.span.ends)
    return in_rows([*buttons, _span_button(page, whole, t.plain("finals-year"), t)], SPANS)


def _span_button(page: FinalsPage, span: FinalSpan, name: str, t: Translator) -> Button:
    shown = t.plain("finals-period-chosen", period=name) if span.period == page.span.period else name
    return Button(shown, opener(page.head.load_id, span).pack())


def _pupil_head(page: FinalsPage, line: FinalLine, t: Translator) -> list[str]:
    named = {"name": line.name, "subject": page.head.subject}
    if page.span.period is None:
        return [t("finals-pupil-year", **named)]
    return [t("finals-pupil", **named, period=page.span.name)]


def _behind(page: FinalsPage, line: FinalLine, t: Translator) -> list[str]:
    """The marks or the periods, the average, what is missing, what the rules propose."""
    lines = [_of_periods(page, line, t)] if page.span.period is None else [_mark_list(line, t)]
    if line.owed:
        works = [t.plain("finals-owed-one", letter=letter, day=day) for day, letter in line.owed[:WORKS]]
        lines.append(t("finals-owed", works=", ".join(works)))
    facts = [fact for fact in _facts(page, line, t) if fact]
    if facts:
        lines.append(t.data(", ".join(facts)))
    proposed = line.proposal.value
    lines.append(t("finals-proposed", value=_word(proposed, t)) if proposed else t("finals-proposed-none"))
    return lines


def _mark_list(line: FinalLine, t: Translator) -> str:
    if not line.marks:
        return t("finals-mark-list", marks=t.plain("finals-none"))
    marks = [t.plain("finals-mark-one", value=sign(m.value, t), letter=m.letter) for m in line.marks[-MARKS:]]
    return t("finals-mark-list", marks=", ".join(marks))


def _of_periods(page: FinalsPage, line: FinalLine, t: Translator) -> str:
    said = [
        t.plain("finals-of-period", period=span.name, value=_word(line.periods.get(span.period or 0), t))
        for span in page.head.periods
        if span.period in page.head.taught or span.period in line.periods
    ]
    return t("finals-of-periods", marks=", ".join(said) or t.plain("finals-none"))


def _stands(line: FinalLine, t: Translator) -> str:
    if line.value is None:
        return t("finals-stands-none")
    return t("finals-stands", value=_word(line.value, t), author=line.author)


def _value_button(page: FinalsPage, line: FinalLine, value: MarkValue, t: Translator) -> Button:
    data = SetFinalMark(page.head.load_id, page.span.period, line.pupil_id, value, line.rev).pack()
    return Button(_word(value, t), data, style="primary" if value is line.proposal.value else None)


def _word(value: MarkValue | None, t: Translator) -> str:
    return t.plain("finals-none") if value is None else t.plain(f"mark-word-{value.value.replace('_', '-')}")
