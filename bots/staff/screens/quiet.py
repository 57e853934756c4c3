"""A staff member's quiet hours: what waits for their end, and what does not."""

from datetime import time

from bots.shared.quiet import quiet_line, quiet_rows
from bots.staff.screens.home import home_button
from core.actions.notice_settings import SetStaffQuiet
from core.actions.staff import StaffSettings
from locales import Button, Screen, Translator

QUIET = ((18, 7), (19, 7), (20, 7), (22, 7))


def quiet_screen(chosen: tuple[time | None, time | None], t: Translator) -> Screen:
    """Presets; the chosen one is marked."""
    rows = quiet_rows(chosen, QUIET, lambda first, last: SetStaffQuiet(first, last).pack(), t)
    ways = [Button(t.plain("back"), StaffSettings().pack()), home_button(t)]
    return Screen(f"{quiet_line(chosen, t)}\n\n{t('staff-quiet-title')}", [*rows, ways])
