"""Whatever can be asked for can be told to whoever decides."""

from dataclasses import fields
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from core.actions import Action
from core.requests import carriers
from core.requests.reading import SPOKEN
from core.requests.registry import CARRIERS, DOES
from locales import LANGUAGES, translator

RULES = ("roll", "class_leader_corrects", "homework", "oral_marks", "written_marks", "mark_correction")


def vocabularies(action: type[Action]) -> set[type[StrEnum]]:
    hints = get_type_hints(action)
    kinds = {kind for f in fields(action) for kind in (get_args(hints[f.name]) or (hints[f.name],))}  # type: ignore[arg-type]
    return {kind for kind in kinds if issubclass(kind, StrEnum)}


def test_every_area_is_known() -> None:
    areas = {carrier.__module__ for carrier in CARRIERS.values()}
    assert areas >= {f"core.{area}.carrying" for area in ("homework", "marks", "page", "plans", "roll")}
    assert carriers.__all__


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_entry_does_is_said_in_every_language(language: str) -> None:
    t = translator(language)
    said = {t.plain(f"request-does-{does}") for does in {*DOES.values(), *RULES, "not-in-russian"}}
    assert all(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_that_a_request_tells_are_said_in_every_language(language: str) -> None:
    t = translator(language)
    assert all(t.plain(f"entry-value-{word}") for vocabulary in SPOKEN for word in vocabulary)


@pytest.mark.parametrize("action", CARRIERS, ids=lambda action: action.__name__)
def test_the_choices_in_an_entry_are_told(action: type[Action]) -> None:
    assert vocabularies(action) <= set(SPOKEN)
