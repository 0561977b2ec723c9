"""Picture of work: the number, the word beside it, the target on its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.record.record import is_known
from glutetimer.core.text.doses import shown_dose
from glutetimer.tui.drawing.block_letters import digits, word, word_height
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.run.paint import gauges, header, side_and_cue, words
from glutetimer.tui.run.paint.fitting import beside_size, largest
from glutetimer.tui.run.paint.gauges import strip
from glutetimer.tui.run.paint.layout import Grid, NumberPlace, number_place

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.notes import Notes


def paint_work(canvas: Canvas, view: View, places: Grid, notes: Notes) -> None:
    """Draw reps, holds, and the moments before them, all in one layout."""
    role = _role(view)
    header.name(canvas, view, places, notes)
    side_and_cue.side(canvas, view, places, role)
    place = number_place(places, slot(view), (*bout_words(view), of_words(view)[-1]), with_lift=has_lift(view))
    canvas.block(places.margin, place.y, digits(number(view), place.scale), Look(role))
    if view.stage == "ready":
        _before(canvas, view, place, places)
    else:
        gauges.lift(canvas, view, place, places)
        _beside(canvas, view, place, places)
    side_and_cue.cue(canvas, view, places, notes)
    if not notes.how:
        strip(canvas, view, places)


def _role(view: View) -> Role:
    return "ready" if view.stage == "ready" else "work"


def has_lift(view: View) -> bool:
    """Whether the bout shows a lift beside its number; fixed for the bout."""
    return view.bout.exercise.kind == "reps" and view.bout.pace != "own"


def slot(view: View) -> str:
    """Form of the bout's largest number."""
    if view.bout.exercise.kind == "hold":
        return words.hold_slot(max(view.bout.target, _held(view)))
    return "0" * max(2, len(str(max(view.of, view.count))))


def _held(view: View) -> int:
    """Seconds that a hold shows, which may be past its target."""
    result = view.results[view.index]
    if view.stage == "asking":
        return (result.done or 0) if result else 0
    return view.shown_seconds if view.stage == "hold" else 0


def number(view: View) -> str:
    """Text of the number now."""
    if view.stage == "ready":
        return str(view.shown_seconds)
    if view.bout.exercise.kind == "hold":
        return words.shown_time(_held(view), slot(view))
    return str(view.of if view.bout.pace == "own" and not _is_counted(view) else view.count)


def _is_counted(view: View) -> bool:
    """Whether a bout has a count: at the runner's own pace only one that was entered, or that is known at its end."""
    return view.bout.pace != "own" or view.by_hand or (view.stage != "reps" and is_known(view.results[view.index]))


def bout_words(view: View) -> tuple[str, ...]:
    """Words of the bout's own phases: the number keeps its size for them, whatever other word is shown."""
    if view.bout.exercise.kind == "hold":
        return ("HOLD",)
    if view.bout.pace != "counted":
        return ("TAP",) if view.bout.pace == "tap" else ("GO",)
    return tuple(phase.label.upper() for phase in view.bout.exercise.tempo)


def of_words(view: View) -> tuple[str, ...]:
    """Target, long and short: "OF 15" and "/15"; of a hold in the form of its number."""
    if view.bout.exercise.kind == "hold":
        target = words.target_time(view.bout.target, slot(view))
        return (f"OF {target}", f"/{target}")
    return (f"OF {view.of}", f"/{view.of}") if _is_counted(view) else ("",)


def _before(canvas: Canvas, view: View, place: NumberPlace, places: Grid) -> None:
    """Draw the last seconds before a bout: READY where the lift will be, LIFT where it begins at the top; the dose."""
    x = place.beside if place.lift is None else place.lift
    text = "LIFT" if view.bout.exercise.starts == "up" else "READY"
    size = beside_size((text,), x, places, place.rows // 3)
    y = _heading(canvas, text, word(text, size) if size else None, (x, place.y), places, "ready")
    dose = f"on from {view.count} of {view.of}" if view.count else shown_dose(view.bout)
    canvas.put(x, y + _gap(place), shorten(dose, places.right - x), side_and_cue.MUTED)


def _beside(canvas: Canvas, view: View, place: NumberPlace, places: Grid) -> None:
    """Draw what to do now, how long it takes, how many there are."""
    x, labels = place.beside, bout_words(view)
    size = beside_size(labels, x, places, place.rows // 3)
    if view.stage == "asking":
        text = "STOP" if view.paused == "pain" else "GOOD CALL"
        rows = largest(text, places.right - x, min(place.rows * 2 // 3, place.rows - 4))
    else:
        text = view.phase.label.upper() if view.phase else labels[0]
        rows = (word(text, size) or []) if size else []
    y = _heading(canvas, text, rows, (x, place.y), places, "work")
    foot = _target(canvas, view, place, places, (max(1, size - 1), y))
    if view.stage == "hold":
        middle, tall = place.y + place.rows // 2 - 1, 2 if place.rows >= 30 else 1
        gauges.bar(canvas, x, middle, (places.right - x, tall), gauges.held_share(view), "work")
    elif y + _gap(place) < foot:
        canvas.put(x, y + _gap(place), shorten(_below(view), places.right - x), side_and_cue.MUTED)


def _heading(canvas: Canvas, text: str, rows: list[str] | None, at: tuple[int, int], places: Grid, role: Role) -> int:
    """Draw a word in blocks, or in bold where there are none; return the row after it."""
    x, y = at
    if rows:
        canvas.block(x, y, rows, Look(role))
        return y + len(rows)
    canvas.put(x, y, shorten(text, places.right - x), Look(role, bold=True))
    return y + 1


def _gap(place: NumberPlace) -> int:
    return 1 if place.rows >= 15 else 0


def _below(view: View) -> str:
    if view.stage == "asking":
        return ""
    if view.bout.pace == "counted":
        return words.tempo(view.bout.exercise)
    return "a press a rep" if view.bout.pace == "tap" else "press when done"


def _target(canvas: Canvas, view: View, place: NumberPlace, places: Grid, limits: tuple[int, int]) -> int:
    """Draw the total on the number's foot, at most of this size and below this row; return its first row."""
    most, above = limits
    end = place.y + place.rows
    for text in filter(None, of_words(view)):
        size = min(most, beside_size((text,), place.beside, places, end - above - 1))
        y = end - word_height(size)
        if size and y > above:
            canvas.block(place.beside, y, word(text, size) or [], Look("text"))
            return y
    return end
