"""Pain as it is told to the real program: by keys, by a clicker alone, in typed lines; and what is asked next time."""

from __future__ import annotations

import time
import tomllib
from typing import Any

import pytest

from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside

PGDN, PGUP, DO, DOWN = "\x1b[6~", "\x1b[5~", ".", "\x1b[B"
#: Seconds after which a press that nothing followed was not heard: a card is deaf at first.
DEAF = 2.0
#: Seconds without a change after which a picture is whole.
STILL = 0.15
STOP = "Stop here today, and don't run until a doctor"


def run(home: Home, *more: str, size: tuple[int, int] = (80, 24)) -> Terminal:
    args = ("run", "get-hip", "--mute", "--log-dir", str(home.log), "--trace", str(home.trace), *more)
    return Terminal(home, *args, size=size)


def on_to(terminal: Terminal, key: str, text: str) -> None:
    """Press a key until the screen shows a text, each time only once the screen has followed the press before.

    A key that moves on must not be pressed once too often, however slow the machine is.
    """

    seen, since, pressed = "", 0.0, ("", 0.0)

    def so() -> bool:
        nonlocal seen, since, pressed
        now, there = time.monotonic(), terminal.text
        if text in there:
            return True
        if there != seen:
            seen, since = there, now
        elif now - since > STILL and (there != pressed[0] or now - pressed[1] > DEAF):
            pressed = (there, now)
            terminal.press(key)
        return False

    terminal.wait(so, text)


def at_home(home: Home) -> Terminal:
    return Terminal(home, "--log-dir", str(home.log))


def told_yesterday(home: Home, *more: str) -> None:
    """A workout of yesterday evening in which the left knee hurt."""
    told = ("--pain", "4", "--place", "knee", "--pain-side", "left", "--pain-flag", "none")
    home.ask("log", "add", "get-hip", "--at", "yesterday 18:30", *(more or told), "--log-dir", str(home.log))


def records(home: Home) -> list[dict[str, Any]]:
    """Those of the log, without its trash."""
    paths = (path for path in sorted(home.log.rglob("*.toml")) if ".trash" not in path.parts)
    return [tomllib.loads(path.read_text("utf-8")) for path in paths]


def record(home: Home) -> dict[str, Any]:
    (one,) = records(home)
    return one


