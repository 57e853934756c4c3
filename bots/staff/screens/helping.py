"""Help for the staff: pages by role, common answers, writing them."""

from bots.shared.help_words import answer_label, answer_text, answers_text
from bots.shared.paging import steps
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows
from core.actions.helping import (
    AskHelp,
    DeleteAnswer,
    OpenAnswers,
    OpenCommonAnswer,
    OpenHelpTopic,
    PublishAnswer,
    RewordAnswer,
    RewordQuestion,
    SetAnswerDoor,
    SuggestIdea,
    WriteCommonAnswer,
)
from core.actions.shelf import OpenHelp
from core.help.answers import PAGE, AnswerFacts, AnswerPage
from core.help.topics import StaffTopic
from core.terms import Door
from locales import Button, Screen, Translator
from locales.screen import Rows


def help_screen(topics: tuple[StaffTopic, ...], t: Translator) -> Screen:
    """A button a page, common answers, a question, an idea."""
    pages = [Button(t.plain(f"help-staff-{topic}"), OpenHelpTopic(topic).pack()) for topic in topics]
    rows = [
        *in_rows(pages, 2),
        [Button(t.plain("answers-open"), OpenAnswers().pack())],
        [Button(t.plain("help-ask"), AskHelp().pack()), Button(t.plain("help-idea"), SuggestIdea().pack())],
        [home_button(t)],
    ]
    return Screen(f"{t('help-staff-title')}\n\n{t('help-staff-commands')}", rows)


def topic_screen(topic: StaffTopic, t: Translator) -> Screen:
    """The caption of a page's picture."""
    return Screen(t(f"help-staff-{topic}-text"), [back_row(OpenHelp(), t)])


def answers_screen(page: AnswerPage, t: Translator) -> Screen:
    """A button a question."""
    rows: Rows = [[Button(answer_label(line, t), OpenCommonAnswer(line.id).pack())] for line in page.lines]
    rows.append(steps(page.first, PAGE, page.count, OpenAnswers, t))
    if page.keeps:
        rows.append([Button(t.plain("answer-write"), WriteCommonAnswer().pack())])
    return Screen(answers_text(page, t), [*rows, back_row(OpenHelp(), t)])


def answer_screen(found: AnswerFacts, t: Translator) -> Screen:
    """The answer; whoever keeps them changes it here."""
    text, rows = answer_text(found, t), []
    if found.keeps:
        state = "published" if found.published else "draft"
        text = f"{text}\n\n{t('answer-where', state=state, door=found.door or 'all')}"
        rows = _keeping(found, t)
    return Screen(text, [*rows, back_row(OpenAnswers(), t)])


def _keeping(found: AnswerFacts, t: Translator) -> Rows:
    doors = [
        Button(t.plain(f"answer-for-{door or 'all'}"), SetAnswerDoor(found.id, door, found.rev).pack())
        for door in (Door.FAMILY, Door.STAFF, None)
        if door is not found.door
    ]
    publish = PublishAnswer(found.id, not found.published, found.rev).pack()
    last = [Button(t.plain("answer-hide" if found.published else "answer-publish"), publish, style="primary")]
    if not found.published:
        last.insert(0, Button(t.plain("answer-delete"), DeleteAnswer(found.id, found.rev).pack(), style="danger"))
    return [
        [
            Button(t.plain("answer-reword-question"), RewordQuestion(found.id, found.rev).pack()),
            Button(t.plain("answer-reword"), RewordAnswer(found.id, found.rev).pack()),
        ],
        doors,
        last,
    ]
