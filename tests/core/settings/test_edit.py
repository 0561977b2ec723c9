"""Changing settings in a text: the rest of it stays as a person wrote it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.settings.config import USUAL, read_config, value_of
from glutetimer.core.settings.edit import edited
from glutetimer.core.settings.goals import GoalWas
from glutetimer.core.settings.settings import SETTINGS

MESSY = """\
#:schema ./config.schema.json
# mine, since 2026

  rest   =   30   # half a minute
colour = { sky = "blue" }  # not known
kit = [  # at home
  "band",  # the green one
  "chair",
  # no step
]

# how loud
[volume]
ticks = 50 # soft

# somebody else's
[other]
rest = 'x'
text = '''
# no comment
[volume]
'''
"""
COMMENTS = [f"#{line.partition('#')[2]}" for line in MESSY.split("\n") if "#" in line]
#: What a whole setting's line, or an item's, may take with it.
WITH_A_VALUE = {"# half a minute", "# at home", "# the green one", "# no step", "# soft"}

DAYS = st.sampled_from([date(2025, 12, 28), date(2026, 10, 4), date(2026, 10, 5)])
NAMES = [row.name for row in SETTINGS]
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "first_side": st.sampled_from(["left", "right"]),
    "rest": st.integers(0, 600),
    "goal": st.integers(1, 14),
    "mute": st.booleans(),
    "log_dir": st.sampled_from(["~/a b", "C:\\train\\ing", 'quo"te', "Übung # 1"]),
    "kit": st.lists(st.sampled_from(["band", "chair", "step", "wall"]), unique=True).map(tuple),
    "bands": st.lists(st.sampled_from(["light", "green", "x]", "#1"]), unique=True).map(tuple),
    "goal_was": st.lists(st.builds(GoalWas, DAYS, st.integers(1, 14)), max_size=3, unique=True).map(sorted).map(tuple),
    "volume.ticks": st.integers(0, 100),
    "volume.voice": st.integers(0, 100),
}
ONE = st.sampled_from(sorted(BY_NAME)).flatmap(lambda name: st.tuples(st.just(name), st.none() | BY_NAME[name]))
CHANGES = st.lists(ONE, max_size=6).map(dict)
TEXTS = [MESSY, MESSY.replace("\n", "\r\n"), "", "rest = 3", "volume.ticks = 1\n", "volume = { voice = 3 } # v\n"]
TEXTS += ["mute = false\n", "mute = true\n", "[volume.mine]\na = 1\n[volume]\nvoice = 1 # v\n[[list]]\n"]
TEXTS += ["[volume]\n", "# all\n\n[volume]\n[a.b]\nc=1\n[[l]]\n[[l]]\n", 'kit = "x"\nvolume = 5\ngoal = "y" # g\n']
GOALS = "goal = 3\n\n# of old\n[[goal_was]] # w\nuntil = 2025-12-28 # u\ngoal = 2\n# loud\n[volume]\nticks = 1\n"
TEXTS += [GOALS, GOALS.replace("goal = 2", "goal = 99"), "goal_was = 5\nrest = 3\n", "goal_was = []\nrest = 3\n"]
TEXTS += ["goal_was = [{ until = 2025-12-28, goal = 2 }, { until = 3 }] # g\n", "[[goal_was]]\nuntil = 3\n# end\n"]


def test_a_value_is_changed_in_its_place() -> None:
    assert edited(MESSY, {"rest": 45}) == MESSY.replace("=   30 ", "=   45 ")


def test_no_change_is_no_change() -> None:
    assert edited(MESSY, {}) == edited(MESSY, {"rest": 30, "setup": None, "volume.voice": None}) == MESSY


@pytest.mark.parametrize("text", ["mute = false # m\n", "goal = 3 # g\n"])
def test_what_is_written_already_stays_as_it_is(text: str) -> None:
    assert edited(text, {text.partition(" ")[0]: value_of(USUAL, text.partition(" ")[0])}) == text


def test_a_number_that_is_none_gives_way_to_an_equal_one() -> None:
    """3.0 is no goal."""
    assert edited("goal = 3.0\n", {"goal": 3}) == "goal = 3\n"


def test_a_setting_is_taken_out_of_a_table_that_lies_in_pieces() -> None:
    text = "[volume.mine]\na = 1\n[volume]\nticks = 2 # t\nvoice = 1\n[[list]]\na = 1\n"
    assert edited(text, {"volume.voice": None}) == text.replace("voice = 1\n", "")


def test_a_setting_is_taken_out_and_the_comment_of_its_line_stays() -> None:
    assert edited(MESSY, {"rest": None}) == MESSY.replace("  rest   =   30   # half a minute\n", "  # half a minute\n")


def test_a_new_setting_comes_after_the_last_one_of_its_table() -> None:
    """Above the comment that belongs to the next table."""
    wanted = MESSY.replace("]\n\n# how loud", "]\ngoal = 4\nmute = true\n\n# how loud")
    wanted = wanted.replace("# soft\n", "# soft\nvoice = 7\n")
    assert edited(MESSY, {"goal": 4, "mute": True, "volume.voice": 7}) == wanted


def test_a_list_is_changed_item_by_item() -> None:
    wanted = MESSY.replace('  "chair",\n', "")
    assert '"band",  # the green one' in edited(MESSY, {"kit": ("band", "wall")})
    assert "# no step" in edited(MESSY, {"kit": ("band", "wall")})
    assert edited(MESSY, {"kit": ("band",)}).replace("\n", "") == wanted.replace("\n", "")


def test_a_table_that_is_not_there_comes_last() -> None:
    assert edited("rest = 3\n# end\n", {"volume.ticks": 5}) == "rest = 3\n# end\n\n[volume]\nticks = 5\n"


def test_a_value_in_the_place_of_a_table_gives_way() -> None:
    assert edited("volume = 50\nrest = 3\n", {"volume.ticks": 5}) == "rest = 3\n\n[volume]\nticks = 5\n"


def test_above_a_table_that_stands_first_is_a_free_line() -> None:
    assert edited("[volume]\nticks = 5\n", {"rest": 3}) == "rest = 3\n\n[volume]\nticks = 5\n"


@pytest.mark.parametrize("text", ["volume.ticks = 1 # t\n", "volume = { ticks = 1 } # t\n"])
def test_the_volume_stays_written_the_way_it_was(text: str) -> None:
    new = edited(text, {"volume.voice": 3})
    assert read_config(new)[0].volume.voice == 3
    assert "[volume]" not in new
    assert "# t" in new


def test_line_ends_of_windows_stay() -> None:
    text = MESSY.replace("\n", "\r\n")
    wanted = MESSY.replace("# soft\n", "# soft\nvoice = 7\n").replace("]\n\n# how", "]\ngoal = 4\n\n# how")
    assert edited(text, {"goal": 4, "volume.voice": 7}) == wanted.replace("\n", "\r\n")


def test_a_byte_order_mark_stays() -> None:
    assert edited("\ufeffrest = 3 # r\n", {"rest": 4, "goal": 2}) == "\ufeffrest = 4 # r\ngoal = 2\n"


def test_a_last_line_without_an_end_is_not_written_on() -> None:
    assert edited("rest = 3", {"goal": 4}) == "rest = 3\ngoal = 4\n"


OLD, NEW = GoalWas(date(2025, 12, 28), 2), GoalWas(date(2026, 10, 4), 5)


def test_a_table_is_added_to_its_list_and_nothing_else_is_touched() -> None:
    """Above the comment of what comes next; without a list at the end of the file."""
    added = "\n[[goal_was]]\nuntil = 2026-10-04\ngoal = 5\n"
    assert edited(GOALS, {"goal_was": (OLD, NEW)}) == GOALS.replace("# loud", f"{added[:-1]}\n# loud")
    assert edited(MESSY, {"goal_was": (NEW,)}) == MESSY + added
    assert edited("", {"goal_was": (NEW,)}) == added[1:]


def test_a_table_goes_with_its_lines_and_no_others() -> None:
    gone = "goal = 3\n\n# of old\n# loud\n[volume]\nticks = 1\n"
    assert edited(GOALS, {"goal_was": ()}) == gone
    both = edited(GOALS, {"goal_was": (OLD, NEW)})
    assert edited(both, {"goal_was": (OLD,)}) == GOALS


def test_a_table_that_cannot_be_used_stays_as_a_person_wrote_it() -> None:
    text = GOALS.replace("goal = 2", "goal = 99")
    assert edited(text, {"goal_was": ()}) == text
    assert edited(edited(text, {"goal_was": (NEW,)}), {"goal_was": ()}) == text


@given(st.sampled_from(TEXTS), CHANGES)
def test_any_changes_are_read_back_and_nothing_else_changes(text: str, changes: dict[str, Any]) -> None:
    new = edited(text, changes)
    before, problems_before = read_config(text)
    after, problems = read_config(new)
    assert {str(problem) for problem in problems} <= {str(problem) for problem in problems_before}
    for name in NAMES:
        kept = value_of(before, name)
        given_up = value_of(USUAL, name) if changes.get(name) is None else changes[name]
        assert value_of(after, name) == (given_up if name in changes else kept)


@given(st.booleans(), CHANGES)
def test_comments_and_unknown_keys_survive_any_changes(windows: bool, changes: dict[str, Any]) -> None:
    new = edited(MESSY.replace("\n", "\r\n") if windows else MESSY, changes)
    assert [comment for comment in COMMENTS if comment not in new and comment not in WITH_A_VALUE] == []
    assert 'colour = { sky = "blue" }  # not known' in new
    end = new.replace("\r\n", "\n").partition("\n\n[[goal_was]]")[0]  # which comes last
    assert f"{end}\n".replace("\n\n", "\n").endswith(MESSY[MESSY.index("# somebody else's") :])
    assert ("\r\n" in new) == windows
    assert not windows or new.count("\n") == new.count("\r\n")


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("rest = 30  # half a minute\nmute = true\n", "rest", "# half a minute\nmute = true\n"),
        ("mute = true\n  rest = 30 # half\n", "rest", "mute = true\n  # half\n"),
        ("rest = 30\nmute = true\n", "rest", "mute = true\n"),
        ("[volume]\nticks = 50 # soft\nvoice = 20\n", "volume.ticks", "[volume]\n# soft\nvoice = 20\n"),
        ("rest = 30  # half\r\nmute = true\r\n", "rest", "# half\r\nmute = true\r\n"),
    ],
)
def test_a_setting_that_is_as_usual_again_leaves_the_comment_of_its_line(before: str, name: str, after: str) -> None:
    assert edited(before, {name: None}) == after
