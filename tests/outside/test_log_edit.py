"""`glutetimer log edit` and what belongs to it, each as a real process; the editor is a small script."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.core.record.write import dump_record
from tests.helpers.records import finished
from tests.helpers.terminal import Home, Terminal, command

pytestmark = pytest.mark.outside

TEXT = dump_record(finished(), seal=True).replace("[seal]", "# Mine.\nweather = 1\n\n[seal]")
#: Each time it is opened it does the next of the edits that it was given; `tries` holds the file's name for each.
EDITOR = """
import sys, tomllib
from pathlib import Path
home, path = Path(sys.argv[1]), Path(sys.argv[-1])
tries = home / "tries"
done = tries.read_text().splitlines() if tries.exists() else []
tries.write_text("\\n".join([*done, str(path)]))
exec((home / "edits").read_text().split("---")[len(done)])
"""


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard() -> Iterator[None]:
    """Also where these tests run behind an `&`, which lets all children ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def path(home: Home) -> Path:
    """A record with a comment and a key of a person's own."""
    path = record_path(home.log, finished())
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    home.env["TZ"] = "Europe/Berlin"
    home.env["TMPDIR"] = str(home.folder / "temp")
    (home.folder / "temp").mkdir()
    return path


def editor(home: Home, *edits: str) -> None:
    """Let $EDITOR (a program and its arguments) be a script that makes these edits, one a time it is opened."""
    (home.folder / "editor.py").write_text(EDITOR)
    (home.folder / "edits").write_text("---".join(edits))
    home.env["EDITOR"] = f'"{sys.executable}" "{home.folder / "editor.py"}" "{home.folder}" --wait'


def put(old: str, new: str) -> str:
    """An edit."""
    return f"path.write_text(path.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')"


def opened(home: Home) -> list[Path]:
    """The files that the editor was given, in their order."""
    return [Path(line) for line in (home.folder / "tries").read_text().splitlines()]


def log(home: Home, *args: str, code: int = 0) -> tuple[str, str]:
    """What such a command says on stdout and on stderr."""
    done = home.run("log", *args, "--log-dir", str(home.log))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def trash(home: Home) -> list[str]:
    return [place.read_text("utf-8") for place in sorted((home.log / ".trash").glob("*.toml"))]


def test_an_edited_record_takes_the_place_of_the_old_one(home: Home, path: Path) -> None:
    editor(home, put("done = 8", "done = 7 # I lost count"))
    out, err = log(home, "edit", "last")
    assert (out, err) == (f"Changed: {path}\n", "")
    record = tomllib.loads(path.read_text("utf-8"))
    assert [bout["done"] for bout in record["bout"]] == [7, 7, 7]
    assert record["amended"][0].utcoffset() in (timedelta(hours=1), timedelta(hours=2))
    assert "done = 7 # I lost count\n" in path.read_text("utf-8")
    assert "# Mine.\nweather = 1\n" in path.read_text("utf-8")
    assert trash(home) == [TEXT]


def test_the_editor_gets_a_copy_that_looks_like_toml_and_goes_afterwards(home: Home, path: Path) -> None:
    editor(home, put("done = 8", "done = 7"))
    log(home, "edit", finished().id)
    assert [each.suffix for each in opened(home)] == [".toml"]
    assert opened(home)[0] != path
    assert list((home.folder / "temp").iterdir()) == []


def test_visual_comes_before_editor(home: Home, path: Path) -> None:
    editor(home, put("done = 8", "done = 7"))
    home.env |= {"VISUAL": home.env["EDITOR"], "EDITOR": "nothing-like-this"}
    assert log(home, "edit", "last")[0] == f"Changed: {path}\n"


def test_an_editor_that_is_back_at_once_may_have_the_copy_open_still(home: Home, path: Path) -> None:
    """As those with a window are: without a terminal the copy stays, and it is said what to do."""
    home.env["EDITOR"] = "true"
    out, err = log(home, "edit", "last")
    (copy,) = (home.folder / "temp").glob("*/*")
    assert out == "Nothing changed.\n"
    assert err == (
        f"true was back at once. What you save in {copy} is kept there only. "
        'An editor with a window needs a word to wait, as in EDITOR="true --wait".\n'
    )
    assert (path.read_text("utf-8"), trash(home), copy.read_text("utf-8")) == (TEXT, [], TEXT)


ASKED = "Press Enter when you have saved it in true"


