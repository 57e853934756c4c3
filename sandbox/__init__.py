"""A Telegram in a box: a Bot API server and a chat page on this machine, for trying out, training and tests."""

from sandbox.calls import Call
from sandbox.faults import Fault, Faults
from sandbox.files import Upload
from sandbox.limits import Limits
from sandbox.people import Impossible
from sandbox.phone import Phone
from sandbox.server import Sandbox
from sandbox.stage import ClockControl, Person, Stage
from sandbox.state import Answer, BotState
from sandbox.view import Msg

__all__ = [
    "Answer",
    "BotState",
    "Call",
    "ClockControl",
    "Fault",
    "Faults",
    "Impossible",
    "Limits",
    "Msg",
    "Person",
    "Phone",
    "Sandbox",
    "Stage",
    "Upload",
]
