"""The course plan (КТП): looking, editing line by line, and which classes lack one."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.lines import clip
from bots.staff.handlers.words import in_words
from bots.staff.screens import plans as screens
from core.actions.page import OpenPlan
from core.actions.plans import (
    AddPlanLine,
    AskRemovePlanLine,
    EditPlanLine,
    LinePart,
    MovePlanLine,
    OpenPlanLine,
    OpenPlans,
    OwnPlan,
    RemovePlanLine,
    SetLineKind,
    SplitPlanLine,
)
from core.plans import editing
from core.plans.editing import Edited
from core.plans.editions import make_own
from core.plans.pages import open_plan
from core.plans.presence import plans_of_school
from locales import Screen

handlers = Handlers()
WRITERS = {
    LinePart.TOPIC: editing.write_line_topic,
    LinePart.HOURS: editing.write_line_hours,
    LinePart.HOMEWORK: editing.write_line_homework,
}
QUESTIONS = {
    LinePart.TOPIC: "plan-ask-topic",
    LinePart.HOURS: "plan-ask-hours",
    LinePart.HOMEWORK: "plan-ask-homework",
}
FORMER_CHARS = 600


def edited_screen(chat: Chat, edited: Edited) -> Screen:
    """The line that the command was about, or the plan when it is gone."""
    if edited.line is None:
        return screens.plan_screen(edited.page, 0, chat.t)
    return screens.line_screen(edited.page, edited.page.line(edited.line), chat.t)


async def show_edited(chat: Chat, edited: Edited) -> None:
    key = f"plan-note-{edited.note}" if edited.note else "done-toast"
    await chat.show(edited_screen(chat, edited), chat.t.plain(key))


@handlers.press(OpenPlan)
async def open_page_plan(chat: Chat, action: OpenPlan) -> None:
    async with chat.work() as work:
        page = await open_plan(work, action.load)
    await chat.show(screens.plan_screen(page, action.first, chat.t))


@handlers.press(OpenPlanLine)
async def open_line(chat: Chat, action: OpenPlanLine) -> None:
    async with chat.work() as work:
        page = await open_plan(work, action.load)
    await chat.show(screens.line_screen(page, page.line(action.line), chat.t))


@handlers.press(EditPlanLine)
async def ask_part(chat: Chat, action: EditPlanLine) -> None:
    async with chat.work() as work:
        page = await open_plan(work, action.load)
    line = page.line(action.line)
    asked = [chat.t(QUESTIONS[action.part], number=line.number)]
    former = {LinePart.TOPIC: line.topic, LinePart.HOMEWORK: line.homework}.get(action.part)
    if former:
        asked.append(chat.t("plan-ask-formerly", words=clip(former, FORMER_CHARS)))
    await chat.ask("\n".join(asked), action, chat.t.plain("plan-ask-short"))


@handlers.answer(EditPlanLine)
@in_words(ask_part)
async def take_part(chat: Chat, action: EditPlanLine, words: str) -> None:
    async with chat.work() as work:
        edited = await WRITERS[action.part](work, action.load, action.line, words)
    await chat.send(edited_screen(chat, edited))


@handlers.press(SetLineKind)
async def set_kind(chat: Chat, action: SetLineKind) -> None:
    async with chat.work() as work:
        edited = await editing.set_line_kind(work, action.load, action.line, action.kind)
    await show_edited(chat, edited)


@handlers.press(AddPlanLine)
async def ask_line(chat: Chat, action: AddPlanLine) -> None:
    async with chat.work() as work:
        await open_plan(work, action.load)
    await chat.ask(chat.t("plan-ask-new"), action, chat.t.plain("plan-ask-short"))


@handlers.answer(AddPlanLine)
@in_words(ask_line)
async def take_line(chat: Chat, action: AddPlanLine, words: str) -> None:
    async with chat.work() as work:
        edited = await editing.add_line(work, action.load, action.after, words, seen=action.seen)
    await chat.send(edited_screen(chat, edited))


@handlers.press(MovePlanLine)
async def move(chat: Chat, action: MovePlanLine) -> None:
    async with chat.work() as work:
        edited = await editing.move_line(work, action.load, action.line, action.to, seen=action.seen)
    await show_edited(chat, edited)


@handlers.press(AskRemovePlanLine)
async def ask_remove(chat: Chat, action: AskRemovePlanLine) -> None:
    async with chat.work() as work:
        page = await open_plan(work, action.load)
    await chat.show(screens.remove_screen(page, page.line(action.line), chat.t))


@handlers.press(RemovePlanLine)
async def remove(chat: Chat, action: RemovePlanLine) -> None:
    async with chat.work() as work:
        edited = await editing.remove_line(work, action.load, action.line, seen=action.seen)
    await show_edited(chat, edited)


@handlers.press(SplitPlanLine)
async def split(chat: Chat, action: SplitPlanLine) -> None:
    async with chat.work() as work:
        edited = await editing.split_line(work, action.load, action.line, seen=action.seen)
    await show_edited(chat, edited)


@handlers.press(OwnPlan)
async def make_own_plan(chat: Chat, action: OwnPlan) -> None:
    async with chat.work() as work:
        page, made = await make_own(work, action.load, action.plan)
    key = "plan-own-made" if made else "plan-note-already"
    await chat.show(screens.plan_screen(page, 0, chat.t), chat.t.plain(key))


@handlers.press(OpenPlans)
async def open_plans(chat: Chat, action: OpenPlans) -> None:
    async with chat.work() as work:
        plans = await plans_of_school(work)
    await chat.show(screens.plans_screen(plans, action.first, action.all, chat.t))
