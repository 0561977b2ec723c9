"""Cells for spreadsheets: no text of somebody else is a formula, and every text can be had back."""

from __future__ import annotations

import pytest
from hypothesis import given
from log_evil import EVIL, had_back

from glutetimer.core.log.cells import csv_cell, harmless, json_cell


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


@given(EVIL)
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert harmless(text)[:1] not in {*"=+-@\t\r\n"}


@given(EVIL)
def test_every_text_can_be_had_back(text: str) -> None:
    assert had_back(harmless(text)) == text


def test_numbers_stay_numbers() -> None:
    """An apostrophe before one would make it a text."""
    assert [csv_cell(value) for value in (-1, 0, 2.5, 1e-7)] == ["-1", "0", "2.5", "1e-07"]


def test_what_does_not_apply_is_empty_and_truth_is_a_word() -> None:
    assert [csv_cell(value) for value in (None, True, False)] == ["", "true", "false"]


def test_lists_are_one_cell_and_no_formula_either() -> None:
    assert csv_cell(("=a", "b")) == "'=a, b"
    assert json_cell(("=a", "b")) == ["=a", "b"]
