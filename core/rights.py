"""Who may do what by role or as a class leader, each right by its own name; one's own pages need none of these.

The rules' windows are asked elsewhere (entries.py), families' access in access/rights.py.
"""

from collections.abc import Iterable

from core.app import Work
from core.errors import AccessDenied
from core.terms import Role

MANAGEMENT = (Role.DIRECTOR, Role.DEPUTY_HEAD)

SEES_SCHOOL = MANAGEMENT
"""Every class's pages, absences and the notes behind them."""
CHANGES_TIMETABLE = MANAGEMENT
"""Deputies draw up substitutions (lic68 3.7.3); the director may do all that a deputy does here."""
KEEPS_GRADE_PLANS = MANAGEMENT
PUBLISHES = (*MANAGEMENT, Role.ADMINISTRATOR)
"""Who puts documents on the school's shelf (kam: the director; s324: deputies; guides: the administrator)."""
KEEPS_ANSWERS = (Role.ADMINISTRATOR, Role.DIRECTOR)
"""Who makes an answer a common one (lic68 3.7.6)."""
CHOOSES_REGULATION = MANAGEMENT
WRITES_TO_ALL = (*MANAGEMENT, Role.ADMINISTRATOR)
"""Who may write to every family; teachers and class leaders to those of their pupils (C1)."""
HANDS_OVER = (*MANAGEMENT, Role.ADMINISTRATOR)
"""Who gives a colleague the conversations of somebody else."""
KEEPS_STOP_WORDS = (*MANAGEMENT, Role.ADMINISTRATOR)
SILENCES = READS_COMPLAINTS = MANAGEMENT
"""Silences anybody (a class leader the own class's families); reads what was complained of, and nothing else."""
SETTLES_GRADING = (*MANAGEMENT, Role.ADMINISTRATOR)
KEEPS_GROUPS = (*MANAGEMENT, Role.ADMINISTRATOR, Role.SECRETARY)
"""Who makes groups, besides the class leader for the own class (s324; kam: the administrator; rso)."""
SEES_USE = (*MANAGEMENT, Role.ADMINISTRATOR)
"""Who looks into the diary and how regularly, besides the class leader for the own class (A7)."""
SEES_FAMILIES = (*MANAGEMENT, Role.ADMINISTRATOR, Role.SECRETARY)
ANNOUNCES_TO_SCHOOL = (*MANAGEMENT, Role.ADMINISTRATOR)
"""Who writes to any class, all families and the staff, and sees what came of every announcement (C2)."""
KEEPS_FAMILIES = REWORDS_CONSENT = (Role.DIRECTOR, Role.ADMINISTRATOR)
"""They stand in for a class leader; the others see who is connected and change nothing."""

SEES_CARDS = (*MANAGEMENT, Role.ADMINISTRATOR, Role.SECRETARY)
"""Who sees the contacts of pupils and guardians, besides the class leader for the own class (P2)."""
KEEPS_CARDS = (Role.DIRECTOR, Role.ADMINISTRATOR, Role.SECRETARY)
"""Who changes them, and answers what a family proposes, besides the class leader."""
ASKS_FOR_CARDS = MANAGEMENT
"""Who asks a class leader to confirm the cards of the class."""


def leads(work: Work, class_ids: Iterable[int]) -> bool:
    """Whether the actor is class leader of one of the classes."""
    return not work.actor.leads.isdisjoint(class_ids)


def sees_classes(work: Work, class_ids: Iterable[int]) -> bool:
    """Whether all pages of one of the classes are open to the actor."""
    return leads(work, class_ids) or work.actor.holds(*SEES_SCHOOL)


def require_class(work: Work, class_id: int) -> None:
    """Its class leader, deputies and the director. Raises NotConnected, AccessDenied."""
    work.actor.require_staff()
    if not sees_classes(work, [class_id]):
        raise AccessDenied(class_id=class_id)


def corrects_class(work: Work, class_id: int) -> bool:
    """Whether the actor may write about the absences of a class: its class leader and the director."""
    return leads(work, [class_id]) or work.actor.holds(Role.DIRECTOR)
