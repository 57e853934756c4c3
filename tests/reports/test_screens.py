"""Reports as messages and screens: both languages, the largest that may come, a fixed number of statements."""

from collections.abc import Awaitable, Callable
from html import unescape
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bots.family.screens import reports as family_screens
from bots.staff.screens import reports as staff_screens
from core.app import App, Work
from core.days.teaching_day import staff_desk
from core.reports.answering import answer_stands
from core.reports.card import EntryState
from core.reports.reading import child_reports, open_report, open_staff_report, waiting_reports
from core.reports.reminding import remind_of_reports
from core.reports.writing import attendance_to_report, mark_to_report
from core.terms import Presence
from locales import LANGUAGES, translator
from notifications.rendering import render
from tests.reports.conftest import Case
from tests.roll.conftest import Class7B
from tests.support.school import days_after
from tests.support.statements import counted

STANDS = {"what": "mark", "value": "3", "kind": "Ответ на уроке", "minutes": 0, "reason": "none"}
FACTS: dict[str, Any] = {
    "report": 1,
    "pupil_id": 5,
    "pupil": "Иванов Пётр",
    "lesson": 12,
    "classes": "7Б",
    "group": "",
    "subject": "Алгебра",
    "subject_id": 3,
    "day": "2026-11-23",
    "number": 1,
    "mark": 7,
    "stood": STANDS,
    "said": "Была <b>пятёрка</b> & точка",
    "by": "Иванова М. П.",
    "due_on": "2026-11-26",
    "answer": "corrected",
    "became": {**STANDS, "value": "5"},
    "words": "",
    "answered_by": "Алгебраистова А. И.",
    "marks": [],
}
MANY = {"count": 300, "reports": [{**FACTS, "pupil": "Константинопольский-Задунайский Пётр"}] * 60}


def test_the_staff_reads_what_is_wrong_and_until_when() -> None:
    screen = render("error_reported", FACTS, translator("ru"))

    assert screen.text.splitlines() == [
        "Семья сообщает об ошибке: <b>Иванов Пётр</b>",
        "7Б · Алгебра, 23 ноября, 1-й урок",
        "В журнале: отметка 3 (Ответ на уроке)",
        "",
        "Иванова М. П.:",
        "«Была &lt;b&gt;пятёрка&lt;/b&gt; &amp; точка»",
        "",
        "Ответить до 26 ноября.",
    ]
    assert screen.rows[0][0].data == "Xs:1"


@pytest.mark.parametrize(
    ("mark", "opens"), [(7, ["Vs:5:3:", "Xo:1"]), (None, ["cd:5:20261123", "Xo:1"])], ids=["mark", "attendance"]
)
def test_an_answer_opens_the_very_page(mark: int | None, opens: list[str]) -> None:
    screen = render("error_answered", {**FACTS, "mark": mark}, translator("ru"))

    assert [button.data for row in screen.rows for button in row] == opens
    assert "Было: отметка 3 (Ответ на уроке)\nСтало: отметка 5 (Ответ на уроке)" in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("error_reported", {**FACTS, "said": "&" * 500}),
        ("error_answered", {**FACTS, "answer": "stands", "became": STANDS, "words": "<" * 500}),
        ("error_overdue", MANY),
        ("error_due", MANY),
    ],
)
def test_the_largest_message_fits(language: str, kind: str, facts: dict[str, Any]) -> None:
    screen = render(kind, facts, translator(language))

    assert len(screen.text) <= 4096


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (EntryState("mark", "5", "Диктант"), "отметка 5 (Диктант)"),
        (EntryState("mark", "fail", "Зачётная работа"), "отметка «незачёт» (Зачётная работа)"),
        (EntryState("mark", "dot", "Диктант"), "отметка «работа пока не сдана» (Диктант)"),
        (EntryState("removed", kind="Диктант"), "отметки нет"),
        (EntryState("absent", reason="illness"), "не на уроке, болеет"),
        (EntryState("absent"), "не на уроке"),
        (EntryState("late", minutes=10), "опоздание, 10 мин"),
        (EntryState("late"), "опоздание"),
        (EntryState("present"), "на уроке"),
    ],
)
def test_an_entry_in_words(state: EntryState, said: str) -> None:
    assert translator("ru").plain("report-entry", **state.facts()) == said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_state_of_a_report_is_said_to_both_sides(
    app: App, case: Case, seven_b: Class7B, language: str
) -> None:
    t = translator(language)
    report = (await case.say(seven_b.mother, "&" * 500)).report.card.id
    case.clock.set("10:00", days_after(5))
    for step in range(2):
        async with app.work(seven_b.mother.address) as work:
            family = family_screens.report_screen(await open_report(work, report), t)
            listed = family_screens.reports_screen(await child_reports(work, seven_b.ivanov), t)
        async with app.work(seven_b.teacher.address) as work:
            staff = staff_screens.report_screen(await open_staff_report(work, report), t)
            waiting = staff_screens.waiting_screen(await waiting_reports(work), t)
        assert len(listed.rows) == 2
        assert len(waiting.rows) == 2 - step
        assert max(len(unescape(screen.text)) for screen in (family, staff)) < 4096
        async with app.work(seven_b.teacher.address) as work:
            await answer_stands(work, report, "<" * 500)


READINGS: dict[str, Callable[[Work], Awaitable[object]]] = {
    "the family's list": lambda w: child_reports(w, 1),
    "a report at home": lambda w: open_report(w, 1),
    "the question about a mark": lambda w: mark_to_report(w, 1, 1),
    "the question about attendance": lambda w: attendance_to_report(w, 1, 2),
}
OF_STAFF: dict[str, Callable[[Work], Awaitable[object]]] = {
    "home": staff_desk,
    "what waits": waiting_reports,
    "a report at school": lambda w: open_staff_report(w, 1),
}


@pytest.mark.parametrize("name", [*READINGS, *OF_STAFF])
async def test_a_screen_takes_few_statements(
    app: App, case: Case, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession], name: str
) -> None:
    await case.say(seven_b.mother)
    await case.say_present(seven_b.mother)
    who, read = (seven_b.mother, READINGS[name]) if name in READINGS else (seven_b.deputy, OF_STAFF[name])
    async with app.work(who.address):
        pass

    with counted(sessions) as statements:
        async with app.work(who.address) as work:
            await read(work)

    assert len(statements) <= 4, statements


async def test_the_tick_takes_the_same_statements_for_one_report_and_for_several(
    app: App, case: Case, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    counts: list[int] = []
    for report in (case.say, case.say_present):
        await report(seven_b.mother)
        case.clock.set("09:00", days_after(4 + len(counts)))
        with counted(sessions) as statements:
            async with app.work() as work:
                await remind_of_reports(work)
        counts.append(len(statements))

    assert counts[0] <= 7
    assert counts[1] - counts[0] <= 2  # The second one's owner is reminded as well.


async def test_correcting_a_presence_that_nobody_reported_asks_nothing_more(
    case: Case, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    with counted(sessions) as statements:
        await case.stand(seven_b.teacher, Presence.LATE)

    assert not any("FROM error_report r JOIN" in statement for statement in statements)
