"""How the school grades: kinds of work, subjects by pass or fail, what a dot counts for."""

from collections.abc import AsyncIterator
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.app import App, Work
from core.errors import AccessDenied, NotConnected, NothingThere, TextTooLong
from core.errors.marks import KindNeeded, KindTaken, KindWordsWrong, WeightWrong
from core.marks import grading
from core.marks import kinds as kinds_of_work
from core.marks.weights import read_weight
from core.terms import Role
from storage.models import MarkedSubject
from tests.marks.conftest import Kinds, Trace
from tests.roll.conftest import Class7B


@pytest.fixture
async def work(app: App, seven_b: Class7B) -> AsyncIterator[Work]:
    """The deputy's unit of work."""
    async with app.work(seven_b.deputy.address) as work:
        yield work


async def letters(work: Work) -> str:
    return " ".join(kind.letter for kind in await kinds_of_work.work_kinds(work) if not kind.archived)


@pytest.mark.parametrize("words", ["Аудирование, АУ, 1,4", "Аудирование; ау; 1.4", "Аудирование, ау 1.4"])
async def test_a_kind_is_added_by_its_name_letter_and_weight(work: Work, words: str) -> None:
    kind = await kinds_of_work.add_kind(work, words)
    assert (kind.name, kind.letter, kind.weight) == ("Аудирование", "АУ", Decimal("1.4"))
    assert (await letters(work)).endswith("Р Д АУ")


