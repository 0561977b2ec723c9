"""Change what is wrong in a record's text, and leave everything else in it as a person wrote it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from glutetimer.core.log.comments import comments
from glutetimer.core.log.corrections import corrected, corrections, same
from glutetimer.core.log.record_edit import edited_record
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.record import Workout
from glutetimer.core.record_load import MOST_BYTES, load_record
from glutetimer.core.record_text import clean_workout
from glutetimer.core.toml_lines import find_lines
from glutetimer.core.toml_text import load_toml

_SEAL = "seal"
_NOT_HERE = Problem(None, "written in a form that cannot be changed here", "change it by hand")


def amended_text(text: str, before: Workout, after: Workout, at: datetime) -> str:
    """The text of the record `before` with the values in which `after` differs, and `at` added to its `amended`.

    Comments, unknown keys, order, line ends and a byte order mark stay. The text is read back before it is given.
    Raises BadFile (a ValueError) where that cannot be done, with what stands in the way; ValueError where `after` is
    no state of the same workout.
    """
    wanted = clean_workout(replace(after, amended=(*after.amended, at)))
    changes = corrections(before, wanted)
    data = load_toml(text, MOST_BYTES)
    refuse_unsealed(text)
    try:
        out = edited_record(text, changes)
        found = load_record(out)
    except Exception:  # the library trips over odd files in many ways
        raise BadFile([_NOT_HERE]) from None
    is_as_wanted = found == wanted and same(load_toml(out, MOST_BYTES), corrected(data, changes))
    if not is_as_wanted or Counter(comments(text)) - Counter(comments(out)):
        raise BadFile([_NOT_HERE])
    refuse_unsealed(out)
    return out


def refuse_unsealed(text: str) -> None:
    """Raise BadFile where the seal is not the last table of a record that can be read."""
    where = find_lines(text.removeprefix("\ufeff"))
    seal = where.get((_SEAL,), 0)
    behind = [line for path, line in where.items() if path[:1] != (_SEAL,) and line > seal]
    if behind:
        instead = "move [seal] to the end: it shows that nothing is missing"
        raise BadFile([Problem(min(behind), "this stands behind the seal", instead)])
