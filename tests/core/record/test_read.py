from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.record.read import load_record, load_resume, load_running
from glutetimer.core.text.problems import BadFile

TEXT = """\
format = 1
id = "20261120T183005Z-7f3a9c21"
kind = "workout"
session = "hip-control"
name = "Hip control"
mode = "full"
state = "early"
rounds = 3
without = ["band"]
speed = 1
started = 2026-11-20T19:30:05+01:00
ended = 2026-11-20T19:58:40+01:00
zone = "Europe/Berlin"

[[bout]]
exercise = "hip-circles"
name = "Hip circles"
kind = "reps"
round = 1
set = 1
side = "left"
band = "none"
target = 10
done = 10
seconds = 20
outcome = "done"
counted_by = "program"
reason = ""

[[bout]]
exercise = "plank"
name = "Plank"
kind = "hold"
round = 1
set = 1
side = "both"
band = "none"
target = 30

[seal]
of = "20261120T183005Z-7f3a9c21"
"""
RESUME = """\
[resume]
session = "hip-control"
mode = "full"
without = []
first_side = "left"
text = "format = 1"
of = "20261120T183005Z-7f3a9c21"
"""


def problems(text: str) -> list[tuple[int | None, str]]:
    """Line and wording of all that is said about the text."""
    with pytest.raises(BadFile) as caught:
        load_record(text)
    return [(problem.line, str(problem)) for problem in caught.value.problems]


def test_a_record_as_people_write_it_is_read() -> None:
    """Whole numbers for seconds and speed, no reason, keys and tables of their own."""
    text = TEXT.replace('reason = ""', 'mood = "good"').replace("[seal]", "[mine]\nweight = 70\n\n[seal]")
    workout = load_record(text)
    assert (workout.speed, workout.without) == (1.0, ("band",))
    assert workout.bouts[0].result is not None
    assert (workout.bouts[0].result.seconds, workout.bouts[0].result.reason) == (20.0, "")
    assert workout.bouts[1].result is None


def test_moments_carry_a_fixed_offset() -> None:
    assert load_record(TEXT).started == datetime(2026, 11, 20, 19, 30, 5, tzinfo=timezone(timedelta(hours=1)))


def test_texts_are_cleaned_as_they_are_read() -> None:
    assert load_record(TEXT.replace('"Hip control"', '"Hip\\u001B[2J control"')).name == "Hip[2J control"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("format = 1", "format = 2", 1, "format will not do (1; a higher one needs a newer glutetimer)"),
        ('kind = "workout"', 'kind = "recipe"', 3, "kind will not do (workout)"),
        ('mode = "full"\n', "", 1, "mode is missing (mode = full or post-run or pre-run)"),
        ("rounds = 3", "rounds = true", 8, "rounds will not do (a whole number from 1)"),
        ("rounds = 3", "rounds = 3.0", 8, "rounds will not do (a whole number from 1)"),
        ("speed = 1", "speed = 0", 10, "speed will not do (a number above 0)"),
        ("speed = 1", "speed = nan", 10, "speed will not do (a number above 0)"),
        ('without = ["band"]', 'without = "band"', 9, "without will not do"),
        ("19:30:05+01:00", "19:30:05", 11, "started will not do (a date and time with its offset"),
        ("target = 30", 'target = "30"', 38, "target will not do (a whole number from 0)"),
        ("target = 30\n", "", 30, "target is missing (target = a whole number from 0)"),
        ("seconds = 20", "seconds = inf", 25, "seconds will not do (seconds, from 0)"),
        ("seconds = 20", f"seconds = 1{'0' * 30}", 25, "seconds will not do (seconds, from 0)"),
        ('outcome = "done"', 'outcome = "perfect"', 26, "outcome will not do (done or short or"),
        ('counted_by = "program"\n', "", 15, "counted_by is missing"),
        ("target = 30", "target = 30\nstrength = 5", 39, "strength will not do (words in quotes)"),
        ("target = 30", "target = 30\nrest = 5", 39, "rest is there, but no outcome"),
        ('id = "2026', 'id = "../2026', 2, "id will not do"),
    ],
)
def test_each_problem_is_named_with_its_line(old: str, new: str, line: int, said: str) -> None:
    found_line, found = problems(TEXT.replace(old, new, 1))[0]
    assert found_line == line
    assert found.startswith(said)


@pytest.mark.parametrize("outcome", ["short", "form-broke", "pain"])
def test_a_bout_that_its_runner_was_to_count_may_lack_its_count(outcome: str) -> None:
    text = TEXT.replace("done = 10\n", "").replace('"done"', f'"{outcome}"').replace('"program"', '"hand"')
    result = load_record(text).bouts[0].result
    assert result is not None
    assert (result.done, result.seconds) == (None, 20.0)


