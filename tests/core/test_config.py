"""The runner's settings: what is wrong is named, the usual value is used."""

from __future__ import annotations

import pytest

from glutetimer.core.config import Config, read_config


def test_all_settings() -> None:
    """Every key of the README."""
    text = 'first_side = "right"\npace = "tap"\nrest = 45\nmute = true\nplayer = "none"\nlog_dir = "~/training"\n'
    assert read_config(text) == (Config("right", "tap", 45, True, "none", "~/training"), ())


def test_an_empty_file_is_the_usual() -> None:
    """Every key may be left out."""
    assert read_config("# nothing yet\n") == (Config(), ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('first_side = "up"', "3: first_side cannot be 'up': the usual value is used (one of left, right)"),
        ("first_side = 1", "3: first_side cannot be 1: the usual value is used (one of left, right)"),
        ('pace = "fast"', "3: pace cannot be 'fast': the usual value is used (one of counted, tap, own)"),
        ("rest = 601", "3: rest cannot be 601: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = -1", "3: rest cannot be -1: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = true", "3: rest cannot be True: the usual value is used (whole seconds, 0 to 600)"),
        ("rest = 30.5", "3: rest cannot be 30.5: the usual value is used (whole seconds, 0 to 600)"),
        ('mute = "yes"', "3: mute cannot be 'yes': the usual value is used (true or false)"),
        ('log_dir = ""', "3: log_dir cannot be '': the usual value is used (the path of a folder)"),
        ('log_dir = "a\\u001bb"', "3: log_dir cannot be 'a\\x1bb': the usual value is used (the path of a folder)"),
        ("rset = 1", '3: no setting is called "rset" (did you mean "rest")'),
        (
            "zzz = 1",
            '3: no setting is called "zzz" (the settings are first_side, pace, rest, mute, player, log_dir)',
        ),
    ],
)
def test_a_bad_setting_is_named_and_the_others_kept(line: str, said: str) -> None:
    """With its line, what is so, and what instead."""
    config, problems = read_config(f'# mine\nplayer = "none"\n{line}\n')
    assert config == Config(player="none")
    assert [problem.at("c")[2:] for problem in problems] == [said]


def test_what_is_no_toml_is_named() -> None:
    """The usual settings, and the line."""
    config, problems = read_config("rest 30\n")
    assert config == Config()
    assert [problem.line for problem in problems] == [1]
