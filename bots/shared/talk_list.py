"""The list of conversations: unread ones first, who, about whom, the last words."""

from collections.abc import Sequence
from datetime import date, datetime

from bots.shared.lines import clip, fitting
from bots.shared.paging import steps
from bots.shared.talk_ways import Ways, named
from core.conversations.facts import Inbox, TalkLine
from core.conversations.inbox import PAGE
from core.rules.names import initials_of
from core.terms import Topic
from locales import Button, Screen, Translator
from locales.screen import Rows

WHO, ABOUT, WORDS, LABEL = 60, 40, 70, 22


def inbox_screen(inbox: Inbox, today: date, ways: Ways, t: Translator, tools: Sequence[Button] = ()) -> Screen:
    """A page of conversations; a button each. `tools`: what else this door does here."""
    head = [t("talk-title", count=inbox.unread)]
    if not inbox.lines:
        head.append(t(f"talk-none-{ways.door}"))
    text = fitting(head, _lines(inbox, today, t), lambda count: t("list-more", count=count))
    find = [Button(t.plain("talk-find"), ways.find.pack())] if inbox.count else []
    rows = [*_buttons(inbox, ways, t), steps(inbox.first, PAGE, inbox.count, ways.inbox, t)]
    ways_on = [*find, *tools]
    return Screen("\n".join(text), [*rows, *_pairs(ways_on), [ways.home(t)]])


def found_screen(inbox: Inbox, words: str, today: date, ways: Ways, t: Translator) -> Screen:
    """What the words were found in; more than a page of it is to be narrowed down."""
    head = [t("talk-found", words=clip(words, WHO), count=inbox.count)]
    text = fitting(head, _lines(inbox, today, t), lambda count: t("list-more", count=count))
    if inbox.count > len(inbox.lines):
        text.append(t("talk-found-more", count=inbox.count - len(inbox.lines)))
    again = [Button(t.plain("talk-find-again"), ways.find.pack())]
    return Screen("\n".join(text), [*_buttons(inbox, ways, t), again, ways.back(t)])


def line_label(line: TalkLine, t: Translator, limit: int) -> str:
    """With whom and about whom, for a button."""
    who = ", ".join(named(name, t) for name in line.others) or t.plain("talk-alone")
    about = line.about.partition(",")[0]
    return clip(f"{who} · {about}" if about and about not in who else who, limit)


def brief(name: str) -> str:
    """Surname and initials of a full name of three words, for a button; another name as it is."""
    words = name.split()
    return initials_of(*words) if len(words) == 3 else name


def when(at: datetime, today: date, t: Translator) -> str:
    """The hour of today, or the day."""
    return t.plain("talk-when-today" if at.date() == today else "talk-when-day", at=at)


def _lines(inbox: Inbox, today: date, t: Translator) -> list[str]:
    return [_line(number, line, today, t) for number, line in enumerate(inbox.lines, inbox.first + 1)]


def _line(number: int, line: TalkLine, today: date, t: Translator) -> str:
    who = clip(", ".join(named(name, t) for name in line.others) or t.plain("talk-alone"), WHO)
    head = t(
        "talk-line",
        number=number,
        who=who,
        unread="yes" if line.unread else "no",
        at=when(line.last_at, today, t),
    )
    about = [clip(line.about, ABOUT)] if line.about else []
    if line.topic is not Topic.TALK:
        about.insert(0, t.plain(f"talk-topic-{line.topic}"))
    first = " · ".join([head, *(t.data(part) for part in about)])
    return f"\n{first}\n{_last(line, t)}"


def _last(line: TalkLine, t: Translator) -> str:
    words = clip(" ".join(line.last_words.split()), WORDS)
    if line.has_files:
        words = f"📎 {words}".strip() if words else t.plain("talk-only-files")
    return t("talk-line-mine", words=words) if line.last_mine else t.data(words)


def _buttons(inbox: Inbox, ways: Ways, t: Translator) -> Rows:
    """Two in a row: the number in the list and the name."""
    return _pairs(
        [
            Button(
                t.plain(
                    "talk-button",
                    number=number,
                    unread="yes" if line.unread else "no",
                    who=clip(named(line.others[0], t) if line.others else t.plain("talk-alone"), LABEL),
                ),
                ways.open(line.id, None).pack(),
            )
            for number, line in enumerate(inbox.lines, inbox.first + 1)
        ]
    )


def _pairs(buttons: Sequence[Button]) -> Rows:
    return [list(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
