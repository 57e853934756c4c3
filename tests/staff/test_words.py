"""Words, photos and files that answer a question, or none."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.roll.attendance import mark
from core.terms import Presence
from sandbox import Phone
from sandbox.view import Msg
from storage.models import Attendance, Draft, Link, StoredFile
from tests.sandbox.pictures import PNG
from tests.staff.conftest import Foreign, at_rest
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person
from tests.support.stage import Scene

Sessions = async_sessionmaker[AsyncSession]
ODD = ["👋🏽👨‍👩‍👧", "مرحبا \u202eсправа налево", '<b>жирно</b> & "кавычки" <a href="x">', "строка\nвторая"]


@pytest.fixture
async def leader(stage: Scene, foreign: Foreign) -> Phone:
    """The class leader's phone, with the page of Иванов's absence open."""
    phone = stage.phone(foreign.leader)
    await phone.send("/menu")
    await phone.sees("Отсутствуют: 7Б")
    await phone.press("Отсутствуют: 7Б")
    await phone.press("Иванов Пётр")
    await phone.press("Добавить заметку")
    await phone.sees("Напишите заметку", "/cancel")
    return phone


@pytest.fixture
async def newcomer(stage: Scene, foreign: Foreign) -> Phone:
    """The phone of a teacher who writes with nobody and is written nothing, at home."""
    phone = stage.phone(await foreign.school.connected_staff("Новенькая"))
    await phone.send("/menu")
    await phone.sees("Сегодня")
    await phone.settle()
    return phone


@pytest.fixture
async def writer(stage: Scene, foreign: Foreign, sessions: Sessions) -> Phone:
    """The class leader's phone at home, once the mother's letter and her complaint have come or been given up."""
    phone = stage.phone(foreign.leader)
    await at_rest(sessions)
    await phone.send("/menu")
    await phone.sees("Отсутствуют: 7Б")
    await phone.settle()
    return phone


async def answered(phone: Phone, words: str, after: int) -> Msg:
    """The bot's new message with these words that came after the message `after`; a push may come in between."""
    while (shown := await phone.next_message()).id <= after or words not in shown.text:
        pass
    return shown


async def drafts_of(sessions: Sessions, person: Person) -> list[Draft]:
    mine = select(Draft).where(Draft.account_id == person.account_id).order_by(Draft.id)
    async with sessions() as session:
        return list(await session.scalars(mine))


async def files(sessions: Sessions) -> list[int]:
    async with sessions() as session:
        return list(await session.scalars(select(StoredFile.id).order_by(StoredFile.id)))


