"""The consent text that comes with the product."""

from locales import LANGUAGES, translator


def shipped_wording() -> str:
    """In Russian, the law's language, whatever language a person reads the bot in."""
    return translator(LANGUAGES[0]).plain("consent-wording-default")
