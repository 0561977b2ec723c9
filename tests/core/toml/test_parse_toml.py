"""What cannot be read as TOML is told with its line and a way out, and never takes long."""

from __future__ import annotations

import contextlib

import pytest

from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.parse import MOST_BYTES, MOST_NESTED, MOST_PARTS, load_toml
from tests.helpers.effort import MOST_EFFORT, effort


def problem_in(text: str, most_bytes: int = MOST_BYTES) -> Problem:
    with pytest.raises(BadFile) as caught:
        load_toml(text, most_bytes)
    (problem,) = caught.value.problems
    return problem


def test_good_text_comes_back_as_data() -> None:
    assert load_toml('a = 1\r\n[b]\nc = ["x"]') == {"a": 1, "b": {"c": ["x"]}}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert load_toml("\ufeffa = 1") == {"a": 1}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("rest", "a key without ="),
        ("größe = 1", "a key without ="),
        ("= 3", "neither a key"),
        ("[]", "neither a key"),
        ('a = "x', "a text does not end on its line"),
        ("a = 'x", "a text never ends"),
        ('a = "\\q"', "a \\ that means nothing here"),
        ('a = "\\uZZZZ"', "a \\ that means nothing here"),
        ('a = "\x07"', "a character that may not stand here"),
        ("a = each", "a value that cannot be read"),
        ("a = “x”", "a value that cannot be read"),
        ("a = [1 2]", "a list is not closed"),
        ("a = { b = 1 c = 2 }", "a { is not closed"),
        ("a = 1 b = 2", "more than one thing on the line"),
        ("a = 2026-02-31", "a date or time that does not exist"),
        ("[a", "a table heading that is not closed"),
        ("[[a]", "a table heading that is not closed"),
        ("top = 2", "this key stands here a second time"),
        ("a = { b = 1, b = 2 }", "this key stands here a second time"),
        ("a = " + "9" * 5000, "a number far too long"),
    ],
)
def test_broken_toml_is_told_with_its_line(line: str, what: str) -> None:
    problem = problem_in(f"# first\ntop = 1\n{line}\nz = 1\n")
    assert problem.line == 3
    assert problem.what.startswith(what)
    assert problem.instead


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("[a]\nx = 1\n[a]\n", 3, "this heading stands here a second time"),
        ("a = {}\na.b = 1\n", 2, "this table was already written elsewhere"),
        ('a = "x', 1, "a text never ends"),
        ("a = 1\nb = 'x", 2, "a text never ends"),
        ("a = 1\nb = 'x\nc = 'y'", 2, "a text does not end on its line"),
        ('a = 1\nb = """x\ny = "z"\n\n', 2, "a text never ends"),
        ("a = 1\nb = '''x\ny\n\n", 2, "a text never ends"),
        ("a = 1\nb = [1,\n\n", 2, "a value that cannot be read"),
    ],
)
def test_broken_toml_over_several_lines(text: str, line: int, what: str) -> None:
    problem = problem_in(text)
    assert (problem.line, problem.what) == (line, what)


def test_too_long_a_text_is_refused_by_its_bytes() -> None:
    assert load_toml("# " + "x" * 8, most_bytes=10) == {}
    assert problem_in("# " + "ü" * 8, most_bytes=10) == problem_in("#" * 11, most_bytes=10)
    assert problem_in("#" * (MOST_BYTES + 1)).what == "over 64 KiB, more than is read"


def test_a_lone_surrogate_is_no_reason_to_stop() -> None:
    assert load_toml('a = "\ud800"') == {"a": "\ud800"}


@pytest.mark.parametrize("text", ["{} = 1", "[{}]", "[[{}]]", "a = {{ {} = 1 }}"])
def test_a_key_may_have_some_parts_and_not_many(text: str) -> None:
    assert load_toml(text.format(".".join("k" * (MOST_PARTS - 4))))
    problem = problem_in("\n" + text.format(".".join("k" * (MOST_PARTS + 1))))
    assert (problem.line, problem.what) == (2, f"a key of more than {MOST_PARTS} parts")


def test_dots_that_are_no_key_are_no_matter() -> None:
    dots = "." * 100
    text = f'a = "{dots}" # {dots}\nb = [{", ".join(["1.5"] * 50)}]'
    assert load_toml(text) == {"a": dots, "b": [1.5] * 50}


@pytest.mark.parametrize("levels", [MOST_NESTED + 1, 500, 30_000])
def test_absurd_nesting_is_told_with_its_line(levels: int) -> None:
    problem = problem_in("top = 1\na = " + "[" * levels + "]" * levels)
    assert problem == Problem(2, "tables or lists lie in each other too deeply", "at most 32 levels")


def test_the_line_of_absurd_nesting_is_the_first_that_goes_too_far() -> None:
    most, more = ("[" * levels + "]" * levels for levels in (MOST_NESTED, MOST_NESTED + 1))
    assert problem_in(f"a = {most}\nb = {more}").line == 2


def test_nesting_by_dots_in_braces_is_found_too() -> None:
    dotted = ".".join("k" * 10)
    problem = problem_in(f"{dotted} = {{ {dotted} = {{ {dotted} = {{ {dotted} = 1 }} }} }}")
    assert problem.what == "tables or lists lie in each other too deeply"


@pytest.mark.parametrize(
    "text",
    [
        ".".join("k" * 32_000) + " = 1",
        f"[{'.'.join('k' * 15)}]\n" + "".join(f"{'.'.join('k' * 15)}{i} = 1\n" for i in range(1400)),
        '"""\n' + '\\"""\n' * 10_000 + "." * 50,
        "a = " + "[" * 65_000,
        "a = " + "{a=" * 20_000,
        'a = "' + "\\n" * 30_000 + '"',
    ],
    ids=["dotted", "header and keys", "open quotes", "brackets", "braces", "escapes"],
)
def test_no_text_takes_long(text: str) -> None:
    """These would take many times as much with a step that is quadratic."""

    def load() -> None:
        with contextlib.suppress(BadFile):
            load_toml(text)

    assert effort(load) < MOST_EFFORT
