"""Writing an announcement: the draft on one page, its files, its settings."""

from datetime import date, datetime, time, timedelta

from bots.shared.announcement_words import file_label, first_words
from bots.shared.lines import clip, fitting
from bots.shared.quiet import marked
from bots.staff.screens.announcement_whom import audience_words
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.announcements import OpenBoard
from core.actions.announcing import (
    AddDraftFiles,
    AskDropDraft,
    CalmDown,
    ChooseAcknowledgement,
    ChooseAudience,
    ChooseEnd,
    ChooseTime,
    DropDraft,
    OpenDraft,
    OpenDraftFiles,
    OpenMyAnnouncements,
    OpenProgress,
    PreviewAnnouncement,
    RemoveDraftFile,
    SetAcknowledgement,
    SetEnd,
    SetTime,
    WriteAnnouncement,
    WriteChoices,
    WriteEnd,
    WriteTime,
    WriteUrgency,
)
from core.announcements.composing import FILES
from core.announcements.facts import Draft, Line, Mine, State
from core.terms import Acknowledgement
from locales import Button, Screen, Translator
from locales.formatting import clipped, formatted
from locales.screen import Rows

SIZE, SHOWN, BODY, CHOICES, REASON, GONE = 8, 34, 2200, 300, 200, 200
EVENING, MORNING = time(18), time(8)
WEEK, MONTH = timedelta(days=7), timedelta(days=30)


def draft_screen(draft: Draft, t: Translator) -> Screen:
    """Words, whom, when, what it asks, until when; a button for each, and the way to the preview."""
    if draft.state is not State.DRAFT:
        return left_screen(draft, t)
    body = formatted(*clipped(draft.body, draft.spans, BODY)) or t("draft-no-words")
    settings = [
        t("task-files", count=len(draft.files)) if draft.files else "",
        t("draft-whom", whom=audience_words(draft.audience, t)),
        t("draft-gone", names=clip(", ".join(draft.audience.gone), GONE)) if draft.audience.gone else "",
        time_line(draft.publish_at, t),
        ask_line(draft, t),
        end_line(draft.ends_on, t),
        t("draft-urgent", reason=clip(draft.urgent_reason, REASON)) if draft.urgent else "",
    ]
    text = "\n\n".join([t("draft-title"), body, "\n".join(line for line in settings if line)])
    return Screen(text, [_onward(draft, t), *_parts(draft, t), back_row(OpenMyAnnouncements(), t)])


def left_screen(draft: Draft, t: Translator) -> Screen:
    """It is a draft no more: it left from another phone, or was withdrawn."""
    opens = Button(t.plain("draft-progress"), OpenProgress(draft.id).pack(), style="primary")
    return Screen(t("draft-left"), [[opens], back_row(OpenMyAnnouncements(), t)])


def _onward(draft: Draft, t: Translator) -> list[Button]:
    if draft.empty:
        return [Button(t.plain("draft-write"), WriteAnnouncement(draft.id).pack(), style="primary")]
    if draft.audience.nobody:
        return [Button(t.plain("draft-choose-whom"), ChooseAudience(draft.id).pack(), style="primary")]
    return [Button(t.plain("draft-preview"), PreviewAnnouncement(draft.id).pack(), style="primary")]


def _parts(draft: Draft, t: Translator) -> Rows:
    files = t.plain("draft-files-count", count=len(draft.files)) if draft.files else t.plain("draft-files")
    urgent = (
        Button(t.plain("draft-calm"), CalmDown(draft.id, draft.rev).pack())
        if draft.urgent
        else Button(t.plain("draft-make-urgent"), WriteUrgency(draft.id).pack())
    )
    return [
        [
            Button(t.plain("draft-rewrite"), WriteAnnouncement(draft.id).pack()),
            Button(files, OpenDraftFiles(draft.id).pack()),
        ],
        [
            Button(t.plain("draft-button-whom"), ChooseAudience(draft.id).pack()),
            Button(t.plain("draft-button-time"), ChooseTime(draft.id).pack()),
        ],
        [
            Button(t.plain("draft-button-ask"), ChooseAcknowledgement(draft.id).pack()),
            Button(t.plain("draft-button-end"), ChooseEnd(draft.id).pack()),
        ],
        [urgent, Button(t.plain("draft-drop"), AskDropDraft(draft.id).pack())],
    ]


