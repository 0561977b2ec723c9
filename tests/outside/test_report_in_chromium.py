"""The report in a real browser: as it is read, printed and seen; it runs nothing and asks nobody."""

from __future__ import annotations

import os
import re
import shutil
import signal
import struct
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from glutetimer.report.page import page
from tests.helpers.paper import Paper, laid_out, measured
from tests.helpers.paper import paper as read
from tests.helpers.reports import EVIL, Seen, months, report_of, seen_as

pytestmark = [
    pytest.mark.live,
    pytest.mark.outside,
    pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium here"),
    pytest.mark.skipif(os.name == "nt", reason="its processes are ended as a group"),
]

#: Pieces of text on a sheet that holds nothing but its number.
FEW = 20
#: Seconds that one look may take.
PATIENCE = 90.0
#: The width of A4 in pixels of a page, and a height that holds something of everything.
SIZE = (794, 1600)
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-breakpad", "--enable-logging=stderr"),
    *("--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
)


@dataclass(frozen=True)
class Look:
    """What the browser made of a page: its document, its sheets of paper, its picture, and what it complained of."""

    dom: str
    paper: Paper
    picture: bytes
    complaints: list[str]


class Ear:
    """A server that hears who asks for anything."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        heard = self.heard

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(self.path)
                self.send_error(404)

            def log_message(self, *_: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def ear() -> Iterator[Ear]:
    """One that listens on this machine only."""
    ear = Ear()
    thread = Thread(target=ear.server.serve_forever)
    thread.start()
    yield ear
    ear.server.shutdown()
    thread.join()
    ear.server.server_close()


def look(markup: str, folder: Path) -> Look:
    """Open the page once, and end what that started."""
    file, pdf, picture = folder / "page.html", folder / "page.pdf", folder / "page.png"
    file.write_text(markup, encoding="utf-8")
    into = ("--dump-dom", f"--print-to-pdf={pdf}", "--no-pdf-header-footer", f"--screenshot={picture}")
    size = (f"--window-size={SIZE[0]},{SIZE[1]}", "--hide-scrollbars", f"--user-data-dir={folder / 'profile'}")
    command = ["chromium", *FLAGS, *size, *into, file.as_uri()]
    env = os.environ | {"HOME": str(folder)}
    piped: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    browser = subprocess.Popen(command, **piped, env=env, start_new_session=True)
    try:
        dom, said = browser.communicate(timeout=PATIENCE)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()
    assert browser.returncode == 0, said
    return Look(dom, read(pdf.read_bytes()), picture.read_bytes(), [x for x in said.splitlines() if "CONSOLE" in x])


def rows_of(picture: bytes) -> set[bytes]:
    """The different rows of pixels in a PNG: a blank one has one or two."""
    width, _, depth, colours = struct.unpack(">IIBB", picture[16:26])
    data, at = b"", 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + length]
        at += length + 12
    row = 1 + width * depth // 8 * {0: 1, 2: 3, 3: 1, 6: 4}[colours]
    pixels = zlib.decompress(data)
    return {pixels[start : start + row] for start in range(0, len(pixels), row)}


def evil_months() -> list[Workout]:
    """Four weeks as people do them, with texts that would rather be markup in all places where a text may be."""
    workouts = list(months(4))
    for index, text in enumerate(EVIL):
        first, *others = workouts[index].bouts
        named = replace(first, name=text, strength=text)
        workouts[index] = replace(workouts[index], note=text, name=text, bouts=(named, *others))
    return workouts


def test_a_report_in_a_browser(tmp_path: Path) -> None:
    """The same document as was written, every text as it stands; something to see; no complaint."""
    markup = page(report_of(evil_months()), "1.2.3")
    seen = look(markup, tmp_path)
    read, written = Seen(seen.dom), Seen(markup)
    assert read.elements == written.elements
    assert read.words.split() == written.words.split()
    for text in EVIL:
        assert seen_as(text) in read.words
    assert len(rows_of(seen.picture)) > 300
    assert seen.complaints == []


def badly_printed(markup: str, folder: Path) -> list[str]:
    """What is wrong with the page on paper: texts that are cut, sheets that hold next to nothing, too many of them."""
    sheets = look(markup, folder).paper
    told = measured(look(laid_out(markup, sheets.width), folder).dom)
    empty = [f"sheet {number} is empty" for number, pieces in enumerate(sheets.pieces, 1) if pieces < FEW]
    # Tables and pictures that are not to be torn may leave a gap at the end of a sheet.
    many = ["too many sheets"] if len(sheets.pieces) > told["height"] / sheets.height + 1.5 else []
    return [*told["cut"], *empty, *many]


def test_nothing_is_cut_on_paper_and_no_sheet_is_for_nothing(tmp_path: Path) -> None:
    """Whatever fonts there are, and however many sheets they make."""
    markup = page(report_of(evil_months()), "1.2.3")
    assert badly_printed(markup, tmp_path) == []
    mono = markup.replace("<main>", "<main><style>:root { font-family: monospace !important; }</style>")
    assert badly_printed(mono, tmp_path) == []


#: One paragraph a sheet, of which the second is for nothing, and texts that do not fit.
SPOILT = (
    ('<p>one</p><p style="break-before: page">two</p><p style="break-before: page">three</p>', "sheet 2 is empty"),
    (f'<p style="white-space: nowrap">{"wide " * 60}</p>', "wide " * 60),
    (f'<p style="white-space: nowrap; overflow: hidden" class="hidden">{"much " * 60}</p>', "hidden"),
    ('<svg viewBox="0 0 99 9" style="overflow: hidden"><text x="90" y="8">beyond</text></svg>', "beyond"),
    ('<p style="break-before: page">not many words</p>' * 3, "too many sheets"),
)


def test_what_is_badly_printed_is_told(tmp_path: Path) -> None:
    markup = page(report_of(list(months(1)), 1), "1.2.3")
    spoilt = markup.replace("<main>", "<main>" + "".join(fault for fault, _ in SPOILT))
    assert {told for _, told in SPOILT} <= {*badly_printed(spoilt, tmp_path)}


def test_nothing_that_slips_in_is_fetched_or_run(tmp_path: Path, ear: Ear) -> None:
    """Should a text ever become markup, the page's own policy still stands; without the policy it would be fetched."""
    slipped = (
        f'<img src="{ear.address}/picture" alt="" /><link rel="stylesheet" href="{ear.address}/style" />'
        '<script>document.title = "it ran"</script>'
    )
    markup = page(report_of(list(months(1)), 1), "1.2.3").replace("<main>", f"<main>{slipped}")
    closed = look(markup, tmp_path)
    assert (ear.heard, "it ran</title>" in closed.dom) == ([], False)
    assert closed.complaints
    opened = look(re.sub("<meta http-equiv[^>]*>", "", markup), tmp_path)
    assert ({*ear.heard}, "it ran</title>" in opened.dom) == ({"/picture", "/style"}, True)
