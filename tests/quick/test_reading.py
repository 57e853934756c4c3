"""A hasty message falls into its parts; what means nothing is kept apart, never dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.quick_text import Said, kind_named, read
from core.terms import MarkValue, Presence

KINDS = ["Ответ на уроке", "Домашнее задание", "Самостоятельная работа", "Контрольная работа", "Диктант"]
FIVE, FOUR, TWO = MarkValue.FIVE, MarkValue.FOUR, MarkValue.TWO


def test_the_message_of_the_issue() -> None:
    quick = read(
        "7Б алгебра: Иванов 5, Петрова 4 4, Сидоров н, Ким оп 10; тема Линейные уравнения; дз п.12 №3-5", KINDS
    )

    assert quick.head == "7Б алгебра"
    assert quick.said == (
        Said(("Иванов",), (FIVE,)),
        Said(("Петрова",), (FOUR, FOUR)),
        Said(("Сидоров",), presence=Presence.ABSENT),
        Said(("Ким",), presence=Presence.LATE, minutes=10),
    )
    assert (quick.topic, quick.homework, quick.unclear) == ("Линейные уравнения", "п.12 №3-5", ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Иванов 5", Said(("Иванов",), (FIVE,))),
        ("Иванов Пётр 5", Said(("Иванов", "Пётр"), (FIVE,))),
        ("Иванов П. 5", Said(("Иванов", "П."), (FIVE,))),
        ("Попов Н. н", Said(("Попов", "Н."), presence=Presence.ABSENT)),
        ("Петрова 4, 4", Said(("Петрова",), (FOUR, FOUR))),
        ("Ким опоздал", Said(("Ким",), presence=Presence.LATE)),
        ("Ким оп10 5", Said(("Ким",), (FIVE,), Presence.LATE, 10)),
        ("Ким оп. 10 мин 5", Said(("Ким",), (FIVE,), Presence.LATE, 10)),
        ("Ким оп 99", Said(("Ким",), unclear=("оп 99",), marks=())),
        ("Ким н 5", Said(("Ким",), (FIVE,), Presence.ABSENT)),
        ("Ким зачёт", Said(("Ким",), (MarkValue.PASS,))),
        ("Ким н/а", Said(("Ким",), (MarkValue.NOT_ASSESSED,))),
        ("Ким осв", Said(("Ким",), (MarkValue.EXEMPT,))),
        ("Ким .", Said(("Ким",), (MarkValue.DOT,))),
        ("Ким 6 5", Said(("Ким",), (FIVE,), unclear=("6",))),
        ("Ким 5- 4", Said(("Ким",), (FOUR,), unclear=("5-",))),
        ("контрольная: Ким 5", Said(("Ким",), (FIVE,), kind="Контрольная работа")),
        ("к/р Ким 5", Said(("Ким",), (FIVE,), kind="Контрольная работа")),
        ("с/р: Ким 5", Said(("Ким",), (FIVE,), kind="Самостоятельная работа")),
    ],
)
def test_what_is_said_of_a_pupil(text: str, said: Said) -> None:
    quick = read(text, KINDS)

    assert quick.said == (said,) or (not said.marks and not said.presence and quick.unclear == (text,))


@pytest.mark.parametrize(
    ("text", "topic", "homework"),
    [
        ("тема: Дроби", "Дроби", None),
        ("Тема Дроби: повторение", "Дроби: повторение", None),
        ("д/з стр. 5; тема Дроби", "Дроби", "стр. 5"),
        ("домашнее задание: учить, № 3, 4", None, "учить, № 3, 4"),
        ("тема:Дроби; дз:п. 5", "Дроби", "п. 5"),
        ("Тема-Дроби; дз№ 5", "Дроби", "№ 5"),
        ("дз не задано", None, ""),
        ("темы нет", "нет", None),
        ("тема:; дз:", None, None),
        ("Домашнее задание.; тема", None, None),
    ],
)
def test_topic_and_homework(text: str, topic: str | None, homework: str | None) -> None:
    quick = read(text)

    assert (quick.topic, quick.homework) == (topic, homework)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("7Б: Иванов 5", "7Б"),
        ("7 «Б» физ-ра: Иванов 5", "7 «Б» физ-ра"),
        ("10геохим химия:\nКим 4", "10геохим химия"),
        ("Иванов 5, контрольная: Ким 4", ""),
        ("тема: Дроби", ""),
    ],
)
def test_the_head_names_class_and_subject(text: str, head: str) -> None:
    assert read(text, KINDS).head == head


def test_lines_part_like_semicolons() -> None:
    quick = read("Иванов 5\nПетрова 2\nостальные на месте")

    assert [one.marks for one in quick.said] == [(FIVE,), (TWO,)]
    assert quick.rest_present


@pytest.mark.parametrize("text", ["Здравствуйте!", "", "Спасибо, завтра буду", "7Б", "привет: как дела", ";;;", "5"])
def test_what_is_no_entry_is_told(text: str) -> None:
    quick = read(text, KINDS)

    assert quick.empty or not any(one.words for one in quick.said)


def test_a_segment_that_means_nothing_is_kept() -> None:
    assert read("Иванов 5; принести циркуль", KINDS).unclear == ("принести циркуль",)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("контрольная", "Контрольная работа"),
        ("диктант", "Диктант"),
        ("к/р", "Контрольная работа"),
        ("Ким", ""),
        ("", ""),
    ],
)
def test_a_kind_of_work_is_known_by_its_beginning(typed: str, kind: str) -> None:
    assert kind_named(typed, KINDS) == kind


@given(st.text(alphabet="Иванов Пт5432н,;:.\n тема дз оп/10", max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    quick = read(text, KINDS)

    assert all(one.minutes is None or 1 <= one.minutes <= 90 for one in quick.said)
