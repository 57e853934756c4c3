"""After an announcement left: delivered, read, answered; by class and by name; reminding, withdrawing."""

from bots.shared.lines import clip, fitting
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.announcements import OpenAnnouncement
from core.actions.announcing import (
    AskWithdraw,
    OpenMyAnnouncements,
    OpenProgress,
    OpenProgressClasses,
    OpenReaders,
    Readers,
    RemindReaders,
    SendSheet,
    WithdrawAnnouncement,
)
from core.announcements.facts import State
from core.announcements.outcome import Count, Names, OfChild, PersonLine, Progress, Said, SheetFacts
from core.terms import Acknowledgement
from locales import Button, Screen, Translator
from locales.screen import Rows

OTHERS = (Readers.SILENT, Readers.READ, Readers.UNREACHABLE, Readers.NOT_CONNECTED)
WORDS, ANSWERS, CLASSES, NAMES, NAME, CHILD, ANSWER = 200, 20, 16, 20, 60, 60, 60


def progress_screen(progress: Progress, t: Translator) -> Screen:
    """The numbers, and what can be done about them."""
    words = t.data(clip(" ".join(progress.first_words.split()), WORDS)) or t("homework-files-only")
    blocks = [f"{_head(progress, t)}\n{words}"]
    if progress.state is not State.WAITING:
        blocks.append(_numbers(progress, t))
    if progress.reminded_at:
        blocks.append(t("watch-reminded", at=progress.reminded_at))
    return Screen("\n\n".join(blocks), [*_deeds(progress, t), back_row(OpenMyAnnouncements(), t)])


def classes_screen(progress: Progress, first: int, t: Translator) -> Screen:
    """A class a line and a button: who has not read or answered there."""
    shown = progress.classes[first : first + CLASSES]
    lines = [_class_line(unit.name, count, progress, t) for unit, count in shown]
    if progress.staff.people:
        lines.append(_class_line(t.plain("whom-all-staff"), progress.staff, progress, t))
    buttons = [
        Button(
            t.plain("watch-class", name=unit.name, silent=count.silent),
            OpenReaders(progress.id, Readers.SILENT, unit.id).pack(),
        )
        for unit, count in shown
    ]
    turn = steps(first, CLASSES, len(progress.classes), lambda start: OpenProgressClasses(progress.id, start), t)
    text = "\n".join([t("watch-classes-title"), "", *lines])
    return Screen(text, [*in_rows(buttons, 2), turn, back_row(OpenProgress(progress.id), t)])


def names_screen(names: Names, readers: Readers, t: Translator) -> Screen:
    """People by name with where each stands; the other sorts are a tap away."""
    class_id = names.unit.id if names.unit else None
    title = t("watch-names-title", readers=readers, count=names.count)
    if names.unit:
        title = f"{t.data(names.unit.name)} · {title}"
    lines = [_name_line(line, t) for line in names.lines] or [t("watch-names-none")]
    text = fitting([title, ""], lines, lambda count: t("board-more", count=count))
    others = [
        Button(t.plain("watch-readers", readers=sort), OpenReaders(names.id, sort, class_id).pack())
        for sort in OTHERS
        if sort is not readers
    ]
    turn = steps(names.first, NAMES, names.count, lambda start: OpenReaders(names.id, readers, class_id, start), t)
    back = OpenProgressClasses(names.id) if names.unit else OpenProgress(names.id)
    return Screen("\n".join(text), [turn, *in_rows(others, 2), back_row(back, t)])


def withdraw_screen(progress: Progress, t: Translator) -> Screen:
    """Asks once more."""
    key = "watch-withdraw-sure-waiting" if progress.state is State.WAITING else "watch-withdraw-sure"
    yes = Button(t.plain("watch-withdraw-yes"), WithdrawAnnouncement(progress.id, progress.rev).pack(), style="danger")
    words = t.data(clip(" ".join(progress.first_words.split()), WORDS))
    return Screen(f"{t(key)}\n\n{words}", [[yes], back_row(OpenProgress(progress.id), t)])


def withdrawn_note(progress: Progress, t: Translator) -> str:
    """What the confirmed withdrawal met."""
    return t.plain({"already": "already-so", "changed": "draft-changed"}.get(progress.note, "watch-withdrawn-toast"))


def reminded_note(people: int, t: Translator) -> str:
    """How many were reminded."""
    return t.plain("watch-reminded-toast", count=people)


def sheet_caption(sheet: SheetFacts, t: Translator) -> Screen:
    """The moment that the sheet shows."""
    return Screen(
        t("watch-sheet-caption", at=sheet.at), [[Button(t.plain("draft-progress"), OpenProgress(sheet.id).pack())]]
    )


