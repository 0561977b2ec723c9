"""A bout done again: what is kept of both doings."""

from __future__ import annotations

from glutetimer.core.pain.places import GROIN
from glutetimer.core.pain.tellings import says_pain
from glutetimer.core.record.record import MorePain, Outcome, Result, did_something
from glutetimer.core.values import replace

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


def weight(told: Result | MorePain) -> tuple[bool, bool, int, bool]:
    """How much a pain says: a warning sign most, then the groin, then how strong it is, then that it has a place."""
    flagged = told.pain_flag not in (None, "none")
    return flagged, told.place == GROIN and told.pain != 0, told.pain or 0, bool(told.place)


def beside(result: Result, more: tuple[MorePain, ...], new: MorePain) -> tuple[Result, tuple[MorePain, ...]]:
    """A bout's result with a new pain, and the pains for which it has no room. `new` has the bout's number."""
    old = MorePain(new.bout, result.pain, result.place, result.pain_side, result.pain_flag)
    mine = with_pain(with_pain(tuple(one for one in more if one.bout == new.bout), old), new)
    most = max(reversed(mine), key=weight, default=new if result.pain is None else old)  # the latest of equal ones
    others = (one for one in mine if one is not most)
    kept = (*(one for one in more if one.bout != new.bout), *others)
    told = {"pain": most.pain, "place": most.place, "pain_side": most.pain_side, "pain_flag": most.pain_flag}
    return replace(result, **told), kept  # type: ignore[arg-type]


def with_pain(more: tuple[MorePain, ...], new: MorePain) -> tuple[MorePain, ...]:
    """The pains and a new one, but for those that say nothing more than another one; 0 is none."""
    if not says_pain(new) or any(_covers(one, new) for one in more):
        return more
    return (*(one for one in more if not _covers(new, one)), new)


def _covers(one: MorePain, other: MorePain) -> bool:
    """Whether `one` says all that `other` does: what is unknown in it is unknown, or told, in `one`."""
    pairs: tuple[tuple[object, object], ...] = ((one.pain, other.pain), (one.place, other.place))
    pairs += ((one.pain_side, other.pain_side), (one.pain_flag, other.pain_flag))
    return one.bout == other.bout and all(theirs in (None, "", mine) for mine, theirs in pairs)


def _outcome(now: Result, before: Result, best: Result) -> Outcome:
    """A pain that stopped it and was never told, a broken form, else how the better one ended."""
    if now.outcome == "pain" or (before.outcome == "pain" and before.pain is None):
        return "pain"
    if "form-broke" in (now.outcome, before.outcome):
        return "form-broke"
    return best.outcome if best.outcome != "pain" else now.outcome
