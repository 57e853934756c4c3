"""Letters in their short form: texts for an SMS with buttons that copy them."""

from decimal import ROUND_HALF_UP, Decimal

from bots.shared.lines import clip
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.letters import OpenLetters, OpenShortLetters, SendShortLetters
from core.letters.facts import Letter, LetterHead, LetterSubject
from core.letters.short import ShortLetters
from core.letters.short_text import parts
from documents.guardian_letter import span_name
from documents.journal_words import decimal_text, mark_text
from locales import Button, Screen, Translator
from locales.screen import Rows

PUPILS = 6
NAME, SURNAME = 20, 20
COLUMNS = 3
TENTH = Decimal("0.1")


def short_screen(found: ShortLetters, first: int, t: Translator) -> Screen:
    """A few pupils with their texts; each part has a button that copies it."""
    head = found.head
    key = "short-everybody" if found.everybody else "short-rest"
    lines = [_title(head, t), t(key) if found.letters else t("short-nobody")]
    if found.letters:
        lines.append(t("short-legend"))
    buttons: Rows = []
    for letter in found.letters[first : first + PUPILS]:
        told = short_parts(found, letter, t)
        lines += ["", f"<b>{t.data(letter.pupil.name)}</b>", *(f"<code>{t.data(part)}</code>" for part in told)]
        copies = [Button(_label(letter, place, len(told)), copy=part) for place, part in enumerate(told, start=1)]
        buttons += in_rows(copies, COLUMNS)
    return Screen("\n".join(lines), [*buttons, *_ways(found, first, t)])


def short_file(found: ShortLetters, t: Translator) -> tuple[bytes, str]:
    """All the texts, and the file's name."""
    told = ["\n".join([letter.pupil.name, *short_parts(found, letter, t)]) for letter in found.letters]
    named = t.plain("short-file", period=span_name(found.head, t), **{"class": found.head.class_name})
    # The mark in front lets an old editor on Windows read the letters.
    return "\n\n".join(told).encode("utf-8-sig"), f"{named.replace('/', '-')}.txt"


def file_caption(found: ShortLetters, t: Translator) -> Screen:
    """Under the file."""
    head = found.head
    return Screen(t("short-file-caption", period=span_name(head, t), **{"class": head.class_name}))


def short_parts(found: ShortLetters, letter: Letter, t: Translator) -> tuple[str, ...]:
    """Иванов П. 7Б 2 ч.: ср алг 4,5; рус 3,2; пропуск 5 (ув 3), in parts of at most 70 characters."""
    about, said = _about(found.head, letter, t), [*_marks(found, letter, t), *_absences(letter, t)]
    told = parts(about, said)
    if letter.absences.missed or letter.absences.late:
        return told
    # That there is nothing more to say is said where it costs no part.
    calm = parts(about, [*said, t.plain("short-nothing")])
    return calm if len(calm) == len(told) else told


def _marks(found: ShortLetters, letter: Letter, t: Translator) -> list[str]:
    """Averages of subjects that have no mark for the period yet, then those marks; the first of each says which."""
    averages = [
        (found.subjects[s.name], average) for s in letter.subjects if not s.final and (average := _average(s, t))
    ]
    finals = [(found.subjects[s.name], mark_text(s.final, t)) for s in letter.subjects if s.final]
    said = [
        t.plain("short-subject" if place else "short-average", subject=subject, **_as(average, place, "average"))
        for place, (subject, average) in enumerate(averages)
    ]
    said += [
        t.plain("short-subject" if place else "short-final", subject=subject, **_as(final, place, "final"))
        for place, (subject, final) in enumerate(finals)
    ]
    if letter.total.owed:
        said.append(t.plain("short-owed", count=letter.total.owed))
    return said or ([] if found.head.unmarked else [t.plain("short-no-marks")])


def _as(mark: str, place: int, first: str) -> dict[str, str]:
    return {"mark" if place else first: mark}


def _average(subject: LetterSubject, t: Translator) -> str:
    """One decimal: 4,5. Of зачёты: зч, or нз when one is among them."""
    if subject.average is not None:
        return decimal_text(subject.average.quantize(TENTH, ROUND_HALF_UP), t)
    if subject.failed:
        return t.plain("journal-mark-fail")
    return t.plain("journal-mark-pass") if subject.passed else ""


def _absences(letter: Letter, t: Translator) -> list[str]:
    gone = letter.absences
    excused = gone.illness + gone.excused
    said = []
    if gone.missed:
        key = "short-missed-excused" if excused else "short-missed"
        said.append(t.plain(key, count=gone.missed, **({"excused": excused} if excused else {})))
    if gone.late:
        said.append(t.plain("short-late", count=gone.late))
    return said


def _about(head: LetterHead, letter: Letter, t: Translator) -> str:
    """Иванов П. 7Б 2 ч."""
    pupil = letter.pupil
    number, _, word = head.span.name.partition(" ")
    period = f"{number} {word[0]}." if word else head.span.name[:SURNAME] or t.plain("short-period-year")
    initial = f" {pupil.given_name[0]}." if pupil.given_name else ""
    return f"{clip(pupil.surname, SURNAME)}{initial} {head.class_name} {period}"


def _label(letter: Letter, place: int, total: int) -> str:
    """The part's number comes first: a narrow button cuts the end of the name."""
    name = clip(letter.pupil.name, NAME)
    return f"{place}/{total} {name}" if total > 1 else name


def _ways(found: ShortLetters, first: int, t: Translator) -> Rows:
    head, everybody = found.head, found.everybody
    other = OpenShortLetters(head.class_id, head.span.id, not everybody)
    ways = [Button(t.plain("short-show-rest" if everybody else "short-show-everybody"), other.pack())]
    if found.letters:
        file = SendShortLetters(head.class_id, head.span.id, everybody)
        ways.append(Button(t.plain("short-text-file"), file.pack()))
    turning = steps(
        first, PUPILS, len(found.letters), lambda to: OpenShortLetters(head.class_id, head.span.id, everybody, to), t
    )
    return [turning, ways, back_row(OpenLetters(head.class_id, head.span.id), t)]


def _title(head: LetterHead, t: Translator) -> str:
    return t("short-title", period=span_name(head, t), **{"class": head.class_name})
