"""A lesson's topic, offered from the course plan."""

import re
from decimal import Decimal

from bots.shared.lines import clip
from bots.staff.screens.page import back_to_page, head, page_screen, refusal_line
from bots.staff.screens.plan_words import hours
from bots.staff.screens.rows import back_row
from core.actions.homework import GivePlanned
from core.actions.page import OpenPlan, OpenTopic, WriteTopic
from core.actions.plans import Deliver, OpenTopicLines
from core.errors import AccessDenied
from core.plans.delivery import TopicSheet, portion
from core.plans.pages import ONE, PagePlan, PlanLine
from core.rules.course_plan import MOST_LINES, Portions, write_portions
from locales import Button, Screen, Translator
from locales.screen import Rows, Style

LABEL_CHARS, TOPIC_CHARS = 46, 600
LINES_SHOWN = 10
HOMEWORK_CHARS = 40
HALF = Decimal("0.5")
PART = re.compile(r" \(\d+ из \d+\)$")


def topic_screen(sheet: TopicSheet, t: Translator) -> Screen:
    """What stands, how far the class is, and the next lines one tap each."""
    page = sheet.page
    lines = [head(page.lesson, t), ""]
    lines.append(t("topic-now", topic=clip(page.topic, TOPIC_CHARS)) if page.topic else t("topic-none"))
    if sheet.here:
        lines.append(t("topic-delivered", lines=", ".join(_told(line, line.here, t) for line in sheet.here)))
    if sheet.plan is not None and sheet.plan.plan is not None:
        lines.append(progress_line(sheet.plan, t))
    else:
        lines.append(t("topic-no-plan"))
    aside = [_plan_row(sheet, t), back_to_page(page.lesson.id, t)]
    if page.refusal is not None:
        lines += ["", refusal_line(page.refusal, t)]
    if isinstance(page.refusal, AccessDenied) or page.lesson.cancelled:
        return Screen("\n".join(lines), aside)
    rows = [*offer_homework(sheet, t), *(_more(sheet, t) if sheet.here else _first(sheet, t))]
    write = Button(t.plain("topic-write"), WriteTopic(page.lesson.id, page.rev).pack())
    return Screen("\n".join(lines), [*rows, [write], *aside])


def delivered_screen(sheet: TopicSheet, t: Translator) -> Screen:
    """The lesson's page again, with the homework that the plan has for it one tap away."""
    page = page_screen(sheet.page, t)
    return Screen(page.text, [*offer_homework(sheet, t), *page.rows])


def offer_homework(sheet: TopicSheet, t: Translator) -> Rows:
    """What the delivered lines ask for, as long as nothing is said of homework."""
    page = sheet.page
    if page.homework or page.no_homework or (page.lesson.grade == 1 and not page.homework_in_grade_1):
        return []
    return [
        [
            Button(
                t.plain("topic-give-homework", homework=clip(line.homework, HOMEWORK_CHARS)),
                GivePlanned(page.lesson.id, line.id).pack(),
            )
        ]
        for line in sheet.here
        if line.homework
    ]


def topic_lines_screen(sheet: TopicSheet, first: int, t: Translator) -> Screen:
    """Ten lines of the plan to choose from, in place of what the lesson delivers."""
    plan = sheet.plan
    shown = [line for line in plan.lines if line.number >= first] if plan else []
    rows: Rows = [[_choose(sheet, ((line.id, portion(line)),), line, t)] for line in shown[:LINES_SHOWN]]
    before = [line.number for line in plan.lines if line.number < first] if plan else []
    turning = []
    if before:
        former = before[max(0, len(before) - LINES_SHOWN)]
        turning.append(Button(t.plain("list-earlier"), OpenTopicLines(sheet.page.lesson.id, former).pack()))
    if len(shown) > LINES_SHOWN:
        on = shown[LINES_SHOWN].number
        turning.append(Button(t.plain("list-later"), OpenTopicLines(sheet.page.lesson.id, on).pack()))
    back = back_row(OpenTopic(sheet.page.lesson.id), t)
    return Screen(f"{head(sheet.page.lesson, t)}\n\n{t('topic-choose')}", [*rows, turning, back])


