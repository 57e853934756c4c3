"""A cold import in a process of its own: `python -m benchmarks.import_process WORKBOOK FOLDER`.

Does what `zvonok import` does in an empty data folder and prints a line as each stage begins.
"""

import asyncio
import sys
from pathlib import Path

from app.database import school_app
from app.logs import configure_logs
from app.settings import Settings
from core.workbook import Progress, Stage, import_workbook

FEWEST_LESSONS = 35_000


async def main(name: str, content: bytes, folder: Path) -> None:
    """Import once; the embedded server stops with the process."""
    configure_logs("console")
    begin("database")
    async with school_app(Settings(_env_file=None, data=folder, database_url=None)) as app, app.work() as work:
        report = await import_workbook(work, content, name, stages())
        assert report.changes.lessons.new > FEWEST_LESSONS, report.faults
        begin("committing, stopping")


def stages() -> Progress:
    """The import's progress: tells each stage once."""
    told: set[Stage] = set()

    def reached(stage: Stage, _done: int, _total: int) -> None:
        if stage not in told:
            told.add(stage)
            begin(stage)

    return reached


def begin(stage: str) -> None:
    print(stage, flush=True)


if __name__ == "__main__":
    book = Path(sys.argv[1])
    asyncio.run(main(book.name, book.read_bytes(), Path(sys.argv[2])))
