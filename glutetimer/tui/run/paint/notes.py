"""Notes that the screen shows beside the run itself."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Notes(Struct, frozen=True):
    """Additions of the front end to a view.

    `problem` is one sentence shown at once; `told` the effect of the last key where the picture does not show it;
    `footer` holds (key, label), the least needed first; `remarks` are shown in the set-up; `quiet` where the runner has
    turned sound off; `flash` reverses the whole picture; `how` shows how the exercise is done in place of its cue;
    `covered` where a card lies over the run. `first_time`: exercises, by id, that were never done before; `failed`:
    exercise id -> the cue that went last time; `last`: what was done then.
    """

    problem: str = ""
    told: str = ""
    quiet: bool = False
    flash: bool = False
    how: bool = False
    covered: bool = False
    footer: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    first_time: frozenset[str] = frozenset()
    failed: Mapping[str, str] = field(default_factory=dict)
    last: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
