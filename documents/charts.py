"""A child's charts as pictures that are readable on a phone: the class is a number beside the child's, no more."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core.diary.charts import AttendanceBars, Movement, SubjectBars
from core.diary.marks_span import MarksSpan
from documents import printing
from documents.journal_words import decimal_text, month_text, weight_text
from locales import Translator

PIXELS_A_POINT = 2.9
"""So that the picture is about as wide as a phone's screen."""
EVERY_POINT = 7
"""So many points of a line have room for their values; a longer line says its ends."""
TOP_MARK, LOWEST_MARK = 5, 2
SUBJECT = 40


def movement_picture(chart: Movement, t: Translator) -> bytes:
    """A PNG of an average's way through a period. Takes about 50 ms: call it in a thread."""
    values = [value for value in (*chart.own, *chart.of_class) if value is not None]
    low = min(LOWEST_MARK, int(min(values, default=Decimal(LOWEST_MARK))))
    series = [("own", chart.own), ("class", chart.of_class)]
    shown = [(name, points) for name, points in series if any(point is not None for point in points)]
    return _picture(
        {
            **_head("lines", chart.span, t),
            "title": chart.subject or t.plain("child-chart-all"),
            "subtitle": _period(chart.span),
            "labels": [f"{week:%d.%m}" for week in chart.weeks],
            "low": low,
            "high": TOP_MARK,
            "ticks": list(range(low, TOP_MARK + 1)),
            "series": [(name, [_number(point) for point in points], _words(points, t)) for name, points in shown],
            "legend": _legend([name for name, _ in shown], chart.span, t),
        }
    )


def subjects_picture(chart: SubjectBars, t: Translator) -> bytes:
    """A PNG of the averages by subject, the class's beside them. Takes about 50 ms: call it in a thread."""
    rows = [
        (
            bar.subject if len(bar.subject) <= SUBJECT else f"{bar.subject[:SUBJECT]}…",
            _number(bar.own),
            decimal_text(bar.own or Decimal(0), t),
            _number(bar.of_class),
            decimal_text(bar.of_class, t) if bar.of_class is not None else "",
        )
        for bar in chart.bars
    ]
    return _bars(
        chart.span, rows, t, title=t.plain("child-chart-subjects"), subtitle=_period(chart.span), high=TOP_MARK
    )


def attendance_picture(chart: AttendanceBars, t: Translator) -> bytes:
    """A PNG of the per cent of lessons attended by month. Takes about 50 ms: call it in a thread."""
    rows = [
        (
            month_text(month.month, t),
            _number(month.own),
            _per_cent(month.own, t),
            _number(month.of_class),
            _per_cent(month.of_class, t) if month.of_class is not None else "",
        )
        for month in chart.months
    ]
    title = t.plain("child-chart-attendance")
    return _bars(chart.span, rows, t, title=title, subtitle=chart.span.year.name, high=100)


def _bars(span: MarksSpan, rows: list[Any], t: Translator, *, title: str, subtitle: str, high: int) -> bytes:
    series = ["own", "class"] if any(row[3] is not None for row in rows) else ["own"]
    facts = {"title": title, "subtitle": subtitle, "rows": rows, "low": 0, "high": high}
    return _picture({**_head("bars", span, t), **facts, "legend": _legend(series, span, t)})


def _head(kind: str, span: MarksSpan, t: Translator) -> dict[str, Any]:
    return {"kind": kind, "lang": t.language, "child": span.child.given_name}


def _period(span: MarksSpan) -> str:
    return f"{span.period.name}, {span.year.name}" if span.period else span.year.name


def _legend(series: Sequence[str], span: MarksSpan, t: Translator) -> list[tuple[str, str]]:
    """The child by name, the class by its."""
    names = {"own": span.child.given_name, "class": t.plain("child-chart-class", name=span.year.class_name)}
    return [(name, names[name]) for name in series]


def _words(points: Sequence[Decimal | None], t: Translator) -> list[str | None]:
    """What stands beside the points: every value of a short line, the last one of a long line."""
    words = [decimal_text(point, t) if point is not None else None for point in points]
    if len(words) <= EVERY_POINT:
        return words
    return [None] * (len(words) - 1) + words[-1:]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _per_cent(value: Decimal, t: Translator) -> str:
    return f"{weight_text(value, t)} %"


def _picture(facts: dict[str, Any]) -> bytes:
    return printing.picture("chart", facts, PIXELS_A_POINT)
