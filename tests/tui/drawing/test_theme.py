"""Colours: those of the program, and terminals that have only sixteen."""

from __future__ import annotations

import pytest

from glutetimer.tui.drawing.canvas import Look
from glutetimer.tui.drawing.theme import ANSI, DARK, LIGHT, Palette, palette_of, style_of, theme_name, themes


def test_the_dark_theme_comes_first() -> None:
    """It is the usual one."""
    assert [theme.name for theme in themes()] == ["glutetimer-dark", "glutetimer-light", "ansi-dark", "ansi-light"]


@pytest.mark.parametrize(
    ("theme", "palette"),
    [
        ("glutetimer-dark", DARK),
        ("glutetimer-light", LIGHT),
        ("ansi-light", ANSI),
        ("textual-ansi", ANSI),
        ("nord", DARK),
    ],
)
def test_palette_of_a_theme(theme: str, palette: Palette) -> None:
    """Themes of sixteen colours have their own; others are drawn in the dark one."""
    assert palette_of(theme) is palette


@pytest.mark.parametrize("role", ["text", "work", "rest", "ready"])
def test_sixteen_colours_keep_the_terminals_own(role: str) -> None:
    """Words and digits are in its foreground; a chip is reversed, not coloured."""
    look = Look(role)  # type: ignore[arg-type]
    style = style_of(look, ANSI)
    assert style.color is not None
    assert style.color.is_default
    chip = style_of(Look("work", reverse=True), ANSI)
    assert chip.reverse
    assert chip.bgcolor is None


def test_a_chip_is_its_colour_behind_the_background() -> None:
    """Reversed by hand: terminals differ in what they make of reversed bold."""
    style = style_of(Look("work", reverse=True, bold=True), DARK)
    assert (str(style.color and style.color.name), str(style.bgcolor and style.bgcolor.name)) == ("#11151b", "#ffc14d")


def test_under_a_card_all_is_in_the_colour_of_lines() -> None:
    """Also chips; the ground stays."""
    dim = [style_of(Look(role, dim=True), DARK).color for role in ("work", "text", "ground")]
    assert [colour.name for colour in dim if colour] == [DARK.line, DARK.line, DARK.background]


@pytest.mark.parametrize(
    ("wanted", "environment", "name"),
    [
        ("auto", {}, "glutetimer-dark"),
        ("auto", {"COLORFGBG": "0;15"}, "glutetimer-light"),
        ("auto", {"COLORFGBG": "0;default;7"}, "glutetimer-light"),
        ("auto", {"COLORFGBG": "15;0"}, "glutetimer-dark"),
        ("auto", {"TERM": "linux"}, "ansi-dark"),
        ("auto", {"TERM": "xterm-16color", "COLORFGBG": "0;15"}, "ansi-light"),
        ("auto", {"TERM": "linux", "COLORTERM": "truecolor"}, "glutetimer-dark"),
        ("dark", {"COLORFGBG": "0;15", "TERM": "linux"}, "glutetimer-dark"),
        ("light", {}, "glutetimer-light"),
        ("ansi-light", {}, "ansi-light"),
    ],
)
def test_which_theme_a_setting_means(wanted: str, environment: dict[str, str], name: str) -> None:
    """What is asked for; "auto" listens to the terminal's own variables."""
    assert theme_name(wanted, environment) == name
    assert name in [theme.name for theme in themes()]


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_sixteen_colours_are_the_terminals_own(name: str) -> None:
    """Words in the default foreground on the default background: the runner's own contrast."""
    theme = next(theme for theme in themes() if theme.name == name)
    assert (theme.foreground, theme.background, theme.primary) == ("ansi_default",) * 3
