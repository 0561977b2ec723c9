"""Sentences about the balance: how things go, and what to try. Never a diagnosis."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.core.log.balance import EVEN, FEW, MARKED, STEADY, Balance, Harder, SideTotal
from glutetimer.core.session.session import Kind
from glutetimer.core.text.english import count

#: Stands below every balance.
VERDICT = "A trend, not a verdict."


def sentences(now: Sequence[Balance], weeks: int) -> tuple[str, ...]:
    """Write up to three sentences on the last `weeks` weeks, beside as many before them."""
    known = [one for one in now if one.gap is not None]
    if not now:
        return ("No exercise was done on each side yet.",)
    if not known:
        little = f"Too little to compare: it takes {FEW} confirmed workouts on each side."
        return (little, *filter(None, (_felt_in(now),)))
    widest = max(known, key=lambda one: abs(one.gap or 0.0))
    if abs(widest.gap or 0.0) < MARKED:
        felt = _felt_in(now)
        return (f"{_counted_alike(known)} {felt}" if felt else _even(known), *_way(widest, weeks), *_begin(_side(now)))
    agreed = widest.felt in (None, widest.less)
    return (_less(widest), *_way(widest, weeks), *_begin(widest.less if agreed else None))


def _even(known: Sequence[Balance]) -> str:
    if all(one.all_done for one in known):
        return "Both sides did all that was planned, so the counts cannot differ."
    return "Left and right are about even."


def _counted_alike(known: Sequence[Balance]) -> str:
    if all(one.all_done for one in known):
        return "Both sides did all that was planned, so counts cannot tell them apart."
    return f"Counted, the sides differ by less than {MARKED:.0f} %."


def _begin(side: str | None) -> tuple[str, ...]:
    return (f"Begin with the {side}.",) if side else ()


def _side(now: Sequence[Balance]) -> str | None:
    """Side that was harder wherever one was; None where there is none, or not everywhere the same."""
    told = {one.felt for one in now if one.harder.side or one.broke}
    return told.pop() if len(told) == 1 else None


def _felt_in(now: Sequence[Balance]) -> str:
    """Say what was felt, where it is clear: the answers, and where form broke more often on a side."""
    said = max((one for one in now if one.harder.side), key=lambda one: one.harder.asked, default=None)
    broke = max((one for one in now if one.broke), key=lambda one: _breaks(one), default=None)
    words = []
    if said is not None:
        words.append(f"You found the {said.harder.side} harder {_of_asked(said.harder)}.")
    if broke is not None:
        more, less = sorted((broke.left.form_breaks, broke.right.form_breaks), reverse=True)
        words.append(f"Form broke more on the {broke.broke} in {broke.name}: {more} to {less}.")
    return " ".join(words)


def _breaks(one: Balance) -> int:
    return max(one.left.form_breaks, one.right.form_breaks)


def _of_asked(harder: Harder) -> str:
    return f"{max(harder.left, harder.right)} of {count(harder.asked, 'time')}"


def left_out(unconfirmed: int, uncounted: int = 0) -> str:
    """ "Counts nobody confirmed are left out (3 workouts).", "" where there are none."""
    said = [f"Counts nobody confirmed are left out ({count(unconfirmed, 'workout')})."] if unconfirmed else []
    said += [f"What nobody counted is left out ({count(uncounted, 'workout')})."] if uncounted else []
    return " ".join(said)


def detail(one: Balance) -> tuple[str, ...]:
    """Describe both sides of an exercise: "Left: 180 of 180 reps in 12 sets of 4 workouts, form broke 0 times."."""
    lines = []
    for name, side in (("Left", one.left), ("Right", one.right)):
        did = f"{name}: {side.clean:,} of {_amount(side.target, one.kind)} in {count(side.bouts, 'set')}"
        did += f" of {count(side.workouts, 'workout')}{_skipped(side.skipped, one.kind)}"
        lines.append(f"{did}{_broke(side)}{_pains(side.pains)}.")
    if one.all_done:
        lines.append("All as planned: the counts cannot differ.")
    said = one.harder
    if said.asked:
        lines.append(_felt(said))
    if one.was is not None:
        lines.append(f"In as many weeks before: {one.before.removeprefix('was ')}.")
    if one.unconfirmed:
        lines.append(f"Left out: {count(one.unconfirmed, 'workout')} that nobody confirmed.")
    if one.pained:
        lines.append(f"Left out: {count(one.pained, 'workout')} in which it hurt and not all was done.")
    if one.uncounted:
        lines.append(f"Left out: {count(one.uncounted, 'workout')} in which nobody counted.")
    return tuple(lines)


def _felt(said: Harder) -> str:
    """How often each side was felt to be harder: "You found the left harder 5 times, both equal once."."""
    found = ((f"the {side} harder", number) for side, number in (("left", said.left), ("right", said.right)))
    told = [f"{what} {_times(number)}" for what, number in (*found, ("both equal", said.same)) if number]
    return f"You found {', '.join(told)}."


def _times(number: int) -> str:
    return "once" if number == 1 else count(number, "time")


def _less(one: Balance) -> str:
    side = one.less or "left"
    harder = one.harder.left if side == "left" else one.harder.right
    said = f", and was said to be harder after {harder} of {count(one.harder.asked, 'workout')}" if harder else ""
    if one.harder.side not in (None, side):
        said = f", though you found the {one.harder.side} harder {_of_asked(one.harder)}"
    return f"The {side} side did less in {one.name}{said}."


def _way(one: Balance, weeks: int) -> tuple[str, ...]:
    """Say where the gap is going, if it was known before."""
    then, now = one.was, one.gap
    if then is None or now is None or max(abs(then), abs(now)) < MARKED:
        return ()
    earlier = f"in the {count(weeks, 'week')} before"
    if abs(then) < EVEN:
        return (f"The sides were even in {one.name} {earlier}.",)
    if then * now < 0 and abs(now) >= EVEN:
        return (f"It was the other side {earlier}: {_of(then)} then, {_of(now)} now.",)
    change = abs(now) - abs(then)
    if abs(change) < STEADY:
        return (f"The gap in {one.name} is about what it was {earlier}: {abs(now):.0f} %.",)
    way = "closing" if change < 0 else "growing"
    return (f"The gap in {one.name} is {way}: {abs(then):.0f} % {earlier}, {abs(now):.0f} % now.",)


def _of(gap: float) -> str:
    return f"{'right' if gap > 0 else 'left'} {abs(gap):.0f} % less"


def _amount(much: int, kind: Kind) -> str:
    return f"{much:,} s" if kind == "hold" else count(much, "rep")


def _skipped(much: int, kind: Kind) -> str:
    return f" ({_amount(much, kind)} left out)" if much else ""


def _broke(side: SideTotal) -> str:
    if not side.bouts:
        return ""
    often = {0: "held", 1: "broke once"}.get(side.form_breaks, f"broke {count(side.form_breaks, 'time')}")
    return f", form {often}"


def _pains(workouts: int) -> str:
    return f", pain in {count(workouts, 'workout')}" if workouts else ""
