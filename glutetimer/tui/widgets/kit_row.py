"""Rows of kit at home: toggles on as many lines as they need, and the way kit and bands are kept together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content

from glutetimer.core.session.kit import KIT
from glutetimer.core.settings.config import Config
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import ToggleRow

#: Strengths that are offered besides those the runner has named.
STRENGTHS = ("light", "medium", "strong")
#: Columns between two things.
GAP = 2


class KitRow(ToggleRow):
    """Toggles in as many lines as they need; `note` stands after them, as "not said"."""

    DEFAULT_CLASSES = "row kit"

    def __init__(self, label: str, things: Sequence[str], *, id: str, label_width: int) -> None:
        super().__init__(label, [(thing, thing) for thing in things], id=id)
        self._label_width = label_width
        self.note = ""

    def show(self, chosen: Sequence[str], note: str) -> None:
        """Show the things that are in, and the note."""
        self.chosen, self.note = frozenset(chosen), note
        self.refresh(layout=True)

    def lines(self, width: int) -> list[ClickLine]:
        """Lines of the row, at most `width` columns wide."""
        mark = "► " if self.has_focus else "  "
        lines = [ClickLine().add(f"{mark}{self.label}", "bold" if self.has_focus else "")]
        for text, style, tag in self._parts():
            if lines[-1].width > self._label_width and lines[-1].width + GAP + cell_len(text) > width:
                lines.append(ClickLine())
            gap = GAP if lines[-1].width > self._label_width else 0
            lines[-1].pad(self._label_width).add(" " * gap).add(text, style, tag)
        return lines

    def _parts(self) -> Iterator[tuple[str, str, int | None]]:
        for place, (value, words) in enumerate(self._things):
            under = self.has_focus and place == self._cursor
            yield f"{'■' if value in self.chosen else '□'} {words}", "bold reverse" if under else "", place
        if self.note:
            yield self.note, "$text-muted", None

    def render(self) -> Content:
        return Content("\n").join(line.content() for line in self.lines(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Number of lines at this width."""
        return len(self.lines(width))

    def on_click(self, event: events.Click) -> None:
        """Take a clicked thing in or out, in any line."""
        event.stop()
        event.prevent_default()
        lines = self.lines(self.size.width)
        tag = lines[event.y].at(event.x) if 0 <= event.y < len(lines) else None
        self.focus()
        if tag is not None:
            self.hit(tag)


def kit_rows(config: Config, label_width: int) -> tuple[KitRow, KitRow]:
    """Row for kit (`#kit`) and row for bands (`#bands`), with the things that only the runner has named."""
    kit = dict.fromkeys(word for word in (*KIT, *(config.kit or ())) if word != "band")
    bands = dict.fromkeys((*STRENGTHS, *config.bands))
    rows = (
        KitRow("Kit at home", tuple(kit), id="kit", label_width=label_width),
        KitRow("Bands", tuple(bands), id="bands", label_width=label_width),
    )
    show_kit(*rows, config)
    return rows


def show_kit(kit: KitRow, bands: KitRow, config: Config) -> None:
    """Show the settings in both rows."""
    kit.show(config.kit or (), "not said" if config.kit is None else "")
    unnamed = "band" in (config.kit or ()) and not config.bands
    bands.show(config.bands, "one, strength not said" if unnamed else "")


def kit_of(kit: KitRow, bands: KitRow, *, unnamed: bool = False) -> dict[str, object]:
    """Settings from both rows: "band" is kit if a strength is chosen, or there is a band that is `unnamed`."""
    band = ["band"] if bands.values or unnamed else []
    return {"kit": [*band, *kit.values], "bands": list(bands.values)}
