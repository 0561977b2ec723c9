"""A bout done again: how its two results become one."""

from __future__ import annotations

from glutetimer.core.pain.body_places import GROIN
from glutetimer.core.pain.tellings import says_pain
from glutetimer.core.record.record import MorePain, Outcome, Result, did_something
from glutetimer.core.values import replace

#: Outcomes of a bout that was not done.
_LEFT_OUT = frozenset({"skipped", "not-reached"})


def merged(now: Result, before: Result | None) -> Result:
    """Join both results of a bout: the better count with all that belongs to it, any broken form, the higher pain,
    both rests."""
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
    """Rank how much is known to have been done; work without a known count is more than nothing."""
    return result.done if result.done is not None else 0.5 if did_something(result) else 0


def worse(now: Result, before: Result) -> Result:
    """Pick the result whose pain says more; the later one where both are equal."""
    return before if weight(before) > weight(now) else now


def weight(told: Result | MorePain) -> tuple[bool, bool, int, bool]:
    """Rank how much a pain says: a warning sign most, then the groin, its strength, and whether it has a place."""
    flagged = told.pain_flag not in (None, "none")
    return flagged, told.place == GROIN and told.pain != 0, told.pain or 0, bool(told.place)


def beside(result: Result, more: tuple[MorePain, ...], new: MorePain) -> tuple[Result, tuple[MorePain, ...]]:
    """Add a pain to a bout's result; return it with the pains that it has no room for. `new` has the bout's number."""
    old = MorePain(new.bout, result.pain, result.place, result.pain_side, result.pain_flag)
    mine = with_pain(with_pain(tuple(one for one in more if one.bout == new.bout), old), new)
    most = max(reversed(mine), key=weight, default=new if result.pain is None else old)  # the latest if equal
    others = (one for one in mine if one is not most)
    kept = (*(one for one in more if one.bout != new.bout), *others)
    told = {"pain": most.pain, "place": most.place, "pain_side": most.pain_side, "pain_flag": most.pain_flag}
    return replace(result, **told), kept  # type: ignore[arg-type]


def with_pain(more: tuple[MorePain, ...], new: MorePain) -> tuple[MorePain, ...]:
    """Add a pain to the others and drop those that say nothing more than another; 0 is no pain."""
    if not says_pain(new) or any(_covers(one, new) for one in more):
        return more
    return (*(one for one in more if not _covers(new, one)), new)


def _covers(one: MorePain, other: MorePain) -> bool:
    """Whether `one` says all that `other` says: where `other` says nothing, `one` may say anything."""
    pairs: tuple[tuple[object, object], ...] = ((one.pain, other.pain), (one.place, other.place))
    pairs += ((one.pain_side, other.pain_side), (one.pain_flag, other.pain_flag))
    return one.bout == other.bout and all(theirs in (None, "", mine) for mine, theirs in pairs)


def _outcome(now: Result, before: Result, best: Result) -> Outcome:
    """Pick the outcome: pain that stopped the bout (before: without an answer), a broken form, else that of the
    better count."""
    if now.outcome == "pain" or (before.outcome == "pain" and before.pain is None):
        return "pain"
    if "form-broke" in (now.outcome, before.outcome):
        return "form-broke"
    return best.outcome if best.outcome != "pain" else now.outcome
