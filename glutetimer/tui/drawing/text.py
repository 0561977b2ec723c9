"""Texts in cells: measured, cut short, broken into lines."""

from __future__ import annotations

from rich.cells import cell_len


def cells(text: str) -> int:
    """Columns of a text on a canvas: the sum over characters, for joined ones are drawn apart."""
    return sum(map(cell_len, text))


def shorten(text: str, width: int) -> str:
    """Text in at most `width` cells, cut after a word that ends not far before."""
    if cells(text) <= width:
        return text
    if width <= 1:
        return "…"[: max(0, width)]
    kept = ""
    for character in text:
        if cells(kept + character) > width - 1:
            break
        kept += character
    words = kept.rpartition(" ")[0]
    return (words if len(words) * 3 >= len(kept) * 2 else kept).rstrip(" ,.;:") + "…"


def wrap(text: str, width: int, lines: int) -> list[str]:
    """Text in at most `lines` lines of `width` cells; a longer text is shortened."""
    if lines < 1:
        return []
    out: list[str] = []
    rest = text.split()
    while rest and len(out) < lines - 1:
        line = rest.pop(0)
        while rest and cells(f"{line} {rest[0]}") <= width:
            line += f" {rest.pop(0)}"
        out.append(shorten(line, width))
    return [*out, shorten(" ".join(rest), width)] if rest else out


def wrap_sentences(text: str, width: int, lines: int) -> list[str]:
    """As many whole sentences of a text as fit into `lines` lines of `width` cells."""
    kept = text
    while kept and (len(whole := wrap(kept, width, lines + 1)) > lines or any(line.endswith("…") for line in whole)):
        kept = kept[:-1].rpartition(". ")[0]
        kept += "." if kept else ""
    return wrap(kept, width, lines)
