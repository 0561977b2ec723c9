"""The screens around a run, in the real program: what is chosen there is what is kept."""

from __future__ import annotations

import pytest

from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside


def test_the_first_start_comes_once(home: Home) -> None:
    """A new home is welcomed; the next start opens the list."""
    (home.state.parent / "welcomed").unlink()
    with Terminal(home) as terminal:
        terminal.wait_for("Step 1 of 4")
        terminal.wait_for("no medical advice")
        terminal.press_until("\x1b", "start Band hips")
        terminal.press_until("q", lambda: not terminal.child.isalive())
    with Terminal(home) as terminal:
        terminal.wait_for("start Band hips")
        assert "Step 1" not in terminal.text


def test_settings_go_into_the_file_beside_what_a_person_wrote(home: Home) -> None:
    """A change on the screen is one line in config.toml; comments and unknown keys stay."""
    config = home.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('# mine\nrest = 45  # enough\nfuture = "kept"\n', "utf-8")
    with Terminal(home) as terminal:
        terminal.wait_for("start Band hips")
        terminal.press("s")
        terminal.wait_for("► First side")
        terminal.press("\x1b[C")
        terminal.wait(lambda: "first_side" in config.read_text("utf-8"), "the setting")
        terminal.press_until("\x1b", "start Band hips")
        terminal.press_until("q", lambda: not terminal.child.isalive())
    text = config.read_text("utf-8")
    assert text.startswith('# mine\nrest = 45  # enough\nfuture = "kept"\n')
    assert 'first_side = "right"' in text
    assert home.json("plan", "get-hip")["steps"][1]["side"] == "right"


def test_options_go_into_the_record(home: Home) -> None:
    """The band in use, a changed dose and what was left out: as chosen, so logged."""
    config = home.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('bands = ["green"]\nmute = true\n', "utf-8")
    with Terminal(home, "--log-dir", str(home.log)) as terminal:
        terminal.wait_for("start Band hips")
        terminal.press("o")
        terminal.wait_for("Exercises")
        terminal.press("\x1b[A")
        for _ in range(30):
            terminal.press("\x1b[B")
        terminal.wait_for("► ■ Sumo squat tuck jump")
        terminal.press(" ")
        terminal.wait_for("► □ Sumo squat tuck jump")
        terminal.press("\r")
        terminal.wait_for("start now")
        terminal.press("q")
        terminal.wait_for("Finish here")
        terminal.press_until("s", "All as counted?")
        terminal.press_until("\x1b", "start Band hips")
        terminal.press_until("q", lambda: not terminal.child.isalive())
    (record,) = home.records()
    assert {bout["strength"] for bout in record["bout"] if bout["band"] != "none"} == {"green"}
    assert "sumo-squat-tuck-jump" not in {bout["exercise"] for bout in record["bout"]}


def test_a_session_that_cannot_be_read_is_named(home: Home) -> None:
    """It cannot be chosen, but who wrote it sees where to look; the rest is there."""
    own = home.folder / "data" / "glutetimer" / "sessions"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("half a", "utf-8")
    config = home.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('\nrest = "long"\n', "utf-8")
    with Terminal(home) as terminal:
        terminal.wait_for("start Band hips")
        terminal.wait_for("! config.toml:2:")
        terminal.wait_for("! mine.toml:1:")
        terminal.press_until("q", lambda: not terminal.child.isalive())
