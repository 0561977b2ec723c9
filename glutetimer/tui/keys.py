"""Every key of the run, in one table: what it sends, and how it is named on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from glutetimer.core.commands import Command, Correct, Do, Lengthen
from glutetimer.core.view import View

#: Seconds by which + and - change a rest.
REST_STEP = 15.0


@dataclass(frozen=True, slots=True)
class Key:
    """`keys` in Textual's names, `shown` as printed on them; a `command` for the run, or an `action` of the screen."""

    keys: tuple[str, ...]
    shown: str
    label: str
    command: Command | None = None
    action: str = ""


KEYS: tuple[Key, ...] = (
    Key(("enter", "right", "pagedown"), "Enter → PgDn", "the main key: what the bottom left says", Do.MAIN),
    Key(("left", "pageup"), "← PgUp", "this bout again; twice: the one before", Do.BACK),
    Key(("space", "full_stop", "b", "f5", "escape"), "Space . b F5 Esc", "pause", Do.PAUSE),
    Key(("up",), "↑", "one rep more", Correct(1)),
    Key(("down",), "↓", "one rep less", Correct(-1)),
    Key(("plus", "equals_sign"), "+", "rest 15 s longer", Lengthen(REST_STEP)),
    Key(("minus",), "-", "rest 15 s shorter", Lengthen(-REST_STEP)),
    Key(("f",), "f", "form broke: a proper finish", Do.FORM_BROKE),
    Key(("p",), "p", "pain: everything stops", Do.PAIN),
    Key(("e",), "e", "easier from here", Do.EASIER),
    Key(("t",), "t", "pace: counted, tap, own", Do.PACE),
    Key(("n",), "n", "skip this exercise", Do.SKIP),
    Key(("l",), "l", "list: jump to any bout", action="list"),
    Key(("h",), "h", "how it is done", action="how"),
    Key(("m",), "m", "sound off and on", action="mute"),
    Key(("q", "ctrl+q", "ctrl+c"), "q", "finish: save, discard or go on", action="finish"),
    Key(("question_mark",), "?", "these keys", action="keys"),
)

_BY_NAME = {name: key for key in KEYS for name in key.keys}


def key_for(name: str) -> Key | None:
    """The key with this Textual name, if it means anything in a run."""
    return _BY_NAME.get(name)


def footer(view: View) -> tuple[tuple[str, str], ...]:
    """The keys worth naming now, besides the main one; the first ones go where it is narrow."""
    if view.stage in ("setup", "rest", "switch"):
        return (("+ -", "15 s"), ("h", "how"), ("Space", "pause"), ("?", "keys"))
    return (("◄", "again"), ("Space", "pause"), ("?", "keys"))
