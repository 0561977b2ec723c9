"""Wall clock, clock of a run, and the watch for time in which the machine slept."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

_LOCALTIME = Path("/etc/localtime")
_ZONE = re.compile(r":?(?:.*/zoneinfo/)?(?:posix/|right/)?([A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*)")


def new_id(now: datetime, token: str = "") -> str:
    """The id of a workout that starts at `now` (aware): UTC, then the token, as in 20261120T183005Z-7f3a9c21.

    Without a token one is drawn.
    """
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{token or os.urandom(4).hex()}"


def local_now() -> tuple[datetime, str]:
    """Now in whole seconds with a fixed offset in whole minutes, and the name of the zone.

    The offset is fixed because two hours of the year have the same name: a written time must read back equal.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    local = now.astimezone()
    offset = local.utcoffset() or timedelta()
    minutes = timezone(timedelta(minutes=round(offset / timedelta(minutes=1))))
    return now.astimezone(minutes), zone_name(os.environ.get("TZ"), _LOCALTIME, local.tzname() or "UTC")


def zone_name(setting: str | None, link: Path, otherwise: str) -> str:
    """IANA name in the TZ setting, else the one that the localtime link points to, else `otherwise`."""
    if setting is not None:
        return _known(setting) or otherwise
    try:
        return _known(link.readlink().as_posix()) or otherwise
    except (OSError, NotImplementedError):
        return otherwise


def _known(words: str) -> str:
    """Zone in "Europe/Berlin", ":Europe/Berlin" or ".../zoneinfo/Europe/Berlin"; empty where it names none."""
    found = _ZONE.fullmatch(words)
    if found is None:
        return ""
    from zoneinfo import ZoneInfo  # only for who asks for the name

    try:
        return ZoneInfo(found[1]).key
    except (OSError, ValueError, KeyError):
        return ""


#: A tick that comes later than this (seconds) means that the program stood still: a debugger, a closed lid. Below it
#: the machine was busy, and the run has gone on.
LATE = 5.0
#: After a sleep, the clocks that count it and the ones that do not differ by more than this (seconds).
SLEPT = 1.0


class ScaledClock:
    """Seconds since it was made, `speed` times as fast as real ones."""

    def __init__(self, speed: float = 1.0, source: Callable[[], float] = time.perf_counter) -> None:
        self._speed = speed
        self._source = source
        self._start = source()

    def now(self) -> float:
        """Seconds of run clock."""
        return (self._source() - self._start) * self._speed

    def real(self, due: float) -> float:
        """Moment `due` of this clock, as a moment of its source."""
        return self._start + due / self._speed

    def wait(self, due: float) -> float:
        """Real seconds until `due` on this clock, at least 0."""
        return max(0.0, (due - self.now()) / self._speed)


class GapWatch:
    """Finds gaps: `awake` stands still while the machine sleeps, `boot` does not; a late call shows the others.

    A stop by a signal always counts, however short: `stopped` says whether there was one since its last call.
    """

    def __init__(
        self,
        awake: Callable[[], float] = time.monotonic,
        boot: Callable[[], float] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._awake = awake
        self._stopped = stopped
        self._boot = boot or boot_clock()
        self._last = (awake(), self._boot())

    def slept(self) -> bool:
        """Whether there was a gap since the last call (or since this watch was made)."""
        awake, boot = self._awake(), self._boot()
        ran, passed = awake - self._last[0], boot - self._last[1]
        self._last = (awake, boot)
        return self._stopped() or passed - ran > SLEPT or ran > LATE


def boot_clock() -> Callable[[], float]:
    """Clock that counts sleep where the platform has one, else the plain monotonic clock."""
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    number: int | None = getattr(time, name, None)
    return time.monotonic if number is None else partial(time.clock_gettime, number)
