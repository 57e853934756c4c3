"""Small parts that the family's screens share."""

from collections.abc import Callable, Sequence
from datetime import date

from bots.shared.lines import FIT_CHARS, clip
from core.actions import Action
from core.actions.family import FamilyHome, FamilySettings, OpenChildDay
from core.actions.notices import OpenNotices
from core.diary.children import Sibling
from locales import Button, Translator
from locales.screen import Rows


def child_name(surname: str, given_name: str) -> str:
    """Пётр Иванов: how a family speaks of a child."""
    return f"{clip(given_name, 32)} {clip(surname, 32)}"


def home_button(t: Translator) -> Button:
    return Button(t.plain("home"), FamilyHome().pack())


def back_button(t: Translator, data: str) -> Button:
    return Button(t.plain("back"), data)


def settings_button(t: Translator) -> Button:
    return Button(t.plain("family-settings"), FamilySettings().pack())


def day_button(t: Translator, pupil_id: int, day: date | None = None) -> Button:
    return Button(t.plain("diary-open"), OpenChildDay(pupil_id, day).pack())


def back_to_notices(t: Translator, pupil_id: int) -> list[Button]:
    """The last row of every screen about absences."""
    return [back_button(t, OpenNotices(pupil_id).pack()), home_button(t)]


def lines(*parts: str) -> str:
    """Parts that say something, each on its own line."""
    return "\n".join(p for p in parts if p)


def columns(buttons: Sequence[Button], width: int = 2) -> Rows:
    """Buttons in rows of so many."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def sibling_rows(siblings: Sequence[Sibling], opens: Callable[[int], Action], t: Translator) -> Rows:
    """The other children by name: each opens the same page of theirs."""
    named = [Button(t.plain("diary-sibling", name=clip(s.given_name, 20)), opens(s.pupil_id).pack()) for s in siblings]
    return columns(named, 3)


def within_message(blocks: Sequence[str], t: Translator) -> str:
    """As many blocks as one message takes, an empty line between them; the last says that there is more."""
    kept: list[str] = []
    left = FIT_CHARS
    for block in blocks:
        left -= len(block) + 2
        if left < 0:
            return "\n\n".join([*kept, t("diary-more")])
        kept.append(block)
    return "\n\n".join(kept)
