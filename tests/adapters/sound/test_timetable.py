"""The child's timetable: each cue begins once, in order, and only while it is expected."""

from __future__ import annotations

from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.core.audio.ports import Cue

GO, REP, WORDS = Cue(10.0, "go"), Cue(11.0, "rep"), Cue(10.5, "say-ten")


def table(*cues: Cue) -> Timetable:
    made = Timetable()
    made.replace(cues)
    return made


def test_cues_are_taken_in_order_up_to_a_moment() -> None:
    made = table(REP, GO)
    assert (made.take(10.0), made.take(10.2), made.take(11.2)) == ([], [GO], [REP])


def test_two_cues_of_one_moment_keep_their_order() -> None:
    last, rest = Cue(10.0, "rep-last"), Cue(10.0, "rest")
    assert table(last, rest).take(10.1) == [last, rest]


def test_a_cue_that_has_begun_never_begins_again() -> None:
    made = table(GO)
    made.take(10.1)
    made.replace([GO, REP])
    assert made.take(10.2) == []
    assert made.take(11.1) == [REP]


def test_the_same_sound_at_another_moment_is_another_cue() -> None:
    made = table(GO)
    made.take(10.1)
    made.replace([Cue(10.2, "go")])
    assert made.take(10.3) == [Cue(10.2, "go")]


def test_a_cue_that_is_long_past_is_dropped() -> None:
    made = table(GO, REP)
    assert made.take(11.2) == [REP]
    assert made.next_due() is None


def test_the_next_moment_is_known() -> None:
    made = table(REP, GO)
    assert made.next_due() == 10.0
    made.take(10.1)
    assert made.next_due() == 11.0


def test_only_words_can_become_unwanted() -> None:
    made = table(GO, WORDS)
    made.take(10.6)
    expected = (made.unwanted(WORDS), made.unwanted(GO))
    made.replace([])
    assert (expected, made.unwanted(WORDS), made.unwanted(GO)) == ((False, False), True, False)


def test_at_the_end_only_the_sounds_of_now_are_left() -> None:
    made = table(GO, Cue(10.04, "say-ten"), REP)
    made.end(10.0)
    assert made.take(10.1) == [GO]
    assert made.next_due() is None


def test_what_began_long_ago_is_forgotten() -> None:
    """A program that runs for hours remembers seconds."""
    made = Timetable()
    for second in range(1000):
        made.replace([Cue(float(second), "rep")])
        made.take(second + 0.1)
    assert len(made._live) < 30
