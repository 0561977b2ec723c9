"""Commands that change how the run goes on: pace, an easier form, the length of a rest, going on after a pause."""

from __future__ import annotations

from collections.abc import Collection

from glutetimer.core.plan.breaks import changes, lay_out
from glutetimer.core.plan.compile import bout_seconds
from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.transitions import (
    LEAD_SAME,
    LEAST_LEFT,
    Out,
    break_to,
    end_bout,
    enter_bout,
    proceed,
)
from glutetimer.core.run.commands import Do
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import Mark, break_marks, count_in, shifted
from glutetimer.core.run.which_bout import open_of, subject
from glutetimer.core.session.forms import next_easier
from glutetimer.core.session.session import PACES
from glutetimer.core.values import replace


def easier(s: State, t: float, out: Out) -> State:
    """Switch the exercise that hurts, runs or comes next to its easier variant from here on; without a variant, a
    third less."""
    bouts = open_of(s, subject(s, Do.EASIER))
    plan = eased(s.plan, bouts)
    if plan == s.plan:
        return s
    was, now = s.plan.bouts[bouts[0]], plan.bouts[bouts[0]]
    s = replace(s, plan=plan)
    out.append(ev.Eased(t, s.step, s.bout, now.exercise.name, now.target, changes(was.exercise, now.exercise)))
    if s.stage == "asking":
        return proceed(s, t, out)
    return replanned(s, t, out) if s.bout in bouts else s


def replanned(s: State, t: float, out: Out) -> State:
    """Go on with the running or next bout under a changed plan."""
    return _prepared(s) if s.stage == "break" else _again_from_here(s, t, out)


def _prepared(s: State) -> State:
    """Update the running break: an easier variant may need the band elsewhere."""
    return replace(s, before=s.before and replace(s.before, changes=break_to(s, s.bout).changes))


def pace(s: State, t: float, out: Out) -> State:
    """Switch this exercise to the next pace from here on; bouts that are over stay as they are."""
    changed = open_of(s, subject(s, Do.PACE))
    if not changed:
        return s
    wanted = PACES[(PACES.index(s.plan.bouts[changed[0]].pace) + 1) % len(PACES)]
    bouts = tuple(replace(bout, pace=wanted) if i in changed else bout for i, bout in enumerate(s.plan.bouts))
    s = replace(s, plan=replace(s.plan, bouts=bouts))
    out.append(ev.PaceChanged(t, s.step, s.bout, wanted))
    return _again_from_here(s, t, out) if s.stage == "bout" else s


def _again_from_here(s: State, t: float, out: Out) -> State:
    """Count in, then go on from the reps or seconds done (under changed rules)."""
    counts_on = s.current.exercise.kind == "hold" and s.current.pace != "counted" and not s.unattended
    if s.done >= s.current.target and not counts_on:
        return proceed(end_bout(s, t, out), t, out)
    return enter_bout(s, s.bout, t, out, lead=_lead(s, t), count=s.count, elapsed=s.worked)


def _lead(s: State, t: float) -> float:
    """Seconds of count-in for the running bout; a longer count-in that is still running is not cut."""
    return max(LEAD_SAME, s.go - t)


def go_on(s: State, t: float, out: Out, *, long: bool) -> State:
    """Go on after a pause: count in; a rest keeps enough time to count.

    A hold starts again after a long pause (`long`); a hold that had reached its target is done.
    """
    if long and s.stage == "bout" and s.current.exercise.kind == "hold":
        if s.done < s.current.target:
            return enter_bout(s, s.bout, t, out, lead=_lead(s, t))
        s = end_bout(s, t, out)
    if s.stage == "asking" and s.next_mark is None:
        s = proceed(s, t, out)
    if s.stage == "bout":
        return _lead_back(s, t, out)
    return _leave(s, LEAST_LEFT, t, out) if s.stage == "break" and s.go - t <= LEAST_LEFT else s


def begun_anew(s: State, target: int) -> State:
    """Set the running hold back to 0 seconds, unless it was held to this target; reps stay as they are."""
    return replace(s, began=max(s.t, s.go)) if s.current.exercise.kind == "hold" and s.done < target else s


def _lead_back(s: State, t: float, out: Out) -> State:
    """Count in, and move all that was due back by that time."""
    lead = _lead(s, t)
    wait = lead - max(0.0, s.go - t)
    left = [mark for mark in s.due[s.fired :] if mark.what not in ("count", "start")]
    out.append(ev.LeadStarted(t, s.step, s.bout, lead))
    due = (*shifted(count_in(lead), t), Mark(t + lead, "start"), *shifted(left, wait))
    return replace(s, due=due, fired=0, began=s.began + wait, go=t + lead, rep_began=s.rep_began + wait)


def lengthen(s: State, by: float, t: float, out: Out) -> State:
    """Make the running break longer or shorter; the count-in always fits."""
    left = s.go - t
    wanted = max(left + by, min(left, LEAST_LEFT))
    return s if s.stage != "break" or wanted == left else _leave(replace(s, leads=None), wanted, t, out)


def start_soon(s: State, t: float, out: Out) -> State:
    """Let the running break end after the lead-in, or as soon as it would end anyway; at once where it runs already."""
    lead = min(s.plan.lengths.lead, s.go - t)
    if s.leads is not None or lead <= 0:
        return enter_bout(s, s.bout, t, out)
    out.append(ev.LeadStarted(t, s.step, s.bout, lead))
    ends = s.go
    return replace(s if ends - t <= lead else _ending_in(s, lead, t), leads=ends)


def rest_on(s: State, ends: float, t: float, out: Out) -> State:
    """Undo "start now": the break ends when it would have ended (`ends`), and keeps enough time to count."""
    out.append(ev.TakenBack(t, s.step, s.bout, "started", ()))
    return _leave(replace(s, leads=None), max(ends - t, min(s.go - t, LEAST_LEFT)), t, out)


def _leave(s: State, left: float, t: float, out: Out) -> State:
    """Let the running break last `left` more seconds, the last three of them counted."""
    after = _ending_in(s, left, t)
    if s.before and after.before and s.before.seconds != after.before.seconds:
        out.append(ev.RestChanged(t, s.step, s.bout, after.before.seconds))
    return after


def _ending_in(s: State, left: float, t: float) -> State:
    before = s.before and replace(s.before, seconds=round(s.elapsed + left, 3))
    return replace(s, before=before, due=shifted(break_marks(left), t), fired=0, go=t + left)


def eased(plan: Plan, bouts: Collection[int]) -> Plan:
    """Make these bouts of the plan easier; return the same plan where they cannot be."""
    without = frozenset(plan.without)
    wanted = [_easier_bout(bout, without) if i in bouts else bout for i, bout in enumerate(plan.bouts)]
    breaks, placed = lay_out(wanted, plan.lengths)
    return replace(plan, breaks=tuple(breaks), bouts=tuple(placed))


def _easier_bout(bout: Bout, without: frozenset[str]) -> Bout:
    """Switch to the next easier form that the kit allows; after the last one, to a third less."""
    exercise = next_easier(bout.exercise, without)
    if exercise is not None:
        return replace(bout, exercise=exercise)
    target = max(1, bout.target * 2 // 3)
    return replace(bout, target=target, seconds=bout_seconds(bout.exercise, bout.side, target))
