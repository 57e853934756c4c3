"""The buttons by which a door leads through its conversations: the same screens serve both bots."""

from collections.abc import Callable
from dataclasses import dataclass

from core.actions import Action
from core.terms import Office
from locales import Button, Translator

OFFICES = frozenset(Office)


@dataclass(frozen=True)
class Ways:
    """Each makes the door's own action; `inbox` of a first place, `open` of a conversation and a message before which.

    `urgent` of a conversation and the draft that keeps the reason; `whole` and `file` of a conversation and what is
    in it; `give`, `pick` and `drop` are about a draft.
    """

    door: str
    inbox: Callable[[int], Action]
    open: Callable[[int, int | None], Action]
    write: Callable[[int], Action]
    urgent: Callable[[int, int | None], Action]
    more: Callable[[int], Action]
    whole: Callable[[int, int], Action]
    file: Callable[[int, int], Action]
    complain: Callable[[int], Action]
    find: Action
    give: Callable[[int, int], Action]
    pick: Callable[[int, int], Action]
    drop: Callable[[int], Action]
    home: Callable[[Translator], Button]

    def back(self, t: Translator) -> list[Button]:
        """«Сообщения», «Домой»."""
        return [Button(t.plain("talk-back"), self.inbox(0).pack()), self.home(t)]


def named(name: str, t: Translator) -> str:
    """A person's name as it is; an office by its code in words."""
    return t.plain(f"talk-office-{name}") if name in OFFICES else name
