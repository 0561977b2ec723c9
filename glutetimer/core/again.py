"""A bout done again: what is kept of both doings."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core.pain.places import GROIN
from glutetimer.core.record import Outcome, Result, did_something

#: Such a bout was not done before.
_LEFT_OUT = frozenset({"skipped", "not-reached"})


def merged(now: Result, before: Result | None) -> Result:
    """The better count with all that belongs to it, any broken form, the higher pain, and the rests after both."""
    if before is None or before.outcome in _LEFT_OUT:
        return now
    best = now if _count(now) >= _count(before) else before
    worst = worse(now, before)
    return replace(
        best,
        outcome=_outcome(now, before, best),
        reason=now.reason or before.reason,
        rest=before.rest,
        pain=worst.pain,
        place=worst.place,
        pain_side=worst.pain_side,
        pain_flag=worst.pain_flag,
    )


def _count(result: Result) -> float:
    """How much is known to have been done; work of which nobody knows the count is more than nothing."""
    return result.done if result.done is not None else 0.5 if did_something(result) else 0


def worse(now: Result, before: Result) -> Result:
    """Whichever holds the pain that says more; the later one where both are equal."""
    return before if weight(before) > weight(now) else now


def weight(result: Result) -> tuple[bool, bool, int, bool]:
    """How much a pain says: a warning sign most, then the groin, then how strong it is, then that it has a place."""
    flagged = result.pain_flag not in (None, "none")
    return flagged, result.place == GROIN and result.pain != 0, result.pain or 0, bool(result.place)


def _outcome(now: Result, before: Result, best: Result) -> Outcome:
    """A pain that stopped it and was never told, a broken form, else how the better one ended."""
    if now.outcome == "pain" or (before.outcome == "pain" and before.pain is None):
        return "pain"
    if "form-broke" in (now.outcome, before.outcome):
        return "form-broke"
    return best.outcome if best.outcome != "pain" else now.outcome
