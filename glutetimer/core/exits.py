"""Commands that leave something out or end it: form broke, pain, skip, jump, finish."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core import events as ev
from glutetimer.core.marks import Mark
from glutetimer.core.moves import Out, break_to, end_bout, enter_break, finish, proceed
from glutetimer.core.record import Result
from glutetimer.core.state import EarlyEnd, State

#: Seconds in which the cue that failed can be named before the rest begins.
ASKING = 15.0


def form_broke(s: State, t: float, out: Out) -> State:
    """A proper finish: the rep in which the form broke does not count; the cue can be named."""
    if s.stage != "bout" or not s.worked:
        return s
    times = 1 + sum(
        1
        for bout, result in zip(s.plan.bouts, s.results, strict=True)
        if result and result.outcome == "form-broke" and bout.exercise.id == s.current.exercise.id
    )
    s = end_bout(replace(s, count=max(0, s.count - 1)), t, out, "form-broke")
    out.append(ev.FormBroke(t, s.step, s.bout, times))
    return replace(s, due=(Mark(t + ASKING, "end"),))


def pain(s: State, t: float, out: Out) -> State:
    """End the running bout, if one runs; the engine stops the clock. Back takes it up where it was: it was no pain."""
    if s.stage == "bout" and (s.worked or s.results[s.bout] is None):
        early = EarlyEnd(s.bout, t, s.count, s.worked)
        s = replace(end_bout(s, t, out, "pain"), early=early)
    s = replace(s, pained=s.last)
    out.append(ev.PainFelt(t, s.step, s.bout))
    return replace(s, due=(), fired=0) if s.stage == "asking" else s


def other_side(s: State, t: float, out: Out) -> State:
    """Leave out what is open of this exercise on the side that hurts; where there are no sides, nothing."""
    hurt = None if s.pained is None else s.plan.bouts[s.pained]
    if hurt is None or hurt.side not in ("left", "right"):
        return s
    same = (i for i, bout in enumerate(s.plan.bouts) if bout.exercise.id == hurt.exercise.id and bout.side == hurt.side)
    return _leave_out(s, set(same), t, out)


def skip(s: State, t: float, out: Out) -> State:
    """Leave out all that is open of this exercise today; reps already done stay."""
    s = _keep_reps(s, t, out)
    id_ = s.current.exercise.id
    return _leave_out(s, {i for i, bout in enumerate(s.plan.bouts) if bout.exercise.id == id_}, t, out)


def _keep_reps(s: State, t: float, out: Out) -> State:
    """What was done in the running bout stays, unless more of it was done before."""
    before = s.results[s.bout]
    if s.stage != "bout" or s.done <= (before.done if before else 0):
        return s
    return end_bout(s, t, out)


def _leave_out(s: State, bouts: set[int], t: float, out: Out) -> State:
    for bout in sorted(bouts):
        s = _skipped(s, bout, t, out)
    return proceed(s, t, out) if s.bout in bouts else s


def _skipped(s: State, bout: int, t: float, out: Out) -> State:
    if s.results[bout] is not None:
        return s
    out.append(ev.BoutEnded(t, 2 * bout + 1, bout, "skipped", 0, 0.0, "program"))
    return s.with_result(bout, Result("skipped", 0, 0.0, "program"))


def jump(s: State, bout: int, t: float, out: Out) -> State:
    """Go to a bout; what is jumped over is skipped, what was done stays."""
    if not 0 <= bout < len(s.plan.bouts):
        return s
    if bout > s.bout:
        s = _keep_reps(s, t, out)
    for between_them in range(s.bout, bout):
        s = _skipped(s, between_them, t, out)
    return enter_break(s, bout, break_to(s, bout), t, out)


def end_run(s: State, keep: bool, t: float, out: Out) -> State:
    """Finish here; the reps of a bout that runs are kept, what was never begun says so."""
    if not keep:
        return finish(s, t, out, "discarded")
    if s.stage == "bout" and s.worked and s.results[s.bout] is None:
        s = end_bout(s, t, out)
    s = _keep_reps(s, t, out)
    early = any(result is None for result in s.results)
    return finish(s, t, out, "early" if early else "finished")