def test_at_a_terminal_it_is_waited_for(home: Home, path: Path) -> None:
    home.env["EDITOR"] = "true"
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        terminal.wait_for(ASKED)
        (copy,) = (home.folder / "temp").glob("*/*")
        copy.write_text(TEXT.replace("done = 8", "done = 7"), encoding="utf-8")
        terminal.press("\r")
        terminal.wait_for("Changed: ")
        assert terminal.end() == 0
    assert [bout["done"] for bout in tomllib.loads(path.read_text("utf-8"))["bout"]] == [7, 7, 7]
    assert list((home.folder / "temp").iterdir()) == []


def test_at_a_terminal_nothing_may_have_been_saved(home: Home, path: Path) -> None:
    home.env["EDITOR"] = "true"
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("\r")
        terminal.wait_for("Nothing changed.")
        assert terminal.end() == 0
    assert (path.read_text("utf-8"), list((home.folder / "temp").iterdir())) == (TEXT, [])


def test_at_a_terminal_one_need_not_wait(home: Home, path: Path) -> None:
    home.env["EDITOR"] = "true"
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("\x03")
        terminal.wait_for("Not changed: ")
        assert terminal.end() == 1
    assert len([*(home.folder / "temp").glob("*/*")]) == 1


def test_an_equal_copy_that_goes_along_is_named(home: Home, path: Path) -> None:
    twin = path.with_name("mine.toml")
    twin.write_text(TEXT, encoding="utf-8")
    editor(home, put("done = 8", "done = 7"))
    out, err = log(home, "edit", "last")
    assert (out, err) == (f"Changed: {path}\n  {twin} said the same, and is in the trash now.\n", "")
    assert trash(home) == [TEXT, TEXT]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (put("rounds = 1", "rounds = 'one'"), ":8: rounds will not do (a whole number from 1)"),
        (put("[seal]", "[sea]"), ": the seal at the end is missing"),
        (put("7f3a9c21", "7f3a9c22"), f':2: the id of a workout stays what it was (id = "{finished().id}")'),
        ("path.write_text(path.read_text('utf-8') + '[more]\\n', 'utf-8')", ": this stands behind the seal ("),
        ("path.write_bytes(b'\\xff')", ":1: this is not UTF-8 text"),
        ("path.unlink()", ": there is no file behind this name"),
    ],
)
def test_without_a_terminal_a_text_that_cannot_be_read_is_kept(home: Home, path: Path, edit: str, said: str) -> None:
    editor(home, edit)
    out, err = log(home, "edit", "last", code=1)
    copy = opened(home)[0]
    assert out == ""
    assert err.startswith(str(copy))
    assert said in err
    assert "Open it again?" not in err
    assert err.endswith(f"Not changed: {path} stays as it is. Your text is kept in {copy}.\n")
    assert copy.exists() or "unlink" in edit
    assert (path.read_text("utf-8"), trash(home)) == (TEXT, [])


def test_at_a_terminal_it_is_opened_again(home: Home, path: Path) -> None:
    """With what was typed already, and as often as it takes."""
    editor(home, put("done = 8", "done = many"), put("rounds = 1", "rounds = 0"), put("many", "6"), put(" 0", " 2"))
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        for asked in range(1, 4):
            terminal.wait(lambda asked=asked: terminal.text.count("[Y/n]") == asked, "the question")  # type: ignore[misc]
            terminal.press("\r")
        assert terminal.end() == 0
        assert f"{opened(home)[0]}:" in terminal.text
    record = tomllib.loads(path.read_text("utf-8"))
    assert ([bout["done"] for bout in record["bout"]], record["rounds"]) == ([6, 6, 6], 2)
    assert len(set(opened(home))) == 1


@pytest.mark.parametrize("key", ["n\r", "\x03", "\x04"])
def test_at_a_terminal_one_may_leave_it(home: Home, path: Path, key: str) -> None:
    editor(home, put("done = 8", "done = many"))
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        terminal.wait_for("Open it again? [Y/n]")
        terminal.press(key)
        terminal.wait_for("Your text is kept in")
        assert terminal.end() == 1
    assert (path.read_text("utf-8"), "many" in opened(home)[0].read_text("utf-8")) == (TEXT, True)


def test_ctrl_c_belongs_to_the_editor(home: Home, path: Path) -> None:
    edit = "import signal\nassert signal.getsignal(signal.SIGINT) == signal.default_int_handler\n"
    edit += "signal.signal(signal.SIGINT, lambda *_: print('mine'))\nprint('here')\nsignal.pause()\n"
    editor(home, edit + put("done = 8", "done = 7"))
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        terminal.wait_for("here")
        terminal.press("\x03")
        terminal.wait_for("Changed: ")
        assert terminal.end() == 0


