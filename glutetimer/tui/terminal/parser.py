"""Text from a terminal -> keys and mouse events, skipping what cannot be read.

The toolkit's parser calls int() and chr() on the text, and splits an unknown sequence into keys: "ESC [ ? 6 2 c" would
press "c".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

#: A key in the kitty protocol: code, modifiers, text; the first two with parts of their own.
_KITTY = re.compile(
    r"\x1b\[(?P<code>\d*)[\d:]*(?:;(?P<modifiers>\d*)(?::(?P<event>\d*))?(?P<rest>[\d:;]*))?(?P<end>[u~A-HPQRS])"
)
_RELEASE = "3"
#: A whole control sequence (ECMA-48, 5.4) that the toolkit's parser does not know,
_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
#: except those that it looks at later: mouse reports, and answers about modes.
_LATER = re.compile(r"\x1b\[(?:<[-\d;]*[mM]|M|\?[\d;]*\$y)")


class SafeParser(XTermParser):
    """Parser of the toolkit, but no input ends it."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        pressed = _pressed(sequence)
        if pressed is None:
            return [_ignored(sequence)]
        try:
            keys = list(super()._sequence_to_key_events(pressed, alt))
        except (ValueError, OverflowError):  # no character has this number
            return [_ignored(sequence)]
        if any(_is_surrogate(key.character) for key in keys) or (not keys and _means_nothing(sequence)):
            return [_ignored(sequence)]
        return keys

    def parse_mouse_code(self, code: str) -> Message | None:
        """Parse a mouse event; None for a report that makes no sense."""
        try:
            return super().parse_mouse_code(code)
        except (ValueError, OverflowError, ZeroDivisionError):
            return None


def _pressed(sequence: str) -> str | None:
    """Kitty sequence without the parts that the toolkit cannot read; None where the key is released."""
    found = _KITTY.fullmatch(sequence)
    if found is None or ":" not in sequence:
        return sequence
    if found["event"] == _RELEASE:
        return None
    modifiers = "" if found["modifiers"] is None else f";{found['modifiers']}{found['rest']}"
    return f"\x1b[{found['code']}{modifiers}{found['end']}"


def _ignored(sequence: str) -> events.Key:
    return events.Key(Keys.Ignore, sequence)


def _is_surrogate(character: str | None) -> bool:
    return character is not None and any("\ud800" <= part <= "\udfff" for part in character)


def _means_nothing(sequence: str) -> bool:
    """Whether the sequence is whole, unknown, and not the start of a known one."""
    if _SEQUENCE.fullmatch(sequence) is None or _LATER.fullmatch(sequence) is not None:
        return False
    return not any(known.startswith(sequence) for known in ANSI_SEQUENCES_KEYS)