def written(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The tables that differ."""
    return {name for name in before if before[name] != after[name]}


async def note_of(sessions: Sessions, foreign: Foreign) -> str:
    async with sessions() as session:
        return await session.scalar(select(Attendance.note).where(Attendance.pupil_id == foreign.absent)) or ""


@pytest.mark.parametrize("words", ODD)
async def test_a_note_is_kept_and_shown_as_written(
    leader: Phone, foreign: Foreign, sessions: Sessions, words: str
) -> None:
    await leader.send(words)

    await leader.sees(f"Заметка: {words}")
    assert await note_of(sessions, foreign) == words


async def test_a_note_too_long_is_asked_for_again_and_plain_words_answer(
    leader: Phone, foreign: Foreign, sessions: Sessions
) -> None:
    await leader.send("я" * 4096)
    await leader.sees("Слишком длинный текст", "не больше 500")

    await leader.send("короче")

    await leader.sees("Заметка: короче")
    assert await note_of(sessions, foreign) == "короче"


async def test_a_photo_is_no_note_and_takes_none_away(leader: Phone, foreign: Foreign, sessions: Sessions) -> None:
    await leader.send("было")
    await leader.sees("Заметка: было")
    await leader.press("Добавить заметку")
    await leader.settle()

    photo = await leader.upload(PNG, "photo.png", "image/png", as_="photo")

    await answered(leader, "Напишите заметку", photo)
    await leader.settle()
    assert await note_of(sessions, foreign) == "было"


async def test_an_answer_after_the_right_is_gone_writes_nothing(
    leader: Phone, foreign: Foreign, sessions: Sessions
) -> None:
    async with sessions() as session, session.begin():
        revoked = {"revoked_at": moscow(MONDAY, "08:39")}
        await session.execute(update(Link).where(Link.id == foreign.leader.link_id).values(**revoked))

    await leader.send("уже не моё дело")

    await leader.sees("пришлите код доступа")
    assert await note_of(sessions, foreign) == ""


async def test_cancel_closes_the_question_and_shows_home(leader: Phone, foreign: Foreign, sessions: Sessions) -> None:
    await leader.send("/cancel")
    await leader.sees("Отменено")
    await leader.sees("Отсутствуют: 7Б")

    await leader.send("не заметка")

    await leader.sees("Кому передать?", "не заметка")
    assert await note_of(sessions, foreign) == ""


@pytest.mark.parametrize("words", ["/foo", "/start_", "привет", *ODD[1:], "я" * 4096])
async def test_words_that_nobody_asked_for_lead_home_and_write_nothing(
    newcomer: Phone, sessions: Sessions, words: str
) -> None:
    before = await at_rest(sessions)

    await newcomer.send(words)

    said = await newcomer.sees("Не понял это сообщение")
    home = await answered(newcomer, "понедельник, 23 ноября", said.id)
    await newcomer.settle()
    assert "Сегодня" in home.labels
    assert written(before, await at_rest(sessions)) == set()


@pytest.mark.parametrize("signs", ["/ ", ODD[0], "спасибо"])
async def test_a_nod_to_nobody_is_handed_to_nobody_and_writes_nothing(
    newcomer: Phone, sessions: Sessions, signs: str
) -> None:
    before = await at_rest(sessions)

    await newcomer.send(signs)

    await newcomer.sees("Это никому не передано")
    await newcomer.settle()
    assert written(before, await at_rest(sessions)) == set()


@pytest.mark.parametrize("words", ["привет", *ODD])
async def test_words_of_who_writes_with_somebody_wait_as_a_draft_and_write_nothing_else(
    writer: Phone, foreign: Foreign, sessions: Sessions, words: str
) -> None:
    before = await at_rest(sessions)

    await writer.send(words)

    await writer.sees("Кому передать?", words)
    await writer.settle()
    assert written(before, await at_rest(sessions)) == {"draft"}
    assert [(draft.body, draft.used_at) for draft in await drafts_of(sessions, foreign.leader)] == [(words, None)]


@pytest.mark.parametrize(
    ("words", "answer"), [("/foo", "Не понял это сообщение"), ("я" * 4096, "Слишком длинный текст")]
)
async def test_a_command_or_a_text_too_long_to_hand_on_waits_for_nobody(
    writer: Phone, sessions: Sessions, words: str, answer: str
) -> None:
    before = await at_rest(sessions)

    await writer.send(words)

    await writer.sees(answer)
    await writer.settle()
    assert written(before, await at_rest(sessions)) == set()


async def test_a_workbook_sent_while_a_question_is_open_is_a_workbook(
    stage: Scene, foreign: Foreign, sessions: Sessions
) -> None:
    phone = stage.phone(foreign.administrator)
    await phone.send("/menu")
    await phone.sees("Сотрудники и коды")
    await phone.press("Сотрудники и коды")
    await phone.press("Найти по фамилии")
    await phone.sees("Напишите фамилию")

    await phone.upload(b"%PDF-1.7", "school.xlsx")

    await phone.sees("Это не книга .xlsx")


async def test_a_consent_text_of_a_whole_message_is_too_long_and_the_old_one_stays(
    stage: Scene, foreign: Foreign
) -> None:
    phone = stage.phone(foreign.administrator)
    await phone.send("/menu")
    await phone.sees("Классы и семьи")
    await phone.press("Классы и семьи")
    await phone.press("Текст согласия")
    await phone.press("Заменить текст")
    await phone.sees("Пришлите новый текст")
    await phone.send("<" * 4096)
    await phone.sees("Слишком длинный текст")

    await phone.send("Согласен & точка")

    await phone.sees("редакция № 2", "Согласен & точка")


async def test_a_photo_of_a_teacher_leads_home_and_is_not_kept(newcomer: Phone, sessions: Sessions) -> None:
    before = await files(sessions)

    await newcomer.upload(PNG, "photo.png", "image/png", as_="photo")

    await newcomer.sees("Не понял это сообщение")
    assert await files(sessions) == before


async def test_a_photo_of_who_writes_with_somebody_waits_as_a_draft(
    writer: Phone, foreign: Foreign, sessions: Sessions
) -> None:
    before = await files(sessions)

    await writer.upload(PNG, "photo.png", "image/png", as_="photo")

    await writer.sees("Кому передать?", "с файлами")
    (draft,) = await drafts_of(sessions, foreign.leader)
    assert [*before, *draft.parts] == await files(sessions)
    assert len(draft.parts) == 1


async def test_a_pupil_named_in_markup_is_shown_as_written(app: App, stage: Scene, foreign: Foreign) -> None:
    odd = await foreign.school.pupil(foreign.class_id, '<b>Ко&т"', "<i>")
    async with app.work(foreign.leader.address) as work:
        await mark(work, foreign.lesson, odd, Presence.ABSENT, seen=0)
    phone = stage.phone(foreign.leader)
    await phone.send("/menu")
    await phone.sees("Отсутствуют: 7Б")

    await phone.press("Отсутствуют: 7Б")
    await phone.sees('<b>Ко&т" <i> — с 1-го урока')
    await phone.press('! <b>Ко&т" <i>')

    await phone.sees('<b>Ко&т" <i>, 23 ноября')