def progress_line(plan: PagePlan, t: Translator) -> str:
    """How much of the plan is delivered, and whether the class is ahead of it or behind."""
    delivered = sum((line.delivered for line in plan.lines), Decimal(0))
    told = t("plan-delivered", delivered=hours(delivered, t), total=hours(plan.total, t))
    if not plan.begun:
        return t("plan-not-begun", total=hours(plan.total, t))
    state = "even" if plan.ahead == 0 else "ahead" if plan.ahead > 0 else "behind"
    return f"{told} {t(f'plan-{state}', lessons=hours(abs(plan.ahead), t))}"


def _first(sheet: TopicSheet, t: Translator) -> Rows:
    """Nothing of the plan is delivered here yet."""
    offered = sheet.offered
    rows: Rows = []
    for place, line in enumerate(offered):
        rows.append([_choose(sheet, ((line.id, portion(line)),), line, t, "primary" if place == 0 else None)])
    variants = []
    if offered and portion(offered[0]) > HALF:
        variants.append(_deliver(sheet, ((offered[0].id, HALF),), t.plain("topic-half", number=offered[0].number)))
    if len(offered) > 1:
        both = tuple((line.id, portion(line)) for line in offered[:2])
        label = t.plain("topic-both", first=offered[0].number, second=offered[1].number)
        variants.append(_deliver(sheet, both, label))
    rows.append(variants)
    return [*rows, _others(sheet, t)]


def _more(sheet: TopicSheet, t: Translator) -> Rows:
    """Something is: another line besides, half of it, another in its place, or nothing of the plan."""
    rows: Rows = []
    if len(sheet.here) < MOST_LINES:
        for line in sheet.offered[:2]:
            also = (*sheet.portions, (line.id, portion(line)))
            rows.append([_deliver(sheet, also, t.plain("topic-also", line=_label(line, t)))])
    if len(sheet.here) == 1:
        line = sheet.here[0]
        whole = min(ONE, line.left + line.here)
        if line.here > HALF:
            rows.append([_deliver(sheet, ((line.id, HALF),), t.plain("topic-half", number=line.number))])
        elif whole > line.here:
            rows.append([_deliver(sheet, ((line.id, whole),), t.plain("topic-whole", number=line.number))])
    rows += [
        [
            _deliver(
                sheet, tuple(p for p in sheet.portions if p[0] != line.id), t.plain("topic-drop", number=line.number)
            )
        ]
        for line in sheet.here
    ]
    return [*rows, _others(sheet, t)]


def _others(sheet: TopicSheet, t: Translator) -> list[Button]:
    if sheet.plan is None or not sheet.plan.lines:
        return []
    near = max(1, sheet.plan.touched - 2)
    return [Button(t.plain("topic-others"), OpenTopicLines(sheet.page.lesson.id, near).pack())]


def _choose(sheet: TopicSheet, portions: Portions, line: PlanLine, t: Translator, style: Style | None = None) -> Button:
    return _deliver(sheet, portions, _label(line, t), style)


def _deliver(sheet: TopicSheet, portions: Portions, label: str, style: Style | None = None) -> Button:
    page = sheet.page
    return Button(label, Deliver(page.lesson.id, page.rev, write_portions(portions)).pack(), style=style)


def _label(line: PlanLine, t: Translator) -> str:
    """`14. Линейные уравнения`, with what is left of a line begun, and a sign of one done."""
    topic = _brief(line.topic)
    if not line.left:
        return t.plain("topic-line-done", number=line.number, topic=topic)
    if line.delivered or line.hours > 1:
        return t.plain("topic-line-left", number=line.number, topic=topic, left=hours(line.left, t))
    return t.plain("topic-line", number=line.number, topic=topic)


def _brief(topic: str) -> str:
    """As much as a button takes; «(2 из 25)» at the end stays, it tells lines apart."""
    tail = PART.search(topic)
    if tail is None or len(topic) <= LABEL_CHARS:
        return clip(topic, LABEL_CHARS)
    return clip(topic[: tail.start()], LABEL_CHARS - len(tail[0])) + tail[0]


def _told(line: PlanLine, here: Decimal, t: Translator) -> str:
    if here == min(ONE, line.hours):
        return str(line.number)
    return t.plain("topic-portion", number=line.number, hours=hours(here, t))


def _plan_row(sheet: TopicSheet, t: Translator) -> list[Button]:
    return [Button(t.plain("topic-plan"), OpenPlan(sheet.page.lesson.load_id).pack())]
