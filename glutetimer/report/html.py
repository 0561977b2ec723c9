"""Markup that cannot be broken by what stands in it: whatever is not `Html` is text, and escaped.

Elements are written so that the page is well-formed XML too.
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


#: What stands in an element or an attribute.
Part = str | Html


def escape(text: Part) -> Html:
    """The text as markup, for elements and for quoted attributes; what may not stand in a page is dropped."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(text if text.isprintable() else clean(text)))


def element(tag: str, /, *inside: Part, **attributes: Part | float | None) -> Html:
    """An element. Attributes: `class_` is class, `aria_label` aria-label; None leaves one out."""
    given = "".join(
        f' {_attribute(key)}="{escape(value if isinstance(value, str) else f"{round(value, 1):g}")}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in _EMPTY:
        return Html(f"<{tag}{given} />")
    return Html(f"<{tag}{given}>{join(inside)}</{tag}>")


def join(parts: Iterable[Part], between: Part = "") -> Html:
    """The parts one after the other."""
    return Html(escape(between).join(map(escape, parts)))


def stylesheet(css: str) -> Html:
    """A style element. The text in it is not escaped, so it may not hold what could end it."""
    if "<" in css or "&" in css:
        raise ValueError("a style sheet for this page has no < and no &")
    return Html(f"<style>\n{css}</style>")


def document(head: Html, body: Html) -> Html:
    """The whole page, with the lines by which a file is known to be one of ours."""
    return Html(f'{MARKER}\n<html lang="en">\n{head}\n{body}\n</html>\n')


#: What every page begins with.
MARKER = Html("<!DOCTYPE html>\n<!-- made by glutetimer report -->")


def _attribute(key: str) -> str:
    """Python's names of attributes have no dashes; those of SVG with capitals (viewBox) are written as they are."""
    return key.rstrip("_").replace("_", "-")
