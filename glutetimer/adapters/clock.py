"""The wall clock of this machine: when a workout is done, and in which zone."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

_LOCALTIME = Path("/etc/localtime")
_ZONE = re.compile(r":?(?:.*/zoneinfo/)?(?:posix/|right/)?([A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*)")


def new_id(now: datetime, token: str) -> str:
    """The id of a workout that starts at `now` (aware): UTC, then the token, as in 20261120T183005Z-7f3a9c21."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{token}"


def local_now() -> tuple[datetime, str]:
    """Now in whole seconds with a fixed offset in whole minutes, and the name of the zone.

    The offset is fixed because two hours of the year have the same name: what is written must read back equal.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    local = now.astimezone()
    offset = local.utcoffset() or timedelta()
    minutes = timezone(timedelta(minutes=round(offset / timedelta(minutes=1))))
    return now.astimezone(minutes), zone_name(os.environ.get("TZ"), _LOCALTIME, local.tzname() or "UTC")


def zone_name(setting: str | None, link: Path, otherwise: str) -> str:
    """The IANA name in the TZ setting, else the one that the localtime link points to, else `otherwise`."""
    if setting is not None:
        return _known(setting) or otherwise
    try:
        return _known(link.readlink().as_posix()) or otherwise
    except (OSError, NotImplementedError):
        return otherwise


def _known(words: str) -> str:
    """The zone in "Europe/Berlin", ":Europe/Berlin" or ".../zoneinfo/Europe/Berlin"; empty where it names none."""
    found = _ZONE.fullmatch(words)
    if found is None:
        return ""
    try:
        return ZoneInfo(found[1]).key
    except (OSError, ValueError, KeyError):
        return ""
