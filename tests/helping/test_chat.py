"""Help on the phone: a page with a picture, a question that travels, an answer that becomes a common one."""

import pytest

from bots.shared.help_pictures import help_picture
from core.actions.helping import MakeCommonAnswer, WriteCommonAnswer
from core.help.topics import FamilyTopic, StaffTopic
from core.terms import Door
from sandbox import Phone
from tests.helping.conftest import Askers
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene

TOPICS = [*((Door.STAFF, topic) for topic in StaffTopic), *((Door.FAMILY, topic) for topic in FamilyTopic)]
LIMIT = 130_000


async def opened(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/help")
    await phone.next_message()
    return phone


@pytest.mark.parametrize(("door", "topic"), TOPICS, ids=[f"{door}-{topic}" for door, topic in TOPICS])
def test_every_page_has_a_picture_of_reasonable_size(door: Door, topic: StaffTopic | FamilyTopic) -> None:
    picture = help_picture(door, topic)

    assert picture.startswith(b"\x89PNG")
    assert len(picture) < LIMIT


async def test_a_teacher_reads_a_page_with_a_picture_in_two_taps(stage: Scene, askers: Askers) -> None:
    phone = await opened(stage, askers.leader)
    assert "Завучу" not in phone.screen.labels

    await phone.press("Страница урока")

    shown = await phone.sees("Тема, вид урока, задания")
    assert shown.photo is not None
    await phone.press("‹ Назад")
    await phone.sees("Выберите, о чём рассказать")


async def test_a_familys_question_comes_to_the_class_leader_then_to_the_administrator_and_becomes_a_common_answer(
    stage: Scene, askers: Askers
) -> None:
    leader, administrator = await opened(stage, askers.leader), await opened(stage, askers.administrator)
    mother = await opened(stage, askers.mother)
    await mother.press("Задать вопрос")
    await mother.sees("Сначала вопрос увидит классный руководитель")
    await mother.send("Где посмотреть <итоговые> отметки?")
    await leader.sees("Вопрос · Иванов Пётр, 7Б", "Где посмотреть <итоговые> отметки?")
    await administrator.settle()
    assert "итоговые" not in administrator.screen.text

    await leader.press("Открыть", exact=True)
    await leader.press("Ещё…")
    await leader.press("Передать администратору")
    await administrator.sees("Где посмотреть <итоговые> отметки?")
    await administrator.press("Ответить")
    await administrator.sees("/cancel")
    await administrator.send("Под днём: «Отметки», потом «Итоговые».")
    await mother.sees("Под днём: «Отметки», потом «Итоговые».")

    await administrator.send("/menu")
    await administrator.sees("Сообщения")
    await administrator.press("Сообщения")
    await administrator.press("Иванова")
    await administrator.press("Ещё…")
    await administrator.press("В частые вопросы")
    await administrator.sees("Черновик частого ответа", "Где посмотреть <итоговые> отметки?", "Под днём")
    await administrator.press("Опубликовать")
    await administrator.sees("Опубликовано: для семей")
    await mother.send("/help")
    await mother.sees("Что умеет этот бот")
    await mother.press("Частые вопросы")
    await mother.press("Где посмотреть <итоговые> отметки?")
    await mother.sees("Под днём: «Отметки», потом «Итоговые».")


async def test_a_parent_of_two_says_whose_class_leader_is_asked(
    stage: Scene, askers: Askers, school: SchoolBuilder
) -> None:
    of_the_girl = await school.connected_staff("Пятова")
    girl = await school.pupil(await school.class_unit("5А", of_the_girl.id), "Иванова", "Анна")
    boy = await school.pupil(await school.class_unit("8А"), "Иванов", "Пётр")
    mother = await opened(stage, await school.connected_guardian(boy, girl))
    leader = await opened(stage, of_the_girl)

    await mother.press("Задать вопрос")
    await mother.sees("О ком из детей?")
    await mother.press("Анна")
    await mother.sees("Сначала вопрос увидит классный руководитель")
    await mother.send("Где расписание?")

    await leader.sees("Вопрос · Иванова Анна, 5А", "Где расписание?")


async def test_an_idea_reaches_the_administration_and_is_answered(stage: Scene, askers: Askers) -> None:
    director = await opened(stage, askers.director)
    leader = await opened(stage, askers.leader)
    await leader.press("Предложить улучшение")
    await leader.sees("Что сделать лучше?")

    await leader.send("Сделайте тёмную тему")

    await director.sees("Предложение", "Сделайте тёмную тему")
    await director.press("Ответить")
    await director.sees("/cancel")
    await director.send("Спасибо, подумаем")
    await leader.sees("Спасибо, подумаем")


async def test_a_teacher_makes_no_common_answers(stage: Scene, askers: Askers) -> None:
    leader = await opened(stage, askers.leader)

    refused = [
        (await leader.press_data(action.pack(), leader.screen.id)).text
        for action in (WriteCommonAnswer(), MakeCommonAnswer(1))
    ]

    assert all("Нет доступа" in said for said in refused)
