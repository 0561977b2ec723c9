"""Left against right: what was done on each side of an exercise, and what that shows. A trend, not a verdict.

The gap follows the limb symmetry index (the weaker side as a share of the stronger one; Noyes et al. 1991, Am J
Sports Med 19:513), with what was done of the plan on each side, because doses that differ on purpose are no gap.
Only workouts in which both sides were done are compared, and only where all of that is evidence: correcting the one
bout that went wrong must not make a side look weak. A bout that was left out on one side counts there as not done. A
workout in which the exercise hurt and not all of it was done is no evidence: pain is no weakness, and a runner who
spares the leg that hurts leaves out the other leg. This program itself chose where the gap begins to mean something
(`EVEN`, `MARKED`, `FEW`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from glutetimer.core.log.forms import Form, form_key
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.session.session import Kind
from glutetimer.core.values import replace

#: Percent. Below EVEN the sides are even; from MARKED on a gap is worth a sentence.
EVEN, MARKED = 5.0, 10.0
#: Fewer workouts than this on a side prove nothing.
FEW = 3
#: A gap that changed by fewer points than this is about the same.
STEADY = 3.0

OneSide = Literal["left", "right"]


class SideTotal(Struct, frozen=True):
    """Sums of one side: `clean` reps or seconds of `target` planned, in `bouts` bouts of `workouts` workouts.

    `skipped` of the target were in bouts left out on this side alone. `form_breaks` bouts ended for form; `pains`
    workouts, compared or not, had pain on this side. `seconds` worked.
    """

    workouts: int = 0
    bouts: int = 0
    target: int = 0
    clean: int = 0
    seconds: float = 0.0
    form_breaks: int = 0
    skipped: int = 0
    pains: int = 0

    @property
    def share(self) -> float:
        """Share of the plan that was done, 1.0 where all of it was."""
        return self.clean / self.target if self.target else 0.0


class Harder(Struct, frozen=True):
    """Counts how often the runner named each side as the harder one."""

    left: int = 0
    right: int = 0
    same: int = 0

    @property
    def asked(self) -> int:
        """How often the runner answered."""
        return self.left + self.right + self.same

    @property
    def side(self) -> OneSide | None:
        """Side that was clearly harder, by what the runner said."""
        return clearly(self.left, self.right)


def clearly(left: int, right: int) -> OneSide | None:
    """Side that was named FEW times or more, and at least twice as often as the other."""
    if max(left, right) < FEW or max(left, right) < 2 * min(left, right):
        return None
    return "left" if left > right else "right"


class Balance(Struct, frozen=True):
    """One form of an exercise (`SideRow.form`), under its latest name.

    `unconfirmed` workouts hold bouts of it that only the program counted, `uncounted` workouts some that nobody
    counted: they are in no sum, nor are `pained` workouts, in which it hurt and not all was done. `was` is the gap
    in as many weeks before, None where it is unknown.
    """

    exercise: str
    name: str
    kind: Kind
    left: SideTotal
    right: SideTotal
    harder: Harder
    unconfirmed: int = 0
    was: float | None = None
    uncounted: int = 0
    form: str | None = ""
    pained: int = 0

    @property
    def key(self) -> tuple[str, Form, Kind]:
        """Exercise, form and kind that identify it."""
        return (self.exercise, form_key(self.form, self.name), self.kind)

    @property
    def few(self) -> bool:
        """Whether too little was done to compare."""
        return min(self.left.workouts, self.right.workouts) < FEW

    @property
    def gap(self) -> float | None:
        """Percent by which the other side did less than the stronger side; above 0 where the right side did less.

        None where there is too little to compare.
        """
        stronger = max(self.left.share, self.right.share)
        if self.few or not stronger:
            return None
        return 100 * ((self.left.share - self.right.share) / stronger)  # or it might be -100.00000000000001

    @property
    def less(self) -> OneSide | None:
        """Side that did less, None where they are even or the gap is unknown."""
        gap = self.gap
        if gap is None or abs(gap) < EVEN:
            return None
        return "right" if gap > 0 else "left"

    @property
    def all_done(self) -> bool:
        """Whether both sides did just what was planned: counts go no further, so they cannot differ."""
        sides = (self.left, self.right)
        return not self.few and all(side.clean == side.target for side in sides)

    @property
    def felt(self) -> OneSide | None:
        """Side that was harder by answers and broken form; None where they say nothing, or not the same."""
        told = {side for side in (self.harder.side, self.broke) if side is not None}
        return told.pop() if len(told) == 1 else None

    @property
    def broke(self) -> OneSide | None:
        """Side on which form clearly broke more often."""
        return clearly(self.left.form_breaks, self.right.form_breaks)

    @property
    def word(self) -> str:
        """ "R -18 %": the right did that much less than the left; "L harder": even by count; "even"; "few"."""
        if self.gap is not None and self.less is None and self.felt is not None:
            return f"{self.felt[0].upper()} harder"
        return "few" if self.gap is None else _word(self.gap)

    @property
    def before(self) -> str:
        """ "was R -26 %", "" where it is unknown."""
        return "" if self.was is None else f"was {_word(self.was)}"


def _word(gap: float) -> str:
    return "even" if abs(gap) < EVEN else f"{'R' if gap > 0 else 'L'} -{abs(gap):.0f} %"


def balances(sides: Iterable[SideRow], workouts: Iterable[WorkoutRow]) -> tuple[Balance, ...]:
    """Compare every exercise that was done on each side separately: the widest gap first, those with too few last."""
    by_exercise: dict[tuple[str, Form, Kind], list[SideRow]] = {}
    for row in sides:
        if row.side in ("left", "right"):
            by_exercise.setdefault((row.exercise, row.form_key, row.kind), []).append(row)
    said = {row.id: row.harder_side for row in workouts if row.counts}
    found = (_balance(rows, said) for rows in by_exercise.values())
    return tuple(sorted(found, key=lambda one: (one.gap is None, -abs(one.gap or 0.0), one.name)))


def beside(now: Iterable[Balance], before: Iterable[Balance]) -> tuple[Balance, ...]:
    """Add to each balance its gap in the time before."""
    gaps = {one.key: one.gap for one in before}
    return tuple(replace(one, was=gaps.get(one.key)) for one in now)


def unconfirmed(sides: Iterable[SideRow]) -> int:
    """Count the workouts with bouts that only the program counted and nobody confirmed."""
    return len({row.workout for row in _apart(sides) if not row.evidence and row.counted})


def uncounted(sides: Iterable[SideRow]) -> int:
    """Count the workouts with bouts that nobody counted at all."""
    return len({row.workout for row in _apart(sides) if not row.counted})


def _apart(sides: Iterable[SideRow]) -> Iterator[SideRow]:
    return (row for row in sides if row.side in ("left", "right"))


def _balance(rows: Sequence[SideRow], said: Mapping[str, str | None]) -> Balance:
    newest = max(rows, key=lambda row: row.started)
    unsure = {row.workout for row in rows if not row.evidence}
    paired = {row.workout for row in rows if row.side == "left"} & {row.workout for row in rows if row.side == "right"}
    pained = {row.workout for row in rows if row.hurt} & {row.workout for row in rows if _is_short(row)}
    sure = [row for row in rows if row.workout in paired - unsure - pained]
    answers = [said.get(workout) for workout in {row.workout for row in rows}]
    return Balance(
        exercise=newest.exercise,
        name=newest.name,
        kind=newest.kind,
        left=_total("left", sure, rows),
        right=_total("right", sure, rows),
        harder=Harder(answers.count("left"), answers.count("right"), answers.count("same")),
        unconfirmed=len({row.workout for row in rows if not row.evidence and row.counted}),
        uncounted=len({row.workout for row in rows if not row.counted}),
        form=newest.form,
        pained=len(pained & paired - unsure),
    )


def _is_short(row: SideRow) -> bool:
    """Whether less was done than planned on this side."""
    return bool(row.skipped) or row.clean < row.target


def _total(side: OneSide, sure: Iterable[SideRow], told: Iterable[SideRow]) -> SideTotal:
    """Sum what was done in the rows that are sure, and the pain in all rows."""
    rows = [row for row in sure if row.side == side]
    return SideTotal(
        workouts=len({row.workout for row in rows}),
        bouts=sum(row.bouts for row in rows),
        target=sum(row.target + row.skipped for row in rows),
        clean=sum(row.clean for row in rows),
        seconds=sum(row.seconds for row in rows),
        form_breaks=sum(row.form_breaks for row in rows),
        skipped=sum(row.skipped for row in rows),
        pains=len({row.workout for row in told if row.side == side and row.hurt}),
    )
