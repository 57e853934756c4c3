"""A school's own file of rules."""

from datetime import time

import pytest

from core.app import App
from core.errors.regulation import RegulationUnfit
from core.regulation.choices import offers
from core.regulation.files import MAX_BYTES, name_of
from tests.regulations.choosing import OURS, TODAY, bring, change, running
from tests.regulations.conftest import Office


async def test_a_school_brings_its_own_file_and_chooses_it(app: App, office: Office) -> None:
    key = await bring(app, office.director)
    assert await running(app, TODAY) == ("default", time(21))

    await change(app, office.director, key)

    assert await running(app, TODAY) == ("наш-регламент", time(20))
    async with app.work(office.teacher.address) as work:
        assert work.regulation(TODAY).clause("roll") == "п. 2"


async def test_a_file_sent_anew_does_not_change_rules_already_chosen(app: App, office: Office) -> None:
    key = await bring(app, office.director)
    await change(app, office.director, key)

    await bring(app, office.director, OURS.replace(b"20:00", b"19:00"))

    assert await running(app, TODAY) == ("наш-регламент", time(20))
    await change(app, office.director, key)
    assert await running(app, TODAY) == ("наш-регламент", time(19))
    assert len(await office.trail("regulation.file")) == 2


async def test_the_same_file_sent_twice_is_kept_once(app: App, office: Office) -> None:
    await bring(app, office.director)
    await bring(app, office.deputy)

    assert len(await office.trail("regulation.file")) == 1


BAD = {
    "not toml": (b"PK\x03\x04 workbook", "not-toml"),
    "not utf-8": ('title = "Наш"'.encode("cp1251"), "not-toml"),
    "zero bytes": (b'title = "a"\0', "not-toml"),
    "huge": (b"#" * (MAX_BYTES + 1), "too-large"),
    "no title": (b"mark_correction = true", "missing"),
    "unknown field": (b'title = "a"\nmarks = 1', "unknown"),
    "unknown fields of great length": (b'title = "a"\n' + b"x" * 5000 + b" = 1", "unknown"),
    "contradiction": (b'title = "a"\n[roll]\ndays = 1\nworking_days = 2', "one-term"),
    "closes before it opens": (b'title = "a"\n[roll]\nat = 07:00:00', "too-early"),
}


@pytest.mark.parametrize(("body", "problem"), BAD.values(), ids=BAD.keys())
async def test_a_faulty_file_is_refused_and_nothing_is_kept(
    app: App, office: Office, body: bytes, problem: str
) -> None:
    with pytest.raises(RegulationUnfit) as caught:
        await bring(app, office.director, body)

    assert caught.value.facts["problem"] == problem
    async with app.work(office.director.address) as work:
        assert [o.name for o in await offers(work) if o.own] == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Наш регламент.TOML", "наш-регламент"),
        ("kam.toml", "kam-own"),
        ("../../etc/passwd.toml", "passwd"),
        ("….toml", "regulation"),
        ("a" * 300 + ".toml", "a" * 40),
    ],
)
def test_a_file_is_known_by_a_tidy_name(file: str, name: str) -> None:
    assert name_of(file) == name
