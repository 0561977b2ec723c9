"""Typed lines -> commands: the plain front end's keyboard. One letter, then Enter."""

from __future__ import annotations

from typing import Literal

from glutetimer.core.run.commands import Correct, Do, Finish, Lengthen, NameCue, Wish
from glutetimer.core.text.keyboard import latin

#: Turned off and on by a typed line; no command of the run.
Switch = Literal["sound", "voice", "how"]

HELP = (
    "Type a letter, then Enter. Enter alone start, end or tap; b back: undo what a key did, else again, twice the one "
    "before; p or space pause and go on; a again; f form broke; o ouch, pain; e easier; n skip exercise; t pace; + and "
    "- rest; up and down correct the count; h how it is done; m sound off and on; "
    "v voice: all, without numbers, off; q finish and save; ? keys"
)

_COMMANDS: dict[str, Wish] = {
    "": Do.MAIN,
    "b": Do.BACK,
    "p": Do.PAUSE,
    " ": Do.PAUSE,
    "a": Do.AGAIN,
    "f": Do.FORM_BROKE,
    "o": Do.PAIN,
    "e": Do.EASIER,
    "n": Do.SKIP,
    "s": Do.OTHER_SIDE,
    "t": Do.PACE,
    "+": Lengthen(15.0),
    "-": Lengthen(-15.0),
    "up": Correct(1),
    "down": Correct(-1),
    "q": Finish(),
}
_SWITCHES: dict[str, Switch] = {"m": "sound", "v": "voice", "h": "how"}

#: The word to type for each choice.
TYPED: dict[Wish, str] = {command: word for word, command in _COMMANDS.items() if word} | {Do.GO_ON: "Enter"}


def command_for(line: str, cues: tuple[str, ...] = ()) -> Wish | None:
    """Look up the command of a typed line, or of the number of one of the `cues`; None for a line without meaning."""
    word = _word(line)
    if word.isdecimal() and 0 < int(word) <= len(cues):
        return NameCue(cues[int(word) - 1])
    return _COMMANDS.get(word)


def switch_for(line: str) -> Switch | None:
    """Name the switch that a typed line turns off and on."""
    return _SWITCHES.get(_word(line))


def _word(line: str) -> str:
    """Word to look up: a space alone is a key too; a letter alone is the key at its place, whatever the layout."""
    text = line.rstrip("\r\n")
    return text if text == " " else latin(text.strip().lower())