def time_line(at: datetime | None, t: Translator) -> str:
    """«Когда: 24 ноября в 08:00»."""
    return t("draft-time", at=at) if at else t("draft-time-now")


def end_line(day: date | None, t: Translator) -> str:
    """«На доске: до 30 ноября»."""
    return t("draft-end", day=day) if day else t("draft-end-none")


def ask_line(draft: Draft, t: Translator) -> str:
    """«Ответ: один из — Да · Нет»."""
    choices = clip(" · ".join(draft.choices), CHOICES)
    return t("draft-ask", kind=draft.acknowledgement, choices=choices)


def time_screen(draft: Draft, now: datetime, t: Translator) -> Screen:
    """Now, this evening, tomorrow morning, or as typed. `now`: the school's wall clock."""
    today = now.date()
    moments = [(today, EVENING), (today + timedelta(days=1), MORNING)]
    buttons = [_moment(draft, None, 0, t.plain("draft-at-once"))]
    for day, wall in moments:
        if datetime.combine(day, wall, now.tzinfo) > now:
            key = "draft-this-evening" if day == today else "draft-tomorrow"
            buttons.append(_moment(draft, day, wall.hour * 60, t.plain(key, at=wall.strftime("%H:%M"))))
    other = Button(t.plain("draft-other-time"), WriteTime(draft.id).pack())
    text = "\n".join([t("draft-choose-time"), time_line(draft.publish_at, t)])
    return Screen(text, [*([button] for button in buttons), [other], back_row(OpenDraft(draft.id), t)])


def _moment(draft: Draft, day: date | None, minute: int, label: str) -> Button:
    at = draft.publish_at
    chosen = at is None if day is None else at is not None and (at.date(), at.hour * 60 + at.minute) == (day, minute)
    return Button(marked(label, chosen=chosen), SetTime(draft.id, day, minute, draft.rev).pack())


def end_screen(draft: Draft, today: date, t: Translator) -> Screen:
    """A week, a month, no end, or as typed."""
    start = draft.publish_at.date() if draft.publish_at else today
    days = [start, start + timedelta(days=1), start + WEEK, start + MONTH]
    buttons = [
        Button(marked(t.plain("draft-end-day", day=day), chosen=day == draft.ends_on), _end(draft, day)) for day in days
    ]
    none = Button(marked(t.plain("draft-end-never"), chosen=draft.ends_on is None), _end(draft, None))
    other = Button(t.plain("draft-other-day"), WriteEnd(draft.id).pack())
    return Screen(t("draft-choose-end"), [*in_rows(buttons, 2), [none], [other], back_row(OpenDraft(draft.id), t)])


def _end(draft: Draft, day: date | None) -> str:
    return SetEnd(draft.id, day, draft.rev).pack()


def ask_screen(draft: Draft, t: Translator) -> Screen:
    """What the readers are asked for."""
    yes_no = draft.choices == default_choices(t)
    kinds = [
        (Acknowledgement.NONE, draft.acknowledgement is Acknowledgement.NONE),
        (Acknowledgement.READ, draft.acknowledgement is Acknowledgement.READ),
        (Acknowledgement.CHOICE, draft.acknowledgement is Acknowledgement.CHOICE and yes_no),
        (Acknowledgement.NUMBER, draft.acknowledgement is Acknowledgement.NUMBER),
    ]
    rows: Rows = [
        [
            Button(
                marked(t.plain(f"draft-ask-{kind}"), chosen=chosen),
                SetAcknowledgement(draft.id, kind, draft.rev).pack(),
            )
        ]
        for kind, chosen in kinds
    ]
    own = draft.acknowledgement is Acknowledgement.CHOICE and not yes_no
    rows.append([Button(marked(t.plain("draft-ask-own"), chosen=own), WriteChoices(draft.id).pack())])
    return Screen("\n".join([t("draft-choose-ask"), ask_line(draft, t)]), [*rows, back_row(OpenDraft(draft.id), t)])


