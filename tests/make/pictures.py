"""The README's pictures, drawn by the program itself: `python tests/tui/pictures.py` (`make pictures`)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby

from tests.helpers.paths import TOP
from tests.helpers.scenes import scene

FOLDER = TOP / "pictures"
SIZE = (120, 40)
NAMES = ("home", "reps", "hold", "rest", "finish", "exercise", "balance")
#: Columns, rows and the height above the baseline of a cell, in the pixels of Rich's drawing.
WIDE, HIGH, ASCENT = 12.2, 24.4, 18.5
#: Characters that touch their neighbours, as rectangles in parts of a cell: left, top, width, height.
RIGHT, LEFT = (0.45, 0.46, 0.55, 0.06), (0.0, 0.46, 0.55, 0.06)
UP, DOWN = (0.45, 0.0, 0.1, 0.5), (0.45, 0.46, 0.1, 0.54)
SHAPES = {
    "█": ((0.0, 0.0, 1, 1.0),),
    "▀": ((0.0, 0.0, 1, 0.5),),
    "▄": ((0.0, 0.5, 1, 0.5),),
    "░": ((0.0, 0.0, 1, 1.0),),
    "─": ((0.0, 0.46, 1, 0.06),),
    "═": ((0.0, 0.38, 1, 0.06), (0.0, 0.54, 1, 0.06)),
    "│": ((0.45, 0.0, 0.1, 1.0),),
    "┌": (RIGHT, DOWN),
    "┐": (LEFT, DOWN),
    "└": (RIGHT, UP),
    "┘": (LEFT, UP),
}
BLOCKS = frozenset(SHAPES)
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def drawn(name: str) -> str:
    """One screen as SVG that fetches nothing: the fonts are those of the reader."""
    return asyncio.run(_drawn(name))


async def _drawn(name: str) -> str:
    async with scene(name, SIZE) as app:
        svg = app.export_screenshot(title="glutetimer")
    svg = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", FONTS).replace("Fira Code", "monospace")
    svg = _with_shapes(svg).replace("<text ", '<text xml:space="preserve" ')
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _with_shapes(svg: str) -> str:
    """Block characters as rectangles: with a reader's own font there would be seams between the rows."""
    return re.sub(
        r'<text [^>]*class="([\w-]+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>',
        lambda found: _shaped(found[0], found[1], float(found[2]), float(found[3]), found[4]),
        svg,
    )


def _shaped(whole: str, style: str, x: float, baseline: float, text: str) -> str:
    """A text without its blocks, and the blocks."""
    if not BLOCKS & set(text):
        return whole
    left = "".join("&#160;" if character in BLOCKS else character for character in unescape(text))
    words = whole.replace(f">{text}<", f">{left}<") if unescape(left).strip("\xa0 ") else ""
    return words + "".join(_rectangles(style, x, baseline - ASCENT, unescape(text)))


def _rectangles(style: str, x: float, top: float, text: str) -> Iterator[str]:
    """Equal characters beside each other as one shape, a hair larger than their cells."""
    at = 0
    for character, run in groupby(text):
        count = len(list(run))
        faint = ' opacity="0.35"' if character == "░" else ""
        for left, down, across, high in SHAPES.get(character, ()):
            wide = count * WIDE if across == 1 else across * WIDE
            for each in range(1 if across == 1 else count):
                place = f'x="{x + (at + each + left) * WIDE:g}" y="{top + down * HIGH:g}"'
                size = f'width="{wide + 0.3:g}" height="{high * HIGH + 0.3:g}"'
                yield f'<rect class="{style}" {place} {size}{faint} shape-rendering="crispEdges"/>'
        at += count


def said(svg: str) -> set[tuple[str, ...]]:
    """What one sees in a picture, cell by cell with its style: not how the SVG is put together, nor in which parts."""
    styles = {name: said.replace(" ", "") for name, said in re.findall(r"\.[\w-]+-(r\d+)\s*{([^}]*)}", svg)}
    texts = re.findall(r'<text [^>]*class="[\w-]+-(r\d+)"[^>]*x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    place = r'x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"'
    blocks = re.findall(rf'<rect class="[\w-]+-(r\d+)" {place}', svg)
    out: set[tuple[str, ...]] = set()
    for style, x, y, text in texts:
        row = (cell for cell in enumerate(unescape(text).replace("\xa0", " ")) if cell[1] != " ")
        out |= {(styles[style], f"{float(x) / WIDE + at:.1f}", f"{float(y):.1f}", character) for at, character in row}
    for style, x, y, wide, high in blocks:
        cells = range(max(1, round(float(wide) / WIDE)))
        out |= {(styles[style], f"{float(x) / WIDE + at:.1f}", f"{float(y):.1f}", high) for at in cells}
    return out


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in NAMES:
        (FOLDER / f"{each}.svg").write_text(drawn(each), "utf-8")
