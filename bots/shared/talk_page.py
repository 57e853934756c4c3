"""A conversation on the screen: with whom, about whom, the messages with their marks."""

from collections.abc import Sequence
from datetime import date, datetime

from bots.shared.lines import clip
from bots.shared.talk_list import when
from bots.shared.talk_ways import Ways, named
from core.conversations.facts import Said, Side, Talk
from core.terms import FileKind, Topic
from locales import Button, Screen, Translator
from locales.formatting import clipped, formatted
from locales.screen import Rows

ROOM, NAME, FILE, SIDES, FILES = 3200, 60, 22, 4, 20


def talk_screen(
    talk: Talk, today: date, ways: Ways, t: Translator, *, older_than: int | None = None, tools: Rows | None = None
) -> Screen:
    """The messages that fit, the newest last. `older_than`: these are older than that message, not the newest."""
    shown, cut = _fitting(talk.messages)
    blocks = ["\n".join(_head(talk, today, t)), *(_message(said, today, t) for said in shown)]
    if not shown:
        blocks.append(t("talk-empty"))
    if talk.why_not:
        blocks.append(why_not(talk, t))
    rows: Rows = [*_files(shown, talk.id, ways, t)]
    if cut:
        rows.append([Button(t.plain("talk-whole"), ways.whole(talk.id, shown[-1].id).pack())])
    if talk.may_write:
        rows.append(
            [
                Button(t.plain("talk-answer"), ways.write(talk.id).pack(), style="primary"),
                Button(t.plain("talk-urgent"), ways.urgent(talk.id, None).pack()),
            ]
        )
    rows.append(_pages(talk, shown, ways, t, older_than))
    return Screen("\n\n".join(blocks), [*rows, *(tools or []), ways.back(t)])


def whole_screen(said: Said, conversation_id: int, ways: Ways, t: Translator) -> Screen:
    """One message in full, and nothing else: it may fill the screen."""
    back = Button(t.plain("back"), ways.open(conversation_id, None).pack())
    return Screen(formatted(said.body, said.spans), [[back, ways.home(t)]])


def more_screen(talk: Talk, today: date, ways: Ways, t: Translator, tools: Rows) -> Screen:
    """Who takes part, how each is reached, and what else can be done."""
    lines = [t("talk-sides"), *(f"• {line}" for side in talk.sides for line in [_side(side, today, t)])]
    rows = [*tools]
    if talk.mine and not talk.complaint:
        rows.append([Button(t.plain("talk-complain"), ways.complain(talk.id).pack())])
    if talk.complaint:
        lines += ["", t("talk-complained")]
    back = Button(t.plain("back"), ways.open(talk.id, None).pack())
    return Screen("\n".join(lines), [*rows, [back, ways.home(t)]])


def said_of(side: Side, t: Translator) -> str:
    """«Иванова Мария Петровна, мать», an office in words."""
    name = clip(named(side.what, t) if side.kind == "office" else side.name, NAME)
    return t.data(", ".join(part for part in (name, side.what if side.kind != "office" else "") if part))


def _fitting(messages: Sequence[Said]) -> tuple[list[Said], bool]:
    """As many of the newest as one screen takes; the newest alone may be cut."""
    kept: list[Said] = []
    left = ROOM
    for said in reversed(messages):
        left -= len(said.body) + 80
        if left < 0:
            return (kept, False) if kept else ([said], True)
        kept.insert(0, said)
    return kept, False


def _head(talk: Talk, today: date, t: Translator) -> list[str]:
    """The other sides, what it is about, and what the writer should know of them."""
    others = [side for side in talk.sides if not side.mine]
    lines = [f"<b>{said_of(side, t)}</b>" for side in others[:SIDES]]
    if len(others) > SIDES:
        lines.append(t("talk-sides-more", count=len(others) - SIDES))
    if talk.topic is not Topic.TALK:
        lines.insert(0, t(f"talk-topic-{talk.topic}"))
    if talk.about:
        lines.append(t("talk-about" if talk.pupil_id is not None else "talk-about-class", about=talk.about))
    if talk.lesson:
        lines.append(t("talk-lesson", lesson=talk.lesson))
    if talk.may_write:
        lines += [t("talk-note", words=note) for side in others if (note := _note(side, today, t))]
    return lines


