"""HTML as Telegram reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import Entity, read_text
from sandbox.errors import Refusal
from sandbox.page_html import to_html


def read_html(text: str) -> tuple[str, list[Entity]]:
    return read_text(text, "HTML", None)


def entity(kind: str, offset: int, length: int, **extra: str) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **extra}


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("<b>да</b>", "да", [entity("bold", 0, 2)]),
        ("😀 <i>да</i>", "😀 да", [entity("italic", 3, 2)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        (
            "<u>1</u><s>2</s><code>3</code>",
            "123",
            [entity(k, n, 1) for n, k in enumerate(["underline", "strikethrough", "code"])],
        ),
        (
            '<a href="https://x.ru/?a=1&amp;b=2">тут</a>',
            "тут",
            [entity("text_link", 0, 3, url="https://x.ru/?a=1&b=2")],
        ),
        ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1, language="python")]),
        ("<blockquote expandable>q</blockquote>", "q", [entity("expandable_blockquote", 0, 1)]),
        ("<tg-spoiler>s</tg-spoiler>", "s", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [entity("spoiler", 0, 1)]),
        ("1 &lt; 2 &amp;&#33; &nbsp;", "1 < 2 &! &nbsp;", []),
        ("  <b> x</b> \n", "x", [entity("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("см. https://x.ru/a.", "см. https://x.ru/a", None),
    ],
)
def test_html_becomes_plain_text_and_entities(source: str, plain: str, entities: list[Entity] | None) -> None:
    text, found = read_html(source)
    if entities is None:
        assert found == [entity("url", 4, 14)]
    else:
        assert (text, found) == (plain, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("да <foo>", 'Unsupported start tag "foo" at byte offset 5'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<span>x</span>", 'Unsupported start tag "span" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2", "markdown"])
def test_markdown_is_refused(mode: str) -> None:
    with pytest.raises(Refusal, match="unsupported by the sandbox"):
        read_text("*x*", mode, None)


def test_links_and_commands_are_found_outside_of_code() -> None:
    _, found = read_html("/menu <code>/no</code> https://x.ru")
    assert [(e["type"], e["offset"]) for e in found] == [("bot_command", 0), ("code", 6), ("url", 10)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<b>a<i>b</i></b>c", "<b>a<i>b</i></b>c"),
        ("😀<b>&lt;x&gt;</b>\nq", "😀<b>&lt;x&gt;</b><br>q"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("<tg-spoiler>s</tg-spoiler>", '<span class="spoiler">s</span>'),
    ],
)
def test_the_page_gets_safe_html(source: str, shown: str) -> None:
    assert to_html(*read_html(source)) == shown


@given(st.text(), st.lists(st.tuples(st.sampled_from(["bold", "pre", "url"]), st.integers(0, 9), st.integers(1, 9))))
def test_no_text_and_no_entities_break_out_of_the_page(text: str, marks: list[tuple[str, int, int]]) -> None:
    shown = to_html(text, [entity(kind, offset, length) for kind, offset, length in marks])
    for tag in ("<b>", "</b>", "<pre>", "</pre>", "<br>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown.replace('<a href="http', "").replace("</a>", "")
