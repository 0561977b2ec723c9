"""Words of the run screen: sides, doses, the main key, what to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.audio.sentences import one_of
from glutetimer.core.text.doses import count_text, shown_dose
from glutetimer.core.text.english import clock
from glutetimer.core.text.vocabulary import BANDS, POSTURES, SIDES

if TYPE_CHECKING:
    from glutetimer.core.plan.plan import Bout
    from glutetimer.core.run.view import BoutView, View
    from glutetimer.core.session.session import Exercise

#: Titles of the breaks.
TITLES = {"setup": "GET READY", "rest": "REST", "switch": "SWITCH"}


def shown_time(seconds: int, slot: str) -> str:
    """Seconds in the form of a slot: ":24", "1:05"; figures that do not fit count as minutes."""
    if slot == ":00" and seconds < 100:
        return f":{seconds:02}"
    return f"{seconds // 60}:{seconds % 60:02}"


def time_slot(seconds: float) -> str:
    """Form of a time that starts at this many seconds."""
    return ":00" if seconds < 60 else "0:00" if seconds < 600 else "00:00"


def hold_slot(seconds: float) -> str:
    """Form of a hold's number: two figures as long as possible, for minutes would halve its height."""
    return ":00" if seconds < 100 else time_slot(seconds)


def target_time(seconds: int, slot: str) -> str:
    """Target of a hold as its number shows it: "30" beside :24, "2:00" beside 1:10."""
    return str(seconds) if slot == ":00" else clock(seconds)


def amount(bout: Bout, done: int | None) -> str:
    """Result of a bout, without its unit: "15", "30", "1:10"; "?" where nobody knows."""
    long = bout.exercise.kind == "hold" and done is not None and done >= 60
    return clock(done or 0) if long else count_text(done)


def set_of(view: View) -> str:
    """Number of the set: "set 1 of 2"."""
    return f"{'round' if view.order == 'circuit' else 'set'} {view.bout.number} of {view.bout.sets}"


def tempo(exercise: Exercise) -> str:
    """Tempo in words: "out 2 · back 2"."""
    return " · ".join(f"{phase.label} {phase.seconds:g}" for phase in exercise.tempo)


def main_label(view: View) -> str:
    """Label of the main key at present."""
    part = "this side " if view.bout.side in ("left", "right") else ""
    labels = {
        "start": "start now",
        "end": f"end {part}at {view.count}",
        "end-hold": "end this hold",
        "tap": "+1",
        "done": "done",
        "go-on": "go on",
    }
    return labels.get(view.main, "")


def changes(view: View) -> list[tuple[str, str]]:
    """Changes before the next bout, as (thing, command)."""
    exercise, before = view.bout.exercise, view.before
    out: list[tuple[str, str]] = []
    if "band" in view.changes:
        was = f"{BANDS[before.band].brief} → " if before and before.band != "none" else ""
        out.append(("Band", was + BANDS[exercise.band].brief))
    if "kit" in view.changes:
        out.append(("Take", ", ".join(map(one_of, exercise.needs))))
    if "posture" in view.changes:
        out.append(("You", POSTURES[exercise.posture]))
    return out


def commands(view: View, thing: str, what: str) -> tuple[str, ...]:
    """Ways to say a change in capitals, the clearest first: BAND OFF, TAKE A CHAIR, LIE ON THE RIGHT."""
    exercise = view.bout.exercise
    if thing == "Band":
        return _capitals(f"band {BANDS[exercise.band].brief}", f"band {exercise.band.replace('-', ' ')}")
    if thing == "Take":
        return _capitals(f"take {what}", what.removeprefix("a "))
    line = exercise.side_line(view.side).partition(",")[0] if exercise.posture == "side" else ""
    return _capitals(*([line] if line.startswith("Lie ") else []), what)


def _capitals(*texts: str) -> tuple[str, ...]:
    return tuple(text.upper() for text in texts)


def direction(bout: Bout) -> str:
    """Direction as a word, or ""."""
    return bout.direction or ""


def strip_item(item: BoutView, *, working: bool) -> str:
    """Bout in the strip: ■ done with its count, ► now, · to come."""
    bout = item.bout
    side = "L R" if bout.side == "alternate" else SIDES[bout.side].letter
    name = " ".join(filter(None, (side, direction(bout))))
    if item.result is None or item.now:
        return f"{'►' if item.now and working else '·'} {name or shown_dose(bout)}"
    mark = "■" if item.result.outcome == "done" else "□"
    return " ".join(filter(None, (mark, name, amount(bout, item.result.done))))
