"""Buttons of the school's documents and of help, at both doors (C6 C7)."""

from dataclasses import dataclass

from core.actions.codec import Action
from core.terms import ShelfSection


@dataclass(frozen=True)
class OpenShelf(Action, prefix="hs"):
    """The staff's shelf of documents by section."""


@dataclass(frozen=True)
class OpenHelp(Action, prefix="hh"):
    """What a member of staff can do here, common answers, a question of one's own."""


@dataclass(frozen=True)
class OpenFamilyShelf(Action, prefix="js"):
    """The documents that are for everybody."""


@dataclass(frozen=True)
class OpenFamilyHelp(Action, prefix="jh"):
    """What a family can do here, common answers, a question of one's own."""


@dataclass(frozen=True)
class OpenShelfSection(Action, prefix="hl"):
    """Staff: the documents of a section, the newest first, from place `first` on."""

    section: ShelfSection
    first: int = 0


@dataclass(frozen=True)
class OpenShelfItem(Action, prefix="hi"):
    """Staff: one document."""

    item: int


@dataclass(frozen=True)
class AddShelfItem(Action, prefix="ha"):
    """Asks for a new document of a section: words, a file or an address."""

    section: ShelfSection


@dataclass(frozen=True)
class RenameShelfItem(Action, prefix="hn"):
    """Asks for another title of a document seen at revision `rev`."""

    item: int
    rev: int


@dataclass(frozen=True)
class SetShelfReaders(Action, prefix="he"):
    """For whom it is: everybody, or the staff alone."""

    item: int
    everybody: bool
    rev: int


@dataclass(frozen=True)
class SetShelfAcknowledgement(Action, prefix="hk"):
    """Whether its readers are asked to say that they have read it."""

    item: int
    asked: bool
    rev: int


@dataclass(frozen=True)
class PublishShelfItem(Action, prefix="hp"):
    """Put it on the shelf, as it was seen at revision `rev`."""

    item: int
    rev: int


@dataclass(frozen=True)
class AskWithdrawShelfItem(Action, prefix="hx"):
    """Really take it off the shelf?"""

    item: int


@dataclass(frozen=True)
class WithdrawShelfItem(Action, prefix="hw"):
    """Take it off the shelf."""

    item: int
    rev: int


@dataclass(frozen=True)
class SendShelfFile(Action, prefix="hf"):
    """Staff: the document's file."""

    item: int


@dataclass(frozen=True)
class AcknowledgeShelfItem(Action, prefix="hr"):
    """Staff: I have read it."""

    item: int


@dataclass(frozen=True)
class OpenShelfReaders(Action, prefix="hv"):
    """Who has not read it yet, by name, from place `first` on; the staff, or the families of a class."""

    item: int
    class_id: int | None = None
    first: int = 0


@dataclass(frozen=True)
class RemindShelfReaders(Action, prefix="hm"):
    """Remind those who have not read it, once a day."""

    item: int


@dataclass(frozen=True)
class SendShelfSheet(Action, prefix="hd"):
    """The printed sheet of who has read it."""

    item: int


@dataclass(frozen=True)
class FindShelfItem(Action, prefix="hq"):
    """Asks for a word of a document's title."""


@dataclass(frozen=True)
class OpenFamilySection(Action, prefix="jl"):
    """A family: the documents of a section from place `first` on."""

    section: ShelfSection
    first: int = 0


@dataclass(frozen=True)
class OpenFamilyItem(Action, prefix="ji"):
    """A family: one document."""

    item: int


@dataclass(frozen=True)
class SendFamilyFile(Action, prefix="jf"):
    """A family: the document's file."""

    item: int


@dataclass(frozen=True)
class AcknowledgeFamilyItem(Action, prefix="jr"):
    """A family: I have read it."""

    item: int
