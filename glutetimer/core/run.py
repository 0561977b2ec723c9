"""Run joins engine, sound and log. Front ends only call `tick` and `press` and look at the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from glutetimer.core import events as ev
from glutetimer.core.commands import Command, TellPain
from glutetimer.core.engine import Engine
from glutetimer.core.record import Workout, with_results
from glutetimer.core.sounds import sound_for
from glutetimer.core.view import View, view

#: Hears every event with its sound ("" for none), at its moment.
Listener = Callable[[ev.Event, str], None]


class Player(Protocol):
    """Plays sounds by name. Never blocks, never raises."""

    def play(self, sound: str) -> None: ...


class Keeper(Protocol):
    """Makes a workout durable. Never blocks, never raises."""

    def keep(self, workout: Workout) -> None: ...
    def seal(self, workout: Workout) -> None: ...
    def amend(self, workout: Workout) -> None: ...
    def discard(self) -> None: ...


class Run:
    """One workout under way.

    `clock` gives the time for the record (local, with offset); the run itself is timed by the `now` of each call.
    """

    def __init__(
        self,
        engine: Engine,
        workout: Workout,
        player: Player,
        keeper: Keeper,
        clock: Callable[[], datetime],
        listeners: Iterable[Listener] = (),
    ) -> None:
        self.engine = engine
        self.workout = workout
        self.muted = False
        self._player = player
        self._keeper = keeper
        self._clock = clock
        self._listeners = tuple(listeners)

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self.engine.over

    def start(self, now: float) -> None:
        """Begin. The record is kept from here on, so that not even the set-up can be lost."""
        self._keeper.keep(self.workout)
        self._spread(self.engine.start(now))

    def tick(self, now: float) -> None:
        """Let everything happen that is due by `now` (seconds of a clock that never goes back)."""
        self._spread(self.engine.advance(now))

    def press(self, command: Command, now: float) -> None:
        """Carry out what the runner asks for."""
        if isinstance(command, TellPain) and self.engine.paused == "pain":
            worst = max(command.score, self.workout.pain or 0)
            self.workout = replace(self.workout, pain=worst)
        self._spread(self.engine.press(command, now))

    def listen(self, listener: Listener) -> None:
        """From now on, tell this listener too."""
        self._listeners = (*self._listeners, listener)

    def next_due(self) -> float | None:
        """When `tick` has something to do; None while nothing happens by itself."""
        return self.engine.next_due()

    def view(self, now: float) -> View:
        """What to show."""
        return view(self.engine, now)

    def amend(self, workout: Workout) -> None:
        """Save the finished workout with what was answered after it."""
        self.workout = workout
        self._keeper.amend(workout)

    def _spread(self, events: list[ev.Event]) -> None:
        for event in events:
            sound = sound_for(event)
            if sound and not self.muted:
                self._player.play(sound)
            for listener in self._listeners:
                listener(event, sound)
        if any(isinstance(event, ev.BoutEnded | ev.BoutAmended | ev.Finished) for event in events):
            self._save()

    def _save(self) -> None:
        state = self.engine.state
        self.workout = with_results(self.workout, state.plan, state.results)
        if state.end is None:
            self._keeper.keep(self.workout)
        elif state.end == "discarded":
            self._keeper.discard()
        else:
            self.workout = replace(self.workout, state=state.end, ended=self._clock())
            self._keeper.seal(self.workout)
