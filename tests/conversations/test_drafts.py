"""Words and files that answered nothing: kept until their writer says to whom."""

import pytest

from core.conversations import drafts
from core.errors import NothingThere
from core.errors.files import FileKindForbidden, TooManyFiles
from core.files import Upload
from tests.conversations.conftest import Circle


async def test_words_to_nobody_are_kept_until_they_are_sent_once(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.mother.address) as work:
        number = await drafts.keep_draft(work, "Петя болен", [], None, "5")
        same = await drafts.keep_draft(work, "Петя болен", [], None, "5")
        first = await drafts.send_draft(work, number, talk)
        again = await drafts.send_draft(work, number, talk)
        assert (await drafts.draft(work, number)).used
    async with circle.app.work(circle.father.address) as work:
        with pytest.raises(NothingThere):
            await drafts.draft(work, number)

    assert same == number
    assert (first.again, again.again, again.message_id) == (False, True, first.message_id)


async def test_words_that_wait_are_changed_with_their_message_and_those_sent_are_not(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.mother.address) as work:
        number = await drafts.keep_draft(work, "Петя болен", [], None, "5")
        changed = [await drafts.edit_draft(work, "5", "Петя здоров", [["bold", 0, 4, None]]) for _ in range(2)]
        kept = await drafts.draft(work, number)
        await drafts.send_draft(work, number, talk)
        too_late = await drafts.edit_draft(work, "5", "Петя ушёл", [])
    async with circle.app.work(circle.father.address) as work:
        a_stranger = await drafts.edit_draft(work, "5", "Чужое", [])

    assert (changed, too_late, a_stranger) == ([True, False], False, False)
    assert (kept.body, kept.spans) == ("Петя здоров", [["bold", 0, 4, None]])
    assert [said.body for said in (await circle.read(circle.leader, talk)).messages] == ["Петя здоров"]


async def test_the_parts_of_an_album_are_one_draft(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.mother.address) as work:
        kept = {
            await drafts.keep_draft(
                work, "Фото" if n == 0 else "", [], Upload(f"{n}.jpg", b"\xff\xd8", f"m{n}", "a"), f"{n}", "a"
            )
            for n in range(3)
        }
        (number,) = kept
        files = (await drafts.draft(work, number)).files
        said = await drafts.send_draft(work, number, talk)
        with pytest.raises(FileKindForbidden):
            await drafts.keep_draft(work, "", [], Upload("x.exe", b"MZ", "m9"), "9")

    seen = (await circle.read(circle.leader, talk)).messages[0]
    assert (seen.id, seen.body, tuple(f[0] for f in seen.files)) == (said.message_id, "Фото", files)


async def test_a_draft_of_too_many_files_is_refused(circle: Circle) -> None:
    async with circle.app.work(circle.mother.address) as work:
        for n in range(10):
            await drafts.keep_draft(work, "", [], Upload(f"{n}.jpg", b"\xff\xd8", f"m{n}", "a"), f"{n}", "a")
        with pytest.raises(TooManyFiles):
            await drafts.keep_draft(work, "", [], Upload("10.jpg", b"\xff\xd8", "m10", "a"), "10", "a")
