"""Words typed to a bot that are for nobody in particular: a polite nod, a command without its stroke."""

import re

NODS = frozenset(
    "ок окей оки спасибо спс благодарю хорошо понял поняла поняли понятно ясно принято принял приняла"  # noqa: SIM905
    " ладно да ага угу + ++ ok okay thanks thx yes".split()
)
NOD_WORDS = 3
FILLERS = frozenset({"большое", "вам", "вас", "всё", "все", "очень", "you"})
COMMANDS = frozenset({"меню", "menu", "домой", "старт", "start", "отмена", "cancel", "помощь", "help", "назад"})
_COMMAND = re.compile(r"/[A-Za-z_]\w*(@\w+)?(\s|$)")
_SIGNS = ".,!;:)( \n\t"


def is_nod(text: str) -> bool:
    """«Ок», «Спасибо большое!», «👍»: says that something was read, and asks nothing."""
    words = [word for word in (piece.strip(_SIGNS).lower() for piece in text.split()) if word]
    if not words:
        return bool(text.strip())
    if len(words) > NOD_WORDS:
        return False
    return any(_nods(word) for word in words) and all(_nods(word) or word in FILLERS for word in words)


def is_command(text: str) -> bool:
    """A command of Telegram that this bot does not know, or the name of one without its stroke."""
    return _COMMAND.match(text) is not None or text.strip(_SIGNS + "/\\").lower() in COMMANDS


def _nods(word: str) -> bool:
    """A known word, or signs and pictures without a letter or figure («👍», «🙏🏻»)."""
    return word in NODS or not any(c.isalnum() for c in word)
