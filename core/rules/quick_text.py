"""Reading a hasty message: «7Б алгебра: Иванов 5, Петрова 4 4, Сидоров н, Ким оп 10; тема Дроби; дз п.12 №3-5».

Only the shape is read here: who and which lesson is meant is found against the school (core/quick).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from core.rules.surnames import fold
from core.terms import MarkValue, Presence

SEGMENT = re.compile(r"[;\n]+")
ITEM = re.compile(r"[,]+")
AFTER_KEYWORD = r"(?:\s*[:.\-–—]\s*|\s+|(?=№))(?=.*[^\s:.\-–—])"
"""`дз п. 5`, `дз: п. 5`, and without a space: `дз:п. 5`, `дз№5`. A keyword with nothing behind it says nothing."""
TOPIC = re.compile(rf"^\s*тем[аы]?{AFTER_KEYWORD}", re.IGNORECASE)
HOMEWORK = re.compile(
    rf"^\s*(?:д\s*[/.]?\s*з|дом\.?\s*зад\w*+|домашн\w++(?:\s+задани\w++)?+){AFTER_KEYWORD}", re.IGNORECASE
)
NOTHING_SET = re.compile(r"^\s*(?:не\s*задано|нет|без\s+(?:дз|задания))\s*\.?\s*$", re.IGNORECASE)
REST_PRESENT = re.compile(
    r"^\s*(?:все|остальные)\s+(?:на\s+месте|тут|здесь|есть|присутствуют)\s*\.?\s*$", re.IGNORECASE
)
LATE = re.compile(r"^(?:оп|о|опозд\w*)\.?(\d{1,2})?$", re.IGNORECASE)
MINUTES = re.compile(r"^(\d{1,2})(?:м|мин|минут\w*)?\.?$", re.IGNORECASE)
ABSENT = frozenset({"н", "нб", "ну", "нет", "отс", "отсутствует"})
VALUES = {
    "5": MarkValue.FIVE,
    "4": MarkValue.FOUR,
    "3": MarkValue.THREE,
    "2": MarkValue.TWO,
    "1": MarkValue.ONE,
    "зач": MarkValue.PASS,
    "зачет": MarkValue.PASS,
    "незач": MarkValue.FAIL,
    "незачет": MarkValue.FAIL,
    "н/а": MarkValue.NOT_ASSESSED,
    "осв": MarkValue.EXEMPT,
    "точка": MarkValue.DOT,
    ".": MarkValue.DOT,
    "•": MarkValue.DOT,
}
MOST_MINUTES = 90


@dataclass(frozen=True)
class Said:
    """What is said of one pupil, `words` being the name as typed. `unclear`: what was not understood beside it."""

    words: tuple[str, ...]
    marks: tuple[MarkValue, ...] = ()
    presence: Presence | None = None
    minutes: int | None = None
    kind: str = ""
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuickText:
    """A hasty message by its parts. `head` names class and subject, empty when left out; `topic` and `homework` are
    None when not said, an empty homework says that nothing is set; `unclear` are segments that mean nothing.
    """

    head: str = ""
    said: tuple[Said, ...] = ()
    topic: str | None = None
    homework: str | None = None
    rest_present: bool = False
    unclear: tuple[str, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Nothing in it reads as an entry."""
        told = any(one.marks or one.presence for one in self.said)
        return not (told or self.topic or self.homework is not None or self.rest_present)


def read(text: str, kinds: Sequence[str] = ()) -> QuickText:
    """The parts of a message. `kinds` are the school's names of works, so that «контрольная: Иванов 5» is known."""
    head, rest = _head(text.strip())
    quick = QuickText(head)
    for segment in filter(str.strip, SEGMENT.split(rest)):
        quick = _with(quick, segment.strip(), kinds)
    return quick


def _head(text: str) -> tuple[str, str]:
    """What stands before the first colon, when that begins with a class (a digit) and not with pupils or a keyword."""
    head, colon, rest = text.partition(":")
    named = bool(colon) and head[:1].isdigit() and not SEGMENT.search(head) and "," not in head
    return (head.strip(), rest) if named else ("", text)


