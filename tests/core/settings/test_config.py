"""The runner's settings: what is wrong is named, the usual value is used."""

from __future__ import annotations

from datetime import date

import pytest

from glutetimer.core.settings.check import objection
from glutetimer.core.settings.config import Config, Volume, read_config, value_of
from glutetimer.core.settings.goals import GoalWas
from glutetimer.core.settings.settings import SETTINGS

ALL = """
first_side = "right"
pace = "tap"
rest = 45
switch = 8
setup = 20
lead = 5
mute = true
voice = "off"
count_aloud = "holds"
how = "always"
theme = "ansi-light"
player = "none"
log_dir = "~/training"
goal = 5
pain_limit = 3
kit = ["band", "chair"]
bands = ["light", "X-heavy 4"]
volume = { ticks = 0, transitions = 50, voice = 99 }
[[goal_was]]
until = 2026-10-04
goal = 2
[[goal_was]]
until = 2025-12-28
goal = 4
"""
EVERY = (
    "first_side, pace, rest, switch, setup, lead, goal, pain_limit, kit, bands, theme, mute, voice, count_aloud, "
    "how, player, log_dir, volume, goal_was"
)
BANDS = 'up to 8 names of 1 to 20 characters, each once, like ["light", "green"]'
GOALS = "tables of until, a day, and goal, 1 to 14"
KIT = 'words in small letters, each once, like ["band", "chair"]'


def said_of(text: str) -> list[str]:
    """The problems as `LINE: problem`."""
    return [problem.at("c")[2:] for problem in read_config(text)[1]]


def test_all_settings() -> None:
    wanted = Config(
        first_side="right",
        pace="tap",
        rest=45,
        switch=8,
        setup=20,
        lead=5,
        mute=True,
        volume=Volume(0, 50, 99),
        voice="off",
        count_aloud="holds",
        how="always",
        theme="ansi-light",
        player="none",
        log_dir="~/training",
        goal=5,
        pain_limit=3,
        kit=("band", "chair"),
        bands=("light", "X-heavy 4"),
        goal_was=(GoalWas(date(2025, 12, 28), 4), GoalWas(date(2026, 10, 4), 2)),
    )
    assert read_config(ALL) == (wanted, ())


def test_an_empty_file_is_the_usual() -> None:
    """Every key may be left out."""
    usual = Config(rest=None, switch=None, setup=None, volume=Volume(100, 100, 100), goal=3, kit=None, bands=())
    assert read_config("# nothing yet\n") == (usual, ())


@pytest.mark.parametrize("text", ["[volume]\nticks = 5\n", "volume.ticks = 5\n", "volume = { ticks = 5 }\n"])
def test_the_volume_may_be_written_in_every_way(text: str) -> None:
    assert read_config(text) == (Config(volume=Volume(ticks=5)), ())


