"""A printed run with somebody at the keyboard: what it says, and lines typed in answer."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from io import StringIO
from typing import IO, cast

import pytest

from glutetimer.core.live_run import Run
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Result
from glutetimer.core.run.engine import Engine
from glutetimer.plain.front import PlainFront
from tests.helpers.fake_program import FakeLiveRun
from tests.helpers.fakes import JumpingClock


class Jumping(JumpingClock):
    """A clock that is always at the next deadline, unless a line was typed before it."""

    def __init__(self) -> None:
        super().__init__()
        self.typed: Callable[[], bool] = lambda: False

    def wait(self, due: float) -> float:
        return 0.0 if self.typed() else super().wait(due)


class Keyboard:
    """Lines as they are typed; None is the end of the stream."""

    def __init__(self) -> None:
        self.typed: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def __iter__(self) -> Iterator[str]:
        while (line := self.typed.get()) is not None:
            yield line


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    board = Keyboard()
    yield board
    board.typed.put(None)


def live(wanted: Plan, results: tuple[Result | None, ...] | None = None) -> FakeLiveRun:
    """A run of the plan, or what is open of it, on a jumping clock."""
    made = FakeLiveRun(wanted)
    made.clock = Jumping()  # type: ignore[assignment]
    if results:
        workout = made.run.workout
        made.run = Run(Engine(wanted, results), workout, made.heard, made.kept, lambda: workout.started)
    return made


def said_by(
    made: FakeLiveRun, answers: dict[str, str], board: Keyboard | None = None, *, quick: bool = False
) -> list[str]:
    """What a run prints in which each of these lines is answered, once, by a typed one.

    `quick`: by somebody whose answer is there before the clock has gone on.
    """
    said, left = [], dict(answers)
    type_: Callable[[str], None]

    def say(line: str) -> None:
        said.append(line)
        if (answer := left.pop(line, None)) is not None:
            type_(answer)

    front = PlainFront(made, say, cast("IO[str]", board) if board else StringIO() if quick else None)
    type_ = board.typed.put if board else front._typed.put
    cast(Jumping, made.clock).typed = lambda: not front._typed.empty()
    front.go()
    assert left == {}
    return said
