"""What the runner changes from the screen, and that the welcome is over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glutetimer.adapters.places import Places
from glutetimer.cli.change import changed, is_first_start, welcomed
from glutetimer.cli.common import Setting
from glutetimer.core.config import Config


@pytest.fixture
def where(tmp_path: Path) -> Setting:
    """An empty home."""
    places = Places(*(tmp_path / name for name in ("log", "sessions", "state", "config.toml", "cache")))
    return Setting(places, Config())


def test_a_change_is_written_and_holds_from_now_on(where: Setting) -> None:
    now, said = changed(where, {"rest": 45})
    assert (now, said) == (replace(where, config=Config(rest=45)), "")
    assert where.places.config.read_text().endswith("rest = 45\n")


@pytest.mark.parametrize(("text", "said"), [("rest = 3\n", "rest cannot be 999"), ("rest 3\n", "config.toml:1: ")])
def test_what_cannot_be_changed_is_said_and_nothing_changes(where: Setting, text: str, said: str) -> None:
    where.places.config.write_text(text)
    now, why = changed(where, {"rest": 999 if "=" in text else 4})
    assert now is where
    assert why.startswith("Not kept. ")
    assert said in why
    assert where.places.config.read_text() == text


def test_a_file_that_cannot_be_written_is_said(where: Setting) -> None:
    where.places.log.write_text("")
    places = replace(where.places, config=where.places.log / "config.toml")
    now, why = changed(replace(where, places=places), {"rest": 4})
    assert now.config == Config()
    assert why.startswith(f"Not kept. {places.config}: ")


def test_the_first_start_is_over_once_welcomed(where: Setting) -> None:
    assert is_first_start(where.places)
    welcomed(where.places)
    assert not is_first_start(where.places)


def test_who_has_a_log_was_here_before(where: Setting) -> None:
    month = where.places.log / "2026" / "11"
    month.mkdir(parents=True)
    (month / "a.toml").touch()
    assert not is_first_start(where.places)


def test_where_nobody_can_look_nobody_is_welcomed(where: Setting, tmp_path: Path) -> None:
    """It would be so at every start."""
    assert not is_first_start(replace(where.places, state=tmp_path / ("long" * 100)))
