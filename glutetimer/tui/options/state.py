"""Options of today with their plan: for the whole session, and for each exercise. Pure."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import LeftOut, Plan, Replaced
from glutetimer.core.plan.substitute import Todo, adapt
from glutetimer.core.session.kit import not_here
from glutetimer.core.session.session import Exercise, Session
from glutetimer.core.text.english import count
from glutetimer.core.values import replace
from glutetimer.tui.options.edit import lands_softly
from glutetimer.tui.widgets import doses


class Case(Struct, frozen=True):
    """Session with the present options and the usual ones; `plan` is None where nothing is left to do.

    `refusal` is the reason in the core's words. `whole` is the length in seconds without a limit of time, 0 where kit
    or choice leave nothing.
    """

    session: Session
    options: Options
    usual: Options
    bands: tuple[str, ...]
    todo: Todo
    plan: Plan | None
    refusal: str
    whole: float

    @property
    def changed(self) -> bool:
        """Whether any option differs from usual."""
        return self.options != self.usual


class Fate(Struct, frozen=True):
    """What happens to an exercise: `told` replaces its doses, `note` follows them, `why` is a sentence."""

    out: bool = False
    told: str = ""
    note: str = ""
    why: str = ""


def case_of(session: Session, options: Options, usual: Options, bands: tuple[str, ...]) -> Case:
    """Compile the case."""
    whole, _ = _plan(session, replace(options, minutes=None))
    plan, refusal = _plan(session, options)
    length = whole.seconds if whole else 0.0
    return Case(session, options, usual, bands, adapt(session, options), plan, refusal, length)


def kit_words(session: Session) -> tuple[str, ...]:
    """Kit that the session could use, and that the program or the session asks about."""
    named = (word for need in session.needs for word in need.split(" or "))
    return tuple(dict.fromkeys((*not_here(session, ()), *named)))


def fate_of(case: Case, exercise: Exercise) -> Fate:
    """Fate of an exercise: left out by choice, by kit or by time; replaced, without the band, or with fewer sets."""
    for item in case.todo.left_out:
        if item.exercise == exercise.id:
            return _left_out(item)
    replaced = next((item for item in case.todo.replaced if item.exercise == exercise.id), None)
    fate = _as_itself(case, exercise, replaced)
    by = replaced.by if replaced else exercise.id
    if replaced is not None and by != exercise.id:
        dose = next((line.dose for line in doses.lines(case.plan) if line.exercise.id == by), "") if case.plan else ""
        told = f"{replaced.by_name} instead" + (f", {dose}" if dose else "")
        fate = Fate(told=told, why=f"Kit is missing, so {replaced.by_name} takes its place.")
    return _in_time(case, by, fate)


def _as_itself(case: Case, exercise: Exercise, replaced: Replaced | None) -> Fate:
    """Fate of an exercise that is done: without the band, in its easier form, or as written after all."""
    if replaced is not None and replaced.only_unbanded:
        return Fate(note="without the band", why="The band is not here: it is done without.")
    if replaced is not None:
        return Fate(note=replaced.by_name, why="With a run today it goes easier. Space: as written.")
    if lands_softly(case.options, exercise):
        return Fate(why="As written, also with a run today. Space: leave it out.")
    return Fate()


def advice(case: Case) -> str:
    """Advice where nothing is left to do."""
    if case.todo.exercises:
        return f"Allow more minutes: {case.refusal.rpartition('(')[2].removesuffix(')')}."
    if any(not item.needs for item in case.todo.left_out):
        return "Take an exercise in again: Space on its row."
    return "Everything needs kit that is not here: put it in under Kit here, or go back."


def _left_out(item: LeftOut) -> Fate:
    if not item.needs:
        return Fate(out=True, told="left out", why="Left out today. Space takes it in again.")
    needs = ", ".join(item.needs)
    return Fate(out=True, told=f"left out: needs {needs}", why=f"It needs {needs}: put it in under Kit here.")


def _in_time(case: Case, id_: str, fate: Fate) -> Fate:
    """Fate of an exercise with the part that the minutes drop."""
    dropped = [item for item in case.plan.left_out if item.minutes and item.exercise == id_] if case.plan else []
    if case.plan is None or not dropped:
        return fate
    if id_ not in case.plan.exercise_ids:
        return Fate(out=True, told="left out: no time", why="No time for it: more minutes bring it back.")
    sets = dropped[0].sets
    what = "round" if case.session.order == "circuit" else "set"
    less = f"{count(sets, what)} less"
    note = f"{fate.note}, {less}" if fate.note else less
    return replace(fate, note=note, why=f"{fate.why} {less}: more would not fit into {dropped[0].minutes} min.".strip())


def _plan(session: Session, options: Options) -> tuple[Plan | None, str]:
    try:
        return compile_plan(session, options), ""
    except EmptyPlan as empty:
        return None, str(empty)