async def test_a_kind_added_without_a_weight_weighs_one(work: Work) -> None:
    assert (await kinds_of_work.add_kind(work, "Работа над ошибками, РО")).weight == 1


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("Аудирование", KindWordsWrong),
        ("", KindWordsWrong),
        ("Аудирование, 12", KindWordsWrong),
        ("Аудирование, АУ, 11", WeightWrong),
        ("Аудирование, К", KindTaken),
        ("Контрольная работа, КР", KindTaken),
        ("я" * 65 + ", Я", TextTooLong),
    ],
)
async def test_what_is_no_kind_is_refused(app: App, seven_b: Class7B, words: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        async with app.work(seven_b.deputy.address) as work:
            await kinds_of_work.add_kind(work, words)
    async with app.work(seven_b.deputy.address) as work:
        assert len(await kinds_of_work.work_kinds(work)) == 15


async def test_a_kind_changes_its_name_letter_weight_and_signs(work: Work, app: App, seven_b: Class7B) -> None:
    kind = await kinds_of_work.add_kind(work, "Аудирование, АУ")
    await kinds_of_work.rename_kind(work, kind.id, "Чтение наизусть")
    await kinds_of_work.set_letter(work, kind.id, "чн")
    await kinds_of_work.set_kind_weight(work, kind.id, Decimal(2), seen=Decimal(1))
    await kinds_of_work.set_written(work, kind.id, on=True)
    await kinds_of_work.set_control(work, kind.id, on=True)

    now = await kinds_of_work.work_kind(work, kind.id)
    assert (now.name, now.letter, now.weight, now.written, now.control) == (
        "Чтение наизусть",
        "ЧН",
        Decimal(2),
        True,
        True,
    )
    assert {line["action"] for line in work.trace} == {
        "kind.add",
        "kind.name",
        "kind.letter",
        "kind.weight",
        "kind.written",
        "kind.control",
    }


async def test_a_taken_letter_is_refused_and_nothing_lost(app: App, seven_b: Class7B, kinds: Kinds) -> None:
    with pytest.raises(KindTaken):
        async with app.work(seven_b.deputy.address) as work:
            await kinds_of_work.set_letter(work, kinds["ДЗ"], "К")
    async with app.work(seven_b.deputy.address) as work:
        assert (await kinds_of_work.work_kind(work, kinds["ДЗ"])).letter == "ДЗ"


async def test_a_weight_seen_otherwise_is_left_alone(work: Work) -> None:
    kind = await kinds_of_work.add_kind(work, "Аудирование, АУ, 2")
    assert (await kinds_of_work.set_kind_weight(work, kind.id, Decimal(3), seen=Decimal(1)))[1] == "changed"
    assert (await kinds_of_work.set_kind_weight(work, kind.id, Decimal(2), seen=Decimal(1)))[1] == "already"


async def test_a_kind_goes_to_the_archive_and_comes_back(work: Work) -> None:
    kind = await kinds_of_work.add_kind(work, "Аудирование, АУ")
    await kinds_of_work.archive_kind(work, kind.id, on=True)
    assert "АУ" not in await letters(work)
    assert (await kinds_of_work.archive_kind(work, kind.id, on=True))[1] == "already"
    await kinds_of_work.archive_kind(work, kind.id, on=False)
    assert "АУ" in await letters(work)


async def test_the_last_kind_in_use_stays(work: Work) -> None:
    first, *others = await kinds_of_work.work_kinds(work)
    for kind in others:
        await kinds_of_work.archive_kind(work, kind.id, on=True)
    with pytest.raises(KindNeeded):
        await kinds_of_work.archive_kind(work, first.id, on=True)


async def test_a_kind_moves_up_once_a_press(work: Work) -> None:
    third = (await kinds_of_work.work_kinds(work))[2]
    assert await kinds_of_work.move_up(work, third.id, seen=3) == ""
    assert (await letters(work)).startswith("О С ДЗ К")
    assert await kinds_of_work.move_up(work, third.id, seen=3) == "already"
    await kinds_of_work.move_up(work, third.id, seen=2)
    assert (await letters(work)).startswith("С О ДЗ К")
    assert await kinds_of_work.move_up(work, third.id, seen=1) == "already"


async def test_a_subject_is_graded_by_pass_in_some_grades(work: Work, seven_b: Class7B) -> None:
    subject = (await grading.grading(work)).subjects[0]
    for grade in (5, 6, 9):
        await grading.set_by_pass(work, subject.subject_id, grade, on=True)
    await grading.set_by_pass(work, subject.subject_id, 6, on=True)

    rows = list(await work.session.scalars(select(MarkedSubject).order_by(MarkedSubject.grade_from)))
    assert [(row.grade_from, row.grade_to) for row in rows] == [(5, 6), (9, 9)]
    assert (await grading.grading(work)).subject(subject.subject_id).by_pass == {5, 6, 9}


async def test_a_subject_is_graded_by_pass_everywhere_and_nowhere(work: Work) -> None:
    subject = (await grading.grading(work)).subjects[0].subject_id
    await grading.set_by_pass(work, subject, None, on=True)
    assert len((await grading.grading(work)).subject(subject).by_pass) == 12
    await grading.set_by_pass(work, subject, None, on=False)
    assert await grading.set_by_pass(work, subject, None, on=False) == "already"
    assert (await grading.grading(work)).subject(subject).by_pass == frozenset()


async def test_an_unknown_subject_is_refused(work: Work) -> None:
    with pytest.raises(NothingThere):
        await grading.set_by_pass(work, 9999, 7, on=True)


async def test_a_dot_counts_as_two_where_the_school_wants(app: App, seven_b: Class7B, trace: Trace) -> None:
    for on in (True, True):
        async with app.work(seven_b.deputy.address) as work:
            await grading.count_dots_as_two(work, on=on)

    async with app.work(seven_b.teacher.address) as work:
        assert work.school.dot_counts_as_two
    assert len(await trace("school.dot")) == 1


async def test_a_teacher_settles_nothing(app: App, seven_b: Class7B, kinds: Kinds) -> None:
    for person, refusal in ((seven_b.teacher, AccessDenied), (seven_b.mother, NotConnected)):
        async with app.work(person.address) as work:
            with pytest.raises(refusal):
                await kinds_of_work.archive_kind(work, kinds["К"], on=True)
            with pytest.raises(refusal):
                await grading.set_by_pass(work, 1, 7, on=True)
            with pytest.raises(refusal):
                await grading.count_dots_as_two(work, on=True)


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR])
async def test_who_settles_how_the_school_grades(app: App, seven_b: Class7B, role: Role) -> None:
    person = await seven_b.school.connected_staff("Кто", role)
    async with app.work(person.address) as work:
        assert len(await kinds_of_work.work_kinds(work)) == 15


@pytest.mark.parametrize(("words", "weight"), [("1,5", "1.5"), (" 0.75 ", "0.75"), ("0", "0"), ("10", "10")])
def test_weights_as_people_type_them(words: str, weight: str) -> None:
    assert read_weight(words) == Decimal(weight)


@pytest.mark.parametrize("words", ["", "-1", "10.01", "1e1", "NaN", "1,234", "полтора", "１"])
def test_what_is_no_weight_is_refused(words: str) -> None:
    with pytest.raises(WeightWrong):
        read_weight(words)
