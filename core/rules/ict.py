"""The usual tools of information and communication technology at a lesson (s324: a page names the use of ICT)."""

from enum import StrEnum


class IctTool(StrEnum):
    """Stored as they are; whatever else was typed stands as text."""

    SLIDES = "slides"
    BOARD = "board"
    VIDEO = "video"
    COMPUTERS = "computers"
    ONLINE = "online"
