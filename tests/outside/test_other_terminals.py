"""Terminals without UTF-8 and without colours, on the real screen."""

from __future__ import annotations

import re

import pytest

from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside

#: A colour, or a ground, as a terminal is told it; 39 and 49 are its own.
COLOUR = re.compile(rb"\x1b\[(?:\d*;)*?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|m)")


def drawn(home: Home) -> bytes:
    """What home and a run send until their keys are shown."""
    with Terminal(home, "run", "get-hip", "--mute") as terminal:
        terminal.wait_for("start now")
        terminal.press_until("?", "back")
        run = terminal.raw
    with Terminal(home) as terminal:
        terminal.wait_for("Get hip")
        terminal.press_until("q", lambda: not terminal.child.isalive())
        return run + terminal.raw


@pytest.mark.parametrize("encoding", ["latin-1"])
def test_a_terminal_without_utf_8_gets_plain_shapes(home: Home, encoding: str) -> None:
    home.env["PYTHONIOENCODING"] = encoding
    sent = drawn(home)
    assert b"\\u" not in sent
    assert b"> Get hip" in sent or b"> Band hips" in sent
    sent.decode(encoding)


def test_no_color_paints_none_and_an_empty_one_is_not_set(home: Home) -> None:
    home.env["COLORTERM"] = "truecolor"
    home.env["NO_COLOR"] = "1"
    assert COLOUR.findall(drawn(home)) == []
    home.env["NO_COLOR"] = ""
    assert COLOUR.search(drawn(home))
