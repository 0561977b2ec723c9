"""Every command in every stage: what happens, and where the run stands then."""

from __future__ import annotations

import pytest

from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Correct, Do, Finish, Gap, NameCue
from tests.helpers.core import Doing, names
from tests.helpers.key_table import TABLES
from tests.helpers.stages import COMMANDS, STAGES

#: Stages in which the same happens as in another one.
ALIKE = {
    "gap": "paused reps",
    "tap hold": "tap hold past its target",
    "paused hold, long": "paused hold",
    "over": "",
}
#: They take back an end by key, or the last rep of a bout.
MEANT = (Do.BACK, Do.FORM_BROKE)
STANDING = [stage for stage in STAGES if stage.startswith(("paused", "gap", "pain"))]
GOING = [stage for stage in STAGES if stage not in STANDING and stage != "over"]


def expected(stage: str, command: str) -> str:
    """What the table says; "" for nothing at all."""
    table = TABLES.get(ALIKE.get(stage, stage), {})
    return next((what for commands, what in table.items() if command in commands.split(", ")), "")


def where(doing: Doing) -> str:
    """The stage and the bout, and whether the clock stands."""
    standing = " standing" if doing.engine.paused else ""
    return f"{doing.view.stage} {doing.view.index}{standing}"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_in_a_stage(stage: str, command: str) -> None:
    if command == "discard" or (command == "pause" and stage in GOING):
        return  # The same everywhere: see below.
    doing = STAGES[stage].reach()
    before, stood, paused = doing.engine.state, where(doing), doing.engine.paused
    events = doing.press(COMMANDS[command])
    if what := expected(stage, command):
        assert f"{' '.join(names(events))} > {where(doing)}" == what
    else:
        assert (events, doing.engine.state, where(doing), doing.engine.paused) == ([], before, stood, paused)


@pytest.mark.parametrize("stage", GOING)
def test_pausing_stops_the_clock_in_every_stage(stage: str) -> None:
    doing = STAGES[stage].reach()
    before = doing.engine.state
    assert doing.press(Do.PAUSE) == [ev.Paused(before.t, before.step, before.bout, "key")]
    assert (doing.engine.state, doing.wait(1000.0), doing.engine.next_due()) == (before, [], None)


@pytest.mark.parametrize("stage", GOING)
def test_a_gap_stops_the_clock_in_every_stage(stage: str) -> None:
    doing = STAGES[stage].reach()
    before = doing.engine.state
    assert doing.engine.press(Gap(doing.now), doing.now + 500.0) == [
        ev.Paused(before.t, before.step, before.bout, "gap")
    ]
    assert doing.engine.state == before


@pytest.mark.parametrize("stage", [*STANDING, "over"])
def test_a_gap_where_the_clock_stands_is_none(stage: str) -> None:
    doing = STAGES[stage].reach()
    reason = doing.engine.paused
    assert doing.engine.press(Gap(doing.now), doing.now + 500.0) == []
    assert doing.engine.paused == reason


@pytest.mark.parametrize("stage", [*GOING, *STANDING])
def test_a_run_can_be_thrown_away_in_every_stage(stage: str) -> None:
    doing = STAGES[stage].reach()
    events = doing.press(Finish(keep=False))
    assert [type(event) for event in events] == [ev.Finished]
    assert (doing.engine.state.end, doing.engine.paused, doing.engine.next_due()) == ("discarded", None, None)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_takes_a_finished_bout_away_or_calls_a_skipped_one_done(stage: str, command: str) -> None:
    doing = STAGES[stage].reach()
    before = doing.results
    doing.press(COMMANDS[command])
    for old, new in zip(before, doing.results, strict=True):
        if old and not isinstance(COMMANDS[command], Correct | NameCue) and COMMANDS[command] not in MEANT:
            assert new is not None
            assert (old.outcome, old.done) == (new.outcome, new.done)
        if new and new.outcome in ("skipped", "not-reached"):
            assert (new.done, new.seconds) == (0, 0.0)


def test_the_table_names_only_commands_and_stages_that_there_are() -> None:
    assert set(TABLES) | set(ALIKE) == set(STAGES)
    assert {name for table in TABLES.values() for commands in table for name in commands.split(", ")} <= set(COMMANDS)
