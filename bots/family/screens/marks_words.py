"""Words that the screens of a child's marks share."""

from decimal import Decimal

from bots.family.screens.common import child_name
from bots.shared.lines import clip
from core.diary.children import ChildPeriod, ChildYear
from core.diary.marks_span import MarksSpan
from core.rules.goal import Way
from core.terms import MarkValue
from locales import Translator, goals

KIND = 40


def mark_sign(value: MarkValue, t: Translator) -> str:
    """5, зач, н/а, •."""
    return value.value if value.value.isdigit() else t.plain(f"mark-sign-{value.value.replace('_', '-')}")


def weight_word(weight: Decimal, t: Translator) -> str:
    """1,5 or 2: no zeros at the end."""
    written = f"{weight.normalize():f}"
    return written.replace(".", ",") if t.language == "ru" else written


def for_kind(kind: str, t: Translator) -> str:
    """A kind of work after «за», short enough for a line."""
    return goals.for_kind(clip(kind, KIND), t)


def way_word(way: Way, t: Translator) -> str:
    """HTML: две 5 за ответ на уроке."""
    return goals.way_word(way.count, way.value.value, clip(way.kind, KIND), t)


def named(span: MarksSpan) -> dict[str, str]:
    """Whose marks: the child's name and the class of that year."""
    return {"name": child_name(span.child.surname, span.child.given_name), "class": span.year.class_name}


def period_line(span: MarksSpan, t: Translator) -> str:
    """Which period: of this year with its days, of an earlier one with the year."""
    if span.period is None:
        return t("child-marks-year", year=span.year.name)
    if span.year is not span.years[-1]:
        return t("child-marks-period-other-year", period=span.period.name, year=span.year.name)
    return t("child-marks-period", period=span.period.name, first=span.first, last=span.last)


def neighbours(span: MarksSpan) -> tuple[tuple[ChildYear, ChildPeriod] | None, tuple[ChildYear, ChildPeriod] | None]:
    """The begun periods before and after this one, over the border of a year too."""
    begun = [(year, period) for year in span.years for period in year.periods if period.starts <= span.today]
    before = [other for other in begun if other[1].starts < span.first]
    after = [other for other in begun if other[1].starts > span.first]
    return before[-1] if before else None, after[0] if after else None


def period_label(span: MarksSpan, year: ChildYear, period: ChildPeriod) -> str:
    """1 четверть; of another year than the one shown, with the year."""
    return period.name if year.id == span.year.id else f"{period.name}, {year.name}"
