"""The picture of work: the number, the phase word, the lift or the bar."""

from __future__ import annotations

from glutetimer.core.view import View
from glutetimer.tui.paint import parts, words
from glutetimer.tui.paint.canvas import Canvas, Look, Role, shorten
from glutetimer.tui.paint.glyphs import digits, word, word_height, word_width
from glutetimer.tui.paint.layout import Grid, Number, number_place, word_size
from glutetimer.tui.paint.notes import Notes


def paint_work(canvas: Canvas, view: View, places: Grid, notes: Notes) -> None:
    """Reps, holds, and the moments before them, all in one layout."""
    role: Role = "ready" if view.stage == "ready" else "work"
    parts.name(canvas, view, places, notes)
    parts.side(canvas, view, places, role)
    labels = phase_words(view)
    place = number_place(places, slot(view), (*bout_words(view), of_word(view)[1]), with_lift=has_lift(view))
    shown = digits(number(view), place.scale)
    canvas.block(places.margin, place.y, shown, Look(role))
    if place.lift is not None and view.stage != "ready":
        _lift(canvas, view, place, places)
    _words(canvas, view, place, places, labels)
    parts.cue(canvas, view, places, notes)
    parts.strip(canvas, view, places)


def has_lift(view: View) -> bool:
    """Whether the bout shows a lift beside its number; fixed for the bout."""
    return view.bout.exercise.kind == "reps" and view.bout.pace != "own"


def slot(view: View) -> str:
    """The form of the bout's largest number."""
    if view.bout.exercise.kind == "hold":
        return words.time_slot(max(view.bout.target, view.seconds if view.counts_up else 0))
    return "0" * max(2, len(str(view.of)))


def number(view: View) -> str:
    """What the number says now."""
    if view.stage == "ready":
        return str(view.shown_seconds)
    if view.stage == "hold":
        return words.shown_time(view.shown_seconds, slot(view))
    if view.bout.exercise.kind == "hold":
        return str(view.bout.target)
    return str(view.of if view.bout.pace == "own" and view.stage == "reps" else view.count)


def phase_words(view: View) -> tuple[str, ...]:
    """All words that the bout may show beside its number, the current one first."""
    if view.stage == "ready":
        return ("READY",)
    if view.stage == "asking":
        return ("STOP",) if view.paused == "pain" else ("GOOD CALL",)
    labels = bout_words(view)
    now = view.phase.label.upper() if view.phase else labels[0]
    return (now, *(label for label in labels if label != now))


def bout_words(view: View) -> tuple[str, ...]:
    """The words of the bout's own phases: the number keeps its size for them, whatever else is said."""
    if view.bout.exercise.kind == "hold":
        return ("HOLD",)
    if view.bout.pace != "counted":
        return ("TAP",) if view.bout.pace == "tap" else ("GO",)
    return tuple(phase.label.upper() for phase in view.bout.exercise.tempo)


def of_word(view: View) -> tuple[str, str]:
    """The target, long and short: "OF 15" and "/15"."""
    if view.bout.exercise.kind == "hold":
        return f"/{view.bout.target}", f"/{view.bout.target}"
    if view.bout.pace == "own":
        return "", ""
    return f"OF {view.of}", f"/{view.of}"


def _words(canvas: Canvas, view: View, place: Number, places: Grid, labels: tuple[str, ...]) -> None:
    role: Role = "ready" if view.stage == "ready" else "work"
    ready = view.stage == "ready"
    x = place.lift if ready and place.lift is not None else place.beside
    width = places.right - x
    size = word_size(labels, width, place.rows // 3) or word_size(labels, width, word_height(1))
    rows = word(labels[0], size) if size else None
    y = place.y
    if rows is None:
        canvas.put(x, y, shorten(labels[0], width), Look(role, bold=True))
        y += 2
    else:
        canvas.block(x, y, rows, Look(role))
        y += word_height(size) + (1 if place.rows >= 15 else 0)
    below = words.dose(view.bout) if ready else _below(view)
    if y < place.y + place.rows - word_height(1):
        canvas.put(x, y, shorten(below, width), parts.MUTED)
    if not ready:
        _target(canvas, view, place, places, max(1, size - 1))
        if view.stage == "hold":
            _bar(canvas, view, x, place, width)


def _below(view: View) -> str:
    if view.bout.exercise.kind == "hold":
        return ""
    if view.bout.pace == "counted":
        return words.tempo(view.bout.exercise)
    return "a press a rep" if view.bout.pace == "tap" else "press when done"


def _target(canvas: Canvas, view: View, place: Number, places: Grid, size: int) -> None:
    """How many in all, on the number's foot."""
    width = places.right - place.beside
    for text in of_word(view):
        for fitting in range(size, 0, -1):
            wide = word_width(text, fitting)
            y = place.y + place.rows - word_height(fitting)
            if wide is not None and 0 < wide <= width and y >= place.y + word_height(1):
                canvas.block(place.beside, y, word(text, fitting) or [], Look("text"))
                return


def _bar(canvas: Canvas, view: View, x: int, place: Number, width: int) -> None:
    """A hold fills its bar."""
    share = min(1.0, view.seconds / view.total if view.counts_up else 1 - view.seconds / view.total)
    filled = int(width * share)
    for row in range(2 if place.rows >= 30 else 1):
        canvas.fill(x, place.y + place.rows // 2 - 1 + row, filled, "█", Look("work"))
        canvas.fill(x + filled, place.y + place.rows // 2 - 1 + row, width - filled, "░", Look("line"))


def _lift(canvas: Canvas, view: View, place: Number, places: Grid) -> None:
    """The height of the body: filled from below, in whole rows."""
    filled = round(place.rows * lift_share(view))
    for row in range(place.rows):
        full = place.rows - row <= filled
        canvas.fill(
            place.lift or 0,
            place.y + row,
            places.lift,
            "▄" if full else "─",
            Look("text") if full else Look("muted"),
        )


def lift_share(view: View) -> float:
    """How high the body is, 0 to 1, in steps of half a second; phases under a second show their ends only."""
    if view.bout.pace == "tap" or view.phase is None:
        return view.count / view.of if view.of else 0.0
    steps = int(view.phase.seconds / 0.5)
    done = int(view.phase_done * view.phase.seconds / 0.5 + 1e-6) / steps if view.phase.seconds >= 1 else 0.0
    label = view.phase.label.lower()
    if label in words.SINKING:
        return 1.0 - done
    if label == "hold":
        return _held(view)
    return done if view.phase.seconds >= 1 or label not in words.RISING else 1.0


def _held(view: View) -> float:
    """A phase that holds keeps the height that the one before it reached."""
    labels = [phase.label.lower() for phase in view.bout.exercise.tempo]
    at = view.bout.exercise.tempo.index(view.phase) if view.phase else 0
    return 0.0 if labels[at - 1] in words.SINKING else 1.0
