"""Rows of the options screen for the whole session. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from glutetimer.core.plan.options import Options
from glutetimer.core.session.session import Session
from glutetimer.core.values import replace
from glutetimer.tui.options import values
from glutetimer.tui.options.state import Case
from glutetimer.tui.options.values import Named


class OptionChoice(Struct, frozen=True):
    """Row: its values with their words, and a sentence. Values with `ends` do not go round.

    `name` is its field of the options; where the row is more than that, `value` and `put` read and write it.
    """

    name: str
    label: str
    about: str
    choices: Callable[[Case], Named]
    shown: Callable[[Case], bool] | None = None
    value: Callable[[Session, Options], object] | None = None
    put: Callable[[Case, Any], Options] | None = None
    ends: bool = True

    def now(self, session: Session, options: Options) -> object:
        """Value in these options."""
        return self.value(session, options) if self.value else getattr(options, self.name)

    def take(self, case: Case, value: object) -> Options:
        """Options with another value."""
        changes: dict[str, Any] = {self.name: value}
        return self.put(case, value) if self.put else replace(case.options, **changes)

    def changed(self, case: Case) -> bool:
        """Whether the value differs from usual."""
        return self.now(case.session, case.options) != self.now(case.session, case.usual)

    def is_shown(self, case: Case) -> bool:
        """Whether there is anything to choose."""
        return self.shown is None or self.shown(case)

    def explain(self, case: Case) -> str:
        """Sentence of the row, with the usual value where it was changed."""
        if not self.changed(case):
            return self.about
        usual = replace(case, options=case.usual)
        words = dict(self.choices(usual)).get(self.now(case.session, case.usual), "")
        return f"{self.about} Usual: {words}." if words else self.about


def _itself(*words: str) -> Callable[[Case], Named]:
    return lambda case: tuple((word, word) for word in words)


#: In the order of the screen; kit comes after them, and then the band.
BEFORE_KIT: tuple[OptionChoice, ...] = (
    OptionChoice(
        "mode",
        "Mode",
        "Full: everything. Post-run, pre-run: one round, after or before a run.",
        _itself("full", "post-run", "pre-run"),
        ends=False,
    ),
    OptionChoice(
        "sets",
        "Sets",
        "As many sets of each exercise; below, each has its own.",
        values.set_choices,
        values.whole_sets,
        values.sets,
        values.put_sets,
    ),
    OptionChoice(
        "rounds",
        "Rounds",
        "How often through all exercises.",
        values.round_choices,
        values.whole_rounds,
        values.rounds,
        values.put_rounds,
    ),
    OptionChoice(
        "minutes",
        "Minutes",
        "Time at hand: what does not fit is left out from the end.",
        values.minute_choices,
    ),
    OptionChoice("rest", "Rest", "Seconds between sets.", values.rest_choices, value=values.rest, put=values.put_rest),
    OptionChoice(
        "first_side",
        "First side",
        "The leg that begins: the weaker one, if you have one.",
        _itself("left", "right"),
        values.sided,
        ends=False,
    ),
    OptionChoice("pace", "Pace", values.PACE, values.pace_choices, ends=False),
)
BAND = OptionChoice(
    "strength",
    "Band",
    "The band you use today, kept with the workout.",
    values.band_choices,
    values.band_used,
    ends=False,
)
