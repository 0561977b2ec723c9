"""A page as a browser's parser sees it, and texts that try to be more than texts."""

from __future__ import annotations

from html.parser import HTMLParser

from glutetimer.core.text.clean import clean

EVIL = (
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&amp; &lt; &#60; &notanentity",
    "<!-- --> ]]> <![CDATA[ <?php",
    "a\x00b\x1b[31m\u202egnp.exe\ud800",
)


class Seen(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def seen_as(text: str) -> str:
    """What is left of a text in a page."""
    return text if text.isprintable() else clean(text)