def _with(quick: QuickText, segment: str, kinds: Sequence[str]) -> QuickText:
    if match := TOPIC.match(segment):
        return replace(quick, topic=segment[match.end() :].strip())
    if match := HOMEWORK.match(segment):
        given = segment[match.end() :].strip()
        return replace(quick, homework="" if NOTHING_SET.match(given) else given)
    if REST_PRESENT.match(segment):
        return replace(quick, rest_present=True)
    kind, pupils = _kind(segment, kinds)
    said = tuple(_pupils(pupils, kind))
    if not any(one.marks or one.presence for one in said):
        return replace(quick, unclear=(*quick.unclear, segment))
    return replace(quick, said=(*quick.said, *said))


def _kind(segment: str, kinds: Sequence[str]) -> tuple[str, str]:
    """The kind of work that a segment opens with, and the rest: «контрольная: …», «с/р Иванов 5»."""
    before, colon, after = segment.partition(":")
    if colon and (kind := kind_named(before, kinds)):
        return kind, after
    first, _, rest = segment.partition(" ")
    if "/" in first and (kind := kind_named(first, kinds)):
        return kind, rest
    return "", segment


def kind_named(typed: str, kinds: Sequence[str]) -> str:
    """The school's kind of work that is meant: by its name, the beginning of it, or letters as in «к/р»; else empty."""
    word = fold(typed)
    if not word:
        return ""
    if "/" in typed:
        return next((k for k in kinds if _letters(k) == word or _letters(k)[:1] + "р" == word), "")
    return next((k for k in kinds if len(word) >= 4 and fold(k).startswith(word[: max(4, len(word) - 2)])), "")


def _letters(kind: str) -> str:
    return "".join(fold(word)[:1] for word in kind.split())


def _pupils(text: str, kind: str) -> Iterator[Said]:
    """Each pupil with what is said; an item without a name («Петрова 4, 4») belongs to the one before."""
    last: Said | None = None
    for item in filter(str.strip, ITEM.split(text)):
        one = _said(item.split(), kind)
        if last is not None and not one.words:
            last = replace(last, marks=last.marks + one.marks, unclear=last.unclear + one.unclear)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _said(words: list[str], kind: str) -> Said:
    count = next((n for n, word in enumerate(words) if _tells(word)), len(words))
    one, place = Said(tuple(words[:count]), kind=kind), count
    while place < len(words):
        one, place = _token(one, words, place)
    return one


def _token(one: Said, words: list[str], place: int) -> tuple[Said, int]:
    """What the word at `place` adds, and the place after it."""
    word = fold(words[place])
    if late := LATE.match(word):
        minutes, after = late[1], place + 1
        if minutes is None and after < len(words) and (told := MINUTES.match(fold(words[after]))):
            minutes, after = told[1], after + 1
            if after < len(words) and fold(words[after]).startswith("мин"):
                after += 1
        return _late(one, minutes, words[place:after]), after
    if word in ABSENT:
        return replace(one, presence=Presence.ABSENT), place + 1
    if (value := _value(words[place])) is not None:
        return replace(one, marks=(*one.marks, value)), place + 1
    return replace(one, unclear=(*one.unclear, words[place])), place + 1


def _late(one: Said, minutes: str | None, words: list[str]) -> Said:
    if minutes is not None and not 1 <= int(minutes) <= MOST_MINUTES:
        return replace(one, unclear=(*one.unclear, " ".join(words)))
    return replace(one, presence=Presence.LATE, minutes=int(minutes) if minutes else None)


def _value(word: str) -> MarkValue | None:
    plain = word.casefold().replace("ё", "е")
    return VALUES.get(plain) or VALUES.get(plain.rstrip("."))


def _tells(word: str) -> bool:
    """Whether a word is no longer the name: a mark, a sign of absence, or anything with a digit."""
    folded = fold(word)
    initial = word.endswith(".") and len(folded) == 1 and word[0].isupper()
    if initial:
        return False
    known = _value(word) is not None or folded in ABSENT or LATE.match(folded) is not None
    return known or any(c.isdigit() for c in word) or not folded
