"""Every screen about access renders in every language, within Telegram's limits."""

from collections.abc import Callable
from datetime import datetime
from html.parser import HTMLParser

import pytest

from bots.family.screens import consent as family_screens
from bots.shared.entry import welcome_screen
from bots.staff.screens import access, families
from bots.staff.screens.wording import wording
from core.access.cards import CodeState, Connection, Member
from core.access.codes import IssuedCode, Welcome
from core.access.consent_people import ConsentPerson, Standing
from core.access.consents import WORDING_LIMIT, ConsentSheet, WordingCard
from core.access.desk import HandedCode, PersonCard, Tie
from core.access.families import ClassFamilies, ClassLine, ClassList, Family, GuardianLine
from core.access.holders import Holder, HolderKind
from core.access.slips import ClassSlips, Slip, SlipsOffer
from core.access.staff import StaffPage
from core.terms import ConsentAnswer, Role
from locales import LANGUAGES, Screen, Translator, translator
from notifications.rendering import render
from tests.support.clock import MOSCOW

AT = datetime(2026, 11, 23, 8, 5, tzinfo=MOSCOW)
AWKWARD = '<b>Оʼнил & "Ко"</b>'
OPENING = "https://t.me/zvonok_family_bot?start="


def member(kind: HolderKind, person_id: int, *, chats: int = 0, blocked: bool = False, name: str = AWKWARD) -> Member:
    connections = tuple(Connection(n + 1, AT, AT, blocked) for n in range(chats))
    code = CodeState(9, AT, AT, open=chats == 0, used=chats == 1)
    standing = Standing(ConsentAnswer.GIVEN, AT, 3) if chats > 1 else None
    return Member(Holder(kind, person_id), name, connections, code, standing)


def family(number: int) -> Family:
    mother = member(HolderKind.GUARDIAN, 2 * number, chats=1, blocked=number % 2 == 0, name=f"Родительница {number}")
    return Family(f"Ученик {number}", member(HolderKind.PUPIL, number), (GuardianLine(mother, ""),))


def a_class(size: int) -> ClassFamilies:
    return ClassFamilies(1, "7Б", tuple(family(n) for n in range(1, size + 1)), may_keep=True)


def person(
    answers: bool = True, said: ConsentAnswer | None = None, kind: HolderKind = HolderKind.GUARDIAN
) -> ConsentPerson:
    standing = Standing(said, AT, 3) if said else None
    children = () if kind is HolderKind.PUPIL else tuple(f"Иванов Пётр {n}" for n in range(9))
    return ConsentPerson(Holder(kind, 5), AWKWARD, children, (1,), answers, said is ConsentAnswer.GIVEN, standing)


def asked(*people: ConsentPerson) -> ConsentSheet:
    return ConsentSheet("<ы>" + "ы" * (WORDING_LIMIT - 3), 4, people)


def card(kind: HolderKind, chats: int, class_id: int | None = 1) -> PersonCard:
    ties = (Tie("Иванов Пётр", "мать"), Tie("Иванов Иван", "")) if kind is HolderKind.GUARDIAN else ()
    return PersonCard(member(kind, 5, chats=chats), class_id, True, tuple(Role), ties, answers=chats > 0)


HANDED = HandedCode(AWKWARD, IssuedCode(Holder(HolderKind.GUARDIAN, 5), "K7M29XH4TE", AT))
STAFF = tuple(member(HolderKind.STAFF, n, chats=n % 2) for n in range(1, 11))
CLASSES = tuple(ClassLine(n, f"{n % 11 + 1}А", n, 30) for n in range(1, 101))
SLIPS = ClassSlips(AWKWARD, "7Б", AT, (Slip(AWKWARD, "", "", "K7M29XH4TE"),))
PUSH = {"name": AWKWARD, "children": "Иванов Пётр"}
GUESS = {"chat": "77", "attempts": 5, "minutes": 15, "door": "family"}

