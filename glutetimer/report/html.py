"""Markup that no text can break: whatever is not `Html` is text, and escaped.

Elements are written in a form that keeps the page well-formed XML too.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from glutetimer.core.text.clean import clean

#: Elements that hold nothing. All others get an end tag, which browsers need.
_EMPTY = frozenset({"meta", "br", "col"})


class Html(str):
    """Finished markup. Only this module makes it, from parts that were escaped."""

    __slots__ = ()


#: Content of an element or an attribute.
Part = str | Html


def escape(text: Part) -> Html:
    """Escape a text for elements and quoted attributes; drop the characters that may not stand in a page."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(text if text.isprintable() else clean(text)))


def element(tag: str, /, *inside: Part, **attributes: Part | float | None) -> Html:
    """Build an element. Attributes: `class_` is class, `aria_label` aria-label; None leaves one out."""
    given = "".join(
        f' {_attribute(key)}="{escape(value if isinstance(value, str) else f"{round(value, 1):g}")}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in _EMPTY:
        return Html(f"<{tag}{given} />")
    return Html(f"<{tag}{given}>{join(inside)}</{tag}>")


def join(parts: Iterable[Part], between: Part = "") -> Html:
    """Join the parts, each escaped, with `between` among them."""
    return Html(escape(between).join(map(escape, parts)))


def stylesheet(css: str) -> Html:
    """Build a style element. Its text is not escaped: ValueError for characters that could end it."""
    if "<" in css or "&" in css:
        raise ValueError("a style sheet for this page has no < and no &")
    return Html(f"<style>\n{css}</style>")


def document(head: Html, body: Html) -> Html:
    """Build the whole page, with the first lines that mark a file as written by this program."""
    return Html(f'{MARKER}\n<html lang="en">\n{head}\n{body}\n</html>\n')


#: First lines of every page.
MARKER = Html("<!DOCTYPE html>\n<!-- made by glutetimer report -->")


def _attribute(key: str) -> str:
    """Spell an attribute: Python's names have no dashes; those of SVG with capitals (viewBox) stay as they are."""
    return key.rstrip("_").replace("_", "-")
