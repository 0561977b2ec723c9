"""Bytes from a terminal become text that a parser can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.tui.terminal.input_text import InputText


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (b"a\xc3\xa9b", "aéb"),
        (b"\xffa", "a"),
        (b"\xe9a", "a"),
        (b"\x1b[M !!", "\x1b[<0;1;1M"),
        (b"\x1b[M \xc8\x21", "\x1b[<0;168;1M"),
        (b"\x1b[M \xc3\xa9", "\x1b[<0;163;137M"),
        (b"\x1b[M#!!", "\x1b[<0;1;1m"),
        (b"\x1b[M\x60!!", "\x1b[<64;1;1M"),
        (b"\x1b[MC!!", "\x1b[<35;1;1M"),
        (b"\x1b[M\x00!!x", "x"),
        (b"\x1b]11;rgb:1111/1515/1b1b\x1b\\x", "x"),
        (b"\x1b]0;title\x07x", "x"),
        (b"\x1bP>|term 1\x1b\\x", "x"),
        (b"\x1b]x", "\x1b]x"),
    ],
)
def test_what_is_sent_becomes_text(sent: bytes, text: str) -> None:
    assert InputText().feed(sent) == text


def test_a_report_in_two_pieces_is_one_and_a_character_too() -> None:
    both = InputText()
    assert [both.feed(piece) for piece in (b"\x1b[M ", b"\xc8\x21", b"\xc3", b"\xa9")] == [
        "",
        "\x1b[<0;168;1M",
        "",
        "é",
    ]


def test_a_report_that_stays_cut_off_takes_no_key() -> None:
    cut = InputText()
    assert [cut.feed(piece) for piece in (b"\x1b[M ", b"", b"ab")] == ["", "", "ab"]


def test_a_terminal_of_one_byte_a_character_is_read_as_it_writes() -> None:
    assert InputText("iso8859-1").feed(b"Gef\xfchl") == "Gefühl"


@given(st.lists(st.binary(max_size=12)), st.sampled_from(["utf-8", "iso8859-1", "cp1252"]))
def test_no_bytes_raise_and_nothing_unreadable_comes_through(pieces: list[bytes], encoding: str) -> None:
    text = InputText(encoding)
    assert "\ufffd" not in "".join(map(text.feed, pieces))
