"""The choice of the school's regulation."""

from core.errors import JournalError


class RegulationUnfit(JournalError):
    """A regulation file that cannot be used. Facts: `file`, `field`, `problem` (regulations.Problem) and its own."""

    code = "regulation-unfit"


class RegulationDayWrong(JournalError):
    """The school's rules change from today or later, never for days past. Facts: `since`, `latest`."""

    code = "regulation-day-wrong"


class RegulationChangedMeanwhile(JournalError):
    """Somebody has changed the school's rules since the screen was shown; nothing was written."""

    code = "regulation-changed-meanwhile"
