"""Commands that correct or explain: counts, the cue that failed, where it hurts."""

from __future__ import annotations

from glutetimer.core.record.answers import stepped
from glutetimer.core.record.record import MorePain, Result
from glutetimer.core.run import commands as cmd
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.again import beside, with_pain
from glutetimer.core.run.actions.transitions import Out, end_bout, proceed
from glutetimer.core.run.state import State, Untold
from glutetimer.core.run.timing import bout_marks, shifted
from glutetimer.core.run.which_bout import subject
from glutetimer.core.values import replace


def correct(s: State, by: int, t: float, out: Out) -> State:
    """Correct the count of the running bout, or of the bout that has just ended."""
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
    """Set the count at the runner's own pace, which nobody counts: the first correction starts from the target.

    No count ends the bout.
    """
    each = s.current.turns // s.current.target
    count = max(0, (s.count if s.corrected else s.current.turns) + by * each)
    if s.corrected and count == s.count:
        return s
    out.append(ev.Recounted(t, s.step, s.bout, count))
    return replace(s, count=count, corrected=True)


def recount(s: State, count: int, t: float, out: Out) -> State:
    """Set the count of the running bout; the current rep goes on under its new number."""
    s = replace(s, count=count)
    out.append(ev.Recounted(t, s.step, s.bout, count))
    if count >= s.current.turns:
        return proceed(end_bout(s, t, out), t, out)
    if s.current.pace != "counted":  # No rep has a due time.
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
    else:  # The bout stopped before it reached its target.
        done = min(done, max(target, result.done or 0))
    if done == result.done:
        return s
    return amend(s, bout, replace(result, done=done, outcome=outcome, counted_by="hand"), t, out)


def amend(s: State, bout: int, result: Result, t: float, out: Out) -> State:
    """Replace the result of a bout that is over."""
    out.append(ev.BoutAmended(t, 2 * bout + 1, bout))
    return s.with_result(bout, result)


def name_cue(s: State, cue: str, t: float, out: Out) -> State:
    """Write down which cue failed first when the form broke, and go on to the rest."""
    result = s.results[s.bout]
    if s.stage != "asking" or result is None or result.outcome != "form-broke":
        return s
    return proceed(amend(s, s.bout, replace(result, reason=cue), t, out), t, out)


def tell_pain(s: State, told: cmd.TellPain, t: float, out: Out) -> State:
    """Write the pain to the bout in which, or after which, it came; to the workout where there is no such bout.

    No earlier pain is lost: the one that says most stays with the bout, the others beside it.
    """
    untold = s.untold
    if untold is None:
        return s
    bout = s.pained
    if told.instead:
        s = _untold(s, untold)
    else:
        s = replace(s, untold=Untold(None if bout is None else s.results[bout], s.more_pain, untold.undo))
    new = MorePain(None if bout is None else bout + 1, told.score, told.place, told.side, told.flag)
    result = None if bout is None else s.results[bout]
    if bout is None or result is None:
        return replace(s, more_pain=with_pain(s.more_pain, new))
    result, more = beside(result, s.more_pain, new)
    if s.undo is not None and s.undo.what == "pain":  # The runner did feel pain.
        s = replace(s, undo=None, untold=replace(s.untold or untold, undo=s.undo))
    return amend(replace(s, more_pain=more), bout, result, t, out)


def untell(s: State, t: float, out: Out) -> State:
    """Undo the last pain that was entered while the clock stands for it: there was no pain after all."""
    if s.untold is None or (s.pained is None and s.more_pain == s.untold.more_pain):
        return s
    before = s.results
    s = _untold(s, s.untold)
    if s.pained is not None and s.results != before:
        out.append(ev.BoutAmended(t, 2 * s.pained + 1, s.pained))
    return s


def _untold(s: State, untold: Untold) -> State:
    s = replace(s, more_pain=untold.more_pain, undo=untold.undo or s.undo)
    result = None if s.pained is None else s.results[s.pained]
    if s.pained is None or result is None or untold.result is None:
        return s
    was = untold.result
    pain = replace(result, pain=was.pain, place=was.place, pain_side=was.pain_side, pain_flag=was.pain_flag)
    return s.with_result(s.pained, pain)
