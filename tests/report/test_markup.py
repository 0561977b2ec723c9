"""Markup: whatever a text holds, it stays a text."""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glutetimer.report.html import element, escape, join, stylesheet
from tests.helpers.paths import TOP
from tests.helpers.reports import EVIL, Seen, seen_as

PACKAGE = TOP / "glutetimer" / "report"


@given(st.text())
@example(EVIL[0])
@example(EVIL[1])
@example(EVIL[3])
@example(EVIL[5])
def test_any_text_is_read_back_as_text(text: str) -> None:
    """In an element and in an attribute, by a browser's rules and by those of XML."""
    markup = element("p", text, title=text)
    seen = Seen(markup)
    assert seen.elements == [("p", ("title",))]
    assert (seen.words, seen.values) == (seen_as(text), [seen_as(text)])
    tree = ElementTree.fromstring(markup)
    assert (tree.text or "", tree.get("title")) == (seen_as(text), seen_as(text))
    markup.encode()


def test_what_is_markup_is_not_escaped_again() -> None:
    assert escape(escape("a < b")) == "a &lt; b"
    assert join([element("b", "a"), "<"], " & ") == "<b>a</b> &amp; &lt;"


def test_attributes() -> None:
    """None leaves one out; numbers are short; dashes and the names of Python's own words."""
    assert element("a", class_="x", aria_label=None, text_anchor="end", x=1.26, y=2.0) == (
        '<a class="x" text-anchor="end" x="1.3" y="2"></a>'
    )
    assert element("meta", charset="utf-8") == '<meta charset="utf-8" />'


@pytest.mark.parametrize("css", ["a { content: '</style>' }", "a::after { content: '&' }"])
def test_a_style_sheet_that_could_end_itself_is_refused(css: str) -> None:
    with pytest.raises(ValueError, match="no < and no &"):
        stylesheet(css)


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.name)
def test_only_one_module_calls_a_text_markup(path: Path) -> None:
    """All others can only put texts into elements, where they are escaped."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    assert ("Html" in names) == (path.name == "html.py")
