"""What families propose to change in their contacts (P2)."""

from bots.shared.contact_lines import proposed_lines
from bots.shared.lines import clip
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row
from core.actions.access import OpenFamilies
from core.actions.cards import AcceptProposal, OpenProposal, OpenProposals, OpenPupilCard, RefuseProposal
from core.actions.diary import OpenClassDesk
from core.pupil_cards.deciding import ClassProposals
from core.pupil_cards.facts import Proposal
from locales import Button, Screen, Translator
from locales.screen import Rows

NAME = 24


def proposals_screen(found: ClassProposals, t: Translator) -> Screen:
    """Every proposal that waits, the oldest first."""
    rows: Rows = [[Button(_label(one, t), OpenProposal(one.id).pack())] for one in found.proposals]
    lines = [t("proposals-title", name=found.class_name)]
    if not rows:
        lines.append(t("proposals-none"))
    to = OpenClassDesk(found.class_id) if found.desk else OpenFamilies(found.class_id)
    return Screen("\n".join(lines), [*rows, back_row(to, t)])


def proposal_screen(one: Proposal, t: Translator) -> Screen:
    """What stands, what is to stand, who asks; accepted with a tap or refused with a word."""
    lines = [
        t("proposal-title", pupil=one.pupil, **{"class": one.class_name}),
        t("proposal-whose", guardian=one.guardian or "none"),
        *proposed_lines(one.contacts, t),
        "",
        t("proposal-by", by=one.by, kinship=one.kinship or "none", at=one.made_at),
        *_state(one, t),
    ]
    rows: Rows = []
    if one.open and one.may_decide:
        accept = AcceptProposal(one.id, one.seen).pack()
        rows.append([Button(t.plain("proposal-accept"), accept, style="success")])
        rows.append([Button(t.plain("proposal-refuse"), RefuseProposal(one.id, one.seen).pack())])
    rows.append([Button(t.plain("card-open"), OpenPupilCard(one.pupil_id).pack())])
    back = Button(t.plain("back"), OpenProposals(one.class_id).pack())
    return Screen("\n".join(lines), [*rows, [back, home_button(t)]])


def refusal_question(one: Proposal, t: Translator) -> str:
    """Asks why the contacts stay as they are."""
    return "\n".join([t("contact-ask-person", name=one.pupil), t("proposal-refuse-ask")])


def _state(one: Proposal, t: Translator) -> list[str]:
    if one.withdrawn:
        return [t("proposal-withdrawn")]
    if one.answer is None:
        return []
    said = [t(f"proposal-{one.answer}", at=one.answered_at, by=one.answered_by)]
    return [*said, t("proposal-words", words=one.words)] if one.words else said


def _label(one: Proposal, t: Translator) -> str:
    fields = ", ".join(t.plain("proposal-field", field=c.field.value) for c in one.contacts)
    return t.plain("proposals-button", name=clip(one.pupil, NAME), fields=fields)
