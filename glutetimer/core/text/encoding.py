"""Text for terminals that lack some of its characters: a shape becomes a plain sign that says the same."""

from __future__ import annotations

from collections.abc import Mapping

#: Each one cell wide, which keeps columns straight, and different where the difference says something.
_PLAIN: Mapping[str, str] = {
    "■": "#", "█": "#", "▪": "+", "·": ".", "□": ".", "░": ".", "│": "|", "─": "-", "═": "=", "◄": "<", "►": ">",
    "▲": "^", "→": ">", "×": "x", "√": "v", "–": "-", "—": "-", "…": ".",
    "▀": '"', "▄": "_", "▌": "|", "▐": "|", "▔": "-", "▁": "_", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
    "╔": "+", "╗": "+", "╚": "+", "╝": "+", "╠": "+", "╣": "+", "║": "|", "━": "=", "┃": "|", "├": "+", "┤": "+",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "┬": "+", "┴": "+", "┼": "+", "●": "*", "○": "o", "✓": "v", "←": "<",
    "↑": "^", "↓": "v", "▼": "v", "▸": ">", "◂": "<", "▶": ">", "◀": "<", "▒": ":", "▓": "#", "•": "*",
    "‘": "'", "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip


def encodable(text: str, encoding: str | None) -> str:
    """Replace each character that the encoding lacks; "?" where there is none that says the same."""
    name = encoding or "utf-8"
    if _has(text, name):
        return text
    return "".join(char if _has(char, name) else _PLAIN.get(char, "?") for char in text)


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
