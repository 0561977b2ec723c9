"""Colours: work is amber, rest is blue, get ready is white; one at a time, and never the only signal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from msgspec import Struct
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from glutetimer.tui.drawing.canvas import Look, Role

#: Terminals (TERM) of 16 colours.
FEW_COLOURS = frozenset({"ansi", "cygwin", "linux", "rxvt", "vt220", "xterm-16color"})


class Palette(Struct, frozen=True):
    """Colours of a theme by role, as Rich names them. `background` and `panel` are the grounds.

    Contrast to both is 7 or more, but for `line` (never words that the runner needs).
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
        "muted": "#474d55",
        "work": "#7a3b00",
        "rest": "#0a4788",
        "ready": "#14181d",
        "alarm": "#961a1d",
        "good": "#0a5340",
        "line": "#b9b09f",
        "ground": "#faf6ee",
    },
)
#: For terminals of 16 colours: their own text colours, and no more; `ground` is their own background.
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
    """Themes of the program, the usual one first."""
    return (*map(_theme, (DARK, LIGHT)), _ansi_theme("ansi-dark"), _ansi_theme("ansi-light"))


def theme_name(wanted: str, environment: Mapping[str, str]) -> str:
    """Theme for a setting (auto, dark, light, ansi-dark, ansi-light).

    "auto" looks at the terminal's own variables: TERM for 16 colours, COLORFGBG for a light background.
    """
    if wanted in ("ansi-dark", "ansi-light"):
        return wanted
    light = wanted == "light" or (wanted == "auto" and _light_ground(environment.get("COLORFGBG", "")))
    if wanted == "auto" and environment.get("TERM", "") in FEW_COLOURS and "COLORTERM" not in environment:
        return "ansi-light" if light else "ansi-dark"
    return LIGHT.name if light else DARK.name


def _light_ground(colours: str) -> bool:
    """Whether "0;15" means a light background: the last number is its colour, 7 and 15 are white."""
    return colours.rpartition(";")[2] in ("7", "15")


def palette_of(theme: str) -> Palette:
    """Palette of a theme's name; the dark one for themes of others."""
    if "ansi" in theme:
        return ANSI
    return LIGHT if theme == LIGHT.name else DARK


def style_of(look: Look, palette: Palette) -> Style:
    """Style of a look; under a card everything is in the colour of lines."""
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
        | {"block-cursor-foreground": palette.background, "block-cursor-text-style": "bold"}
        | {"border-blurred": palette.line, "input-selection-background": roles["text"]}
        | {"input-selection-foreground": palette.background},
    )


def _ansi_theme(name: str) -> Theme:
    """Theme of the terminal's own colours: default for words, whose contrast is the runner's choice."""
    plain = "ansi_default"
    # Textual before 8.2.5 has one theme for both.
    usual = BUILTIN_THEMES.get(name) or replace(BUILTIN_THEMES["textual-ansi"], name=name, dark=name == "ansi-dark")
    # Not bold: some terminals show bold black as dark grey.
    lit, words = ("ansi_white", "ansi_black") if usual.dark else ("ansi_black", "ansi_white")
    return replace(
        usual,
        primary=plain,
        secondary=plain,
        accent=plain,
        success=plain,
        warning="ansi_red",
        variables=usual.variables
        | {"text-muted": plain, "border-blurred": "ansi_bright_black"}
        | {"block-cursor-background": lit, "block-cursor-foreground": words, "block-cursor-text-style": "none"}
        | {"input-selection-background": lit, "input-selection-foreground": words},
    )
