"""Screens of «Правила школы»: reading them, choosing a regulation, changing one rule."""

from collections.abc import Iterable
from datetime import date, timedelta

from bots.shared.lines import fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from bots.staff.screens.rule_words import GROUPS, line, name, source, value
from core.actions.page import OpenRules
from core.actions.rules import (
    AskRulesDay,
    ConfirmRules,
    ListRegulations,
    ListRules,
    OpenRule,
    PreviewRules,
    SendRulesFile,
    TurnRules,
)
from core.errors.regulation import RegulationUnfit
from core.regulation import Regulation
from core.regulation.changing import KEEP, Change, Chosen, Preview
from core.regulation.choices import Offer, Rules
from core.regulation.options import OPTIONS, offered
from locales import Button, Screen, Translator
from locales.screen import Rows

PAGE_CHARS = 2600
LABEL_CHARS = 34
OFFERS_SHOWN = 60
IN_A_ROW = 5
ANCIENT = date(2001, 1, 1)
"""Choices since an older day were never made by a person: the day says nothing."""


def rules_screen(rules: Rules, key: str, page: int, t: Translator) -> Screen:
    """The rules in force; `key` is the regulation's, for its file."""
    regulation = rules.now.regulation
    pages = _pages(regulation, t)
    page = min(page, len(pages) - 1)
    head = [t("rules-title"), t("rules-in-force", title=regulation.title)]
    if rules.now.since > ANCIENT:
        head.append(t("rules-since", since=rules.now.since))
    head += [t("rules-planned", since=c.since, title=c.regulation.title) for c in rules.planned[:5]]
    if len(pages) > 1:
        head.append(t("rules-page", page=page + 1, pages=len(pages)))
    text = "\n".join([*head, "", *pages[page]])
    return Screen(text, [steps(page, 1, len(pages), TurnRules, t), *_choosing(rules, key, t), [home_button(t)]])


def _pages(regulation: Regulation, t: Translator) -> list[list[str]]:
    """The groups of rules, as many on a page as fit it."""
    pages: list[list[str]] = [[]]
    for group, rules in GROUPS.items():
        lines = [f"<b><u>{t(f'rules-group-{group}')}</u></b>", *(f"• {line(regulation, r, t)}" for r in rules), ""]
        if pages[-1] and _size(pages[-1]) + _size(lines) > PAGE_CHARS:
            pages.append([])
        pages[-1] += lines
    return [fitting([], lines, lambda count: t("rules-line-more", count=count)) for lines in pages]


def _size(lines: Iterable[str]) -> int:
    return sum(len(text) + 1 for text in lines)


def _choosing(rules: Rules, key: str, t: Translator) -> Rows:
    if not rules.may_choose:
        return []
    undo = [
        [Button(t.plain("rules-undo-planned", since=c.since), PreviewRules(KEEP, since=c.since).pack())]
        for c in rules.planned[:3]
    ]
    return [
        [Button(t.plain("rules-choose"), ListRegulations().pack())],
        [Button(t.plain("rules-edit"), ListRules().pack())],
        [Button(t.plain("rules-file"), SendRulesFile(key).pack())],
        *undo,
    ]


def list_screen(offers: list[Offer], rules: Rules, t: Translator) -> Screen:
    """The regulations to choose from."""
    rows: Rows = []
    for offer in offers[:OFFERS_SHOWN]:
        label = t.plain("rules-list-own", title=offer.title) if offer.own else offer.title
        if offer.name == rules.now.name:
            label = t.plain("rules-list-chosen", title=label)
        rows.append([Button(label[:64], PreviewRules(offer.key).pack())])
    return Screen(t("rules-list"), [*rows, back_row(OpenRules(), t)])


def groups_screen(t: Translator) -> Screen:
    """The groups of rules."""
    rows = [[Button(t.plain(f"rules-group-{g}"), ListRules(g).pack())] for g in GROUPS]
    return Screen(t("rules-groups"), [*rows, back_row(OpenRules(), t)])


def group_screen(rules: Rules, group: str, t: Translator) -> Screen:
    """The rules of a group with their values."""
    regulation = rules.now.regulation
    lines = [f"<b>{t(f'rules-group-{group}')}</b>", *(f"• {line(regulation, r, t)}" for r in GROUPS[group])]
    rows = [[Button(name(r, t.plain), OpenRule(r).pack())] for r in GROUPS[group]]
    text = fitting([t("rules-groups"), ""], lines, lambda count: t("rules-line-more", count=count))
    return Screen("\n".join(text), [*rows, back_row(ListRules(), t)])


