"""Messages about who may come in: consent changed, codes and PINs guessed at, sessions ended."""

from typing import Any

from core.access.holders import HolderKind
from core.actions.access import OpenClasses, OpenFamily, OpenPerson
from core.actions.sessions import OpenSessions
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders


@renders(Kind.CONSENT_CHANGED)
def consent_changed(facts: dict[str, Any], t: Translator) -> Screen:
    """To the class leader: a family's answer to the consent text is another one now."""
    text = t(f"push-consent-{facts['answer']}", name=facts["name"], whose=_whose(facts, t))
    opened = OpenFamily(facts["class_id"], facts["pupil_id"]) if "pupil_id" in facts else OpenClasses()
    return Screen(text, [[Button(t.plain("push-open-families"), opened.pack())]])


@renders(Kind.GUESSING)
def guessing(facts: dict[str, Any], t: Translator) -> Screen:
    """To the administrators: too many wrong codes from one chat, or from all together."""
    if not facts["chat"]:
        return Screen(t("push-guessing-school", attempts=facts["attempts"], minutes=facts["minutes"]))
    return Screen(
        t(
            "push-guessing-chat",
            chat=facts["chat"],
            door=facts["door"],
            attempts=facts["attempts"],
            minutes=facts["minutes"],
        )
    )


@renders(Kind.PIN_MISSED)
def pin_missed(facts: dict[str, Any], t: Translator) -> Screen:
    """To the person's other phones and to the administrators: somebody guesses a PIN."""
    told = {name: facts[name] for name in ("misses", "minutes")}
    if facts["own"]:
        button = Button(t.plain("sessions-open"), OpenSessions().pack())
        return Screen(t("push-pin-missed-own", **told), [[button]])
    return Screen(t("push-pin-missed", name=facts["name"], **told), [[_card(facts["staff"], t)]])


@renders(Kind.SESSIONS_ENDED)
def sessions_ended(facts: dict[str, Any], t: Translator) -> Screen:
    """To the administrators: a code ended all sessions of somebody, who will need another to come in."""
    text = t("push-sessions-ended", name=facts["name"], count=facts["count"])
    return Screen(text, [[_card(facts["staff"], t)]])


def _card(staff_id: int, t: Translator) -> Button:
    return Button(t.plain("push-open-person"), OpenPerson(HolderKind.STAFF, staff_id).pack())


def _whose(facts: dict[str, Any], t: Translator) -> str:
    if facts["kind"] == "pupil":
        return t.plain("person-pupil")
    return t.plain("push-consent-guardian", children=facts["children"])
