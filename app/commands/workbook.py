"""`zvonok import`, `zvonok template`, and the demo's own school."""

from core.app import App
from core.workbook import import_workbook

DEMO_ZONE = "Europe/Moscow"


async def import_demo(app: App) -> None:
    """Fill an empty journal with the demo's school around the clock's today. Raises RuntimeError on a fault."""
    from app.demo.school import demo_workbook

    async with app.work() as work:
        report = await import_workbook(work, demo_workbook(work.today, DEMO_ZONE), "demo.xlsx")
    if report.faults:
        raise RuntimeError(f"the demo's school is at fault: {report.faults[0]}")
