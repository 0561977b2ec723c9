"""A session's text as it is changed: every comment stays with what it is about."""

from __future__ import annotations

import pytest
from tomlkit.exceptions import TOMLKitError

from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.save_as import own_session
from glutetimer.core.session.edit import without_exercises
from glutetimer.core.text.problems import BadFile

HEAD = 'format = 1\nname = "S"\n'
#: Each exercise with the comments that go with it.
FILE = """\
#:schema ./session.schema.json
# Of the whole file.

format = 1
name = "S" # its name
rounds = { start = 2, most = 3 } # so often

# Of the file too.

# Over a.
[[exercise]]
id = "a"
reps = { start = 8, to = 15 } # how often
sides = "each"
left = "l"
right = "r"
tempo = ["up 1"]
band = "knees"
rest = 40

# Over the substitute.
[exercise.without.band]
id = "a-instead"
hold = 3

# Over b,
# in two lines.
[[exercise]]
id = "b"
hold = 20

[[exercise]]
id = "c"
reps = 5
# At the end.
"""


def changed(options: Options, text: str = FILE) -> list[str]:
    """The lines that went (-) and came (+), in their order."""
    old, new = text.split("\n"), own_session(text, options, "S").split("\n")
    out = [f"-{line}" for line in old if line not in new]
    return out + [f"+{new[index - 1]} / {line}" for index, line in enumerate(new) if line not in old]


def own(exercise: str, **wish: int | str | bool) -> Options:
    return Options(own=(Own(exercise, **wish),))  # type: ignore[arg-type]


def test_nothing_wanted_changes_nothing() -> None:
    assert own_session(FILE, Options(), "S") == FILE


def test_a_name_keeps_the_comment_behind_it() -> None:
    assert 'name = "Mine" # its name\n' in own_session(FILE, Options(), "Mine")


def test_a_range_begins_elsewhere_and_grows_as_far_as_before() -> None:
    assert changed(own("a", left=10, right=10)) == [
        "-reps = { start = 8, to = 15 } # how often",
        '+id = "a" / reps = { start = 10, to = 15 } # how often',
    ]


@pytest.mark.parametrize("dose", [15, 20])
def test_a_dose_with_no_room_to_grow_is_one_number(dose: int) -> None:
    assert f'+id = "a" / reps = {dose} # how often' in changed(own("a", left=dose, right=dose))


def test_rounds_keep_their_range() -> None:
    new = own_session(FILE, Options(rounds=1), "S")
    assert "rounds = { start = 1, most = 3 } # so often\n" in new


def test_new_keys_go_beside_their_like_and_above_the_comment_of_the_next_heading() -> None:
    assert changed(own("a", right=6, sets=4, pace="tap")) == [
        "+reps = { start = 8, to = 15 } # how often / right_dose = 6",
        "+right_dose = 6 / sets = 4",
        '+tempo = ["up 1"] / pace = "tap"',
    ]
    assert changed(own("b", sets=4)) == ["+hold = 20 / sets = 4"]


def test_new_keys_at_the_very_end_of_a_file() -> None:
    text = f'{HEAD}[[exercise]]\nid = "a"\nreps = 3'
    assert own_session(text, own("a", sets=2), "S") == f"{text}\nsets = 2\n"


def test_new_keys_are_indented_as_the_others() -> None:
    text = f'{HEAD}[[exercise]]\n  id = "a"\n  reps = 3\n'
    assert own_session(text, own("a", sets=2), "S") == f"{text}  sets = 2\n"


def test_the_pace_of_the_day_is_written_to_substitutes_too() -> None:
    assert own_session(FILE, Options(pace="own"), "S").count('pace = "own"\n') == 4


def test_the_rest_of_the_day_stands_in_for_every_other() -> None:
    assert changed(Options(rest=20)) == [
        "-rest = 40",
        "+rounds = { start = 2, most = 3 } # so often / rest = 20",
    ]


def test_a_range_in_a_table_of_its_own_leaves_the_comment_below_it() -> None:
    """That is about what comes next."""
    text = FILE.replace("rounds = { start = 2, most = 3 } # so often\n", "[rounds]\nstart = 2\nmost = 3\n")
    new = own_session(text, Options(rounds=5), "S")
    assert new == FILE.replace("rounds = { start = 2, most = 3 } # so often\n", "rounds = 5\n")


