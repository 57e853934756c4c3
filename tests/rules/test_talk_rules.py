"""When words arrive, which of them are forbidden, and which files may go with them."""

from datetime import date, datetime, time

import pytest

from core.rules.expansion import Span
from core.rules.file_kinds import may_be_sent
from core.rules.stop_words import found, is_stop_word, listed
from core.rules.working_days import WorkingDays
from core.rules.working_hours import awake_at, not_later, staff_reads_at
from tests.support.clock import MOSCOW

HOURS = (time(8), time(18))
NO_QUIET = (None, None)
HOLIDAY = Span(date(2026, 11, 26), date(2026, 11, 27))
SIX_DAYS, FIVE_DAYS = WorkingDays(6, (HOLIDAY,)), WorkingDays(5, (HOLIDAY,))


def at(text: str) -> datetime:
    """`23 20:15` as a moment of November 2026; the 23rd is a Monday."""
    day, wall = text.split()
    return datetime.combine(date(2026, 11, int(day)), time.fromisoformat(wall), MOSCOW)


@pytest.mark.parametrize(
    ("written", "days", "quiet", "arrives"),
    [
        ("23 12:00", SIX_DAYS, NO_QUIET, "23 12:00"),
        ("23 07:10", SIX_DAYS, NO_QUIET, "23 08:00"),
        ("23 17:59", SIX_DAYS, NO_QUIET, "23 17:59"),
        ("23 18:00", SIX_DAYS, NO_QUIET, "24 08:00"),
        ("21 18:30", SIX_DAYS, NO_QUIET, "23 08:00"),
        ("20 18:30", SIX_DAYS, NO_QUIET, "21 08:00"),
        ("20 18:30", FIVE_DAYS, NO_QUIET, "23 08:00"),
        ("22 12:00", SIX_DAYS, NO_QUIET, "23 08:00"),
        ("25 19:00", SIX_DAYS, NO_QUIET, "28 08:00"),
        ("23 20:00", SIX_DAYS, (time(21), time(9)), "24 09:00"),
        ("23 13:00", SIX_DAYS, (time(12), time(14)), "23 14:00"),
        ("23 17:00", SIX_DAYS, (time(16), time(20)), "24 08:00"),
        ("23 12:00", SIX_DAYS, (time(7), time(19)), "23 19:00"),
    ],
)
def test_a_word_of_a_family_waits_for_working_hours_and_for_quiet_ones_to_end(
    written: str, days: WorkingDays, quiet: tuple[time | None, time | None], arrives: str
) -> None:
    assert staff_reads_at(at(written), HOURS, days, 7, quiet) == at(arrives)


def test_holidays_of_other_grades_let_a_word_through() -> None:
    days = WorkingDays(6, (Span(date(2026, 11, 23), date(2026, 11, 29), 1, 1),))

    assert staff_reads_at(at("23 12:00"), HOURS, days, 7, NO_QUIET) == at("23 12:00")
    assert staff_reads_at(at("23 12:00"), HOURS, days, 1, NO_QUIET) == at("30 08:00")


@pytest.mark.parametrize(
    ("written", "quiet", "arrives"),
    [
        ("23 12:00", NO_QUIET, "23 12:00"),
        ("23 22:30", NO_QUIET, "24 07:00"),
        ("24 03:00", NO_QUIET, "24 07:00"),
        ("23 20:00", (time(19), time(8)), "24 08:00"),
        ("23 12:00", (time(10), time(23)), "24 07:00"),
    ],
)
def test_nobody_is_written_to_at_night_nor_in_quiet_hours(
    written: str, quiet: tuple[time | None, time | None], arrives: str
) -> None:
    assert awake_at(at(written), quiet) == at(arrives)


def test_less_than_a_minute_is_at_once() -> None:
    assert not_later(at("23 12:00"), at("23 12:00")) is None
    assert not_later(at("23 12:01"), at("23 12:00")) == at("23 12:01")


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        ("Добрый день!", None),
        ("Он ДУРАК.", "дурак"),
        ("с этими дураками", "дураками"),
        ("подурачились", None),
        ("дуракаваляние", None),
        ("вот ду\xadрак", "дурак"),
        ("Ёлки-палки", "елки"),
        ("сволочи!", "сволочи"),
        ("идиотский", "идиотский"),
    ],
)
def test_a_forbidden_word_is_known_in_its_forms(words: str, forbidden: str | None) -> None:
    assert found(words, ["дурак", "елка", "сволочь", "идиот*"]) == forbidden


def test_a_list_of_words_is_read_as_it_is_typed() -> None:
    assert listed("Дурак, идиот*\nёлка дурак") == ["дурак", "идиот*", "елка"]
    assert [is_stop_word(word) for word in ("дурак", "идиот*", "а", "*", "две-части", "x" * 41)] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("name", "mime", "head", "allowed"),
    [
        ("Справка.PDF", "application/pdf", b"%PDF", True),
        ("12.jpg", "image/jpeg", b"\xff\xd8", True),
        ("голос.ogg", "audio/ogg", b"OggS", True),
        ("архив.zip", "application/zip", b"PK\x03\x04", True),
        ("запись", "video/mp4", b"\x00\x00", True),
        ("игра.exe", "application/octet-stream", b"MZ\x90\x00", False),
        ("игра.pdf", "application/pdf", b"MZ\x90\x00", False),
        ("скрипт.sh", "text/plain", b"echo", False),
        ("скрипт.txt", "text/plain", b"#!/b", False),
        ("приложение.apk", "application/zip", b"PK\x03\x04", False),
        ("без_имени", "application/octet-stream", b"\x00\x01", False),
    ],
)
def test_programs_are_no_files_to_send(name: str, mime: str, head: bytes, *, allowed: bool) -> None:
    assert may_be_sent(name, mime, head) is allowed