@pytest.mark.parametrize(
    ("outcome", "counted_by"), [("done", "hand"), ("skipped", "hand"), ("short", "program"), ("pain", "tap")]
)
def test_any_other_bout_that_is_over_has_its_count(outcome: str, counted_by: str) -> None:
    text = TEXT.replace("done = 10\n", "").replace('"done"', f'"{outcome}"').replace('"program"', f'"{counted_by}"')
    assert problems(text) == [(15, "done is missing (done = a whole number from 0)")]


def test_all_problems_are_named_in_the_order_of_their_lines() -> None:
    text = TEXT.replace("rounds = 3", "rounds = 0").replace("target", "goal").replace("[seal]", "[sealed]")
    assert [line for line, _ in problems(text)] == [8, 15, 30, 41]


def test_a_missing_seal_means_that_the_file_was_cut_short() -> None:
    text = TEXT[: TEXT.index("[seal]")]
    assert problems(text) == [
        (38, "the seal at the end is missing, so the file was cut short (bring it back from a copy)")
    ]


def test_a_running_workout_needs_no_seal() -> None:
    text = TEXT[: TEXT.index("[seal]")].replace('"early"', '"running"')
    assert load_record(text).state == "running"


@pytest.mark.parametrize("seal", ['[seal]\nof = "20261120T183005Z-00000000"', "[seal]", "seal = 1"])
def test_a_seal_that_is_not_of_this_record_is_refused(seal: str) -> None:
    cut = TEXT[: TEXT.index("[seal]")]
    text = cut + seal if seal.startswith("[") else seal + "\n" + cut
    assert "the seal is not that of this record" in problems(text)[0][1]


@pytest.mark.parametrize("text", ["bout = 3\n", "bout = [1]\n", 'bout = "x"\n'])
def test_bouts_that_are_no_tables_are_refused(text: str) -> None:
    cut = TEXT[: TEXT.index("[[bout]]")] + TEXT[TEXT.index("[seal]") :]
    assert problems(text + cut) == [(1, "bout is not a list of tables (begin each with [[bout]])")]


@pytest.mark.parametrize("text", ["", "just words", "[[bout]]", "\0", '{"format": 1}', "format = 1\n" * 2])
def test_what_is_no_record_is_refused(text: str) -> None:
    assert problems(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('of = "20261120T183005Z-7f3a9c21"\n', "", "of is missing"),
        ("7f3a9c21", "00000000", "this belongs to another workout"),
        ('mode = "full"', 'mode = "half"', "mode will not do"),
        ('mode = "full"', 'mode = "full"\nrounds = 0', "rounds will not do"),
        ('text = "format = 1"\n', "", "text is missing"),
        ("without = []", "without = []\nswitch = -1", "switch will not do"),
        ("without = []", "without = []\nsetup = 601", "setup will not do"),
        ("without = []", "without = []\nstrength = 3", "strength will not do"),
        ("without = []", "without = []\nown = 3", "own will not do"),
        ("without = []", 'without = []\nown = ["a"]', "own will not do"),
        ("without = []", "without = []\nown = [{ skip = true }]", "own will not do"),
        ("without = []", 'without = []\nown = [{ exercise = "a", skip = false, sets = 21 }]', "own will not do"),
        ("without = []", 'without = []\nown = [{ exercise = "a", skip = false, left = 601 }]', "own will not do"),
        ("without = []", 'without = []\nown = [{ exercise = "a", skip = false, right = 0 }]', "own will not do"),
        ("without = []", 'without = []\nown = [{ exercise = "a", skip = false, more = 1 }]', "own will not do"),
    ],
)
def test_a_resume_that_is_not_whole_is_refused(old: str, new: str, said: str) -> None:
    text = TEXT.replace("[seal]", RESUME.replace(old, new) + "\n[seal]")
    for load in (load_resume, load_running):
        with pytest.raises(BadFile, match=said):
            load(text)


def test_a_resume_that_is_no_table_is_refused() -> None:
    with pytest.raises(BadFile, match="resume is not a table"):
        load_resume("resume = 1\n" + TEXT)


def test_a_resume_of_an_older_version_leaves_everything_to_the_session() -> None:
    """It says nothing of bands, breaks and own doses."""
    resume = load_resume(TEXT.replace("[seal]", RESUME + "\n[seal]"))
    assert resume is not None
    assert resume.options == Options()


def test_load_running_reads_both_at_once() -> None:
    text = TEXT.replace("[seal]", RESUME + "\n[seal]")
    assert load_running(text) == (load_record(text), load_resume(text))
