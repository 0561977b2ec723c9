"""All sentences that a plan needs, for a voice to make before they are said."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.audio.manner import Manner
from glutetimer.core.audio.spoken_lines import USUAL, script
from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import bout_marks


def plan_sentences(plan: Plan, manner: Manner = USUAL) -> tuple[str, ...]:
    """List every sentence that a plan needs, each once, in the order of the run."""
    return tuple(dict.fromkeys(_all(plan, manner)))


def _all(plan: Plan, manner: Manner) -> Iterator[str]:
    none = (None,) * len(plan.bouts)
    for index, (before, bout) in enumerate(zip(plan.breaks, plan.bouts, strict=True)):
        resting = State(plan, none, bout=index, before=before, go=before.seconds)
        working = State(plan, none, stage="bout", bout=index, due=bout_marks(bout))
        for state in (resting, working):
            for line in script(state, 0.0, manner):
                yield from line.texts
