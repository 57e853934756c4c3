"""How long a large school takes to come in, from nothing: `python -m benchmarks.school_import`.

34 classes, 850 pupils, some sixty staff and a full year of lessons, imported by a fresh process into an empty data
folder: the start of Python and of the embedded server and the schema are counted too. Aim: at most 10 s on two cores.
"""

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.demo.school import large_workbook

AIM = 10
WORKER = "benchmarks.import_process"


def main() -> None:
    """Measure once and print seconds by stage."""
    with TemporaryDirectory() as folder:
        book = Path(folder, "large.xlsx")
        book.write_bytes(large_workbook(datetime.now(UTC).date(), "Europe/Moscow"))
        taken = measure(sys.executable, "-m", WORKER, str(book), str(Path(folder, "data")))
    for stage, seconds in [*taken, (f"together, of {AIM}", sum(seconds for _, seconds in taken))]:
        print(f"{stage:22}{seconds:6.2f} s")


def measure(*command: str) -> list[tuple[str, float]]:
    """Run a program that prints a line as each stage begins. Returns (stage, seconds) in their order."""
    began = [("starting", time.perf_counter())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603 - our own
        assert program.stdout is not None
        began.extend((line.strip(), time.perf_counter()) for line in program.stdout)
    assert program.returncode == 0
    ends = [at for _, at in began[1:]] + [time.perf_counter()]
    return [(stage, end - at) for (stage, at), end in zip(began, ends, strict=True)]


if __name__ == "__main__":
    main()
