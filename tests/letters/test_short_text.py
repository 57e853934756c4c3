"""Abbreviating subjects and packing an SMS: pure rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.short_text import PART_CHARS, abbreviations, parts, units


@pytest.mark.parametrize(
    ("subjects", "short"),
    [
        (["Алгебра", "Русский язык"], {"Алгебра": "алг", "Русский язык": "рус"}),
        (["Физика", "Физическая культура"], {"Физика": "физ", "Физическая культура": "физк"}),
        (["История", "История России"], {"История": "ист", "История России": "истр"}),
        (["Русский язык", "Русская литература"], {"Русский язык": "руся", "Русская литература": "русл"}),
        (["ОБЖ", "Труд"], {"ОБЖ": "обж", "Труд": "труд"}),
        (["Основы безопасности и защиты Родины"], {"Основы безопасности и защиты Родины": "обзр"}),
        (["Вероятность и статистика"], {"Вероятность и статистика": "вер"}),
        (["Математика", "Матрицы"], {"Математика": "мате", "Матрицы": "матр"}),
        (
            ["Иностранный язык (английский)", "Иностранный язык (немецкий)"],
            {"Иностранный язык (английский)": "инояа", "Иностранный язык (немецкий)": "иноян"},
        ),
        (["Химия", "Химия."], {"Химия": "химия1", "Химия.": "химия2"}),
    ],
)
def test_subjects_get_short_names_told_apart(subjects: list[str], short: dict[str, str]) -> None:
    assert abbreviations(subjects) == short


@given(st.lists(st.text("абвгд -", min_size=1, max_size=20), max_size=25))
def test_no_two_subjects_share_a_short_name(subjects: list[str]) -> None:
    found = abbreviations(subjects)
    assert len(set(found.values())) == len(set(subjects))


def test_what_fits_one_part_has_no_number() -> None:
    assert parts("Иванов П. 7Б 2 ч.", ["алг 4,5", "рус 3,2"]) == ("Иванов П. 7Б 2 ч.: алг 4,5; рус 3,2",)


def test_seventy_characters_are_one_part_and_seventy_one_are_two() -> None:
    assert len(parts("я" * 10, ["б" * 58])) == 1
    assert parts("я" * 10, ["б" * 29, "в" * 28]) == (f"1/2 {'я' * 10}: {'б' * 29}", f"2/2 {'в' * 28}")


def test_nothing_to_say_is_the_head_alone() -> None:
    assert parts("Иванов П.", []) == ("Иванов П.",)


@given(
    st.text("аб ", min_size=1, max_size=40),
    st.lists(st.text("абвг 4,5😀", min_size=1, max_size=90), max_size=60),
)
def test_no_part_is_too_long(head: str, items: list[str]) -> None:
    assert all(units(part) <= PART_CHARS for part in parts(head, items))


@given(st.lists(st.integers(3, 20), min_size=1, max_size=40))
def test_no_item_is_lost_and_the_order_stays(lengths: list[int]) -> None:
    items = [f"{number:02}{'я' * (length - 2)}" for number, length in enumerate(lengths)]
    found = parts("Иванов П.", items)
    told = "; ".join(part.split(" ", 1)[1] if len(found) > 1 else part for part in found).replace(":;", ":")
    assert told == f"Иванов П.: {'; '.join(items)}"
