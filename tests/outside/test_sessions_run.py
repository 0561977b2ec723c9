"""All five sessions in a real terminal, from the set-up to the record, without a key."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.terminal import Home, Terminal

SESSIONS = ("band-hips", "get-hip", "glute-strength", "hip-control", "mini-band")
SAME = ("exercise", "name", "round", "set", "side", "direction", "target")


@pytest.mark.outside
@pytest.mark.parametrize("mode", [(), ("--post-run",)], ids=["full", "post-run"])
@pytest.mark.parametrize("session", SESSIONS)
def test_record_is_the_plan(home: Home, session: str, mode: tuple[str, ...]) -> None:
    """Nothing is pressed; the record holds every planned bout as done, and the run kept the plan's times."""
    plan = home.json("plan", session, *mode)
    run = ("run", session, *mode, "--speed", "400", "--log-dir", str(home.log), "--trace", str(home.trace))
    with Terminal(home, *run) as terminal:
        assert terminal.end() == 0
    (record,) = home.records()
    planned = [step for step in plan["steps"] if step["kind"] in ("reps", "hold")]
    assert [_same(bout) for bout in record["bout"]] == [_same(step) for step in planned]
    assert {bout["outcome"] for bout in record["bout"]} == {"done"}
    assert all(bout["done"] == bout["target"] for bout in record["bout"])
    assert (record["state"], record["speed"], record["mode"]) == ("finished", 400.0, plan["mode"])
    assert record["seal"] == {"of": record["id"]}
    assert [event["at"] for event in home.traced("BoutStarted")] == [step["start"] for step in planned]
    assert home.running() == []


@pytest.mark.outside
def test_plain_run_is_the_same_run(home: Home) -> None:
    """Without a terminal the run prints lines, and keeps the same record."""
    plan = home.json("plan", "get-hip")
    out = home.ask("run", "get-hip", "--speed", "1000", "--log-dir", str(home.log))
    (record,) = home.records()
    planned = [step for step in plan["steps"] if step["kind"] in ("reps", "hold")]
    assert [_same(bout) for bout in record["bout"]] == [_same(step) for step in planned]
    assert "Well done." in out
    assert "Saved: " in out


@pytest.mark.outside
def test_rehearsal_without_log_dir_leaves_nothing(home: Home) -> None:
    """A rehearsal writes a log only where one is named."""
    home.ask("run", "mini-band", "--speed", "2000")
    assert list(home.folder.rglob("*.toml")) == []


@pytest.mark.outside
@pytest.mark.parametrize("pace", ["tap", "own"])
def test_rehearsal_of_other_paces_ends(home: Home, pace: str) -> None:
    """With nobody to press, bouts end after their estimated seconds at the target."""
    home.ask("run", "get-hip", "--pace", pace, "--speed", "2000", "--log-dir", str(home.log))
    (record,) = home.records()
    assert all(bout["done"] == bout["target"] for bout in record["bout"])


def _same(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in SAME if key in row}
