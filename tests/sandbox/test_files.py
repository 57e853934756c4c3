"""Photos, files and voices, both ways and through both libraries."""

from io import BytesIO

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto, MediaUnion
from telegram import Bot as PtbBot
from telegram import InputMediaDocument as PtbDocument

from sandbox import Impossible, Phone, Sandbox, Upload
from sandbox.files import MEGABYTE, FileStore, picture_size
from tests.sandbox.conftest import ANNA, aiogram_bot
from tests.sandbox.pictures import GIF, JPEG, PNG, png_of


def png(name: str = "a.png") -> BufferedInputFile:
    return BufferedInputFile(PNG, name)


@pytest.mark.parametrize(
    ("content", "size"),
    [(PNG, (1, 1)), (GIF, (3, 4)), (JPEG, (6, 5)), (b"", None), (b"PK\x03\x04", None), (b"\xff\xd8\xff", None)],
)
def test_pictures_tell_their_size(content: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(content) == size


async def test_a_document_of_aiogram_is_downloaded_by_the_person(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_document(
        ANNA, BufferedInputFile(b"1;2", "Отчёт 7Б.csv"), caption="<b>вот</b>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size, sent.html_text) == ("Отчёт 7Б.csv", 3, "<b>вот</b>")
    assert (anna.screen.documents[0].name, await anna.download(anna.screen)) == ("Отчёт 7Б.csv", b"1;2")


async def test_a_document_of_python_telegram_bot_is_downloaded_by_the_person(ptb: PtbBot, anna: Phone) -> None:
    await ptb.send_document(ANNA, b"%PDF", filename="slips.pdf")
    assert (anna.screen.documents[0].name, await anna.download(anna.screen)) == ("slips.pdf", b"%PDF")


async def test_a_photo_has_its_size(bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    sent = await bot.send_photo(ANNA, png())
    also = await ptb.send_photo(ANNA, JPEG)
    assert sent.photo is not None
    assert [(p.width, p.height) for p in (sent.photo[-1], also.photo[-1])] == [(1, 1), (6, 5)]
    assert anna.screen.photo is not None


async def test_what_a_person_sends_is_downloaded_by_the_bots(bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    await anna.upload(b"PK workbook", "школа.xlsx", caption="данные")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    assert (update.message.document.file_name, update.message.caption) == ("школа.xlsx", "данные")
    target = BytesIO()
    await bot.download(update.message.document, target)
    also = await (await ptb.get_file(update.message.document.file_id)).download_as_bytearray()
    assert target.getvalue() == also == b"PK workbook"


async def test_a_person_sends_a_photo_and_a_voice(ptb: PtbBot, anna: Phone) -> None:
    await anna.upload(PNG, "note.png", "image/png", as_="photo")
    await anna.upload(b"OggS", "v.ogg", "audio/ogg", as_="voice")
    photo, voice = await ptb.get_updates()
    assert photo.message is not None
    assert voice.message is not None
    assert voice.message.voice is not None
    assert (photo.message.photo[-1].width, voice.message.voice.mime_type) == (1, "audio/ogg")


async def test_an_album_of_a_person_is_one_group(bot: Bot, anna: Phone) -> None:
    await anna.upload_album([Upload("1.png", "image/png", PNG), Upload("2.png", "image/png", PNG)], caption="две")
    first, second = [update.message for update in await bot.get_updates()]
    assert first is not None
    assert second is not None
    assert (first.caption, second.caption) == ("две", None)
    assert first.media_group_id == second.media_group_id is not None


async def test_an_album_of_a_bot_is_one_group(bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    photos = await bot.send_media_group(ANNA, [InputMediaPhoto(media=png(), caption="а"), InputMediaPhoto(media=png())])
    assert len({message.media_group_id for message in photos}) == 1
    await ptb.send_media_group(ANNA, [PtbDocument(b"1", filename="1.txt"), PtbDocument(b"2", filename="2.txt")])
    assert [msg.documents[0].name for msg in anna.messages[-2:]] == ["1.txt", "2.txt"]


async def test_documents_and_photos_do_not_mix_in_an_album(bot: Bot, anna: Phone) -> None:
    mixed: list[MediaUnion] = [InputMediaPhoto(media=png()), InputMediaDocument(media=png())]
    with pytest.raises(TelegramBadRequest, match="can't be mixed"):
        await bot.send_media_group(ANNA, mixed)
    assert anna.pushes == []


async def test_a_file_id_sends_the_same_file_again(bot: Bot, anna: Phone) -> None:
    first = await bot.send_document(ANNA, BufferedInputFile(b"x", "x.txt"))
    assert first.document is not None
    again = await bot.send_document(ANNA, first.document.file_id)
    assert again.document == first.document


async def test_a_file_id_of_another_bot_is_refused(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    sent = await bot.send_document(ANNA, BufferedInputFile(b"x", "x.txt"))
    assert sent.document is not None
    family = aiogram_bot(sandbox, "222:family")
    await sandbox.phone(ANNA, "family_bot").start()
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await family.send_document(ANNA, sent.document.file_id)
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await family.get_file(sent.document.file_id)
    await family.session.close()


async def test_media_and_captions_are_edited_in_place(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_document(ANNA, BufferedInputFile(b"1", "1.txt"), caption="раз")
    await bot.edit_message_caption(chat_id=ANNA, message_id=sent.message_id, caption="два")
    assert anna.screen.text == "два"
    new = InputMediaDocument(media=BufferedInputFile(b"2", "2.txt"), caption="три")
    await bot.edit_message_media(new, chat_id=ANNA, message_id=sent.message_id)
    assert (anna.screen.text, await anna.download(anna.screen)) == ("три", b"2")
    with pytest.raises(TelegramBadRequest, match="there is no text"):
        await bot.edit_message_text("x", chat_id=ANNA, message_id=sent.message_id)


async def test_a_photo_takes_a_text_s_place_and_no_text_a_photo_s(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(ANNA, "Список")
    for name in ("a.png", "b.png"):
        photo = InputMediaPhoto(media=png(name), caption=name)
        await bot.edit_message_media(photo, chat_id=ANNA, message_id=sent.message_id)
    assert anna.screen.photo is not None
    assert (anna.screen.id, anna.screen.text, anna.screen.photo.name) == (sent.message_id, "b.png", "b.png")
    with pytest.raises(TelegramBadRequest, match="there is no text"):
        await bot.edit_message_text("x", chat_id=ANNA, message_id=sent.message_id)


@pytest.mark.parametrize(("width", "height"), [(5001, 5000), (2100, 100)])
async def test_a_photo_of_absurd_sides_is_refused(bot: Bot, anna: Phone, width: int, height: int) -> None:
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(ANNA, BufferedInputFile(png_of(width, height), "a.png"))
    assert anna.pushes == []


async def test_a_photo_of_the_largest_sides_is_taken(bot: Bot, anna: Phone) -> None:
    await bot.send_photo(ANNA, BufferedInputFile(png_of(9500, 500), "a.png"))
    assert anna.screen.photo is not None


async def test_a_bot_downloads_at_most_twenty_megabytes(bot: Bot, anna: Phone) -> None:
    await anna.upload(b"x" * (20 * MEGABYTE + 1), "big.bin")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(update.message.document.file_id)


async def test_a_bot_uploads_at_most_fifty_megabytes(bot: Bot, anna: Phone) -> None:
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(ANNA, BufferedInputFile(b"x" * (50 * MEGABYTE + 1), "big.bin"))
    assert anna.pushes == []


async def test_a_photo_is_at_most_ten_megabytes_and_a_picture(bot: Bot, anna: Phone) -> None:
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_photo(ANNA, BufferedInputFile(PNG + b"x" * (10 * MEGABYTE), "big.png"))
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(ANNA, BufferedInputFile(b"text", "a.png"))
    with pytest.raises(Impossible, match="not a picture"):
        await anna.upload(b"text", "a.png", as_="photo")


async def test_an_empty_file_is_refused(bot: Bot, anna: Phone) -> None:
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(ANNA, BufferedInputFile(b"", "a.txt"))
    assert anna.pushes == []


def test_ids_of_equal_files_differ() -> None:
    store = FileStore()
    upload = Upload("a", "text/plain", b"same")
    assert store.add(1, upload, "document").file_id != store.add(1, upload, "document").file_id
