"""Slips of the hand get words about what was meant; tables of TOML 1.1 over several lines are read."""

from __future__ import annotations

import time
import tomllib

import pytest

from glutetimer.core.text.problems import BadFile
from glutetimer.core.toml.parse import MOST_BYTES, load_toml
from glutetimer.core.toml.slips import on_one_line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("at = 2026-11-20 18:30", "a time without seconds"),
        ("at = 2026-11-20T18:30Z", "a time without seconds"),
        ("at = 20.11.2026", "a date in another order"),
        ("at = 11/20/2026", "a date in another order"),
        ("at = 20-11-2026", "a date in another order"),
        ("at = 2026-1-5", "a date in another order"),
        ("at = 2026-13-01", "a month that does not exist"),
        ("at = 2026-11-32", "a day that does not exist"),
        ("at = 2026-11-31", "a date or time that does not exist"),
        ("at = 2026-11-20T24:00:00", "an hour that does not exist"),
        ("at = 2026-11-20T19:30:05+0000", "an offset that cannot be read"),
        ("at = 2026-11-20T19:30:05+1:00", "an offset that cannot be read"),
        ("mute = True", "yes or no in other words"),
        ("mute = yes  # please", "yes or no in other words"),
        ("<<<<<<< HEAD", "a mark that a merge has left"),
        ("=======", "a mark that a merge has left"),
        (">>>>>>> theirs", "a mark that a merge has left"),
        ("name = hello", "a value that cannot be read"),
        ('name = "a\\qb"', "a \\ that means nothing here"),
    ],
)
def test_a_slip_gets_words_about_itself(line: str, said: str) -> None:
    with pytest.raises(BadFile) as bad:
        load_toml(f"format = 1\r\n{line}\r\nlast = 1\r\n")
    (problem,) = bad.value.problems
    assert (problem.line, problem.what[: len(said)]) == (2, said)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a = {\n  x = 1,\n  y = 2\n}\nb = 3", {"a": {"x": 1, "y": 2}, "b": 3}),
        ("a = { x = [1,\n2,\n], # said }\n}\n", {"a": {"x": [1, 2]}}),
        ("a = {\r\n x = { y = 1, },\r\n}\r\n[b]\r\n", {"a": {"x": {"y": 1}}, "b": {}}),
        ('a = { x = "}\\"," , y = \'{\',\n}', {"a": {"x": '}",', "y": "{"}}),
        ('a = { x = """{\n""",\n}', {"a": {"x": "{\n"}}),
    ],
)
def test_an_inline_table_may_go_over_lines(text: str, data: object) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    assert load_toml(text) == data


def test_what_follows_such_a_table_keeps_its_line() -> None:
    with pytest.raises(BadFile) as bad:
        load_toml("a = {\n x = 1,\n}\nb = {\n}\nc = nope\n")
    assert bad.value.problems[0].line == 6


@pytest.mark.parametrize("text", ["a = 1\n", 'a = """{', "a = {", "}", "a = { x = 1 }\n", "{" * 99 + "\n"])
def test_what_has_none_stays_and_what_is_torn_is_refused(text: str) -> None:
    if "\n" in text and "{{" not in text:
        assert on_one_line(text) == text
    else:
        with pytest.raises(BadFile):
            load_toml(text)


@pytest.mark.parametrize("piece", ['"""', "'''", '"', "{", ",", "{,", "{\n", '\\"""{', "#{\n"])
def test_no_file_takes_long(piece: str) -> None:
    text = "a = {" + piece * (MOST_BYTES // len(piece) - 9)
    begun = time.process_time()
    on_one_line(text)
    assert time.process_time() - begun < 2
