"""The consent text, the answers to it, and what follows a no."""

from core.access.consent_people import ConsentPerson
from core.access.consents import ConsentSheet
from core.actions.access import AnswerConsent, OpenConsentOf
from core.actions.family import FamilyHome, FamilySettings
from core.terms import ConsentAnswer
from locales import Button, Screen, Translator
from locales.screen import Style

NAMED_CHILDREN = 5
STYLES: dict[ConsentAnswer, Style] = {ConsentAnswer.GIVEN: "success", ConsentAnswer.WITHDRAWN: "danger"}


def consent_screen(sheet: ConsentSheet, person: ConsentPerson, t: Translator) -> Screen:
    """The text, for whom it is, and the two answers (or taking one back)."""
    if not person.answers:
        return Screen(t("consent-guardian-first", name=person.name), [_way_back(person, t)])
    parts = [f"{t('consent-title')}\n{_whose(person, t)}", _quoted(sheet, t), _standing(person, t)]
    return Screen("\n\n".join(p for p in parts if p), [_answers(sheet, person, t), _way_back(person, t)])


def people_screen(sheet: ConsentSheet, t: Translator) -> Screen:
    """Several people of one account: each a button with the sign of the answer."""
    rows = [[_person_button(p, t)] for p in sheet.people]
    return Screen(t("consent-whose"), [*rows, [_settings(t)]])


def closed_screen(person: ConsentPerson, answer: ConsentAnswer, t: Translator) -> Screen:
    """After a no or a withdrawal."""
    again = Button(t.plain("consent-open"), OpenConsentOf(person.holder.kind, person.holder.id).pack())
    return Screen(t("consent-closed", answer=answer), [[again], [_home(t)]])


def _whose(person: ConsentPerson, t: Translator) -> str:
    if not person.children:
        return t("consent-for-pupil", name=person.name)
    children = ", ".join(person.children[:NAMED_CHILDREN])
    return t("consent-for-guardian", name=person.name, children=children)


def _quoted(sheet: ConsentSheet, t: Translator) -> str:
    return f"{t.data(sheet.wording)}\n\n<i>{t('consent-version', version=sheet.version)}</i>"


def _standing(person: ConsentPerson, t: Translator) -> str:
    standing = person.standing
    if standing is None:
        return ""
    return t("consent-standing", answer=standing.answer, at=standing.at, version=standing.version)


def _answers(sheet: ConsentSheet, person: ConsentPerson, t: Translator) -> list[Button]:
    if person.said is ConsentAnswer.GIVEN:
        return [_answer(sheet, person, ConsentAnswer.WITHDRAWN, t.plain("consent-withdraw"))]
    agree = _answer(sheet, person, ConsentAnswer.GIVEN, t.plain("consent-agree"))
    if person.said is not None:
        return [agree]
    return [agree, _answer(sheet, person, ConsentAnswer.REFUSED, t.plain("consent-disagree"))]


def _answer(sheet: ConsentSheet, person: ConsentPerson, answer: ConsentAnswer, label: str) -> Button:
    action = AnswerConsent(person.holder.kind, person.holder.id, sheet.version, answer)
    return Button(label, action.pack(), style=STYLES.get(answer))


def _person_button(person: ConsentPerson, t: Translator) -> Button:
    sign = t.plain("consent-sign", answer=person.said or "none")
    return Button(f"{sign} {person.name}"[:60], OpenConsentOf(person.holder.kind, person.holder.id).pack())


def _way_back(person: ConsentPerson, t: Translator) -> list[Button]:
    return [_settings(t), _home(t)] if person.open else []


def _settings(t: Translator) -> Button:
    return Button(t.plain("back"), FamilySettings().pack())


def _home(t: Translator) -> Button:
    return Button(t.plain("home"), FamilyHome().pack())
