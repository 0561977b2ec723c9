"""A bout done again: what is kept of both doings."""

from __future__ import annotations

from dataclasses import replace

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
    )


def _count(result: Result) -> float:
    """How much is known to have been done; work of which nobody knows the count is more than nothing."""
    return result.done if result.done is not None else 0.5 if did_something(result) else 0


def worse(now: Result, before: Result) -> Result:
    """Whichever holds the higher pain; the later one where both are equal."""
    return before if (before.pain or 0, bool(before.place)) > (now.pain or 0, bool(now.place)) else now


def _outcome(now: Result, before: Result, best: Result) -> Outcome:
    """A pain that stopped it and was never told, a broken form, else how the better one ended."""
    if now.outcome == "pain" or (before.outcome == "pain" and before.pain is None):
        return "pain"
    if "form-broke" in (now.outcome, before.outcome):
        return "form-broke"
    return best.outcome if best.outcome != "pain" else now.outcome
