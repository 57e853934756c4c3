"""What is typed to a bot without meaning anybody (C1)."""

import pytest

from core.rules.small_talk import is_command, is_nod


@pytest.mark.parametrize("text", ["ок", "Ок.", "Спасибо большое!", "👍", "🙏🏻", "+", "Хорошо, спасибо", "ОК 👌", ")"])
def test_a_nod_is_known(text: str) -> None:
    assert is_nod(text)


@pytest.mark.parametrize(
    "text", ["Спасибо, а во сколько?", "большое", "Да нет", "5", "7Б", "", "Ок, но завтра не смогу"]
)
def test_words_that_say_more_are_no_nod(text: str) -> None:
    assert not is_nod(text)


@pytest.mark.parametrize("text", ["/hepl", "/Start@bot", "/mark 5", "меню", "Menu", "\\menu", "отмена."])
def test_a_mistyped_command_is_known(text: str) -> None:
    assert is_command(text)


@pytest.mark.parametrize("text", ["/ за дз спасибо", "меню столовой не открывается", "/5", "", "помощь нужна"])
def test_words_are_no_command(text: str) -> None:
    assert not is_command(text)
