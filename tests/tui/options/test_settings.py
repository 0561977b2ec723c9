"""What the options screen offers, and what it tells of each exercise; pure."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.session.session import Session, Span
from glutetimer.core.values import replace
from glutetimer.tui.options.edit import flip
from glutetimer.tui.options.exercise import columns, shown
from glutetimer.tui.options.settings import BAND, BEFORE_KIT, OptionChoice
from glutetimer.tui.options.state import Case, Fate, advice, case_of, fate_of, kit_words
from tests.helpers.core import each, hold, reps, session

HIP = load(built_in_dir() / "hip-control.toml")
STRENGTH = load(built_in_dir() / "glute-strength.toml")
CIRCUIT = load(built_in_dir() / "band-hips.toml")
BY_NAME = {setting.name: setting for setting in (*BEFORE_KIT, BAND)}


def case(of: Session, options: Options | None = None, usual: Options | None = None, bands: Sequence[str] = ()) -> Case:
    usual = usual or Options()
    return case_of(of, options or usual, usual, tuple(bands))


def words(name: str, of: Case) -> list[str]:
    return [said for _, said in BY_NAME[name].choices(of)]


def now(name: str, of: Case) -> str:
    """The value in words; every value of now is among the choices."""
    setting = BY_NAME[name]
    return dict(setting.choices(of))[setting.now(of.session, of.options)]


def take(setting: OptionChoice, of: Case, said: str) -> Options:
    """Choose by words."""
    return setting.take(of, next(value for value, word in setting.choices(of) if word == said))


def test_sets_as_written_stand_between_fewer_and_more() -> None:
    """More to the right is more to do."""
    of = case(HIP)
    assert words("sets", of)[:4] == ["1 of each", "2 of each", "as written (3, 2, 2, 2)", "3 of each"]
    assert now("sets", of) == "as written (3, 2, 2, 2)"


def test_sets_of_one_number_are_said_once() -> None:
    """Where all exercises have the same number, it is the written one."""
    assert words("sets", case(STRENGTH))[1:4] == ["2 of each", "3 of each (as written)", "4 of each"]


def test_sets_that_differ_by_hand_are_told() -> None:
    """The row says what the table below it holds, and leaves it alone."""
    of = case(HIP, Options(own=(Own("hip-circles", sets=1),)))
    assert now("sets", of) == "as below (1, 2, 2, 2)"
    assert take(BY_NAME["sets"], of, "as below (1, 2, 2, 2)") == of.options


def test_sets_of_many_exercises_are_told_from_to() -> None:
    """A long list has no room."""
    many = session(*(reps(f"e{n}", sets=Span(1 + n % 3, 3)) for n in range(7)))
    assert now("sets", case(many)) == "as written (1 to 3)"


def test_rounds_are_for_circuits_and_sets_for_straight_order() -> None:
    """And neither where there is one round only."""
    for of, circuit in ((HIP, False), (CIRCUIT, True)):
        assert BY_NAME["rounds"].is_shown(case(of)) == circuit
        assert BY_NAME["sets"].is_shown(case(of)) != circuit
        for name in ("sets", "rounds"):
            assert not BY_NAME[name].is_shown(case(of, Options(mode="pre-run")))


def test_rounds_as_written_leave_no_trace() -> None:
    """What is chosen back is as if nothing was chosen."""
    of = case(CIRCUIT, Options(rounds=3))
    assert words("rounds", of) == ["1", "2 (as written)", "3", "4", "5"]
    assert take(BY_NAME["rounds"], of, "2 (as written)") == Options()


def test_rest_as_written_stands_among_the_numbers() -> None:
    """5 s less and 5 s more are its neighbours."""
    of = case(HIP)
    place = words("rest", of).index("30 s (as written)")
    assert words("rest", of)[place - 1 : place + 2] == ["25 s", "30 s (as written)", "35 s"]


def test_rest_of_the_settings_that_is_the_written_one_is_no_change() -> None:
    """Away from it and back again is what it was."""
    usual = Options(rest=30)
    of = case(HIP, replace(usual, rest=35), usual)
    assert BY_NAME["rest"].changed(of)
    assert take(BY_NAME["rest"], of, "30 s (as written)") == usual
    assert not BY_NAME["rest"].changed(case(HIP, usual, usual))


def test_exercises_with_rests_of_their_own_make_the_same_rest_for_all_another_choice() -> None:
    """As written is then not one number."""
    of = case(session(reps("a", rest=60), reps("b")))
    assert "as written (30 s, some their own)" in words("rest", of)
    assert take(BY_NAME["rest"], of, "30 s").rest == 30


def test_only_minutes_that_cut_are_offered() -> None:
    """And more minutes than that are no limit."""
    assert words("minutes", case(STRENGTH))[-3:] == ["12 min", "15 min", "no limit"]
    assert now("minutes", case(STRENGTH, Options(minutes=240))) == "240 min"


def test_pace_says_what_is_written() -> None:
    """Where it is one for all."""
    assert words("pace", case(HIP)) == ["as written (counted)", "counted", "tap", "own"]
    assert words("pace", case(session(reps("a"), reps("b", pace="own"))))[0] == "as written"


def test_first_side_only_where_there_are_sides() -> None:
    """Squats have none."""
    assert BY_NAME["first_side"].is_shown(case(HIP))
    assert not BY_NAME["first_side"].is_shown(case(session(reps(), hold())))


def test_the_runners_own_bands_are_offered() -> None:
    """The usual strengths where none is named, and whatever was used last."""
    assert words("strength", case(HIP, bands=("green", "blue"))) == ["not said", "green", "blue"]
    assert words("strength", case(HIP)) == ["not said", "light", "medium", "strong"]
    assert words("strength", case(HIP, Options(strength="old"), bands=("green",))) == ["not said", "green", "old"]


def test_the_band_is_asked_for_only_where_one_is_used_and_here() -> None:
    """Not without it, and not where nothing needs it."""
    assert BAND.is_shown(case(HIP))
    assert not BAND.is_shown(case(HIP, Options(without=("band",))))
    assert not BAND.is_shown(case(session(reps())))


def test_a_change_says_what_is_usual() -> None:
    """The sentence of the row ends with it."""
    rest = BY_NAME["rest"]
    assert rest.explain(case(HIP)) == "Seconds between sets."
    assert rest.explain(case(HIP, Options(rest=60))) == "Seconds between sets. Usual: 30 s (as written)."


def test_kit_that_the_session_could_use() -> None:
    """Also that of substitutes, and what the program does not ask about at home."""
    assert kit_words(STRENGTH) == ("band", "chair", "step", "sofa", "radiator")
    assert kit_words(session(reps(needs=(("rope", "stick"),)))) == ("rope", "stick")


def test_what_becomes_of_exercises() -> None:
    """By kit: left out, replaced, without the band; by choice; by time."""
    missing = case(STRENGTH, Options(without=("band", "step")))
    step, walk, *_ = STRENGTH.exercises
    assert fate_of(missing, step).told == "Single-leg floor bridge instead, 3 × 8, L R"
    kicks = session(reps("kick", needs=(("wall",),)), reps("squat"))
    assert fate_of(case(kicks, Options(without=("wall",))), kicks.exercises[0]).told == "left out: needs wall"
    assert fate_of(missing, walk).told == "Side press instead, 3 × 30 s, L R"
    assert not fate_of(missing, walk).out
    assert fate_of(case(CIRCUIT, Options(without=("band",))), CIRCUIT.exercises[0]).note == "without the band"
    chosen = fate_of(case(STRENGTH, Options(own=(Own("step-up", skip=True),))), step)
    assert (chosen.out, chosen.told) == (True, "left out")
    assert fate_of(case(STRENGTH), step) == Fate()


def test_what_goes_easier_with_a_run_can_be_done_as_written() -> None:
    """Space goes round: easier, as written, left out."""
    jump = CIRCUIT.exercises[3]
    options = Options(mode="post-run")
    said = []
    for _ in range(4):
        fate = fate_of(case(CIRCUIT, options), jump)
        said.append((fate.out, fate.note, fate.why))
        options = flip(CIRCUIT, options, jump)
    assert said == [
        (False, "Sumo squat, no jump", "With a run today it goes easier. Space: as written."),
        (False, "", "As written, also with a run today. Space: leave it out."),
        (True, "", "Left out today. Space takes it in again."),
        said[0],
    ]


def test_what_minutes_drop() -> None:
    """Wholly, or some sets of it; a substitute too."""
    kick = each("kick", 10)
    two = session(kick, reps("squat", 10, band="ankles", without=(("band", reps("sit", 10)),)), rounds=Span(3, 3))
    some = case(two, Options(minutes=6))
    assert fate_of(some, two.exercises[1]) == Fate()
    assert fate_of(some, kick).note == "1 set less"
    assert fate_of(some, kick).why == "1 set less: more would not fit into 6 min."
    none = fate_of(case(two, Options(minutes=2, without=("band",))), two.exercises[1])
    assert (none.out, none.told) == (True, "left out: no time")


def test_what_helps_where_nothing_is_left() -> None:
    """By choice, by kit, by time."""
    kick = each("kick", 60, band="ankles")
    of = session(kick)
    assert advice(case(of, Options(own=(Own("kick", skip=True),)))) == "Take an exercise in again: Space on its row."
    assert "Kit here" in advice(case(of, Options(without=("band",))))
    assert advice(case(of, Options(minutes=5))) == "Allow more minutes: the shortest set needs 7 min."


def test_a_changed_cell_has_a_star_and_says_what_is_usual() -> None:
    """Colour is not alone."""
    exercise = HIP.exercises[1]
    row = shown(case(HIP, Options(own=(Own(exercise.id, right=12),))), exercise)
    assert row.text("right") == ("12*", True)
    assert row.text("left") == ("15", False)
    assert row.about("right") == "Reps on the right. Usual: 15."


def test_cells_of_other_kinds() -> None:
    """Seconds have their unit; what has no right side says why; both ways are told."""
    circles, *_, turns = HIP.exercises
    assert shown(case(HIP), circles).about("left") == "Reps on the left in each direction."
    assert shown(case(HIP), turns).text("right") == ("each", False)
    assert shown(case(HIP), turns).about("left") == "Reps for each side, in turns."
    assert shown(case(session(hold("plank", 30))), hold("plank", 30)).text("left") == ("30 s", False)


def test_columns_follow_the_session() -> None:
    """No sets in circuits, one dose where no exercise has sides."""
    assert columns(case(HIP)).cells == ("sets", "left", "right", "pace")
    assert columns(case(CIRCUIT)).cells == ("left", "right", "pace")
    plain = columns(case(session(reps(), hold())))
    assert (plain.cells, plain.head("left")) == (("sets", "left", "pace"), "dose")
