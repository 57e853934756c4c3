"""One's own phones: connected when, cut off, ended by a code (A5)."""

from bots.staff.screens.home import home_button
from bots.staff.screens.pin import pin_rows
from bots.staff.screens.rows import back_row
from core.access.codes import IssuedCode
from core.access.ending import Ended
from core.access.sessions import EndCode, OwnPhone, Sessions
from core.actions import Action
from core.actions.sessions import CutOthers, CutPhone, IssueEndCode, OpenSessions
from core.actions.staff import StaffSettings
from core.rules.code_text import grouped
from locales import Button, Screen, Translator
from locales.screen import Rows


def sessions(shown: Sessions, t: Translator) -> Screen:
    """Phones, the PIN of this one, the code for a lost one."""
    phones = [t("sessions-phones", count=len(shown.phones)), *(_phone(phone, t) for phone in shown.phones)]
    pin = t("sessions-pin", count=shown.pause) if shown.pause else t("sessions-pin-none")
    parts = [t("sessions-title"), "\n".join(phones), pin, _end_code(shown.end_code, t)]
    others = [phone for phone in shown.phones if not phone.here]
    rows: Rows = [*pin_rows(shown.pause, t)]
    rows += [[Button(t.plain("sessions-cut", since=p.since), CutPhone(p.link_id).pack())] for p in others]
    if others:
        rows.append([Button(t.plain("sessions-cut-others"), CutOthers(shown.others).pack(), style="danger")])
    again = "yes" if shown.end_code and shown.end_code.open else "no"
    rows.append([Button(t.plain("sessions-end-code", again=again), IssueEndCode(shown.newest_code).pack())])
    return Screen("\n\n".join(parts), [*rows, back_row(StaffSettings(), t)])


def ask_cut(phone: OwnPhone, t: Translator) -> Screen:
    """One more tap before a phone is cut off."""
    return _asked(t("sessions-ask-cut", since=phone.since), CutPhone(phone.link_id, sure=True), t)


def ask_cut_others(shown: Sessions, t: Translator) -> Screen:
    """One more tap before all the others are."""
    count = sum(not phone.here for phone in shown.phones)
    return _asked(t("sessions-ask-cut-others", count=count), CutOthers(shown.others, sure=True), t)


def end_code(issued: IssuedCode, t: Translator) -> Screen:
    """The code that ends all sessions, shown this once."""
    code = grouped(issued.code)
    facts = {"code": code, "expires": issued.expires_at, "year": str(issued.expires_at.year)}
    return Screen(t("sessions-end-code-issued", **facts), [back_row(OpenSessions(), t)])


def ended(done: Ended, t: Translator) -> Screen:
    """What the code did."""
    return Screen(t("sessions-ended", name=done.name, count=done.phones))


def how_to_stop(t: Translator) -> Screen:
    """/stop without a code."""
    return Screen(t("sessions-stop-how"), [[home_button(t)]])


def _asked(question: str, yes: Action, t: Translator) -> Screen:
    sure = Button(t.plain("person-revoke-yes"), yes.pack(), style="danger")
    return Screen(question, [[sure], [Button(t.plain("cancel"), OpenSessions().pack())]])


def _phone(phone: OwnPhone, t: Translator) -> str:
    line = t("sessions-here" if phone.here else "sessions-phone", since=phone.since, seen=phone.seen_at)
    return f"{line} · {t('person-blocked')}" if phone.unreachable else line


def _end_code(code: EndCode | None, t: Translator) -> str:
    if code is None or not code.open:
        return t("sessions-end-none")
    return t("sessions-end-open", issued=code.issued_at, expires=code.expires_at, year=str(code.expires_at.year))
