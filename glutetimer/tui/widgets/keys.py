"""Every key of the program, in tables: its effect, how it is printed, its name in the footer.

Footer, `?` card, command palette, bindings and docs/keys.md are all made from these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from textual.binding import Binding, BindingType

from glutetimer.core.run.commands import Command, Correct, Do, Lengthen
from glutetimer.core.text.keyboard import latin, same_key

if TYPE_CHECKING:
    from glutetimer.core.run.view import View

#: Seconds by which + and - change a rest.
REST_STEP = 15.0


class Key(Struct, frozen=True):
    """`keys` in Textual's names, `shown` as printed on them, `hint` its short name in the footer ("": not there).

    A `command` is for the run, an `action` for the screen; without either a widget of the screen has the key.
    """

    keys: tuple[str, ...]
    shown: str
    label: str
    command: Command | None = None
    action: str = ""
    hint: str = ""


Table = tuple[Key, ...]

HELP = Key(("question_mark",), "?", "these keys", action="keys", hint="keys")

RUN: Table = (
    Key(("enter", "right", "pagedown"), "Enter → PgDn", "the main key, also a click: see the bottom left", Do.MAIN),
    Key(
        ("left", "pageup"),
        "← PgUp",
        "undo what a key did; else this set again; twice: the one before",
        Do.BACK,
    ),
    Key(("space", "full_stop", "b", "f5", "escape"), "Space . b F5 Esc", "pause", Do.PAUSE),
    Key(("up",), "↑", "one rep more; in a break, of the set before", Correct(1)),
    Key(("down",), "↓", "one rep less", Correct(-1)),
    Key(("plus", "equals_sign"), "+", "rest 15 s longer", Lengthen(REST_STEP)),
    Key(("minus",), "-", "rest 15 s shorter", Lengthen(-REST_STEP)),
    Key(("f",), "f", "form broke: a proper finish of the set; in a break, of the one before", Do.FORM_BROKE),
    Key(("p",), "p", "pain: everything stops", Do.PAIN),
    Key(("e",), "e", "easier from here", Do.EASIER),
    Key(("t",), "t", "pace: counted, a press a rep, a press when the set is done", Do.PACE),
    Key(("n",), "n", "skip this exercise", Do.SKIP),
    Key(("l",), "l", "list: jump to any set", action="list"),
    Key(("h",), "h", "how it is done", action="how"),
    Key(("m",), "m", "quiet: no sound, the screen flashes", action="mute"),
    Key(("v",), "v", "voice: all, without numbers, off", action="voice"),
    Key(("q", "ctrl+q", "ctrl+c"), "q", "finish: save, discard or go on", action="finish"),
    HELP,
)

HOME: Table = (
    Key(("enter", "pagedown"), "Enter PgDn", "start the marked session", action="main"),
    Key(("p",), "p", "after a run: one round", action="start('post-run')", hint="post-run"),
    Key(("w",), "w", "before a run: one round to warm up", action="start('pre-run')", hint="warm-up"),
    Key(("o",), "o", "options: sets, kit, pace, doses", action="options", hint="options"),
    Key(("l",), "l", "the log: what was done, by week, exercise and side", action="log", hint="log"),
    Key(("t",), "t", "minutes at hand: fewer", action="minutes(-1)", hint="minutes"),
    Key(("T", "shift+t"), "T", "minutes at hand: more", action="minutes(1)"),
    Key(("up", "down"), "↑ ↓", "mark another session"),
    Key(("pageup",), "PgUp", "the next session (with a clicker)", action="next"),
    Key(("right",), "→", "look through the preview", action="preview"),
    Key(("left",), "←", "back to the list", action="list"),
    Key(("1",), "1", "the morning after a pain: gone", action="morning(0)"),
    Key(("2",), "2", "the morning after: the same", action="morning(1)"),
    Key(("3",), "3", "the morning after: worse", action="morning(2)"),
    Key(("s",), "s", "settings", action="settings", hint="settings"),
    Key(("i",), "i", "the first start again: kit, sound check", action="introduction"),
    HELP,
    Key(("q", "escape", "ctrl+q", "ctrl+c"), "q Esc", "leave", action="leave"),
)

OPTIONS: Table = (
    Key(("enter",), "Enter", "start with these options", action="start"),
    Key(("up", "shift+tab"), "↑", "the row before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next row", action="row(1)", hint="row"),
    Key(("left",), "←", "the value or cell before", action="side(-1)"),
    Key(("right",), "→", "the next value or cell", action="side(1)", hint="next"),
    Key(("w",), "w", "save as my own session", action="save", hint="save as my own"),
    Key(("plus", "equals_sign"), "+", "more", action="more(1)", hint="- change"),
    Key(("minus",), "-", "less", action="more(-1)"),
    Key(("space",), "Space", "in or out, here or not here", action="flip", hint="in or out"),
    Key(("u",), "u", "as written: undo every change", action="undo"),
    HELP,
    Key(("escape", "q", "ctrl+q", "ctrl+c"), "Esc q", "back; kept for today", action="leave", hint="back"),
)

#: Typed into the row with the cursor.
DIGITS = tuple("0123456789")

FINISH: Table = (
    Key(("enter", "pagedown"), "Enter PgDn", "what the bottom left says", action="take"),
    Key(("up", "shift+tab", "pageup"), "↑ PgUp", "the question before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next question", action="row(1)"),
    Key(("left",), "←", "the answer before", action="side(-1)"),
    Key(("right",), "→", "the next answer", action="side(1)", hint="answer"),
    Key(("space", "full_stop", "b", "f5"), "Space . b F5", "the next answer, round (with a clicker)", action="turn"),
    Key(DIGITS, "0-9", "effort or pain as a number; 1 0 is ten"),
    Key(("c",), "c", "correct a set", action="correct", hint="correct"),
    HELP,
    Key(("escape", "q", "ctrl+q", "ctrl+c"), "Esc q", "that is all", action="leave", hint="that is all"),
)

CORRECT: Table = (
    Key(("up", "shift+tab"), "↑", "the set before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next set", action="row(1)", hint="set"),
    Key(("left", "minus"), "← -", "one less", action="more(-1)"),
    Key(("right", "plus", "equals_sign"), "→ +", "one more", action="more(1)", hint="count"),
    Key((*DIGITS, "backspace"), "0-9", "the count itself; Backspace takes a digit away"),
    Key(("f",), "f", "form broke, and what went first; or it did not", action="form", hint="form"),
    Key(("p",), "p", "pain in this set: how much, where, which side", action="pain", hint="pain"),
    Key(("delete",), "Del", "pain entered by mistake: take it back; again: it stays", action="take_back"),
    HELP,
    Key(
        ("enter", "pagedown", "escape", "q", "ctrl+q", "ctrl+c"), "Enter PgDn Esc", "keep these counts", action="leave"
    ),
)

SETTINGS: Table = (
    Key(("up", "shift+tab"), "↑", "the setting before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next setting", action="row(1)", hint="setting"),
    Key(("left", "minus"), "← -", "the value before", action="side(-1)"),
    Key(("right", "plus", "equals_sign"), "→ +", "the next value", action="side(1)", hint="change"),
    Key(("space",), "Space", "have it or not", action="flip"),
    Key(("u",), "u", "the usual value", action="usual", hint="usual"),
    HELP,
    Key(("enter", "escape", "q", "ctrl+q", "ctrl+c"), "Enter Esc", "done; every change is kept", action="leave"),
)

FIRST: Table = (
    Key(("enter", "pagedown"), "Enter PgDn", "go on", action="take"),
    Key(("up", "shift+tab", "pageup"), "↑ PgUp", "the answer before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next answer", action="row(1)", hint="choose"),
    Key(("left",), "←", "the thing before, or a step back", action="side(-1)"),
    Key(("right",), "→", "the next thing", action="side(1)"),
    Key(("space",), "Space", "have it or not", action="flip", hint="tick"),
    HELP,
    Key(("escape", "q", "ctrl+q", "ctrl+c"), "Esc", "skip this", action="leave", hint="skip"),
)

#: Code uses the first three by their place: next, before, do it.
CARD: Table = (
    Key(("pagedown", "down", "right", "tab"), "PgDn ↓ →", "the next answer"),
    Key(("pageup", "up", "left", "shift+tab"), "PgUp ↑ ←", "the answer before"),
    Key(("enter", "space", "full_stop", "b", "f5"), "Enter Space . b F5", "do what is marked"),
    Key(("escape", "ctrl+q", "ctrl+c"), "Esc", "in a pause: what is marked; else the harmless answer"),
)

#: All tables by the name that docs/keys.md and the `?` card give them.
TABLES: dict[str, Table] = {
    "Run": RUN,
    "Cards": CARD,
    "Home": HOME,
    "Options": OPTIONS,
    "Finish": FINISH,
    "Correcting": CORRECT,
    "Settings": SETTINGS,
    "First start": FIRST,
}

_BY_NAME = {name: key for key in RUN for name in key.keys}


def key_for(name: str) -> Key | None:
    """Find the key of a run by its Textual name; None for other keys. Works with Caps Lock and other layouts too."""
    name = latin(name)
    return _BY_NAME.get(name) or _BY_NAME.get(name.lower() if len(name) == 1 else name)


def bindings(table: Table, *, first: bool = False) -> list[BindingType]:
    """Bindings of a screen, in every layout.

    Its control keys, and with `first` all, go before those of the widget in focus.
    """
    return [
        Binding(name, key.action, key.label, show=False, priority=first or name.startswith("ctrl+"))
        for key in table
        if key.action
        for shown in key.keys
        for name in (shown, *same_key(shown))
    ]


def footer(view: View) -> tuple[tuple[str, str], ...]:
    """Keys worth naming now in a run, besides the main one; where it is narrow the first ones are left out."""
    if view.stage in ("setup", "rest", "switch"):
        longer = (("+ -", "15 s"),) if view.stage == "rest" else ()
        back = (("◄", "undo"),) if view.undo else ()
        how = (("h", "how"),) if view.bout.exercise.how else ()
        return (*longer, *how, *back, ("Space", "pause"), ("?", "keys"))
    return () if view.stage == "over" else (("◄", "undo" if view.undo else "again"), ("Space", "pause"), ("?", "keys"))
