"""Messages about who may come in: consent changed, codes guessed at."""

from typing import Any

from core.actions.access import OpenClasses, OpenFamily
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


def _whose(facts: dict[str, Any], t: Translator) -> str:
    if facts["kind"] == "pupil":
        return t.plain("person-pupil")
    return t.plain("push-consent-guardian", children=facts["children"])
