"""Homework and individual tasks."""

from core.errors import JournalError


class HomeworkGiven(JournalError):
    """«Не задано» cannot stand beside a homework given at the lesson."""

    code = "homework-given"


class AnswerClosed(JournalError):
    """An individual task takes no (more) answer: looked at by the teacher, a material, or of a page left."""

    code = "answer-closed"
