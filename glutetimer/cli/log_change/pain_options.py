"""Options of `log add` and `log edit` about pain, in the words of the record's keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, get_args

import click
from msgspec import Struct

from glutetimer.core.pain.afterwards import after_pain_told, whole_pain, whole_score, with_after, with_whole
from glutetimer.core.pain.body_places import PLACES, Flag, Morning, places_named
from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.answers import MOST_SCORE, repained
from glutetimer.core.record.record import PainSide, Workout
from glutetimer.core.values import replace

Command = TypeVar("Command", bound=Callable[..., Any])

_SCORE = click.IntRange(0, MOST_SCORE)
_NAMES = ", ".join(place.words for place in PLACES)


class Given(Struct, frozen=True):
    """Values of the options; None for those not given.

    `pain_after` and its like are about the time after the workout.
    """

    pain: int | None = None
    place: str | None = None
    pain_side: PainSide | None = None
    pain_flag: Flag | None = None
    pain_after: int | None = None
    place_after: str | None = None
    pain_side_after: PainSide | None = None
    pain_flag_after: Flag | None = None
    morning: Morning | None = None

    @property
    def says_something(self) -> bool:
        """Whether any value was given."""
        return any(getattr(self, name) is not None for name in self.__struct_fields__)

    def applied(self, workout: Workout) -> Workout:
        """Workout with these values; the others stay."""
        if self.pain is not None:
            workout = repained(workout, self.pain)
        if self.of_whole:
            workout = with_whole(workout, self.whole(workout))
        if self.of_after:
            told = self.after(workout)
            workout = with_after(workout, told.score, told)
        return workout if self.morning is None else replace(workout, morning=self.morning)

    @property
    def of_whole(self) -> bool:
        """Whether a value about the workout as a whole was given."""
        return (self.pain, self.place, self.pain_side, self.pain_flag) != (None,) * 4

    @property
    def of_after(self) -> bool:
        """Whether a value about the time after it was given."""
        told = (self.pain_after, self.place_after, self.pain_side_after, self.pain_flag_after)
        return told != (None,) * 4

    def whole(self, workout: Workout) -> Telling | None:
        """Pain of the whole workout with these values; None where nothing hurt."""
        if self.pain == 0:
            return None
        before = whole_pain(workout) or Telling("")
        score = whole_score(workout) if self.pain is None else self.pain
        return Telling(self.place or before.place, self.pain_side or before.side, score, self.pain_flag or before.flag)

    def after(self, workout: Workout) -> Telling:
        """Pain of the time after it with these values; its score is 0 where nothing hurt."""
        before = after_pain_told(workout) or Telling("", score=workout.pain_after)
        score = before.score if self.pain_after is None else self.pain_after
        side, flag = self.pain_side_after or before.side, self.pain_flag_after or before.flag
        return Telling(self.place_after or before.place, side, score, flag)


def pain_options(command: Command) -> Command:
    """Add the options; the command gets them together as `told`."""

    @wraps(command)
    def with_told(*args: Any, **given: Any) -> Any:
        return command(*args, told=Given(**{name: given.pop(name) for name in Given.__struct_fields__}), **given)

    out: Any = with_told
    for option in reversed(_OPTIONS):
        out = option(out)
    return out  # type: ignore[no-any-return]


def _place(_: click.Context, __: click.Parameter, typed: str | None) -> str | None:
    if typed is None:
        return None
    found = places_named(typed.strip().lower())
    if len(found) != 1:
        which = f"could be {' or '.join(found)}" if found else f"is no place it knows; choose one of: {_NAMES}"
        raise click.UsageError(f'"{typed.strip()}" {which}.')
    return found[0]


def _options(after: str, when: str) -> list[Callable[[Any], Any]]:
    dash = f"-{after}" if after else ""
    of = f"pain_{after}" if after else "pain"
    sides, flags = click.Choice(get_args(PainSide)), click.Choice(get_args(Flag))
    return [
        click.option(f"--pain{dash}", of, type=_SCORE, help=f"The worst pain {when}, 0 to 10."),
        click.option(f"--place{dash}", metavar="WORDS", callback=_place, help=f"Where it hurt {when}: {_NAMES}."),
        click.option(f"--pain-side{dash}", type=sides, help="On which side; both for the middle, too."),
        click.option(f"--pain-flag{dash}", type=flags, help="The warning sign that goes with it, or none."),
    ]


_MORNING = click.option("--morning", type=click.Choice(get_args(Morning)), help="How the pain was the morning after.")
_OPTIONS = [*_options("", "in it"), *_options("after", "afterwards"), _MORNING]
