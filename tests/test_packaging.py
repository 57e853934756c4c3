"""What a newcomer and a server start from: the pinned lists, the image, the compose file."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import PREFIX, Settings
from tests.test_floors import FLOORS

HOUSE = Path(__file__).parent.parent
PIN = re.compile(r"^([a-z0-9.\-\[\]]+==[^ \\]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((HOUSE / "docker-compose.yml").read_text())
    return parsed


def read(name: str) -> str:
    return (HOUSE / name).read_text()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-run.lock"])
def test_everything_is_pinned_with_hashes_and_without_addresses(name: str) -> None:
    pins = PIN.findall(read(name))
    assert len(pins) > 30
    assert read(name).count("\n    --hash=sha256:") >= len(pins)
    assert "://" not in read(name)
    assert "--index" not in read(name)


def test_the_image_holds_what_was_tested() -> None:
    assert set(PIN.findall(read("requirements-run.lock"))) <= set(PIN.findall(read("requirements.lock")))


def test_the_image_holds_every_room() -> None:
    assert {f"COPY {room} {room}" for room in FLOORS} <= set(read("Dockerfile").splitlines())
    assert {f"!{room}" for room in FLOORS} <= set(read(".dockerignore").splitlines())


def test_both_services_are_watched_and_restarted(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {"app", "database"}
    for service in compose["services"].values():
        assert service["healthcheck"]["test"]
        assert service["restart"] == "unless-stopped"


def test_the_app_waits_for_a_postgres_18_that_answers(compose: dict[str, Any]) -> None:
    assert compose["services"]["database"]["image"] == "postgres:18"
    assert compose["services"]["app"]["depends_on"]["database"]["condition"] == "service_healthy"


def test_the_data_outlives_the_containers(compose: dict[str, Any]) -> None:
    used = [volume.partition(":")[0] for s in compose["services"].values() for volume in s["volumes"]]
    assert sorted(used) == sorted(compose["volumes"])


def test_the_compose_file_knows_every_setting_and_no_other(compose: dict[str, Any]) -> None:
    named = {name for name in compose["services"]["app"]["environment"] if name.startswith(PREFIX)}
    assert named == {PREFIX + name.upper() for name in Settings.model_fields}
