"""What a messenger shows: a text and rows of buttons, before any messenger's own types."""

from dataclasses import dataclass, field, replace
from typing import Literal

Style = Literal["primary", "success", "danger"]


@dataclass(frozen=True)
class Button:
    """`data` is a packed action, or `url` an address, or `copy` what a press puts into the phone's clipboard (at most
    256 characters); exactly one is set. `style` only helps, never speaks alone.
    """

    label: str
    data: str = ""
    url: str = ""
    style: Style | None = None
    copy: str = ""


Rows = list[list[Button]]


@dataclass(frozen=True)
class Screen:
    """`text` is HTML as Telegram takes it, made by a Translator (data in it is escaped there)."""

    text: str
    rows: Rows = field(default_factory=list)

    def under(self, line: str) -> "Screen":
        """The same screen with a line above its text."""
        return replace(self, text=f"{line}\n\n{self.text}")
