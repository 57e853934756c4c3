"""What a family told beforehand, to the class leader."""

from datetime import date
from typing import Any

from core.actions.notices import ShowNoticeFile
from core.actions.roll import OpenAbsence
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders


@renders(Kind.ABSENCE_NOTICE, Kind.ABSENCE_NOTICE_CHANGED)
def notice(facts: dict[str, Any], t: Translator) -> Screen:
    """The notice as it stands, what happened to it, and ways to its day and paper."""
    parts = [
        t(f"push-notice-{facts['change']}", pupil=facts["pupil"], name=facts["class"]),
        t("push-notice-what", span=_span(facts, t), reason=facts["reason"]),
        t("notice-note", note=facts["note"]) if facts["note"] else "",
        t("notice-pages", count=facts["pages"]) if facts["pages"] else "",
        t("push-notice-author", name=facts["author"]),
    ]
    return Screen("\n".join(p for p in parts if p), _rows(facts, t))


def _rows(facts: dict[str, Any], t: Translator) -> list[list[Button]]:
    rows = []
    if facts["pages"]:
        rows.append([Button(t.plain("push-notice-show-paper"), ShowNoticeFile(facts["notice"]).pack())])
    if facts["class_id"]:
        day = OpenAbsence(facts["class_id"], facts["pupil_id"], date.fromisoformat(facts["starts"]))
        rows.append([Button(t.plain("push-open-absence"), day.pack())])
    return rows


def _span(facts: dict[str, Any], t: Translator) -> str:
    starts = date.fromisoformat(facts["starts"])
    if not facts["ends"]:
        return t("span-open", starts=starts)
    ends = date.fromisoformat(facts["ends"])
    return t("span-day", day=starts) if starts == ends else t("span-days", starts=starts, ends=ends)
