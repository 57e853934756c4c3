"""An announcement that can never be published holds nobody up (C2)."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from storage.models import Announcement
from tests.announcements.conftest import Post


async def test_one_that_cannot_be_published_is_told_to_its_author_and_the_next_leaves(post: Post) -> None:
    poisoned, rev = await post.draft(post.of.leader, body="Первое", source="1")
    await post.confirm(post.of.leader, poisoned, rev)
    good, rev = await post.draft(post.of.deputy, body="Второе", source="2")
    await post.confirm(post.of.deputy, good, rev)
    async with post.of.sessions() as session, session.begin():
        await session.execute(
            update(Announcement).where(Announcement.id == poisoned).values(audience={"classes": ["7Б"]})
        )

    await post.tick()
    await post.tick()

    assert {push.subject_id for push in await post.pushes()} == {good}
    (told,) = await post.pushes("announcement_to_nobody")
    assert (told.account_id, told.facts["body"], told.facts["failed"]) == (post.of.leader.account_id, "Первое", True)


@pytest.mark.parametrize("trouble", ["40P01", "57014"])
async def test_trouble_of_the_database_takes_nothing_back(
    post: Post, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    announcement, rev = await post.draft(post.of.leader)
    await post.confirm(post.of.leader, announcement, rev)
    with monkeypatch.context() as patch:
        patch.setattr("core.announcements.publishing.enqueue", _in_trouble(trouble))
        with pytest.raises(DBAPIError):
            await post.tick()

    await post.tick()

    assert {push.subject_id for push in await post.pushes()} == {announcement}


def _in_trouble(state: str) -> Callable[..., Awaitable[None]]:
    class Trouble(Exception):
        sqlstate = state

    async def fail(*_: object) -> None:
        raise DBAPIError("", None, Trouble())

    return fail