def pain(table: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(table.get(key) for key in ("pain", "place", "pain_side", "pain_flag"))


def test_by_keys_and_a_terminal_that_is_gone_with_the_advice(home: Home) -> None:
    """Who reads what to do may close the lid at once: what was told is in the file before it is read."""
    with run(home) as terminal:
        terminal.start()
        terminal.wait_for_event("RepDone")
        terminal.press_until("p", "Everything is stopped")
        for key, text in (("4", "Where?"), ("6", "Which side?"), ("l", "Any of these?"), ("6", STOP)):
            terminal.press_until(key, text)
        terminal.wait(lambda: home.running()[0]["bout"][0].get("pain_flag") == "limp", "the sign in the file")
        terminal.kill()
    with at_home(home) as terminal:
        terminal.wait_for("Unfinished workout")
        terminal.press_until("s", lambda: len(home.records()) == 1)
    assert pain(record(home)["bout"][0]) == (4, "knee", "left", "limp")
    assert record(home)["pain"] == 4


def test_by_a_clicker_alone_from_the_run_to_the_finish(home: Home) -> None:
    with run(home, size=(100, 30)) as terminal:
        terminal.start(PGDN)
        terminal.wait_for_event("RepDone")
        on_to(terminal, DO, "Paused")
        on_to(terminal, PGDN, "► Pain")
        on_to(terminal, DO, "Everything is stopped")
        on_to(terminal, DO, "Where?")
        on_to(terminal, PGDN, "► 2  Groin or deep hip")
        on_to(terminal, DO, "Which side?")
        on_to(terminal, DO, "Any of these?")
        on_to(terminal, DO, "Groin pain in runners can come from the bone")
        on_to(terminal, DO, "Skipped: ")
        on_to(terminal, DO, "Paused")
        on_to(terminal, PGUP, "► Finish")
        on_to(terminal, DO, "Save and end")
        on_to(terminal, PGDN, "► Save and end")
        on_to(terminal, DO, "All as counted?")
        for row, answer in (
            ("► Pain", "say how strong"), ("►   How strong", "take pain 2"), ("►   Where", "take shin"),
            ("►   Which side", "take the left"), ("►   Any of these", "take: Pain in one spot on the bone"),
        ):  # fmt: skip
            on_to(terminal, PGDN, row)
            on_to(terminal, DO, answer)
        terminal.wait_for("Stop here today")
        on_to(terminal, PGDN, "Saved: ")
        assert terminal.end() == 0
    one = record(home)
    assert pain(one["bout"][0]) == (3, "groin or deep hip", one["bout"][0]["pain_side"], "none")
    after = tuple(one[key] for key in ("pain_after", "place_after", "pain_side_after", "pain_flag_after"))
    assert after == (2, "shin", "left", "bone")


def test_in_typed_lines(home: Home) -> None:
    with run(home, "--plain", size=(120, 40)) as terminal:
        terminal.wait_for("Type a letter")
        terminal.press("\n")
        terminal.wait_for_event("RepDone")
        terminal.press("o\n")
        terminal.wait_for("Muscle burn is fine.")
        terminal.wait_for("How much does it hurt")
        for typed, text in (("4", "Where? 1 outer hip"), ("2", "Which side?"), ("l", "Any of these?")):
            terminal.press(f"{typed}\n")
            terminal.wait_for(text)
        terminal.press("1\n")
        terminal.wait_for("Enter or n Go on with the next exercise")
        terminal.press("2 calf right\n")
        terminal.wait_for("Type its number")
        terminal.press("2\n")
        terminal.wait_for("See a doctor today.")
        terminal.press("\n")
        terminal.wait_for("Saved: ")
        assert terminal.end() == 0
    one = record(home)
    assert pain(one["bout"][0]) == (2, "calf", "right", "calf")
    beside = [{"bout": 1, "pain": 4, "place": "groin or deep hip", "pain_side": "left", "pain_flag": "none"}]
    assert one["more_pain"] == beside


def test_the_next_start_asks_for_the_morning_after_and_a_clicker_answers(home: Home) -> None:
    told_yesterday(home)
    with at_home(home) as terminal:
        terminal.wait_for("Your left knee, the morning after? gone / the same / worse")
        on_to(terminal, PGUP, "write down: worse")
        on_to(terminal, PGDN, "Worse the morning after")
        terminal.press_until("q", lambda: not terminal.child.isalive())
    assert record(home)["morning"] == "worse"
    with at_home(home) as terminal:
        terminal.wait_for("workouts this week")
        terminal.wait_for("yesterday")
        assert "the morning after?" not in terminal.text


def test_a_key_answers_it_too_and_who_does_not_is_asked_again(home: Home) -> None:
    told_yesterday(home)
    for key, morning in (("q", None), ("1", "gone")):
        with at_home(home) as terminal:
            terminal.wait_for("the morning after?")
            terminal.press(key)
            if morning:
                terminal.wait_for("Noted: gone")
            terminal.press_until("q", lambda: not terminal.child.isalive())
        assert record(home).get("morning") == morning


def test_the_printed_run_asks_for_the_morning_after(home: Home) -> None:
    told_yesterday(home)
    with run(home, "--plain", size=(120, 40)) as terminal:
        terminal.wait_for("Your left knee, the morning after? gone / the same / worse: type the word")
        terminal.press("the same\n")
        terminal.wait_for("Noted: the same")
        terminal.press("q\n")
        terminal.end()
    assert [one.get("morning") for one in records(home) if "added" in one] == ["same"]


def test_the_log_is_corrected_by_a_clicker_alone(home: Home) -> None:
    told_yesterday(home, "--effort", "3")
    with at_home(home) as terminal:
        terminal.wait_for("workouts this week")
        terminal.press("l")
        terminal.wait_for("1 workout")
        terminal.press("e")
        terminal.wait_for("Correct · ")
        on_to(terminal, PGDN, "► Pain")
        on_to(terminal, DO, "Where")
        on_to(terminal, PGDN, "►   Where")
        on_to(terminal, DO, "◄ Calf ►")
        on_to(terminal, PGDN, "►   Any of these")
        on_to(terminal, DO, "◄ Calf swollen or warm ►")
        terminal.wait_for("See a doctor today.")
        on_to(terminal, PGDN, "► Morning after")
        on_to(terminal, DO, "keep 3 changes")
        terminal.press_until(PGDN, lambda: "morning" in record(home))
    one = record(home)
    assert one["more_pain"] == [{"pain": 1, "place": "calf", "pain_flag": "calf"}]
    assert (one["pain"], one["morning"]) == (1, "gone")


def test_a_workout_is_added_with_its_pain(home: Home) -> None:
    with at_home(home) as terminal:
        terminal.wait_for("Get hip")
        terminal.press("l")
        terminal.wait_for("No workouts yet")
        terminal.press("a")
        terminal.wait_for("► Session")
        on_to(terminal, DOWN, "► Pain afterwards")
        terminal.press("5")
        terminal.wait_for("Any of these")
        on_to(terminal, DOWN, "►   Any of these")
        on_to(terminal, "\x1b[C", "◄ I limp ►")
        terminal.wait_for("Stop here today")
        terminal.press_until("\r", lambda: len(home.records()) == 1)
    one = record(home)
    assert (one["pain"], one["pain_after"], one["pain_flag_after"]) == (5, 5, "limp")
    assert "place_after" not in one


def groin_before(home: Home) -> None:
    """A workout of yesterday morning with a mild pain in the groin, and a runner who wants no more than 3 of 10."""
    config = home.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("pain_limit = 3\n", "utf-8")
    told = ("--pain", "1", "--place", "groin", "--pain-flag", "none", "--log-dir", str(home.log))
    home.ask("log", "add", "get-hip", "--at", "yesterday 7:00", *told)


def in_the_log(terminal: Terminal, key: str, text: str) -> None:
    """Where a workout is added or corrected: no clicker comes there from home."""
    terminal.wait_for("workouts this week")
    terminal.press("l")
    terminal.wait_for("1 workout")
    terminal.press(key)
    terminal.wait_for(text)


def test_a_workout_is_added_by_a_clicker_alone(home: Home) -> None:
    """The groin is told again, as the workout of yesterday says."""
    groin_before(home)
    with at_home(home) as terminal:
        in_the_log(terminal, "a", "► Session")
        on_to(terminal, PGDN, "► Pain")
        on_to(terminal, DO, "Where")
        on_to(terminal, PGDN, "►   Where")
        on_to(terminal, DO, "◄ Groin or deep hip ►")
        on_to(terminal, PGDN, STOP)
        terminal.press_until(PGDN, lambda: len(records(home)) == 2)
    assert records(home)[1]["more_pain"] == [{"pain": 1, "place": "groin or deep hip"}]


def test_the_log_is_corrected_by_keys(home: Home) -> None:
    """Over the runner's own limit, and the same groin as in the morning."""
    groin_before(home)
    with at_home(home) as terminal:
        in_the_log(terminal, "e", "Correct · ")
        on_to(terminal, DOWN, "► Pain")
        on_to(terminal, "4", "keep 2 changes")
        on_to(terminal, DOWN, "►   Where")
        on_to(terminal, "\x1b[D", "◄ Outer hip ►")
        on_to(terminal, DOWN, "That is more than 3 of 10")
        terminal.press_until("\r", lambda: bool(record(home).get("amended")))
    assert record(home)["more_pain"] == [{"pain": 4, "place": "outer hip", "pain_flag": "none"}]


def test_the_command_line_knows_the_workouts_before_and_the_limit(home: Home) -> None:
    groin_before(home)
    said = home.ask("log", "add", "get-hip", "--at", "yesterday 9:00", "--pain", "4", "--log-dir", str(home.log))
    assert "That is more than 3 of 10" in said
    assert STOP in home.ask("log", "edit", "last", "--place", "groin", "--log-dir", str(home.log))


def test_the_command_line_asks_what_the_run_asks(home: Home) -> None:
    args = ("log", "add", "get-hip", "--at", "yesterday 18:30", "--pain", "6", "--log-dir", str(home.log))
    with Terminal(home, *args, size=(120, 40)) as terminal:
        for text, typed in (("Where?", "6"), ("Which side?", "l"), ("Any of these?", "1"), ("gone / the same", "")):
            terminal.wait_for(text)
            terminal.press(f"{typed}\r")
        assert terminal.end() == 0
        assert "That is more than 5 of 10" in terminal.text
    assert pain(record(home)["more_pain"][0]) == (6, "knee", "left", "none")
    assert "morning" not in record(home)
    said = home.ask("log", "edit", "last", "--morning", "worse", "--log-dir", str(home.log))
    assert "Worse the morning after" in said
    assert record(home)["morning"] == "worse"
    assert "knee" in home.ask("log", "--pain", "--log-dir", str(home.log))
    assert "6 of 10, knee, left" in home.ask("log", "show", "last", "--log-dir", str(home.log))


def test_where_nobody_is_asked_it_stays_unknown(home: Home) -> None:
    told_yesterday(home, "--pain", "6", "--place", "shin")
    assert record(home)["more_pain"] == [{"pain": 6, "place": "shin"}]
    odd = home.run("log", "edit", "last", "--place", "elbow", "--log-dir", str(home.log))
    assert odd.returncode == 2
    assert '"elbow" is no place it knows; choose one of: outer hip, groin or deep hip' in odd.stderr


def test_a_pain_before_the_first_bout_outlives_the_program(home: Home) -> None:
    """Nothing was done yet, and another run in between: the pain is offered at the next start and kept."""
    with run(home) as terminal:
        terminal.press_until("p", "Everything is stopped")
        for key, text in (("4", "Where?"), ("6", "Which side?"), ("l", "Any of these?")):
            terminal.press_until(key, text)
        terminal.wait(lambda: bool(home.running()[0].get("more_pain")), "the pain in the file")
        terminal.kill()
    other = ("--log-dir", str(home.folder / "other"))
    assert "was not ended" in home.run("run", "get-hip", "--speed", "2000", *other).stderr
    assert home.running()
    with at_home(home) as terminal:
        terminal.wait_for("Unfinished workout")
        terminal.press_until("s", lambda: len(home.records()) == 1)
    assert record(home)["more_pain"] == [{"pain": 4, "place": "knee", "pain_side": "left"}]
    assert "knee" in home.ask("log", "--pain", "--log-dir", str(home.log))
