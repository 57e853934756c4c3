"""The settings of one installation: environment variables, or lines of `.env` in the working folder."""

import difflib
import re
import tempfile
from pathlib import Path
from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.terms import Door

PREFIX = "ZVONOK_"
ENV_FILE = ".env"
TOKEN = re.compile(r"[0-9]+:[^\s:]+")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
LISTEN = re.compile(r"[^\s:]+:[0-9]{1,5}")
LOCAL_HOSTS = ("localhost", "127.0.0.1")
T = TypeVar("T")


class SettingsWrong(Exception):
    """A setting is missing or wrong. `variable` is its name, `reason` the tail of the text `setting-<reason>`."""

    def __init__(self, variable: str, reason: str, **facts: str) -> None:
        super().__init__(f"{variable}: {reason}")
        self.variable = variable
        self.reason = reason
        self.facts = facts


def _token(value: SecretStr) -> SecretStr:
    return _fits(TOKEN.fullmatch(value.get_secret_value()), value, "token")


def _secret(value: SecretStr) -> SecretStr:
    return _fits(SECRET.fullmatch(value.get_secret_value()), value, "secret")


def _database(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    return _fits(re.fullmatch(r"postgres(ql)?(\+asyncpg)?", parts.scheme) and parts.path.strip("/"), value, "database")


def _proxy(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    return _fits(parts.scheme in {"http", "socks5"} and parts.hostname, value, "proxy")


def _address(value: str) -> str:
    parts = urlsplit(value)
    return _fits(parts.scheme in {"http", "https"} and parts.hostname, value, "address").rstrip("/")


def _webhook(value: str) -> str:
    parts = urlsplit(value)
    fits = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
    return _fits(fits and parts.hostname and not parts.query, value, "webhook").rstrip("/")


def _listen(value: str) -> str:
    return _fits(LISTEN.fullmatch(value) and int(value.rpartition(":")[2]) < 2**16, value, "listen")


def _log_format(value: object) -> object:
    return _fits(value in {"console", "json"}, value, "log-format")


def _fits(fits: object, value: T, reason: str) -> T:
    """The value, or the reason as an error; never the value in an error: it may be a token."""
    if not fits:
        raise ValueError(reason)
    return value


Token = Annotated[SecretStr, AfterValidator(_token)]


class Settings(BaseSettings):
    """One object for everything that differs between installations."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, env_file=ENV_FILE, extra="ignore", hide_input_in_errors=True
    )

    staff_token: Token | None = None
    family_token: Token | None = None
    telegram_api: Annotated[str, AfterValidator(_address)] = "https://api.telegram.org"
    proxy: Annotated[SecretStr, AfterValidator(_proxy)] | None = None
    database_url: Annotated[SecretStr, AfterValidator(_database)] | None = None
    data: Path = Path("data")
    webhook_url: Annotated[str, AfterValidator(_webhook)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] | None = None
    webhook_listen: Annotated[str, AfterValidator(_listen)] = "127.0.0.1:8080"
    log_format: Annotated[Literal["console", "json"], BeforeValidator(_log_format)] = "console"

    def token(self, door: Door) -> str:
        """The token of the bot at a door. Raises SettingsWrong when it is not set."""
        token = self.staff_token if door is Door.STAFF else self.family_token
        if token is None:
            raise SettingsWrong(f"{PREFIX}{door.upper()}_TOKEN", "missing")
        return token.get_secret_value()

    def require_tokens(self) -> None:
        """Raises SettingsWrong when one of the two tokens is not set."""
        for door in Door:
            self.token(door)

    def open_data(self) -> None:
        """Make the data folder. Raises SettingsWrong when nothing can be written there."""
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=self.data).close()
        except OSError as error:
            raise SettingsWrong(f"{PREFIX}DATA", "data", folder=str(self.data)) from error

    @property
    def secrets(self) -> list[str]:
        """Everything that may never be shown."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return [value.get_secret_value() for value in values if isinstance(value, SecretStr)]

    @property
    def listen(self) -> tuple[str, int]:
        """Host and port where webhooks are taken."""
        host, _, port = self.webhook_listen.rpartition(":")
        return host, int(port)


def load_settings(env_file: str | None = ENV_FILE) -> Settings:
    """The settings of the environment and of `env_file`. Raises SettingsWrong for the first wrong one."""
    if env_file is not None:
        _refuse_unknown(env_file)
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        raise _named(error) from None
    if settings.staff_token is not None and settings.staff_token == settings.family_token:
        raise SettingsWrong(f"{PREFIX}FAMILY_TOKEN", "same-token")
    if settings.webhook_url is not None and settings.webhook_secret is None:
        raise SettingsWrong(f"{PREFIX}WEBHOOK_SECRET", "secret-missing")
    return settings


def _refuse_unknown(env_file: str) -> None:
    """A misspelt name in the file would otherwise be silently without effect."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name in dotenv_values(env_file):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), known, n=1) or known
            raise SettingsWrong(name, "unknown", known=", ".join(near))


def _named(error: ValidationError) -> SettingsWrong:
    first = error.errors(include_input=False, include_url=False)[0]
    reason = first.get("ctx", {}).get("error", "unreadable")
    return SettingsWrong(PREFIX + str(first["loc"][0]).upper(), str(reason))
