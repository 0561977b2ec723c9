"""The runner's settings: text -> Config. A bad value is named and the usual one is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, get_args

from glutetimer.core.clean import clean
from glutetimer.core.options import MOST_REST, FirstSide
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.session import PACES, Pace
from glutetimer.core.suggest import did_you_mean
from glutetimer.core.toml_lines import find_lines, line_of
from glutetimer.core.toml_text import load_toml

PLAYERS = ("auto", "miniaudio", "simpleaudio", "none")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with their usual values; None leaves it to the session. `rest` in seconds."""

    first_side: FirstSide = "left"
    pace: Pace | None = None
    rest: int | None = None
    mute: bool = False
    player: str = "auto"
    log_dir: str | None = None


def read_config(text: str) -> tuple[Config, tuple[Problem, ...]]:
    """The settings, and what is wrong with those that were left at their usual values. Never raises."""
    try:
        data = load_toml(text)
    except BadFile as bad:
        return Config(), bad.problems
    lines = find_lines(text)
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in data.items():
        objection = _objection(key, value)
        if objection:
            problems.append(Problem(line_of(lines, (key,)), *objection))
        else:
            good[key] = value
    return Config(**good), tuple(problems)


def _objection(key: str, value: Any) -> tuple[str, str] | None:
    if key not in _RULES:
        names = [field.name for field in fields(Config)]
        instead = did_you_mean(key, names) or f"the settings are {', '.join(names)}"
        return f'no setting is called "{clean(key)}"', instead
    fits, instead = _RULES[key]
    return None if fits(value) else (f"{key} cannot be {_shown(value)}: the usual value is used", instead)


def _shown(value: Any) -> str:
    return clean(repr(value))[:40]


def _one_of(words: tuple[str, ...]) -> tuple[Callable[[Any], bool], str]:
    return (lambda value: isinstance(value, str) and value in words), f"one of {', '.join(words)}"


_RULES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "first_side": _one_of(get_args(FirstSide)),
    "pace": _one_of(PACES),
    "rest": (lambda value: type(value) is int and 0 <= value <= MOST_REST, f"whole seconds, 0 to {MOST_REST}"),
    "mute": (lambda value: type(value) is bool, "true or false"),
    "player": _one_of(PLAYERS),
    "log_dir": (lambda value: isinstance(value, str) and clean(value) == value != "", "the path of a folder"),
}
