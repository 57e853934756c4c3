"""Documents of the shelf that somebody is asked to read."""

from typing import Any

from core.actions.shelf import OpenFamilyItem, OpenShelfItem
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders


@renders(Kind.SHELF_PUBLISHED)
def published(facts: dict[str, Any], t: Translator) -> Screen:
    """A new document."""
    return _document("push-shelf-published", facts, t)


@renders(Kind.SHELF_REMINDER)
def reminder(facts: dict[str, Any], t: Translator) -> Screen:
    """It still waits to be read."""
    return _document("push-shelf-reminder", facts, t)


def _document(key: str, facts: dict[str, Any], t: Translator) -> Screen:
    opens = OpenFamilyItem if facts["family"] else OpenShelfItem
    button = Button(t.plain("push-shelf-open"), opens(facts["item"]).pack())
    return Screen(t(key, title=facts["title"], section=t.plain(f"shelf-section-{facts['section']}")), [[button]])
