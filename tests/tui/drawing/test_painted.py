"""The widget: what it draws again, and what it does not."""

from __future__ import annotations

from typing import Self

from textual.app import App, ComposeResult
from textual.geometry import Region

from glutetimer.core.run.view import View
from glutetimer.tui.drawing.theme import LIGHT, themes
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.picture import Stage
from tests.helpers.pages import KICK, PRESS, moment

HOLDING = [moment(PRESS, at=32.5), moment(PRESS, at=33.5)]


class Watched(Stage):
    """Remembers which regions it was asked to draw again."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Region] = []

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Note the regions; an empty call is the whole."""
        self.drawn += regions or [self.size.region]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Holder(App[None]):
    """The widget and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = 0

    def compose(self) -> ComposeResult:
        yield Watched()

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = themes()[0].name

    def on_stage_clicked(self) -> None:
        self.clicks += 1

    @property
    def stage(self) -> Watched:
        return self.query_one(Watched)

    def show(self, view: View) -> int:
        """Show a view; how many cells are drawn again for it."""
        self.stage.drawn.clear()
        self.stage.show(view, Notes())
        return sum(region.area for region in self.stage.drawn)


def drawn_text(stage: Stage) -> str:
    """All lines as the terminal gets them."""
    return "\n".join(stage.render_line(y).text for y in range(stage.size.height))


async def test_a_second_of_a_hold_draws_what_differs() -> None:
    """And the same view again draws nothing."""
    app = Holder()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(HOLDING[0])
        await pilot.pause()
        changed = app.show(HOLDING[1])
        assert 0 < changed < 80 * 24 / 3
        assert all(region.y == 0 or 4 <= region.y < 19 for region in app.stage.drawn)
        assert app.show(HOLDING[1]) == 0


async def test_every_line_fills_the_screen() -> None:
    """Also before anything is shown."""
    app = Holder()
    async with app.run_test(size=(80, 24)):
        assert {app.stage.render_line(y).cell_length for y in range(24)} == {80}
        app.show(moment(KICK, at=30.0))
        assert {app.stage.render_line(y).cell_length for y in range(24)} == {80}
        assert app.stage.region == Region(0, 0, 80, 24)


async def test_another_size_is_another_picture() -> None:
    """Nothing has to be shown again for it."""
    app = Holder()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(HOLDING[0])
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert "Make the window 60x16" in drawn_text(app.stage)


async def test_another_theme_draws_all() -> None:
    """The same view in other colours is no longer the same picture."""
    app = Holder()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(HOLDING[0])
        app.theme = LIGHT.name
        await pilot.pause()
        assert app.show(HOLDING[0]) == 80 * 24
        style = app.stage.render_line(0)._segments[0].style
        assert style is not None
        assert style.bgcolor is not None
        assert style.bgcolor.name == LIGHT.background


async def test_a_click_is_said_and_goes_no_further() -> None:
    """Whoever owns the widget decides what it means; it takes no focus."""
    app = Holder()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Watched)
        assert (app.clicks, app.stage.can_focus) == (1, False)
