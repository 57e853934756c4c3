"""A whole course plan at once: copied, or from a file of its own."""

from bots.shared.chat import Chat
from bots.shared.files import received
from bots.shared.handlers import Handlers
from bots.staff.screens import plan_files as screens
from bots.staff.screens import plans as plan_screens
from core.actions.plans import (
    CopyPlan,
    DropPlanFile,
    OpenPlanSources,
    PreviewCopy,
    PreviewPlanFile,
    TakePlanFile,
    UploadPlan,
)
from core.plans import copying, uploads
from core.plans.editions import EditionPreview
from core.plans.pages import PagePlan, open_plan
from core.terms import FileKind

handlers = Handlers()


@handlers.press(OpenPlanSources)
async def open_sources(chat: Chat, action: OpenPlanSources) -> None:
    async with chat.work() as work:
        page, sources = await copying.list_sources(work, action.load)
    await chat.show(screens.sources_screen(page, sources, action.first, chat.t))


@handlers.press(PreviewCopy)
async def preview_copy(chat: Chat, action: PreviewCopy) -> None:
    async with chat.work() as work:
        preview = await copying.preview_copy(work, action.load, action.source, grade=action.grade)
    await chat.show(screens.copy_screen(preview, action.source, chat.t))


@handlers.press(CopyPlan)
async def copy(chat: Chat, action: CopyPlan) -> None:
    async with chat.work() as work:
        outcome, note = await copying.copy_plan(work, action.load, action.source, grade=action.grade, seen=action.seen)
    if isinstance(outcome, EditionPreview):
        await chat.show(screens.copy_screen(outcome, action.source, chat.t), chat.t.plain(f"plan-note-{note}"))
    else:
        await _taken(chat, outcome, note)


@handlers.press(UploadPlan)
async def ask_file(chat: Chat, action: UploadPlan) -> None:
    async with chat.work() as work:
        await open_plan(work, action.load)
    await chat.ask(chat.t("plan-ask-file"), action, chat.t.plain("plan-ask-file-short"))


@handlers.answer(UploadPlan)
async def take_file(chat: Chat, action: UploadPlan) -> None:
    if chat.message.document is None:
        await ask_file(chat, action)
        return
    file = await received(chat, FileKind.DOCUMENT)
    async with chat.work() as work:
        source = f"plan:{chat.message.message_id}"
        preview = await uploads.receive_plan_file(work, action.load, file.content, file.name, source)
    await chat.send(screens.upload_screen(preview, chat.t))


@handlers.press(PreviewPlanFile)
async def preview_file(chat: Chat, action: PreviewPlanFile) -> None:
    async with chat.work() as work:
        preview = await uploads.preview_plan_file(work, action.load, action.file, grade=action.grade)
    await chat.show(screens.upload_screen(preview, chat.t))


@handlers.press(TakePlanFile)
async def take_plan(chat: Chat, action: TakePlanFile) -> None:
    async with chat.work() as work:
        outcome, note = await uploads.take_plan_file(
            work, action.load, action.file, grade=action.grade, split=action.split, seen=action.seen
        )
    if isinstance(outcome, PagePlan):
        await _taken(chat, outcome, note)
    else:
        await chat.show(screens.upload_screen(outcome, chat.t), chat.t.plain(f"plan-note-{note}"))


@handlers.press(DropPlanFile)
async def drop_file(chat: Chat, action: DropPlanFile) -> None:
    async with chat.work() as work:
        page = await uploads.drop_plan_file(work, action.load, action.file)
    await chat.show(plan_screens.plan_screen(page, 0, chat.t), chat.t.plain("plan-file-dropped"))


async def _taken(chat: Chat, page: PagePlan, note: str) -> None:
    key = f"plan-note-{note}" if note else "plan-taken"
    await chat.show(plan_screens.plan_screen(page, 0, chat.t), chat.t.plain(key))