def watch_rows(announcement_id: int, t: Translator) -> Rows:
    """On the announcement's own page: to its numbers."""
    return [[Button(t.plain("draft-progress"), OpenProgress(announcement_id).pack())]]


def _head(progress: Progress, t: Translator) -> str:
    at = progress.publish_at if progress.state is State.WAITING else progress.published_at
    lines = [
        t("watch-title"),
        t("watch-state", state=progress.state, day=at, at=at) if at else t("watch-withdrawn-unsent"),
        t("draft-end", day=progress.ends_on) if progress.ends_on else "",
        t("watch-part") if progress.part else "",
    ]
    return "\n".join(line for line in lines if line)


def _numbers(progress: Progress, t: Translator) -> str:
    count = progress.count
    lines = [
        t("watch-people", count=count.people),
        t("watch-delivered", count=count.delivered),
        t("watch-read", count=count.read),
        *(_answers(progress, t) if _asks_answer(progress) else []),
        t("watch-unreachable", count=count.unreachable) if count.unreachable else "",
        t("watch-not-connected", count=count.not_connected) if count.not_connected else "",
    ]
    return "\n".join(line for line in lines if line)


def _asks_answer(progress: Progress) -> bool:
    return progress.acknowledgement in (Acknowledgement.CHOICE, Acknowledgement.NUMBER)


def _answers(progress: Progress, t: Translator) -> list[str]:
    """How many answered, and what; of families also of how many children that was said."""
    lines = [t("watch-answered", count=progress.count.answered)]
    if progress.acknowledgement is Acknowledgement.NUMBER and progress.answers:
        lines.append(t("watch-total", total=progress.total))
    shown = progress.answers[:ANSWERS]
    return lines + [
        t("watch-answer", answer=clip(said.answer, ANSWER), count=said.people, children=_children(said, progress))
        for said in shown
    ]


def _children(said: Said, progress: Progress) -> int:
    """Of a choice; a number is the person's, of however many children. Nought: nothing to say."""
    return said.children if progress.acknowledgement is Acknowledgement.CHOICE else 0


def _class_line(name: str, count: Count, progress: Progress, t: Translator) -> str:
    key = "watch-class-answered" if _asks_answer(progress) else "watch-class-read"
    done = count.answered if _asks_answer(progress) else count.read
    return t(key, name=name, people=count.people, delivered=count.delivered, done=done)


def _name_line(line: PersonLine, t: Translator) -> str:
    """An answer given for all children alike stands once."""
    answers = {child.answer for child in line.children}
    each = len(answers) > 1
    who = [
        t("watch-name", name=clip(line.name, NAME)),
        t.data(clip(line.what, NAME)),
        t.data("; ".join(part for part in (_of(child, each=each) for child in line.children) if part)),
    ]
    said = "" if each else t.data(clip(next(iter(answers), None) or "", ANSWER))
    stands = t("watch-name-read", at=line.read_at) if line.read_at else t("watch-name-state", state=line.state)
    return " · ".join(part for part in (*who, said, stands) if part)


def _of(child: OfChild, *, each: bool) -> str:
    """«Иванов Пётр, 7Б»; with the answer where children differ: «Иванов Пётр, 7Б: Да»."""
    who = clip(f"{child.name}, {child.class_name}".strip(", "), CHILD)
    return f"{who}: {clip(child.answer or '—', ANSWER)}" if each else who


def _deeds(progress: Progress, t: Translator) -> Rows:
    one = progress.id
    rows: Rows = []
    live = progress.state in (State.PUBLISHED, State.OVER)
    if live and progress.may_remind:
        rows.append([Button(t.plain("watch-remind"), RemindReaders(one, progress.rev).pack(), style="primary")])
    if progress.state is not State.WAITING:
        silent = t.plain("watch-silent", count=progress.count.silent)
        rows.append(
            [
                Button(silent, OpenReaders(one, Readers.SILENT).pack()),
                Button(t.plain("watch-by-class"), OpenProgressClasses(one).pack()),
            ]
        )
        sheet = Button(t.plain("watch-sheet"), SendSheet(one).pack())
        answered = t.plain("watch-readers-answered", count=progress.count.answered)
        rows.append([Button(answered, OpenReaders(one, Readers.ANSWERED).pack())] if _asks_answer(progress) else [])
        rows.append([sheet])
    last = [Button(t.plain("watch-open"), OpenAnnouncement(one).pack())]
    if progress.owner and progress.state is not State.WITHDRAWN:
        last.append(Button(t.plain("watch-withdraw"), AskWithdraw(one).pack(), style="danger"))
    return [*rows, last]
