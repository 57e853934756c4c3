"""What goes with a letter's file."""

from bots.family.screens.common import child_name
from core.letters.facts import Letter, LetterHead
from documents.guardian_letter import span_name
from locales import Screen, Translator


def letter_caption(head: LetterHead, letter: Letter, t: Translator) -> Screen:
    """Whose letter it is, of which period."""
    name = child_name(letter.pupil.surname, letter.pupil.given_name)
    return Screen(t("letter-caption", name=name, period=span_name(head, t)))