SCREENS: dict[str, Callable[[Translator], Screen]] = {
    "welcome": lambda t: welcome_screen(Welcome(HANDED.issued.holder, AWKWARD, replaced=AWKWARD), t),
    "welcome again": lambda t: welcome_screen(Welcome(HANDED.issued.holder, AWKWARD, already=True), t),
    "consent": lambda t: family_screens.consent_screen(asked(person()), person(), t),
    "consent given": lambda t: family_screens.consent_screen(asked(), person(said=ConsentAnswer.GIVEN), t),
    "consent refused": lambda t: family_screens.consent_screen(asked(), person(said=ConsentAnswer.REFUSED), t),
    "consent of a pupil": lambda t: family_screens.consent_screen(asked(), person(kind=HolderKind.PUPIL), t),
    "consent under 14": lambda t: family_screens.consent_screen(asked(), person(answers=False), t),
    "whose consent": lambda t: family_screens.people_screen(asked(person(), person(said=ConsentAnswer.WITHDRAWN)), t),
    "refused": lambda t: family_screens.closed_screen(person(), ConsentAnswer.REFUSED, t),
    "withdrawn": lambda t: family_screens.closed_screen(person(), ConsentAnswer.WITHDRAWN, t),
    "staff": lambda t: access.staff_list(StaffPage(STAFF, 1, 3, 5, 30), t),
    "staff found": lambda t: access.staff_list(StaffPage(STAFF[:1], 0, 1, 5, 30, AWKWARD), t),
    "staff not found": lambda t: access.staff_list(StaffPage((), 0, 1, 5, 30, AWKWARD), t),
    "no staff": lambda t: access.staff_list(StaffPage((), 0, 1, 0, 0), t),
    "staff member": lambda t: access.person(card(HolderKind.STAFF, 0, None), t),
    "guardian": lambda t: access.person(card(HolderKind.GUARDIAN, 1), t),
    "guardian of several chats": lambda t: access.person(card(HolderKind.GUARDIAN, 3), t),
    "pupil": lambda t: access.person(card(HolderKind.PUPIL, 0), t),
    "cut off one": lambda t: access.ask_revoke(card(HolderKind.GUARDIAN, 2), 2, t),
    "cut off all": lambda t: access.ask_revoke(card(HolderKind.GUARDIAN, 2), None, t),
    "code": lambda t: access.code(HANDED, 1, OPENING, t),
    "code without a link": lambda t: access.code(HANDED, 1, "", t),
    "classes": lambda t: families.classes(ClassList(CLASSES, may_word=True), 1, t),
    "no classes": lambda t: families.classes(ClassList((), may_word=False), 0, t),
    "families": lambda t: families.class_families(a_class(36), t),
    "families of a crowd": lambda t: families.class_families(a_class(150), t),
    "no families": lambda t: families.class_families(a_class(0), t),
    "family": lambda t: families.family(a_class(2), family(1), t),
    "slips": lambda t: families.ask_slips(SlipsOffer(1, "7Б", 3, 30, 5), t),
    "no slips needed": lambda t: families.ask_slips(SlipsOffer(1, "7Б", 0, 30, 5), t),
    "slips of nobody": lambda t: families.ask_slips(SlipsOffer(1, "7Б", 0, 0, 0), t),
    "slips made": lambda t: families.slips_caption(SLIPS, t),
    "wording": lambda t: wording(WordingCard("<ы>" + "ы" * (WORDING_LIMIT - 3), 2, AT), t),
    "push: refused": lambda t: render("consent_changed", {**PUSH, "kind": "guardian", "answer": "refused"}, t),
    "push: withdrawn": lambda t: render("consent_changed", {**PUSH, "kind": "pupil", "answer": "withdrawn"}, t),
    "push: given": lambda t: render("consent_changed", {**PUSH, "kind": "guardian", "answer": "given"}, t),
    "push: guessing": lambda t: render("guessing", GUESS, t),
    "push: guessing everywhere": lambda t: render("guessing", {**GUESS, "chat": "", "door": ""}, t),
}


class Shown(HTMLParser):
    """The text a person sees, and the tags around it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_fits_and_escapes(name: str, language: str) -> None:
    screen = SCREENS[name](translator(language))
    shown = Shown()
    shown.feed(screen.text)
    shown.close()

    assert 0 < len(shown.text) <= 4096
    assert shown.tags <= {"b", "i", "code"}
    assert sum(map(len, screen.rows)) <= 100
    assert all(len(row) <= 8 for row in screen.rows)
    assert all(0 < len(b.label) <= 64 and len(b.data.encode()) <= 64 for row in screen.rows for b in row)


def test_an_awkward_name_shows_as_typed() -> None:
    assert "&lt;b&gt;Оʼнил &amp;" in SCREENS["welcome"](translator("ru")).text


def test_a_code_card_carries_the_link_and_the_code() -> None:
    text = SCREENS["code"](translator("ru")).text

    assert "<code>K7M2-9XH4-TE</code>" in text
    assert f"{OPENING}K7M29XH4TE" in text
