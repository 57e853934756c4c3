"""What became of words just sent, and of words kept because they answered nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from bots.shared.talk_list import line_label
from bots.shared.talk_page import moment
from bots.shared.talk_ways import Ways, named
from core.conversations.facts import Inbox, KeptDraft, Wrote
from core.errors import JournalError
from locales import Button, Screen, Translator
from locales.formatting import clipped, formatted
from locales.screen import Rows

NAMED, LABEL, QUOTED = 6, 38, 600
LATELY, PAGE = 4, 8


def wrote_screen(wrote: Wrote, today: date, ways: Ways, t: Translator) -> Screen:
    """«✓ Отправлено», and when each side has it."""
    lines = [t("talk-sent"), *_arrivals([wrote], today, t)]
    rows: Rows = [
        [
            Button(t.plain("talk-open"), ways.open(wrote.conversation_id, None).pack()),
            Button(t.plain("talk-write-more"), ways.write(wrote.conversation_id).pack()),
        ],
        ways.back(t),
    ]
    return Screen("\n".join(lines), rows)


def wrote_many_screen(wrote: Sequence[Wrote], today: date, ways: Ways, t: Translator) -> Screen:
    """The same words went into several conversations, to each family by itself."""
    lines = [t("talk-sent-many", count=len(wrote)), *_arrivals(wrote, today, t)]
    return Screen("\n".join(lines), [ways.back(t)])


def _arrivals(wrote: Sequence[Wrote], today: date, t: Translator) -> list[str]:
    late = [(name, at) for one in wrote for name, at in one.arrivals if at is not None]
    lines = [t("talk-sent-later", name=named(name, t), at=moment(at, today, t)) for name, at in late[:NAMED]]
    if len(late) > NAMED:
        lines.append(t("talk-sent-later-more", count=len(late) - NAMED))
    alone = [named(name, t) for one in wrote for name in one.unconnected]
    if alone:
        lines.append(t("talk-sent-unconnected", names=_names(alone), count=len(alone)))
    lines += [t("talk-sent-awaited", name=name) for one in wrote for name in one.awaited][:NAMED]
    silent = [(name, until) for one in wrote for name, until in one.silent]
    return lines + [t("talk-sent-silent", name=named(n, t), until=moment(u, today, t)) for n, u in silent[:NAMED]]


def _names(names: Iterable[str]) -> str:
    listed = list(names)
    shown = ", ".join(listed[:NAMED])
    return f"{shown}…" if len(listed) > NAMED else shown


def kept_screen(draft_id: int, refusal: JournalError, conversation_id: int, ways: Ways, t: Translator) -> Screen:
    """Refused for a while: the words are kept and go with a press later."""
    said = f"{t(f'error-{refusal.code}', **refusal.facts)}\n\n{t('talk-draft-kept')}"
    rows: Rows = [
        [Button(t.plain("talk-draft-send-later"), ways.give(draft_id, conversation_id).pack())],
        [Button(t.plain("talk-draft-drop"), ways.drop(draft_id).pack())],
    ]
    return Screen(said, [*rows, ways.back(t)])


def draft_screen(draft: KeptDraft, lately: Inbox, ways: Ways, t: Translator, *, others: Rows) -> Screen:
    """«Кому передать?»: the conversations of late, `others` of this door, nobody."""
    parts = [t("talk-draft-ask"), _quoted(draft, t)]
    rows: Rows = [
        [Button(line_label(line, t, LABEL), ways.give(draft.id, line.id).pack())] for line in lately.lines[:LATELY]
    ]
    if lately.count > LATELY:
        rows.append([Button(t.plain("talk-draft-other"), ways.pick(draft.id, 0).pack())])
    return Screen("\n".join(parts), [*rows, *others, [Button(t.plain("talk-draft-drop"), ways.drop(draft.id).pack())]])


def pick_screen(draft: KeptDraft, inbox: Inbox, ways: Ways, t: Translator) -> Screen:
    """All conversations, a page at a time, to put a draft into one."""
    rows: Rows = [[Button(line_label(line, t, LABEL), ways.give(draft.id, line.id).pack())] for line in inbox.lines]
    turns = []
    if inbox.first:
        turns.append(Button(t.plain("list-earlier"), ways.pick(draft.id, max(0, inbox.first - PAGE)).pack()))
    if inbox.first + len(inbox.lines) < inbox.count:
        turns.append(Button(t.plain("list-later"), ways.pick(draft.id, inbox.first + PAGE).pack()))
    drop = [Button(t.plain("talk-draft-drop"), ways.drop(draft.id).pack())]
    return Screen(f"{t('talk-draft-ask')}\n{_quoted(draft, t)}", [*rows, turns, drop, [ways.home(t)]])


def dropped_screen(ways: Ways, t: Translator) -> Screen:
    """Nobody gets it."""
    return Screen(t("talk-draft-dropped"), [ways.back(t)])


def _quoted(draft: KeptDraft, t: Translator) -> str:
    body, spans = clipped(draft.body, draft.spans, QUOTED)
    words = f"<blockquote>{formatted(body, [s for s in spans if s[0] != 'blockquote'])}</blockquote>" if body else ""
    files = t("talk-draft-files") if draft.files else ""
    return "\n".join(part for part in (words, files) if part)
