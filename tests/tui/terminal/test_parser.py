"""Text from a terminal becomes keys, and nothing ends the parser."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from textual import events
from textual.drivers import linux_driver

from glutetimer.tui.terminal.driver import MOST_COLUMNS, input_encoding, safe_driver, sane
from glutetimer.tui.terminal.input_text import InputText
from glutetimer.tui.terminal.parser import SafeParser

#: So many random byte strings; `make soak` has more time.
STRINGS = 5_000
PIECES = (
    b"\x1b[",
    b"\x1b[M",
    b"\x1b[<",
    b"\x1b[200~",
    b"\x1b]",
    b"\x1bP",
    b"\x1bO",
    b";",
    b":",
    b"u",
    b"M",
    b"m",
    b"\xff",
    b"\xe9",
)


def keys(sent: str) -> list[str]:
    """The keys that a text presses; "mouse" for an event of the mouse."""
    return [_name(event) for event in SafeParser().feed(sent)]


def _name(event: object) -> str:
    return event.key if isinstance(event, events.Key) else "mouse" if isinstance(event, events.MouseEvent) else "other"


@pytest.mark.parametrize(
    ("sent", "pressed"),
    [
        ("\x1b[97;1u", ["a"]),
        ("\x1b[97;1:1u", ["a"]),
        ("\x1b[97;1:2u", ["a"]),
        ("\x1b[97;1:3u", []),
        ("\x1b[97:65;2:1;65u", ["A"]),
        ("\x1b[1;1:3A", []),
        ("\x1b[1;1:1A", ["up"]),
        ("\x1b[99999999999;1u", []),
        ("\x1b[55296;1u", []),
        ("\x1b[?62;4;6c", []),
        ("\x1b[>1;10;0c", []),
        ("\x1b[12345z", []),
        ("\x1b[[A", ["f1"]),
        ("\x1b[A", ["up"]),
        ("\x1b[5~", ["pageup"]),
        ("\x1b[<0;5;5M", ["mouse"]),
        ("\x1b[<;;M", []),
    ],
)
def test_what_a_terminal_sends_presses_what_is_meant(sent: str, pressed: list[str]) -> None:
    assert keys(f"{sent}q") == [*pressed, "q"]


def test_a_pixel_report_before_a_size_of_nothing_is_let_be() -> None:
    parser = SafeParser()
    assert [_name(event) for event in parser.feed("\x1b[48;0;0;0;0t\x1b[<0;5;5Mq")][-1] == "q"


def test_a_size_that_no_terminal_has_is_not_passed_on() -> None:
    sizes: Iterable[tuple[int, int]] = ((80, 24), (0, 0), (MOST_COLUMNS + 1, 24), (80, 99_999))
    assert [sane(events.Resize.from_dimensions(size, None)) for size in sizes] == [True, False, False, False]


def outlives(seed: int, strings: int) -> None:
    """After any bytes the next key is a key; what may still belong to a sequence or to a paste is ended first."""
    dice = random.Random(seed)
    parser, text = SafeParser(), InputText()
    for number in range(strings):
        sent = b"".join(dice.choice((dice.choice(PIECES), dice.randbytes(3))) for _ in range(dice.randrange(8)))
        for part in (sent, b"\x1b[201~"):
            tuple(parser.feed(text.feed(part) or "\x1b[201~"))
        tuple(parser.feed("x" * 40 + "\x1b[201~"))
        assert _name([*parser.feed("q")][-1]) == "q", (number, sent)


def test_no_bytes_end_the_parser() -> None:
    outlives(20261130, STRINGS)


def test_the_driver_fits_this_toolkit() -> None:
    driver = safe_driver()
    assert driver is not None
    assert issubclass(driver, linux_driver.LinuxDriver)


def test_a_toolkit_that_it_does_not_fit_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(linux_driver.LinuxDriver, "run_input_thread")
    assert safe_driver() is None


@pytest.mark.parametrize(
    ("locale_says", "encoding"),
    [("UTF-8", "utf-8"), ("ANSI_X3.4-1968", "utf-8"), ("ISO-8859-1", "iso8859-1"), ("no-such", "utf-8")],
)
def test_text_is_read_as_the_locale_says(monkeypatch: pytest.MonkeyPatch, locale_says: str, encoding: str) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: locale_says)
    assert input_encoding() == encoding
