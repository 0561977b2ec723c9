"""Commands that leave something out or end it: form broke, pain, skip, jump, finish."""

from __future__ import annotations

from collections.abc import Iterable

from glutetimer.core.record.answers import broken
from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.amend import amend
from glutetimer.core.run.actions.transitions import Out, break_to, end_bout, enter_break, finish, keep_rest, proceed
from glutetimer.core.run.commands import Do
from glutetimer.core.run.state import State, Untold
from glutetimer.core.run.timing import Mark
from glutetimer.core.run.which_bout import hurt_side, open_of, subject
from glutetimer.core.values import replace

#: Seconds to name the cue that failed before the rest begins.
ASKING = 15.0


def form_broke(s: State, t: float, out: Out) -> State:
    """End the bout properly: the rep in which the form broke does not count; the cue can be named. In a break, too."""
    bout = subject(s, Do.FORM_BROKE)
    if bout is None or s.stage == "asking" or (s.stage == "bout" and not s.worked):
        return s
    if s.stage == "break":
        return _admit(s, bout, t, out)
    times = _times(s, bout)
    s = end_bout(replace(s, count=max(0, s.count - 1)), t, out, "form-broke")
    return _ask(s, times, t, out)


def _admit(s: State, bout: int, t: float, out: Out) -> State:
    """Note a broken form for the bout that has just ended. The break stops for the question and goes on after it."""
    result = s.results[bout]
    if result is None or result.outcome == "pain":
        return s
    times = _times(s, bout)
    waits = (s.bout, s.go - t)
    s = replace(keep_rest(s, t), stage="asking", bout=bout, before=None, waits=waits, began=t, t=t)
    return _ask(
        amend(s, bout, broken(result, s.plan.bouts[bout].exercise.kind, s.plan.bouts[bout].target), t, out),
        times,
        t,
        out,
    )


def _ask(s: State, times: int, t: float, out: Out) -> State:
    out.append(ev.FormBroke(t, s.step, s.bout, times))
    return replace(s, due=(Mark(t + ASKING, "end"),), fired=0)


def _times(s: State, bout: int) -> int:
    """Count how often the form of this exercise has broken, this time included; the same bout counts only once."""
    id_, again = s.plan.bouts[bout].exercise.id, bout if s.stage == "break" else None
    pairs = enumerate(zip(s.plan.bouts, s.results, strict=True))
    return 1 + sum(
        1
        for i, (other, result) in pairs
        if result and result.outcome == "form-broke" and other.exercise.id == id_ and i != again
    )


def pain(s: State, t: float, out: Out) -> State:
    """End the running bout if it is at work; the engine stops the clock. Back returns to where it was."""
    about = subject(s, Do.PAIN)
    if s.stage == "bout" and about == s.bout and (s.worked or s.results[s.bout] is None):
        s = end_bout(s, t, out, "pain")
    s = replace(s, pained=about, untold=Untold(None if about is None else s.results[about], s.more_pain))
    out.append(ev.PainFelt(t, s.step, s.bout))
    return replace(s, due=(), fired=0) if s.stage == "asking" else s


def other_side(s: State, t: float, out: Out) -> State:
    """Leave out the open bouts of this exercise on the side that hurts, where the other side still has some."""
    side = hurt_side(s)
    left = [i for i in open_of(s, s.pained) if s.plan.bouts[i].side != side]
    if side is None or s.pained is None or not left:
        return s
    id_ = s.plan.bouts[s.pained].exercise.id
    same = {i for i, bout in enumerate(s.plan.bouts) if bout.exercise.id == id_ and bout.side == side}
    return _leave_out(s, same, t, out)


def skip(s: State, t: float, out: Out) -> State:
    """Leave out all open bouts of an exercise today, first of the exercise that hurts; reps already done stay."""
    wanted = open_of(s, subject(s, Do.SKIP))
    if not wanted:
        return s
    if s.bout in wanted:
        s = _keep_reps(s, t, out)
    return _leave_out(s, set(wanted), t, out)


def _keep_reps(s: State, t: float, out: Out) -> State:
    """Keep what was done in the running bout, unless more of it was done before."""
    return end_bout(s, t, out) if s.stage == "bout" and _is_more(s) else s


def _is_more(s: State) -> bool:
    """Whether the running bout says more than its result up to now. Work that nobody counted says more than no work."""
    before = s.results[s.bout]
    if s.told is None:
        return before is None and s.worked > 0
    return s.told > ((before.done or 0) if before else 0)


def _leave_out(s: State, bouts: set[int], t: float, out: Out) -> State:
    """Skip these bouts where they are open, and go on with others."""
    at_hand = s.bout in bouts or s.stage == "asking"
    s = _skipped(s, sorted(bouts), t, out)
    if s.waits is not None and s.waits[0] in bouts:
        s = replace(s, waits=None)
    return proceed(s, t, out) if at_hand else s


def _skipped(s: State, bouts: Iterable[int], t: float, out: Out) -> State:
    """Mark those of the bouts that are open as skipped."""
    left = tuple(bout for bout in bouts if s.results[bout] is None)
    for bout in left:
        out.append(ev.BoutEnded(t, 2 * bout + 1, bout, "skipped", 0, 0.0, "program"))
        s = s.with_result(bout, Result("skipped", 0, 0.0, "program", rest=s.rested(bout)))
    if left:
        out.append(ev.Skipped(t, 2 * left[0] + 1, left[0], left))
    return s


def jump(s: State, bout: int, t: float, out: Out) -> State:
    """Go to a bout; the bouts in between are skipped, what was done stays."""
    if not 0 <= bout < len(s.plan.bouts):
        return s
    if bout > s.bout:
        s = _keep_reps(s, t, out)
    s = _skipped(s, range(s.bout, bout), t, out)
    return enter_break(s, bout, break_to(s, bout), t, out)


def end_run(s: State, keep: bool, t: float, out: Out) -> State:
    """End the run here; keep the reps of a running bout, and mark bouts that never started as not reached."""
    if not keep:
        return finish(s, t, out, "discarded")
    if s.stage == "bout" and s.worked and s.results[s.bout] is None:
        s = end_bout(s, t, out)
    s = _keep_reps(s, t, out)
    early = any(result is None for result in s.results)
    return finish(s, t, out, "early" if early else "finished")
