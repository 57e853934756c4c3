"""A lesson's topic from the course plan: what is offered, and delivering lines (J1)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import text

from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.page.russian import require_russian
from core.page.sheet import DeliveredLine, LessonPage
from core.page.writing import foreign, guarded, open_page, open_to_write, others_wrote
from core.plans.pages import ONE, PagePlan, PlanLine, read_plan
from core.rules.course_plan import Portions, joined_topic
from core.terms import LessonKind

OFFERED, GAPS = 4, 2

_DELIVER = text("""
    WITH given AS (
        SELECT * FROM unnest(CAST(:lines AS integer[]), CAST(:hours AS numeric[])) AS v(line_id, hours)),
    gone AS (DELETE FROM plan_delivery WHERE lesson_id = :lesson AND line_id NOT IN (SELECT line_id FROM given)),
    put AS (
        INSERT INTO plan_delivery (lesson_id, line_id, hours) SELECT :lesson, line_id, hours FROM given
        ON CONFLICT (lesson_id, line_id) DO UPDATE SET hours = excluded.hours)
    UPDATE lesson SET topic = :topic, kind = :kind, not_in_russian = :foreign, page_rev = page_rev + 1
     WHERE id = :lesson
""")


@dataclass(frozen=True)
class TopicSheet:
    """A lesson's page beside the plan of its journal page (None: the page has no plan)."""

    page: LessonPage
    plan: PagePlan | None

    @property
    def here(self) -> tuple[PlanLine, ...]:
        """Lines that this very lesson delivers."""
        return tuple(line for line in self.plan.lines if line.here) if self.plan else ()

    @property
    def portions(self) -> Portions:
        """What this lesson delivers, as a button carries it."""
        return tuple((line.id, line.here) for line in self.here)

    @property
    def offered(self) -> list[PlanLine]:
        """The next lines of the plan that this lesson does not deliver yet, and the newest of those left out."""
        if self.plan is None:
            return []
        touched = self.plan.touched
        left = [line for line in self.plan.lines if line.left and not line.here]
        gaps = [line for line in left if line.number < touched]
        return [line for line in left if line.number >= touched][:OFFERED] + gaps[-GAPS:]


def portion(line: PlanLine) -> Decimal:
    """What a lesson of one hour delivers of a line: what is left of it, at most the hour; a line done: its hours."""
    return min(ONE, line.left or line.hours)


async def open_topic(work: Work, lesson_id: int) -> TopicSheet:
    """The topic's offers, for those who may see the page; those who may not write get `page.refusal`.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    return await _beside_plan(work, await open_page(work, lesson_id))


async def deliver(work: Work, lesson_id: int, portions: Portions, *, seen: int) -> TopicSheet:
    """The lesson delivers these portions and no others; its topic is theirs, its kind too unless somebody chose one.

    None: what was delivered is taken back, and the topic with it unless it was typed. `seen` is the page's revision
    on the screen; under another one nothing is written (note `changed`, or `already`). Raises what `open_topic` and
    `require_open` raise, AccessDenied for a line of another plan, NotInRussian.
    """
    sheet = await _beside_plan(work, await open_to_write(work, lesson_id))
    same = sheet.portions == tuple(sorted(portions, key=lambda p: _number(sheet, p[0])))
    topic = _topic(sheet, portions)
    if same and sheet.page.topic == topic:
        return _noted(sheet, "already")
    if sheet.page.rev != seen and await others_wrote(work, sheet.page, "topic", seen):
        return _noted(sheet, "changed")
    return await _write(work, sheet, portions, topic)


async def _beside_plan(work: Work, page: LessonPage) -> TopicSheet:
    return TopicSheet(page, await read_plan(work, page.lesson.load_id, besides=page.lesson.id))


async def _write(work: Work, sheet: TopicSheet, portions: Portions, topic: str) -> TopicSheet:
    page = sheet.page
    if topic != page.topic:
        require_russian(work, page.lesson, topic)
    kind = _kind(sheet, portions)
    written = replace(page, topic=topic, kind=kind, rev=page.rev + 1, delivered=_delivered(sheet, portions))
    written = replace(written, not_in_russian=foreign(work, written))
    facts = {
        "lesson": page.lesson.id,
        "lines": [line for line, _ in portions],
        "hours": [hours for _, hours in portions],
        "topic": topic,
        "kind": kind.value if kind else None,
        "foreign": written.not_in_russian,
    }
    await work.session.execute(_DELIVER, facts)
    before = {"topic": page.topic, "kind": page.kind, "lines": _told(sheet.portions)}
    after = {"topic": topic, "kind": kind, "lines": _told(portions), "rev": written.rev}
    record(work, "page.deliver", "lesson", page.lesson.id, before=before, after=after)
    written = await guarded(work, written) if kind is not page.kind else written
    return TopicSheet(written, _after(sheet.plan, portions) if sheet.plan else None)


def _topic(sheet: TopicSheet, portions: Portions) -> str:
    """The topic of these portions. Raises AccessDenied for a line that is not of this page's plan."""
    topics = [line.topic for line in _lines(sheet, portions)]
    if topics:
        return joined_topic(topics)
    typed = sheet.page.topic != joined_topic([line.topic for line in sheet.here])
    return sheet.page.topic if typed else ""


def _kind(sheet: TopicSheet, portions: Portions) -> LessonKind | None:
    """The kind that the lines give: the first special one. What somebody chose by hand stays."""
    if sheet.page.kind is not None and sheet.page.kind is not _kind_of(list(sheet.here)):
        return sheet.page.kind
    return _kind_of(_lines(sheet, portions))


def _kind_of(lines: list[PlanLine]) -> LessonKind | None:
    special = (line.kind for line in lines if line.kind is not LessonKind.LESSON)
    return next(special, LessonKind.LESSON if lines else None)


def _lines(sheet: TopicSheet, portions: Portions) -> list[PlanLine]:
    known = {line.id: line for line in sheet.plan.lines} if sheet.plan else {}
    for line_id, _ in portions:
        if line_id not in known:
            raise AccessDenied(lesson=sheet.page.lesson.id, line=line_id)
    return sorted((known[line_id] for line_id, _ in portions), key=lambda line: line.number)


def _number(sheet: TopicSheet, line_id: int) -> int:
    lines = sheet.plan.lines if sheet.plan else ()
    return next((line.number for line in lines if line.id == line_id), 0)


def _delivered(sheet: TopicSheet, portions: Portions) -> tuple[DeliveredLine, ...]:
    hours = dict(portions)
    return tuple(DeliveredLine(line.number, line.topic, hours[line.id]) for line in _lines(sheet, portions))


def _after(plan: PagePlan, portions: Portions) -> PagePlan:
    hours = dict(portions)

    def anew(line: PlanLine) -> PlanLine:
        here = hours.get(line.id, Decimal(0))
        return replace(line, here=here, delivered=line.delivered - line.here + here)

    return replace(plan, lines=tuple(anew(line) for line in plan.lines))


def _told(portions: Portions) -> dict[str, str]:
    return {str(line): str(hours) for line, hours in portions}


def _noted(sheet: TopicSheet, note: str) -> TopicSheet:
    return replace(sheet, page=replace(sheet.page, note=note))
