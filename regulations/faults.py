"""What is wrong with a regulation file: a code and named facts, for a screen to put in words of its own."""

from enum import StrEnum


class Problem(StrEnum):
    """The values name the sentences in locales/<language>/rules.ftl."""

    NO_SUCH = "no-such"
    TOO_LARGE = "too-large"
    NOT_TOML = "not-toml"
    UNKNOWN = "unknown"
    MISSING = "missing"
    TEXT = "text"
    SECTION = "section"
    WHOLE = "whole"
    TIME = "time"
    DAY = "day"
    YES_NO = "yes-no"
    ONE_OF = "one-of"
    SOME_OF = "some-of"
    NAMES = "names"
    TOO_MANY = "too-many"
    ONE_TERM = "one-term"
    TOO_EARLY = "too-early"
    TWICE = "twice"
    FEWER_ABOVE = "fewer-above"
    NOT_WITH = "not-with"
    POINTS = "points"
    FALLING = "falling"
    HOURS = "hours"


SAYINGS = {
    Problem.NO_SUCH: "no such regulation; there are: {allowed}",
    Problem.TOO_LARGE: "larger than a regulation can be: at most {high} characters",
    Problem.NOT_TOML: "not a TOML file: {detail}",
    Problem.UNKNOWN: "unknown {found}; allowed: {allowed}",
    Problem.MISSING: "missing; needed: {allowed}",
    Problem.TEXT: "a text of 1 to {high} characters is needed",
    Problem.SECTION: "a section with {allowed}",
    Problem.WHOLE: "a whole number from {low} to {high}",
    Problem.TIME: "a time such as 21:00:00",
    Problem.DAY: "a day such as {allowed}",
    Problem.YES_NO: "true or false",
    Problem.ONE_OF: "one of: {allowed}",
    Problem.SOME_OF: "a list of: {allowed}",
    Problem.NAMES: "a list of names, each of 1 to {high} characters",
    Problem.TOO_MANY: "at most {high} of them",
    Problem.ONE_TERM: "contradicts itself: either days or working_days",
    Problem.TOO_EARLY: "closes before it opens: on the lesson's own day not earlier than {allowed}",
    Problem.TWICE: "contradicts itself: {found} is named twice",
    Problem.FEWER_ABOVE: "contradicts itself: fewer marks at more hours; at least {low}",
    Problem.NOT_WITH: "contradicts itself: {found} goes with {allowed} only",
    Problem.POINTS: "an average between 1 and 5 of at most two decimals, such as {allowed}",
    Problem.FALLING: "contradicts itself: five must lie above four, and four above three",
    Problem.HOURS: "contradicts itself: `from` must be earlier than `to`",
}


class RegulationError(ValueError):
    """A regulation that cannot be used: `file`, `field` (`roll.at`, empty for the whole file), `problem`, `facts`."""

    def __init__(self, file: str, field: str, problem: Problem, **facts: str | int) -> None:
        where = f"{file}, {field}" if field else file
        super().__init__(f"{where}: {SAYINGS[problem].format(**facts)}")
        self.file = file
        self.field = field
        self.problem = problem
        self.facts = facts
