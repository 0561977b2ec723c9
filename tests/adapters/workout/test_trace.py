"""The trace: one JSON object a line."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from glutetimer.adapters.workout.trace import NoTrace, Trace
from glutetimer.core.run import events as ev


def test_events_and_saves(tmp_path: Path) -> None:
    """What happened, with its sound, and what is durable; times on both clocks."""
    trace = Trace(tmp_path / "t.jsonl")
    before = time.monotonic()
    trace.heard(ev.RepDone(12.0, 3, 1, 4, 8), "rep")
    trace.heard(ev.Resumed(13.0, 3, 1), "")
    trace.saved(frozenset({1, 0}))
    trace.close()
    trace.close()
    trace.heard(ev.Resumed(14.0, 3, 1), "")
    rows = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text().splitlines()]
    assert all(before <= row.pop("mono") <= time.monotonic() for row in rows)
    assert rows == [
        {"event": "RepDone", "at": 12.0, "step": 3, "bout": 1, "count": 4, "of": 8, "sound": "rep"},
        {"event": "Resumed", "at": 13.0, "step": 3, "bout": 1},
        {"event": "Saved", "at": 13.0, "step": 1, "bout": 0},
        {"event": "Saved", "at": 13.0, "step": 3, "bout": 1},
    ]


def test_a_path_that_cannot_be_opened_is_said_at_once(tmp_path: Path) -> None:
    """Before anything begins."""
    with pytest.raises(OSError, match="directory"):
        Trace(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_ends_the_trace_and_not_the_run() -> None:
    """Nothing is raised into the run, then or at the end."""
    trace = Trace(Path("/dev/full"))
    trace.heard(ev.Resumed(13.0, 3, 1), "")
    assert trace._file is None
    trace.heard(ev.Resumed(14.0, 3, 1), "")
    trace.close()


@pytest.mark.parametrize("text", ["format = 1\n", "[1]\n", '{"event": "x"}\n', "\x00\xff", "[" * 9999])
def test_what_is_no_trace_is_not_written_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "session.toml").write_text(text, "utf-8")
    with pytest.raises(NoTrace):
        Trace(tmp_path / "session.toml")
    assert (tmp_path / "session.toml").read_text("utf-8") == text


def test_an_older_trace_is(tmp_path: Path) -> None:
    for _ in range(2):
        trace = Trace(tmp_path / "t.jsonl")
        trace.heard(ev.Resumed(13.0, 3, 1), "")
        trace.close()
    assert len((tmp_path / "t.jsonl").read_text().splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_without_a_reader_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="No such device"):
        Trace(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    trace = Trace(tmp_path / "pipe")
    for _ in range(2000):  # more than a pipe holds: the run goes on, the trace ends
        trace.heard(ev.Resumed(13.0, 3, 1), "")
    assert json.loads(os.read(reader, 4096).splitlines()[0])["event"] == "Resumed"
    assert trace._file is None
    os.close(reader)
