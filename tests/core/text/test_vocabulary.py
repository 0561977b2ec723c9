"""Bands, postures, sides and outcomes have their words in one place, and each of them has some."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from typing import get_args

import pytest

from glutetimer.core.plan.options import Mode
from glutetimer.core.record.record import CountedBy, HarderSide, Outcome, PainSide
from glutetimer.core.session.session import Band, Direction, Posture, Side
from glutetimer.core.text.vocabulary import (
    BANDS,
    COUNTERS,
    DIRECTIONS,
    HARDER,
    MODES,
    OUTCOMES,
    PAIN_SIDES,
    POSTURES,
    SIDES,
    lettered,
    pain_side,
)
from tests.helpers.paths import TOP

VOCABULARY = TOP / "glutetimer" / "core" / "text" / "vocabulary.py"
KINDS = (Band, Posture, Direction, Side, HarderSide, PainSide, Outcome, CountedBy, Mode)
WORDS = tuple(frozenset[str](get_args(kind)) for kind in KINDS)


@pytest.mark.parametrize(
    ("table", "kind"),
    list(zip((BANDS, POSTURES, DIRECTIONS, SIDES, HARDER, PAIN_SIDES, OUTCOMES, COUNTERS, MODES), KINDS, strict=True)),
)
def test_everything_there_is_has_its_words(table: Collection[str], kind: object) -> None:
    assert set(table) == set(get_args(kind))


def test_only_left_and_right_have_a_letter() -> None:
    assert {side: lettered(side) for side in SIDES} == {"left": "L ", "right": "R ", "both": "", "alternate": ""}


@pytest.mark.parametrize(
    ("word", "side"),
    [("l", "left"), ("right", "right"), ("m", "both"), ("both", "both"), ("middle", "both"), ("", None), ("x", None)],
)
def test_a_typed_side_is_understood(word: str, side: PainSide | None) -> None:
    assert pain_side(word) == side


def tables_of_words(text: str) -> Iterator[str]:
    """What is in a module beside the vocabulary: tables that say how two or more of one kind are called."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Dict) and all(isinstance(value, ast.Constant) for value in node.values):
            keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
            words = {value.value for value in node.values if isinstance(value, ast.Constant)}
            texts = all(isinstance(word, str) for word in words)
            if texts and any(len(keys) > 1 and keys <= kind and not words <= kind for kind in WORDS):
                yield ast.unparse(node)


def test_nowhere_else_is_a_table_of_these_words() -> None:
    """A class for the report's colours and the words of one cell are no such table."""
    found = {
        table
        for path in sorted((TOP / "glutetimer").rglob("*.py"))
        if path != VOCABULARY
        for table in tables_of_words(path.read_text("utf-8"))
    }
    assert found == {"{'left': 'left side working', 'right': 'right side working'}"}


def test_a_second_table_is_found() -> None:
    assert [*tables_of_words('BANDS = {"none": "off", "laces": "round the laces"}')] != []
    assert [*tables_of_words('OTHER = {"left": "right", "right": "left"}')] == []
