"""«Учитель отсутствует»: who, which days, and all the lessons at once."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import substitution_away as screens
from core.actions.substitution import AskAwayDays, ChooseAway, ComeBack, FindAway, GiveAll, OpenAway, OpenTakers
from core.rules.dates import parse_range
from core.substitution import away

handlers = Handlers()


@handlers.press(ChooseAway)
async def choose(chat: Chat, action: ChooseAway) -> None:
    async with chat.work() as work:
        found = await away.teachers(work, action.day)
    await chat.show(screens.teachers_screen(found, action.day, action.page, chat.t))


@handlers.press(FindAway)
async def ask_name(chat: Chat, action: FindAway) -> None:
    async with chat.work() as work:
        await away.teachers(work, action.day)
    await chat.ask(chat.t("subst-ask-name"), action, chat.t.plain("subst-ask-name-short"))


@handlers.answer(FindAway)
@in_words(ask_name)
async def find(chat: Chat, action: FindAway, words: str) -> None:
    async with chat.work() as work:
        found = await away.teachers(work, action.day, words)
    await chat.send(screens.teachers_screen(found, action.day, 0, chat.t, words))


@handlers.press(OpenAway)
async def open_away(chat: Chat, action: OpenAway) -> None:
    async with chat.work() as work:
        held = await away.away(work, action.staff, action.since, action.until)
    await chat.show(screens.away_screen(held, chat.t))


@handlers.press(AskAwayDays)
async def ask_days(chat: Chat, action: AskAwayDays) -> None:
    async with chat.work() as work:
        held = await away.away(work, action.staff, action.since, action.since)
    await chat.ask(chat.t("subst-ask-days", name=held.name), action, chat.t.plain("subst-ask-days-short"))


@handlers.answer(AskAwayDays)
@in_words(ask_days)
async def take_days(chat: Chat, action: AskAwayDays, words: str) -> None:
    async with chat.work() as work:
        span = parse_range(words, work.today, since=work.today)
        held = await away.away(work, action.staff, span.starts, span.ends)
    await chat.send(screens.away_screen(held, chat.t))


@handlers.press(OpenTakers)
async def open_takers(chat: Chat, action: OpenTakers) -> None:
    async with chat.work() as work:
        held = await away.away(work, action.staff, action.since, action.until)
        found = await away.takers(work, held)
    await chat.show(screens.takers_screen(held, found, chat.t))


@handlers.press(GiveAll)
async def give_all(chat: Chat, action: GiveAll) -> None:
    async with chat.work() as work:
        held = await away.give_all(work, action.staff, action.taker, action.since, action.until)
    await chat.show(screens.away_screen(held, chat.t), screens.given_toast(held, chat.t))


@handlers.press(ComeBack)
async def come_back(chat: Chat, action: ComeBack) -> None:
    async with chat.work() as work:
        held = await away.come_back(work, action.staff, action.since, action.until)
    await chat.show(screens.away_screen(held, chat.t), screens.given_toast(held, chat.t))
