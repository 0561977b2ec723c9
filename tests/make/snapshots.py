"""Screens as text with their styles, one file each: `python -m tests.make.snapshots` (`make snapshots`)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from string import ascii_letters, digits
from typing import Any

from rich.style import Style
from textual.app import App

from glutetimer.tui.drawing.theme import DARK, LIGHT
from tests.helpers.paths import TESTS
from tests.helpers.scenes import scene

FOLDER = TESTS / "tui" / "snapshots"
#: Name -> scene, size, theme: each layout once, each theme somewhere.
SHOTS: dict[str, tuple[str, tuple[int, int], str]] = {
    "home_60x16": ("home", (60, 16), DARK.name),
    "home_120x40": ("home", (120, 40), LIGHT.name),
    "first_80x24": ("first-kit", (80, 24), DARK.name),
    "options_80x24": ("options", (80, 24), DARK.name),
    "settings_80x24": ("settings", (80, 24), DARK.name),
    "reps_60x16": ("reps", (60, 16), "ansi-dark"),
    "reps_120x40": ("reps", (120, 40), DARK.name),
    "hold_80x24": ("hold", (80, 24), DARK.name),
    "rest_80x24": ("rest", (80, 24), DARK.name),
    "switch_120x40": ("switch", (120, 40), LIGHT.name),
    "alternate_80x24": ("alternate", (80, 24), DARK.name),
    "paused_80x24": ("paused", (80, 24), DARK.name),
    "pain_120x40": ("pain", (120, 40), DARK.name),
    "finish_80x24": ("finish", (80, 24), DARK.name),
    "history_80x24": ("history", (80, 24), DARK.name),
    "edit_80x24": ("edit", (80, 24), DARK.name),
    "weeks_120x40": ("weeks", (120, 40), DARK.name),
    "exercise_80x24": ("exercise", (80, 24), LIGHT.name),
    "balance_60x16": ("balance", (60, 16), "ansi-dark"),
}
LETTERS = ascii_letters + digits


def taken(name: str) -> str:
    """The screen now: its lines, below each the letters of its styles where any is not the first, then the styles."""
    wanted, size, theme = SHOTS[name]

    async def take() -> str:
        async with scene(wanted, size, theme) as app:
            return "\n".join(_lines(app)) + "\n"

    return asyncio.run(take())


def _lines(app: App[Any]) -> Iterator[str]:
    letters: dict[str, str] = {}
    for strip in app.screen._compositor.render_strips():
        text = "".join(segment.text for segment in strip)
        marks = "".join(_letter(letters, segment.style) * segment.cell_length for segment in strip)
        yield f"|{text}|"
        if set(marks) != {"a"}:
            yield f":{marks}:"
    yield ""
    yield from (f"{letter} {style}" for style, letter in letters.items())


def _letter(letters: dict[str, str], style: Style | None) -> str:
    plain = style or Style()
    what = [word for word in ("bold", "dim", "italic", "underline", "reverse") if getattr(plain, word)]
    named = " ".join([_colour(plain.color), "on", _colour(plain.bgcolor), *what])
    return letters.setdefault(named, LETTERS[len(letters) % len(LETTERS)])


def _colour(colour: Any) -> str:
    if colour is None:
        return "default"
    return str(colour.triplet.hex) if colour.triplet else str(colour.name)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in SHOTS:
        (FOLDER / f"{each}.txt").write_text(taken(each), "utf-8")
