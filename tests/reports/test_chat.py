"""A wrong entry from a parent's phone to the teacher's and back, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.actions.diary import OpenReport, ReportAttendance, ReportMark
from core.actions.reports import AnswerCorrected, AnswerStands, OpenStaffReport, WithdrawReport
from core.app import App
from core.terms import ConsentAnswer
from sandbox import Phone
from storage.models import StoredFile
from tests.family.test_chat import JPEG, page
from tests.reports.conftest import Case
from tests.roll.conftest import Class7B
from tests.support.school import Person, days_after
from tests.support.stage import Scene, playing, scene

ASKED = "Напишите в нескольких словах, что не так"


@pytest.fixture
async def stage(app: App, tmp_path: Path, case: Case) -> AsyncIterator[Scene]:
    """The product at work at 15:00 on Monday."""
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def mother(stage: Scene, seven_b: Class7B) -> Phone:
    return await at_home(stage, seven_b.mother)


async def at_home(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.next_message()
    return phone


async def stored(seven_b: Class7B, count: int) -> None:
    """Wait until so many files are kept: the pages of an album come one by one."""
    async with asyncio.timeout(10):
        while True:
            async with seven_b.sessions() as session:
                if await session.scalar(select(func.count()).select_from(StoredFile)) == count:
                    return
            await asyncio.sleep(0.05)


async def say(phone: Phone, case: Case, words: str = "Была пятёрка") -> None:
    """The mark reported by an old button and a few words."""
    await phone.press_data(ReportMark(case.seven_b.ivanov, case.mark).pack(), phone.screen.id)
    await phone.sees(ASKED)
    await phone.send(words)
    await phone.sees("✓ Передано учителю и завучу", f"«{words}»")


async def test_a_mark_is_reported_and_its_correction_comes_back(
    stage: Scene, case: Case, seven_b: Class7B, mother: Phone
) -> None:
    teacher = await at_home(stage, seven_b.teacher)
    await say(mother, case)
    await mother.sees("Алгебра, 23 ноября, 1-й урок", "В журнале: отметка 3", "⏳ Ответят не позже 26 ноября")

    await teacher.sees("Семья сообщает об ошибке: Иванов Пётр", "7Б · Алгебра, 23 ноября", "«Была пятёрка»")
    await teacher.press("Открыть сообщение")
    await teacher.sees("Иванова М. П., 23 ноября:", "Ответить до 26 ноября")
    await teacher.press("Исправить")
    await teacher.press("5", exact=True)
    case.clock.forward(minutes=10)

    await mother.sees("запись исправлена", "Было: отметка 3 (Ответ на уроке)", "Стало: отметка 5 (Ответ на уроке)")
    await mother.press("Открыть сообщение")
    await mother.sees("✓ Исправлено 23 ноября (Алгебраистова А. И.)")
    await mother.never_sees("Новая отметка")


async def test_the_way_from_the_day_takes_two_taps(mother: Phone) -> None:
    await mother.press("1-й")
    await mother.press("Ошибка в отметке: 3")

    await mother.sees(ASKED, "В журнале: отметка 3 (Ответ на уроке)")


async def test_an_absence_is_reported_and_the_roll_answers(
    stage: Scene, case: Case, seven_b: Class7B, mother: Phone
) -> None:
    teacher = await at_home(stage, seven_b.teacher)
    await mother.press_data(ReportAttendance(seven_b.ivanov, seven_b.lessons[1]).pack(), mother.screen.id)
    await mother.sees(ASKED, "В журнале: не на уроке")
    await mother.send("Он был на уроке")
    await teacher.sees("Семья сообщает об ошибке", "«Он был на уроке»")
    await teacher.press("Открыть сообщение")
    await teacher.press("Исправить")
    await teacher.press("Иванов Пётр")
    await teacher.press("◷ Иванов Пётр")
    case.clock.forward(minutes=1)

    await mother.sees("запись исправлена", "Было: не на уроке", "Стало: на уроке")
    await mother.never_sees("Отметка исправлена: ребёнок на уроке")


async def test_an_entry_that_is_right_is_explained(stage: Scene, case: Case, seven_b: Class7B, mother: Phone) -> None:
    father = await at_home(stage, seven_b.father)
    deputy = await at_home(stage, seven_b.deputy)
    await say(mother, case)
    await deputy.sees("Семья сообщает об ошибке")
    await deputy.send("/menu")
    await deputy.settle()
    await deputy.press("Сообщения об ошибках: 1")
    await deputy.press("Иванов Пётр: 3 · Алгебра")
    await deputy.sees("Когда запись исправят, семья получит ответ")
    await deputy.press("Всё верно")
    await deputy.sees("Почему запись верна?")
    await deputy.send("В работе две ошибки")
    await deputy.sees("✓ Ответ передан семье", "запись верна (Завучева А. И.)")

    for phone in (mother, father):
        await phone.sees("запись проверена, всё верно", "«В работе две ошибки»", "Ответ: Завучева А. И.")


async def test_of_two_who_answer_the_second_is_told(stage: Scene, case: Case, seven_b: Class7B, mother: Phone) -> None:
    teacher, deputy = await at_home(stage, seven_b.teacher), await at_home(stage, seven_b.deputy)
    await say(mother, case)
    for phone in (teacher, deputy):
        await phone.sees("Семья сообщает об ошибке")
        await phone.press("Открыть сообщение")
        await phone.press("Всё верно")
        await phone.sees("Почему запись верна?")
    await teacher.send("Две ошибки")
    await teacher.sees("✓ Ответ передан семье")
    await deputy.send("Проверил")

    await deputy.sees("уже ответили или его отозвали", "«Две ошибки»")


async def test_the_button_pressed_again_shows_where_it_stands(case: Case, seven_b: Class7B, mother: Phone) -> None:
    await say(mother, case)

    data = ReportMark(seven_b.ivanov, case.mark).pack()
    answer = await mother.press_data(data, mother.screen.id)

    assert answer.text == "Об этом уже сообщили"
    await mother.sees("⏳ Ответят не позже 26 ноября")


async def test_a_report_is_found_in_the_list_and_taken_back(case: Case, mother: Phone) -> None:
    await say(mother, case)
    await mother.press("‹ Назад")
    await mother.sees("сообщения об ошибках")
    await mother.press("⏳ 3 · Алгебра")

    answer = await mother.press("Отозвать сообщение")

    assert answer.text == "Отозвано"
    assert "Отозвать сообщение" not in mother.screen.labels


async def test_too_many_words_are_asked_for_again(case: Case, seven_b: Class7B, mother: Phone) -> None:
    await mother.press_data(ReportMark(seven_b.ivanov, case.mark).pack(), mother.screen.id)
    await mother.sees(ASKED)
    await mother.send("а" * 501)
    await mother.sees("Слишком длинный текст (знаков: 501)", ASKED)
    await mother.send("Короче")

    await mother.sees("✓ Передано учителю и завучу", "«Короче»")


async def test_a_photo_instead_of_words_is_answered_and_its_caption_taken(
    case: Case, seven_b: Class7B, mother: Phone
) -> None:
    await mother.press_data(ReportMark(seven_b.ivanov, case.mark).pack(), mother.screen.id)
    await mother.upload(JPEG, "1.jpg", "image/jpeg", as_="photo")
    await mother.sees("Здесь нужны слова", ASKED)
    await mother.upload(JPEG, "1.jpg", "image/jpeg", caption="В тетради пять", as_="photo")

    await mother.sees("✓ Передано учителю и завучу", "«В тетради пять»")


async def test_cancel_forgets_the_question(case: Case, seven_b: Class7B, mother: Phone) -> None:
    await mother.press_data(ReportMark(seven_b.ivanov, case.mark).pack(), mother.screen.id)
    await mother.sees(ASKED)
    await mother.send("/cancel")
    await mother.next_message()
    await mother.send("Была пятёрка")
    await mother.never_sees("Передано учителю")

    assert await case.reports() == []


async def test_consent_withdrawn_a_minute_ago_closes_old_buttons(case: Case, seven_b: Class7B, mother: Phone) -> None:
    await say(mother, case)
    [report] = await case.reports()
    await seven_b.school.consent(seven_b.mother, ConsentAnswer.WITHDRAWN, guardian_id=seven_b.mother.id)
    for action in (
        ReportMark(seven_b.ivanov, case.mark),
        ReportAttendance(seven_b.ivanov, seven_b.lessons[1]),
        OpenReport(report.id),
        WithdrawReport(report.id, report.rev),
    ):
        answer = await mother.press_data(action.pack(), mother.screen.id)
        assert answer.text == "Сначала нужно согласие на обработку персональных данных."

    [still] = await case.reports()
    assert still.withdrawn_at is None


async def test_words_typed_after_consent_was_withdrawn_are_not_sent(
    case: Case, seven_b: Class7B, mother: Phone
) -> None:
    await mother.press_data(ReportMark(seven_b.ivanov, case.mark).pack(), mother.screen.id)
    await mother.sees(ASKED)
    await seven_b.school.consent(seven_b.mother, ConsentAnswer.WITHDRAWN, guardian_id=seven_b.mother.id)
    await mother.send("Была пятёрка")

    await mother.sees("Сначала нужно согласие")
    assert await case.reports() == []


async def test_a_stranger_with_forged_buttons_learns_nothing(stage: Scene, case: Case, seven_b: Class7B) -> None:
    mother = await at_home(stage, seven_b.mother)
    await say(mother, case)
    [report] = await case.reports()
    stranger = await at_home(stage, await seven_b.school.connected_guardian(seven_b.petrova, surname="Петрова"))
    other = await at_home(stage, await seven_b.school.connected_staff("Другова"))
    for phone, action in (
        (stranger, ReportMark(seven_b.ivanov, case.mark)),
        (stranger, ReportAttendance(seven_b.ivanov, seven_b.lessons[1])),
        (stranger, OpenReport(report.id)),
        (stranger, WithdrawReport(report.id, 1)),
        (other, OpenStaffReport(report.id)),
        (other, AnswerStands(report.id)),
        (other, AnswerCorrected(report.id, 1)),
    ):
        answer = await phone.press_data(action.pack(), phone.screen.id)
        assert answer.text == "Нет доступа: это не ваша страница."

    for phone in (stranger, other):
        assert not any("Пётр" in message.text for message in phone.messages)


async def test_an_overdue_report_reaches_the_deputy_in_the_morning(
    stage: Scene, case: Case, seven_b: Class7B, mother: Phone
) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await say(mother, case)
    case.clock.set("09:00", days_after(4))

    await deputy.sees("❗ 1 сообщение семьи об ошибке осталось без ответа в срок", "Иванов Пётр (7Б): Алгебра")
    await deputy.press("Все сообщения")
    await deputy.sees("Ждут ответа: 1", "❗ Срок ответа прошёл: 1")


async def test_an_absence_is_explained_from_the_lesson_with_an_album(
    stage: Scene, case: Case, seven_b: Class7B, mother: Phone
) -> None:
    leader = await at_home(stage, seven_b.leader)
    await mother.press("2-й")
    await mother.press("Болеет")
    await mother.sees("✓ Ответ семьи: болеет. Школа знает")
    await mother.press("Справка")
    await mother.sees("пришлите фото справки или PDF")
    await mother.upload(b"%PDF-1.4 " + bytes(21 * 1024 * 1024), "note.pdf", "application/pdf")
    await mother.sees("Файл не принят: не больше 20 МБ")
    await mother.upload_album([page(1), page(2), page(3)])
    await mother.sees("✓ Принято. Остальные файлы этого сообщения приложатся сюда же")
    await stored(seven_b, 3)
    case.clock.forward(minutes=1)

    await leader.sees("Иванов Пётр, 7Б", "Справка: 3 файла")
