"""Typed lines -> commands: the plain front end's keyboard. One letter, then Enter."""

from __future__ import annotations

from glutetimer.core.commands import Command, Correct, Do, Finish, Lengthen, NameCue

HELP = (
    "Enter start, end or tap; b back; p or space pause and go on; a again; f form broke; o ouch, pain; "
    "e easier; n skip exercise; t pace; + and - rest; up and down correct the count; q finish and save; ? keys"
)

_COMMANDS: dict[str, Command] = {
    "": Do.MAIN,
    "b": Do.BACK,
    "p": Do.PAUSE,
    " ": Do.PAUSE,
    "a": Do.AGAIN,
    "f": Do.FORM_BROKE,
    "o": Do.PAIN,
    "e": Do.EASIER,
    "n": Do.SKIP,
    "t": Do.PACE,
    "+": Lengthen(15.0),
    "-": Lengthen(-15.0),
    "up": Correct(1),
    "down": Correct(-1),
    "q": Finish(),
}


def command_for(line: str, cues: tuple[str, ...] = ()) -> Command | None:
    """The command of a typed line, a number naming one of the `cues`; None for what means nothing."""
    text = line.rstrip("\r\n")
    word = text if text == " " else text.strip().lower()
    if word.isdecimal() and 0 < int(word) <= len(cues):
        return NameCue(cues[int(word) - 1])
    return _COMMANDS.get(word)
