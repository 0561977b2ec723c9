"""No told pain is lost: what stands at a bout, what beside it, and that nobody's silence becomes a "none"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.export.csv import NAMES, csv_row, lines_of
from glutetimer.core.live_run import Run
from glutetimer.core.log.rows import workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.pain.body_places import FLAGS, GROIN, PLACES
from glutetimer.core.pain.tellings import Telling, pain_day
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.amend import amended_text
from glutetimer.core.record.read import load_record, load_running
from glutetimer.core.record.record import MorePain, Workout, begin_workout
from glutetimer.core.record.resume import Resume
from glutetimer.core.record.write import dump_record, sure_record, workout_json
from glutetimer.core.report.told import pains_told
from glutetimer.core.run.actions.again import with_pain
from glutetimer.core.run.commands import Do, Finish, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Span
from glutetimer.core.values import replace
from tests.helpers.core import Doing, each, hold, plan
from tests.helpers.fakes import FakePlayer

NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)
KNEE, CALF = TellPain(4, "knee", "left", "none"), TellPain(2, "calf", "right", "limp")


def hurting(at: float = 22.5) -> Doing:
    """Two rounds of a lunge on each side and a plank, standing for a pain."""
    out = Doing(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2))
    out.press(Do.PAIN, at)
    return out


def told(pain: int | None, place: str = "", side: str | None = None, flag: str | None = None) -> MorePain:
    return MorePain(1, pain, place, side, flag)  # type: ignore[arg-type]


def test_the_one_that_says_most_stands_at_the_bout_and_the_other_beside_it() -> None:
    it = hurting()
    it.press(KNEE)
    it.press(CALF)
    assert (it.result(0).pain, it.result(0).place, it.result(0).pain_flag) == (2, "calf", "limp")
    assert it.engine.state.more_pain == (MorePain(1, 4, "knee", "left", "none"),)


def test_told_in_the_other_order_it_is_the_same() -> None:
    it = hurting()
    it.press(CALF)
    it.press(KNEE)
    assert it.result(0).place == "calf"
    assert it.engine.state.more_pain == (MorePain(1, 4, "knee", "left", "none"),)


def test_a_pain_of_another_pause_stays_beside_it() -> None:
    it = hurting()
    it.press(KNEE)
    it.press(Do.AGAIN, 30.0)
    it.press(Do.PAIN, 36.0)
    it.press(TellPain(6, "knee", "left", "none"))
    assert (it.result(0).pain, it.engine.state.more_pain) == (6, (MorePain(1, 4, "knee", "left", "none"),))


def test_an_answer_more_completes_the_pain_and_another_one_takes_its_place() -> None:
    it = hurting()
    it.press(TellPain(4, "", instead=True))
    it.press(TellPain(4, "knee", instead=True))
    it.press(TellPain(4, "knee", "left", "bone", instead=True))
    it.press(TellPain(3, "shin", "left", "none", instead=True))
    assert (it.result(0).pain, it.result(0).place, it.engine.state.more_pain) == (3, "shin", ())


def test_instead_takes_away_no_pain_that_was_told_before() -> None:
    it = hurting()
    it.press(KNEE)
    it.press(TellPain(2, "calf"))
    it.press(TellPain(2, "calf", "right", "none", instead=True))
    assert {it.result(0).place, *(one.place for one in it.engine.state.more_pain)} == {"knee", "calf"}


def test_before_the_first_bout_it_keeps_place_side_and_sign() -> None:
    it = hurting(5.0)
    it.press(KNEE)
    assert it.engine.state.more_pain == (MorePain(None, 4, "knee", "left", "none"),)
    it.press(Do.GO_ON, 6.0)
    it.press(CALF)
    assert len(it.engine.state.more_pain) == 1


def test_no_pain_after_all_takes_back_what_was_told_and_no_more() -> None:
    it = hurting()
    it.press(KNEE)
    it.press(CALF)
    it.press(Do.NO_PAIN)
    assert (it.result(0).place, it.engine.state.more_pain) == ("knee", ())
    assert it.engine.paused == "pain"


def test_after_no_pain_back_takes_the_bout_up_where_it_was() -> None:
    it = hurting()
    it.press(TellPain(4, "knee", instead=True))
    it.press(Do.NO_PAIN)
    it.press(Do.BACK)
    assert (it.view.stage, it.view.count) == ("ready", 2)
    it.out()
    assert (it.result(0).outcome, it.result(0).pain) == ("done", None)


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        (told(4), 1),
        (told(4, "knee"), 1),
        (told(4, "knee", "left", "none"), 1),
        (told(5, "knee", "left"), 2),
        (told(4, "calf", "left"), 2),
        (told(4, "knee", "right"), 2),
        (told(0), 1),
        (told(0, "", None, "limp"), 2),
    ],
)
def test_what_says_nothing_more_is_not_told_twice(new: MorePain, kept: int) -> None:
    assert len(with_pain((told(4, "knee", "left"),), new)) == kept


def finished(*more: MorePain) -> Workout:
    """A workout of the log in which these pains stand at no bout."""
    it = hurting()
    it.press(KNEE)
    it.press(Finish())
    made = begin_workout(it.engine.state.plan, "w", NOW, "UTC")
    bouts = tuple(replace(b, result=r) for b, r in zip(made.bouts, it.engine.state.results, strict=True))
    return replace(made, state="early", bouts=bouts, ended=NOW, more_pain=more)


MORE = (MorePain(1, 2, "calf", "right", "limp"), MorePain(None, 7, "lower back", "both", "numb-between-legs"))


def test_the_record_reads_back_as_it_was() -> None:
    made = finished(*MORE, MorePain())
    text = sure_record(made, seal=True)
    assert load_record(text) == made
    assert '    { bout = 1, pain = 2, place = "calf", pain_side = "right", pain_flag = "limp" },' in text
    assert workout_json(made)["more_pain"][0] == {
        "bout": 1, "pain": 2, "place": "calf", "pain_side": "right", "pain_flag": "limp",
    }  # fmt: skip


def test_an_old_record_has_none() -> None:
    assert load_record(dump_record(finished(), seal=True)).more_pain == ()


@pytest.mark.parametrize("more", [(), MORE[:1], MORE[1:], (*MORE, MorePain(3, 1, "shin"))])
def test_it_is_amended_with_everything_around_it(more: tuple[MorePain, ...]) -> None:
    before = finished(*MORE)
    text = "# mine\n" + dump_record(before, seal=True)
    after = amended_text(text, before, replace(before, more_pain=more, effort=4), NOW)
    assert after.startswith("# mine\n")
    assert (load_record(after).more_pain, load_record(after).effort) == (more, 4)


def test_it_is_found_shown_and_exported() -> None:
    made = finished(*MORE)
    assert {one.place for one in pain_day(made).tellings} == {"knee", "calf", "lower back"}
    assert (workout_row(made).hurt, workout_row(made).pain, workout_row(made).place) == (True, 7, "lower back")
    only = replace(made, bouts=begin_workout(hurting().engine.state.plan, "w", NOW, "UTC").bouts)
    assert workout_row(only).hurt
    cells = [dict(zip(NAMES, csv_row(line), strict=True)) for line in lines_of(made, "p")]
    assert cells[0]["more_pain"] == "2 of 10, calf, right, limping"
    assert cells[1]["more_pain"] == ""
    numb = "7 of 10, lower back, both, numb between the legs, or bladder or bowel trouble"
    assert {cell["more_workout_pain"] for cell in cells} == {numb}
    assert [(one.place, one.exercise) for one in pains_told([made])] == [
        ("knee", "Lunge"), ("calf", "Lunge"), ("lower back", ""),
    ]  # fmt: skip
    assert max(row.pain or 0 for row in side_rows(made)) == 4


# --- No order of answers loses a told pain, or turns unknown into "none".


class Kept:
    """A keeper that writes what it is told as a file would hold it."""

    def __init__(self, resume: Resume) -> None:
        self.text, self._resume = "", resume

    def keep(self, workout: Workout, plan: Plan) -> None:
        self.text = dump_record(workout, seal=False, resume=self._resume)

    def seal(self, workout: Workout) -> None:
        self.text = dump_record(workout, seal=True)

    amend = seal

    def discard(self) -> None:
        self.text = ""


_tell = st.builds(
    TellPain,
    st.integers(1, 10),
    st.sampled_from(["", *(place.words for place in PLACES)]),
    st.sampled_from(["left", "right", "both", None]),
    st.sampled_from([None, *FLAGS]),
)
_step = st.one_of(
    _tell,
    st.sampled_from(
        [Do.PAIN, Do.PAIN, Do.PAIN, Do.GO_ON, Do.BACK, Do.AGAIN, Do.SKIP, Do.MAIN, Do.EASIER, Do.OTHER_SIDE, "kill"]
    ),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(_step, st.sampled_from([0.0, 1.0, 7.0, 30.0])), max_size=25))
def test_no_order_of_answers_loses_a_told_pain(steps: list[tuple[object, float]]) -> None:
    made = plan(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2))
    keeper = Kept(Resume("test", "text", Options()))
    run = Run(Engine(made), begin_workout(made, "w", NOW, "UTC"), FakePlayer(), keeper, lambda: NOW)
    now, expected = 0.0, []
    run.start(now)
    for step, wait in steps:
        now += wait
        if step == "kill":
            if run.over:
                break
            workout, _ = load_running(keeper.text)
            results = tuple(bout.result for bout in workout.bouts)
            run = Run(Engine(made, results, more_pain=workout.more_pain), workout, FakePlayer(), keeper, lambda: NOW)
            now = 0.0
            run.start(now)
            continue
        if isinstance(step, TellPain) and run.engine.paused == "pain":
            expected.append(step)
        run.press(step, now)  # type: ignore[arg-type]
    run.press(Finish(), now + 1.0)
    there = load_record(keeper.text)
    said = pain_day(there)
    for one in expected:
        assert any(_says(telling, one) for telling in said.tellings), one
    assert (there.pain or 0) >= max((one.score for one in expected), default=0)
    assert not said.none
    assert there.pain is None or expected


def _says(telling: Telling, told: TellPain) -> bool:
    """Whether what stands there says all that was told."""
    pairs = ((telling.score, told.score), (telling.place, told.place), (telling.side, told.side))
    return all(wanted in (None, "", there) for there, wanted in (*pairs, (telling.flag, told.flag)))


def test_the_groin_is_among_the_places_that_are_tried() -> None:
    assert GROIN in [place.words for place in PLACES]
