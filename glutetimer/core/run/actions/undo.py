"""Back undoes what the last key ended, skipped, eased or jumped: all of it, until another bout has ended."""

from __future__ import annotations

from glutetimer.core.plan.breaks import lay_out
from glutetimer.core.record.record import Result
from glutetimer.core.run import commands as cmd
from glutetimer.core.run import events as ev
from glutetimer.core.run.actions.plan import replanned
from glutetimer.core.run.actions.transitions import (
    LEAD_SAME,
    Out,
    break_to,
    enter_bout,
    enter_break,
    keep_rest,
    lead_to,
    proceed,
)
from glutetimer.core.run.state import State, Undo
from glutetimer.core.values import replace

#: A hold that ended more than this many seconds ago starts again.
LONG_AGO = 10.0

_WHAT: dict[object, ev.Taken] = {
    cmd.Do.PAIN: "pain",
    cmd.Do.FORM_BROKE: "form",
    cmd.Do.SKIP: "skipped",
    cmd.Do.OTHER_SIDE: "skipped",
    cmd.Do.EASIER: "eased",
    cmd.Do.MAIN: "ended",
    cmd.Do.PACE: "ended",
    cmd.Jump: "jumped",
    cmd.Correct: "ended",
}


def remember(command: cmd.Wish, before: State, after: State, out: Out) -> State:
    """Add to the state `after` a command what it did, for Back to undo; `out` is what happened."""
    what = _WHAT.get(command if isinstance(command, cmd.Do) else type(command))
    ended = any(isinstance(event, ev.BoutEnded) for event in out)
    if what is None or after is before or after.stage == "over" or (what in ("ended", "pain") and not ended):
        return after
    changed = tuple(i for i, result in enumerate(after.results) if _worked(result) != _worked(before.results[i]))
    bouts = tuple(i for i, bout in enumerate(after.plan.bouts) if replace(bout, start=0.0) != _placed(before, i))
    wrote = after.results[before.bout] if before.bout in changed else None
    # A pain without an answer no longer matters once the run goes on; what came before an ended bout is over.
    earlier = None if after.undo and after.undo.what == "pain" else after.undo
    return replace(after, undo=Undo(what, before.t, replace(before, undo=earlier), changed, bouts, wrote))


def _worked(result: Result | None) -> Result | None:
    """Drop from the result the rest after it, which goes on changing."""
    return result and replace(result, rest=None)


def _placed(s: State, bout: int) -> object:
    return replace(s.plan.bouts[bout], start=0.0)


def take_back(s: State, undo: Undo, t: float, out: Out) -> State:
    """Undo what a key did. The time it took, rests and pains stay."""
    before = undo.before
    out.append(ev.TakenBack(t, before.step, before.bout, undo.what, undo.results))
    s = keep_rest(s, t)
    s = s if _stayed(undo) else _with_count(s, undo)
    for bout in undo.results:
        s = _as_before(s, bout, before.results[bout])
    s = _replan(s, undo)
    last = s.last if s.last is not None and s.results[s.last] is not None else before.last
    s = replace(s, last=last, undo=before.undo, back_at=None)
    return _where_it_was(s, undo, t, out)


def _stayed(undo: Undo) -> bool:
    """Whether the run stayed where it was: only the plan changed."""
    return undo.what == "eased" and not undo.results


def _with_count(s: State, undo: Undo) -> State:
    """Count to go on from: as it was, or as it was corrected since."""
    before, now = undo.before, s.results[undo.before.bout]
    s = replace(s, count=before.count, corrected=before.corrected)
    if now is None or now.done is None or undo.wrote is None:
        return s
    if now.done == undo.wrote.done or now.counted_by != "hand":
        return s
    turns = before.current.turns // before.current.target
    return replace(s, count=min(now.done, before.current.target) * turns, corrected=True)


def _as_before(s: State, bout: int, before: Result | None) -> State:
    """Restore the result that the bout had; a result with a pain stays, and the rest after it goes on being counted."""
    now = s.results[bout]
    if now is not None and (now.pain, now.place) != (before and before.pain, before.place if before else ""):
        return s
    rest = s.rested(bout)
    if before is None and rest is not None:
        s = replace(s, rests=(*(kept for kept in s.rests if kept[0] != bout), (bout, rest)))
    return s.with_result(bout, before and replace(before, rest=rest))


def _replan(s: State, undo: Undo) -> State:
    """Undo what the key changed in the plan; a pace chosen since then stays."""
    if not undo.bouts:
        return s
    bouts = list(s.plan.bouts)
    for i in undo.bouts:
        bouts[i] = replace(undo.before.plan.bouts[i], pace=bouts[i].pace)
    breaks, placed = lay_out(bouts, s.plan.lengths)
    return replace(s, plan=replace(s.plan, breaks=tuple(breaks), bouts=tuple(placed)))


def _where_it_was(s: State, undo: Undo, t: float, out: Out) -> State:
    """Go on where the key was pressed; if the key did not lead away from there, go on from here."""
    before = undo.before
    if _stayed(undo):
        return replanned(s, t, out) if s.bout in undo.bouts else s
    if before.stage == "bout":
        return _on(s, undo, t, out)
    if undo.what == "form":  # The broken form was noted in a break, which goes on.
        return proceed(s, t, out) if s.stage == "asking" else s
    if before.stage == s.stage == "break" and (s.bout, s.began) == (before.bout, before.began):
        return s  # The key did not lead away: the rest goes on.
    if before.stage == "asking":
        return proceed(replace(s, stage="asking", bout=before.bout, waits=before.waits), t, out)
    return enter_break(s, before.bout, break_to(s, before.bout), t, out)


def _on(s: State, undo: Undo, t: float, out: Out) -> State:
    """Let the bout go on from its count; a hold from its seconds, unless that is long ago."""
    before = undo.before
    lead = LEAD_SAME if s.place == before.bout else lead_to(s, before.bout)
    anew = before.current.exercise.kind == "hold" and t - undo.at > LONG_AGO
    elapsed = 0.0 if anew else before.worked
    return enter_bout(s, before.bout, t, out, lead=lead, count=s.count, elapsed=elapsed)
