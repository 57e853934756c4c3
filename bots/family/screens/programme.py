"""How far each subject's programme has come."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from bots.family.screens.common import back_button, child_name, home_button
from bots.family.screens.menu import menu_button
from bots.shared.lines import clip, fitting
from core.actions.child_school import OpenSubjectTopics
from core.actions.diary import OpenChildProgramme
from core.diary.programme import TOPICS, ChildProgramme, SubjectProgramme, SubjectTopics
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECT, GROUP, TOPIC, LONG_TOPIC, LABEL, NEXT, IN_ROW = 48, 24, 70, 200, 30, 3, 2


def programme_screen(shown: ChildProgramme, t: Translator) -> Screen:
    """A few lines a subject; each opens its topics. A group is named only where a subject has several."""
    often = Counter(subject.subject for subject in shown.subjects)
    subjects = [s if often[s.subject] > 1 else replace(s, group="") for s in shown.subjects]
    head = [t("programme-title", name=child_name(shown.child.surname, shown.child.given_name))]
    if not shown.subjects:
        head.append(t("programme-nothing"))
    blocks = [f"\n{_subject(subject, t)}" for subject in subjects]
    lines = fitting(head, blocks, lambda count: t("programme-more", count=count))
    buttons = [_button(shown.child.pupil_id, subject, t) for subject in subjects]
    rows: Rows = [buttons[start : start + IN_ROW] for start in range(0, len(buttons), IN_ROW)]
    return Screen("\n".join(lines), [*rows, [menu_button(shown.child.pupil_id, t), home_button(t)]])


def topics_screen(shown: SubjectTopics, t: Translator) -> Screen:
    """What was delivered, the newest first, and what comes next."""
    pupil, subject = shown.child.pupil_id, shown.programme
    lines = [t("programme-title", name=child_name(shown.child.surname, shown.child.given_name)), _subject(subject, t)]
    if shown.first == 0 and shown.ahead_lines:
        lines += ["", t("programme-ahead")]
        lines += [t("programme-line", topic=clip(topic, LONG_TOPIC)) for topic, _ in shown.ahead_lines[:NEXT]]
    lines += ["", t("programme-done")]
    lines += [t("programme-topic", day=day, topic=clip(topic, LONG_TOPIC)) for day, topic in shown.topics[:TOPICS]] or [
        t("programme-no-topics")
    ]
    steps = []
    if shown.first:
        newer = OpenSubjectTopics(pupil, subject.load_id, max(0, shown.first - TOPICS))
        steps.append(Button(t.plain("programme-newer"), newer.pack()))
    if len(shown.topics) > TOPICS:
        older = OpenSubjectTopics(pupil, subject.load_id, shown.first + TOPICS)
        steps.append(Button(t.plain("programme-older"), older.pack()))
    back = back_button(t, OpenChildProgramme(pupil).pack())
    return Screen("\n".join(lines), [steps, [back, home_button(t)]])


def _subject(subject: SubjectProgramme, t: Translator) -> str:
    name = t("programme-subject", subject=_named(subject, t))
    if subject.total is None:
        lines = [name, t("programme-lessons", held=subject.held, lessons=subject.lessons)]
    else:
        told = t("programme-hours", given=_hours(subject.delivered, t), total=_hours(subject.total, t))
        lines = [name, told + _pace(subject.ahead or Decimal(0), t)]
    if subject.last_topic:
        lines.append(t("programme-last", topic=clip(subject.last_topic, TOPIC), day=subject.last_on))
    if subject.next_topic:
        lines.append(t("programme-next", topic=clip(subject.next_topic, TOPIC)))
    return "\n".join(lines)


def _pace(ahead: Decimal, t: Translator) -> str:
    """Nothing within one lesson of the plan: that is as planned."""
    if abs(ahead) <= 1:
        return t("programme-in-time")
    return t("programme-before" if ahead > 0 else "programme-behind", count=int(abs(ahead)))


def _named(subject: SubjectProgramme, t: Translator) -> str:
    name = clip(subject.subject, SUBJECT)
    return t.plain("programme-group", subject=name, group=clip(subject.group, GROUP)) if subject.group else name


def _button(pupil: int, subject: SubjectProgramme, t: Translator) -> Button:
    return Button(clip(_named(subject, t), LABEL), OpenSubjectTopics(pupil, subject.load_id).pack())


def _hours(value: Decimal, t: Translator) -> str:
    told = f"{value.normalize():f}"
    return told.replace(".", ",") if t.language == "ru" else told
