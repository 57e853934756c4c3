"""What class leaders asked the administrator to print."""

from bots.staff.screens.home import home_button
from core.actions.letters import PrintJobDone, SendPrintJob
from core.letters.printing import JobLine, JobList
from locales import Button, Screen, Translator
from locales.letters import job_period


def jobs_screen(found: JobList, t: Translator) -> Screen:
    """The jobs that wait, the oldest first, each with its file and «Напечатано»."""
    lines = []
    if found.done is not None:
        lines += [t("print-jobs-done-said", by=found.done.asked_by, **{"class": found.done.class_name}), ""]
    lines.append(t("print-jobs-title", count=found.count) if found.count else t("print-jobs-none"))
    rows = []
    for number, job in enumerate(found.jobs, start=1):
        lines.append(t("print-jobs-line", number=number, by=job.asked_by, at=job.asked_at, **_about(job, t)))
        rows.append(
            [
                Button(t.plain("print-jobs-file", number=number), SendPrintJob(job.id).pack()),
                Button(t.plain("print-jobs-done", number=number), PrintJobDone(job.id).pack(), style="success"),
            ]
        )
    if found.count > len(found.jobs):
        lines.append(t("print-jobs-more", count=found.count - len(found.jobs)))
    return Screen("\n".join(lines), [*rows, [home_button(t)]])


def job_caption(job: JobLine, t: Translator) -> Screen:
    """Under the file."""
    return Screen(t("print-job-caption", **_about(job, t)))


def _about(job: JobLine, t: Translator) -> dict[str, str | int]:
    return {"class": job.class_name, "period": job_period(job.period, t), "count": job.count}
