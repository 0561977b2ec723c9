"""Keys of a screen, as a card (`?`) and in the command palette (Ctrl+P)."""

from __future__ import annotations

from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.geometry import Size

from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.widgets.keys import RUN, Key, Table


@runtime_checkable
class HasKeys(Protocol):
    """Screen with a table of keys."""

    TABLE: Table

    def do(self, key: Key) -> None:
        """Do what this key does."""
        ...


#: Least columns and lines in which the palette can be laid out.
_LEAST = (20, 6)


def palette_fits(size: Size) -> bool:
    """Whether a window has room for the palette."""
    return size.width >= _LEAST[0] and size.height >= _LEAST[1]


class KeyPalette(CommandPalette):
    """Palette that closes when the window becomes too small for it: the toolkit cannot lay it out there."""

    CSS_PATH = "palette.tcss"

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        if palette_fits(size or self.app.size):
            super()._refresh_layout(size, scroll)
        elif self.is_current:
            self.dismiss()


class KeyCommands(Provider):
    """Commands of the palette: the keys of the screen under it."""

    async def discover(self) -> Hits:
        """List all commands, before anything is typed."""
        if isinstance(self.screen, HasKeys):
            for key in filter(_does, self.screen.TABLE):
                what = _beside(self.screen.TABLE, key, Content(key.label))
                yield DiscoveryHit(what, partial(self.screen.do, key), text=key.label)

    async def search(self, query: str) -> Hits:
        """List the commands that match the typed text."""
        matcher = self.matcher(query)
        if isinstance(self.screen, HasKeys):
            for key in filter(_does, self.screen.TABLE):
                if (score := matcher.match(key.label)) > 0:
                    what = _beside(self.screen.TABLE, key, matcher.highlight(key.label))
                    yield Hit(score, what, partial(self.screen.do, key), text=key.label)


def _does(key: Key) -> bool:
    """Whether the key does something on the screen itself."""
    return bool(key.command or key.action)


def _beside(table: Table, key: Key, label: Content) -> Content:
    """Key, then its label, in columns as on the `?` card."""
    wide = max(len(other.shown) for other in table)
    return Content.assemble(f"{key.shown:<{wide}}  ", label)


#: Shown quietly on the help card.
NO_ADVICE = "Exercise guidance from public articles, no medical advice."


def keys_card(table: Table = RUN) -> Card:
    """Card of every key with its label; it can only be closed."""
    width = max(len(key.shown) for key in table)
    lines = [f"{key.shown:{width}}  {key.label}" for key in table]
    return Card("Keys", [CardChoice("", "Back")], text=[*lines, "", NO_ADVICE], blocks=False)
