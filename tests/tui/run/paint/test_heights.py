"""How high in rows what one reads from the mat is drawn: measured on the canvas, at six sizes."""

from __future__ import annotations

from functools import cache

import pytest

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.view import View, view
from glutetimer.core.session.session import Span
from glutetimer.core.text.vocabulary import SIDES
from glutetimer.core.values import replace
from glutetimer.tui.drawing.block_letters import digits, word, word_width
from glutetimer.tui.drawing.canvas import Canvas
from glutetimer.tui.run.paint import words
from glutetimer.tui.run.paint.in_blocks import MOST_WORDS
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.paint.side_and_cue import best_cue
from glutetimer.tui.run.paint.stage import paint
from glutetimer.tui.run.paint.work import number
from tests.helpers.pages import moment as moment_of

SIZES = ((60, 16), (80, 24), (100, 30), (120, 40), (160, 45), (200, 60))
SESSIONS = ("band-hips", "get-hip", "glute-strength", "hip-control", "mini-band")
LARGEST = 7


@cache
def views(session: str, without: tuple[str, ...] = ()) -> tuple[View, ...]:
    """A built-in session a second into each break, and some seconds into each bout."""
    plan = compile_plan(load(built_in_dir() / f"{session}.toml"), Options(without=without))
    engine, seen = Engine(plan), []
    engine.start(0.0)
    for before, bout in zip(plan.breaks, plan.bouts, strict=True):
        for at in (bout.start - before.seconds + 0.2, bout.start + bout.seconds / 3):
            engine.advance(at)
            seen.append(view(engine, at))
    return tuple(seen)


def breaks(session: str) -> list[View]:
    """All set-ups, rests and switches of a session."""
    return [seen for seen in views(session) if seen.stage in words.TITLES]


def height(canvas: Canvas, text: str, *, figures: bool = False) -> int:
    """Rows of a text on a canvas: those of its blocks; 1 in plain letters; 0 where it is not there, or cut."""
    lines = [line.ljust(canvas.width) for line in canvas.text().split("\n")]
    for size in range(LARGEST, 0, -1):
        rows = _drawn(text, size, figures=figures)
        if rows and _stands(lines, rows):
            return len(rows)
    return int(all(part in " ".join(lines) for part in text.split()))


@cache
def _drawn(text: str, size: int, *, figures: bool) -> list[str] | None:
    return digits(text, size) if figures else word(text, size)


def name_height(canvas: Canvas, name: str) -> int:
    """Rows of a name, which may be broken into two lines."""
    parts = name.split()
    pairs = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    broken = [height(canvas, upper) + height(canvas, lower) for upper, lower in pairs]
    return height(canvas, name) or max([rows for rows in broken if rows >= 6], default=0)


def _stands(lines: list[str], rows: list[str]) -> bool:
    """Whether these rows stand below each other."""
    first = max(rows, key=lambda row: len(row.strip()))
    cut = len(first) - len(first.lstrip())
    for y, line in enumerate(lines):
        x = line.find(first.strip()) - cut
        top = y - rows.index(first)
        if x >= 0 and top >= 0 and all(_same(lines[top + down], row, x) for down, row in enumerate(rows)):
            return True
    return False


def _same(line: str, row: str, x: int) -> bool:
    return line[x : x + len(row)].rstrip() == row.rstrip()


def side_of(seen: View) -> str:
    """Word for the side or the direction of a bout; "" where it has none."""
    if seen.bout.side == "both" and seen.bout.direction:
        return SIDES[seen.bout.direction].blocks if seen.bout.direction in ("left", "right") else seen.bout.direction
    return SIDES[seen.side].blocks if seen.side in ("left", "right") else ""


def changes_of(seen: View) -> list[tuple[str, ...]]:
    """What to change before, each in the ways it may be written in blocks."""
    return [words.commands(seen, thing, what) for thing, what in words.changes(seen)]


def measured(seen: View, size: tuple[int, int]) -> dict[str, int]:
    """Rows of each part that is there."""
    canvas = paint(seen, *size, Notes())
    resting = seen.stage in words.TITLES
    time = words.shown_time(seen.shown_seconds, words.time_slot(seen.total)) if resting else number(seen)
    found = {
        "number": height(canvas, time, figures=True),
        "side": height(canvas, side_of(seen)) if side_of(seen) else 0,
    }
    if seen.stage in ("setup", "rest"):
        found["name"] = name_height(canvas, seen.bout.exercise.name)
        found["change"] = max((height(canvas, way) for ways in changes_of(seen)[:1] for way in ways), default=0)
    if not resting:
        found["cue"] = height(canvas, best_cue(seen, Notes()))
    return {part: rows for part, rows in found.items() if rows}


