"""Bytes from a terminal -> text in which every sequence is one that a parser can read. Nothing here ever raises.

Mouse reports of the oldest kind ("X10": ESC [ M and three bytes) are no text: beyond column 95 their bytes cannot be
decoded. They become reports of today's kind ("SGR"). Answers to questions that nobody here has asked (OSC, DCS, APC,
PM, SOS: text up to a terminator) are left out: they would be taken for keys.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

_OLD_MOUSE = re.compile(rb"\x1b\[M(?s:(.)(.)(.))")
#: Start of such a report, at the end of the bytes.
_OLD_MOUSE_CUT = re.compile(rb"\x1b\[M(?s:.){0,2}\Z")
_ANSWER = re.compile(rb"\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)")

_UNREADABLE = "\ufffd"
#: Added to each number of a report, to make it a visible character where it can be.
_OFFSET = 32
_RELEASED, _MOVED, _WHEEL = 3, 32, 64


class InputText:
    """Decodes the bytes, piece by piece. Bytes that are no text in `encoding` are left out."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self._decode: Callable[..., str] = codecs.getincrementaldecoder(encoding)("replace").decode
        self._kept = b""

    def feed(self, data: bytes) -> str:
        """Next text in the bytes read; b"" where nothing came for a while.

        A mouse report that is cut off waits for the rest of it, but no longer than that.
        """
        data, self._kept = (self._kept + data, b"") if data else (b"", b"")
        data = _ANSWER.sub(b"", _OLD_MOUSE.sub(_as_sgr, data))
        cut = _OLD_MOUSE_CUT.search(data)
        if cut is not None:
            data, self._kept = data[: cut.start()], data[cut.start() :]
        return self._decode(data).replace(_UNREADABLE, "")


def _as_sgr(report: re.Match[bytes]) -> bytes:
    """Same report in today's form; empty where its numbers make no sense."""
    button, x, y = (part[0] - _OFFSET for part in report.groups())
    if button < 0 or x < 1 or y < 1:
        return b""
    if button & (_MOVED | _WHEEL) or button & _RELEASED != _RELEASED:
        return b"\x1b[<%d;%d;%dM" % (button, x, y)
    return b"\x1b[<%d;%d;%dm" % (button & ~_RELEASED, x, y)