def _side(side: Side, today: date, t: Translator) -> str:
    note = t.plain("talk-side-you") if side.mine else _note(side, today, t)
    return f"{said_of(side, t)} ({t.data(note)})" if note else said_of(side, t)


def _note(side: Side, today: date, t: Translator) -> str:
    """What stands between a word and this side."""
    name = clip(named(side.what, t) if side.kind == "office" else side.name, NAME)
    if side.awaited:
        return t.plain("talk-side-awaited", name=name)
    if side.left:
        return t.plain("talk-side-left", name=name)
    if not side.connected:
        return t.plain("talk-side-unconnected", name=name)
    if side.muted_until is not None:
        return t.plain("talk-side-muted", name=name, until=moment(side.muted_until, today, t))
    if side.reads_at is not None:
        whose = "school" if side.kind in {"staff", "office"} else "family"
        return t.plain(f"talk-side-later-{whose}", name=name, at=moment(side.reads_at, today, t))
    return ""


def moment(at: datetime, today: date, t: Translator) -> str:
    """«сегодня в 14:00», «завтра в 08:00», «пн 24.11 в 08:00»."""
    days = (at.date() - today).days
    return t.plain("talk-moment", at=at, day={0: "today", 1: "tomorrow"}.get(days, "other"))


def _message(said: Said, today: date, t: Translator) -> str:
    body, spans = clipped(said.body, said.spans, ROOM)
    head = [f"<b>{t('talk-you') if said.mine else t.data(said.name)}</b>", t.data(_stamp(said, today, t))]
    if said.edited:
        head.append(t("talk-edited"))
    if said.mine:
        head.append(_mark(said, today, t))
    lines = [" · ".join(head)]
    if said.urgent_reason:
        lines.append(t("talk-urgent-because", reason=said.urgent_reason))
    if body:
        lines.append(formatted(body, spans))
    if said.files:
        lines.append(t("talk-files", count=len(said.files)))
    return "\n".join(lines)


def _stamp(said: Said, today: date, t: Translator) -> str:
    if said.at.date() == today:
        return when(said.at, today, t)
    return t.plain("talk-when-both", at=said.at)


def _mark(said: Said, today: date, t: Translator) -> str:
    """What became of one's own message."""
    if said.read and 0 < said.unread_by < said.readers:
        return t("talk-mark-read-by", count=said.readers - said.unread_by, of=said.readers)
    if said.read:
        return t("talk-mark-read")
    if said.delivered:
        return t("talk-mark-delivered")
    if said.arrives_at is not None:
        return t("talk-mark-later", at=moment(said.arrives_at, today, t))
    return t("talk-mark-sent")


def why_not(talk: Talk, t: Translator) -> str:
    """Why nothing can be written here."""
    if talk.why_not == "muted" and talk.muted_until is not None:
        return t("talk-why-muted", until=talk.muted_until)
    return t(f"talk-why-{talk.why_not}")


def _files(shown: Sequence[Said], conversation_id: int, ways: Ways, t: Translator) -> Rows:
    """A button for each file of the messages on the screen, two in a row."""
    files = [(said, *file) for said in shown for file in said.files][-FILES:]
    buttons = [
        Button(_file_label(kind, name, number, t), ways.file(conversation_id, file_id).pack())
        for number, (_, file_id, kind, name) in enumerate(files, 1)
    ]
    return [buttons[place : place + 2] for place in range(0, len(buttons), 2)]


def _file_label(kind: FileKind, name: str, number: int, t: Translator) -> str:
    if kind is FileKind.DOCUMENT:
        return t.plain("task-file-document", name=clip(name, FILE))
    return t.plain(f"task-file-{kind}", number=number)


def _pages(talk: Talk, shown: Sequence[Said], ways: Ways, t: Translator, older_than: int | None) -> list[Button]:
    row = []
    if shown and (talk.older or len(shown) < len(talk.messages)):
        row.append(Button(t.plain("talk-older"), ways.open(talk.id, shown[0].id).pack()))
    if older_than is not None:
        row.append(Button(t.plain("talk-newest"), ways.open(talk.id, None).pack()))
    if talk.mine:
        row.append(Button(t.plain("talk-more"), ways.more(talk.id).pack()))
    return row
