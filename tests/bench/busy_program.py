"""The program on a busy screen: it draws all of it twenty times a second, while a thread hogs the interpreter."""

from __future__ import annotations

import threading
from unittest.mock import patch

from glutetimer.cli import main
from glutetimer.tui import app
from glutetimer.tui.run.picture import Stage
from glutetimer.tui.run.screen import RunScreen

REPAINTS = 20  # a second


def hog() -> None:
    """Never let go of the interpreter before one must."""
    while True:
        pass


class Busy(RunScreen):
    """The run's screen, drawing for its life."""

    def on_mount(self) -> None:
        """Beside what the other classes do: Textual calls the `on_mount` of each."""
        self.set_interval(1 / REPAINTS, self.query_one(Stage).refresh)
        threading.Thread(target=hog, daemon=True).start()


if __name__ == "__main__":
    with patch.object(app, "RunScreen", Busy):
        main()
