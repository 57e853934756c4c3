"""A workbook's fault as a sentence in the person's language."""

from datetime import date, time

from core.workbook import Fault
from core.workbook.faults import FactValue
from locales import Translator


def say_what(fault: Fault, t: Translator) -> str:
    """What is wrong and what was probably meant, without the place. Plain text: escape it where markup is read."""
    facts: dict[str, str | int] = {name: _written(value) for name, value in fault.facts.items()}
    facts.setdefault("value", fault.column)
    facts["column"] = fault.column
    facts["at_row"] = t.plain("fault-other-row", row=str(facts["other"])) if facts.get("other") else ""
    facts["of_group"] = t.plain("fault-of-group", group=str(facts["group"])) if facts.get("group") else ""
    what = t.plain(f"fault-{fault.code}", **facts)
    return t.plain("fault-suggested", what=what, suggestion=fault.suggestion) if fault.suggestion else what


def say_fault(fault: Fault, t: Translator) -> str:
    """The whole line: `Расписание, строка 214, «Предмет»: …`. Plain text."""
    what = say_what(fault, t)
    if not fault.sheet:
        return what
    if fault.row is None:
        return t.plain("fault-at-sheet", sheet=fault.sheet, what=what)
    if not fault.column:
        return t.plain("fault-at-row", sheet=fault.sheet, row=str(fault.row), what=what)
    return t.plain("fault-at-cell", sheet=fault.sheet, row=str(fault.row), column=fault.column, what=what)


def _written(value: FactValue) -> str | int:
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return value.strftime("%H:%M") if isinstance(value, time) else value
