"""Cells for spreadsheets: no text of somebody else is a formula, and every text can be had back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from glutetimer.core.export.csv import csv_cell, harmless, json_cell
from tests.helpers.hostile import EVIL, had_back


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u00a0=1", "\u3000@x", '"=1', "'=1", " '\" =1",
        "＝1", "＋1", "－1", "＠x", "−1", "“=1", "\u200b=1", "\x00=1", '=cmd|"/c calc"!A1', "-03:00", " \t",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "Knee – left", "– a dash", "'tis", '"so"', "1", "«»", " "])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=1+1", "a;'=1+1"), ("a; =1", "a;' =1"), ('a;"=1', "a;'\"=1"), ("a|@x", "a|'@x"), ("a\t+1", "a\t'+1"),
        ("a;b;-1", "a;b;'-1"), ("=1;=2", "'=1;'=2"), ("left; right", "left; right"), ("a,=1", "a,=1"),
    ],
)  # fmt: skip
def test_a_reader_that_splits_elsewhere_finds_no_formula_either(text: str, cell: str) -> None:
    """At semicolons, where numbers are written 1,5. Commas are inside of quotes."""
    assert harmless(text) == cell


@given(EVIL)
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    for part in re.split(r"[;|]", harmless(text)):
        assert part[:1] not in {*"=+-@\t\r\n"}


@given(EVIL)
def test_every_text_can_be_had_back(text: str) -> None:
    assert had_back(harmless(text)) == text


def test_numbers_stay_numbers() -> None:
    """An apostrophe before one would make it a text."""
    assert [csv_cell(value) for value in (-1, 0, 2.5, 1e-7)] == ["-1", "0", "2.5", "1e-07"]


def test_what_does_not_apply_is_empty_and_truth_is_a_word() -> None:
    assert [csv_cell(value) for value in (None, True, False)] == ["", "true", "false"]


def test_a_name_of_a_file_does_nothing_to_a_terminal() -> None:
    """For programs, JSON has it as it is."""
    assert csv_cell("a\x1b[2J\u202eb.toml") == "a[2Jb.toml"
    assert json_cell("a\x1b[2J.toml") == "a\x1b[2J.toml"


def test_lists_are_one_cell_and_no_formula_either() -> None:
    assert csv_cell(("=a", "b")) == "'=a, b"
    assert json_cell(("=a", "b")) == ["=a", "b"]
