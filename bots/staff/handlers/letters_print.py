"""Print jobs, for administrators."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import letters_print as screens
from core.actions.letters import OpenPrintJobs, PrintJobDone, SendPrintJob
from core.letters import printing

handlers = Handlers()


@handlers.press(OpenPrintJobs)
async def open_jobs(chat: Chat, _action: OpenPrintJobs) -> None:
    async with chat.work() as work:
        found = await printing.print_jobs(work)
    await chat.show(screens.jobs_screen(found, chat.t))


@handlers.press(SendPrintJob)
async def send_job(chat: Chat, action: SendPrintJob) -> None:
    async with chat.work() as work:
        job, page = await printing.job_file(work, action.job)
    await chat.toast(chat.t.plain("letters-coming"))
    await chat.send_file(page.content, page.name, screens.job_caption(job, chat.t))


@handlers.press(PrintJobDone)
async def job_done(chat: Chat, action: PrintJobDone) -> None:
    async with chat.work() as work:
        found = await printing.job_done(work, action.job)
    await chat.show(screens.jobs_screen(found, chat.t))
