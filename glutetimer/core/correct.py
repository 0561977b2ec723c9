"""What the runner says after a workout: corrected bouts, effort, pain, note. Nothing here ever raises."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from glutetimer.core.clean import clean
from glutetimer.core.record import BoutRecord, HarderSide, Outcome, Result, Workout

#: Effort and pain are told from 0 to this.
MOST_SCORE = 10
#: A note is at most so many characters long.
MOST_NOTE = 2000
#: The most that a correction may say: reps, or seconds of a hold.
MOST_REPS = 999
MOST_SECONDS = 3600

#: What the numbers of effort mean, in the words of the session RPE scale (Foster et al. 2001, J Strength Cond Res
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


#: As `_note` writes it.
_AFTERWARDS = re.compile(r"Pain afterwards: ([^.,]+)(?:, (\d{1,2}) of 10)?\.(?: |$)(.*)")


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered after a workout; None and "" where nothing was. `pain` is felt now (0-10), at `place`."""

    confirmed: bool = False
    harder_side: HarderSide | None = None
    effort: int | None = None
    pain: int | None = None
    place: str = ""
    note: str = ""


def answers_of(workout: Workout) -> Answers:
    """The answers that a workout holds already. Its pain is that of the run, so none is told for now."""
    return Answers(bool(workout.confirmed), workout.harder_side, workout.effort, note=workout.note)


def answered(workout: Workout, answers: Answers) -> Workout:
    """The workout with these answers in place of its own. Pain is the worst of the run and now.

    The format has no place for pain after the run: where one was told, the note begins with it and its strength.
    """
    scores = [score for score in (workout.pain, _score(answers.pain)) if score is not None]
    return replace(
        workout,
        confirmed=True if answers.confirmed else workout.confirmed,
        harder_side=answers.harder_side,
        effort=_score(answers.effort),
        pain=max(scores, default=None),
        note=_note(answers),
    )


def _score(told: int | None) -> int | None:
    return None if told is None else max(0, min(told, MOST_SCORE))


def _note(answers: Answers) -> str:
    """On one line, cleaned and cut: "Pain afterwards: knee, 4 of 10. Felt good otherwise."."""
    note, place = clean(answers.note), clean(answers.place).lower()
    if place and answers.pain != 0:
        score = "" if answers.pain is None else f", {_score(answers.pain)} of {MOST_SCORE}"
        note = f"Pain afterwards: {place}{score}. {note}"
    return note[:MOST_NOTE].strip()


def told_afterwards(note: str) -> tuple[str, int | None, str] | None:
    """Place and score of the pain that a note begins with, and the rest of it; None where it begins otherwise."""
    found = _AFTERWARDS.match(note)
    return (found[1], int(found[2]) if found[2] else None, found[3]) if found else None


def repained(workout: Workout, pain: int | None) -> Workout:
    """The workout with another pain (0-10; None: not told); what its note says of it follows.

    A note that told of less than the worst keeps its number, as far as it is not more than the worst now.
    """
    told, pain = told_afterwards(workout.note), _score(pain)
    if told is None:
        return replace(workout, pain=pain)
    place, score, rest = told
    if not pain:
        return replace(workout, pain=pain, note=rest)
    if score is not None:
        score = pain if score == workout.pain else min(score, pain)
    return replace(workout, pain=pain, note=_note(Answers(pain=score, place=place, note=rest)))


def stepped(done: int | None, by: int, target: int) -> int:
    """A count, one more or less, at least 0. One that nobody knows begins below: at 0 upwards, downwards at its target.

    For it ended on its way there.
    """
    if done is None:
        done = 0 if by > 0 else target
    return max(0, done + by)


def recounted(bout: BoutRecord, done: int) -> BoutRecord:
    """The bout with another count (reps per side, or seconds); as it was where that is the same, or it is not over."""
    before = bout.result
    if before is None:
        return bout
    done = max(0, min(done, _most(bout, before)))
    if done == before.done:
        return bout
    return replace(bout, result=replace(before, done=done, outcome=_outcome(bout, before, done), counted_by="hand"))


def _most(bout: BoutRecord, before: Result) -> int:
    """What was stopped on its way ends at its target at most; a count that was higher already may stay."""
    if before.outcome in ("form-broke", "pain"):
        return max(bout.target, before.done or 0)
    return max(MOST_SECONDS if bout.kind == "hold" else MOST_REPS, before.done or 0)


def _outcome(bout: BoutRecord, before: Result, done: int) -> Outcome:
    """Why it ended stays what it was, where that does not depend on the count. What was begun is short, even at 0."""
    if before.outcome in ("form-broke", "pain"):
        return before.outcome
    if done >= bout.target:
        return "done"
    if done == 0 and not before.seconds:
        return "not-reached" if before.outcome == "not-reached" else "skipped"
    return "short"
