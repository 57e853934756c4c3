"""The diary of a study period as a PDF: which period, and what goes with the file."""

from bots.family.screens.common import back_button, child_name, home_button
from core.actions.diary import OpenChildMenu
from core.actions.finals import SendDiaryPaper
from core.diary.paper import DiaryPaper, PaperShelf
from locales import Button, Screen, Translator
from locales.screen import Rows

COLUMNS = 2
PERIODS = 60
"""A dozen years in quarters would still fit."""


def shelf_screen(shelf: PaperShelf, t: Translator) -> Screen:
    """A button a period, the newest first; of earlier years with the year's name."""
    pupil = shelf.child.pupil_id
    buttons = [
        Button(
            period.name if place == 0 else t.plain("print-of-year", period=period.name, year=year.name),
            SendDiaryPaper(pupil, period.id).pack(),
        )
        for place, (year, periods) in enumerate(shelf.years)
        for period in reversed(periods)
    ][:PERIODS]
    rows: Rows = [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]
    rows.append([back_button(t, OpenChildMenu(pupil).pack()), home_button(t)])
    says = t("print-choose") if buttons else t("print-none")
    return Screen(f"{t('print-title', name=child_name(shelf.child.surname, shelf.child.given_name))}\n{says}", rows)


def caption(paper: DiaryPaper, t: Translator) -> Screen:
    """Whose diary it is."""
    name = child_name(paper.child.surname, paper.child.given_name)
    return Screen(t("print-caption", name=name, period=paper.period.name, year=paper.year.name))
