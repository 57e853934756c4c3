"""The school begins to write, and keeps the peace: silences, stop words, complaints, handing over (C1)."""

import pytest
from sqlalchemy import update

from core.terms import Role
from sandbox import Phone
from storage.models import Staff
from tests.chat.talking import Talkers, settle_in
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder, days_after
from tests.support.stage import Scene


@pytest.fixture
async def talkers(school: SchoolBuilder, stage: Scene, clock: FakeClock) -> Talkers:
    clock.set("10:00")
    return await settle_in(school, stage, clock)


async def lesson_page(talkers: Talkers) -> Phone:
    """The physicist's phone with the page of today's lesson open."""
    phone = await talkers.at_home(talkers.physicist)
    await phone.press("Сегодня")
    await phone.press("Физика")
    await phone.press("Страница урока")
    return phone


async def ask_teacher(talkers: Talkers, words: str, person: Person | None = None) -> Phone:
    """The mother writes to the physicist; her phone."""
    mother = await talkers.at_home(person or talkers.mother)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("Физика")
    await mother.sees("О ком: ")
    await mother.send(words)
    return mother


async def test_chosen_families_each_get_the_words_by_themselves(talkers: Talkers) -> None:
    physicist = await lesson_page(talkers)
    mother, other = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.other_mother)

    await physicist.press("Написать родителям")
    await physicist.press("Иванов Пётр")
    await physicist.sees("✓ Иванов Пётр", "Выбрано: 1")
    await physicist.press("Сидоров Олег")
    await physicist.press("Написать · 2")
    await physicist.sees("Напишите сообщение 2 семьям, 7Б")
    await physicist.send("Завтра лабораторная")

    await physicist.sees("✓ Отправлено: 2 семьи")
    await mother.sees("Физикова Анна Ивановна", "Иванов Пётр, 7Б", "Завтра лабораторная")
    await other.sees("Сидоров Олег, 7Б", "Завтра лабораторная")


async def test_both_parents_and_the_pupil_are_written_to_from_the_absence(talkers: Talkers) -> None:
    son = await talkers.school.connected_pupil(talkers.petr)
    father, pupil = await talkers.at_home(talkers.father), await talkers.at_home(son)
    leader = await talkers.at_home(talkers.leader)
    await leader.press_data(f"Of:{talkers.petr}:", leader.screen.id)
    await leader.sees("Иванов Пётр, 7Б", "Обоим родителям", "Родителям и ученику")

    await leader.press("Родителям и ученику")
    await leader.sees("Об ученике: Иванов Пётр")
    await leader.send("Собрание в пятницу")

    await leader.sees("✓ Отправлено")
    await father.sees("Собрание в пятницу")
    await pupil.sees("Собрание в пятницу")


async def test_a_colleague_is_found_by_surname(talkers: Talkers) -> None:
    physicist, leader = await talkers.at_home(talkers.physicist), await talkers.at_home(talkers.leader)
    await physicist.press("Сообщения")
    await physicist.press("Коллеге")
    await physicist.press("Найти по фамилии")
    await physicist.send("класс")
    await physicist.press("Классная")
    await physicist.sees("Напишите сообщение: Классная Анна Ивановна")

    await physicist.send("Поменяемся уроками?")

    await physicist.sees("✓ Отправлено")
    await leader.sees("Физикова Анна Ивановна", "Поменяемся уроками?")


async def test_a_family_is_written_to_from_the_inbox_by_the_pupil_s_name(talkers: Talkers) -> None:
    physicist, mother = await talkers.at_home(talkers.physicist), await talkers.at_home(talkers.mother)
    await physicist.press("Сообщения")
    await physicist.press("Семье")
    await physicist.send("иван 7б")
    await physicist.press("Иванова Мария")
    await physicist.sees("Кому: Иванова Мария", "Об ученике: Иванов Пётр")

    await physicist.send("Пётр молодец")

    await physicist.sees("✓ Отправлено")
    await mother.sees("Физикова Анна Ивановна", "Пётр молодец")


