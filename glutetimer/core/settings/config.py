"""Settings of the runner: text -> Config. A bad value is named and the usual value is used."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from msgspec import Struct

from glutetimer.core.plan.options import FirstSide
from glutetimer.core.session.session import Pace
from glutetimer.core.settings.check import problem_at
from glutetimer.core.settings.goals import Goals, GoalWas
from glutetimer.core.settings.settings import LISTS, TABLES, Theme, Voice
from glutetimer.core.settings.spec import Counting, Explaining
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.lines import Path, find_lines
from glutetimer.core.toml.parse import load_toml


class Volume(Struct, frozen=True):
    """Percent of loudness for each class of sounds."""

    ticks: int = 100
    transitions: int = 100
    voice: int = 100


FULL_VOLUME = Volume()


class Config(Struct, frozen=True):
    """Settings with their usual values; `core/settings/settings.py` lists the values allowed.

    None leaves it to the session, or was never set. Seconds: `rest`, `switch` (a change of side), `setup`, `lead`
    (from "start now" to the start). `goal` is
    workouts a week, `goal_was` what it was before; `pain_limit` is the most pain (0-10) with which an exercise goes
    on. `kit` are the words for what is at home, `bands` the names of the strengths owned. `mute` is quiet: nothing
    is heard, the screen flashes; `count_aloud` are the numbers that the voice says, `how` when it explains a move.
    """

    first_side: FirstSide = "left"
    pace: Pace | None = None
    rest: int | None = None
    switch: int | None = None
    setup: int | None = None
    lead: int | None = None
    mute: bool = False
    volume: Volume = FULL_VOLUME
    voice: Voice = "auto"
    count_aloud: Counting = "all"
    how: Explaining = "first"
    theme: Theme = "auto"
    player: str = "auto"
    log_dir: str | None = None
    goal: int = 3
    pain_limit: int = 5
    kit: tuple[str, ...] | None = None
    bands: tuple[str, ...] = ()
    goal_was: tuple[GoalWas, ...] = ()

    @property
    def goals(self) -> Goals:
        """Goals by which weeks are judged."""
        return Goals(self.goal, self.goal_was)


USUAL = Config()


def read_config(text: str) -> tuple[Config, tuple[Problem, ...]]:
    """Read the settings, and list what is wrong with those that were left at their usual values. Never raises."""
    try:
        data = load_toml(text)
    except BadFile as bad:
        return USUAL, bad.problems
    lines = find_lines(text)
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for path, value in _flat(data):
        found = problem_at(path, value, lines)
        if found:
            problems.append(found)
        elif path[0] in LISTS:
            good.setdefault(path[0], []).append(value)
        else:
            good[".".join(map(str, path))] = tuple(value) if isinstance(value, list) else value
    return _config(good), tuple(problems)


def value_of(config: Config, name: str) -> object:
    """Value of a setting by its dotted name, as in `volume.ticks`."""
    return attrgetter(name)(config)


def _flat(data: dict[str, Any]) -> Iterator[tuple[Path, Any]]:
    """List each setting with its path; a table of settings is opened, as is a list of tables."""
    for key, value in data.items():
        if key in TABLES and isinstance(value, dict):
            yield from (((key, name), inner) for name, inner in value.items())
        elif key in LISTS and isinstance(value, list):
            yield from (((key, at), one) for at, one in enumerate(value))
        else:
            yield (key,), value


def _config(good: dict[str, Any]) -> Config:
    was = tuple(sorted(GoalWas(**one) for one in good.pop("goal_was", ())))
    if isinstance(aloud := good.get("count_aloud"), bool):
        good["count_aloud"] = "holds" if aloud else "off"
    volume = {name.partition(".")[2]: value for name, value in good.items() if name.startswith("volume.")}
    return Config(
        volume=Volume(**volume), goal_was=was, **{name: value for name, value in good.items() if "." not in name}
    )