def test_no_kit_at_all_is_not_the_same_as_never_said() -> None:
    assert read_config("kit = []")[0].kit == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('first_side = "up"', 'first_side cannot be "up": the usual value is used (one of left, right)'),
        ("first_side = 1", "first_side cannot be 1: the usual value is used (one of left, right)"),
        ('pace = "fast"', 'pace cannot be "fast": the usual value is used (one of counted, tap, own)'),
        ("rest = 601", "rest cannot be 601: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = -1", "rest cannot be -1: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = true", "rest cannot be true: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = 30.5", "rest cannot be 30.5: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = 30.0", "rest cannot be 30.0: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = 2026-11-20", "rest cannot be 2026-11-20: the usual value is used (whole seconds, 0 to 600)"),
        ("switch = 1", "switch cannot be 1: the usual value is used (whole seconds, 2 to 60)"),
        ("switch = 61", "switch cannot be 61: the usual value is used (whole seconds, 2 to 60)"),
        ("setup = 4", "setup cannot be 4: the usual value is used (whole seconds, 5 to 120)"),
        ("lead = 11", "lead cannot be 11: the usual value is used (whole seconds, 0 to 10)"),
        ("setup = 121", "setup cannot be 121: the usual value is used (whole seconds, 5 to 120)"),
        ("goal = 0", "goal cannot be 0: the usual value is used (whole workouts a week, 1 to 14)"),
        ("pain_limit = 6", "pain_limit cannot be 6: the usual value is used (whole points of 10, 2 to 5)"),
        ("goal = 15", "goal cannot be 15: the usual value is used (whole workouts a week, 1 to 14)"),
        ('mute = "yes"', 'mute cannot be "yes": the usual value is used (true or false)'),
        ('voice = "loud"', 'voice cannot be "loud": the usual value is used (one of auto, on, off)'),
        ("count_aloud = 10", "count_aloud cannot be 10: the usual value is used (one of off, holds, reps, all)"),
        ("theme = []", "theme cannot be a list: the usual value is used (one of auto, dark, light, ansi-dark, ansi-"),
        ('log_dir = ""', 'log_dir cannot be "": the usual value is used (the path of a folder)'),
        ('log_dir = "a\\u001bb"', 'log_dir cannot be "a\\u001bb": the usual value is used (the path of a folder)'),
        ('log_dir = " a"', 'log_dir cannot be " a": the usual value is used (the path of a folder)'),
        ('kit = "band"', f'kit cannot be "band": the usual value is used ({KIT})'),
        ('kit = ["band", "Big Chair"]', f'kit cannot have "Big Chair": the usual value is used ({KIT})'),
        ('bands = ["a", "b", "a"]', f'bands cannot have "a" twice: the usual value is used ({BANDS})'),
        ('bands = [["a"]]', f"bands cannot have a list: the usual value is used ({BANDS})"),
        (f'bands = ["{"a" * 21}"]', f'bands cannot have "{"a" * 21}": the usual value is used ({BANDS})'),
        (f"bands = {list('abcdefghi')}", f"bands cannot be so long a list: the usual value is used ({BANDS})"),
        ('bands = ["a\u202eb"]', f'bands cannot have "ab": the usual value is used ({BANDS})'),
        ("goal_was = 3", f"goal_was cannot be 3: the usual value is used ({GOALS})"),
        ("goal_was = [3]", f"goal_was cannot have 3: that one is left out ({GOALS})"),
        ("goal_was = [{goal = 3}]", f"one goal_was has no until: that one is left out ({GOALS})"),
        (
            "goal_was = [{until = 2026-11-20, goal = 0}]",
            f"goal_was cannot have goal = 0: that one is left out ({GOALS}",
        ),
        (
            "goal_was = [{until = 2026-11-20T00:00:00, goal = 3}]",
            "goal_was cannot have until = 2026-11-20 00:00:00: t",
        ),
        ('goal_was = [{until = "today", goal = 3}]', 'goal_was cannot have until = "today": that one is left out'),
        ('goal_was = [{until = 2026-11-20, goal = 3, "" = 1}]', "goal_was cannot have  = 1: that one is left out"),
        ("goal_was = [{until = 2026-11-20, goal = 3, why = 1}]", "goal_was cannot have why = 1: that one is left out"),
        ("volume = 50", "volume cannot be 50: the usual values are used (write [volume], and below it ticks, trans"),
        ("volume.ticks = 101", "volume.ticks cannot be 101: the usual value is used (whole percent, 0 to 100)"),
        ("volume.voice = -1", "volume.voice cannot be -1: the usual value is used (whole percent, 0 to 100)"),
        ("volume.tiks = 1", 'no setting is called "volume.tiks" (did you mean "ticks")'),
        ("volume.zzz = 1", 'no setting is called "volume.zzz" (the settings are ticks, transitions, voice)'),
        ("volume.rest = 1", 'no setting is called "volume.rest" (write rest above the line [volume])'),
        ('"volume.ticks" = 1', 'no setting is called "volume.ticks" (did you mean "volume")'),
        ("rset = 1", 'no setting is called "rset" (did you mean "rest")'),
        ("log-dir = 1", 'no setting is called "log-dir" (did you mean "log_dir")'),
        ("zzz = 1", f'no setting is called "zzz" (the settings are {EVERY})'),
    ],
)
def test_a_bad_setting_is_named_and_the_others_kept(line: str, said: str) -> None:
    """With its line, what is so, and what instead."""
    text = f'# mine\nplayer = "none"\n{line}\nsetup_ = 1\n'
    assert read_config(text)[0] == Config(player="none")
    first, last = said_of(text)
    assert first.startswith(f"3: {said}")
    assert last.startswith("4: no setting")


def test_good_neighbours_inside_the_volume_are_kept() -> None:
    config, problems = read_config("rest = 3\n[volume]\nticks = 101\nvoice = 7\ntock = 1\ntransitions = 0.5\n")
    assert config == Config(rest=3, volume=Volume(voice=7))
    assert [problem.line for problem in problems] == [3, 5, 6]


def test_a_bad_item_of_a_list_is_named_with_its_own_line() -> None:
    assert [word.partition(":")[0] for word in said_of('kit = [\n  "band",\n  "Chair",\n]\n')] == ["3"]


@pytest.mark.parametrize("value", [f"0x{'f' * 5000}", f'"{"a" * 5000}"'])
def test_a_huge_value_is_said_shortly(value: str) -> None:
    (problem,) = read_config(f"rest = {value}")[1]
    assert len(str(problem)) < 120


def test_what_is_no_toml_is_named() -> None:
    """The usual settings, and the line."""
    config, problems = read_config("rest 30\n")
    assert config == Config()
    assert [problem.line for problem in problems] == [1]


def test_each_setting_has_a_value_by_its_name() -> None:
    config, _ = read_config(ALL)
    assert value_of(config, "volume.transitions") == 50
    assert [row.name for row in SETTINGS if value_of(config, row.name) == value_of(Config(), row.name)] == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("rest", 30, ""),
        ("rest", None, ""),
        ("bands", ("light",), ""),
        ("player", "system", ""),
        ("player", "bell", ""),
        ("player", "beep", 'player cannot be "beep" (one of auto, miniaudio, simpleaudio, system, bell, none)'),
        ("rest", 601, "rest cannot be 601 (whole seconds, 0 to 600)"),
        ("volume.ticks", 101, "volume.ticks cannot be 101 (whole percent, 0 to 100)"),
        ("rset", 1, 'no setting is called "rset" (did you mean "rest")'),
        ("volume", 1, 'no setting is called "volume"'),
        ("volume.x", None, 'no setting is called "volume.x"'),
    ],
)
def test_a_value_can_be_asked_about_before_it_is_written(name: str, value: object, said: str) -> None:
    assert objection(name, value).startswith(said)
    assert bool(objection(name, value)) == bool(said)


@pytest.mark.parametrize(("written", "meant"), [("true", "holds"), ("false", "off")])
def test_counting_aloud_as_it_was_written_before(written: str, meant: str) -> None:
    config, problems = read_config(f"count_aloud = {written}\n")
    assert (config.count_aloud, problems) == (meant, ())
