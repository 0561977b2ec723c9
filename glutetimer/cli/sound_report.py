"""What `glutetimer sound` tells before it plays: what was found, what is used, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import choose, this_machine
from glutetimer.adapters.sound.folder import sounds_folder
from glutetimer.adapters.sound.found import Found, look
from glutetimer.adapters.voice.engines import Engine, find_engine
from glutetimer.cli.audible import Audible
from glutetimer.cli.output import columns
from glutetimer.core.config import Config

#: Seconds in which a device opens, or turns out not to be there: it is told long before.
OPENING = 8.0


@dataclass(frozen=True, slots=True)
class Report:
    """What there is, and what is used. Texts that do not apply are "".

    `player` is what the settings say, `used` a name of the same kind, `backend` what plays in the end, `why` a clause,
    `problem` what a run shows on its screen.
    """

    player: str
    used: str
    backend: str
    why: str
    problem: str
    muted: bool
    found: tuple[Found, ...]
    engine: Engine | None
    sounds: tuple[str, ...]
    engine_version: str = ""

    @property
    def heard(self) -> bool:
        """Whether there is something to play on."""
        return bool(self.backend)


def report_on(audible: Audible, config: Config) -> Report:
    """All there is to say, once the device is open or known not to be there."""
    choice, player = choose(config.player, this_machine()), audible.player
    engine = find_engine()
    heard = isinstance(player, ChildPlayer) and player.settled(OPENING)
    return Report(
        player=config.player,
        used=choice.backend if heard else "bell" if player.bell else "none",
        backend=player.backend if isinstance(player, ChildPlayer) else "",
        why=choice.why if heard or not choice.backend else "",
        problem=player.problem,
        muted=config.mute,
        found=tuple(look()),
        engine=engine,
        sounds=tuple(sorted(path.stem for path in sounds_folder().glob("*.wav"))),
        engine_version=engine.version() if engine else "",
    )


def as_object(report: Report) -> dict[str, Any]:
    """The report for programs; what does not apply is left out."""
    backend = report.backend if report.backend != report.used else ""
    out: dict[str, Any] = {"format": 1, "player": report.player, "used": report.used}
    out |= _told(backend=backend, why=report.why) | {"sounds": list(report.sounds)}
    out["found"] = [_told(name=it.name, version=it.version, path=it.path) for it in report.found if it.here]
    if report.engine is not None:
        out["voice"] = _told(engine=report.engine.name, version=report.engine_version)
    return out | _told(problem=report.problem)


def as_lines(report: Report) -> Iterator[str]:
    """The report for people."""
    rows = [(it.name, (it.version or it.path or "part of Python") if it.here else "not here") for it in report.found]
    engine = report.engine
    voice = f"{engine.name} {report.engine_version}".strip() + f", {engine.program}" if engine else "no engine found"
    yield from columns([("PLAYER", "FOUND"), *rows, ("bell", "the terminal's own"), ("voice", voice)])
    yield ""
    yield from _used(report)
    if report.muted:
        yield "A run begins quiet: the settings say mute."


def _used(report: Report) -> Iterator[str]:
    because = f": {report.why}." if report.why else "."
    if report.used == "none":
        yield f"Sound is off{because}"
        return
    # What stands in for another says so by itself.
    if report.problem and not (report.why and report.problem.startswith(report.why)):
        yield report.problem
    if report.used == "bell":
        yield f"The terminal's bell rings{because}"
    elif report.used in ("system", report.backend):
        yield f"{report.backend} plays{because}"
    else:
        yield f"{report.used} plays through {report.backend}{because}"


def _told(**texts: str) -> dict[str, str]:
    return {key: text for key, text in texts.items() if text}
