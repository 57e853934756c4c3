"""Help for families: pages with pictures, common answers."""

from collections.abc import Sequence

from bots.family.screens.common import back_button, columns, home_button
from bots.shared.help_words import answer_label, answer_text, answers_text
from bots.shared.lines import clip
from bots.shared.paging import steps
from core.actions.helping import (
    AskFamilyHelp,
    AskHelpAbout,
    OpenFamilyAnswer,
    OpenFamilyAnswers,
    OpenFamilyTopic,
    SuggestFamilyIdea,
)
from core.actions.shelf import OpenFamilyHelp
from core.diary.children import Sibling
from core.help.answers import PAGE, AnswerFacts, AnswerPage
from core.help.topics import FamilyTopic
from locales import Button, Screen, Translator
from locales.screen import Rows

CHILD = 30


def help_screen(t: Translator) -> Screen:
    """A button a page, common answers, a question, an idea."""
    pages = [Button(t.plain(f"help-family-{topic}"), OpenFamilyTopic(topic).pack()) for topic in FamilyTopic]
    rows = [
        *columns(pages),
        [Button(t.plain("answers-open"), OpenFamilyAnswers().pack())],
        [Button(t.plain("help-ask"), AskFamilyHelp().pack()), Button(t.plain("help-idea"), SuggestFamilyIdea().pack())],
        [home_button(t)],
    ]
    return Screen(t("family-help"), rows)


def children_screen(children: Sequence[Sibling], t: Translator) -> Screen:
    """Whose class leader is asked?"""
    buttons = [Button(clip(child.given_name, CHILD), AskHelpAbout(child.pupil_id).pack()) for child in children]
    return Screen(t("talk-which-child"), [*columns(buttons), _back(OpenFamilyHelp().pack(), t)])


def topic_screen(topic: FamilyTopic, t: Translator) -> Screen:
    """The caption of a page's picture."""
    return Screen(t(f"help-family-{topic}-text"), [_back(OpenFamilyHelp().pack(), t)])


def answers_screen(page: AnswerPage, t: Translator) -> Screen:
    """A button a question."""
    rows: Rows = [[Button(answer_label(line, t), OpenFamilyAnswer(line.id).pack())] for line in page.lines]
    rows.append(steps(page.first, PAGE, page.count, OpenFamilyAnswers, t))
    return Screen(answers_text(page, t), [*rows, _back(OpenFamilyHelp().pack(), t)])


def answer_screen(found: AnswerFacts, t: Translator) -> Screen:
    return Screen(answer_text(found, t), [_back(OpenFamilyAnswers().pack(), t)])


def _back(data: str, t: Translator) -> list[Button]:
    return [back_button(t, data), home_button(t)]
