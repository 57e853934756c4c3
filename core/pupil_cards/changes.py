"""What differs between a card as it was confirmed and as it stands. Pure."""

from typing import Any

from core.pupil_cards.facts import CardChange

OWN = ("name", "birth_date", "phone", "email", "address")
OF_GUARDIAN = ("name", "kinship", "phone", "email")


def changes_between(before: dict[str, Any] | None, now: dict[str, Any]) -> tuple[CardChange, ...]:
    """By person and field; nothing when the card was never confirmed."""
    if before is None:
        return ()
    found = _fields("", OWN, before, now)
    was, stands = before["guardians"], now["guardians"]
    for guardian_id, guardian in stands.items():
        if guardian_id in was:
            found += _fields(guardian["name"], OF_GUARDIAN, was[guardian_id], guardian)
        else:
            found.append(CardChange(guardian["name"], "added", "", guardian["name"]))
    gone = [guardian["name"] for guardian_id, guardian in was.items() if guardian_id not in stands]
    return (*found, *(CardChange(name, "gone", name, "") for name in gone))


def _fields(person: str, names: tuple[str, ...], was: dict[str, Any], now: dict[str, Any]) -> list[CardChange]:
    return [
        CardChange(person, name, str(was[name] or ""), str(now[name] or ""))
        for name in names
        if (was[name] or "") != (now[name] or "")
    ]
