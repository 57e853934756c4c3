"""Words that the screens of topics and plans share."""

from decimal import Decimal

from bots.staff.screens.today import class_names
from core.plans.pages import PagePlan
from locales import Translator


def hours(value: Decimal, t: Translator) -> str:
    """102, 0,5 (a point in English), no zeros at the end."""
    told = f"{value:f}"
    told = told.rstrip("0").rstrip(".") if "." in told else told
    return told.replace(".", ",") if t.language == "ru" else told


def page_name(page: PagePlan, t: Translator) -> str:
    """`7Б · Алгебра`, as data: the text it goes into escapes it."""
    return t.plain("plan-page", classes=class_names(page.classes, page.group, t), subject=page.subject)
