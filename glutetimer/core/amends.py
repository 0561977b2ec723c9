"""Commands that correct or explain: counts, the cue that failed, where it hurts."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core import commands as cmd
from glutetimer.core import events as ev
from glutetimer.core.marks import bout_marks, shifted
from glutetimer.core.moves import Out, end_bout, proceed
from glutetimer.core.record import Result
from glutetimer.core.state import State


def correct(s: State, by: int, t: float, out: Out) -> State:
    """Correct the count of the running bout, or of the one that has just ended."""
    if s.stage != "bout":
        return _correct_last(s, by, t, out)
    count = max(0, min(s.current.turns, s.count + by))
    if s.current.exercise.kind == "hold" or s.current.pace == "own" or t < s.go or count == s.count:
        return s
    return recount(replace(s, corrected=True), count, t, out)


def recount(s: State, count: int, t: float, out: Out) -> State:
    """Set the count of the running bout; the rep under way goes on under its new number."""
    s = replace(s, count=count)
    out.append(ev.Recounted(t, s.step, s.bout, count))
    if count >= s.current.turns:
        return proceed(end_bout(s, t, out), t, out)
    if s.current.pace != "counted":  # Nothing is due at a rep.
        return s
    marks = shifted(bout_marks(s.current, count), s.rep_began)
    return replace(s, due=tuple(mark for mark in marks if mark.at > t), fired=0)


def _correct_last(s: State, by: int, t: float, out: Out) -> State:
    result = None if s.last is None else s.results[s.last]
    if s.last is None or result is None:
        return s
    done, outcome, target = max(0, result.done + by), result.outcome, s.plan.bouts[s.last].target
    if outcome in ("done", "short"):
        outcome = "done" if done >= target else "short"
    else:  # It was stopped on the way to its target.
        done = min(done, max(target, result.done))
    if done == result.done:
        return s
    return _amend(s, s.last, replace(result, done=done, outcome=outcome, counted_by="hand"), t, out)


def _amend(s: State, bout: int, result: Result, t: float, out: Out) -> State:
    out.append(ev.BoutAmended(t, 2 * bout + 1, bout))
    return s.with_result(bout, result)


def name_cue(s: State, cue: str, t: float, out: Out) -> State:
    """Write down what went first when the form broke, and go on to the rest."""
    result = s.results[s.bout]
    if s.stage != "asking" or result is None or result.outcome != "form-broke":
        return s
    return proceed(_amend(s, s.bout, replace(result, reason=cue), t, out), t, out)


def tell_pain(s: State, told: cmd.TellPain, t: float, out: Out) -> State:
    """Write the pain to the bout in which, or after which, it came."""
    result = None if s.pained is None else s.results[s.pained]
    if s.pained is None or result is None:
        return s
    return _amend(s, s.pained, replace(result, pain=told.score, place=told.place, pain_side=told.side), t, out)
