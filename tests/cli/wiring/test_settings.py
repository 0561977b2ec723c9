"""What the runner changes from the screen, and that the welcome is over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.system import clock
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring.settings import changed, is_first_start, welcomed
from glutetimer.core.settings.config import Config
from glutetimer.core.settings.goals import Goals, GoalWas
from glutetimer.core.values import replace


@pytest.fixture
def where(tmp_path: Path) -> Settings:
    """An empty home."""
    places = Places(*(tmp_path / name for name in ("log", "sessions", "state", "config.toml", "cache")))
    return Settings(places, Config())


def test_a_change_is_written_and_holds_from_now_on(where: Settings) -> None:
    now, said = changed(where, {"rest": 45})
    assert (now, said) == (replace(where, config=Config(rest=45)), "")
    assert where.places.config.read_text().endswith("rest = 45\n")


@pytest.mark.parametrize(("text", "said"), [("rest = 3\n", "rest cannot be 999"), ("rest 3\n", "config.toml:1: ")])
def test_what_cannot_be_changed_is_said_and_nothing_changes(where: Settings, text: str, said: str) -> None:
    where.places.config.write_text(text)
    now, why = changed(where, {"rest": 999 if "=" in text else 4})
    assert now is where
    assert why.startswith("Not kept. ")
    assert said in why
    assert where.places.config.read_text() == text


def test_a_file_that_cannot_be_written_is_said(where: Settings) -> None:
    where.places.log.write_text("")
    places = replace(where.places, config=where.places.log / "config.toml")
    now, why = changed(replace(where, places=places), {"rest": 4})
    assert now.config == Config()
    assert why.startswith(f"Not kept. {places.config}: ")


def test_the_first_start_is_over_once_welcomed(where: Settings) -> None:
    assert is_first_start(where.places)
    welcomed(where.places)
    assert not is_first_start(where.places)


def test_who_has_a_log_was_here_before(where: Settings) -> None:
    month = where.places.log / "2026" / "11"
    month.mkdir(parents=True)
    (month / "a.toml").touch()
    assert not is_first_start(where.places)


def test_where_nobody_can_look_nobody_is_welcomed(where: Settings, tmp_path: Path) -> None:
    """It would be so at every start."""
    assert not is_first_start(replace(where.places, state=tmp_path / ("long" * 100)))


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """It is noon of this day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    monkeypatch.setattr(clock, "local_now", lambda: (noon, "UTC"))


def test_the_goal_that_held_until_yesterday_is_kept(where: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a day, and not where it is put back; comments stay."""
    path = where.places.config
    path.write_text("goal = 3 # mine\n\n# how loud\n[volume]\nticks = 50\n")
    on(monkeypatch, date(2026, 11, 18))
    for goal in (4, 5):
        now, said = changed(where, {"goal": goal})
        assert (now.config.goals, said) == (Goals(goal, (GoalWas(date(2026, 11, 17), 3),)), "")
    assert path.read_text() == (
        "goal = 5 # mine\n\n# how loud\n[volume]\nticks = 50\n\n[[goal_was]]\nuntil = 2026-11-17\ngoal = 3\n"
    )
    assert changed(where, {"goal": None})[0].config.goals == Goals(3)
    assert path.read_text() == "# mine\n\n# how loud\n[volume]\nticks = 50\n"
    changed(where, {"goal": 6})
    on(monkeypatch, date(2026, 11, 25))
    now, _ = changed(where, {"goal": 2})
    assert now.config.goal_was == (GoalWas(date(2026, 11, 17), 3), GoalWas(date(2026, 11, 24), 6))


def test_a_goal_that_another_program_set_meanwhile_is_the_one_that_was(
    where: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the file says now counts, not what was read at the start."""
    on(monkeypatch, date(2026, 11, 18))
    where.places.config.write_text("goal = 7\n")
    assert changed(where, {"goal": 4})[0].config.goals == Goals(4, (GoalWas(date(2026, 11, 17), 7),))


def test_other_settings_tell_nothing_of_goals(where: Settings) -> None:
    assert changed(where, {"rest": 45})[0].config.goal_was == ()
    assert changed(where, {"goal": 99})[1].startswith("Not kept. ")
    assert "goal" not in where.places.config.read_text().replace("glutetimer", "")


def test_goals_of_before_that_cannot_be_used_stay_in_the_file(where: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, date(2026, 11, 18))
    text = "[[goal_was]]\nuntil = 'spring' # when?\ngoal = 2\n"
    where.places.config.write_text(text)
    now, said = changed(where, {"goal": 4})
    assert (now.config.goal_was, said) == ((GoalWas(date(2026, 11, 17), 3),), "")
    assert text in where.places.config.read_text()
