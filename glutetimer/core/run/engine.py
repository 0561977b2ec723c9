"""Engine: time and commands in, events out. It owns no clock; `now` is any clock that never goes back."""

from __future__ import annotations

from copy import copy

from glutetimer.core.plan.breaks import between
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import MorePain
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.by_command import order
from glutetimer.core.run.actions.plan import begun_anew, go_on
from glutetimer.core.run.actions.transitions import enter_break, finish, fire
from glutetimer.core.run.command_words import why_not
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Gap, Jump, Lengthen, NameCue, TellPain, Wish
from glutetimer.core.run.debounce import STEP_ENDS, TAP, Debounce
from glutetimer.core.run.state import Results, State
from glutetimer.core.values import replace

#: A hold that was paused for longer than this starts again.
LONG_PAUSE = 10.0


class Engine:
    """Every rule of a run.

    Call `start(now)` once, then `advance(now)` whenever something may be due and `press(command, now)` for each
    command; each returns the events since the last call, in order. `now` is in seconds. No call raises for any
    command at any time, and what happens does not depend on how often `advance` is called.
    """

    def __init__(
        self,
        plan: Plan,
        results: Results | None = None,
        *,
        unattended: bool = False,
        more_pain: tuple[MorePain, ...] = (),
    ) -> None:
        """Keep `results` and `more_pain` of an earlier part of the run; `unattended`: nobody is there to tap."""
        self.state = State(plan, results or (None,) * len(plan.bouts), unattended, more_pain=more_pain)
        self._origin = 0.0
        self._paused: tuple[float, ev.PauseReason] | None = None
        self._back_at: float | None = None
        self.declined = ""
        self._guard = Debounce()

    @property
    def paused(self) -> ev.PauseReason | None:
        """Why the clock stands; None while it goes."""
        return self._paused[1] if self._paused else None

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self.state.stage == "over"

    def start(self, now: float) -> list[ev.Event]:
        """Begin with a set-up before the first bout that has no result; where all have results, the run is over."""
        out: list[ev.Event] = []
        self._origin = now
        self._guard.allows(_key(Do.MAIN), STEP_ENDS, now)  # The key that started the run may be pressed twice, or held.
        first = self.state.next_open(-1)
        if first is None:
            self.state = finish(self.state, 0.0, out, "finished")
            return out
        before = between(None, self.state.plan.bouts[first], self.state.plan.lengths)
        self.state = enter_break(self.state, first, before, 0.0, out)
        return out

    def next_due(self) -> float | None:
        """When (on the caller's clock) something happens by itself; None while nothing will."""
        if self.over:
            return None
        mark = None if self._paused else self.state.next_mark
        moments = (self._back_at, None if mark is None else self._origin + mark.at)
        return min((moment for moment in moments if moment is not None), default=None)

    def run_time(self, now: float) -> float:
        """Seconds of run time at `now`; it stands still in a pause and never goes back."""
        return self.state.t if self._paused or self.over else max(self.state.t, now - self._origin)

    def moment(self, at: float) -> float:
        """When, on the caller's clock, the run time `at` is reached, if the clock goes on as it does now."""
        return self._origin + at

    def lookahead(self, now: float, horizon: float) -> list[ev.Event]:
        """Events of the next `horizon` seconds after `now` if no key is pressed. Changes nothing.

        The events are equal to those that `advance` will return; nothing lies ahead while the clock stands.
        """
        out: list[ev.Event] = []
        if self._back_at is not None and self._back_at <= now + horizon:
            copy(self)._advance(now + horizon, out)
        elif self._paused is None and not self.over:
            events_until(self.state, self.run_time(now) + horizon, out)
        return out

    def advance(self, now: float) -> list[ev.Event]:
        """Let everything happen that is due by `now`."""
        out: list[ev.Event] = []
        self._advance(now, out)
        return out

    def press(self, command: Command, now: float) -> list[ev.Event]:
        """Carry out a command; a command that makes no sense here and now does nothing, and `declined` says why."""
        out: list[ev.Event] = []
        self.declined = ""
        if isinstance(command, Gap):
            self._advance(min(command.since, now), out)
            self._back_at = None
            self._stand("gap", now, out)
            return out
        self._advance(now, out)
        if not self.over and self._is_meant(command, now, out):
            self._carry_out(command, now, out)
            self._advance(now, out)
        return out

    def _is_meant(self, command: Wish, now: float, out: list[ev.Event]) -> bool:
        """Whether to carry out a press now. A second Back waits for a moment, but for no other key."""
        window = self._window(command)
        if command is not Do.BACK:
            self._back_now(now, out)
            return not self.over and self._guard.allows(_key(command), self._window(command), now)
        if window < STEP_ENDS:
            return self._guard.allows(command, window, now)
        verdict = self._guard.again(command, now, waiting=self._back_at is not None)
        self._back_at = now + TAP if verdict == "soon" else None
        return verdict == "now"

    def _back_now(self, now: float, out: list[ev.Event]) -> None:
        """Carry out the Back that waits: no other press of it came."""
        if self._back_at is not None:
            self._back_at = None
            self._carry_out(Do.BACK, now, out)

    def _advance(self, now: float, out: list[ev.Event]) -> None:
        if self._back_at is not None and self._back_at <= now:
            at = self._back_at
            self._let_happen(at, out)
            self._back_now(at, out)
        self._let_happen(now, out)

    def _let_happen(self, now: float, out: list[ev.Event]) -> None:
        if self._paused or self.over:
            return
        t = self.run_time(now)
        # The sum is compared too: `next_due()` returned a rounded sum, and a tick at that time must find its mark due.
        while (mark := self.state.next_mark) and (mark.at <= t or self._origin + mark.at <= now):
            self.state = fire(self.state, mark, out)
        if not self.over:
            self.state = replace(self.state, t=max(t, self.state.t))

    def _carry_out(self, command: Wish, now: float, out: list[ev.Event]) -> None:
        if command is Do.PAUSE and not self._paused:
            self._stand("key", now, out)
        elif self._paused and command in (Do.PAUSE, Do.GO_ON, Do.MAIN):
            stood_long = self._unpause(now, out)
            self.state = go_on(self.state, self.state.t, out, long=stood_long)
        elif command is not Do.PAIN:
            self._order(command, now, out)
        elif self.paused != "pain":
            happened: list[ev.Event] = []
            self.state = order(self.state, command, self.state.t, happened)
            out += happened
            self._stand("pain", now, out)

    def _order(self, command: Wish, now: float, out: list[ev.Event]) -> None:
        """Let the run follow a command; most commands end a pause, but only where they do something."""
        happened: list[ev.Event] = []
        before = self.state
        after = order(before, command, before.t, happened)
        if after is before:
            self.declined = why_not(before, command)
            return
        if command is Do.EASIER and after.stage == "bout" and self._stood_long(now):
            happened.clear()
            after = order(begun_anew(before, after.current.target), command, before.t, happened)
        if after.stage == "over":
            self._paused = None
        elif self._paused and not _waits(command):
            stood_long = self._unpause(now, out)
            after = _unhurt(after)
            if after.due is before.due or after.stage == "break" or after.go <= before.t:
                after = go_on(after, before.t, happened, long=stood_long)
        self.state = after
        out += happened

    def _stand(self, reason: ev.PauseReason, now: float, out: list[ev.Event]) -> None:
        """Stop the clock; where it stands already, only pain is a new reason."""
        if self.over or (self._paused and reason != "pain"):
            return
        self._paused = (now, reason)
        out.append(ev.Paused(self.state.t, self.state.step, self.state.bout, reason))

    def _unpause(self, now: float, out: list[ev.Event]) -> bool:
        """Let the clock go on; return whether it stood for long."""
        long = self._stood_long(now)
        self._paused = None
        self._origin = now - self.state.t
        self.state = _unhurt(self.state)
        out.append(ev.Resumed(self.state.t, self.state.step, self.state.bout))
        return long

    def _stood_long(self, now: float) -> bool:
        """Whether the clock has stood for long. A gap has no known length: the caller's clock may have slept too."""
        return self._paused is not None and (now - self._paused[0] > LONG_PAUSE or self.paused == "gap")

    def _window(self, command: Wish) -> float:
        """Seconds in which the same key is taken for a repeat: long where it ends a step."""
        if command is Do.NO_PAIN or isinstance(command, Correct | Lengthen | NameCue | TellPain):
            return 0.0
        state = self.state
        tapping = state.stage == "bout" and state.current.pace == "tap" and state.t >= state.go
        tapping = tapping and state.current.exercise.kind == "reps" and not self._paused
        counts = command is Do.MAIN or (command is Do.BACK and state.count)
        return TAP if tapping and counts else STEP_ENDS


def events_until(state: State, t: float, out: list[ev.Event]) -> State:
    """Let everything happen by itself that is due by the run time `t`; return the state then."""
    while (mark := state.next_mark) and mark.at <= t:
        state = fire(state, mark, out)
    return state


def _unhurt(state: State) -> State:
    """Let the run go on after a pain, which was then no slip of the hand."""
    undo = None if state.undo and state.undo.what == "pain" else state.undo
    return replace(state, pained=None, untold=None, undo=undo)


def _waits(command: Wish) -> bool:
    """Whether the clock still stands after a command that is given in a pause."""
    return command in (Do.PACE, Do.NO_PAIN) or isinstance(command, Correct | Lengthen | NameCue | TellPain)


def _key(command: Wish) -> object:
    """Treat commands from the same key as one key when repeats are counted."""
    if command in (Do.PAUSE, Do.GO_ON):
        return Do.PAUSE
    return type(command) if isinstance(command, Jump | Finish) else command
