"""Lines of an information letter that are the same in its message and on its paper."""

from collections.abc import Iterable

from locales.translator import Translator

REASONS = ("illness", "excused", "unexcused", "unknown")
TONES = ("praise", "blame", "neutral")


def absences_line(missed: Iterable[int], late: int, t: Translator) -> str:
    """Lessons `missed` for each of `REASONS`, then lateness; without markup and without data."""
    counts = dict(zip(REASONS, missed, strict=True))
    total = sum(counts.values())
    said = ", ".join(t.plain(f"letter-{reason}", count=count) for reason, count in counts.items() if count)
    gone = t.plain("letter-absences", missed=total, reasons=said) if total else t.plain("letter-absences-none")
    return f"{gone} {t.plain('letter-late', count=late) if late else t.plain('letter-late-none')}"


def remarks_line(tones: Iterable[str], t: Translator) -> str:
    """How many remarks of each tone teachers wrote; without markup and without data."""
    written = list(tones)
    if not written:
        return t.plain("letter-remarks-none")
    said = ", ".join(t.plain(f"letter-{tone}", count=written.count(tone)) for tone in TONES if tone in written)
    return t.plain("letter-remarks", said=said)


def job_period(period: str, t: Translator) -> str:
    """The period of a print job; a class without periods has letters of the year."""
    return period or t.plain("letters-whole-year")
