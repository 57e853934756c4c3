"""Contacts and changes of them, in lines that both bots share."""

from collections.abc import Sequence

from core.actions import Action
from core.actions.cards import EditCard, ProposeContact
from core.pupil_cards.facts import ChangedContact
from core.rules.contacts import ContactField
from locales import Translator


def says_phone(action: Action, words: str) -> bool:
    """Whether the words answer a question for a telephone: ten digits of one read as an access code otherwise."""
    asked = isinstance(action, EditCard | ProposeContact) and action.field is ContactField.PHONE
    return asked and not any(c.isalpha() for c in words)


def contact_line(field: ContactField, value: str, t: Translator) -> str:
    """«Телефон: +7…», or that there is none."""
    if not value:
        return t("card-no-contact", field=field.value)
    return t("card-contact", field=field.value, value=value)


def proposed_lines(contacts: Sequence[ChangedContact], t: Translator) -> list[str]:
    """What stands and what is to stand."""
    nothing = t.plain("proposal-nothing")
    return [t("proposal-line", field=c.field.value, was=c.now or nothing, now=c.proposed or nothing) for c in contacts]


def question(whose: str, field: ContactField, stands: str, t: Translator) -> str:
    """Asks for a contact, under whose it is and what stands."""
    lines = [t("contact-ask-person", name=whose), t("contact-ask", field=field.value)]
    if stands:
        lines += [t("contact-ask-now", value=stands), t("contact-ask-drop")]
    return "\n".join(lines)