def test_an_exercise_goes_with_its_substitute_and_the_comments_above_them() -> None:
    start, end = FILE.index("# Over a."), FILE.index("# Over b,")
    assert own_session(FILE, own("a", skip=True), "S") == FILE[:start] + FILE[end:]


def test_the_comment_of_the_next_exercise_stays() -> None:
    start, end = FILE.index("# Over b,"), FILE.index('[[exercise]]\nid = "c"')
    assert own_session(FILE, own("b", skip=True), "S") == FILE[:start] + FILE[end:]


def test_the_last_exercise_leaves_no_blank_lines() -> None:
    new = own_session(FILE, own("c", skip=True), "S")
    assert new.endswith("hold = 20\n")


def test_several_go_at_once() -> None:
    options = Options(own=(Own("a", skip=True), Own("c", skip=True)))
    assert own_session(FILE, options, "S").count("[[exercise]]") == 1


def test_what_looks_like_a_comment_in_a_text_is_none() -> None:
    """The last line of `how` begins with a # and stands right above the heading."""
    text = f'{HEAD}[[exercise]]\nid = "a"\nreps = 1\nhow = """\nOne\n# two"""\n[[exercise]]\nid = "b"\nreps = 1\n'
    assert own_session(text, own("b", skip=True), "S") == text[: text.rindex("[[")]


def test_a_table_of_the_file_below_the_exercises_stays() -> None:
    text = f'{HEAD}[[exercise]]\nid = "a"\nreps = 1\n[[exercise]]\nid = "b"\nreps = 1\n# so often\n[rounds]\n'
    text += "start = 1\nmost = 2\n"
    assert own_session(text, own("b", skip=True), "S").endswith("# so often\n[rounds]\nstart = 1\nmost = 2\n")


def test_odd_line_ends_in_a_text_are_no_lines() -> None:
    """Only TOML's own line ends count."""
    text = f'{HEAD}summary = "a\u2028b"\n[[exercise]]\nid = "a"\nreps = 1\n[[exercise]]\nid = "b"\nreps = 1\n'
    assert without_exercises(text, [0]) == text.replace('[[exercise]]\nid = "a"\nreps = 1\n', "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reps.start = 8\nreps.to = 9\n", "reps = 5\nsets = 3\n"),
        ("[exercise.reps]\nstart = 8\nto = 9\n", "reps = 5\nsets = 3\n"),
    ],
)
def test_a_range_written_in_another_way(old: str, new: str) -> None:
    """It is one key again, above the tables inside."""
    text = f'{HEAD}[[exercise]]\nid = "a"\n{old}[[exercise.harder]]\nname = "H"\ncue = "c"\n'
    assert own_session(text.replace("9", "8"), own("a", left=5, sets=3), "S") == text.replace(old, new)


def test_exercises_in_one_list() -> None:
    text = f'{HEAD}exercise = [\n  {{ id = "a", reps = 8 }}, # one\n  {{ id = "b", hold = 4 }}, # two\n]\n'
    assert "# two" in own_session(text, own("a", skip=True), "S")
    new = own_session(text, Options(own=(Own("a", skip=True), Own("b", left=9, sets=2))), "S")
    assert '"a"' not in new
    assert "hold = 9" in new
    assert "sets = 2" in new


def test_windows_line_ends_stay() -> None:
    text = FILE.replace("\n", "\r\n")
    new = own_session(text, Options(rest=5, own=(Own("a", left=3, sets=2), Own("b", skip=True))), "S")
    assert new.count("\r\n") == new.count("\n") > 20


def test_a_byte_order_mark_goes() -> None:
    assert own_session("\ufeff" + FILE, Options(), "S") == FILE


@pytest.mark.parametrize("trip", [TOMLKitError("no"), AttributeError("append"), KeyError("exercise")])
def test_what_the_library_trips_over_is_refused_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch, trip: Exception
) -> None:
    def refuse(_text: str) -> None:
        raise trip

    monkeypatch.setattr("tomlkit.parse", refuse)
    with pytest.raises(BadFile, match="copy the file, and change the copy"):
        own_session(FILE, Options(), "S")
