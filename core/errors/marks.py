"""Marks and the kinds of work they are given for."""

from core.errors import JournalError, WordsWrong


class MarkOffScale(JournalError):
    """No such mark in this subject. Facts: `scale` (`points` or `pass`)."""

    code = "mark-off-scale"


class WorkHasMarks(JournalError):
    """A work that marks were given for was held. Facts: `kind` (its name)."""

    code = "work-has-marks"


class WeightWrong(WordsWrong):
    """Not a weight from 0 to 10."""

    code = "weight-wrong"


class KindWordsWrong(WordsWrong):
    """A kind of work is named by its name, letters and weight."""

    code = "kind-words-wrong"


class KindTaken(WordsWrong):
    """Another kind of work has this name or letter."""

    code = "kind-taken"


class KindsFull(JournalError):
    """No room for another kind of work. Facts: `limit`."""

    code = "kinds-full"


class KindNeeded(JournalError):
    """The last kind of work in use cannot be archived."""

    code = "kind-needed"
