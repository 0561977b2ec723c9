"""Settings, each once: checks, JSON Schema and docs/settings.md come from this table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args

from msgspec import Struct

from glutetimer.core.plan.options import MOST_REST, FirstSide
from glutetimer.core.session.kit import KIT_WORD
from glutetimer.core.session.session import PACES
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import Problem, did_you_mean
from glutetimer.core.toml.kinds import DayKind, FlagKind, ListOf, OneOf, TableKey, Tables, Text, ValueKind, Whole
from glutetimer.core.toml.lines import Path, line_of

Voice = Literal["auto", "on", "off"]
Theme = Literal["auto", "dark", "light", "ansi-dark", "ansi-light"]

PLAYERS = ("auto", "miniaudio", "simpleaudio", "system", "bell", "none")

LEAST_SWITCH, MOST_SWITCH = 2, 60
LEAST_SETUP, MOST_SETUP = 5, 120
MOST_GOAL = 14
#: Above 5 of 10 the pain-monitoring model ends an exercise; a runner may be more careful, and not less.
LEAST_PAIN_LIMIT, MOST_PAIN_LIMIT = 2, 5


def _whole(least: int, most: int, unit: str = "seconds") -> Whole:
    return Whole(least, most, f"whole {unit}, {least} to {most}")


def _one_of(words: tuple[str, ...]) -> OneOf:
    return OneOf(words, f"one of {', '.join(words)}")


_GOAL = _whole(1, MOST_GOAL, "workouts a week")
_GOALS = Tables({"until": TableKey(DayKind()), "goal": TableKey(_GOAL)}, "tables of until, a day, and goal, 1 to 14")
_PAIN_LIMIT = _whole(LEAST_PAIN_LIMIT, MOST_PAIN_LIMIT, "points of 10")
_PERCENT = _whole(0, 100, "percent")
_FOLDER = Text(4096, say="the path of a folder")
_KIT = ListOf(Text(40, f"^{KIT_WORD}$"), 40, 'words in small letters, each once, like ["band", "chair"]')
_BANDS = ListOf(Text(20), 8, 'up to 8 names of 1 to 20 characters, each once, like ["light", "green"]')


class SettingSpec(Struct, frozen=True):
    """A setting: its dotted name, its kind, one line about it, a value for examples.

    `unset` says what holds while it is not set; "" where it has a usual value.
    """

    name: str
    kind: ValueKind
    about: str
    example: object
    unset: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """Place in the file: `("volume", "ticks")`."""
        return tuple(self.name.split("."))


#: In the order of the file: what lies in a [table] comes last.
SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec(
        "first_side", _one_of(get_args(FirstSide)), "the side that begins: the weaker one, if you have one", "left"
    ),
    SettingSpec("pace", _one_of(PACES), "for every exercise: counted, tap or own", "counted", "as the session says"),
    SettingSpec("rest", _whole(0, MOST_REST), "seconds, for every rest", 30, "as the session says"),
    SettingSpec("switch", _whole(LEAST_SWITCH, MOST_SWITCH), "seconds to change sides", 8, "5, or 10 lying down"),
    SettingSpec("setup", _whole(LEAST_SETUP, MOST_SETUP), "seconds to get ready at the start", 20, "15"),
    SettingSpec("goal", _GOAL, "workouts a week", 3),
    SettingSpec("pain_limit", _PAIN_LIMIT, "the most pain, of 10, with which an exercise goes on", 5),
    SettingSpec("kit", _KIT, "what you have at home", ["band", "chair", "step"], "not said"),
    SettingSpec("bands", _BANDS, "the strengths of your bands, as the log names them", ["light", "green"]),
    SettingSpec("theme", _one_of(get_args(Theme)), "colours: auto, dark, light, ansi-dark or ansi-light", "auto"),
    SettingSpec("mute", FlagKind(), "true for quiet: no sound, the screen flashes", False),
    SettingSpec(
        "voice", _one_of(get_args(Voice)), "spoken words: auto (where there is an engine for them), on or off", "auto"
    ),
    SettingSpec("count_aloud", FlagKind(), "true for the last ten seconds of holds counted aloud", False),
    SettingSpec(
        "player", _one_of(PLAYERS), f"what plays the sounds: {', '.join(PLAYERS[:-1])} or {PLAYERS[-1]}", "auto"
    ),
    SettingSpec("log_dir", _FOLDER, "the folder of the log", "~/training", "the program's data folder"),
    SettingSpec("volume.ticks", _PERCENT, "percent: counts, phases and reps", 100),
    SettingSpec("volume.transitions", _PERCENT, "percent: go, halfway, change sides, rest, finish", 100),
    SettingSpec("volume.voice", _PERCENT, "percent: spoken words", 100),
    SettingSpec(
        "goal_was",
        _GOALS,
        "goals of before with their last day, kept by the program: a week is judged by the goal of its Monday",
        [{"until": date(2026, 10, 4), "goal": 2}],
    ),
)

ROWS = {row.name: row for row in SETTINGS}

#: Names that are tables in the file, with the names in them; and the names that stand at its top.
TABLES = {"volume": tuple(row.path[1] for row in SETTINGS if row.path[0] == "volume")}
#: Names of lists of tables in the file, [[like this]]: they come last.
LISTS = tuple(row.name for row in SETTINGS if isinstance(row.kind, Tables))
TOP = tuple(dict.fromkeys(row.path[0] for row in SETTINGS))


_MOST_SHOWN = 40


def objection(name: str, value: object) -> str:
    """Say why a setting, by its dotted name, cannot have this value; "" where it can. None is the usual value."""
    row = ROWS.get(name)
    if row is None:
        what, instead = _unknown(tuple(name.split(".")))
    elif value is None or row.kind.fits(value):
        return ""
    else:
        what, instead = f"{name} cannot be {_shown(value)}", row.kind.say
    return f"{what} ({instead})"


def problem_at(path: Path, value: Any, lines: Mapping[Path, int]) -> Problem | None:
    """Name the problem with what stands at `path` of the file; None where it is a setting with a value it may have."""
    name, *inside = path
    if name in LISTS and inside:
        return _wrong_table(ROWS[str(name)], path, value, lines)
    return _problem_of(tuple(map(str, path)), value, lines)


def _problem_of(path: tuple[str, ...], value: Any, lines: Mapping[Path, int]) -> Problem | None:
    row = _row_at(path)
    if row is not None:
        return None if row.kind.fits(value) else _misfit(row, value, lines)
    line = line_of(lines, path)
    if path[0] in TABLES and len(path) == 1:
        instead = f"write [{path[0]}], and below it {', '.join(TABLES[path[0]])}"
        return Problem(line, f"{path[0]} cannot be {_shown(value)}: the usual values are used", instead)
    return Problem(line, *_unknown(path))


def _wrong_table(row: SettingSpec, path: Path, value: Any, lines: Mapping[Path, int]) -> Problem | None:
    """Name the problem of one table; the others of the list are useful without it."""
    assert isinstance(row.kind, Tables)
    key = row.kind.wrong_key(value)
    if key is None:
        return None
    if not isinstance(value, Mapping):
        what = f"{row.name} cannot have {_shown(value)}"
    elif key in value:
        path, what = (*path, key), f"{row.name} cannot have {clean(key)[:_MOST_SHOWN]} = {_shown(value[key])}"
    else:
        what = f"one {row.name} has no {key}"
    return Problem(line_of(lines, path), f"{what}: that one is left out", row.kind.say)


def _row_at(path: tuple[str, ...]) -> SettingSpec | None:
    """Find a setting by path, not by name: a quoted "volume.ticks" is one key with a dot in it."""
    row = ROWS.get(".".join(path))
    return row if row is not None and row.path == path else None


def _misfit(row: SettingSpec, value: Any, lines: Mapping[Path, int]) -> Problem:
    where: Path = row.path
    at = row.kind.wrong_item(value) if isinstance(row.kind, ListOf) else None
    if at is None:
        shown = "so long a list" if isinstance(row.kind, ListOf) and isinstance(value, list) else _shown(value)
        what = f"{row.name} cannot be {shown}"
    else:
        again = " twice" if value[at] in value[:at] else ""
        where, what = (*row.path, at), f"{row.name} cannot have {_shown(value[at])}{again}"
    return Problem(line_of(lines, where), f"{what}: the usual value is used", row.kind.say)


def _unknown(path: tuple[str, ...]) -> tuple[str, str]:
    *tables, key = path
    known = TABLES.get(tables[0], ()) if tables else TOP
    if tables and key in TOP and key not in known:
        instead = f"write {key} above the line [{tables[0]}]"
    else:
        instead = did_you_mean(key, known) or f"the settings are {', '.join(known or TOP)}"
    return f'no setting is called "{clean(".".join(path))[:_MOST_SHOWN]}"', instead


def _shown(value: Any) -> str:
    """Show a value as it would be written, with hidden characters made visible."""
    from glutetimer.core.toml.tables import show  # 8 ms, for what is rarely said

    text = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else show(value)
    return clean(text)[:_MOST_SHOWN]
