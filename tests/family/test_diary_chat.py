"""A lesson in full, the week, homework and ticks on the phones of a family, over real HTTP."""

import pytest

from core.actions.diary_pages import OpenChildLesson, TickInList, TickTask
from core.actions.family import OpenChildDay
from core.terms import MarkValue
from sandbox import Phone
from storage.models import AbsenceCase, Attendance, HomeworkFile, StoredFile
from tests.family.conftest import FRIDAY, TUESDAY, Diary, Family
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder
from tests.support.stage import Scene


@pytest.fixture
async def mother(stage: Scene, diary: Diary) -> Phone:
    """Her phone with Monday open; a 5 and an absence stand at its lessons, homework is due on Tuesday."""
    family = diary.family
    await diary.mark(diary.algebra[MONDAY], MarkValue.FIVE)
    await diary.homework(MONDAY, TUESDAY)
    case = AbsenceCase(
        pupil_id=family.pupil_id,
        on_date=MONDAY,
        first_lesson_id=diary.physics[MONDAY],
        opened_at=moscow(MONDAY, "09:30"),
    )
    await diary.write(case)
    missed = {"lesson_id": diary.physics[MONDAY], "pupil_id": family.pupil_id, "status": "absent", "rev": 1}
    await diary.write(Attendance(case_id=case.id, **missed))
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("23 ноября, понедельник · сегодня")
    return phone


async def test_a_lesson_is_opened_by_its_number_and_tells_what_can_be_done(mother: Phone) -> None:
    await mother.press("1-й")
    await mother.sees("5 – ", "вес", "Задано на вт 24.11: № 5")
    assert {"Ошибка в отметке: 5", "Отметки: Алгебра", "·1-й·"} <= set(mother.screen.labels)

    await mother.press("2-й", exact=True)
    await mother.sees("✗ нет на уроке")
    await mother.press("Болеет")

    await mother.sees("Ответ семьи: болеет")
    assert len([m for m in mother.messages if m.from_bot]) == 1


async def test_a_week_opens_its_days(mother: Phone) -> None:
    await mother.press("Неделя")
    await mother.sees("23 ноября – 29 ноября", "1. Алгебра 5", "2. Физика ✗", "📖 задано")

    await mother.press("с пн 30.11 ›")
    await mother.sees("30 ноября – 6 декабря", "Уроков в расписании нет.")
    await mother.press("‹ с пн 23.11")
    await mother.press("пт", exact=True)

    await mother.sees("27 ноября, пятница")


async def test_after_the_lessons_tomorrow_opens_and_today_is_one_tap_away(mother: Phone, clock: FakeClock) -> None:
    clock.set("15:00")
    await mother.send("/menu")
    await mother.sees("24 ноября, вторник · завтра", "Что завтра")

    await mother.press("Сегодня")

    await mother.sees("23 ноября, понедельник · сегодня", "Отметка: 5")


async def test_homework_by_date_by_subject_and_of_the_past(mother: Phone, diary: Diary) -> None:
    await diary.mark(diary.algebra[MONDAY], MarkValue.DOT)
    await mother.press("Домашние задания")
    await mother.sees("Долги", "❗ Алгебра, пн 23.11", "вт 24.11 · завтра", "№ 5")
    assert not [label for label in mother.screen.labels if "делано" in label]

    await mother.press("По предметам")
    await mother.press("Физика", exact=True)
    await mother.sees("Домашние задания\nФизика", "Впереди заданий нет")
    await mother.press("Раньше")
    await mother.sees("На эти дни ничего не задано")
    await mother.press("Все предметы")
    await mother.press("❗ Алгебра пн 23.11")

    await mother.sees("❗ Долг: сдать работу")


async def test_the_pupil_ticks_homework_and_no_parent_sees_it(
    stage: Scene,
    mother: Phone,
    diary: Diary,
) -> None:
    pupil = stage.phone(diary.pupil)
    await pupil.send("/menu")
    await pupil.sees("Пётр Иванов")
    await pupil.press("Домашние задания")
    await pupil.press("☐ Не сделано")
    await pupil.sees("✓ Алгебра:")
    ticked = next(iter(pupil.screen.labels))

    await pupil.press(ticked)
    await pupil.press("✓ Сделано")
    await pupil.sees("на 24 ноября")
    assert "☐ Не сделано" in pupil.screen.labels
    await pupil.press("☐ Не сделано")

    await mother.press("Домашние задания")
    await mother.sees("• Алгебра:")
    forged = (TickTask(diary.family.pupil_id, 1, False).pack(), TickInList(diary.family.pupil_id, 1, False).pack())
    for data in forged:
        assert "Нет доступа" in (await mother.press_data(data, mother.screen.id)).text


async def test_a_file_opens_from_the_homework(mother: Phone, diary: Diary) -> None:
    file = StoredFile(
        name="5.pdf",
        kind="document",
        mime="application/pdf",
        size=4,
        content=b"%PDF",
        created_at=moscow(MONDAY, "08:00"),
    )
    await diary.write(file)
    await diary.write(HomeworkFile(homework_id=1, file_id=file.id))
    await mother.press("Домашние задания")
    await mother.press("📖 Алгебра вт 24.11 · 📎 1")

    await mother.press("5.pdf")

    await mother.sees("Алгебра: задание на 24 ноября")


async def test_sisters_and_brothers_are_one_tap_apart(
    stage: Scene,
    diary: Diary,
    school: SchoolBuilder,
) -> None:
    sister = await school.pupil(await school.class_unit("5А"), "Иванова", "Анна")
    phone = stage.phone(await school.connected_guardian(diary.family.pupil_id, sister))
    await phone.send("/menu")
    await phone.sees("Ваши дети")
    await phone.press("Пётр, 7Б")
    await phone.press("пт", exact=True)

    await phone.press("👤 Анна")
    await phone.sees("Анна Иванова, 5А", "27 ноября, пятница")
    await phone.press("Неделя")
    await phone.press("👤 Пётр")

    await phone.sees("Пётр Иванов, 7Б", "23 ноября – 29 ноября", "1. Алгебра")


async def test_forged_lessons_of_other_children_tell_nothing(
    mother: Phone,
    diary: Diary,
    family: Family,
) -> None:
    lesson = diary.algebra[FRIDAY]
    for data in (OpenChildLesson(family.other_pupil_id, lesson), OpenChildDay(family.other_pupil_id, FRIDAY)):
        answer = await mother.press_data(data.pack(), mother.screen.id)
        assert "Нет доступа" in answer.text
    assert (await mother.press_data(OpenChildLesson(family.pupil_id, 2**31 - 1).pack(), mother.screen.id)).alert

    assert "Сидоров" not in mother.screen.text


async def test_the_menu_offers_a_pupil_no_absence_to_tell_of(stage: Scene, diary: Diary) -> None:
    pupil = stage.phone(diary.pupil)
    await pupil.send("/menu")
    await pupil.sees("Пётр Иванов")

    await pupil.press("Ещё…")

    await pupil.sees("Что открыть?")
    assert "Отсутствия" in pupil.screen.labels
    assert "Сообщить об отсутствии" not in pupil.screen.labels
