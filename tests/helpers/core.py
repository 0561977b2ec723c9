"""Small sessions and runs for tests; every value that matters to a test is given by the test."""

from __future__ import annotations

from typing import Any

import pytest

from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.state import Results
from glutetimer.core.run.view import View, view
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Exercise, Phase, Session, Span
from glutetimer.core.text.problems import BadFile, Problem

TEMPO = (Phase("up", 1.0), Phase("down", 2.0))


def reps(id_: str = "squat", count: int = 4, **changes: Any) -> Exercise:
    """An exercise of `count` reps of 3 s each."""
    given: dict[str, Any] = {"name": id_.title(), "how": "", "kind": "reps"}
    given |= {"dose": Span(count, count), "tempo": TEMPO}
    return Exercise(id=id_, **(given | changes))


def hold(id_: str = "plank", seconds: int = 20, **changes: Any) -> Exercise:
    """A hold of `seconds`."""
    given: dict[str, Any] = {"name": id_.title(), "how": "", "kind": "hold", "dose": Span(seconds, seconds)}
    return Exercise(id=id_, **(given | changes))


def each(exercise_id: str = "kick", count: int = 4, **changes: Any) -> Exercise:
    """Reps on the left, then on the right."""
    return reps(exercise_id, count, **({"sides": "each", "left": "Left leg", "right": "Right leg"} | changes))


def session(*exercises: Exercise, **changes: Any) -> Session:
    """A straight session of one set each with 30 s rests."""
    given: dict[str, Any] = {"name": "Test", "summary": "", "source": "", "order": "straight", "rest": 30}
    given |= {"rounds": Span(1, 1), "exercises": exercises}
    return Session(id="test", **(given | changes))


def plan(*exercises: Exercise, options: Options | None = None, **changes: Any) -> Plan:
    """The plan of such a session."""
    return compile_plan(session(*exercises, **changes), options or Options())


def started(*exercises: Exercise, unattended: bool = False, **changes: Any) -> Engine:
    """An engine that has just begun its set-up, at clock 0."""
    engine = Engine(plan(*exercises, **changes), unattended=unattended)
    engine.start(0.0)
    return engine


def run_out(engine: Engine, start: float | None = None) -> list[ev.Event]:
    """All events to the end, jumping from deadline to deadline."""
    out = [] if start is None else engine.start(start)
    while (due := engine.next_due()) is not None:
        out += engine.advance(due)
    return out


def names(events: list[ev.Event]) -> list[str]:
    """The kinds of the events."""
    return [type(event).__name__ for event in events]


class Doing:
    """An engine under way, with a clock that jumps. Its set-up begins at clock 0."""

    def __init__(
        self, *exercises: Exercise, results: Results | None = None, unattended: bool = False, **changes: Any
    ) -> None:
        self.engine = Engine(plan(*exercises, **changes), results, unattended=unattended)
        self.events = self.engine.start(0.0)
        self.now = 0.0

    def to(self, now: float) -> list[ev.Event]:
        """What happens until `now`, from deadline to deadline."""
        out: list[ev.Event] = []
        while (due := self.engine.next_due()) is not None and due <= now:
            out += self.engine.advance(due)
        out += self.engine.advance(now)
        self.now = now
        self.events += out
        return out

    def wait(self, seconds: float) -> list[ev.Event]:
        """What happens in the next `seconds`."""
        return self.to(self.now + seconds)

    def press(self, command: Command, at: float | None = None) -> list[ev.Event]:
        """What a command does, now or at a later time; what happens until then is not among it."""
        if at is not None:
            self.to(at)
        out = self.engine.press(command, self.now)
        self.events += out
        return out

    def out(self) -> list[ev.Event]:
        """What happens to the end, if no key is pressed any more."""
        out = run_out(self.engine)
        self.events += out
        return out

    @property
    def results(self) -> Results:
        return self.engine.state.results

    def result(self, bout: int) -> Result:
        """The result of a bout that has one."""
        result = self.results[bout]
        assert result is not None
        return result

    @property
    def view(self) -> View:
        return view(self.engine, self.now)


HEAD = 'format = 1\nname = "S"\n'
#: The line on which the keys given to `exercise_text` begin.
FIRST = 5


def exercise_text(keys: str, head: str = HEAD) -> str:
    """A file of one exercise with the id `a` and these keys."""
    return f'{head}[[exercise]]\nid = "a"\n{keys}\n'


def exercise(keys: str) -> Exercise:
    """The exercise that these keys make."""
    return parse_session(exercise_text(keys), "s").exercises[0]


def problems(text: str) -> list[Problem]:
    """All problems of a text, which must have some."""
    with pytest.raises(BadFile) as caught:
        parse_session(text, "s")
    return list(caught.value.problems)


def lines(text: str) -> list[str]:
    """The same, each as `LINE: what (instead)`."""
    return [problem.at("").removeprefix(":") for problem in problems(text)]
