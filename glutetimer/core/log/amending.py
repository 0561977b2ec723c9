"""Change what is wrong in a record's text, and leave everything else in it as a person wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from glutetimer.core.log.amended_text import written
from glutetimer.core.log.amends import Amends, amended_data, amends
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.record import Workout
from glutetimer.core.record_load import MOST_BYTES, load_record
from glutetimer.core.record_text import clean_workout
from glutetimer.core.toml_lines import find_lines
from glutetimer.core.toml_text import load_toml

SEAL = "seal"
_NOT_HERE = Problem(None, "written in a form that cannot be changed here", "change it by hand")


def amended_text(text: str, before: Workout, after: Workout, at: datetime) -> str:
    """The text of the record `before` with the values in which `after` differs, and `at` among its `amended`.

    Comments, unknown keys, order, a byte order mark and line ends stay. The text is read back before it is given.
    Raises BadFile (a ValueError) where that cannot be done, with what stands in the way.
    """
    wanted = clean_workout(replace(after, amended=(*after.amended, at)))
    changes = amends(before, wanted)
    data = load_toml(text, MOST_BYTES)
    refuse_unsealed(text)
    try:
        out = written(text, data, changes)
    except Exception:  # the library trips over odd files in many ways
        raise BadFile([_NOT_HERE]) from None
    _read_back(data, out, changes, wanted)
    return out
