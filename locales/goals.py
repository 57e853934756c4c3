"""What it takes to reach a mark, in words: one wording for the child's marks and for the letter about failing."""

from collections.abc import Sequence
from functools import reduce

from locales.translator import Translator

ADJECTIVE_ENDS, NOUN_ENDS = {"ая": "ую", "яя": "юю"}, {"а": "у", "я": "ю"}


def goal_line(target: str, ways: Sequence[str], t: Translator) -> str:
    """HTML «Чтобы вышла 5: две 5 за ответ на уроке или одна 5 за контрольную работу.» of ways from `way_word`."""
    joined = reduce(lambda before, way: t.plain("child-goal-or", ways=before, way=way), ways)
    return t("child-goal", target=target, ways="\0").replace("\0", joined)


def way_word(count: int, value: str, kind: str, t: Translator) -> str:
    """HTML: две 5 за ответ на уроке."""
    return t("child-goal-way", count=count, value=value, kind=for_kind(kind, t))


def for_kind(kind: str, t: Translator) -> str:
    """A kind of work as it stands after «за»: контрольную работу. What is in capitals (ВПР) stays so."""
    name = kind if kind[1:2].isupper() else kind[:1].lower() + kind[1:]
    return _accusative(name) if t.language == "ru" else name


def _accusative(name: str) -> str:
    """Feminine adjectives up to the first noun, and that noun; all else is the same as it is."""
    words = name.split(" ")
    for place, word in enumerate(words):
        if word[-2:] in ADJECTIVE_ENDS:
            words[place] = word[:-2] + ADJECTIVE_ENDS[word[-2:]]
            continue
        if word[-1:] in NOUN_ENDS:
            words[place] = word[:-1] + NOUN_ENDS[word[-1:]]
        break
    return " ".join(words)
