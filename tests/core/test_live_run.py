"""Engine, sounds and record joined."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from glutetimer.core.live_run import Run
from glutetimer.core.record.record import Result, Workout, begin_workout
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Correct, Do, Finish, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.state import Results
from glutetimer.core.session.session import Exercise, Variant
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.fakes import FakeKeeper, FakeListener, FakePlayer

STARTED = datetime(2026, 11, 20, 18, 30, 5, tzinfo=UTC)
ENDED = datetime(2026, 11, 20, 18, 58, 40, tzinfo=UTC)


class Whole:
    """A run with everything around it, in lists."""

    def __init__(
        self,
        *exercises: Exercise,
        results: Results | None = None,
        before: Workout | None = None,
        clock: datetime = ENDED,
    ) -> None:
        """`before`: the workout that is taken up again; `clock`: what the clock on the wall says."""
        made = plan(*exercises)
        workout = before or begin_workout(made, "20261120T183005Z-7f3a9c21", STARTED, "Europe/Berlin")
        results = tuple(bout.result for bout in before.bouts) if before else results
        self.player, self.keeper, self.listener = FakePlayer(), FakeKeeper(), FakeListener()
        engine = Engine(made, results)
        self.run = Run(engine, workout, self.player, self.keeper, lambda: clock, [self.listener])
        self.run.start(0.0)

    def to(self, now: float) -> None:
        while (due := self.run.next_due()) is not None and due <= now:
            self.run.tick(due)
            self.player.listen(due)
        self.run.tick(now)
        self.player.listen(now)


def test_a_workout_is_kept_from_the_start() -> None:
    whole = Whole(reps("a"), reps("b"))
    assert whole.keeper.asked == ["keep"]
    assert (whole.keeper.last.state, whole.keeper.last.ended) == ("running", None)
    assert [bout.result for bout in whole.keeper.last.bouts] == [None, None]


def test_it_is_saved_after_every_bout() -> None:
    whole = Whole(reps("a"), reps("b"), reps("c"))
    whole.to(26.9)
    assert whole.keeper.asked == ["keep"]
    whole.to(27.0)
    assert whole.keeper.asked == ["keep", "keep"]
    assert whole.keeper.last.bouts[0].result == Result("done", 4, 12.0, "program")


def test_it_is_sealed_once_the_moment_the_last_bout_ends() -> None:
    whole = Whole(reps("a"), reps("b"))
    whole.to(69.0)
    whole.to(500.0)
    assert whole.keeper.asked == ["keep", "keep", "keep", "seal"]
    assert (whole.keeper.last.state, whole.keeper.last.ended) == ("finished", ENDED)
    assert whole.keeper.last.bouts[0].result == Result("done", 4, 12.0, "program", rest=30.0)
    assert whole.keeper.last is whole.run.workout
    assert whole.run.over


def test_its_time_is_run_time_and_a_pause_adds_none() -> None:
    whole = Whole(reps("a"), reps("b"))
    whole.to(20.0)
    whole.run.press(Do.PAUSE, 20.0)
    whole.run.press(Do.PAUSE, 4000.0)
    whole.to(4200.0)
    # The count-in of three seconds after the pause is lived, too.
    assert whole.keeper.last.active == 69.0 + 3.0


def test_the_time_of_a_run_that_is_taken_up_again_adds_up() -> None:
    first = Whole(reps("a"), reps("b"))
    first.to(27.0)
    assert first.keeper.last.active == 27.0
    again = Whole(reps("a"), reps("b"), before=first.keeper.last)
    again.to(500.0)
    assert again.keeper.last.active == 27.0 + 15.0 + 12.0


def test_what_was_not_kept_of_an_earlier_part_stays_unknown() -> None:
    first = Whole(reps("a"), reps("b"))
    first.to(27.0)
    again = Whole(reps("a"), reps("b"), before=replace(first.keeper.last, active=None))
    again.to(500.0)
    assert (again.keeper.last.state, again.keeper.last.active) == ("finished", None)


def test_a_clock_that_is_set_back_leaves_no_end_before_the_start() -> None:
    whole = Whole(reps("a"), reps("b"), clock=STARTED - timedelta(hours=3))
    whole.to(500.0)
    assert whole.keeper.last.ended == STARTED + timedelta(seconds=69)


def test_an_early_end_is_sealed_as_one() -> None:
    whole = Whole(reps("a"), reps("b"))
    whole.to(30.0)
    whole.run.press(Finish(), 30.0)
    assert whole.keeper.asked == ["keep", "keep", "seal"]
    assert whole.keeper.last.state == "early"


def test_a_discarded_workout_is_thrown_away_and_not_sealed() -> None:
    whole = Whole(reps("a"), reps("b"))
    whole.run.press(Finish(keep=False), 20.0)
    assert whole.keeper.asked == ["keep", "discard"]


def test_answers_amend_the_sealed_workout() -> None:
    whole = Whole(reps("a"))
    whole.to(27.0)
    answered = begin_workout(whole.run.engine.state.plan, "20261120T183005Z-7f3a9c21", STARTED, "Europe/Berlin")
    whole.run.amend(answered)
    assert whole.keeper.asked == ["keep", "seal", "amend"]
    assert whole.keeper.last is answered is whole.run.workout


def test_a_correction_is_saved() -> None:
    whole = Whole(reps("a"), reps("b"))
    whole.to(30.0)
    whole.run.press(Correct(-1), 30.0)
    result = whole.keeper.last.bouts[0].result
    assert result is not None
    assert (result.done, result.counted_by) == (3, "hand")


def test_nothing_is_saved_for_what_changes_no_result() -> None:
    whole = Whole(reps("a"), reps("b"))
    whole.to(20.0)
    for command, now in ((Do.PAUSE, 20.0), (Do.GO_ON, 21.0), (Do.BACK, 22.0)):
        whole.run.press(command, now)
    assert whole.keeper.asked == ["keep"]


def test_the_record_follows_what_was_made_easier() -> None:
    whole = Whole(each("kick", easier=(Variant("kick-bent-knees", "Bent knees", "Bend them"),)))
    whole.to(29.0)
    whole.run.press(Do.EASIER, 29.0)
    whole.run.press(Finish(), 40.0)
    assert [(bout.name, bout.form) for bout in whole.keeper.last.bouts] == [
        ("Kick", ""),
        ("Bent knees", "kick-bent-knees"),
    ]


def test_what_was_easier_before_the_run_broke_off_stays_so_in_the_record() -> None:
    """Taken up again the session is compiled anew, at its full dose."""
    whole = Whole(reps("a", 6), reps("b"))
    whole.run.press(Do.EASIER, 5.0)
    whole.to(27.0)
    kept = whole.keeper.last
    engine = Engine(plan(reps("a", 6), reps("b")), tuple(bout.result for bout in kept.bouts))
    again = Run(engine, kept, FakePlayer(), whole.keeper, lambda: ENDED)
    again.start(0.0)
    again.tick(500.0)
    assert [(bout.target, bout.result and bout.result.done) for bout in whole.keeper.last.bouts] == [(4, 4), (4, 4)]


def test_the_worst_pain_is_that_of_the_workout() -> None:
    whole = Whole(each("a"), reps("b"))
    for at, score in ((20.0, 4), (40.0, 7), (60.0, 2)):
        whole.to(at)
        whole.run.press(Do.PAIN, at)
        whole.run.press(TellPain(score, "knee", "left"), at + 1.0)
        whole.run.press(Do.GO_ON, at + 2.0)
    assert whole.run.workout.pain == 7
    assert whole.keeper.last.pain == 7


def test_no_pain_is_told_as_none_at_all() -> None:
    whole = Whole(reps("a"))
    whole.run.press(Do.PAIN, 20.0)
    whole.run.press(TellPain(0, "knee"), 21.0)
    assert whole.keeper.last.pain == 0


def test_pain_that_nobody_asked_about_is_not_told() -> None:
    whole = Whole(reps("a"))
    whole.run.press(TellPain(4, "knee"), 5.0)
    assert whole.run.workout.pain is None


def test_sounds_are_played_at_their_events() -> None:
    whole = Whole(reps("a", 2), hold("b", 3))
    whole.to(21.0)
    assert whole.player == ["count", "count", "count", "go", "phase-down", "rep-near", "phase-down", "rep-last"]


def test_muted_nothing_is_played_but_everything_is_told_with_its_sound() -> None:
    whole = Whole(reps("a"))
    whole.run.mute(True, 0.0)
    assert whole.run.muted
    whole.to(15.0)
    assert whole.player == []
    assert (ev.CountIn(12.0, 0, 0, 3), "count") in whole.listener
    assert (ev.SetupStarted(0.0, 0, 0, 15.0), "") in whole.listener


def test_a_listener_that_comes_later_hears_what_comes_later() -> None:
    whole, late = Whole(reps("a")), FakeListener()
    whole.to(13.0)
    whole.run.listen(late)
    whole.to(14.0)
    assert late == [(ev.CountIn(14.0, 0, 0, 1), "count")]


def test_a_workout_taken_up_with_all_its_bouts_done_is_sealed_at_once() -> None:
    whole = Whole(reps("a"), results=(Result("done", 4, 12.0, "program"),))
    assert whole.keeper.asked == ["keep", "seal"]
    assert whole.keeper.last.state == "finished"


def test_the_run_shows_what_the_engine_does() -> None:
    whole = Whole(reps("a"))
    whole.to(20.0)
    assert (whole.run.view(20.5).stage, whole.run.view(20.5).count) == ("reps", 1)
    assert whole.run.next_due() == 21.0