def test_a_record_that_was_written_meanwhile_stays(home: Home, path: Path) -> None:
    editor(home, put("done = 8", "done = 7") + f"\nPath({str(path)!r}).write_text('theirs', 'utf-8')")
    out, err = log(home, "edit", "last", code=1)
    copy = opened(home)[0]
    assert (out, path.read_text("utf-8")) == ("", "theirs")
    assert err == f"Not changed: {path} was edited since, and stays as it is. Your text is kept in {copy}.\n"
    assert "done = 7" in copy.read_text("utf-8")


def test_a_record_that_cannot_be_read_is_mended_so(home: Home, path: Path) -> None:
    path.write_text(TEXT.replace("rounds = 1", "rounds = one"), encoding="utf-8")
    editor(home, put("= one", "= 1"))
    assert log(home, "edit", "last")[0] == f"Changed: {path}\n"
    assert tomllib.loads(path.read_text("utf-8"))["rounds"] == 1


def test_an_editor_that_gives_up_changes_nothing(home: Home, path: Path) -> None:
    """As `:cq` in vi; what was typed is kept all the same."""
    editor(home, put("done = 8", "done = 7") + "\nsys.exit(3)", "sys.exit(3)")
    err = log(home, "edit", "last", code=1)[1]
    assert err.endswith(f"ended with code 3. Your text is kept in {opened(home)[0]}.\n")
    assert log(home, "edit", "last", code=1)[1].endswith("ended with code 3.\n")
    assert path.read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-editor -w", "no-such-editor: No such file or directory (set EDITOR to the editor you like).\n"),
        ("'", "EDITOR is no command: No closing quotation (close the quote).\n"),
        ("", "There is no terminal to edit in (EDITOR may name an editor that needs none).\n"),
    ],
)
def test_without_an_editor_it_says_what_to_do(home: Home, path: Path, command: str, said: str) -> None:
    home.env["EDITOR"] = command
    assert log(home, "edit", "last", code=1) == ("", said)
    assert list((home.folder / "temp").iterdir()) == []


def test_a_terminal_has_an_editor_of_its_own(home: Home, path: Path) -> None:
    """The first of the usual ones that is there."""
    tools = home.folder / "tools"
    tools.mkdir()
    editor(home, put("done = 8", "done = 7"))
    (tools / "vi").write_text(f'#!/bin/sh\nexec {home.env.pop("EDITOR")} "$@"\n')
    (tools / "vi").chmod(0o755)
    home.env["PATH"] = str(tools)
    with Terminal(home, "log", "edit", "last", "--log-dir", str(home.log), size=(200, 40)) as terminal:
        terminal.wait_for("Changed: ")
        assert terminal.end() == 0


def test_a_file_that_is_not_of_the_log_is_left_alone(home: Home, path: Path) -> None:
    other = home.folder / "other.toml"
    other.write_text(TEXT, encoding="utf-8")
    editor(home, put("done = 8", "done = 7"))
    assert log(home, "edit", str(other), code=1) == ("", f"Not changed: {other} is not in the log ({home.log}).\n")
    assert other.read_text("utf-8") == TEXT


def test_a_past_workout_has_the_offset_of_its_day(home: Home) -> None:
    home.env["TZ"] = "Europe/Berlin"
    out, _ = log(home, "add", "hip-control", "--at", "2026-07-01 18:30")
    log(home, "add", "hip-control", "--at", "2026-01-31T18:30")
    winter, summer = home.records()
    assert f"{summer['started']} {winter['started']}" == "2026-07-01 18:30:00+02:00 2026-01-31 18:30:00+01:00"
    assert (summer["zone"], winter["zone"]) == ("Europe/Berlin", "Europe/Berlin")
    assert out.startswith("Added: Hip control, 2026-07-01 18:30, ")


def test_what_was_changed_as_json(home: Home, path: Path) -> None:
    """The editor's own words go elsewhere; what is printed is one object."""
    editor(home, put("done = 8", "done = 7"), "pass")  # which is back at once: see above
    out, _ = log(home, "edit", "last", "--json")
    assert json.loads(out) == {"format": 1, "path": str(path), "changed": True}
    out, _ = log(home, "edit", "last", "--json")
    assert json.loads(out) == {"format": 1, "path": str(path), "changed": False}


def test_what_was_deleted_as_json(home: Home, path: Path) -> None:
    """Each with where it lies now."""
    out, _ = log(home, "delete", "last", "--json")
    (gone,) = json.loads(out)["deleted"]
    assert gone["path"] == str(path)
    assert not path.exists()
    assert Path(gone["trash"]).read_text("utf-8") == TEXT


def test_a_closed_pipe_ends_it_quietly(home: Home, path: Path) -> None:
    """`log check | head -0`."""
    reader, writer = os.pipe()
    os.close(reader)
    check = command("log", "check", "--log-dir", str(home.log))
    done = subprocess.run(check, env=home.env, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert done.stderr == ""
