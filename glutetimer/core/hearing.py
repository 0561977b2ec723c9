"""What a run makes heard: its own future, a few seconds of it, told to the player before it comes."""

from __future__ import annotations

from glutetimer.core.cues import Cue, Player
from glutetimer.core.engine import Engine
from glutetimer.core.events import Event
from glutetimer.core.sounds import SECONDS, sound_for
from glutetimer.core.speaking import Span, Speaking

#: Seconds of the future that the player knows: the run may stand still for so long without a sound being late.
HORIZON = 2.5
#: Seconds for which a cue whose moment has come is told again: the player may be a little behind.
BEHIND = 0.3


class Hearing:
    """Tells the player what is to come, whenever that changes. All times on the engine's clock."""

    def __init__(self, engine: Engine, player: Player, speaking: Speaking | None) -> None:
        self.muted = False
        self.speaks = speaking is not None
        self._engine = engine
        self._player = player
        self._speaking = speaking
        self._recent: tuple[Cue, ...] = ()
        self._told: tuple[Cue, ...] = ()

    def happened(self, cue: Cue) -> None:
        """This one's moment has come: it is heard now, if it was not foreseen."""
        if not self.muted:
            self._recent = (*self._recent, cue)

    def update(self, now: float) -> None:
        """Tell the player what is to be heard from `now` on."""
        self._recent = tuple(cue for cue in self._recent if cue.due + max(BEHIND, SECONDS[cue.sound]) > now)
        cues = (*self._sounds(now), *self._words(now))
        if cues != self._told:
            self._told = cues
            self._player.expect(cues)

    def said(self, now: float) -> list[Event]:
        """What began to be said aloud by `now`, each once."""
        return self._speaking.said(self._engine.run_time(now)) if self._speaking else []

    def next_said(self) -> float | None:
        """When something begins to be said; None where nothing does by itself."""
        at = self._speaking.next_said() if self._speaking else None
        return None if at is None else self._engine.moment(at)

    def _sounds(self, now: float) -> tuple[Cue, ...]:
        if self.muted:
            return ()
        ahead = ((event.at, sound_for(event)) for event in self._engine.lookahead(now, HORIZON))
        coming = (Cue(self._engine.moment(at), sound) for at, sound in ahead if sound)
        return (*(cue for cue in self._recent if cue.due > now - BEHIND), *coming)

    def _words(self, now: float) -> tuple[Cue, ...]:
        """What is said or about to be said; where the clock stands nobody speaks."""
        if self._speaking is None:
            return ()
        state, t = self._engine.state, self._engine.run_time(now)
        if self.muted or not self.speaks or self._engine.paused is not None:
            self._speaking.stand(t)
            return ()
        spoken = self._speaking.upcoming(state, t, HORIZON, self._ringing(t - now))
        return tuple(Cue(self._engine.moment(cue.due), cue.sound) for cue in spoken)

    def _ringing(self, shift: float) -> list[Span]:
        """From when to when what has begun is heard, in run time."""
        return [(cue.due + shift, cue.due + shift + SECONDS[cue.sound]) for cue in self._recent]
