"""One person's access, and the administrator's list of staff."""

from bots.staff.screens.rows import back_row
from core.access.cards import CodeState, Connection, Member
from core.access.consent_people import Standing
from core.access.desk import HandedCode, PersonCard
from core.access.holders import HolderKind
from core.access.staff import StaffPage
from core.actions.access import AskRevoke, FindStaff, IssueCode, OpenFamilies, OpenPerson, OpenStaffList, Revoke
from core.actions.staff import StaffHome
from core.rules.code_text import grouped
from locales import Button, Screen, Translator
from locales.screen import Rows

LABEL = 60


def staff_list(page: StaffPage, t: Translator) -> Screen:
    """Who of the staff is connected; each a button to the person's card."""
    lines = [t("staff-list-title"), t("staff-list-count", connected=page.connected, total=page.total)]
    if page.text:
        lines.append(t("staff-list-found", text=page.text, count=len(page.lines)))
    elif page.pages > 1:
        lines.append(t("staff-list-page", page=page.page + 1, pages=page.pages))
    if not page.lines:
        lines.append(t("staff-list-none" if page.total else "staff-list-empty"))
    people = [[person_button(m, None, t)] for m in page.lines]
    tools = [Button(t.plain("staff-find"), FindStaff().pack())]
    if page.text:
        tools.append(Button(t.plain("staff-all"), OpenStaffList().pack()))
    return Screen("\n".join(lines), [*people, turning(page.page, page.pages, OpenStaffList), tools, [home_button(t)]])


def person(card: PersonCard, t: Translator) -> Screen:
    """Connections, newest code, consent, and what may be done about them."""
    member = card.member
    parts = [_who(card, t), connections(member, t)]
    if member.code is not None:
        parts.append(code_state(member.code, t))
    if member.holder.kind is not HolderKind.STAFF:
        parts.append(consent_state(member.standing, t, answers=card.answers))
    tools = _tools(card, t) if card.may_keep else []
    return Screen("\n\n".join(parts), [*tools, [_back(card.class_id, t), home_button(t)]])


def ask_revoke(card: PersonCard, link_id: int | None, t: Translator) -> Screen:
    """One more tap before a chat, the code, or everything of a person, is cut off; a chat already gone asks nothing."""
    member, holder = card.member, card.member.holder
    one = next((c for c in member.connections if c.link_id == link_id), None)
    if link_id is not None and one is None:
        return person(card, t)
    what = "one" if one else "all" if member.connections else "code"
    asked = t(f"person-ask-revoke-{what}", since=one.since if one else "")
    yes = Revoke(holder.kind, holder.id, card.class_id, member.last_link, link_id)
    no = OpenPerson(holder.kind, holder.id, card.class_id)
    label = t.plain("person-revoke-code-yes" if what == "code" else "person-revoke-yes")
    return Screen(
        f"{t('person-name', name=member.name)}\n\n{asked}",
        [[Button(label, yes.pack(), style="danger")], [Button(t.plain("cancel"), no.pack())]],
    )


def code(handed: HandedCode, class_id: int | None, opening: str, t: Translator) -> Screen:
    """The code, shown this once. `opening` is what the code is appended to for a link (may be empty)."""
    issued = handed.issued
    parts = [t("code-issued", name=handed.name, code=grouped(issued.code), expires=issued.expires_at)]
    if opening:
        parts.append(t("code-issued-link", link=opening + issued.code))
    parts += [t("code-issued-how", door=issued.holder.door), t("code-issued-once")]
    back = OpenPerson(issued.holder.kind, issued.holder.id, class_id)
    return Screen("\n\n".join(parts), [back_row(back, t)])


def connections(member: Member, t: Translator) -> str:
    """How many chats speak for the person, and when each was last seen."""
    return "\n".join([t("person-chats", count=len(member.connections)), *(_chat(c, t) for c in member.connections)])


def code_state(state: CodeState, t: Translator) -> str:
    """Whether the newest code still lets in."""
    key = "person-code-open" if state.open else "person-code-used" if state.used else "person-code-over"
    return t(key, issued=state.issued_at, expires=state.expires_at)


def consent_state(standing: Standing | None, t: Translator, *, answers: bool) -> str:
    """What the person answered to the consent text."""
    if not answers:
        return t("person-consent-guardian")
    if standing is None:
        return t("person-consent-none")
    return t("person-consent", answer=standing.answer, at=standing.at)


def person_button(member: Member, class_id: int | None, t: Translator) -> Button:
    """A button to a person's card, with the sign of the connection."""
    label = f"{t.plain('member-mark', state=member.reach)} {member.name}"
    return Button(label[:LABEL], OpenPerson(member.holder.kind, member.holder.id, class_id).pack())


def turning(page: int, pages: int, action: type[OpenStaffList]) -> list[Button]:
    """Buttons to the neighbouring pages; none when there is one page."""
    back = [Button(f"‹ {page}", action(page - 1).pack())] if page > 0 else []
    on = [Button(f"{page + 2} ›", action(page + 1).pack())] if page + 1 < pages else []
    return [*back, *on]


def home_button(t: Translator) -> Button:
    return Button(t.plain("home"), StaffHome().pack())


def _who(card: PersonCard, t: Translator) -> str:
    lines = [t("person-name", name=card.member.name)]
    lines += [t("person-tie", kinship=tie.kinship or t("person-guardian"), pupil=tie.pupil) for tie in card.ties]
    if card.roles:
        lines.append(", ".join(t("person-role", role=role) for role in card.roles))
    if card.member.holder.kind is HolderKind.PUPIL:
        lines.append(t("person-pupil"))
    return "\n".join(lines)


def _tools(card: PersonCard, t: Translator) -> Rows:
    member, holder = card.member, card.member.holder
    issue = IssueCode(holder.kind, holder.id, card.class_id, member.newest_code)
    rows: Rows = [[Button(t.plain("person-issue", again="yes" if member.code else "no"), issue.pack())]]
    if len(member.connections) > 1:
        rows += [[_cut(card, t.plain("person-revoke-one", since=c.since), c.link_id)] for c in member.connections]
    if len(member.connections) > 0:
        many = len(member.connections) > 1
        rows.append([_cut(card, t.plain("person-revoke-all" if many else "person-revoke"))])
    elif member.code is not None and member.code.open:
        rows.append([_cut(card, t.plain("person-revoke-code"))])
    return rows


def _cut(card: PersonCard, label: str, link_id: int | None = None) -> Button:
    holder = card.member.holder
    return Button(label, AskRevoke(holder.kind, holder.id, card.class_id, link_id).pack(), style="danger")


def _chat(connection: Connection, t: Translator) -> str:
    line = t("person-chat", since=connection.since, seen=connection.seen_at)
    return f"{line} · {t('person-blocked')}" if connection.unreachable else line


def _back(class_id: int | None, t: Translator) -> Button:
    action = OpenStaffList() if class_id is None else OpenFamilies(class_id)
    return Button(t.plain("back"), action.pack())
