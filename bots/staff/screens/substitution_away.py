"""«Учитель отсутствует»: who, from when to when, and what of the lessons is settled."""

from collections.abc import Sequence
from datetime import date, timedelta

from bots.shared.lines import fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.substitution import change_line, lesson_label
from core.actions.page import OpenSubstitutions
from core.actions.substitution import (
    AskAwayDays,
    ChooseAway,
    ComeBack,
    FindAway,
    GiveAll,
    OpenAway,
    OpenChange,
    OpenTakers,
)
from core.substitution.away import Away, Taker, Teacher
from core.substitution.lesson import OneOff
from locales import Button, Screen, Translator
from locales.screen import Rows

PAGE = 40
LESSONS_AT_MOST = 85
TAKERS_AT_MOST = 30


def teachers_screen(found: Sequence[Teacher], day: date, page: int, t: Translator, words: str = "") -> Screen:
    """Who is absent? Those who teach that day first."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    buttons = [_teacher(person, day, t) for person in shown]
    rows: Rows = in_rows(buttons, 2)
    before = [Button(f"‹ {page}", ChooseAway(day, page - 1).pack())] if page else []
    after = [Button(f"{page + 2} ›", ChooseAway(day, page + 1).pack())] if page + 1 < pages else []
    rows.append([*before, *after])
    find = [Button(t.plain("subst-find"), FindAway(day).pack())]
    if words:
        find.append(Button(t.plain("subst-all-teachers"), ChooseAway(day).pack()))
    rows.append(find)
    rows.append(back_row(OpenSubstitutions(day), t))
    lines = [t("subst-who-is-away", day=day)]
    if words:
        lines.append(t("subst-found", words=words[:64], count=len(found)))
    return Screen("\n".join(lines), rows)


def away_screen(away: Away, t: Translator) -> Screen:
    """The lessons of the days with their states, those that wait first among the buttons."""
    done = len(away.lessons) - len(away.waiting)
    title = "subst-away-day" if away.since == away.until else "subst-away-days"
    lines = [t(title, name=away.name, since=away.since, until=away.until)]
    lines.append(t("subst-progress", done=done, total=len(away.lessons)) if away.lessons else t("subst-away-free"))
    lines = fitting(lines, _listed(away, t), lambda count: t("subst-more", count=count))
    if away.lessons and not away.waiting:
        lines += ["", t("subst-all-settled")]
    rows = _lessons(away, t) + _tools(away, t)
    rows.append([Button(t.plain("subst-board"), OpenSubstitutions(away.since).pack()), home_button(t)])
    return Screen("\n".join(lines), rows)


def takers_screen(away: Away, takers: Sequence[Taker], t: Translator) -> Screen:
    """To whom all the waiting lessons go."""
    total = len(away.waiting)
    rows: Rows = [
        [
            Button(
                t.plain("subst-taker", name=taker.name, free=taker.free, total=total),
                GiveAll(away.staff_id, taker.staff_id, away.since, away.until).pack(),
            )
        ]
        for taker in takers[:TAKERS_AT_MOST]
    ]
    back = OpenAway(away.staff_id, away.since, away.until)
    key = "subst-choose-taker" if takers else "subst-no-taker"
    return Screen(t(key, name=away.name, count=total), [*rows, back_row(back, t)])


def given_toast(away: Away, t: Translator) -> str:
    """How many lessons the last command gave away or back."""
    return (
        t.plain("subst-given", count=away.given, left=len(away.waiting)) if away.given else t.plain("subst-none-given")
    )


def _teacher(person: Teacher, day: date, t: Translator) -> Button:
    key = "subst-teacher" if person.lessons else "subst-teacher-free"
    return Button(t.plain(key, name=person.name, count=person.lessons), OpenAway(person.staff_id, day, day).pack())


def _listed(away: Away, t: Translator) -> list[str]:
    """The lessons under their days."""
    lines: list[str] = []
    shown: date | None = None
    for one in away.lessons:
        day = one.lesson.day if away.holds(one.lesson.day) else one.origin_day
        if day != shown and away.since != away.until:
            lines.append(t("subst-day-head", day=day))
        shown = day
        lines.append(f"{t(f'subst-sign-{_state(away, one)}')} {change_line(one, t, day, named=False)}")
    return lines


def _state(away: Away, one: OneOff) -> str:
    return "settled" if away.settled(one) else "waiting"


def _lessons(away: Away, t: Translator) -> Rows:
    settled = [one for one in away.lessons if away.settled(one)]
    ordered = [*away.waiting, *settled][:LESSONS_AT_MOST]
    several = away.since != away.until
    return [
        [
            Button(
                t.plain("subst-dated", day=one.lesson.day, label=lesson_label(one, t))
                if several
                else lesson_label(one, t),
                OpenChange(one.lesson.id, away.staff_id, away.since, away.until).pack(),
                style=None if away.settled(one) else "primary",
            )
        ]
        for one in ordered
    ]


def _tools(away: Away, t: Translator) -> Rows:
    rows: Rows = []
    if len(away.waiting) > 1:
        one = OpenTakers(away.staff_id, away.since, away.until)
        rows.append([Button(t.plain("subst-all-to-one"), one.pack())])
    if any(one.lesson.day >= away.today for one in away.given_away):
        back = ComeBack(away.staff_id, away.since, away.until)
        rows.append([Button(t.plain("subst-came-back"), back.pack())])
    rows.append(_days(away, t))
    rows.append([Button(t.plain("subst-other-days"), AskAwayDays(away.staff_id, away.since).pack())])
    return rows


def _days(away: Away, t: Translator) -> list[Button]:
    """One day, two days, to the end of the week: those that are not shown already."""
    saturday = away.since + timedelta(days=max(0, 5 - away.since.weekday()))
    spans = {away.since: "subst-one-day", away.since + timedelta(days=1): "subst-next-day"}
    spans.setdefault(saturday, "subst-week")
    return [
        Button(t.plain(key, day=until), OpenAway(away.staff_id, away.since, until).pack())
        for until, key in spans.items()
        if until != away.until
    ]