async def test_a_pupil_nobody_is_called_is_asked_for_again(talkers: Talkers) -> None:
    physicist = await talkers.at_home(talkers.physicist)
    await physicist.press("Сообщения")
    await physicist.press("Семье")
    await physicist.send("Несуществующий")
    await physicist.sees("Найдено: 0")

    await physicist.press("Искать ещё")

    await physicist.sees("Напишите фамилию ученика")


async def test_the_class_leader_is_asked_about_the_class(talkers: Talkers) -> None:
    leader, physicist = await talkers.at_home(talkers.leader), await lesson_page(talkers)
    await physicist.press("Написать родителям")
    await physicist.press("Классному руководителю")
    await physicist.sees("классному руководителю: Классная А. И., 7Б")

    await physicist.send("Когда экскурсия?")

    await physicist.sees("✓ Отправлено")
    await leader.sees("Физикова Анна Ивановна", "7Б", "Когда экскурсия?")
    await leader.press("Открыть")
    await leader.sees("Класс: 7Б", "Когда экскурсия?")


async def test_who_is_silenced_hears_why_and_the_words_wait(talkers: Talkers) -> None:
    mother, leader = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.leader)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("кл. рук.")
    await mother.sees("О ком: ")
    await mother.send("!!!")
    await leader.sees("!!!")
    await talkers.told()
    await leader.press("Открыть")
    await leader.press("Ещё…")
    await leader.press("Запретить писать: Иванова")
    await leader.press("3 дня")
    await leader.sees("Запрет по 25 ноября")
    await leader.send("Оскорбления")
    await leader.sees("✓ Запрещено", "Оскорбления")

    await mother.press("Написать ещё")
    await mother.sees("нельзя", "Оскорбления")
    await mother.press("Сообщения", exact=True)
    await mother.press("1. Классная")
    await mother.sees("Вам нельзя писать до")

    await leader.press("Снять запрет")
    await leader.sees("Сейчас писать не запрещено никому")
    await mother.sees("снова можно")


async def test_a_stop_word_is_said_and_the_mended_words_go(talkers: Talkers) -> None:
    deputy, physicist = await talkers.at_home(talkers.deputy), await talkers.at_home(talkers.physicist)
    await deputy.press("Сообщения")
    await deputy.press("Ещё…")
    await deputy.press("Стоп-слова")
    await deputy.press("Добавить")
    await deputy.send("дурак*")
    await deputy.sees("✕ дурак*")

    mother = await ask_teacher(talkers, "Сам дурак!")
    await mother.sees("слово «дурак", "О ком: ")
    await mother.send("Сам не прав")

    await mother.sees("✓ Отправлено")
    await physicist.sees("Сам не прав")
    await physicist.never_sees("дурак")
    await deputy.press("✕ дурак*")
    await deputy.sees("Пока ни одного")


async def test_a_complaint_opens_the_conversation_to_the_deputy_and_is_closed(talkers: Talkers) -> None:
    mother = await ask_teacher(talkers, "Почему два?")
    await mother.sees("✓ Отправлено")
    physicist, deputy = await talkers.at_home(talkers.physicist), await talkers.at_home(talkers.deputy)
    await mother.press("Открыть переписку")
    await mother.press("Ещё…")
    await mother.press("Пожаловаться")
    await mother.send("Учитель не отвечает")
    await mother.sees("✓ Жалоба записана")

    await physicist.sees("подана жалоба")
    await deputy.press("Открыть жалобу")
    await deputy.sees("Учитель не отвечает", "Прочесть переписку")
    await deputy.press("Прочесть переписку")
    await deputy.sees("Почему два?", "каждое открытие записывается")
    await deputy.press("К жалобе")
    await deputy.press("Закрыть жалобу")
    await deputy.send("Учитель объяснит отметку")

    await deputy.sees("Закрыта", "Учитель объяснит отметку")
    await mother.sees("рассмотрена", "Учитель объяснит отметку")
    await physicist.sees("рассмотрена", "Учитель объяснит отметку")


