"""The colours: work is amber, rest is blue, get ready is white; one at a time, and never the only signal."""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style
from textual.theme import Theme

from glutetimer.tui.paint.canvas import Look, Role


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a theme by role, as Rich names them. `background` and `panel` are the grounds.

    Contrast to both is 7 or more, but for `muted` (near text) and `line` (never words that one needs).
    """

    name: str
    dark: bool
    background: str
    panel: str
    line: str
    roles: dict[Role, str]


DARK = Palette(
    name="glutetimer-dark",
    dark=True,
    background="#11151b",
    panel="#1a2029",
    line="#3a4452",
    roles={
        "text": "#ece8df",
        "muted": "#a3acb8",
        "work": "#ffc14d",
        "rest": "#7fc4ff",
        "ready": "#fff8ea",
        "alarm": "#ff9e80",
        "good": "#7fdcb5",
        "line": "#3a4452",
        "ground": "#11151b",
    },
)
LIGHT = Palette(
    name="glutetimer-light",
    dark=False,
    background="#faf6ee",
    panel="#f0eadd",
    line="#b9b09f",
    roles={
        "text": "#1d2229",
        "muted": "#565c64",
        "work": "#7a3b00",
        "rest": "#0a4788",
        "ready": "#14181d",
        "alarm": "#961a1d",
        "good": "#0a5340",
        "line": "#b9b09f",
        "ground": "#faf6ee",
    },
)
#: For terminals of 16 colours: what they have as text, and no more; `ground` is their own background.
ANSI = Palette(
    name="ansi",
    dark=True,
    background="default",
    panel="default",
    line="bright_black",
    roles={
        "text": "default",
        "muted": "default",
        "work": "default",
        "rest": "default",
        "ready": "default",
        "alarm": "red",
        "good": "default",
        "line": "bright_black",
        "ground": "default",
    },
)


def themes() -> tuple[Theme, ...]:
    """The program's themes, the usual one first."""
    return tuple(map(_theme, (DARK, LIGHT)))


def palette_of(theme: str) -> Palette:
    """The palette of a theme's name; the dark one for themes that are not ours."""
    if "ansi" in theme:
        return ANSI
    return LIGHT if theme == LIGHT.name else DARK


def style_of(look: Look, palette: Palette) -> Style:
    """How a look is drawn; under a card everything is in the colour of lines."""
    colour = palette.line if look.dim and look.role != "ground" else palette.roles[look.role]
    if look.reverse and palette is ANSI:
        return Style(color=colour, reverse=True, bold=look.bold)
    if look.reverse:
        return Style(color=palette.background, bgcolor=colour, bold=look.bold)
    return Style(color=colour, bgcolor=palette.background, bold=look.bold)


def _theme(palette: Palette) -> Theme:
    roles = palette.roles
    return Theme(
        name=palette.name,
        primary=roles["work"],
        secondary=roles["rest"],
        accent=roles["ready"],
        foreground=roles["text"],
        background=palette.background,
        surface=palette.background,
        panel=palette.panel,
        error=roles["alarm"],
        warning=roles["alarm"],
        success=roles["good"],
        dark=palette.dark,
        variables={"text-muted": roles["muted"], "block-cursor-background": roles["text"]}
        | {"block-cursor-foreground": palette.background, "block-cursor-text-style": "bold"},
    )
