"""The language of the command line: the one of the terminal if we speak it, else Russian."""

import os

from locales import LANGUAGES, Translator, translator


def terminal_translator() -> Translator:
    """Speaks LC_ALL, LC_MESSAGES or LANG, whichever is set first."""
    spoken = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    language = spoken[:2].lower()
    return translator(language if language in LANGUAGES else LANGUAGES[0])
