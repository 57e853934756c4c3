"""A pupil's card, its fields to change, and the cards of a class (P2)."""

from bots.shared.contact_lines import contact_line
from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.access import OpenFamilies, OpenFamily
from core.actions.cards import (
    AskForCards,
    ConfirmCard,
    ConfirmClassCards,
    EditCard,
    OpenCardFields,
    OpenClassCards,
    OpenProposal,
    OpenPupilCard,
)
from core.actions.conversations import OpenFamilyOf
from core.actions.diary import OpenClassDesk
from core.pupil_cards.facts import CardChange, CardGuardian, CardLine, ClassCards, PupilCard
from core.rules.contacts import ContactField
from locales import Button, Screen, Translator
from locales.screen import Rows

NAME, PUPILS, PROPOSALS = 28, 60, 3


def card_screen(card: PupilCard, t: Translator) -> Screen:
    """Who the pupil is, how the family is reached, and whether the card was confirmed."""
    parts = ["\n".join(_who(card, t)), "\n".join(_own(card, t)), *(_guardian(one, t) for one in card.guardians)]
    if not card.guardians:
        parts.append(t("card-no-guardians"))
    text = fitting([], [f"{part}\n" for part in parts], lambda count: t("list-more", count=count))
    return Screen("\n".join([*text, *_state(card, t)]), [*_choices(card, t), _back(card, t)])


def fields_screen(card: PupilCard, t: Translator) -> Screen:
    """Every contact that can be changed."""
    rows: Rows = [
        [Button(t.plain("card-field-pupil", field=field.value), EditCard(card.pupil_id, None, field).pack())]
        for field in ContactField
    ]
    for one in card.guardians:
        rows += [
            [
                Button(
                    t.plain("card-field-guardian", field=field.value, name=clip(one.name, NAME)),
                    EditCard(card.pupil_id, one.id, field).pack(),
                )
            ]
            for field in (ContactField.PHONE, ContactField.EMAIL)
        ]
    return Screen(t("card-fields-title", name=card.name), [*rows, back_row(OpenPupilCard(card.pupil_id), t)])


def cards_screen(cards: ClassCards, first: int, t: Translator) -> Screen:
    """The pupils with whether their cards wait, all confirmed at once where they are as they were."""
    class_id, due = cards.class_id, len(cards.due)
    changed = sum(bool(line.changes) or line.proposed for line in cards.lines)
    lines = [t("cards-title", name=cards.class_name), t("cards-rule", confirms=cards.confirms)]
    if cards.asked_at is not None and due:
        lines.append(t("cards-asked", at=cards.asked_at))
    if not cards.lines:
        lines.append(t("cards-empty"))
    else:
        lines.append(t("cards-due", count=due, total=len(cards.lines)) if due else t("cards-done"))
        lines += [t("cards-changed", count=changed)] if changed else []
        lines += ["", t("cards-legend")]
    shown = cards.lines[first : first + PUPILS]
    buttons = [Button(_label(line, t), OpenPupilCard(line.pupil_id).pack()) for line in shown]
    turns = steps(first, PUPILS, len(cards.lines), lambda start: OpenClassCards(class_id, start), t)
    back = back_row(OpenClassDesk(class_id) if cards.desk else OpenFamilies(class_id), t)
    return Screen("\n".join(lines), [*_for_all(cards, t), *in_rows(buttons, 2), turns, back])


def _for_all(cards: ClassCards, t: Translator) -> Rows:
    rows: Rows = []
    if cards.may_confirm and cards.due:
        confirm = ConfirmClassCards(cards.class_id, cards.seen).pack()
        rows.append([Button(t.plain("cards-confirm-all", count=len(cards.due)), confirm, style="success")])
    if cards.may_ask and cards.lines:
        rows.append([Button(t.plain("cards-ask-all"), AskForCards(cards.class_id).pack())])
    return rows


def _who(card: PupilCard, t: Translator) -> list[str]:
    lines = [t("pupil-card-title", name=card.name, **{"class": card.class_name})]
    if card.birth_date is None or card.age is None:
        lines.append(t("card-not-born"))
    else:
        lines.append(t("card-born", born=card.birth_date, year=str(card.birth_date.year), age=card.age))
    if card.groups:
        groups = ", ".join(t.plain("card-group", subject=subject, group=group) for subject, group in card.groups)
        lines.append(t("card-groups", groups=clip(groups, 500)))
    return lines


def _own(card: PupilCard, t: Translator) -> list[str]:
    contacts = {ContactField.PHONE: card.phone, ContactField.EMAIL: card.email, ContactField.ADDRESS: card.address}
    return [t("card-pupil"), *(contact_line(field, value, t) for field, value in contacts.items())]


def _guardian(one: CardGuardian, t: Translator) -> str:
    kinship = one.kinship or t.plain("person-guardian")
    return "\n".join(
        [
            t("card-guardian", name=one.name, kinship=kinship, reach=one.reach.value),
            contact_line(ContactField.PHONE, one.phone, t),
            contact_line(ContactField.EMAIL, one.email, t),
        ]
    )


def _state(card: PupilCard, t: Translator) -> list[str]:
    lines = [t("card-never-confirmed")]
    if card.confirmed_at is not None:
        lines = [t("card-confirmed", at=card.confirmed_at, by=card.confirmed_by)]
    if card.changes:
        lines += [t("card-changes"), *(_change(change, t) for change in card.changes[:10])]
    if card.proposals:
        lines.append(t("card-proposed"))
    return [*lines, t("card-due")] if card.due else lines


def _change(change: CardChange, t: Translator) -> str:
    empty = t.plain("card-empty")
    stood = {"was": change.was or empty, "now": change.now or empty}
    return t("card-change", person=change.person or "pupil", what=change.what, **stood)


def _choices(card: PupilCard, t: Translator) -> Rows:
    rows: Rows = [
        [Button(t.plain("card-proposal"), OpenProposal(found).pack(), style="primary")]
        for found in card.proposals[:PROPOSALS]
    ]
    row = [Button(t.plain("card-edit"), OpenCardFields(card.pupil_id).pack())] if card.may_edit else []
    if card.may_confirm and (card.due or card.changes):
        row.append(Button(t.plain("card-confirm"), ConfirmCard(card.pupil_id, card.seen).pack(), style="success"))
    access = [Button(t.plain("card-access"), OpenFamily(card.class_id, card.pupil_id).pack())]
    if card.desk:
        access.insert(0, Button(t.plain("card-write"), OpenFamilyOf(card.pupil_id).pack()))
    return [*rows, row, access]


def _back(card: PupilCard, t: Translator) -> list[Button]:
    return [Button(t.plain("back"), OpenClassCards(card.class_id).pack()), home_button(t)]


def _label(line: CardLine, t: Translator) -> str:
    state = "changed" if line.changes or line.proposed else "due" if line.due else "done"
    return t.plain("cards-button", state=state, name=clip(line.name, NAME))
