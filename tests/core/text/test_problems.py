"""How problems are printed."""

from __future__ import annotations

import pytest

from glutetimer.core.text.problems import BadFile, Problem


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        (Problem(3, "rest cannot be 700", "0 to 600"), "hip.toml:3: rest cannot be 700 (0 to 600)"),
        (Problem(None, "no such file", "look again"), "hip.toml: no such file (look again)"),
        (Problem(3, "no name"), "hip.toml:3: no name"),
    ],
)
def test_a_problem_names_file_and_line_and_a_way_out(problem: Problem, printed: str) -> None:
    assert problem.at("hip.toml") == printed


def test_a_bad_file_carries_its_problems_and_tells_them() -> None:
    bad = BadFile([Problem(1, "no name", "add one"), Problem(2, "no dose")])
    assert bad.problems == (Problem(1, "no name", "add one"), Problem(2, "no dose"))
    assert str(bad) == "no name (add one); no dose"
