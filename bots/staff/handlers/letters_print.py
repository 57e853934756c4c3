"""Print jobs, for administrators."""

import asyncio

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import letters_print as screens
from core.actions.letters import OpenPrintJobs, PrintJobDone, SendPrintJob
from core.letters import printing
from documents.guardian_letter import letters_name, letters_pdf

handlers = Handlers()


@handlers.press(OpenPrintJobs)
async def open_jobs(chat: Chat, _action: OpenPrintJobs) -> None:
    async with chat.work() as work:
        found = await printing.print_jobs(work)
    await chat.show(screens.jobs_screen(found, chat.t))


@handlers.press(SendPrintJob)
async def send_job(chat: Chat, action: SendPrintJob) -> None:
    async with chat.work() as work:
        found = await printing.job_papers(work, action.job)
    await chat.toast(chat.t.plain("letters-coming"))
    pdf = await asyncio.to_thread(letters_pdf, found.head, found.letters, chat.t)
    await chat.send_file(pdf, letters_name(found.head, chat.t), screens.job_caption(found.job, chat.t))


@handlers.press(PrintJobDone)
async def job_done(chat: Chat, action: PrintJobDone) -> None:
    async with chat.work() as work:
        found = await printing.job_done(work, action.job)
    await chat.show(screens.jobs_screen(found, chat.t))
