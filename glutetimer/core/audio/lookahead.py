"""Sounds of a run: the next few seconds of it, given to the player before they come."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.core.audio.event_sounds import SECONDS, sound_for
from glutetimer.core.audio.ports import Cue, Player
from glutetimer.core.audio.precedence import APART, FAR, chosen, only_chosen
from glutetimer.core.audio.speaker import Speaker
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.events import Event
from glutetimer.core.settings.spec import Counting

#: Seconds of the future that the player knows: the run may stand still this long without a late sound.
HORIZON = 2.5
#: Seconds for which a cue whose moment has come is given again: the player may be a little behind.
BEHIND = 0.3


class Lookahead:
    """Gives the player the sounds to come, whenever they change. All times on the engine's clock."""

    def __init__(self, engine: Engine, player: Player, speaking: Speaker | None) -> None:
        self.muted = False
        self.speaks = speaking is not None
        self._engine = engine
        self._player = player
        self._speaking = speaking
        self._chosen: tuple[Cue, ...] = ()
        self._recent: tuple[Cue, ...] = ()
        self._told: tuple[Cue, ...] = ()

    def happened(self, events: Sequence[Event], now: float, *, pressed: bool) -> list[str]:
        """Find the sound that each of these events makes, "" where it has none or another sound is heard instead.

        A sound that a key causes (`pressed`) is heard now, whatever was heard before; the rest at its own moment.
        """
        cues = [Cue(now if pressed else self._engine.moment(event.at), sound_for(event)) for event in events]
        cues = [self._as_heard(cue) for cue in cues]
        stays = chosen([*cues, *self._ahead(now, FAR)], () if pressed else self._chosen)
        stays = [stay and (pressed or not self._gives_way(cue)) for cue, stay in zip(cues, stays, strict=False)]
        sounds = [cue.sound if stay else "" for cue, stay in zip(cues, stays, strict=True)]
        begun = tuple(cue for cue, sound in zip(cues, sounds, strict=True) if sound)
        self._chosen = (*self._chosen, *begun)
        if not self.muted:
            self._recent = (*self._recent, *begun)
        return sounds

    def update(self, now: float) -> None:
        """Give the player all sounds from `now` on."""
        self._chosen = tuple(cue for cue in self._chosen if cue.due + APART > now)
        self._recent = tuple(cue for cue in self._recent if cue.due + max(APART, SECONDS[cue.sound]) > now)
        words = self._words(now)  # First, because the counts may give way to them.
        cues = (*self._sounds(now), *words)
        if cues != self._told:
            self._told = cues
            self._player.expect(cues)

    @property
    def counts(self) -> Counting:
        """Which numbers are said; off where there is no voice."""
        return self._speaking.counts if self._speaking else "off"

    def count(self, counts: Counting) -> None:
        """Say these numbers from now on."""
        if self._speaking:
            self._speaking.count(counts)

    def explain(self) -> None:
        """Say how the next exercise is done."""
        if self._speaking:
            self._speaking.explain()

    def remark(self, sentence: str) -> None:
        """Say a sentence as soon as there is room for it."""
        if self._speaking:
            self._speaking.remark(sentence)

    def said(self, now: float) -> list[Event]:
        """List the sentences that began by `now`, each once."""
        return self._speaking.said(self._engine.run_time(now)) if self._speaking else []

    def next_said(self) -> float | None:
        """When the next sentence begins; None where no sentence begins by itself."""
        at = self._speaking.next_said() if self._speaking else None
        return None if at is None else self._engine.moment(at)

    def _sounds(self, now: float) -> tuple[Cue, ...]:
        if self.muted:
            return ()
        recent = (cue for cue in self._recent if cue.due > now - BEHIND)
        coming = only_chosen(self._ahead(now, HORIZON + FAR), self._chosen)
        return (*recent, *(cue for cue in coming if cue.due <= now + HORIZON and not self._gives_way(cue)))

    def _ahead(self, now: float, horizon: float) -> list[Cue]:
        """List every sound that is to come, also those that another sound will replace."""
        ahead = ((event.at, sound_for(event)) for event in self._engine.lookahead(now, horizon))
        return [self._as_heard(Cue(self._engine.moment(at), sound)) for at, sound in ahead if sound]

    def _as_heard(self, cue: Cue) -> Cue:
        """Where the number of a rep is said, the tick of the next one takes the place of the rep's sound."""
        if self._speaking is None or not self._speaking.numbers(cue._replace(due=self._run_time(cue))):
            return cue
        return cue._replace(sound=f"phase-{self._engine.state.current.exercise.tempo[0].motion}")

    def _gives_way(self, cue: Cue) -> bool:
        """Whether words that must be said take the place of a count."""
        return self._speaking is not None and self._speaking.covers(cue._replace(due=self._run_time(cue)))

    def _run_time(self, cue: Cue) -> float:
        return cue.due - self._engine.moment(0.0)

    def _words(self, now: float) -> tuple[Cue, ...]:
        """List the words that are spoken or about to be; where the clock stands nobody speaks."""
        if self._speaking is None:
            return ()
        state, t = self._engine.state, self._engine.run_time(now)
        if self.muted or not self.speaks or self._engine.paused is not None:
            self._speaking.stand(t)
            return ()
        heard = [cue._replace(due=self._run_time(cue)) for cue in self._recent]
        spoken = self._speaking.upcoming(state, t, HORIZON, heard)
        return tuple(Cue(self._engine.moment(cue.due), cue.sound) for cue in spoken)