def default_choices(t: Translator) -> tuple[str, ...]:
    """«Да», «Нет»: what is asked most."""
    return t.plain("yes"), t.plain("no")


def files_screen(draft: Draft, t: Translator) -> Screen:
    """A row a file, each to be taken away; «Добавить» while there is room."""
    lines = [t.data(file_label(file, number, t)) for number, file in enumerate(draft.files, 1)]
    rows: Rows = [
        [
            Button(
                t.plain("draft-file-remove", name=file_label(file, number, t)),
                RemoveDraftFile(draft.id, file.id, draft.rev).pack(),
            )
        ]
        for number, file in enumerate(draft.files, 1)
    ]
    if len(draft.files) < FILES:
        rows.append([Button(t.plain("homework-files-add"), AddDraftFiles(draft.id).pack(), style="primary")])
    title = t("draft-files-title") if lines else t("homework-files-empty")
    return Screen("\n".join([title, *lines]), [*rows, back_row(OpenDraft(draft.id), t)])


def mine_screen(mine: Mine, t: Translator) -> Screen:
    """Own drafts and announcements, the newest first."""
    lines = [f"\n{_mine_line(mine.first + n, line, t)}" for n, line in enumerate(mine.lines, 1)]
    head = [t("mine-title")]
    text = fitting(head, lines or [f"\n{t('mine-none')}"], lambda count: t("board-more", count=count))
    rows: Rows = [
        [Button(t.plain("mine-label", number=mine.first + n, words=first_words(line, t, SHOWN)), _opens(line))]
        for n, line in enumerate(mine.lines, 1)
    ]
    rows.append(steps(mine.first, SIZE, mine.count, OpenMyAnnouncements, t))
    return Screen("\n".join(text), [*rows, back_row(OpenBoard(), t)])


def _mine_line(number: int, line: Line, t: Translator) -> str:
    state = t("mine-state", number=number, state=line.state, day=line.at, at=line.at)
    return f"{state}\n{t.data(first_words(line, t, BODY // 20))}"


def _opens(line: Line) -> str:
    return (OpenDraft(line.id) if line.state is State.DRAFT else OpenProgress(line.id)).pack()


def words_question(draft: Draft, t: Translator, limit_mb: int) -> str:
    """For whom it is, if that is known, and what may be sent; the words as they are, to be copied and changed."""
    whom = "" if draft.audience.nobody else t("draft-whom", whom=audience_words(draft.audience, t))
    now = f"{t('homework-ask-text-now')}\n{formatted(*clipped(draft.body, draft.spans, BODY))}" if draft.body else ""
    asks = t("draft-ask-again" if draft.body else "draft-ask-words", files=FILES, mb=limit_mb)
    return "\n\n".join(part for part in (asks, whom, now) if part)


def drop_screen(draft: Draft, t: Translator) -> Screen:
    """Asks once more: typed words are at stake."""
    yes = Button(t.plain("draft-drop-yes"), DropDraft(draft.id, draft.rev).pack(), style="danger")
    words = formatted(*clipped(draft.body, draft.spans, BODY))
    return Screen(
        "\n\n".join(part for part in (t("draft-drop-sure"), words) if part),
        [[yes], back_row(OpenDraft(draft.id), t)],
    )


def note_toast(draft: Draft, t: Translator) -> str:
    """What the tap met."""
    return t.plain({"already": "already-so", "changed": "draft-changed"}.get(draft.note, "done-toast"))
