"""Moves of a run from step to step. Each takes a state and a run time, and appends to `out` what happened."""

from __future__ import annotations

from glutetimer.core.plan.breaks import between
from glutetimer.core.plan.plan import Break
from glutetimer.core.record.record import NOT_REACHED, CountedBy, Outcome, Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.again import merged
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import Mark, bout_marks, break_marks, count_in, shifted
from glutetimer.core.session.session import LYING
from glutetimer.core.values import replace

#: Seconds of count-in before the same bout comes again or goes on, and before another bout.
LEAD_SAME = 3.0
LEAD_OTHER = 5.0
LEAD_OTHER_LYING = 10.0
#: Seconds that a break keeps for the count-in after it was paused, shortened or stopped for a question.
LEAST_LEFT = 3.0
STARTED = {"setup": ev.SetupStarted, "switch": ev.SwitchStarted, "rest": ev.RestStarted}

Out = list[ev.Event]


def enter_break(s: State, bout: int, before: Break, t: float, out: Out) -> State:
    """Begin the break that leads to `bout`."""
    s = keep_rest(s, t)
    s = replace(s, stage="break", bout=bout, before=before, began=t, go=t + before.seconds, t=t, waits=None)
    s = replace(s, due=shifted(break_marks(before.seconds), t), fired=0, count=0, phase=0, leads=None)
    out.append(STARTED[before.kind](t, s.step, bout, before.seconds))
    return s


def enter_bout(
    s: State, bout: int, t: float, out: Out, *, lead: float = 0.0, count: int = 0, elapsed: float = 0.0
) -> State:
    """Begin `bout` after a count-in of `lead` seconds, from `count` reps or `elapsed` seconds of a hold."""
    s = keep_rest(s, t)
    go = t + lead
    began = go - elapsed
    s = replace(s, stage="bout", bout=bout, place=bout, before=None, began=began, go=go, rep_began=go, t=t)
    s = replace(s, count=count, phase=0, waits=None, leads=None, corrected=s.corrected and elapsed > 0)
    if lead:
        out.append(ev.LeadStarted(t, s.step, bout, lead))
    hold = s.current.exercise.kind == "hold"
    marks = shifted(bout_marks(s.current, count, unattended=s.unattended), began if hold else go)
    rest = tuple(mark for mark in marks if mark.at >= go)
    return replace(s, due=(*shifted(count_in(lead), t), Mark(go, "start"), *rest), fired=0)


def lead_to(s: State, bout: int) -> float:
    """Seconds of count-in for a bout that starts out of turn."""
    return LEAD_OTHER_LYING if s.plan.bouts[bout].exercise.posture in LYING else LEAD_OTHER


def end_bout(s: State, t: float, out: Out, outcome: Outcome | None = None, done: int | None = None) -> State:
    """Give the running bout its result; without an outcome, done or short by its count (short if unknown).

    The better result of a bout done again is kept. Back can no longer undo what a key did before.
    """
    done = s.told if done is None else done
    reached = done is not None and done >= s.current.target
    now = Result(outcome or ("done" if reached else "short"), done, round(s.worked, 3), counted_by(s))
    result = merged(replace(now, rest=s.rested(s.bout)), s.results[s.bout])
    s = replace(s.with_result(s.bout, result), last=s.bout, stage="asking", due=(), fired=0, began=t, t=t, undo=None)
    out.append(ev.BoutEnded(t, s.step, s.bout, result.outcome, result.done, result.seconds, result.counted_by))
    return s


def own_count(s: State) -> int:
    """Reps of a bout that ends as meant: its target, unless the runner gave another count."""
    return s.done if s.corrected and s.current.pace == "own" and s.current.exercise.kind == "reps" else s.current.target


def counted_by(s: State) -> CountedBy:
    """Who counts the running bout; one correction makes it the runner's count."""
    if s.corrected:
        return "hand"
    if s.unattended or s.current.pace == "counted":
        return "program"
    return "tap" if s.current.pace == "tap" else "hand"


def proceed(s: State, t: float, out: Out) -> State:
    """Go on to the next bout that has no result, or end the run; return to a break that stopped for a question."""
    if s.stage == "asking" and s.waits is not None:
        bout, left = s.waits
        return enter_break(s, bout, replace(break_to(s, bout), seconds=max(left, LEAST_LEFT)), t, out)
    following = s.next_open(s.bout)
    if following is None:
        return finish(s, t, out, "finished")
    return enter_break(s, following, break_to(s, following), t, out)


def break_to(s: State, bout: int) -> Break:
    """Break that starts from where the runner is: the plan's own where the run follows the plan."""
    left = s.left_for(bout)
    return between(None if left is None else s.plan.bouts[left], s.plan.bouts[bout], s.plan.lengths)


def finish(s: State, t: float, out: Out, end: ev.End) -> State:
    """End the run; mark the bouts that were never reached."""
    s = keep_rest(s, t)
    out.append(ev.Finished(t, s.step, s.bout, end))
    results = tuple(result or NOT_REACHED for result in s.results)
    return replace(s, results=results, stage="over", due=(), fired=0, began=t, t=t, end=end)


def keep_rest(s: State, t: float) -> State:
    """Write down how long the runner rested after the bout that ended last; a rest that starts again adds to it."""
    result = None if s.last is None else s.results[s.last]
    if s.stage != "break" or s.before is None or s.before.kind != "rest" or s.last is None or result is None:
        return s
    return s.with_result(s.last, replace(result, rest=round((result.rest or 0.0) + t - s.began, 3)))


def fire(s: State, mark: Mark, out: Out) -> State:
    """Make the mark that is due happen."""
    s = replace(s, fired=s.fired + 1, t=mark.at)
    if mark.what == "start":
        out.append(ev.BoutStarted(mark.at, s.step, s.bout))
        return s
    if mark.what == "end":
        return _end_of_step(s, mark.at, out)
    return _signal(s, mark, out)


def _end_of_step(s: State, t: float, out: Out) -> State:
    if s.stage == "break":
        return enter_bout(s, s.bout, t, out)
    if s.stage == "bout":
        s = end_bout(s, t, out, done=own_count(s))
    return proceed(s, t, out)


def _signal(s: State, mark: Mark, out: Out) -> State:
    at, step, bout = mark.at, s.step, s.bout
    match mark.what:
        case "count":
            out.append(ev.CountIn(at, step, bout, mark.n))
        case "phase":
            s = replace(s, phase=mark.phase, rep_began=at if mark.phase == 0 else s.rep_began)
            label = s.current.exercise.tempo[mark.phase].label
            out.append(ev.PhaseStarted(at, step, bout, mark.n, mark.phase, label))
        case "rep":
            s = replace(s, count=mark.n)
            out.append(ev.RepDone(at, step, bout, mark.n, s.current.turns))
        case "half":
            out.append(ev.Halfway(at, step, bout))
        case "last":
            out.append(ev.LastSeconds(at, step, bout, mark.n))
        case _:
            out.append(ev.TargetReached(at, step, bout))
    return s
