"""A hasty surname finds its pupil, and never one of two that fit alike."""

import pytest

from core.rules.surnames import Listed, forms, meant

CLASS = [
    Listed(1, "Иванов", "Пётр", "Сергеевич"),
    Listed(2, "Петрова", "Анна", "Игоревна"),
    Listed(3, "Сидоров", "Олег", ""),
    Listed(4, "Ким", "Виктор", "Ильич"),
    Listed(5, "Семёнова", "Мария", "Павловна"),
    Listed(6, "Кузнецов", "Артём", "Олегович"),
    Listed(7, "Кузнецов", "Илья", "Олегович"),
    Listed(8, "Мамин-Сибиряк", "Глеб", "Ильич"),
    Listed(9, "Заяц", "Нина", ""),
    Listed(10, "Достоевский", "Фёдор", ""),
    Listed(11, "Белая", "Ольга", ""),
    Listed(12, "Попов", "Ян", ""),
    Listed(13, "Попова", "Яна", ""),
    Listed(14, "Абдул Рахман", "Саид", ""),
    Listed(15, "Гоголь", "Нина", ""),
    Listed(16, "Коваленко", "Юрий", ""),
    Listed(17, "Швец", "Лев", ""),
    Listed(18, "Кипелова", "Зоя", ""),
]


def found(text: str) -> list[int]:
    return [pupil.id for pupil in meant(text.split(), CLASS)]


@pytest.mark.parametrize(
    ("typed", "pupil"),
    [
        ("Иванов", 1),
        ("иванову", 1),
        ("ИВАНОВЫМ", 1),
        ("Иваонв", 1),
        ("Петровой", 2),
        ("Петрову", 2),
        ("Петрва", 2),
        ("Ким", 4),
        ("Киму", 4),
        ("Семенова", 5),
        ("Семёновой", 5),
        ("Достоевскому", 10),
        ("Достаевский", 10),
        ("Белой", 11),
        ("Мамин-Сибиряк", 8),
        ("мамину-сибиряку", 8),
        ("Абдул Рахман", 14),
        ("Гоголю", 15),
        ("Коваленко", 16),
        ("Швецу", 17),
        ("Кузнецов Артем", 6),
        ("Кузнецову И.", 7),
        ("Кузнецов И.О.", 7),
        ("Кузнецову Илье", 7),
        ("Илья Кузнецов", 7),
        ("А. Кузнецову", 6),
        ("Пётр Иванов", 1),
        ("Попов", 12),
        # Also the boy in the genitive, but hardly.
        ("Попова", 13),
        ("Поповым", 12),
        ("Поповой", 13),
        ("Кипелавой", 18),
    ],
)
def test_a_surname_is_understood(typed: str, pupil: int) -> None:
    assert found(typed) == [pupil]


@pytest.mark.parametrize(
    ("typed", "pupils"),
    [("Кузнецов", [6, 7]), ("Кузнецову", [6, 7]), ("Кузнцову", [6, 7])],
)
def test_whoever_fits_alike_is_asked_about(typed: str, pupils: list[int]) -> None:
    assert found(typed) == pupils


@pytest.mark.parametrize(
    "typed", ["Кин", "Смирнов", "Ив", "Иванов Олег", "Кузнецов П.", "5", "", "Иванов Пётр Сергеевич младший"]
)
def test_who_fits_nobody_is_not_guessed(typed: str) -> None:
    assert found(typed) == []


def test_every_form_is_folded() -> None:
    assert "семеновой" in forms("Семёнова")
