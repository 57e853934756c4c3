"""How long an entry is still open, where that is short."""

from datetime import datetime, timedelta

from core.rules.entry import END_OF_DAY, Answer, Verdict
from locales import Translator

SHORT = timedelta(days=3)


def term_line(answer: Answer, now: datetime, t: Translator) -> str:
    """«отметки за письменные работы: до 30 ноября»; empty when there is plenty of time, or none left.

    `now` is any aware moment; the school's wall clock is the answer's.
    """
    if answer.verdict is not Verdict.OPEN or answer.until is None or answer.until - now > SHORT:
        return ""
    return t(f"term-left-{answer.rule.replace('_', '-')}", until=until_words(answer.until, now, t))


def until_words(until: datetime, now: datetime, t: Translator) -> str:
    """«сегодня до 21:00», «до конца дня», «завтра до 21:00», «до 30 ноября»."""
    days = (until.date() - now.astimezone(until.tzinfo).date()).days
    whole = until.time() == END_OF_DAY
    if days == 0:
        return t("term-until-today-end") if whole else t("term-until-today", until=until)
    if days == 1 and not whole:
        return t("term-until-tomorrow", until=until)
    return t("term-until-day", until=until)
