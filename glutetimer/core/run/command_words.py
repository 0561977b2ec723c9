"""Sentences that every front end uses: what a command is about, what it did, and why it cannot do anything."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.run import commands as cmd
from glutetimer.core.run import events as ev
from glutetimer.core.run.state import State
from glutetimer.core.run.which_bout import just_done, subject
from glutetimer.core.session.session import Pace
from glutetimer.core.text.doses import of_target
from glutetimer.core.text.english import count
from glutetimer.core.text.vocabulary import BANDS

Do = cmd.Do


def bout_name(bout: Bout) -> str:
    """ "Kick left forward"."""
    side = bout.side if bout.side in ("left", "right") else ""
    return " ".join(filter(None, (bout.exercise.name, side, bout.direction)))


def exercise_name(s: State, command: cmd.Wish) -> str:
    """Name the exercise that a command is about; "" where there is none."""
    about = subject(s, command)
    return "" if about is None else s.plan.bouts[about].exercise.name


def counted(bout: Bout, done: int | None) -> str:
    """ "6 of 15", "5 of 8 a side", "12 of 30 s"; "? of 15" where nobody counted."""
    each = " a side" if bout.side == "alternate" else ""
    return f"{of_target(done, bout.target, bout.exercise.kind)}{each}"


def skipped(plan: Plan, bouts: Sequence[int]) -> str:
    """Name what a key left out: "Skipped: Kick, 3 sets", "Skipped: Kick right, 1 set", "Skipped: Kick, Plank"."""
    out = [plan.bouts[bout] for bout in bouts]
    names = list(dict.fromkeys(bout.exercise.name for bout in out))
    if len(names) > 1:
        return f"Skipped: {', '.join(names)}"
    sides = {bout.side for bout in out}
    two_sided = out[0].side in ("left", "right")
    side = f" {out[0].side}" if two_sided and len(sides) == 1 else ""
    sets = len({bout.set_key for bout in out})
    word = "round" if plan.order == "circuit" else "set"
    return f"Skipped: {names[0]}{side}, {count(sets, word)}"


def eased(plan: Plan, event: ev.Eased) -> str:
    """Name the easier form and what to change for it: "Easier: Low kick, 6. Band off.", "... Take: chair."."""
    said = [f"Easier: {event.name}, {event.target}"]
    if not event.changes:
        return said[0]
    exercise = next(bout.exercise for bout in plan.bouts if bout.exercise.name == event.name)
    if "band" in event.changes:
        said.append(f"Band {BANDS[exercise.band].around}")
    if "kit" in event.changes:
        said.append(f"Take: {', '.join(' or '.join(need) for need in exercise.needs)}")
    return f"{'. '.join(said)}."


def taken_back(plan: Plan, event: ev.TakenBack) -> str:
    """Name what Back undid: "Taken back: Kick, 3 sets"."""
    if event.what == "skipped" and event.bouts:
        return f"Taken back: {skipped(plan, event.bouts).removeprefix('Skipped: ')}"
    # In a break the key was about the bout before it, not about the bout that follows it.
    bout = plan.bouts[event.bouts[0] if event.bouts else event.bout]
    whole: dict[ev.Taken, str] = {
        "ended": f"the end of {bout_name(bout)}",
        "form": f"form broke in {bout_name(bout)}",
        "eased": "easier",
        "jumped": "the jump",
        "pain": "pain",
        "skipped": "the skip",
        "started": "the start",
    }
    return f"Taken back: {whole[event.what]}"


#: Where a key would leave out all that is left.
NOTHING_AFTER = "Nothing comes after it"

PACES: dict[Pace, str] = {
    "counted": "the program counts",
    "tap": "one press a rep",
    "own": "one press when the side is done",
}


def paced(plan: Plan, event: ev.PaceChanged) -> str:
    """Name the new pace of an exercise: "Kick: one press a rep". The others keep theirs."""
    return f"{plan.bouts[event.bout].exercise.name}: {PACES[event.pace]}"


def why_not(s: State, command: cmd.Wish) -> str:
    """Say why a command does nothing here and now; "" where there is nothing to say."""
    match command:
        case cmd.Correct():
            return _no_correction(s)
        case cmd.Lengthen():
            return "Three seconds stay" if s.stage == "break" else "Only a break gets longer or shorter"
        case Do.FORM_BROKE:
            return "" if s.stage == "asking" else _no_break(s)
        case Do.EASIER | Do.PACE | Do.SKIP:
            return _no_change(s, command)
        case Do.OTHER_SIDE:
            return "Nothing is left on the other side" if s.pained is not None else "Only after pain"
        case _:
            return ""


def _no_break(s: State) -> str:
    if just_done(s) is not None:
        return "It ended with pain"
    return "Say it once it goes on" if _comes_again(s) else "Nothing done yet"


def _comes_again(s: State) -> bool:
    """Whether this is the count-in of a bout that was done before."""
    return s.stage == "bout" and s.results[s.bout] is not None


def _no_correction(s: State) -> str:
    about = just_done(s)
    if about is None:
        return "Correct it once it goes on" if _comes_again(s) else "Nothing to correct yet"
    if s.stage != "bout":
        return "The count stays as it is"
    if s.current.exercise.kind == "hold":
        return "A hold is corrected once it is over"
    return "Correct it once it goes on" if s.t < s.go else ""


def _no_change(s: State, command: Do) -> str:
    name = exercise_name(s, command)
    if command is Do.EASIER and s.stage != "asking" and s.pained is None:
        return f"{name} gets no easier"
    return f"Nothing of {name} is left"
