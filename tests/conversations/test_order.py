"""Silences and stop words."""

from datetime import timedelta

import pytest

from core.conversations import muting, stop_words
from core.conversations.facts import Who
from core.errors import AccessDenied, NotConnected
from core.errors.conversations import MuteWrong, StopWordWrong
from core.outbox import Kind
from tests.conversations.conftest import Circle, mute
from tests.support.clock import FakeClock


@pytest.mark.parametrize(
    ("by", "kind", "whom", "allowed"),
    [
        ("leader", "guardian", "mother", True),
        ("leader", "pupil", "son", True),
        ("leader", "staff", "physicist", False),
        ("singer", "guardian", "mother", False),
        ("administrator", "guardian", "mother", False),
        ("deputy", "staff", "physicist", True),
        ("deputy", "staff", "deputy", False),
        ("director", "pupil", "son", True),
        ("mother", "guardian", "uvarova", False),
    ],
)
async def test_a_class_leader_silences_the_own_class_and_the_management_anybody(
    circle: Circle, by: str, kind: Who, whom: str, *, allowed: bool
) -> None:
    if allowed:
        assert (await mute(circle, getattr(circle, by), kind, getattr(circle, whom).id)).kind == kind
        return
    with pytest.raises((AccessDenied, NotConnected)):
        await mute(circle, getattr(circle, by), kind, getattr(circle, whom).id)


async def test_whoever_is_silenced_is_told_once_why_and_until_when(circle: Circle) -> None:
    first = await mute(circle, circle.leader, "guardian", circle.mother.id)
    again = await mute(circle, circle.leader, "guardian", circle.mother.id)

    assert again == first
    (row,) = await circle.outbox(Kind.MUTED)
    assert (row.account_id, row.facts["reason"], row.facts["name"]) == (
        circle.mother.account_id,
        "Грубость",
        "Классная А. И.",
    )
    assert (first.name, first.what, first.by) == ("Иванова Мария Петровна", "мать", "Классная А. И.")
    assert len(await circle.trace("conversation.mute")) == 1


async def test_a_silence_is_lifted_and_what_the_management_said_stands(circle: Circle) -> None:
    own = await mute(circle, circle.leader, "guardian", circle.mother.id)
    theirs = await mute(circle, circle.director, "guardian", circle.mother.id, 3)

    async with circle.app.work(circle.leader.address) as work:
        shown, count = await muting.muted(work)
        with pytest.raises(AccessDenied):
            await muting.lift(work, theirs.mute_id)
    async with circle.app.work(circle.deputy.address) as work:
        await muting.lift(work, theirs.mute_id)
        await muting.lift(work, theirs.mute_id)

    assert own.mute_id != theirs.mute_id
    assert ([m.mute_id for m in shown], count) == ([theirs.mute_id], 1)
    assert [row.facts["lifted"] for row in await circle.outbox(Kind.MUTED)] == [False, False, True]
    talk = await circle.open_to(circle.leader)
    assert (await circle.say(circle.mother, talk)).message_id


@pytest.mark.parametrize(
    ("days", "why", "what"), [(-1, "Грубость", "until"), (31, "Грубость", "until"), (1, " ", "reason")]
)
async def test_a_silence_has_a_reason_and_an_end(circle: Circle, days: int, why: str, what: str) -> None:
    with pytest.raises(MuteWrong) as refused:
        await mute(circle, circle.leader, "guardian", circle.mother.id, days, why)

    assert refused.value.facts["what"] == what


async def test_stop_words_are_kept_by_those_who_answer_for_the_journal(circle: Circle) -> None:
    async with circle.app.work(circle.deputy.address) as work:
        added = await stop_words.add_stop_words(work, "Идиот*, дурак\nДУРАК")
        left = await stop_words.remove_stop_word(work, "ДУРАК")
        with pytest.raises(StopWordWrong):
            await stop_words.add_stop_words(work, "хорошо, 2x2")
    async with circle.app.work(circle.leader.address) as work:
        with pytest.raises(AccessDenied):
            await stop_words.stop_words(work)

    assert (added, left) == (("дурак", "идиот*"), ("идиот*",))


async def test_a_silence_ends_by_itself(circle: Circle, clock: FakeClock) -> None:
    await mute(circle, circle.leader, "guardian", circle.mother.id)
    clock.moment += timedelta(days=2)

    async with circle.app.work(circle.leader.address) as work:
        assert await muting.muted(work) == ((), 0)