def rule_screen(rules: Rules, rule: str, t: Translator) -> Screen:
    """One rule and the values offered; long ones are numbered in the text."""
    regulation = rules.now.regulation
    labels = {key: _option(regulation, after, rule, t) for key, after in offered(regulation, rule).items()}
    head = [f"<b>{name(rule, t)}</b>", f"{t('rules-offered-now')} {value(regulation, rule, t)}", t("rules-offered")]
    group = next(g for g, members in GROUPS.items() if rule in members)
    back = back_row(ListRules(group), t)
    if max(map(len, labels.values())) <= LABEL_CHARS:
        rows = [[Button(label, PreviewRules(rule, key).pack())] for key, label in labels.items()]
        return Screen("\n".join(head), [*rows, back])
    listed = [f"{n}. {t.data(label)}" for n, label in enumerate(labels.values(), 1)]
    numbers = [Button(str(n), PreviewRules(rule, key).pack()) for n, key in enumerate(labels, 1)]
    rows = in_rows(numbers, IN_A_ROW)
    return Screen("\n".join([*head, "", *listed]), [*rows, back])


def _option(regulation: Regulation, after: Regulation, rule: str, t: Translator) -> str:
    label = value(after, rule, t.plain)
    same = getattr(after, rule) == getattr(regulation, rule)
    return t.plain("rules-option-chosen", label=label) if same else label


def preview_screen(seen: Preview, t: Translator) -> Screen:
    """What a change does and from when; the button that does it."""
    head = [t("rules-preview-title", title=seen.after.title)]
    undoes = seen.change.target == KEEP
    if seen.before == seen.after and not undoes:
        return Screen("\n".join([*head, t("rules-preview-nothing")]), [back_row(OpenRules(), t)])
    head.append(t("rules-preview-undo" if undoes else "rules-preview-since", since=seen.since))
    if seen.planned:
        head.append(t("rules-preview-planned", since=seen.planned))
    head += [t("rules-preview-past"), ""]
    head.append(t("rules-preview-changes" if seen.rules else "rules-preview-titles-only"))
    lines = fitting(head, [_difference(seen, r, t) for r in seen.rules], lambda n: t("rules-line-more", count=n))
    return Screen("\n".join(lines), _confirming(seen, t))


def _difference(seen: Preview, rule: str, t: Translator) -> str:
    was = f"{t('rules-preview-was')} {value(seen.before, rule, t)}"
    becomes = f"{t('rules-preview-becomes')} {value(seen.after, rule, t)} {source(seen.after, rule, t)}"
    return f"• <b>{name(rule, t)}</b>\n{was}\n{becomes}".rstrip()


def _confirming(seen: Preview, t: Translator) -> Rows:
    change = seen.change
    confirm = ConfirmRules(change.target, change.option, seen.since, seen.seen)
    rows: Rows = [[Button(t.plain("rules-confirm", since=seen.since), confirm.pack(), style="primary")]]
    if change.target != KEEP:
        days = [d for d in _days(seen.today) if d != seen.since]
        rows += [[Button(_day(d, seen.today, t), PreviewRules(change.target, change.option, d).pack())] for d in days]
        rows.append([Button(t.plain("rules-day-ask"), AskRulesDay(change.target, change.option).pack())])
    return [*rows, [Button(t.plain("rules-cancel"), OpenRules().pack())]]


def _days(today: date) -> list[date]:
    """Today, the next Monday, the first of the next month."""
    monday = today + timedelta(days=8 - today.isoweekday())
    month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return sorted({today, monday, month})


def _day(day: date, today: date, t: Translator) -> str:
    return t.plain("rules-day-today") if day == today else t.plain("rules-day-other", since=day)


def done(change: Change, chosen: Chosen, t: Translator) -> str:
    """What the confirming press did."""
    did = "undone" if change.target == KEEP else "later" if chosen.later else "done"
    return t(f"rules-{did}" if chosen.changed else "rules-already", since=chosen.since)


def fault_screen(error: RegulationUnfit, t: Translator) -> Screen:
    """What is wrong in a file, where, and what is allowed."""
    facts = dict(error.facts)
    file, field, problem = (str(facts.pop(f)) for f in ("file", "field", "problem"))
    lines = [t("rules-fault-title", file=file)]
    if field:
        lines.append(t("rules-fault-field", field=field))
    return Screen("\n".join([*lines, t(f"rules-fault-{problem}", **facts)]), [[home_button(t)]])


def known_rule(rule: str) -> bool:
    """Whether a button names a rule that there is."""
    return rule in OPTIONS
