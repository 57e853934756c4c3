"""Files of a message, and the parts of an album."""

import pytest

from core.conversations import writing
from core.errors import AccessDenied
from core.errors.files import FileKindForbidden, TooManyFiles
from core.files import Upload, keep
from core.terms import FileKind
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import Person


async def put(circle: Circle, by: Person, name: str = "справка.pdf", content: bytes = b"%PDF-1", **more: str) -> int:
    async with circle.app.work(by.address) as work:
        upload = Upload(name, content, f"f-{name}", kind=FileKind.DOCUMENT, **more)
        return await keep(work, upload)


async def test_files_go_along_and_programs_do_not(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    paper, game = await put(circle, circle.mother), await put(circle, circle.mother, "игра.exe", b"MZ\x90")

    said = await circle.say(circle.mother, talk, "", paper)
    with pytest.raises(FileKindForbidden):
        await circle.say(circle.mother, talk, "", game, source="2")
    with pytest.raises(AccessDenied):
        await circle.say(circle.leader, talk, "", paper, source="3")
    with pytest.raises(TooManyFiles):
        await circle.say(circle.mother, talk, "", *range(1, 12), source="4")

    (row,) = await circle.outbox()
    assert row.facts["files"] == [paper]
    assert (await circle.read(circle.leader, talk)).messages[0].files == ((paper, FileKind.DOCUMENT, "справка.pdf"),)
    assert said.message_id


async def test_the_parts_of_an_album_leave_together(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    first = await put(circle, circle.mother, "1.jpg", b"\xff\xd8", album="a")
    said = await circle.say(circle.mother, talk, "Фото", first)
    second = await put(circle, circle.mother, "2.jpg", b"\xff\xd8", album="a")

    async with circle.app.work(circle.mother.address) as work:
        await writing.add_file(work, said.message_id, [second])

    (row,) = await circle.outbox()
    assert row.facts["files"] == [first, second]
    assert row.due_at > clock.now()


async def test_a_part_that_comes_after_the_rest_left_follows_it(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    first = await put(circle, circle.mother, "1.jpg", b"\xff\xd8", album="a")
    said = await circle.say(circle.mother, talk, "Фото", first)
    await circle.deliver()
    second = await put(circle, circle.mother, "2.jpg", b"\xff\xd8", album="a")

    for _ in range(2):
        async with circle.app.work(circle.mother.address) as work:
            await writing.add_file(work, said.message_id, [second])

    (row,) = await circle.pending()
    assert (row.facts["files"], row.facts["body"]) == ([second], "")
