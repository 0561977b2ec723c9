"""Commands that change how the run goes on: pace, easier, the length of a rest, going on after a pause."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core import events as ev
from glutetimer.core.easing import eased
from glutetimer.core.marks import Mark, break_marks, shifted
from glutetimer.core.moves import LEAD_SAME, Out, end_bout, enter_bout, proceed
from glutetimer.core.session import PACES
from glutetimer.core.state import State

#: A break that was paused or shortened still leaves time for the count-in.
LEAST_LEFT = 3.0


def easier(s: State, t: float, out: Out) -> State:
    """The easier variant from here on; where there is none, a third less."""
    plan = eased(s)
    s = replace(s, plan=plan)
    out.append(ev.Eased(t, s.step, s.bout, s.current.exercise.name, s.current.target))
    if s.stage == "asking":
        return proceed(s, t, out)
    return _again_from_here(s, t, out) if s.stage == "bout" else s


def pace(s: State, t: float, out: Out) -> State:
    """The next pace for this exercise, from here on."""
    wanted = PACES[(PACES.index(s.current.pace) + 1) % len(PACES)]
    id_ = s.current.exercise.id
    bouts = tuple(
        replace(bout, pace=wanted) if i >= s.bout and bout.exercise.id == id_ else bout
        for i, bout in enumerate(s.plan.bouts)
    )
    s = replace(s, plan=replace(s.plan, bouts=bouts))
    out.append(ev.PaceChanged(t, s.step, s.bout, wanted))
    return _again_from_here(s, t, out) if s.stage == "bout" else s


def _again_from_here(s: State, t: float, out: Out) -> State:
    """Count in, then go on with the reps or seconds so far (under changed rules)."""
    if s.done >= s.current.target and (s.current.pace == "counted" or s.current.exercise.kind == "reps"):
        return proceed(end_bout(s, t, out), t, out)
    return enter_bout(s, s.bout, t, out, lead=LEAD_SAME, count=s.count, elapsed=s.worked)


def go_on(s: State, t: float, out: Out, *, long: bool) -> State:
    """After a pause: count in; a hold that stood for long (`long`) starts again; a rest leaves time to count."""
    if s.stage == "asking":
        return s if s.next_mark else proceed(s, t, out)
    if s.stage == "break":
        return lengthen(s, 0.0, t, out)
    if s.current.exercise.kind == "hold" and long:
        return enter_bout(s, s.bout, t, out, lead=LEAD_SAME)
    return _lead_back(s, t, out)


def _lead_back(s: State, t: float, out: Out) -> State:
    """Three seconds of count-in, then everything that was due, that much later."""
    wait = LEAD_SAME - max(0.0, s.go - t)
    left = [mark for mark in s.due[s.fired :] if mark.what != "count"]
    count = shifted(break_marks(LEAD_SAME)[:-1], t)
    go = t + LEAD_SAME
    out.append(ev.LeadStarted(t, s.step, s.bout, LEAD_SAME))
    later = [mark for mark in shifted(left, wait) if mark.what != "start"]
    s = replace(s, due=(*count, Mark(go, "start"), *later), fired=0, began=s.began + wait)
    return replace(s, go=go, rep_began=s.rep_began + wait)


def lengthen(s: State, by: float, t: float, out: Out) -> State:
    """Make the running break longer or shorter; the count-in always fits."""
    if s.stage != "break" or s.before is None:
        return s
    least = s.elapsed + LEAST_LEFT
    seconds = max(s.before.seconds + by, least if by == 0 else min(s.before.seconds, least))
    if seconds == s.before.seconds:
        return s
    out.append(ev.RestChanged(t, s.step, s.bout, seconds))
    marks = [mark for mark in shifted(break_marks(seconds), s.began) if mark.at > t]
    before = replace(s.before, seconds=seconds)
    return replace(s, before=before, due=tuple(marks), fired=0, go=s.began + seconds)
