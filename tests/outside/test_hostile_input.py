"""What a terminal, or somebody at its other end, may send into a run: nothing of it ends the run."""

from __future__ import annotations

import random
import sys

import pytest

from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside

#: Each of these once ended the program with a trace and exit code 0.
SENT = {
    "é of a latin-1 terminal": b"\xe9",
    "a byte that is no text": b"\xff\xfe\xff",
    "an old mouse report beyond column 95": b"\x1b[M \xc8\x21",
    "a key let go": b"\x1b[97;1:3u",
    "a code that no character has": b"\x1b[99999999999;1u",
    "half of a surrogate pair": b"\x1b[55296;1u",
    "a size of nothing": b"\x1b[48;0;0;0;0t",
    "a size that fills the memory": b"\x1b[48;99999999;99999999;1;1t",
    "an answer that nobody asked for": b"\x1b[?62;4;6c\x1b]11;rgb:0000/0000/0000\x1b\\",
}
#: So many random strings in one run.
STRINGS = 200
#: Keys that end a run, a card or the program may be in a random string: letters are not.
PRINTABLE = b"[]<>;:M~u0123456789"
#: Keys that leave, and the first bytes of Cyrillic and Greek letters, which stand for the letters on their keys.
LEAVING = b"\x03\x04\x11\x1a\x1c\x10\r\n\xce\xcf\xd0\xd1"


def one_long_hold(home: Home) -> str:
    """A session that waits for its runner."""
    path = home.folder / "wait.toml"
    path.write_text(
        'format = 1\nname = "Wait"\n[[exercise]]\nid = "bridge"\nhold = 600\npace = "own"\n', encoding="utf-8"
    )
    return str(path)


def _mute_answers(terminal: Terminal, what: str) -> None:
    """Wait until `m` has done what it does: the program reads on."""
    quiet = "quiet ·" in terminal.text
    terminal.press("m")
    terminal.wait(lambda: ("quiet ·" in terminal.text) is not quiet, f"m after {what}")


def test_nothing_that_is_sent_ends_a_run(home: Home) -> None:
    with Terminal(home, "run", one_long_hold(home), "--mute", "--trace", str(home.trace)) as terminal:
        terminal.start()
        for what, sent in SENT.items():
            terminal.child.send(sent)
            _mute_answers(terminal, what)
        terminal.press_until("q", "Finish here")
        terminal.press_until("d", "This throws")
        terminal.press_until("d", lambda: not terminal.child.isalive())
        assert terminal.end() == 0


def test_random_bytes_end_no_run(home: Home) -> None:
    dice = random.Random(13)
    letters = bytes(byte for byte in range(128) if chr(byte).isprintable() and byte not in PRINTABLE)
    allowed = bytes(set(range(256)) - set(LEAVING) - set(letters))
    with Terminal(home, "run", one_long_hold(home), "--mute", "--trace", str(home.trace)) as terminal:
        terminal.start()
        for _ in range(STRINGS):
            terminal.child.send(bytes(dice.choices(allowed, k=dice.randrange(1, 12))))
        terminal.child.send(b"\x1b[201~")
        terminal.press_until("\x1b", "Paused")
        terminal.press_until("q", "Finish here")


#: The program with a slip in it: `h` raises.
SLIP = """
import sys
from glutetimer.cli import main
from glutetimer.tui.run.screen import RunScreen

def slip(self):
    raise ValueError("a slip")

RunScreen._do_how = slip
sys.argv = ["glutetimer", *sys.argv[sys.argv.index("run"):]]
main()
"""


def test_a_slip_of_the_program_ends_in_a_sentence_and_the_workout_waits(home: Home) -> None:
    script = home.folder / "slip.py"
    script.write_text(SLIP, encoding="utf-8")
    home.first = [sys.executable, str(script)]
    with Terminal(home, "run", one_long_hold(home), "--mute", "--trace", str(home.trace)) as terminal:
        terminal.start()
        terminal.press_until("h", lambda: not terminal.child.isalive())
        assert terminal.end() == 1
        said = " ".join(terminal.raw.decode().split("\x1b[?1049l")[-1].split())
    (waiting,) = home.state.glob("*.toml")
    assert "The program could not go on: ValueError: a slip (slip.py:7)." in said
    assert str(waiting) in said.replace(" ", "")
    assert "Traceback" not in said
    assert terminal.raw.count(b"\x1b[?1049h") == terminal.raw.count(b"\x1b[?1049l")
