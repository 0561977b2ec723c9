"""Keys of the log's pages: tables as in `tui/widgets/keys.py`, with the names that docs/keys.md gives them."""

from __future__ import annotations

from glutetimer.tui.log.common.tabs import LOG_TABS, Tab
from glutetimer.tui.widgets.keys import DIGITS, HELP, Key, Table

#: Keys on every page of the log.
TABS: Table = tuple(Key((tab.key,), tab.key, tab.about, action=f"tab('{tab.name}')") for tab in LOG_TABS)


def leaving(label: str) -> Key:
    """Key that leaves a page, with its label."""
    return Key(("escape", "q", "ctrl+q", "ctrl+c"), "Esc q", label, action="leave", hint="back")


#: Leaves the log, on pages where Escape does nothing else.
LEAVE = leaving("leave the log")

HISTORY: Table = (
    Key(("enter",), "Enter", "open the marked workout in place, or fold it", action="unfold"),
    Key(("up", "shift+tab"), "↑", "the workout before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next workout", action="row(1)"),
    Key(("pageup",), "PgUp", "a page up", action="page(-1)"),
    Key(("pagedown",), "PgDn", "a page down", action="page(1)"),
    Key(("home",), "Home", "the newest", action="end(-1)"),
    Key(("end",), "End", "the oldest", action="end(1)"),
    Key(("s",), "s", "one session only", action="session", hint="session"),
    Key(("m",), "m", "one month only", action="month", hint="month"),
    Key(("left",), "←", "with a month: an older one", action="older(1)"),
    Key(("right",), "→", "with a month: a newer one", action="older(-1)"),
    Key(("o",), "o", "whole sessions, one round, or both", action="mode"),
    Key(("p",), "p", "only where something hurt, or all again", action="pain", hint="pain"),
    Key(("x",), "x", "all workouts again", action="clear"),
    Key(("e",), "e", "correct the marked workout", action="correct", hint="correct"),
    Key(("a",), "a", "add a workout that was done without the program", action="add", hint="add"),
    Key(("d", "delete"), "d Del", "move the marked workout to the trash", action="delete"),
    Key(("u",), "u", "bring back what was moved there last", action="restore"),
    Key(("exclamation_mark",), "!", "the files that cannot be read", action="unreadable"),
    *TABS,
    HELP,
    leaving("back where the filter is from, or to all; else leave"),
)

_ROWS: Table = (
    Key(("up", "shift+tab"), "↑", "the row before", action="row(-1)"),
    Key(("down", "tab"), "↓", "the next row", action="row(1)", hint="row"),
    Key(("left",), "←", "the answer before; stop at the first", action="side(-1)"),
    Key(("right",), "→", "the next answer; at the note: write", action="side(1)", hint="answer"),
    Key(("pagedown",), "PgDn", "the next row; past the last one: what Enter does", action="next"),
    Key(("pageup",), "PgUp", "the row before (with a clicker)", action="row(-1)"),
    Key(("space", "full_stop", "b", "f5"), "Space . b F5", "the next answer, round (with a clicker)", action="turn"),
)

_ANSWERS: Table = (
    Key(("delete", "backspace"), "Del", "take the answer back", action="take_back", hint="take back"),
    Key(("c",), "c", "correct the sets", action="bouts"),
    HELP,
    leaving("back; asks where something was changed"),
)

LOG_EDIT: Table = (
    Key(("enter",), "Enter", "what the bottom left says", action="take"),
    *_ROWS,
    Key(DIGITS, "0-9", "effort or pain as a number; 1 0 is ten"),
    *_ANSWERS,
)

ADD: Table = (
    Key(("enter",), "Enter", "what the bottom left says", action="take"),
    *_ROWS,
    Key(("plus", "equals_sign"), "+", "a week or a minute later", action="more(1)"),
    Key(("minus",), "-", "a week or a minute earlier", action="more(-1)"),
    Key((*DIGITS, "colon"), "0-9 :", "the time, effort or pain itself: 18:45, 6:45 pm; a day, too: mon 7:30"),
    *_ANSWERS,
)


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


_PAGES: dict[Tab, Table] = {"history": HISTORY, "weeks": WEEKS, "exercise": EXERCISE, "balance": BALANCE}

LOG_TABLES: dict[str, Table] = {
    **{f"The log: {tab.title}": _PAGES[tab.name] for tab in LOG_TABS},
    "Correcting a workout": LOG_EDIT,
    "Adding a workout": ADD,
}
