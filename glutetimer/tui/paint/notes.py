"""What the screen shows beside the run itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notes:
    """What the front end adds to a view.

    `problem` is one sentence shown at once; `footer` holds (key, what it does), the least needed first;
    `remarks` are shown in the set-up; `flash` reverses the rows of the number;
    `how` shows how the exercise is done in place of its cue.
    """

    problem: str = ""
    muted: bool = False
    flash: bool = False
    how: bool = False
    footer: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
