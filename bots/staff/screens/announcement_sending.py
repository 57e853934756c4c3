"""Before an announcement leaves: as its readers will see it, who they are, one confirmation."""

from bots.shared.lines import clip
from bots.staff.screens.announcement_draft import draft_screen, time_line
from bots.staff.screens.announcement_whom import audience_words
from bots.staff.screens.rows import back_row
from core.actions.announcements import OpenBoard
from core.actions.announcing import ChooseAudience, ConfirmAnnouncement, OpenDraft, OpenProgress
from core.announcements.facts import Draft, Preview, Reach, Sent, State
from core.terms import Acknowledgement
from locales import Button, Screen, Translator
from locales.announcing import announced
from locales.screen import Rows

CLASSES, ONE_MESSAGE, ANSWERS = 14, 3900, 200


def preview_screens(preview: Preview, t: Translator) -> list[Screen]:
    """The message as it will look, and under it who gets it; a long one goes before, as a message of its own."""
    draft = preview.draft
    if draft.state is not State.DRAFT or draft.empty:
        return [draft_screen(draft, t)]
    words = announced(preview.words, t)
    told = Screen(_reach(preview, t), _rows(preview, t))
    head = t("preview-title")
    if len(head) + len(words) + len(told.text) < ONE_MESSAGE:
        return [Screen("\n\n".join([head, words, told.text]), told.rows)]
    return [Screen(words), told.under(t("preview-above"))]


def sent_screen(sent: Sent, t: Translator) -> Screen:
    """It is on its way, or will be."""
    said = t("sent-later", at=sent.publish_at) if sent.publish_at else t("sent-now")
    watch = Button(t.plain("draft-progress"), OpenProgress(sent.id).pack(), style="primary")
    return Screen(said, [[watch], back_row(OpenBoard(), t)])


def _reach(preview: Preview, t: Translator) -> str:
    draft = preview.draft
    lines = [
        t("preview-line"),
        _buttons(draft, t),
        t("draft-whom", whom=audience_words(draft.audience, t)),
        t("draft-gone", names=clip(", ".join(draft.audience.gone), ANSWERS)) if draft.audience.gone else "",
        _people(preview.reach, t),
        _by_class(preview, t),
        time_line(draft.publish_at, t),
        t("preview-quiet") if preview.reach.connected and not (draft.urgent or preview.unheard) else "",
        t("preview-unheard", day=draft.ends_on) if preview.unheard and draft.ends_on else "",
    ]
    return "\n".join(line for line in lines if line)


def _people(reach: Reach, t: Translator) -> str:
    if not reach.people:
        return t("preview-nobody")
    lines = [
        t("preview-people", count=reach.people),
        t("preview-connected", count=reach.connected),
        t("preview-not-connected", count=reach.not_connected) if reach.not_connected else "",
        t("preview-unreachable", count=reach.unreachable) if reach.unreachable else "",
    ]
    return "\n".join(line for line in lines if line)


def _by_class(preview: Preview, t: Translator) -> str:
    """«7А: 40 из 52, 7Б: 31 из 48»; nothing where there is one class only."""
    parts = [
        t.plain("preview-class", name=unit.name, connected=reach.connected, people=reach.people)
        for unit, reach in preview.classes[:CLASSES]
    ]
    if preview.staff.people:
        parts.append(t.plain("preview-staff", connected=preview.staff.connected, people=preview.staff.people))
    if len(parts) < 2:
        return ""
    rest = len(preview.classes) - CLASSES
    more = [t.plain("whom-more", count=rest)] if rest > 0 else []
    return t("preview-by-class", classes="; ".join([*parts, *more]))


def _buttons(draft: Draft, t: Translator) -> str:
    """Which buttons stand under the message."""
    if draft.acknowledgement is Acknowledgement.NONE:
        return ""
    labels = {
        Acknowledgement.READ: t.plain("announced-read"),
        Acknowledgement.CHOICE: clip(" · ".join(draft.choices), ANSWERS),
        Acknowledgement.NUMBER: t.plain("announced-number"),
    }
    return t("preview-buttons", labels=labels[draft.acknowledgement])


def _rows(preview: Preview, t: Translator) -> Rows:
    draft = preview.draft
    if not preview.reach.people:
        first = Button(t.plain("draft-choose-whom"), ChooseAudience(draft.id).pack(), style="primary")
    else:
        key = "preview-send-later" if draft.publish_at else "preview-send"
        label = t.plain(key, count=preview.reach.people)
        first = Button(label, ConfirmAnnouncement(draft.id, draft.rev).pack(), style="primary")
    return [[first], back_row(OpenDraft(draft.id), t)]
