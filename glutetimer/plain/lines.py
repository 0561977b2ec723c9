"""Events -> lines of text that say everything the screen would show."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from glutetimer.core.plan.plan import Bout, Change, Plan
from glutetimer.core.run import events as ev
from glutetimer.core.run.command_words import eased, paced
from glutetimer.core.run.cues import cues_of
from glutetimer.core.run.timing import COUNTED
from glutetimer.core.session.session import Exercise
from glutetimer.core.text.doses import amount, count_text, printed_dose, range_and_last, unit
from glutetimer.core.text.vocabulary import BANDS, OUTCOMES, POSTURES

BREAKS: dict[type[ev.Event], str] = {
    ev.SetupStarted: "Get ready",
    ev.RestStarted: "Rest",
    ev.SwitchStarted: "Switch",
}


def _whole(seconds: float) -> int:
    """Round seconds up to whole ones, as a count-down shows them."""
    return math.ceil(round(seconds, 3))


def title(bout: Bout, order: str) -> str:
    """Title of a bout in one line: exercise, side, direction, dose, set."""
    side = "" if bout.side in ("both", "alternate") else bout.side.upper()
    word = "round" if order == "circuit" else "set"
    parts = (bout.exercise.name, side, bout.direction or "", printed_dose(bout), f"{word} {bout.number} of {bout.sets}")
    return ", ".join(filter(None, parts))


def lines_for(
    event: ev.Event, plan: Plan, changes: tuple[Change, ...] = (), last: Mapping[str, tuple[int, ...]] | None = None
) -> Iterator[str]:
    """Lines that an event prints; most events print one, some print nothing.

    `changes` are what to change in the break that starts; `last` is what was done last time, by exercise id.
    """
    bout = plan.bouts[event.bout]
    match event:
        case ev.SetupStarted() | ev.RestStarted() | ev.SwitchStarted():
            yield f"{BREAKS[type(event)]}, {_whole(event.seconds)} s. Next: {title(bout, plan.order)}"
            beside = range_and_last(bout.exercise, (last or {}).get(bout.exercise.id, ()))
            if beside and not isinstance(event, ev.SwitchStarted):
                yield f"  {beside}"
            yield from _prepare(bout.exercise, bout.exercise.side_line(bout.side), event, changes)
            if cues := cues_of(plan.bouts, event.bout):
                yield f"  {' · '.join(cues)}"
        case ev.FormBroke():
            yield "Good call."
            yield from _which_cue(bout.exercise)
        case ev.RepDone():
            yield f"  {event.count}"
        case ev.BoutStarted():
            yield "Go"
        case ev.CountIn() | ev.LastSeconds():
            lifts = isinstance(event, ev.CountIn) and event.left == COUNTED[0] and bout.exercise.starts == "up"
            yield f"  {event.left}...{' lift' if lifts else ''}"
        case ev.BoutEnded():
            yield _ended(event, bout)
        case ev.PaceChanged():
            yield paced(plan, event)
        case ev.Eased():
            yield eased(plan, event)
        case ev.LeadStarted():
            yield f"{title(bout, plan.order)}: in {_whole(event.seconds)} s"
        case _:
            yield from _short(event)


def _short(event: ev.Event) -> Iterator[str]:
    match event:
        case ev.Halfway():
            yield "  halfway"
        case ev.TargetReached():
            yield "  target reached, counting on"
        case ev.Paused():
            said = {"key": "Paused.", "gap": "Paused: the program stood still.", "pain": "Everything is stopped."}
            yield said[event.reason]
        case ev.RestChanged():
            yield f"{_whole(event.seconds)} s in all"
        case ev.Recounted():
            yield f"  {event.count}, corrected"
        case ev.Finished():
            yield {"finished": "Well done.", "early": "Ended early.", "discarded": "Thrown away."}[event.state]


def _prepare(exercise: Exercise, side_line: str, event: ev.Event, changes: tuple[Change, ...]) -> Iterator[str]:
    if side_line:
        yield f"  {side_line}"
    if not isinstance(event, ev.SwitchStarted):
        yield from _change_lines(exercise, changes)
        if exercise.how:
            yield f"  {exercise.how}"


def _which_cue(exercise: Exercise) -> Iterator[str]:
    if exercise.cues:
        yield "  Which cue went first? Type its number:"
    for number, cue in enumerate(exercise.cues, 1):
        yield f"  {number} {cue}"


def _change_lines(exercise: Exercise, changes: tuple[Change, ...]) -> Iterator[str]:
    if "band" in changes:
        yield f"  Band {BANDS[exercise.band].around}."
    if "kit" in changes:
        yield f"  Take: {', '.join(' or '.join(need) for need in exercise.needs)}."
    if "posture" in changes:
        yield f"  {POSTURES[exercise.posture].capitalize()}."


def _ended(event: ev.BoutEnded, bout: Bout) -> str:
    how, kind = OUTCOMES[event.outcome].line, bout.exercise.kind
    if not how:
        return f"Skipped: {bout.exercise.name}"
    return f"{how}: {count_text(event.done)}{unit(kind)} of {amount(bout.target, kind)}"
