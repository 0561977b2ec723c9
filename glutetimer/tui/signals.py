"""What stands on the screen, or comes from the terminal, where a sound or the picture itself says nothing."""

from __future__ import annotations

from collections.abc import Callable

from glutetimer.core.desk import Begun
from glutetimer.core.events import Event
from glutetimer.core.switches import rings
from glutetimer.tui.flashing import Flashing


class Bell:
    """Rings once for all that happens in one moment. `later` calls back when that moment's events are all there."""

    def __init__(self, ring: Callable[[], None], later: Callable[[Callable[[], None]], object]) -> None:
        self._ring, self._later = ring, later
        self._due = False

    def ring(self) -> None:
        """Ring, unless it rings for this moment already."""
        if not self._due:
            self._due = True
            self._later(self._now)

    def _now(self) -> None:
        self._due = False
        self._ring()


class Signals:
    """Flashes where nothing is heard, by wish or for want of a player; rings where there is no player."""

    def __init__(self, begun: Begun, flashing: Flashing, bell: Bell) -> None:
        self._begun = begun
        self._flashing, self._bell = flashing, bell

    @property
    def quiet(self) -> bool:
        """Whether nothing is heard."""
        return not self._begun.rehearsal and (self._begun.run.muted or self._begun.silent())

    @property
    def by_wish(self) -> bool:
        """Whether it is meant to be so: what else is in the way of sound says so itself, and a bell is heard."""
        begun = self._begun
        return begun.run.muted or (begun.silent() and not begun.bell() and not begun.problems())

    def hear(self, event: Event, sound: str) -> bool:
        """At the event's own moment; whether the screen flashes from now on."""
        if rings(self._begun, sound):
            self._bell.ring()
        return self.quiet and self._flashing.hear(event, sound)


class Told:
    """What a key has just done to what is not on the screen: a line that goes after a while, or with the next one."""

    def __init__(self) -> None:
        self._text, self._until = "", 0.0

    def say(self, text: str, until: float = float("inf")) -> None:
        """Until this moment of the run's clock, or the next line."""
        self._text, self._until = text, until

    def at(self, now: float) -> str:
        """What stands there now."""
        return self._text if now < self._until else ""
