"""Logs tell what happened and where, by ids: no names, no texts, no tokens."""

import asyncio
import json
import logging
import warnings
from collections.abc import Iterator
from io import StringIO

import asyncpg
import pytest
import structlog

from app.logs import configure_logs

TOKEN = "123456789:AAE-this_is_a_bot_token_0123456789abc"
NAME = "Иванов Пётр"


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What went to the log as JSON lines."""
    stream = StringIO()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        configure_logs("json", stream)
        yield stream
        logging.captureWarnings(capture=False)


def last(written: StringIO) -> dict[str, object]:
    line: dict[str, object] = json.loads(written.getvalue().splitlines()[-1])
    return line


def fail(text: str, cause: Exception | None = None) -> None:
    raise ValueError(text) from cause


def test_an_event_keeps_its_ids(written: StringIO) -> None:
    structlog.get_logger().info("roll_taken", lesson=5)
    assert last(written)["event"] == "roll_taken"
    assert last(written)["lesson"] == 5


def test_an_exception_is_told_by_type_and_place_without_its_message(written: StringIO) -> None:
    try:
        fail(NAME)
    except ValueError:
        structlog.get_logger().exception("handler_failed")
    assert last(written)["error"] == "ValueError"
    assert "test_logs.py" in str(last(written)["frames"])
    assert NAME not in written.getvalue()


def test_a_refusal_of_the_database_is_told_by_its_codes(written: StringIO) -> None:
    error = asyncpg.UniqueViolationError(f"Key (surname)=({NAME}) already exists")
    error.sqlstate, error.constraint_name = "23505", "uq_staff_number"
    try:
        fail(NAME, error)
    except ValueError:
        structlog.get_logger().exception("handler_failed")
    assert last(written)["constraint_name"] == "uq_staff_number"
    assert last(written)["causes"] == ["UniqueViolationError"]
    assert NAME not in written.getvalue()


def test_a_library_s_record_is_its_template_and_numbers(written: StringIO) -> None:
    logging.getLogger("aiogram.event").error("Cause exception by bot id=%d\n%s", 7, NAME)
    assert last(written)["event"] == "Cause exception by bot id=%d"
    assert last(written)["numbers"] == [7]
    assert NAME not in written.getvalue()


def test_a_token_in_an_address_is_hidden(written: StringIO) -> None:
    logging.getLogger("some.library").warning(f"POST https://api.telegram.org/bot{TOKEN}/getMe")
    structlog.get_logger().info("asked", address=f"https://api/bot{TOKEN}/getMe", more=[TOKEN])
    assert TOKEN not in written.getvalue()
    assert "/bot***/getMe" in written.getvalue()


def test_a_known_secret_is_hidden_whatever_it_looks_like() -> None:
    stream = StringIO()
    configure_logs("json", stream, secrets=["tiny"])
    structlog.get_logger().info("asked", value={"word": ["so tiny a word"]})
    assert "tiny" not in stream.getvalue()


def test_a_password_in_an_address_is_hidden(written: StringIO) -> None:
    structlog.get_logger().info("connecting", url="postgresql://zvonok:word@host/zvonok")
    assert "word" not in written.getvalue()


def test_libraries_that_log_addresses_of_every_request_are_quiet(written: StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://api/bot%s/getMe", TOKEN)
    assert written.getvalue() == ""


def test_a_page_in_place_of_an_answer_is_no_error_of_ours(written: StringIO) -> None:
    logging.getLogger("telegram.request.BaseRequest").error('Can not load invalid JSON data: "%s"', "<html>")
    assert written.getvalue() == ""


def test_a_warning_is_cut_to_its_first_line(written: StringIO) -> None:
    warnings.warn(f"unknown update\n{NAME}", RuntimeWarning, stacklevel=1)
    assert "unknown update" in str(last(written)["event"])
    assert NAME not in written.getvalue()


async def test_an_error_nobody_waited_for_is_told_without_its_message(written: StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "Task exception was never retrieved", "exception": ValueError(NAME)})
    assert last(written)["error"] == "ValueError"
    assert NAME not in written.getvalue()


def test_the_console_format_hides_as_much(written: StringIO) -> None:
    stream = StringIO()
    configure_logs("console", stream)
    try:
        fail(NAME)
    except ValueError:
        structlog.get_logger().exception("handler_failed", token=TOKEN)
    assert "handler_failed" in stream.getvalue()
    assert NAME not in stream.getvalue()
    assert TOKEN not in stream.getvalue()
