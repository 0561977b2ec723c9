"""Where each key of a TOML text stands."""

from __future__ import annotations

import re
from pathlib import Path as FilePath

import pytest

import glutetimer
from glutetimer.core.toml.lines import Path, find_lines, line_of, tokens

TEXT = '''# a comment = with [marks]
name = "not # a comment"
rounds = { start = 1, most = 3 }
[[exercise]]
id = "a"
cues = [
  "one",  # [[exercise]]
  # alone
  'two',
]
dose.reps = 3
[[exercise.harder]]
cue = """
[[exercise]]
"quoted" \\""" ""
"""
"quoted.key" = 1
"back\\u0041slash" = 1
[[exercise.harder]]
cue = \'\'\'x
'y\'\'\'\'
nested = [[1, 2], [{ a = 1 }, { b = [
  3 ] }]]
when = 2026-11-20 07:32:00
[[exercise]]
[exercise.without."band"]
id = "b"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("name",), 2),
        (("rounds",), 3),
        (("rounds", "most"), 3),
        (("exercise", 0), 4),
        (("exercise", 0, "cues"), 6),
        (("exercise", 0, "cues", 0), 7),
        (("exercise", 0, "cues", 1), 9),
        (("exercise", 0, "dose"), 11),
        (("exercise", 0, "dose", "reps"), 11),
        (("exercise", 0, "harder", 0), 12),
        (("exercise", 0, "harder", 0, "cue"), 13),
        (("exercise", 0, "harder", 0, "quoted.key"), 17),
        (("exercise", 0, "harder", 0, "backAslash"), 18),
        (("exercise", 0, "harder", 1), 19),
        (("exercise", 0, "harder", 1, "cue"), 20),
        (("exercise", 0, "harder", 1, "nested", 0, 1), 22),
        (("exercise", 0, "harder", 1, "nested", 1, 1, "b", 0), 23),
        (("exercise", 0, "harder", 1, "when"), 24),
        (("exercise", 1), 25),
        (("exercise", 1, "without"), 26),
        (("exercise", 1, "without", "band"), 26),
        (("exercise", 1, "without", "band", "id"), 27),
    ],
)
def test_every_key_table_and_item_has_its_line(path: Path, line: int) -> None:
    assert find_lines(TEXT)[path] == line


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_any_system(end: str) -> None:
    lines = find_lines(TEXT.replace("\n", end))
    assert lines == find_lines(TEXT)


@pytest.mark.parametrize(
    ("path", "line"), [(("exercise", 0, "reps"), 4), (("exercise", 7), 4), (("missing",), 1), ((), 1)]
)
def test_what_is_missing_stands_with_the_table_around_it(path: Path, line: int) -> None:
    assert line_of(find_lines(TEXT), path) == line


@pytest.mark.parametrize("text", ["a =", "[", "[[", "a = [", "a = {", "= ]", "a = }", ".", "{ ] , }", '"'])
def test_a_broken_text_neither_hangs_nor_raises(text: str) -> None:
    """The parser refuses such a text first; this is only to be safe."""
    assert find_lines(text)[()] == 1


def test_the_last_piece_is_a_quote_that_is_never_closed() -> None:
    assert list(tokens("a = 'x' # y\nb = \"z\nc = 1")) == [
        ("a", 1),
        ("=", 1),
        ("'x'", 1),
        ("\n", 1),
        ("b", 2),
        ("=", 2),
        ('"', 2),
    ]


def test_no_group_is_repeated_possessively() -> None:
    """Before 3.11.5 Python gets that wrong; the machines of the other tests have newer ones."""
    package = FilePath(glutetimer.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in package.rglob("*.py")]
    assert [found for text in sources for found in re.findall(r"\)(?:[*+?]|\{\d*,?\d*\})\+.*|\(\?>.*", text)] == []
