"""The family bot as a parent lives it, over real HTTP."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.actions.family import OpenChildDay, StateReason
from core.actions.notices import GiveNotice, OpenNotice, WithdrawNotice
from core.app import App
from core.terms import AbsenceReason, ConsentAnswer, Door, Statement
from sandbox import Phone, Upload
from storage.models import AbsenceCase, AbsenceNotice, Lesson, Link, StoredFile
from tests.family.conftest import Family
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after
from tests.support.stage import Scene, playing, scene

JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a"
    "1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f0000010501010101"
    "010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d01020300041105122131410613516107"
    "227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a63"
    "6465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9"
    "cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbd0ffd9"
)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def page(number: int) -> Upload:
    """A photo unlike the others."""
    return Upload(f"{number}.jpg", "image/jpeg", JPEG + bytes([number]))


@pytest.fixture
async def mother(stage: Scene, family: Family, school: SchoolBuilder) -> Phone:
    """The mother's phone, the child's Monday of two lessons open."""
    load = await school.load(family.teacher_id, family.class_id)
    await school.lesson(load, 1)
    await school.lesson(load, 2)
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("Пётр Иванов, 7Б", "Алгебра")
    return phone


async def count(sessions: async_sessionmaker[AsyncSession], table: type) -> int:
    async with sessions() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def tell_today(phone: Phone) -> None:
    """Пётр is ill today, in three taps."""
    await phone.press("Сообщить об отсутствии")
    await phone.press("Сегодня")
    await phone.press("Болеет")
    await phone.sees("✓ Записано")


async def test_the_only_child_opens_the_day_and_the_days_beside_it(mother: Phone) -> None:
    assert "1. 08:30–09:15 Алгебра" in mother.screen.text
    assert "каб. 12 · Петрова А. И." in mother.screen.text

    await mother.press("вт 24.11 ›")
    await mother.sees("24 ноября, вторник · завтра", "Уроков в расписании нет")
    await mother.press("Домой")

    await mother.sees("23 ноября, понедельник · сегодня")
    assert len([m for m in mother.messages if m.from_bot]) == 1


async def test_several_children_are_chosen_from(stage: Scene, family: Family, school: SchoolBuilder) -> None:
    sister = await school.pupil(await school.class_unit("5А"), "Иванова", "Анна")
    parent = await school.connected_guardian(family.pupil_id, sister)
    phone = stage.phone(parent)

    await phone.send("/menu")
    await phone.sees("Ваши дети", "Пётр Иванов, 7Б", "Анна Иванова, 5А")
    await phone.press("Анна, 5А")

    await phone.sees("Анна Иванова, 5А", "сегодня")
    await phone.press("Домой")
    await phone.sees("Ваши дети")


async def test_an_absence_is_told_in_three_taps_and_withdrawn_in_two(mother: Phone) -> None:
    await tell_today(mother)

    await mother.press("Отозвать")
    await mother.press("Да, отозвать")

    await mother.sees("✓ Отозвано")
    await mother.press("Домой")
    assert "Школа знает" not in mother.screen.text


async def test_days_in_words_are_asked_again_until_they_fit(mother: Phone) -> None:
    await mother.press("Сообщить об отсутствии")
    await mother.press("Другие дни")
    await mother.reply("когда-нибудь", await mother.sees("Пётр: напишите день или дни"))
    await mother.sees("Не получилось понять даты")

    await mother.send("с 25 по 27 ноября")

    await mother.sees("25 ноября – 27 ноября", "По какой причине?")
    await mother.press("Другая причина")
    await mother.reply(
        "Едем на <b>турнир</b> & домой 😀", await mother.sees("Пётр, 25 ноября – 27 ноября: напишите причину")
    )
    await mother.sees("Едем на <b>турнир</b> & домой 😀", "25 ноября – 27 ноября")


async def test_a_too_long_reason_is_asked_for_again(mother: Phone) -> None:
    await mother.press("Сообщить об отсутствии")
    await mother.press("Завтра")
    await mother.press("Другая причина")

    await mother.send("а" * 4096)

    await mother.sees("Слишком длинный текст", "не больше 500", "Напишите ещё раз")


async def test_a_question_asked_twice_is_one_question(mother: Phone) -> None:
    await mother.press("Сообщить об отсутствии")
    await mother.press("Другие дни")
    await mother.press("Другие дни")
    await mother.settle()

    await mother.send("завтра")

    await mother.sees("Пётр, 24 ноября. По какой причине?")


async def test_a_question_lives_through_a_restart(app: App, clock: FakeClock, family: Family, tmp_path: Path) -> None:
    async with scene(tmp_path) as scene_:
        phone = scene_.phone(family.mother)
        async with playing(app, scene_):
            await phone.send("/menu")
            await phone.sees("Пётр Иванов, 7Б")
            await phone.press("Сообщить об отсутствии")
            await phone.press("Другие дни")
            question = await phone.sees("Пётр: напишите день или дни")

        async with playing(app, scene_):
            await phone.reply("27.11", question)
            await phone.sees("27 ноября", "По какой причине?")


async def test_the_album_of_a_medical_note_is_kept_whole_and_rings_once(
    mother: Phone, stage: Scene, family: Family, clock: FakeClock
) -> None:
    leader = stage.phone(family.leader)
    await tell_today(mother)
    await leader.sees("семья сообщает об отсутствии", "Иванов Пётр")
    await mother.press("📎 Справка")
    await mother.sees("пришлите фото справки")

    await mother.upload_album([page(1), page(2), page(3)])
    await mother.sees("✓ Принято")
    await mother.settle()
    clock.forward(seconds=30)

    await leader.sees("приложена справка", "Справка: 3 файла")
    assert len([m for m in leader.pushes if "приложена справка" in m.text]) == 1
    await leader.press("Показать справку")
    await leader.sees("Иванов Пётр, справка 3 из 3")
    assert (await leader.download(leader.screen))[:3] == JPEG[:3]


async def test_a_photo_sent_unasked_finds_its_absence(
    mother: Phone, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await tell_today(mother)

    await mother.upload_album([page(1), page(2)])
    await mother.sees("К какому отсутствию его приложить?")
    await mother.settle()
    await mother.press("Пётр: пн 23.11")

    await mother.sees("✓ Приложено", "Справка: 2 файла")
    assert await count(sessions, StoredFile) == 2


async def test_a_pdf_fits_and_another_file_does_not(mother: Phone) -> None:
    await tell_today(mother)
    await mother.press("📎 Справка")
    await mother.upload(b"MZ\x90\x00 not a paper", "note.pdf", "application/pdf")
    await mother.sees("Подойдёт фото или PDF")

    await mother.upload(PDF, "справка.pdf", "application/pdf")

    await mother.sees("✓ Приложено")


async def test_a_file_over_twenty_megabytes_is_refused(mother: Phone) -> None:
    await tell_today(mother)
    await mother.press("📎 Справка")

    await mother.upload(PDF + bytes(21 * 1024 * 1024), "big.pdf", "application/pdf")

    await mother.sees("не больше 20 МБ")


async def test_a_strangers_photo_and_words_are_answered_and_not_kept(
    stage: Scene, sessions: async_sessionmaker[AsyncSession]
) -> None:
    phone = stage.phone_at(77, Door.FAMILY)
    await phone.start()
    await phone.settle()

    await phone.upload(JPEG, "x.jpg", "image/jpeg", as_="photo")
    await phone.sees("не подключён")

    assert await count(sessions, StoredFile) == 0


async def test_forged_buttons_of_somebody_elses_child_write_nothing(
    mother: Phone, family: Family, sessions: async_sessionmaker[AsyncSession]
) -> None:
    other = family.other_pupil_id
    for forged in (
        OpenChildDay(other).pack(),
        GiveNotice(other, MONDAY, MONDAY, AbsenceReason.ILLNESS).pack(),
        f"cd:{other}:99991231",
        "nw:1:1:1:1",
        "cd:99999999999999:",
        "zz:1",
    ):
        answer = await mother.press_data(forged, mother.screen.id)
        assert answer.alert, forged

    assert await count(sessions, AbsenceNotice) == 0
    assert "Сидоров" not in mother.screen.text


async def test_an_old_button_of_a_changed_notice_shows_the_fresh_one(mother: Phone) -> None:
    await tell_today(mother)
    stale = WithdrawNotice(1, 1).pack()
    await mother.press("Комментарий")
    await mother.send("Температура")
    await mother.sees("«Температура»")

    await mother.press_data(stale, mother.screen.id)

    await mother.sees("уже изменили", "«Температура»")


async def test_yesterdays_button_cannot_tell_of_yesterday(mother: Phone, clock: FakeClock) -> None:
    await mother.press("Сообщить об отсутствии")
    await mother.press("Сегодня")
    clock.set("08:00", days_after(1))

    answer = await mother.press("Болеет")

    assert answer.text.startswith("Это уже прошло")


async def test_after_a_withdrawn_consent_old_buttons_lead_to_the_consent(
    mother: Phone, family: Family, school: SchoolBuilder
) -> None:
    await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)

    answer = await mother.press("вт 24.11 ›")

    assert answer.alert
    await mother.sees("Согласие")


async def test_language_quiet_hours_and_disconnecting(
    mother: Phone, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await mother.press("Настройки")
    await mother.press("Уведомления")
    await mother.press("Тихие часы")
    await mother.press("22:00–07:00")
    await mother.press("Назад")
    await mother.sees("Тихие часы: с 22:00 до 07:00")
    await mother.press("Язык")
    await mother.press("English")
    await mother.sees("Quiet hours: 22:00 to 07:00")

    await mother.press("Disconnect this phone")
    await mother.press("Yes, disconnect")

    await mother.sees("This phone is disconnected")
    async with sessions() as session:
        assert await session.scalar(select(Link.id).where(Link.guardian_id.is_not(None)).limit(1)) is not None
    answer = await mother.press_data(OpenNotice(1).pack(), mother.screen.id)
    assert answer.alert


async def test_the_standing_commands_always_answer(mother: Phone) -> None:
    for command, said in (
        ("/help", "Что умеет этот бот"),
        ("/language", "Язык · Language"),
        ("/cancel", "отменять нечего"),
        ("/start", "Пётр Иванов"),
        ("/nonsense", "всё делается кнопками"),
        ("привет 😀", "всё делается кнопками"),
    ):
        await mother.send(command)
        await mother.sees(said)


async def test_an_answer_to_an_alert_can_be_changed_and_opens_the_day(
    mother: Phone, family: Family, sessions: async_sessionmaker[AsyncSession]
) -> None:
    async with sessions() as session, session.begin():
        lesson_id = await session.scalar(select(func.min(Lesson.id)))
        case = AbsenceCase(
            pupil_id=family.pupil_id, on_date=MONDAY, first_lesson_id=lesson_id, opened_at=moscow(MONDAY, "08:35")
        )
        session.add(case)
    await mother.press_data(StateReason(case.id, Statement.UNKNOWN).pack(), mother.screen.id)
    await mother.sees("Иванов Пётр: нет на 1-м уроке", "причина неизвестна")

    await mother.press("Изменить ответ")
    await mother.press("Опаздывает")

    await mother.sees("Ответ семьи: опаздывает")
    await mother.press("Открыть день")
    await mother.sees("Пётр Иванов, 7Б", "1. 08:30–09:15 Алгебра")


async def test_a_pupil_reads_the_alert_but_does_not_answer_it(
    stage: Scene, mother: Phone, family: Family, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> None:
    async with sessions() as session, session.begin():
        lesson_id = await session.scalar(select(func.min(Lesson.id)))
        case = AbsenceCase(
            pupil_id=family.pupil_id, on_date=MONDAY, first_lesson_id=lesson_id, opened_at=moscow(MONDAY, "08:35")
        )
        session.add(case)
    pupil = stage.phone(await school.connected_pupil(family.pupil_id))
    await pupil.send("/menu")
    await pupil.sees("Пётр Иванов, 7Б", "Отсутствия")

    answer = await pupil.press_data(StateReason(case.id, Statement.ILL).pack(), pupil.screen.id)

    assert "Нет доступа" in answer.text
    async with sessions() as session:
        assert (await session.get_one(AbsenceCase, case.id)).statement is None
