"""Buttons of announcements, at both doors (C2)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenBoard(Action, prefix="Bo"):
    """The staff's board: announcements that are valid, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenAnnouncement(Action, prefix="Ba"):
    """One announcement on the staff's board."""

    announcement: int


@dataclass(frozen=True)
class NewAnnouncement(Action, prefix="Bn"):
    """Write an announcement; `class_id`: to that class to begin with."""

    class_id: int | None = None


@dataclass(frozen=True)
class OpenFamilyBoard(Action, prefix="oo"):
    """The family's board: announcements that are valid, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenFamilyAnnouncement(Action, prefix="oa"):
    """One announcement on the family's board."""

    announcement: int


@dataclass(frozen=True)
class OpenBoardBy(Action, prefix="By"):
    """The staff's board, only what one colleague wrote."""

    author: int
    first: int = 0


@dataclass(frozen=True)
class ChooseBoardAuthor(Action, prefix="Bi"):
    """Who wrote what is on the staff's board."""


@dataclass(frozen=True)
class AnswerAnnouncement(Action, prefix="Br"):
    """A colleague's answer: the place of the chosen one (counting from 0); none: «I have read it»."""

    announcement: int
    choice: int | None = None


@dataclass(frozen=True)
class AskAnnouncementNumber(Action, prefix="Bq"):
    """What number does a colleague answer? (typed)"""

    announcement: int


@dataclass(frozen=True)
class SendAnnouncementFiles(Action, prefix="Bs"):
    """Show files of an announcement to a colleague; `file` None: all."""

    announcement: int
    file: int | None = None


@dataclass(frozen=True)
class OpenFamilyBoardBy(Action, prefix="oy"):
    """The family's board, only what one person wrote."""

    author: int
    first: int = 0


@dataclass(frozen=True)
class ChooseFamilyBoardAuthor(Action, prefix="oi"):
    """Who wrote what is on the family's board."""


@dataclass(frozen=True)
class AnswerFamilyAnnouncement(Action, prefix="or"):
    """A family's answer: the place of the chosen one (counting from 0); none: «I have read it»."""

    announcement: int
    choice: int | None = None


@dataclass(frozen=True)
class AnswerForChild(Action, prefix="oe"):
    """A family's answer for one of its children: the place of the chosen one (counting from 0)."""

    announcement: int
    child: int
    choice: int


@dataclass(frozen=True)
class AskFamilyNumber(Action, prefix="oq"):
    """What number does the family answer? (typed)"""

    announcement: int


@dataclass(frozen=True)
class SendFamilyAnnouncementFiles(Action, prefix="os"):
    """Show files of an announcement to a family; `file` None: all."""

    announcement: int
    file: int | None = None
