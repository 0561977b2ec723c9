"""Whatever the text: a session or problems with lines, nothing else, and soon."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Session
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile, Problem
from tests.helpers.effort import MOST_EFFORT, effort
from tests.helpers.paths import TOP

SESSIONS = TOP / "sessions"
BUILT_IN = [path.read_text(encoding="utf-8") for path in sorted(SESSIONS.glob("*.toml"))]
#: What tends to matter to a parser: marks, odd values, keys and headings in the wrong place.
MARKS = [*"\"'\\#=[]{},.\n \x00\x1b\u202e\ufeff\ud800", '"""', "'''"]
VALUES = [
    *("true", "nan", "-inf", "0", "-1", "1e400", "9" * 50, "2026-11-20", '"10"', '""', "[1]", "[]", "{}"),
    *("{ start = 9, to = 1 }", "{ start = 9, most = 1 }", '"\\u001b"', '["left", "left"]', '"each"', "3"),
]
PARTS = [
    *("[[exercise]]\n", "[exercise]\n", "[exercise.without.band]\n", "[[exercise.harder]]\n", 'id = "squat"\n'),
    *('sides = "each"\n', "reps = 1\n", "hold = 1\n", "sets = 2\n", 'order = "circuit"\n', "format = 1\n"),
]
BITS = [*MARKS, *VALUES, *PARTS]
FEW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def problems(text: str) -> tuple[Problem, ...]:
    """The problems of a text; none if it is a session."""
    try:
        assert isinstance(parse_session(text, "s"), Session)
    except BadFile as bad:
        return bad.problems or (Problem(0, "a bad file without a problem"),)
    return ()


def comes_to_an_end(text: str) -> None:
    """The text makes a session, or problems in order of lines that it has."""
    found = problems(text)
    lines = [problem.line for problem in found if problem.line is not None]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
    assert all(clean(str(problem)) == str(problem) for problem in found)


@FEW
@given(st.text())
def test_any_text(text: str) -> None:
    comes_to_an_end(text)


@FEW
@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_any_heap_of_toml(text: str) -> None:
    comes_to_an_end(text)


@FEW
@given(st.data())
def test_a_built_in_file_with_some_edits(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(BUILT_IN))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 40))
        text = text[:start] + data.draw(st.sampled_from(["", *BITS])) + text[start + gone :]
    comes_to_an_end(text)


@FEW
@given(st.data())
def test_a_built_in_file_with_another_value_somewhere(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(BUILT_IN)).split("\n")
    index = data.draw(st.sampled_from([index for index, line in enumerate(lines) if " = " in line]))
    key = lines[index].split(" = ")[0]
    lines[index] = f"{key} = {data.draw(st.sampled_from(VALUES))}"
    comes_to_an_end("\n".join(lines))


MANY = {
    "unknown keys": "".join(f"tampo{index} = 1\n" for index in range(4700)),
    "exercises": "[[exercise]]\n" * 5000,
    "wrong types": '[[exercise]]\nid=1\nreps="a"\ntampo=3\n' * 1700,
    "variants": "[[exercise]]\n[[exercise.harder]]\n" * 1900,
    "substitutes": "[[exercise]]\n" + "".join(f"[exercise.without.a{index}]\n" for index in range(2500)),
    "cues": "[[exercise]]\ncues = [" + "1," * 30_000 + "]",
    "directions": "[[exercise]]\ndirections = [" + '"left",' * 9000 + "]",
    "either": "[[exercise]]\nneeds = ['" + "a or " * 12_000 + "']",
    "a long name": f"[[exercise]]\n[exercise.without.'{'a' * 30_000}']\n"
    + "".join(f"a{index} = 1\n" for index in range(3000)),
    "quoted keys": "".join(f'"\\u0041{index}" = 1\n' for index in range(4000)),
    "dotted keys": "\n".join(f"{'.'.join('abcdefghijklmno')}{index} = 1" for index in range(1700)),
    "blanks": "name = '" + " \t" * 30_000 + "'",
}


@pytest.mark.parametrize("text", MANY.values(), ids=MANY.keys())
def test_many_problems_do_not_take_long(text: str) -> None:
    """Each takes about a second of a slow machine at most; what is quadratic would take many times as much."""
    assert effort(lambda: comes_to_an_end(text)) < MOST_EFFORT
