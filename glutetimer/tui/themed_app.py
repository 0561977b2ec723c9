"""App of the toolkit with our driver, our themes from the first moment on, and our last look at each line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from operator import attrgetter

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor
from textual.reactive import Initialize, Reactive
from textual.theme import Theme

from glutetimer.tui.drawing.joiners import Unjoined
from glutetimer.tui.drawing.theme import theme_name, themes
from glutetimer.tui.terminal.driver import safe_driver
from glutetimer.tui.terminal.filters import last_filters


class ThemedApp(App[int]):
    """App in one of our themes. A theme that is set once the app runs has every style read twice more."""

    theme: Reactive[str] = Reactive(Initialize(attrgetter("_first_theme")))

    def __init__(self, wanted: str) -> None:
        """`wanted`: the setting for the theme."""
        self._first_theme = theme_name(wanted, os.environ)  # it is asked for before the toolkit is ready
        super().__init__(driver_class=safe_driver())
        for theme in themes():
            self.register_theme(theme)
        self._unjoined = Unjoined()
        self._last = last_filters(os.environ)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Theme of that name; ours are known before they can be registered."""
        return super().get_theme(theme_name) or next((one for one in themes() if one.name == theme_name), None)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Filters of this app: last of all, remove joiners, then characters that the terminal lacks.

        NO_COLOR is handled here, not by the toolkit.
        """
        usual = [one for one in super().get_line_filters() if not isinstance(one, (Monochrome, NoColor))]
        return [*usual, self._unjoined, *self._last]
