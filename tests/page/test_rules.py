"""What a page lacks, and whether an entry is in Russian."""

import pytest

from core.rules.filling import PageFilling, missing
from core.rules.russian import looks_russian
from core.terms import LessonKind

EMPTY = PageFilling(grade=7, roll_taken=False, topic="", kind=None, tasks="", ict=None, homework=False)
FULL = PageFilling(grade=7, roll_taken=True, topic="Дроби", kind=LessonKind.LESSON, tasks="№ 3", ict="", homework=True)
EVERYTHING = frozenset({"topic", "kind", "tasks", "ict"})


@pytest.mark.parametrize(
    ("page", "requires", "lacking"),
    [
        (EMPTY, frozenset(), ("roll", "topic", "homework")),
        (EMPTY, EVERYTHING, ("roll", "topic", "kind", "tasks", "ict", "homework")),
        (EMPTY, frozenset({"ict"}), ("roll", "topic", "ict", "homework")),
        (FULL, EVERYTHING, ()),
    ],
)
def test_a_page_lacks_what_the_regulation_asks_for(
    page: PageFilling, requires: frozenset[str], lacking: tuple[str, ...]
) -> None:
    assert missing(page, requires, homework_in_grade_1=False) == lacking


@pytest.mark.parametrize(("allowed", "lacking"), [(False, ("roll", "topic")), (True, ("roll", "topic", "homework"))])
def test_the_first_grade_needs_homework_only_where_it_may_have_any(allowed: bool, lacking: tuple[str, ...]) -> None:
    first = PageFilling(grade=1, roll_taken=False, topic="", kind=None, tasks="", ict=None, homework=False)

    assert missing(first, frozenset(), homework_in_grade_1=allowed) == lacking


@pytest.mark.parametrize(
    "entry",
    [
        "Линейные уравнения",
        "п.12 №3-5",
        "Present Simple: правило",
        "Past Perfect Continuous, упр. 5",
        "Unit 5, с. 34",
        "x² + 2xy = 0",
        "NaCl + H2SO4",
        "sin x, cos x",
        "№ 12–15",
        "",
    ],
)
def test_russian_numbers_and_formulas_are_russian_entries(entry: str) -> None:
    assert looks_russian(entry)


@pytest.mark.parametrize(
    "entry", ["Present Simple", "Quadratische Gleichungen", "Le passé composé", "日本", "PRESENT PERFECT"]
)
def test_a_foreign_language_only_is_no_russian_entry(entry: str) -> None:
    assert not looks_russian(entry)
