"""Small session files for tests, and what comes of them."""

from __future__ import annotations

import pytest

from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Exercise
from glutetimer.core.text.problems import BadFile, Problem

HEAD = 'format = 1\nname = "S"\n'
#: The line on which the keys given to `exercise_text` begin.
FIRST = 5


def exercise_text(keys: str, head: str = HEAD) -> str:
    """A file of one exercise with the id `a` and these keys."""
    return f'{head}[[exercise]]\nid = "a"\n{keys}\n'


def exercise(keys: str) -> Exercise:
    """The exercise that these keys make."""
    return parse_session(exercise_text(keys), "s").exercises[0]


def problems(text: str) -> list[Problem]:
    """All problems of a text, which must have some."""
    with pytest.raises(BadFile) as caught:
        parse_session(text, "s")
    return list(caught.value.problems)


def lines(text: str) -> list[str]:
    """The same, each as `LINE: what (instead)`."""
    return [problem.at("").removeprefix(":") for problem in problems(text)]
