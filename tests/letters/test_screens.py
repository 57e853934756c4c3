"""Messages, screens and paper from sample facts: what they say, and that Telegram and a sheet of A4 hold them."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from bots.staff.screens.letters import letters_screen, offer_screen, pick_screen
from bots.staff.screens.letters_print import jobs_screen
from bots.staff.screens.letters_short import short_file, short_parts, short_screen
from core.letters.choosing import Choice, Offer, Outcome
from core.letters.facts import (
    Letter,
    LetterAbsences,
    LetterHead,
    LetterPupil,
    LetterRemark,
    LetterSpan,
    LetterSubject,
)
from core.letters.printing import JobLine, JobList
from core.letters.sending import letter_facts
from core.letters.short import ShortLetters
from core.letters.short_text import PART_CHARS, abbreviations, units
from core.outbox import Kind
from core.terms import MarkValue, RemarkTone
from documents.guardian_letter import letters_name, letters_pdf
from locales import Screen
from locales.translator import translator
from notifications.rendering import render
from tests.support.clock import MONDAY, MOSCOW

RU = translator("ru")
SPAN = LetterSpan(2, "2 четверть", date(2026, 11, 2), date(2026, 12, 30))
SUBJECTS = (
    "Алгебра",
    "Английский язык",
    "Физика",
    "Физическая культура",
    "Основы безопасности и защиты Родины",
    "Вероятность и статистика",
    *(f"Предмет по выбору участников отношений {number}" for number in range(18)),
)


def subject(name: str, average: str | None = "4.25", final: MarkValue | None = None, **more: int) -> LetterSubject:
    facts = {"passed": 0, "failed": 0, "owed": 0, **more}
    return LetterSubject(
        name=name,
        counts=(2, 3, 1, 0, 0) if average else (0, 0, 0, 0, 0),
        average=Decimal(average) if average else None,
        final=final,
        **facts,
    )


def letter(
    *subjects: LetterSubject,
    pupil: LetterPupil | None = None,
    absences: LetterAbsences | None = None,
    remarks: tuple[LetterRemark, ...] = (),
) -> Letter:
    counts = [sum(s.counts[place] for s in subjects) for place in range(5)]
    total = LetterSubject("", (*counts,), 0, 0, sum(s.owed for s in subjects), Decimal("4.25"), None)  # type: ignore[arg-type]
    who = pupil or LetterPupil(1, "Иванов Пётр", "Иванов", "Пётр")
    return Letter(who, subjects, total, None, absences or LetterAbsences(), remarks)


def head_of(*letters: Letter) -> LetterHead:
    pupils = tuple(one.pupil for one in letters)
    return LetterHead(
        "Школа № 1", 7, "7Б", "Петрова А. И.", "2026/2027", 1, SPAN, (SPAN,), pupils, unmarked=False, today=MONDAY
    )


def short(*letters: Letter) -> ShortLetters:
    names = abbreviations(s.name for one in letters for s in one.subjects)
    return ShortLetters(head_of(*letters), True, letters, names)


def big_class() -> list[Letter]:
    return [
        letter(
            *(subject(name, owed=1) for name in SUBJECTS),
            pupil=LetterPupil(
                number, f"Константинопольский-Задунайский {number}", "Константинопольский-Задунайский", "Пётр"
            ),
            absences=LetterAbsences(10, 20, 30, 40, 50),
            remarks=tuple(
                LetterRemark(MONDAY, "Алгебра", RemarkTone.BLAME, "<b>Разговаривал</b> & мешал " * 40) for _ in range(9)
            ),
        )
        for number in range(1, 37)
    ]


def fits(screen: Screen) -> bool:
    buttons = [button for row in screen.rows for button in row]
    return (
        len(screen.text) <= 4096
        and len(buttons) <= 100
        and all(len(button.data.encode()) <= 64 and len(button.copy) <= 256 for button in buttons)
    )


def test_an_sms_says_averages_absences_and_works_owed() -> None:
    one = letter(
        subject("Алгебра", "4.5"),
        subject("Русский язык", "3.24", owed=2),
        absences=LetterAbsences(illness=2, excused=1, unexcused=2, late=1),
    )
    assert short_parts(short(one), one, RU) == (
        "1/2 Иванов П. 7Б 2 ч.: ср алг 4,5; рус 3,2; долг 2; пропуск 5 (ув 3)",
        "2/2 опозд 1",
    )


def test_the_parts_of_a_pupil_stand_in_a_row_and_begin_with_their_number() -> None:
    missed = LetterAbsences(illness=2, excused=1, unexcused=2, late=1)
    told = letter(subject("Алгебра", "4.5"), subject("Русский язык", "3.24", owed=2), absences=missed)
    quiet = letter(subject("Алгебра", "4.5"))

    rows = short_screen(replace(short(told), letters=(told, quiet)), 0, RU).rows

    assert [button.label for button in rows[0]] == ["1/2 Иванов Пётр", "2/2 Иванов Пётр"]
    assert [button.label for button in rows[1]] == ["Иванов Пётр"]


def test_an_sms_says_the_marks_for_the_period_where_they_are_set() -> None:
    one = letter(
        subject("Алгебра", "4.5", MarkValue.FIVE), subject("Физика", "3.2"), subject("Химия", "4", MarkValue.FOUR)
    )
    assert short_parts(short(one), one, RU) == ("Иванов П. 7Б 2 ч.: ср физ 3,2; итог алг 5; хим 4; без пропусков",)


def test_an_sms_of_a_subject_by_pass() -> None:
    one = letter(subject("Музыка", None, passed=2), subject("Труд", None, passed=1, failed=1))
    assert short_parts(short(one), one, RU) == ("Иванов П. 7Б 2 ч.: ср муз зч; труд нз; без пропусков",)


def test_without_marks_and_absences_an_sms_says_so() -> None:
    one = letter(subject("Музыка", None))
    assert short_parts(short(one), one, RU) == ("Иванов П. 7Б 2 ч.: отметок нет; без пропусков",)


def test_every_part_of_a_big_class_fits_an_sms_and_a_button() -> None:
    found = short(*big_class())
    assert all(units(part) <= PART_CHARS for one in found.letters for part in short_parts(found, one, RU))
    assert fits(short_screen(found, 0, RU))
    assert fits(short_screen(found, 30, translator("en")))


def test_a_text_file_holds_everybody() -> None:
    found = short(*big_class())
    content, name = short_file(found, RU)
    assert name == "SMS 7Б 2 четверть.txt"
    assert content.decode("utf-8-sig").count("1/") >= 36


def test_the_screens_of_a_big_class_fit_telegram() -> None:
    head = head_of(*big_class())
    pupils = tuple(replace(pupil, sent=5, sent_at=datetime(2026, 11, 23, 9, tzinfo=MOSCOW)) for pupil in head.pupils)
    choice = Choice(replace(head, pupils=pupils), pupils)
    found = Offer(choice, {pupil.id: () for pupil in pupils[:18]})
    screens = [letters_screen(found, RU), pick_screen(choice, RU), offer_screen(found, RU)]
    assert [fits(screen) for screen in screens] == [True, True, True]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_words(outcome: Outcome, language: str) -> None:
    head = head_of(letter(subject("Алгебра")))
    found = Offer(Choice(head, head.pupils), {}, outcome, administrators=False)
    assert fits(offer_screen(found, translator(language)))


def test_the_jobs_that_wait_are_numbered() -> None:
    at = datetime(2026, 11, 23, 9, 10, tzinfo=MOSCOW)
    job = JobLine(3, 7, "7Б", 2, "2 четверть", 8, "Петрова А. И.", at)
    screen = jobs_screen(JobList((job, replace(job, id=4, period="")), 25), RU)
    assert "1. 7Б, письма, 2 четверть: 8 шт. Петрова А. И., 23 ноября в 09:10" in screen.text.replace(
        "<b>", ""
    ).replace("</b>", "")
    assert "2. <b>7Б</b>, письма, учебный год: 8 шт." in screen.text
    assert "…и ещё 23." in screen.text


def test_the_letter_s_message_holds_a_year_of_subjects_and_shows_data_as_typed() -> None:
    one = big_class()[0]
    screen = render(Kind.GUARDIAN_LETTER, letter_facts(head_of(one), one), RU)
    assert fits(screen)
    assert "<b>Разговаривал" not in screen.text


def test_the_letter_s_message_of_a_first_grade() -> None:
    one = letter()
    facts = letter_facts(replace(head_of(one), unmarked=True), replace(one, total=replace(one.total, average=None)))
    screen = render(Kind.GUARDIAN_LETTER, facts, RU)
    assert "В 1 классе отметки не ставятся." in screen.text
    assert "Пропусков уроков нет. Опозданий нет." in screen.text


def test_the_paper_of_a_class_is_two_letters_a_page() -> None:
    letters = big_class()
    pdf = letters_pdf(head_of(*letters), letters, RU)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 18


def test_a_file_name_holds_no_sign_that_systems_refuse() -> None:
    head = replace(head_of(letter()), class_name="10/1")
    assert letters_name(head, RU) == "Письма 10-1 2 четверть.pdf"
