"""A page on paper, whatever fonts there are: what each sheet holds, and what a browser measures of the layout."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

#: Millimetres of the margins in style.css: above and below, left and right.
MARGINS = (26.0, 28.0)
MM = 25.4 / 72  # of a point
#: Tells in the title how high the page is and which texts reach beyond the paper, or beyond the picture they belong to.
MEASURE = """
const ROOM = 20;  // pixels of the margin that every printer prints on: 5 mm
const edge = document.body.getBoundingClientRect(), cut = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, picture = node.parentElement.closest("svg");
  const box = picture && getComputedStyle(picture).overflowX !== "visible" ? picture : null;
  if (node.parentElement.closest("script, style, caption, title, desc")) continue;
  const within = box ? box.getBoundingClientRect() : edge, range = document.createRange();
  range.selectNodeContents(node);
  for (const seen of range.getClientRects())
    if (seen.left < within.left - (box ? 1 : ROOM) || seen.right > within.right + (box ? 1 : ROOM)
        || (box && (seen.top < within.top - 2 || seen.bottom > within.bottom + 2))) cut.push(node.data);
}
for (const one of document.querySelectorAll("body :not(caption, svg, svg *)"))
  if (getComputedStyle(one).overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1) cut.push(one.className);
document.title = JSON.stringify({height: edge.height * 25.4 / 96, cut});
"""


@dataclass(frozen=True)
class Paper:
    """The sheets of a PDF: their width and height without margins, in mm, and how many pieces of text each holds."""

    width: float
    height: float
    pieces: tuple[int, ...]


def paper(pdf: bytes) -> Paper:
    """Read a PDF as Chromium writes it."""
    pages = [found.group(0) for found in re.finditer(rb"/Type\s*/Page\b.*?endobj", pdf, re.DOTALL)]
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pages[0])
    assert box
    width, height = (float(points) * MM for points in box.groups())
    return Paper(width - MARGINS[1], height - MARGINS[0], tuple(map(len, (_shown(page, pdf) for page in pages))))


def _shown(page: bytes, pdf: bytes) -> list[bytes]:
    """The pieces of text that a page shows: mostly one character each."""
    number = re.search(rb"/Contents (\d+) 0 R", page)
    assert number
    stream = re.search(rb"\n%s 0 obj\s*<<[^>]*>>\s*stream\r?\n(.*?)endstream" % number[1], pdf, re.DOTALL)
    assert stream
    return re.findall(rb"<[0-9A-F]+> Tj", zlib.decompress(stream[1]))


def laid_out(markup: str, width: float) -> str:
    """The page as it is printed on sheets this wide (mm), on a screen that measures it, without its policy."""
    assert "@media print" in markup
    bare = re.sub("<meta http-equiv[^>]*>", "", markup).replace("@media print", "@media all")
    bare = bare.replace("max-width: 620px", "max-width: 1px")
    ruler = f"<style>body {{ width: {width}mm; }}</style><script>{MEASURE}</script>"
    return bare.replace("</body>", f"{ruler}</body>")


def measured(dom: str) -> Any:
    """What the measuring page told: its height (mm), and the texts that are cut."""
    told = re.search("<title>({.*?})</title>", dom, re.DOTALL)
    assert told, "the page was not measured"
    return json.loads(told[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
