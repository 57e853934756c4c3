"""Cards to confirm, contacts that a family proposes, and what became of it (P2)."""

from typing import Any

from core.actions.cards import OpenClassCards, OpenContacts, OpenProposal
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders


@renders(Kind.CARDS_DUE)
def cards_due(facts: dict[str, Any], t: Translator) -> Screen:
    """How many wait, and who asks."""
    named = {"class": facts["class"], "count": facts["count"]}
    asked = facts["asked_by"]
    words = t("push-cards-asked", by=asked, **named) if asked else t("push-cards-due", **named)
    label = t.plain("push-cards-open", **{"class": facts["class"]})
    return Screen(words, [[Button(label, OpenClassCards(facts["class_id"]).pack())]])


@renders(Kind.CONTACTS_PROPOSED)
def proposed(facts: dict[str, Any], t: Translator) -> Screen:
    """Who asks for which contacts."""
    lines = [
        t("push-contacts-proposed", pupil=facts["pupil"], **{"class": facts["class"]}),
        t("proposal-whose", guardian=facts["guardian"] or "none"),
        *_contacts(facts, t),
    ]
    return Screen("\n".join(lines), [[Button(t.plain("card-proposal"), OpenProposal(facts["proposal"]).pack())]])


@renders(Kind.CONTACTS_ANSWERED)
def answered(facts: dict[str, Any], t: Translator) -> Screen:
    """What the school has now, and a word when it is not what was asked for."""
    lines = [t(f"push-contacts-{facts['answer']}", pupil=facts["pupil"])]
    lines += [t("proposal-whose", guardian=facts["guardian"] or "none"), *_contacts(facts, t)]
    if facts["words"]:
        lines.append(t("proposal-words", words=facts["words"]))
    lines.append(t("push-contacts-by", name=facts["answered_by"]))
    return Screen("\n".join(lines), [[Button(t.plain("contacts-open"), OpenContacts(facts["pupil_id"]).pack())]])


def _contacts(facts: dict[str, Any], t: Translator) -> list[str]:
    nothing = t.plain("proposal-nothing")
    return [
        t("proposal-line", field=field, was=was or nothing, now=to or nothing) for field, was, to in facts["contacts"]
    ]
