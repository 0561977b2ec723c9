"""What reaches a terminal: no word of a file or of the command line does anything to it, and no shape becomes "?"."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.cli.base.output import problem_json, say, warn, warn_of
from glutetimer.cli.base.pipe import unwritten
from glutetimer.core.text.encoding import encodable
from glutetimer.core.text.problems import BadFile, Problem

EVIL = "a\x1b]0;owned\x07\x1b[2J\u202eb\u200e\x9bc"


@pytest.mark.parametrize("speak", [say, warn], ids=["say", "warn"])
def test_what_moves_a_cursor_or_turns_text_is_taken_out(speak: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(speak)
    speak(EVIL)
    seen = capsys.readouterr()
    assert (seen.out + seen.err) == "a]0;owned[2Jbc\n"


def test_a_file_name_with_a_line_break_makes_no_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    warn_of(Path("a\nb\x1b[2J.toml"), BadFile([Problem(3, "odd\x1b[2J")]))
    assert capsys.readouterr().err == "a b[2J.toml:3: odd[2J\n"


def test_blanks_at_the_beginning_of_a_line_stay(capsys: pytest.CaptureFixture[str]) -> None:
    say("   two\n\n  lines  ")
    assert capsys.readouterr().out == "   two\n\n  lines\n"


def test_shapes_have_plain_ones_that_differ() -> None:
    assert encodable("■ ▪ □ · │ ─ ◄ ► █ × 膝", "ascii") == "# + . . | - < > # x ?"


def test_what_an_encoding_has_stays() -> None:
    assert encodable("■ · é", "latin-1") == "# · é"
    assert encodable("■ 膝", None) == "■ 膝"


def test_a_problem_is_one_object_everywhere() -> None:
    assert problem_json(Path("a"), Problem(None, "odd", "so")) == {"path": "a", "problem": "odd (so)"}
    assert problem_json("a", Problem(3, "odd"), "hint") == {"path": "a", "line": 3, "hint": "odd"}


def test_only_refusals_of_a_stream_are_told_as_such() -> None:
    """One that names a file is another matter."""
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert unwritten(full) == "Not all of it could be written: no space is left."
    assert unwritten(OSError(errno.EIO, "Input/output error")).endswith("written: Input/output error.")
    assert unwritten(OSError(errno.ENOSPC, "No space", "a.toml")) == ""
    assert unwritten(OSError(errno.ENOENT, "No such file")) == ""


def test_who_cannot_be_warned_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full stderr keeps nobody from the answer."""

    class Full(io.StringIO):
        encoding = "utf-8"

        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    warn("nobody hears it")


def test_streams_that_are_not_there_lead_nowhere() -> None:
    """As where a program is started without any; none of them is a terminal."""
    code = "import sys; sys.stdin = sys.stdout = sys.stderr = None\nfrom glutetimer.cli.base.pipe import open_streams\n"
    code += "open_streams(); print('x'); sys.stdout.buffer.write(b'x'); sys.stdout.flush()\n"
    code += "assert sys.stdin.read() == '' and not any(s.isatty() for s in (sys.stdin, sys.stdout, sys.stderr))\n"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
