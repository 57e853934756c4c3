"""«Правила школы»: the rules in force, choosing a regulation, changing one rule."""

from datetime import date

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import rules as screens
from bots.staff.screens.rule_words import GROUPS
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
from core.errors import ButtonOutdated
from core.errors.regulation import RegulationChangedMeanwhile
from core.regulation.changing import Change, confirm, preview, require_chooser
from core.regulation.choices import key_of, offers, rules
from core.regulation.files import file_of
from core.rules.dates import parse_range
from locales import Screen

handlers = Handlers()


@handlers.press(OpenRules)
async def open_rules(chat: Chat, _: OpenRules) -> None:
    await _show(chat)


@handlers.press(TurnRules)
async def turn(chat: Chat, action: TurnRules) -> None:
    await _show(chat, action.page)


async def _show(chat: Chat, page: int = 0, said: str = "") -> None:
    async with chat.work() as work:
        found = await rules(work)
    screen = screens.rules_screen(found, key_of(found.now), page, chat.t)
    await chat.show(screen.under(said) if said else screen)


@handlers.press(ListRegulations)
async def list_regulations(chat: Chat, _: ListRegulations) -> None:
    async with chat.work() as work:
        require_chooser(work)
        found, offered = await rules(work), await offers(work)
    await chat.show(screens.list_screen(offered, found, chat.t))


@handlers.press(ListRules)
async def list_rules(chat: Chat, action: ListRules) -> None:
    if action.group and action.group not in GROUPS:
        raise ButtonOutdated
    async with chat.work() as work:
        require_chooser(work)
        found = await rules(work)
    shown = screens.group_screen(found, action.group, chat.t) if action.group else screens.groups_screen(chat.t)
    await chat.show(shown)


@handlers.press(OpenRule)
async def open_rule(chat: Chat, action: OpenRule) -> None:
    if not screens.known_rule(action.rule):
        raise ButtonOutdated
    async with chat.work() as work:
        require_chooser(work)
        found = await rules(work)
    await chat.show(screens.rule_screen(found, action.rule, chat.t))


@handlers.press(PreviewRules)
async def preview_change(chat: Chat, action: PreviewRules) -> None:
    async with chat.work() as work:
        since = max(action.since, work.today) if action.since else None
        seen = await preview(work, Change(action.target, action.option), since)
    await chat.show(screens.preview_screen(seen, chat.t))


@handlers.press(AskRulesDay)
async def ask_day(chat: Chat, action: AskRulesDay) -> None:
    async with chat.work() as work:
        require_chooser(work)
    await chat.ask(chat.t("rules-day-question"), action, chat.t.plain("rules-day-short"))


@handlers.answer(AskRulesDay)
@in_words(ask_day)
async def day_given(chat: Chat, action: AskRulesDay, words: str) -> None:
    async with chat.work() as work:
        day = parse_range(words, work.today).starts
        seen = await preview(work, Change(action.target, action.option), day)
    await chat.show(screens.preview_screen(seen, chat.t))


@handlers.press(ConfirmRules)
async def confirm_change(chat: Chat, action: ConfirmRules) -> None:
    change = Change(action.target, action.option)
    try:
        async with chat.work() as work:
            chosen = await confirm(work, change, action.since, action.seen)
    except RegulationChangedMeanwhile as error:
        await _look_again(chat, change, action.since, chat.t(f"error-{error.code}"))
        return
    await _show(chat, said=screens.done(change, chosen, chat.t))


async def _look_again(chat: Chat, change: Change, since: date, said: str) -> None:
    async with chat.work() as work:
        seen = await preview(work, change, since)
    await chat.show(screens.preview_screen(seen, chat.t).under(said))


@handlers.press(SendRulesFile)
async def send_file(chat: Chat, action: SendRulesFile) -> None:
    async with chat.work() as work:
        name, title, body = await file_of(work, action.target)
    caption = Screen(chat.t("rules-file-caption", title=title))
    await chat.send_file(body.encode(), f"{name}.toml", caption)
