"""Commands that correct or explain: counts, the cue that failed, where it hurts."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core import commands as cmd
from glutetimer.core import events as ev
from glutetimer.core.again import worse
from glutetimer.core.correct import stepped
from glutetimer.core.marks import bout_marks, shifted
from glutetimer.core.moves import Out, end_bout, proceed
from glutetimer.core.record import Result
from glutetimer.core.state import State
from glutetimer.core.subject import subject


def correct(s: State, by: int, t: float, out: Out) -> State:
    """Correct the count of the running bout, or of the one that has just ended."""
    bout = subject(s, cmd.Correct(by))
    if bout is None:
        return s
    if s.stage != "bout":
        return _correct_over(s, bout, by, t, out)
    if s.current.exercise.kind == "hold" or t < s.go:
        return s
    if s.current.pace == "own":
        return _set_own(s, by, t, out)
    count = max(0, min(s.current.turns, s.count + by))
    return s if count == s.count else recount(replace(s, corrected=True), count, t, out)


def _set_own(s: State, by: int, t: float, out: Out) -> State:
    """At one's own pace nobody counts: the first correction starts from the target, and nothing ends the bout."""
    each = s.current.turns // s.current.target
    count = max(0, (s.count if s.corrected else s.current.turns) + by * each)
    if s.corrected and count == s.count:
        return s
    out.append(ev.Recounted(t, s.step, s.bout, count))
    return replace(s, count=count, corrected=True)


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


def _correct_over(s: State, bout: int, by: int, t: float, out: Out) -> State:
    result = s.results[bout]
    if result is None:
        return s
    outcome, target = result.outcome, s.plan.bouts[bout].target
    done = stepped(result.done, by, target)
    if outcome in ("done", "short"):
        outcome = "done" if done >= target else "short"
    else:  # It was stopped on the way to its target.
        done = min(done, max(target, result.done or 0))
    if done == result.done:
        return s
    return amend(s, bout, replace(result, done=done, outcome=outcome, counted_by="hand"), t, out)


def amend(s: State, bout: int, result: Result, t: float, out: Out) -> State:
    """Give a bout that is over another result."""
    out.append(ev.BoutAmended(t, 2 * bout + 1, bout))
    return s.with_result(bout, result)


def name_cue(s: State, cue: str, t: float, out: Out) -> State:
    """Write down what went first when the form broke, and go on to the rest."""
    result = s.results[s.bout]
    if s.stage != "asking" or result is None or result.outcome != "form-broke":
        return s
    return proceed(amend(s, s.bout, replace(result, reason=cue), t, out), t, out)


def tell_pain(s: State, told: cmd.TellPain, t: float, out: Out) -> State:
    """Write the pain to the bout in which, or after which, it came; one told before stays where it was worse."""
    result = None if s.pained is None else s.results[s.pained]
    if s.pained is None or result is None:
        return s
    new = replace(result, pain=told.score, place=told.place, pain_side=told.side, pain_flag=told.flag)
    undo = None if s.undo and s.undo.what == "pain" else s.undo  # It was a pain.
    return amend(replace(s, undo=undo), s.pained, worse(new, result), t, out)