def moment(session: str, stage: str, exercise: str, without: tuple[str, ...] = ()) -> View:
    """The first such moment of a session."""
    return next(v for v in views(session, without) if v.stage == stage and v.bout.exercise.id == exercise)


REST = moment("hip-control", "rest", "single-leg-bridge")
SETUP = moment("glute-strength", "setup", "step-up")
SWITCH = moment("hip-control", "switch", "standing-hip-abduction")
REPS = moment("hip-control", "reps", "standing-hip-abduction")
HOLD = moment("glute-strength", "hold", "side-press", ("band",))
TABLE: dict[str, tuple[View, dict[str, tuple[int, ...]]]] = {
    "rest": (
        REST,
        {
            "number": (5, 10, 10, 15, 20, 30),
            "name": (1, 3, 3, 3, 3, 5),
            "side": (0, 3, 3, 3, 3, 5),
            "change": (0, 3, 3, 3, 3, 3),
        },
    ),
    "setup": (
        SETUP,
        {
            "number": (5, 10, 10, 15, 20, 30),
            "name": (1, 3, 3, 3, 3, 5),
            "side": (0, 3, 3, 3, 3, 5),
            "change": (0, 3, 3, 3, 3, 5),
        },
    ),
    "switch": (SWITCH, {"number": (5, 10, 10, 15, 20, 30), "side": (5, 5, 8, 8, 10, 15)}),
    "reps": (
        REPS,
        {"number": (10, 15, 20, 20, 25, 35), "side": (0, 3, 3, 3, 3, 5), "cue": (1, 1, 3, 3, 3, 5)},
    ),
    "hold": (
        HOLD,
        {"number": (10, 15, 15, 20, 25, 30), "side": (0, 3, 3, 3, 3, 5), "cue": (1, 1, 3, 3, 3, 5)},
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_table(name: str) -> None:
    """Rows of each part at 60x16, 80x24, 100x30, 120x40, 160x45, 200x60."""
    seen, expected = TABLE[name]
    found = [measured(seen, size) for size in SIZES]
    assert {part: tuple(rows.get(part, 0) for rows in found) for part in expected} == expected


@pytest.mark.parametrize("name", TABLE)
def test_the_shares(name: str) -> None:
    """The number has .30 of the rows or more, side and what comes next three rows or more from 80x24 on."""
    for part, rows in TABLE[name][1].items():
        least = [0.3 * tall if part == "number" else 1 if part == "cue" else 3 for _, tall in SIZES]
        assert all(row >= few for row, few in list(zip(rows, least, strict=True))[0 if part == "number" else 1 :]), part


@pytest.mark.parametrize("seconds", [45, 99, 100, 120, 599])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_hold_keeps_its_share(size: tuple[int, int], seconds: int) -> None:
    """Minutes need more columns than seconds: they get them."""
    press = replace(HOLD.bout.exercise, dose=Span(seconds, seconds))
    seen = moment_of(press, at=15 + 20.0)
    assert measured(seen, size)["number"] >= 0.3 * size[1]


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
@pytest.mark.parametrize("session", SESSIONS)
def test_what_comes_next_is_large(session: str, size: tuple[int, int]) -> None:
    """Before every bout of the built-in sessions: in blocks, or whole in bold where it is too wide for them."""
    wide, tall = size
    for seen in breaks(session):
        found, canvas = measured(seen, size), paint(seen, *size, Notes())
        where = (seen.stage, seen.bout.exercise.id, seen.side, canvas.text())
        assert found["number"] >= 0.3 * tall, where
        assert found.get("side", 3) >= 3, where
        if seen.stage == "switch":
            continue
        name = seen.bout.exercise.name
        assert found["name"] >= 3 or (word_width(name, 1) or wide) > wide - 6, where
        fits = [ways for ways in changes_of(seen)[:1] if any((word_width(way, 1) or wide) <= wide - 6 for way in ways)]
        assert not fits or found["change"] >= 3, where
        assert "…" not in canvas.text(), where


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("session", SESSIONS)
def test_large_letters_are_few(session: str, size: tuple[int, int]) -> None:
    """At most twelve words; more are not taken in at a glance."""
    for seen in views(session):
        canvas = paint(seen, *size, Notes())
        told = [words.TITLES.get(seen.stage, ""), side_of(seen), best_cue(seen, Notes())]
        told += [next((way for way in ways if height(canvas, way) >= 3), "") for ways in changes_of(seen)]
        told += [seen.phase.label] if seen.phase else []
        large = [
            part for text in told if text and height(canvas, text) >= 3 for part in text.split() if part not in "<>"
        ]
        large += seen.bout.exercise.name.split() if name_height(canvas, seen.bout.exercise.name) >= 3 else []
        assert len(large) <= MOST_WORDS - (0 if seen.stage in words.TITLES else 2), canvas.text()
