"""Pain that was told by mistake, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from glutetimer.core.afterwards import afterwards
from glutetimer.core.record import BoutRecord, MorePain, Outcome, Workout


def is_hurt(bout: BoutRecord) -> bool:
    """Whether pain was told at the bout, with a number or without."""
    result = bout.result
    return result is not None and (result.outcome == "pain" or result.pain is not None or bool(result.place))


def unhurt(bout: BoutRecord) -> BoutRecord:
    """The bout without its pain. What was stopped for it is short, or done where nothing was left to do."""
    result = bout.result
    if result is None or not is_hurt(bout):
        return bout
    outcome: Outcome = result.outcome
    if outcome == "pain":
        outcome = "short" if result.done is None or result.done < bout.target else "done"
    return replace(bout, result=replace(result, outcome=outcome, pain=None, place="", pain_side=None, pain_flag=None))


def with_bouts(
    workout: Workout, bouts: tuple[BoutRecord, ...], more_pain: tuple[MorePain, ...] | None = None
) -> Workout:
    """The workout with other bouts, and with what else was told at them (`more_pain`; as it is where not given).

    Its pain follows them, where it was the worst of theirs and of that afterwards, and is never less. A bout whose pain
    was taken back has none beside it either.
    """
    told = afterwards(workout)
    after = told.score if told else None
    known = workout.more_pain if more_pain is None else more_pain
    more = tuple(one for one in known if one.bout is None or one.bout > len(bouts) or is_hurt(bouts[one.bout - 1]))
    pain, worst = workout.pain, _worst(bouts, more, after)
    if pain == _worst(workout.bouts, workout.more_pain, after) or (worst or 0) > (pain or 0):
        pain = worst
    return replace(workout, bouts=bouts, more_pain=more, pain=pain)


def _worst(bouts: Iterable[BoutRecord], more: Iterable[MorePain], after: int | None) -> int | None:
    pains = [bout.result.pain for bout in bouts if bout.result is not None]
    pains += [one.pain for one in more]
    return max((pain for pain in (after, *pains) if pain is not None), default=None)
