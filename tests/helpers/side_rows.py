"""Rows for tests of what is made of them; every value that matters to a test is given by the test."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from glutetimer.core.log.rows import SideRow, WorkoutRow

#: A Friday.
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def ago(days: int) -> datetime:
    """Noon, so many days before."""
    return NOON - timedelta(days=days)


def side(side_: str = "left", clean: int = 10, **changes: Any) -> SideRow:
    """Two bouts of 5 planned reps of a kick, confirmed, `days` ago."""
    days = changes.pop("days", 0)
    given: dict[str, Any] = {"workout": f"w{days}", "started": ago(days), "exercise": "kick", "name": "Kick"}
    given |= {"kind": "reps", "side": side_, "evidence": True, "bouts": 2, "target": 10, "clean": clean}
    given |= {"best": (clean + 1) // 2, "seconds": 30.0, "form_breaks": 0, "skipped": 0, "pain": None}
    given |= {"hurt": bool(changes.get("pain")), "reason": ""}
    return SideRow(**(given | changes))


def workout(days: int = 0, **changes: Any) -> WorkoutRow:
    """A whole workout of 20 minutes, done as planned, `days` ago."""
    given: dict[str, Any] = {"id": f"w{days}", "session": "hips", "name": "Hips", "mode": "full", "state": "finished"}
    given |= {"started": ago(days), "seconds": 1200.0, "speed": 1.0, "bouts": 4, "begun": 4, "as_planned": 4}
    given |= {"form_breaks": 0, "confirmed": True, "sure": True, "harder_side": None, "effort": None, "pain": None}
    given |= {"hurt": bool(changes.get("pain")), "place": "", "note": "", "strength": "", "amended": None}
    given |= {"added": False, "worked": True}
    return WorkoutRow(**(given | changes))
