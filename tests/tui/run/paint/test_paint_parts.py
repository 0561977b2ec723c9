"""What stands around the number: strip, main key, how, flash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.run.commands import Do
from glutetimer.core.run.view import View
from glutetimer.core.session.session import Direction, Phase, Span
from glutetimer.core.values import replace
from glutetimer.tui.drawing.block_letters import word
from glutetimer.tui.run.paint.gauges import lift_share, lift_steps
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.paint.stage import paint
from glutetimer.tui.run.paint.work import number, of_words, slot
from tests.helpers.pages import BRIDGE, KICK, PRESS, moment


def rows(view: View, width: int, height: int, notes: Notes | None = None) -> list[str]:
    """The picture as lines."""
    return paint(view, width, height, notes or Notes()).text().split("\n")


REST = moment(KICK, BRIDGE, at=15 + 2 * 125 + 30 + 6.5)


def test_how_is_never_over_the_number() -> None:
    """Where it is narrow it takes the rows of the cue and the strip."""
    view = moment(replace(KICK, how="Stand tall and go slowly. " * 20), at=20.0)
    plain, how = rows(view, 60, 16), rows(view, 60, 16, Notes(how=True))
    assert (plain[:13], plain[15]) == (how[:13], how[15])
    assert how[14].endswith("…")


def test_how_in_a_rest_has_the_panel() -> None:
    """What to change makes room, in a switch the side."""
    lines = "\n".join(rows(REST, 60, 16, Notes(how=True)))
    assert "Band" not in lines
    assert "whole time." in lines
    assert "Hold on to something" in "\n".join(rows(moment(KICK, at=15 + 60 + 1.0), 80, 24, Notes(how=True)))


def test_a_rest_says_the_cue_first_then_how_and_the_remarks() -> None:
    """Where there is room."""
    view = moment(KICK, at=3.0)
    text = "\n".join(rows(view, 70, 40, Notes(remarks=("Left out: Lunge (needs step).",))))
    order = [text.index(part) for part in ("Band", "Slow on the way back", "Hold on to", "Left out: Lunge")]
    assert order == sorted(order)


def test_what_is_new_is_explained_in_the_rest_before_it() -> None:
    """In place of its cue; once it was done in this run it is no longer new."""
    view, notes = moment(KICK, at=3.0), Notes(first_time=frozenset({KICK.id}))
    text = "\n".join(rows(view, 80, 24, notes))
    assert "Hold on to something" in text
    assert "Slow on the way back" not in text
    later = moment(KICK, at=15 + 2 * 65 + 2.0)
    assert later.stage == "rest"
    assert "Slow on the way back" in "\n".join(rows(later, 80, 24, notes))


def test_the_cue_that_went_last_time_comes_first() -> None:
    """In the rest before it and at work; the others follow from halfway."""
    notes = Notes(failed={KICK.id: "Foot to the front"})
    for view in (moment(KICK, at=3.0), moment(KICK, at=20.0)):
        text = "\n".join(rows(view, 80, 24, notes))
        assert "Foot to the front" in text
        assert "Slow on the way back" not in text
    assert "Control it" in "\n".join(rows(moment(KICK, at=15 + 65 + 50.0), 70, 24, notes))
    assert (word("Control it", 1) or [""])[0] in "\n".join(rows(moment(KICK, at=15 + 65 + 50.0), 80, 24, notes))


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (100, 30), (120, 40)])
def test_the_range_and_the_last_time_stand_beside_the_target(size: tuple[int, int]) -> None:
    """In the break before the exercise."""
    view = moment(replace(KICK, dose=Span(8, 15)), at=3.0)
    assert "8 to 15 · last 9, 8" in "\n".join(rows(view, *size, Notes(last={KICK.id: (9, 8)})))


def test_a_direction_has_the_place_of_the_side() -> None:
    """Left and right on their edges, reversed; so that they are read from the mat."""
    ways: tuple[Direction, ...] = ("right", "forward")
    walk = replace(KICK, sides="both", directions=ways)
    assert rows(moment(walk, at=20.0), 70, 24)[2] == " " * 61 + "RIGHT ►"
    assert rows(moment(walk, at=15 + 60 + 3 + 5.0), 70, 24)[2] == "  FORWARD"
    assert rows(moment(walk, at=20.0), 80, 24)[1].endswith("█▄")
    assert word("FORWARD", 1)[0] in rows(moment(walk, at=15 + 60 + 3 + 5.0), 80, 24)[1]  # type: ignore[index]


def test_what_begins_at_the_top_is_lifted_into_in_the_count_in() -> None:
    """A word in the place of READY, in letters as large."""
    for exercise, wanted in ((replace(KICK, starts="up"), "LIFT"), (KICK, "READY")):
        lines = rows(moment(exercise, at=13.0), 80, 24)
        assert any((word(wanted, 1) or [""])[0] in line for line in lines)


def test_changes_in_blocks_where_there_is_room() -> None:
    """At 120x40 the band is said so that it is read from the mat; what has no room stays a line."""
    lines = rows(moment(KICK, replace(BRIDGE, needs=()), at=15 + 2 * 125 + 30 + 6.5), 120, 40)
    assert not any("Band:" in line for line in lines)
    assert any("█▀▀▄ ▄▀▀▄ █▄ █ █▀▀▄    ▄▀▀▄ █▀▀▀ █▀▀▀" in line for line in lines)
    assert any((word("LIE ON YOUR BACK", 1) or [""])[0] in line for line in lines)


@pytest.mark.parametrize(
    ("view", "role"), [(moment(KICK, at=30.0), "work"), (REST, "rest"), (moment(KICK, at=15 + 60 + 2.0), "ready")]
)
@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (40, 10)])
@pytest.mark.parametrize("covered", [False, True])
def test_a_flash_reverses_the_whole_picture(view: View, role: str, size: tuple[int, int], covered: bool) -> None:
    """From edge to edge and from the first row to the last, in one colour, every word still there; around a card,
    and in a window that is too small, too.
    """
    plain, flash = paint(view, *size, Notes(covered=covered)), paint(view, *size, Notes(covered=covered, flash=True))
    assert flash.chars == plain.chars
    assert {(look.role, look.reverse, look.dim) for row in flash.looks for look in row} == {(role, True, False)}


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("view", [moment(KICK, at=30.0), REST, moment(PRESS, at=30.0)])
def test_quiet_stands_beside_the_time_at_every_size(view: View, size: tuple[int, int]) -> None:
    """One sees why nothing is heard; the exercise keeps its name."""
    quiet = rows(view, *size, Notes(quiet=True))
    assert "quiet · " in quiet[0]
    assert "quiet" not in "\n".join(rows(view, *size))
    name = view.bout.exercise.name
    drawn = [(word(name, size) or [""])[0].rstrip() for size in (1, 2)]
    assert any(text in line for line in quiet for text in (name, *drawn))


def test_what_a_key_did_is_said_whole_even_in_place_of_the_time() -> None:
    """For the moments in which it stands there."""
    told = "No voice: no engine found. Install espeak-ng."
    assert rows(moment(KICK, at=30.0), 60, 16, Notes(told=told))[0] == f" {told}"
    assert rows(REST, 60, 16, Notes(told=told))[0].startswith(f" {told}")
    assert rows(moment(KICK, at=30.0), 60, 16, Notes(told="Voice off"))[0].endswith(" left")


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
def test_remarks_without_room_in_the_panel_take_turns_in_the_first_row(size: tuple[int, int]) -> None:
    """Three seconds each; the place in the session beside them, or in turn with them; a problem goes before them."""
    notes = Notes(remarks=("Left out: Lunge (needs step).", "Voice: 12 of 38 sentences ready"))
    long = replace(KICK, how="Stand tall and go slowly. " * 9)
    seen = [rows(moment(long, at=at), *size, notes)[0] for at in (0.5, 3.5, 6.5)]
    assert ["Left out" in seen[0], "Voice" in seen[1], "exercise 1 of 1" in seen[2]] == [True] * 3
    assert all("exercise 1 of 1" in line for line in seen) == (size == (80, 24))
    assert rows(moment(long, at=0.5), *size, replace(notes, problem="Not saved: no space."))[0].startswith(" Not saved")


def test_remarks_with_room_in_the_panel_stand_there_alone() -> None:
    """And nowhere twice."""
    lines = rows(moment(KICK, at=0.5), 120, 40, Notes(remarks=("Voice: 12 of 38 sentences ready",)))
    assert [y for y, line in enumerate(lines) if "Voice: 12" in line] != []
    assert "Voice" not in lines[0]
    assert "\n".join(lines).count("Voice: 12") == 1


@pytest.mark.parametrize(
    ("label", "view"),
    [
        ("end this side at 3", moment(KICK, at=15 + 3 * 4 + 1.0)),
        ("end at 1", moment(replace(KICK, sides="both"), at=15 + 4 + 1.0)),
        ("+1", moment(replace(KICK, pace="tap"), at=20.0)),
        ("done", moment(replace(KICK, pace="own"), at=20.0)),
        ("end this hold", moment(PRESS, at=20.0)),
        ("start now", moment(PRESS, at=2.0)),
        ("go on", moment(KICK, at=20.0, press=(Do.FORM_BROKE,))),
    ],
)
def test_the_main_key_says_what_it_does(label: str, view: View) -> None:
    """At every pace, and with no side to name."""
    assert rows(view, 80, 24)[-1] == f"  Enter  {label}"


def test_hints_go_from_the_first_on() -> None:
    """The last ones are needed most."""
    notes = Notes(footer=(("a" * 20, "first"), ("b", "second"), ("?", "keys")))
    assert rows(moment(KICK, at=20.0), 60, 16, notes)[-1].split("  ")[-2:] == [" b second", " ? keys"]


def test_a_broken_hold_shows_the_seconds_written_down() -> None:
    """Not its target."""
    assert number(moment(PRESS, at=15 + 12.5, press=(Do.FORM_BROKE,))) == ":12"


def test_past_ninety_nine_the_number_has_room_for_more() -> None:
    """A tap counts on past its target."""
    assert slot(replace(moment(replace(KICK, pace="tap"), at=20.0), count=100)) == "000"


def test_the_strip_shows_the_sets_to_come() -> None:
    """All bouts of the exercise where there is room, else those of this set."""
    at = 15 + 60 + 5 + 9.0
    assert rows(moment(KICK, BRIDGE, at=at), 80, 24)[19].startswith(" ■ L 15   ► R   · L   · R")
    assert rows(moment(replace(KICK, sets=Span(9, 9)), at=at), 60, 16)[14] == " ■ L 15   ► R"


def test_the_strip_never_hides_the_bout_at_work() -> None:
    """Where a set is longer than the row, its first bouts go."""
    ways: tuple[Direction, ...] = ("clockwise", "counter-clockwise", "forward", "backward")
    view = moment(replace(KICK, directions=ways, sets=Span(1, 1)), at=15 + 6 * 60 + 5 * 3 + 5 + 9.0)
    row = rows(view, 60, 16)[14]
    assert "► R forward" in row
    assert "■ L clockwise" not in row


@pytest.mark.parametrize(
    ("label", "half", "end"),
    [("up", 0.5, 1.0), ("back", 0.5, 0.0), ("hold", 0.0, 0.0), ("swap", 0.5, 1.0)],
)
def test_the_lift_follows_the_body(label: str, half: float, end: float) -> None:
    """Rising words fill it, sinking ones empty it, hold keeps it, others fill it anew."""
    tempo = (Phase("down", 1.0), Phase(label, 2.0))
    view = moment(replace(KICK, tempo=tempo), at=15 + 2.0)
    assert lift_share(view) == half
    assert lift_share(replace(view, phase_done=1.0)) == end


def test_short_phases_show_their_ends_only() -> None:
    """Out is out and in is in, from the first moment of each to its last."""
    tempo = (Phase("out", 0.75), Phase("in", 0.75))
    shares = [lift_share(moment(replace(KICK, tempo=tempo), at=15 + at)) for at in (0.0, 0.3, 0.7, 0.8, 1.4, 1.6)]
    assert shares == [1.0, 1.0, 1.0, 0.0, 0.0, 1.0]


def test_every_hold_keeps_the_height_before_it() -> None:
    """The second one too, though it is equal to the first."""
    tempo = (Phase("up", 1.0), Phase("hold", 1.0), Phase("down", 1.0), Phase("hold", 1.0), Phase("hold", 1.0))
    shares = [lift_share(moment(replace(KICK, tempo=tempo), at=15 + at)) for at in (1.5, 3.5, 4.5)]
    assert shares == [1.0, 0.0, 0.0]


def test_a_body_that_is_never_seen_to_move_counts_reps() -> None:
    """A rung a rep, as in tap pace."""
    for tempo in ((Phase("up", 0.5),), (Phase("hold", 2.0),)):
        length = tempo[0].seconds
        assert lift_share(moment(replace(KICK, tempo=tempo), at=15 + 3 * length + 0.1)) == 3 / 15


@given(st.floats(0.2, 30.0))
def test_a_step_of_the_lift_takes_half_a_second_or_more(seconds: float) -> None:
    """Whatever the length of its phase."""
    steps = lift_steps(Phase("up", seconds))
    assert steps == 1 or seconds / steps >= 0.5 - 1e-6


@pytest.mark.parametrize(
    ("seconds", "at", "said"), [(120, 50.0, "1:10"), (120, 115.0, "0:05"), (90, 20.0, ":70"), (30, 12.0, ":18")]
)
def test_a_hold_and_its_target_have_one_form(seconds: int, at: float, said: str) -> None:
    """1:10 of 2:00, 70 of 90, 18 of 30."""
    view = moment(replace(PRESS, dose=Span(seconds, seconds)), at=15 + at)
    assert number(view) == said
    target = "2:00" if seconds == 120 else str(seconds)
    assert of_words(view) == (f"OF {target}", f"/{target}")


def test_a_hold_held_past_two_figures_changes_both() -> None:
    """The target follows the number."""
    view = moment(replace(PRESS, pace="tap"), at=15 + 99.0)
    assert (number(view), of_words(view)[0]) == (":99", "OF 30")
    view = moment(replace(PRESS, pace="tap"), at=15 + 100.0)
    assert (number(view), of_words(view)[0]) == ("1:40", "OF 0:30")


def test_the_target_of_a_long_hold_is_drawn() -> None:
    """Its colon has a letter of its own."""
    assert word(":", 1) == ["▄", "▄", " "]
    lines = rows(moment(replace(PRESS, dose=Span(120, 120)), at=35.0), 120, 40)
    drawn = word("2:00", 1)
    assert drawn is not None
    assert any(drawn[0].strip() in line for line in lines)
