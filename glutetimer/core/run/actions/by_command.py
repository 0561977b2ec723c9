"""All commands in one table: one function a command, all of the same shape (state, run time, out)."""

from __future__ import annotations

from collections.abc import Callable

from glutetimer.core.run import commands as cmd
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.amend import correct, name_cue, recount, tell_pain, untell
from glutetimer.core.run.actions.leave import end_run, form_broke, jump, other_side, pain, skip
from glutetimer.core.run.actions.plan import easier, lengthen, pace, rest_on, start_soon
from glutetimer.core.run.actions.transitions import (
    LEAD_SAME,
    Out,
    break_to,
    end_bout,
    enter_bout,
    enter_break,
    lead_to,
    own_count,
    proceed,
)
from glutetimer.core.run.actions.undo import remember, take_back
from glutetimer.core.run.state import State
from glutetimer.core.run.which_bout import subject
from glutetimer.core.values import replace

#: Back goes one bout further when it comes again within this many seconds.
BACK_AGAIN = 2.0

Order = Callable[[State, float, Out], State]


def main_key(s: State, t: float, out: Out) -> State:
    """Do what the screen names for the main key: start now, tap, done, or end here."""
    if s.stage == "break":
        return start_soon(s, t, out)
    if s.stage == "asking":
        return proceed(s, t, out)
    if t < s.go:
        return _start_now(s, t, out)
    if s.current.exercise.kind == "reps" and s.current.pace == "tap":
        return _tap(s, t, out)
    if s.current.exercise.kind == "reps" and s.current.pace == "own":
        return proceed(end_bout(s, t, out, done=own_count(s)), t, out)
    if not s.done and s.results[s.bout] is not None:  # Started again and nothing done yet: the earlier result stays.
        return proceed(s, t, out)
    return proceed(end_bout(s, t, out), t, out)


def _start_now(s: State, t: float, out: Out) -> State:
    """Leave out the rest of a count-in."""
    return enter_bout(s, s.bout, t, out, count=s.count, elapsed=s.worked)


def _tap(s: State, t: float, out: Out) -> State:
    return _counted_to(s, s.count + 1, t, out)


def _counted_to(s: State, count: int, t: float, out: Out) -> State:
    """Complete the rep with this number; the last one ends the bout."""
    s = replace(s, count=count)
    out.append(ev.RepDone(t, s.step, s.bout, count, s.current.turns))
    return proceed(end_bout(s, t, out), t, out) if count >= s.current.turns else s


def back(s: State, t: float, out: Out) -> State:
    """Undo a tap, or what the last key did; else start this bout again, and pressed again at once, the bout before."""
    if s.leads is not None and s.undoes == "started":
        return rest_on(s, s.leads, t, out)
    again = s.back_at is not None and t - s.back_at <= BACK_AGAIN
    if s.stage == "bout" and s.current.pace == "tap" and s.count and t >= s.go and not _eased_since(s):
        return recount(s, s.count - 1, t, out)
    if s.undo is not None and (s.pained is None or s.undo.what == "pain"):
        return take_back(s, s.undo, t, out)
    if s.stage == "bout" and again and s.bout > 0:
        s = enter_bout(s, s.bout - 1, t, out, lead=lead_to(s, s.bout - 1))
    else:
        s = redo(s, t, out)
    return replace(s, back_at=t)


def _eased_since(s: State) -> bool:
    """Whether this bout was made easier since its last tap."""
    undo = s.undo
    return undo is not None and undo.what == "eased" and undo.before.bout == s.bout and s.count <= undo.before.count


def redo(s: State, t: float, out: Out) -> State:
    """Do the running bout, or the bout that has just ended, once more; during the set-up, repeat the set-up."""
    about = subject(s, cmd.Do.AGAIN)
    if about is None or (s.stage != "bout" and s.last is None):
        return enter_break(s, s.bout, break_to(s, s.bout), t, out)
    return enter_bout(s, about, t, out, lead=LEAD_SAME)


def pass_on(s: State, t: float, out: Out) -> State:
    """Go on to the rest without naming a cue."""
    return proceed(s, t, out) if s.stage == "asking" else s


ORDERS: dict[cmd.Do, Order] = {
    cmd.Do.MAIN: main_key,
    cmd.Do.GO_ON: pass_on,
    cmd.Do.BACK: back,
    cmd.Do.AGAIN: redo,
    cmd.Do.FORM_BROKE: form_broke,
    cmd.Do.PAIN: pain,
    cmd.Do.NO_PAIN: untell,
    cmd.Do.OTHER_SIDE: other_side,
    cmd.Do.SKIP: skip,
    cmd.Do.EASIER: easier,
    cmd.Do.PACE: pace,
}


def order(s: State, command: cmd.Wish, t: float, out: Out) -> State:
    """Carry out a command; return the very same state for a command that makes no sense here."""
    return remember(command, s, _carried_out(s, command, t, out), out)


def _carried_out(s: State, command: cmd.Wish, t: float, out: Out) -> State:
    match command:
        case cmd.Do():
            return ORDERS[command](s, t, out)
        case cmd.Correct(by):
            return correct(s, by, t, out)
        case cmd.Lengthen(by_seconds):
            return lengthen(s, by_seconds, t, out)
        case cmd.Jump(bout):
            return jump(s, bout, t, out)
        case cmd.NameCue(cue):
            return name_cue(s, cue, t, out)
        case cmd.TellPain():
            return tell_pain(s, command, t, out)
        case _:
            return end_run(s, command.keep, t, out)
