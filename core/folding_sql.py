"""Names compared inside a statement as core.rules.folding.name_key folds them: case aside, Ё as Е."""

from sqlalchemy import ColumnElement, SQLColumnExpression, func

# The embedded server knows no Cyrillic capitals.
_CAPITALS, _SMALL = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё", "абвгдеежзийклмнопрстуфхцчшщъыьэюяе"

FOLDED = f"translate(lower(btrim({{0}})), '{_CAPITALS}', '{_SMALL}')"
"""For statements written as text; {0} is the name's column."""


def folded(name: SQLColumnExpression[str]) -> ColumnElement[str]:
    """The same of a column."""
    return func.translate(func.lower(func.btrim(name)), _CAPITALS, _SMALL)
