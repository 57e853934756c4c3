"""The guide to the school's own file says what the loader reads."""

import re
from pathlib import Path

import pytest

from regulations import RULES, Regulation, parse

GUIDE = (Path(__file__).parents[2] / "docs" / "regulation-file.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("body", EXAMPLES)
def test_every_example_is_a_regulation(body: str) -> None:
    assert isinstance(parse(body, "guide"), Regulation)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_told_of(rule: str) -> None:
    assert f"`{rule}`" in GUIDE or f"`[{rule}]`" in GUIDE


def test_the_windows_of_the_first_example_are_read_as_it_says() -> None:
    told = parse(EXAMPLES[0], "guide")

    assert told.written_marks.of_subject("Литература").working_days == 10
    assert told.homework.after_class == 60
    assert told.own("page_requires")
    assert not told.own("entries_in_russian")
