"""For whom letters are: pupils chosen by ticks, and how each of them gets the letter."""

import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.app import Work
from core.letters.facts import LetterHead, LetterPupil
from core.letters.reading import letter_head
from core.outbox import Recipient
from core.recipients import guardians_of_each

CHARS = 6
MASK = 16**CHARS - 1
"""Fingerprints are short: two of them and a class's ticks share 64 bytes."""
_HEXADECIMAL = frozenset("0123456789abcdef")


class Outcome(StrEnum):
    """What a press came to. LIST: the class list has changed since, choose anew. MEANWHILE: letters have left since
    (maybe by this very press, delivered twice), nothing more was sent.
    """

    NONE = ""
    LIST = "list"
    MEANWHILE = "meanwhile"
    SENT = "sent"
    ASKED = "asked"
    ALREADY = "already"


@dataclass(frozen=True)
class Choice:
    """Chosen pupils of a class, in its order; `outcome` LIST when the button was of another list: nobody is."""

    head: LetterHead
    chosen: tuple[LetterPupil, ...]
    outcome: Outcome = Outcome.NONE

    @property
    def seen(self) -> str:
        """The fingerprint of the list that ticks are made on."""
        return _fingerprint(sorted(pupil.id for pupil in self.head.pupils))

    @property
    def who(self) -> str:
        """The chosen as buttons carry them."""
        return packed(self.head, [pupil.id for pupil in self.chosen])

    @property
    def everybody(self) -> bool:
        return len(self.chosen) == len(self.head.pupils)

    def with_pupil(self, pupil_id: int, *, on: bool) -> str:
        """`who` after a tick is set or taken away."""
        ids = {pupil.id for pupil in self.chosen}
        return packed(self.head, ids | {pupil_id} if on else ids - {pupil_id})


@dataclass(frozen=True)
class Offer:
    """How each of the chosen gets the letter: `phones` (the guardians' accounts by pupil), or on paper."""

    choice: Choice
    phones: dict[int, tuple[Recipient, ...]]
    outcome: Outcome = Outcome.NONE
    administrators: bool = True

    @property
    def head(self) -> LetterHead:
        return self.choice.head

    @property
    def connected(self) -> tuple[LetterPupil, ...]:
        """Whose guardians have the bot and gave consent."""
        return tuple(pupil for pupil in self.choice.chosen if pupil.id in self.phones)

    @property
    def to_print(self) -> tuple[LetterPupil, ...]:
        return tuple(pupil for pupil in self.choice.chosen if pupil.id not in self.phones)

    @property
    def sent_today(self) -> tuple[LetterPupil, ...]:
        """Who of the connected has had a letter of this period today."""
        today = self.head.today
        return tuple(p for p in self.connected if p.sent_at is not None and p.sent_at.date() == today)

    @property
    def seen(self) -> str:
        """The list's fingerprint, then that of the letters that have left: a confirmation is good once."""
        return self.choice.seen + _fingerprint(sorted(pupil.sent for pupil in self.head.pupils))

    def on_paper(self, *, everybody: bool) -> tuple[LetterPupil, ...]:
        """Whose letters a file holds."""
        return self.choice.chosen if everybody else self.to_print


async def choose(work: Work, class_id: int, period: int | None, who: str, seen: str) -> Choice:
    """What the button says, on the list of today. Raises NotConnected, AccessDenied, NothingThere."""
    return chosen(await letter_head(work, class_id, period), who, seen)


async def offer(work: Work, class_id: int, period: int | None, who: str, seen: str) -> Offer:
    """How the chosen get their letters. Raises as `choose`."""
    return await offer_of(work, await choose(work, class_id, period, who, seen))


async def offer_to_everybody(work: Work, class_id: int, period: int | None) -> Offer:
    """How each of the class would get a letter. Raises as `choose`."""
    head = await letter_head(work, class_id, period)
    return await offer_of(work, Choice(head, head.pupils))


async def offer_of(work: Work, choice: Choice) -> Offer:
    """The same of a choice at hand."""
    phones = await guardians_of_each(work, [pupil.id for pupil in choice.chosen])
    return Offer(choice, {pupil_id: tuple(to) for pupil_id, to in phones.items()}, choice.outcome)


def chosen(head: LetterHead, who: str, seen: str) -> Choice:
    """The pupils whose bits are set; nobody when the button was made on another list."""
    nobody = Choice(head, ())
    if not who:
        return nobody
    if seen[:CHARS] != nobody.seen or not _HEXADECIMAL.issuperset(who):
        return Choice(head, (), Outcome.LIST)
    bits, places = int(who, 16), _places(head)
    return Choice(head, tuple(pupil for pupil in head.pupils if bits >> places[pupil.id] & 1))


def packed(head: LetterHead, ids: Collection[int]) -> str:
    """The pupils as a number, a bit a pupil in the order of their ids; nobody is 0."""
    return f"{sum(1 << place for pupil_id, place in _places(head).items() if pupil_id in ids):x}"


def _places(head: LetterHead) -> dict[int, int]:
    return {pupil_id: place for place, pupil_id in enumerate(sorted(pupil.id for pupil in head.pupils))}


def _fingerprint(values: Iterable[int]) -> str:
    return f"{zlib.crc32(','.join(map(str, values)).encode()) & MASK:06x}"
