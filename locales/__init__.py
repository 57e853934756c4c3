"""Words for people: Fluent messages, Russian first, English complete."""

from locales.screen import Button, Screen
from locales.translator import LANGUAGES, Translator, translator

__all__ = ["LANGUAGES", "Button", "Screen", "Translator", "translator"]
