"""Settings come from the environment and from .env; a wrong one is named, never shown."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli, main
from app.settings import Settings, SettingsWrong, load_settings
from core.terms import Door
from locales import LANGUAGES, translator

SECRET = "abcdefghijklmnop-0123"


@pytest.fixture(autouse=True)
def _clean_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"ZVONOK_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_set_means_polling_the_real_telegram_over_the_embedded_database() -> None:
    settings = load_settings()
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.data == Path("data")
    assert (settings.database_url, settings.proxy, settings.webhook_url) == (None, None, None)
    assert settings.log_format == "console"


def test_settings_are_read_from_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ZVONOK_STAFF_TOKEN=1:staff\nPOSTGRES_PASSWORD=x\n")
    assert load_settings().token(Door.STAFF) == "1:staff"


def test_an_empty_value_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_DATABASE_URL", "")
    assert load_settings().database_url is None


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [
        ("STAFF_TOKEN", "not-a-token", "token"),
        ("FAMILY_TOKEN", "12345", "token"),
        ("TELEGRAM_API", "api.telegram.org", "address"),
        ("PROXY", "ftp://proxy:21", "proxy"),
        ("DATABASE_URL", "sqlite:///school.db", "database"),
        ("DATABASE_URL", "postgresql://host", "database"),
        ("WEBHOOK_URL", "http://school.example/hook", "webhook"),
        ("WEBHOOK_SECRET", "short", "secret"),
        ("WEBHOOK_LISTEN", "8080", "listen"),
        ("WEBHOOK_LISTEN", "0.0.0.0:99999", "listen"),
        ("LOG_FORMAT", "xml", "log-format"),
    ],
)
def test_a_wrong_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(f"ZVONOK_{variable}", value)
    with pytest.raises(SettingsWrong) as refusal:
        load_settings()
    assert (refusal.value.variable, refusal.value.reason) == (f"ZVONOK_{variable}", reason)
    assert value not in str(refusal.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("STAFF_TOKEN", "1:a"),
        ("TELEGRAM_API", "http://localhost:8081/"),
        ("PROXY", "socks5://user:word@proxy:1080"),
        ("DATABASE_URL", "postgres://user:word@host:5432/zvonok"),
        ("DATABASE_URL", "postgresql:///zvonok?host=/run/postgresql"),
        ("LOG_FORMAT", "json"),
    ],
)
def test_a_right_value_is_taken(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(f"ZVONOK_{variable}", value)
    assert getattr(load_settings(), variable.lower()) is not None


def test_the_two_bots_must_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_STAFF_TOKEN", "1:same")
    monkeypatch.setenv("ZVONOK_FAMILY_TOKEN", "1:same")
    with pytest.raises(SettingsWrong, match="FAMILY_TOKEN: same-token"):
        load_settings()


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_WEBHOOK_URL", "https://school.example/zvonok")
    with pytest.raises(SettingsWrong, match="WEBHOOK_SECRET: secret-missing"):
        load_settings()


def test_a_webhook_at_home_may_be_plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_WEBHOOK_URL", "http://localhost:9000/zvonok/")
    monkeypatch.setenv("ZVONOK_WEBHOOK_SECRET", SECRET)
    assert load_settings().webhook_url == "http://localhost:9000/zvonok"


def test_a_misspelt_name_in_the_env_file_is_told_with_the_right_one(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ZVONOK_STAF_TOKEN=1:a\n")
    with pytest.raises(SettingsWrong) as refusal:
        load_settings()
    assert refusal.value.facts == {"known": "ZVONOK_STAFF_TOKEN"}


def test_a_data_folder_that_cannot_be_made_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsWrong, match="ZVONOK_DATA: data"):
        Settings(_env_file=None, data=tmp_path / "file" / "data").open_data()


def test_a_token_is_not_shown_by_the_settings_object(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_STAFF_TOKEN", "1:very-secret")
    assert "very-secret" not in repr(load_settings())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "reason",
    [
        *("missing", "token", "same-token", "secret", "secret-missing", "database", "proxy", "address"),
        *("webhook", "listen", "log-format", "data", "unreadable", "unknown"),
    ],
)
def test_every_refusal_has_its_line(language: str, reason: str) -> None:
    line = translator(language).plain(f"setting-{reason}", variable="ZVONOK_X", known="ZVONOK_Y", folder="x")
    assert "ZVONOK_X" in line
    assert "\n" not in line


def test_run_without_tokens_says_which_is_missing_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["zvonok", "run"])
    with pytest.raises(SystemExit) as leaving:
        main()
    shown = capsys.readouterr().err
    assert leaving.value.code == 2
    assert shown.startswith("ZVONOK_STAFF_TOKEN")
    assert len(shown.splitlines()) == 1


def test_a_wrong_setting_stops_any_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_LOG_FORMAT", "xml")
    result = CliRunner().invoke(cli, ["check"])
    assert isinstance(result.exception, SettingsWrong)
