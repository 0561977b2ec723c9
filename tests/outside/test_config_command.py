"""`glutetimer config`: the settings as they are, where they are kept, and their schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glutetimer.cli.base.plan_options import options_from
from glutetimer.core.plan.options import Options
from glutetimer.core.settings.config import Config
from glutetimer.core.settings.documents import config_schema
from glutetimer.core.settings.settings import SETTINGS
from glutetimer.core.values import replace
from tests.helpers.terminal import Home

pytestmark = pytest.mark.outside


@pytest.fixture
def path(home: Home) -> Path:
    """Where this home keeps its settings; nothing is there yet."""
    path = home.folder / "config" / "glutetimer" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def rows(text: str) -> dict[str, list[str]]:
    """The printed settings: name -> the words after it."""
    return {line.split()[0]: line.split()[1:] for line in text.splitlines()[2:]}


def test_every_setting_is_usual_at_first(home: Home, path: Path) -> None:
    out = home.ask("config")
    assert out.splitlines()[0] == f"{path} (not there yet: every setting is as usual)"
    assert list(rows(out)) == [row.name for row in SETTINGS]
    assert {words[-1] for words in rows(out).values()} == {"usual"}
    assert rows(out)["rest"] == ["as", "the", "session", "says", "usual"]


def test_what_was_changed_is_the_runners_own(home: Home, path: Path) -> None:
    path.write_text('rest = 45\nkit = ["band"]\n[volume]\nticks = 50\n')
    out = home.ask("config")
    assert out.splitlines()[0] == str(path)
    found = {name: words[:-1] for name, words in rows(out).items() if words[-1] == "yours"}
    assert found == {"rest": ["45"], "kit": ['["band"]'], "volume.ticks": ["50"]}


def test_json_has_no_nulls(home: Home, path: Path) -> None:
    path.write_text("rest = 45\nvolume.ticks = 50\n")
    answer = home.json("config")
    assert (answer["format"], answer["path"]) == (1, str(path))
    assert answer["settings"] == {
        "first_side": "left",
        "rest": 45,
        "goal": 3,
        "pain_limit": 5,
        "bands": [],
        "theme": "auto",
        "mute": False,
        "voice": "auto",
        "count_aloud": "all",
        "how": "first",
        "player": "auto",
        "goal_was": [],
        "volume": {"ticks": 50, "transitions": 100, "voice": 100},
    }


def test_a_bad_value_is_named_and_the_usual_one_shown(home: Home, path: Path) -> None:
    path.write_text("[volume]\nticks = 101\n")
    done = home.run("config", "--json")
    assert (done.returncode, json.loads(done.stdout)["settings"]["volume"]["ticks"]) == (0, 100)
    assert done.stderr.startswith(f"{path}:2: volume.ticks cannot be 101")


@pytest.mark.parametrize(
    "args",
    [
        ("--config", "other.toml", "config", "path"),
        ("config", "--config", "other.toml", "path"),
        ("config", "path", "--config", "other.toml"),
    ],
)
def test_another_file_may_be_named_anywhere(home: Home, args: tuple[str, ...]) -> None:
    assert home.ask(*args) == "other.toml\n"


def test_the_path_alone_is_printed_and_the_file_not_looked_at(home: Home, path: Path) -> None:
    path.write_text("no toml")
    done = home.run("config", "path")
    assert (done.stdout, done.stderr, done.returncode) == (f"{path}\n", "", 0)


def test_the_schema_is_printed_as_it_is(home: Home) -> None:
    assert json.loads(home.ask("config", "schema")) == config_schema()


def test_settings_become_the_options_of_a_run() -> None:
    nothing = dict.fromkeys(("post_run", "pre_run", "rounds", "without", "pace", "rest", "minutes"))
    config = Config(first_side="right", pace="tap", rest=45, switch=8, setup=20)
    options = options_from(config, **nothing)
    assert options == Options(first_side="right", pace="tap", rest=45, switch=8, setup=20)
    assert options_from(config, **(nothing | {"rest": 0, "pace": "own"})) == replace(options, rest=0, pace="own")
