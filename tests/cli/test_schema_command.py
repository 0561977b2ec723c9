"""One command puts the schema beside a session, for editors."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.cli.commands import glutetimer

SESSION = 'format = 1\nname = "A"\n[[exercise]]\nid = "a"\nhold = 5\n'
WHOLE = (built_in_dir() / "session.schema.json").read_text("utf-8")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(SESSION, "utf-8")
    return path


def ran(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(glutetimer, ["schema", *words])
    return done.exit_code, done.stdout, done.stderr


def test_it_lies_beside_the_session_and_the_line_that_is_missing_is_told(session: Path) -> None:
    beside = session.with_name("session.schema.json")
    code, out, told = ran(str(session))
    assert (code, out) == (0, f"Written: {beside}\n")
    assert told == f"{session}:1: without a schema (write this on the first line: #:schema ./session.schema.json)\n"
    assert beside.read_text("utf-8") == WHOLE
    session.write_text("#:schema ./session.schema.json\n" + SESSION, "utf-8")
    assert ran(str(session)) == (0, f"Written: {beside}\n", "")


def test_an_older_one_is_replaced_and_what_is_none_stays(session: Path) -> None:
    beside = session.with_name("session.schema.json")
    beside.write_text('{"$schema": "old"}', "utf-8")
    assert ran(str(session))[0] == 0
    assert beside.read_text("utf-8") == WHOLE
    beside.write_text("notes", "utf-8")
    assert ran(str(session)) == (1, "", f"Not written: {beside}: another file is there.\n")
    assert beside.read_text("utf-8") == "notes"


def test_without_a_file_it_is_printed_and_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert ran() == (0, WHOLE, "")
    code, _, told = ran(str(tmp_path / "none.toml"))
    assert (code, told) == (1, f"{tmp_path / 'none.toml'}: no such file (look at the name and the folder)\n")
