"""Answers after a workout: corrected bouts, effort, pain, note; and pain that is withdrawn. Nothing here raises."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from glutetimer.core.pain.body_places import Flag
from glutetimer.core.record.pain_keys import afterwards, with_less
from glutetimer.core.record.record import BoutRecord, HarderSide, MorePain, Outcome, PainSide, Result, Workout
from glutetimer.core.session.session import Kind
from glutetimer.core.text.clean import clean
from glutetimer.core.values import replace

#: Highest score of effort and pain, from 0.
MOST_SCORE = 10
#: Most characters of a note.
MOST_NOTE = 2000
#: Most that a correction may say: reps, or seconds of a hold.
MOST_REPS = 999
MOST_SECONDS = 3600

#: Meaning of the numbers of effort, in the words of the session RPE scale (Foster et al. 2001, J Strength Cond Res
#: 15:109, after Borg's CR10), which leaves 6, 8 and 9 without words of their own.
EFFORTS = (
    "rest",
    "very easy",
    "easy",
    "moderate",
    "somewhat hard",
    "hard",
    "hard to very hard",
    "very hard",
    "extremely hard",
    "nearly all you had",
    "all you had",
)


class Answers(Struct, frozen=True):
    """Answers given after a workout; None and "" where there is none.

    `pain` is felt now (0-10), at `place`, on this `side`, with this warning sign (`flag`) where the question about
    it came.
    """

    confirmed: bool = False
    harder_side: HarderSide | None = None
    effort: int | None = None
    pain: int | None = None
    place: str = ""
    side: PainSide | None = None
    flag: Flag | None = None
    note: str = ""


def answers_of(workout: Workout) -> Answers:
    """Collect the answers that a workout holds already. Its pain is that of the run, not pain felt now."""
    return Answers(bool(workout.confirmed), workout.harder_side, workout.effort, note=workout.note)


def answered(workout: Workout, answers: Answers) -> Workout:
    """Put these answers in the place of the workout's own. Its pain is the worst of the run and now."""
    now = _score(answers.pain)
    hurts = now != 0
    return replace(
        workout,
        confirmed=True if answers.confirmed else workout.confirmed,
        harder_side=answers.harder_side,
        effort=_score(answers.effort),
        pain=max((score for score in (workout.pain, now) if score is not None), default=None),
        pain_after=now,
        place_after=clean(answers.place).lower() if hurts else "",
        pain_side_after=answers.side if hurts else None,
        pain_flag_after=answers.flag if hurts else None,
        note=clean(answers.note)[:MOST_NOTE].strip(),
    )


def _score(told: int | None) -> int | None:
    return None if told is None else max(0, min(told, MOST_SCORE))


def repained(workout: Workout, pain: int | None) -> Workout:
    """Set another pain (0-10; None: unknown) as the workout's worst; the pain at its finish follows."""
    pain = _score(pain)
    return replace(with_less(workout, pain), pain=pain)


def stepped(done: int | None, by: int, target: int) -> int:
    """Change a count by `by`, to 0 at least. An unknown count starts from 0 upwards, or from its target downwards.

    The reason: the bout ended on its way there.
    """
    if done is None:
        done = 0 if by > 0 else target
    return max(0, done + by)


def broken(result: Result, kind: Kind, target: int) -> Result:
    """Mark the result as broken in the last rep, which does not count; what was counted by hand stays.

    Where a bout at the runner's own pace has the target itself, nobody counted that: it ended as meant.
    """
    if result.outcome == "form-broke" or result.done is None:
        return replace(result, outcome="form-broke")
    reps = kind == "reps" and (result.counted_by != "hand" or result.done == target)
    return replace(result, outcome="form-broke", done=max(0, result.done - reps))


def form_broken(bout: BoutRecord, cue: str) -> BoutRecord:
    """Mark the form of the bout as broken, `cue` first ("": no cue); unchanged where nothing was done of it."""
    result = bout.result
    if result is None or result.outcome == "pain" or not (result.done or result.seconds):
        return bout
    return replace(bout, result=replace(broken(result, bout.kind, bout.target), reason=cue))


def form_held(bout: BoutRecord) -> BoutRecord:
    """Mark the form of the bout as not broken: done or short by its count."""
    result = bout.result
    if result is None or result.outcome != "form-broke":
        return bout
    outcome: Outcome = "done" if result.done is not None and result.done >= bout.target else "short"
    return replace(bout, result=replace(result, outcome=outcome, reason=""))


def recounted(bout: BoutRecord, done: int) -> BoutRecord:
    """Give the bout another count (reps per side, or seconds); unchanged where that is the same, or it is not over."""
    before = bout.result
    if before is None:
        return bout
    done = max(0, min(done, _most(bout, before)))
    if done == before.done:
        return bout
    return replace(bout, result=replace(before, done=done, outcome=_outcome(bout, before, done), counted_by="hand"))


def _most(bout: BoutRecord, before: Result) -> int:
    """Limit the count: a bout that stopped on its way ends at its target at most; a higher old count may stay."""
    if before.outcome in ("form-broke", "pain"):
        return max(bout.target, before.done or 0)
    return max(MOST_SECONDS if bout.kind == "hold" else MOST_REPS, before.done or 0)


def _outcome(bout: BoutRecord, before: Result, done: int) -> Outcome:
    """Keep the reason of the end, where it does not depend on the count. A started bout is short, even at 0."""
    if before.outcome in ("form-broke", "pain"):
        return before.outcome
    if done >= bout.target:
        return "done"
    if done == 0 and not before.seconds:
        return "not-reached" if before.outcome == "not-reached" else "skipped"
    return "short"


def is_hurt(bout: BoutRecord) -> bool:
    """Whether there is a pain at the bout, with a number or without."""
    result = bout.result
    return result is not None and (result.outcome == "pain" or result.pain is not None or bool(result.place))


def unhurt(bout: BoutRecord) -> BoutRecord:
    """Remove the bout's pain. If it stopped for the pain, it is now short, or done where nothing was left to do."""
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
    """Replace the workout's bouts, and the other pains at them (`more_pain`; as it is where not given).

    Its pain follows, where it was the worst of theirs and of the pain afterwards, and is never less than these. A bout
    whose pain was withdrawn has none beside it either.
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
