"""Buttons about who may come in: codes, connections, slips, consent."""

from dataclasses import dataclass

from core.access.holders import HolderKind
from core.actions.codec import Action
from core.terms import ConsentAnswer


@dataclass(frozen=True)
class OpenStaffList(Action, prefix="ep"):
    """The administrator's list of staff."""

    page: int = 0


@dataclass(frozen=True)
class FindStaff(Action, prefix="ef"):
    """Asks for a surname."""


@dataclass(frozen=True)
class OpenClasses(Action, prefix="kl"):
    """The classes whose families this person may see."""

    page: int = 0


@dataclass(frozen=True)
class OpenFamilies(Action, prefix="kf"):
    """Who of a class is connected."""

    class_id: int


@dataclass(frozen=True)
class OpenFamily(Action, prefix="kp"):
    """A pupil with the guardians."""

    class_id: int
    pupil: int


@dataclass(frozen=True)
class OpenPerson(Action, prefix="km"):
    """One person's connections; `class_id` is where a guardian or pupil was found."""

    kind: HolderKind
    person: int
    class_id: int | None = None


@dataclass(frozen=True)
class IssueCode(Action, prefix="ki"):
    """A code for a person, having seen `seen` as the newest one (0: none)."""

    kind: HolderKind
    person: int
    class_id: int | None
    seen: int


@dataclass(frozen=True)
class AskRevoke(Action, prefix="ka"):
    """Cut off a person, or one phone? (one more tap)"""

    kind: HolderKind
    person: int
    class_id: int | None
    link: int | None = None


@dataclass(frozen=True)
class Revoke(Action, prefix="kr"):
    """Cut off the one link, or all made up to `last`: an old button does not touch later ones."""

    kind: HolderKind
    person: int
    class_id: int | None
    last: int
    link: int | None = None


@dataclass(frozen=True)
class AskSlips(Action, prefix="ks"):
    """How many slips, and for whom?"""

    class_id: int


@dataclass(frozen=True)
class MakeSlips(Action, prefix="kx"):
    """Codes for a class on paper, having seen `seen` as the newest code of the class."""

    class_id: int
    everybody: bool
    seen: int


@dataclass(frozen=True)
class OpenWording(Action, prefix="kw"):
    """The consent text in force."""


@dataclass(frozen=True)
class ReplaceWording(Action, prefix="ke"):
    """Asks for a new consent text."""


@dataclass(frozen=True)
class OpenConsent(Action, prefix="co"):
    """The consent text for who of this account has not answered yet, or the answers given."""


@dataclass(frozen=True)
class OpenConsentOf(Action, prefix="cp"):
    """The consent text and the answer of one person of this account."""

    kind: HolderKind
    person: int


@dataclass(frozen=True)
class AnswerConsent(Action, prefix="ca"):
    """The answer to the wording of this version."""

    kind: HolderKind
    person: int
    version: int
    answer: ConsentAnswer
