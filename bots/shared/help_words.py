"""Common answers, as both bots show them."""

from bots.shared.lines import clip
from core.help.answers import AnswerFacts, AnswerLine, AnswerPage
from locales import Translator

ON_BUTTON = 48


def answers_text(page: AnswerPage, t: Translator) -> str:
    return "\n".join([t("answers-title"), t("answers-choose" if page.lines else "answers-none")])


def answer_label(line: AnswerLine, t: Translator) -> str:
    question = clip(line.question, ON_BUTTON)
    return t.plain("answer-draft-label", question=question) if line.draft else question


def answer_text(found: AnswerFacts, t: Translator) -> str:
    """The question and its answer."""
    return f"{t('answer-question', question=found.question)}\n\n{t.data(found.answer)}"
