"""The record of Bot API requests, for tests and measurements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.methods import METHODS
from sandbox.validation import decode, shape_of

# A screen of forty buttons is about 8 KB of request and answer: at most some 400 MB.
KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `method` is spelled as the Bot API spells it; `person` is the chat's id, if the request names one;
    `at` is when it came (monotonic seconds); `code` is the HTTP status, 0 when the connection was cut.

    Parameters and answer are decoded when asked for, since most calls are never looked at."""

    token: str
    method: str
    person: int | None
    at: float
    code: int
    raw: Mapping[str, Any] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def parameters(self) -> dict[str, Any]:
        entry = METHODS.get(self.method.lower())
        return decode(shape_of(entry.model), self.raw) if entry else dict(self.raw)

    @property
    def answer(self) -> Any:
        """The JSON body of the answer (`ok` and `result`, or `description`); None when nothing was answered."""
        return json.loads(self.body) if self.body else None