async def test_a_deputy_does_not_open_what_nobody_complained_of(talkers: Talkers) -> None:
    mother = await ask_teacher(talkers, "Между нами")
    await mother.sees("✓ Отправлено")
    deputy = await talkers.at_home(talkers.deputy)

    answer = await deputy.press_data("Oc:1:", deputy.screen.id)

    assert "Нет доступа" in answer.text
    await deputy.never_sees("Между нами")


async def test_conversations_are_handed_to_a_colleague_and_the_family_is_told(talkers: Talkers) -> None:
    mother = await ask_teacher(talkers, "Вопрос до передачи")
    await mother.sees("✓ Отправлено")
    physicist, leader = await talkers.at_home(talkers.physicist), await talkers.at_home(talkers.leader)
    await physicist.press("Сообщения · 1")
    await physicist.press("Ещё…")
    await physicist.press("Передать переписку")
    await physicist.sees("У вас 1 переписка с семьями")
    await physicist.press("Передать мою")
    await physicist.press("Классная")
    await physicist.sees("Классная Анна Ивановна получит 1 переписку")

    await physicist.press("Передать · 1")

    await physicist.sees("✓ Передано: 1")
    await mother.sees("теперь ведёт", "Классная")
    await leader.press("Сообщения", exact=True)
    await leader.sees("Вопрос до передачи")


async def test_the_words_of_a_family_to_who_left_the_school_find_other_hands(talkers: Talkers) -> None:
    deputy, physicist = talkers.stage.phone(talkers.deputy), talkers.stage.phone(talkers.physicist)
    mother = await ask_teacher(talkers, "Вопрос до увольнения")
    push = await physicist.sees("Вопрос до увольнения")
    await talkers.told()
    await physicist.reply("Отвечу завтра", push)
    answer = await mother.sees("Отвечу завтра")
    await talkers.told()
    yesterday = days_after(-1)
    async with talkers.school.sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == talkers.physicist.id).values(dismissed=yesterday))

    await mother.reply("Уже завтра", answer)

    await mother.sees("✓ Отправлено", "Физикова Анна Ивановна больше не работает в школе")
    await deputy.sees("больше не работает в школе", "Ждёт передачи 1 разговор, с непрочитанными словами: 1")
    await deputy.press("Передать переписку")
    await deputy.sees("Кому передать переписку?")
    await deputy.press("Классная")
    await deputy.press("Передать · 1")
    await deputy.sees("✓ Передано: 1")
    await mother.sees("теперь ведёт", "Классная")
    leader = await talkers.at_home(talkers.leader)
    await leader.press("Сообщения · 1")
    await leader.sees("Уже завтра")


async def test_a_forbidden_file_is_named_and_another_goes(talkers: Talkers) -> None:
    mother = await talkers.at_home(talkers.mother)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("Физика")
    await mother.sees("О ком: ")

    await mother.upload(b"MZ\x90\x00", "virus.exe")
    await mother.sees("Файл «virus.exe» нельзя отправить")
    await mother.upload(b"%PDF-1.4", "work.pdf", "application/pdf")

    await mother.sees("✓ Отправлено")


async def test_a_medical_note_that_is_none_goes_to_the_teacher(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await mother.upload(b"%PDF-1.4 page", "page.pdf", "application/pdf", caption="Задача <3>")
    await mother.sees("К какому отсутствию")
    await mother.press("Не справка: передать учителю")
    await mother.sees("Кому передать?", "Задача <3>")
    await mother.press("Учителю, классному руководителю")
    await mother.press("Физика")

    await mother.sees("✓ Отправлено")
    await talkers.told()
    await physicist.sees("Задача <3>")
    await physicist.send("/menu")
    await physicist.sees("Сообщения · 1")


async def test_the_administration_answers_as_one(talkers: Talkers) -> None:
    director = await talkers.school.connected_staff("Директорова", Role.DIRECTOR)
    phone, mother = await talkers.at_home(director), await talkers.at_home(talkers.mother)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("Администрация школы")
    await mother.sees("Кому: администрация школы")
    await mother.send("Когда каникулы?")
    push = await phone.sees("Когда каникулы?")
    await talkers.told()

    await phone.reply("С 28 декабря", push)

    await mother.sees("Директорова", "С 28 декабря")
