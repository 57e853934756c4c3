"""What an event of a class is, by its words. Pure."""

import re

from core.terms import EventKind

# The beginnings of words: the first that is found decides.
_WORDS = {
    EventKind.MEETING: ("собрани", "родительск", "встреч", "консультаци", "meeting"),
    EventKind.TRIP: (
        *("поход", "экскурси", "поездк", "выезд", "музе", "театр", "кино", "концерт", "зоопарк", "планетари"),
        *("trip", "excursion", "museum", "theatre", "hike"),
    ),
    EventKind.DUTY: ("дежур", "субботник", "уборк", "duty", "cleaning"),
}
_FOUND = {kind: re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) for kind, words in _WORDS.items()}


def guessed_kind(title: str) -> EventKind:
    """«Экскурсия в музей» is a trip; what says nothing is another event."""
    found = {kind: match.start() for kind, words in _FOUND.items() if (match := words.search(title))}
    return min(found, key=lambda kind: found[kind]) if found else EventKind.OTHER
