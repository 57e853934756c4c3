"""Every screen of the family bot, from the smallest to absurdly large facts, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html import unescape

import pytest

from bots.family.screens import absence, day, home, notice_settings, notices, settings
from core.access.consent_people import ConsentPerson
from core.access.holders import Holder, HolderKind
from core.actions import parse
from core.diary.day import DiaryDay, FamilyHome, Free, KnownAbsence
from core.diary.day_rows import DiaryLesson
from core.notice_choices import NoticeChoices
from core.notices.cards import NoticeCard, NoticeList
from core.notices.papers import LoosePaper
from core.preferences import FamilyPreferences
from core.roll.answers import CaseAnswered
from core.rules.dates import DateRange
from core.terms import AbsenceReason, MarkNotices, Presence, Statement
from locales import LANGUAGES, Screen, Translator, translator
from notifications.rendering import render
from tests.support.clock import MONDAY, MOSCOW

NAMES = ("Пётр", "<b>&amp;", "מִיכָאֵל\u200f", "👨‍👩‍👧 Ян", "Я" * 64)
NOW = datetime.combine(MONDAY, time(9, 0), MOSCOW)
LESSON = DiaryLesson(
    id=2**31 - 1,
    on_date=MONDAY,
    lesson_no=1,
    origin_date=MONDAY,
    origin_no=1,
    starts_at=NOW,
    ends_at=NOW + timedelta(minutes=45),
    subject="Алгебра",
    teacher="Петрова А. И.",
    room="12",
    planned_room="12",
    cancelled=False,
    substituted=False,
    presence=None,
    minutes=None,
    reason=None,
    statement=None,
)
DAY = DiaryDay(
    pupil_id=2**31 - 1,
    surname="Иванов",
    given_name="Пётр",
    class_name="7Б",
    day=MONDAY,
    now=NOW,
    days_in_week=6,
    lessons=(LESSON,),
    away=(),
    free=None,
    holiday="",
    year=(date(2026, 9, 1), date(2027, 5, 26)),
    known=None,
    may_write=True,
    several=False,
)
CARD = NoticeCard(
    id=2**31 - 1,
    pupil_id=2**31 - 1,
    surname="Иванов",
    given_name="Пётр",
    class_id=1,
    class_name="7Б",
    starts=MONDAY,
    ends=MONDAY,
    reason=AbsenceReason.ILLNESS,
    note="",
    pages=0,
    author="Мария Петровна",
    mine=True,
    by_school=False,
    withdrawn=False,
    over=False,
    may_write=True,
    rev=2**31 - 1,
)
CASE = CaseAnswered(
    case_id=2**31 - 1,
    pupil_id=2**31 - 1,
    pupil="Иванов Пётр",
    day=MONDAY,
    lesson_no=2,
    subject="Алгебра",
    starts="09:25",
    ends="10:10",
    statement=Statement.ILL,
    closed=False,
)


def days(name: str) -> Iterator[DiaryDay]:
    named = replace(DAY, given_name=name, surname=name)
    yield named
    for free in Free:
        yield replace(named, lessons=(), free=free, holiday=name, several=True, may_write=False)
    for presence in Presence:
        for reason in (None, *AbsenceReason):
            lesson = replace(LESSON, presence=presence, reason=reason, minutes=5)
            yield replace(named, lessons=(lesson,), day=MONDAY + timedelta(days=1))
    for statement in Statement:
        yield replace(named, lessons=(replace(LESSON, presence=Presence.ABSENT, statement=statement),))
    full = replace(
        LESSON,
        subject=name * 2,
        teacher=name * 3,
        room="9" * 32,
        planned_room="8" * 32,
        substituted=True,
        origin_no=5,
        presence=Presence.ABSENT,
        reason=AbsenceReason.UNEXCUSED,
    )
    known = KnownAbsence(AbsenceReason.EXCUSED, MONDAY, None)
    yield replace(named, lessons=(full,) * 14, away=(full,) * 3, known=known)
    yield replace(named, lessons=(replace(LESSON, cancelled=True, room=""),))


def cards(name: str) -> Iterator[NoticeCard]:
    named = replace(CARD, given_name=name, surname=name, author=name * 3, note="&" * 500, pages=10)
    for reason in AbsenceReason:
        for ends in (None, MONDAY, MONDAY + timedelta(days=59)):
            yield replace(named, reason=reason, ends=ends)
    yield replace(named, mine=False, by_school=True, may_write=False)
    yield replace(named, over=True, mine=False)
    yield replace(named, withdrawn=True)


def screens(name: str, t: Translator) -> Iterator[Screen]:
    for each in days(name):
        yield day.day_screen(each, t)
        yield home.home_screen(FamilyHome((each,) * 6, 2), t)
    for card in cards(name):
        absences = NoticeList(CARD.pupil_id, name, name, MONDAY, (card,) * 20, may_write=True)
        yield notices.list_screen(absences, t)
        yield notices.list_screen(replace(absences, notices=(), may_write=False), t)
        yield notices.dates_screen(absences, t)
        yield notices.card_screen(card, t, loose=2**31 - 1).under(t("notice-overlaps"))
        yield notices.new_reason_screen(card, t)
        yield notices.withdraw_screen(card, t)
        yield notices.loose_screen(LoosePaper(2**31 - 1, False, (card,) * 20, ((CARD.pupil_id, name),) * 3), t)
    yield notices.reason_screen(CARD.pupil_id, name, DateRange(MONDAY, MONDAY + timedelta(days=59)), t)
    for statement in (None, *Statement):
        yield absence.answered_screen(replace(CASE, statement=statement, pupil=name), t)
    yield absence.answered_screen(replace(CASE, closed=True), t)
    yield absence.change_screen(CASE, t)
    person = ConsentPerson(Holder(HolderKind.GUARDIAN, 1), name * 3, (name * 2,) * 9, (1,), True, True, None)
    chosen = FamilyPreferences("ru", time(22), time(7), (person,) * 20, 2**31 - 1)
    for preferences in (chosen, replace(chosen, quiet_from=None, quiet_to=None)):
        yield settings.settings_screen(preferences, t)
    notices_on = NoticeChoices(MarkNotices.AT_ONCE, time(19), True, True, True, time(22), time(7), True)
    notices_off = NoticeChoices(MarkNotices.EVENING, None, False, False, False, None, None, False)
    for choices in (notices_on, notices_off):
        yield notice_settings.choices_screen(choices, t)
        yield notice_settings.marks_screen(choices, t)
        yield notice_settings.evening_screen(choices, t)
        yield notice_settings.quiet_screen(choices, t)
    yield settings.disconnect_screen(chosen, t)
    yield settings.disconnected_screen(t)
    yield settings.language_screen(t, connected=False)


def pushes(name: str, t: Translator) -> Iterator[Screen]:
    facts = {
        "notice": 1,
        "pupil_id": 1,
        "pupil": name,
        "class": "7Б",
        "class_id": 1,
        "starts": "2026-11-23",
        "reason": "illness",
        "note": "<" * 500,
        "author": name,
    }
    for change in ("given", "changed", "withdrawn", "paper"):
        for ends, pages in (("", 0), ("2026-11-23", 1), ("2026-11-27", 3)):
            yield render("absence_notice", {**facts, "change": change, "ends": ends, "pages": pages}, t)


def shown(text: str) -> str:
    """The text as Telegram counts it."""
    return unescape(re.sub(r"</?[a-z]+>", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES, ids=["plain", "markup", "rtl", "emoji", "long"])
def test_every_screen_fits_a_phone_and_telegram(language: str, name: str) -> None:
    t = translator(language)
    for screen in (*screens(name, t), *pushes(name, t)):
        assert 0 < len(shown(screen.text)) <= 4096
        buttons = [b for row in screen.rows for b in row]
        assert all(0 < len(b.label) <= 60 for b in buttons), [b.label for b in buttons]
        assert all(parse(b.data).pack() == b.data for b in buttons)
        assert all(len(row) <= 8 for row in screen.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_in_a_name_shows_as_typed(language: str) -> None:
    screen = day.day_screen(replace(DAY, given_name="<b>&amp;", surname="O'Neil"), translator(language))

    assert "&lt;b&gt;&amp;amp; O'Neil" in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_disconnected_have_nowhere_to_go(language: str) -> None:
    t = translator(language)
    ways = {t.plain("home"), t.plain("back"), t.plain("family-settings"), t.plain("diary-open")}
    dead_ends = [s.text for s in screens("Пётр", t) if not ways & {b.label for row in s.rows for b in row}]

    assert dead_ends == [t("settings-disconnected"), t("settings-language-title")]


def test_a_day_reads_well_in_russian() -> None:
    late = replace(LESSON, presence=Presence.LATE, minutes=5)
    other_room = replace(LESSON, lesson_no=2, origin_no=2, room="31", substituted=True)

    text = day.day_screen(replace(DAY, lessons=(late, other_room)), translator("ru")).text

    assert text == (
        "<b>Пётр Иванов, 7Б</b>\n23 ноября, понедельник · сегодня\n\n"
        "<b>1.</b> 09:00–09:45 <b>Алгебра</b>\nкаб. 12 · Петрова А. И.\n⏱ опоздание, 5 мин\n\n"
        "<b>2.</b> 09:00–09:45 <b>Алгебра</b>\nкаб. 31 вместо 12 · Петрова А. И. · замена"
    )


@pytest.mark.parametrize(
    ("room", "shown"), [("12", "\nкаб. 12 ·"), ("31а", "\nкаб. 31а ·"), ("Спортзал", "\nСпортзал ·")]
)
def test_only_a_number_is_called_a_room(room: str, shown: str) -> None:
    there = replace(LESSON, room=room, planned_room=room)

    assert shown in day.day_screen(replace(DAY, lessons=(there,)), translator("ru")).text
