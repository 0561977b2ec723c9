"""Run joins engine, sound and log. Front ends only call `tick` and `press` and look at the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from glutetimer.core.audio.lookahead import Lookahead
from glutetimer.core.record.duration import ended_at
from glutetimer.core.record.record import Workout, with_results
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Gap
from glutetimer.core.run.view import View, view
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.core.audio.ports import Player
    from glutetimer.core.audio.speaker import Speaker
    from glutetimer.core.plan.plan import Plan
    from glutetimer.core.run.engine import Engine
    from glutetimer.core.settings.spec import Counting

#: Gets every event with the sound that is heard with it ("" for none), at its moment.
Listener = Callable[[ev.Event, str], None]


class Saver(Protocol):
    """Makes a workout durable. Never blocks, never raises."""

    def keep(self, workout: Workout, plan: Plan) -> None: ...
    def seal(self, workout: Workout) -> None: ...
    def amend(self, workout: Workout) -> None: ...
    def discard(self) -> None: ...


class Run:
    """One workout that is being done.

    `clock` gives the time for the record (local, with offset); the run itself is timed by the `now` of each call.
    """

    def __init__(
        self,
        engine: Engine,
        workout: Workout,
        player: Player,
        saver: Saver,
        clock: Callable[[], datetime],
        listeners: Iterable[Listener] = (),
        speaking: Speaker | None = None,
    ) -> None:
        """Without `speaking` nothing is said aloud."""
        self.engine = engine
        self.workout = workout
        self._before = workout.active
        self._pain_before = workout.pain
        self._kept = self._to_keep
        self._player = player
        self._lookahead = Lookahead(engine, player, speaking)
        self._saver = saver
        self._clock = clock
        self._listeners = tuple(listeners)

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self.engine.over

    @property
    def muted(self) -> bool:
        """Whether the sound is off."""
        return self._lookahead.muted

    @property
    def speaks(self) -> bool:
        """Whether the voice is on."""
        return self._lookahead.speaks

    def start(self, now: float) -> None:
        """Begin. The record is kept from here on: not even the set-up can be lost."""
        self._keep()
        self._spread(self.engine.start(now), now)

    def tick(self, now: float) -> None:
        """Let everything happen that is due by `now` (seconds of a clock that never goes back)."""
        self._spread(self.engine.advance(now), now)

    def press(self, command: Command, now: float) -> None:
        """Carry out what the runner asks for, after what was due before it. A gap must come before the next tick."""
        if not isinstance(command, Gap):
            self._catch_up(now)
        self._spread(self.engine.press(command, now), now, pressed=True)

    def _catch_up(self, now: float) -> None:
        """What was due before a key. Where nothing was, what lies ahead is looked at once: after the key."""
        due, said = self.engine.advance(now), self._lookahead.next_said()
        if due or (said is not None and said <= now):
            self._spread(due, now)

    def mute(self, on: bool, now: float) -> None:
        """Turn the sound off from now on, or on again."""
        self._lookahead.muted = on
        self._player.quiet(on)
        self._lookahead.update(now)

    def speak(self, on: bool, now: float) -> None:
        """Turn the voice on from now on, or off again."""
        self._lookahead.speaks = on
        self._lookahead.update(now)

    @property
    def counts(self) -> Counting:
        """Which numbers are said aloud."""
        return self._lookahead.counts

    def count(self, counts: Counting, now: float) -> None:
        """Say these numbers aloud from now on."""
        self._lookahead.count(counts)
        self._lookahead.update(now)

    def tell_how(self, now: float) -> None:
        """Say how the next exercise is done, where there is a voice."""
        self._lookahead.explain()
        self._lookahead.update(now)

    def say(self, sentence: str, now: float) -> None:
        """Say a sentence as soon as there is room for it, where there is a voice."""
        self._lookahead.remark(sentence)
        self._lookahead.update(now)

    def listen(self, listener: Listener) -> None:
        """Call this listener too from now on."""
        self._listeners = (*self._listeners, listener)

    def next_due(self) -> float | None:
        """When `tick` has something to do; None while nothing happens by itself."""
        moments = (self.engine.next_due(), self._lookahead.next_said())
        return min((moment for moment in moments if moment is not None), default=None)

    def view(self, now: float) -> View:
        """Compute what to show."""
        return view(self.engine, now)

    def amend(self, workout: Workout) -> None:
        """Save the finished workout with the answers given after it."""
        self.workout = workout
        self._saver.amend(workout)

    def _spread(self, events: list[ev.Event], now: float, *, pressed: bool = False) -> None:
        """Pass the events on to all. The effect of a key is heard at once, the rest at its own moment."""
        told = sorted((*self._lookahead.said(now), *events), key=attrgetter("at"))
        for event, sound in zip(told, self._lookahead.happened(told, now, pressed=pressed), strict=True):
            for listener in self._listeners:
                listener(event, sound)
        self._lookahead.update(now)
        if self._kept != self._to_keep:
            self._save()

    @property
    def _to_keep(self) -> tuple[object, ...]:
        """Values to save whenever they change: the plan as it stands, results, pain, and that it is over."""
        state = self.engine.state
        return state.plan, state.results, state.more_pain, state.end

    def _keep(self) -> None:
        self._kept = self._to_keep
        self._saver.keep(self.workout, self.engine.state.plan)

    def _save(self) -> None:
        state = self.engine.state
        self.workout = replace(with_results(self.workout, state.plan, state.results), active=self._lived())
        self.workout = replace(self.workout, more_pain=state.more_pain, pain=self._worst_pain())
        self._kept = self._to_keep
        if state.end is None:
            self._keep()
        elif state.end == "discarded":
            self._saver.discard()
        else:
            self.workout = ended_at(replace(self.workout, state=state.end), self._clock())
            self._saver.seal(self.workout)

    def _worst_pain(self) -> int | None:
        """Worst pain in this part of the run and before."""
        state = self.engine.state
        told = [result.pain for result in state.results if result is not None]
        told += [one.pain for one in state.more_pain]
        return max((pain for pain in (self._pain_before, *told) if pain is not None), default=None)

    def _lived(self) -> float | None:
        """Seconds of run time in all; None where those of an earlier part were not kept."""
        return None if self._before is None else round(self._before + self.engine.state.t, 3)
