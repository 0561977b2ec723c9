"""The keys of the log's pictures: weeks, one exercise, balance."""

from __future__ import annotations

from glutetimer.tui.keys import HELP, Key, Table
from glutetimer.tui.log.keys import LEAVE, TABS

WEEKS: Table = (
    Key(("enter",), "Enter", "open the marked week in the history", action="open"),
    Key(("left", "down"), "← ↓", "an older week", action="by(-1)", hint="→ week"),
    Key(("right", "up"), "→ ↑", "a newer week", action="by(1)"),
    Key(("pageup",), "PgUp", "a year back", action="by(-52)"),
    Key(("pagedown",), "PgDn", "a year on", action="by(52)"),
    Key(("home",), "Home", "the first week with a workout", action="oldest"),
    Key(("end",), "End", "this week", action="newest"),
    Key(("g",), "g", "a goal of one workout a week more", action="goal(1)", hint="goal"),
    Key(("G", "shift+g"), "G", "a goal of one less", action="goal(-1)"),
    *TABS,
    HELP,
    LEAVE,
)

EXERCISE: Table = (
    Key(("enter", "o"), "Enter o", "its workouts in the history", action="open"),
    Key(("left",), "←", "the exercise before", action="by(-1)", hint="→ exercise"),
    Key(("right",), "→", "the next exercise; first comes what was done last", action="by(1)"),
    Key(("up",), "↑", "more weeks", action="longer(1)", hint="↓ weeks"),
    Key(("down",), "↓", "fewer weeks", action="longer(-1)"),
    Key(("r",), "r", "the best set, all of the week, or the seconds worked", action="measure", hint="measure"),
    Key(("f",), "f", "another form of it: as written, easier or harder", action="form"),
    Key(("l",), "l", "all exercises: what each was and is; choose one", action="choose", hint="list"),
    *TABS,
    HELP,
    LEAVE,
)

BALANCE: Table = (
    Key(("enter",), "Enter", "the marked exercise over time", action="open"),
    Key(("up", "shift+tab"), "↑", "the exercise before", action="by(-1)", hint="↓ exercise"),
    Key(("down", "tab"), "↓", "the next exercise", action="by(1)"),
    Key(("home",), "Home", "the first exercise", action="end(-1)"),
    Key(("end",), "End", "the last exercise", action="end(1)"),
    Key(("left",), "←", "fewer weeks", action="longer(-1)", hint="→ weeks"),
    Key(("right",), "→", "more weeks", action="longer(1)"),
    *TABS,
    HELP,
    LEAVE,
)
