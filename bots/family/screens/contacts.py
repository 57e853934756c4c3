"""«Наши контакты»: what the school has, and what the family proposes instead (P2)."""

from bots.family.screens.common import back_button, child_name, columns, home_button
from bots.shared.contact_lines import contact_line, proposed_lines
from core.actions.cards import ProposeContact, WithdrawProposal
from core.actions.diary import OpenChildMenu
from core.diary.children import ChildName
from core.pupil_cards.facts import Proposal
from core.pupil_cards.proposals import OWN_FIELDS, Contacts, FamilyContacts
from core.rules.contacts import ContactField
from locales import Button, Screen, Translator
from locales.screen import Rows


def contacts_screen(found: FamilyContacts, t: Translator) -> Screen:
    """Own contacts and the child's, each with a way to change it; what was proposed and answered."""
    parts = [t("contacts-title")]
    if found.own is not None:
        parts.append("\n".join([t("contacts-own"), *_lines(found.own, OWN_FIELDS, t)]))
    named = t("contacts-child", name=child_name(found.child.surname, found.child.given_name))
    parts.append("\n".join([named, *_lines(found.childs, tuple(ContactField), t)]))
    parts += [_proposal(one, t) for one in found.proposals]
    parts.append(t("contacts-how" if found.own is not None else "contacts-how-pupil"))
    rows = _changes(found, t) if found.own is not None else []
    back = [back_button(t, OpenChildMenu(found.child.pupil_id).pack()), home_button(t)]
    return Screen("\n\n".join(parts), [*rows, back])


def whose(child: ChildName, t: Translator, *, own: bool) -> str:
    """Above the question for a contact."""
    return t.plain("contacts-mine-title") if own else child_name(child.surname, child.given_name)


def _lines(contacts: Contacts, fields: tuple[ContactField, ...], t: Translator) -> list[str]:
    return [contact_line(field, contacts.of(field), t) for field in fields]


def _proposal(one: Proposal, t: Translator) -> str:
    head = t("contacts-proposed") if one.open else t(f"contacts-answer-{one.answer}", at=one.answered_at)
    lines = [f"{head} ({t('contacts-mine' if one.guardian_id else 'contacts-childs')})"]
    lines += proposed_lines(one.contacts, t)
    if one.words:
        lines.append(t("proposal-words", words=one.words))
    return "\n".join(lines)


def _changes(found: FamilyContacts, t: Translator) -> Rows:
    pupil = found.child.pupil_id
    own = [
        Button(t.plain("contacts-own-field", field=f.value), ProposeContact(pupil, own=True, field=f).pack())
        for f in OWN_FIELDS
    ]
    childs = [
        Button(t.plain("contacts-child-field", field=f.value), ProposeContact(pupil, own=False, field=f).pack())
        for f in ContactField
    ]
    back = [
        Button(
            t.plain("contacts-withdraw", whose="own" if one.guardian_id else "child"),
            WithdrawProposal(one.id, one.seen).pack(),
        )
        for one in found.proposals
        if one.open
    ]
    return [own, *columns(childs), *columns(back, 1)]
