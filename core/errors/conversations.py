"""Conversations: who may not write for now, and what may not be written."""

from core.errors import JournalError, WordsWrong


class Muted(JournalError):
    """This person may not write for now. Facts: `until` (local), `reason`."""

    code = "muted"


class MuteWrong(WordsWrong):
    """No reason, or an end that has passed or lies too far. Facts: `what` (reason or until), `days` at most."""

    code = "mute-wrong"


class StopWordFound(JournalError):
    """The school does not let this word be written. Facts: `word`."""

    code = "stop-word-found"


class StopWordWrong(WordsWrong):
    """Not a word to forbid: letters only, a star at the end for any ending. Facts: `word`."""

    code = "stop-word-wrong"


class TooManyMessages(JournalError):
    """So many messages in a short time. Facts: `until` (local), `limit`."""

    code = "too-many-messages"


class ConversationOver(JournalError):
    """Nobody can write here any more. Facts: `why` (left: the pupil has left; alone: nobody is there to read)."""

    code = "conversation-over"
