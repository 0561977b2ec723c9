"""What becomes of an exercise when kit is missing: a substitute, no band, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from glutetimer.core.session import Exercise


@dataclass(frozen=True, slots=True)
class Choice:
    """The exercise to do (None: left out), and the needs that are missing."""

    exercise: Exercise | None
    missing: tuple[str, ...] = ()


def missing_needs(exercise: Exercise, without: frozenset[str]) -> tuple[str, ...]:
    """The needs that cannot be met, band first, each as it is written in the file ("chair or sofa")."""
    band = ("band",) if exercise.band != "none" and "band" in without else ()
    return band + tuple(" or ".join(need) for need in exercise.needs if without.issuperset(need))


def choose(exercise: Exercise, without: frozenset[str]) -> Choice:
    """The first substitute that matches and can be done; else unbanded; else nothing."""
    missing = missing_needs(exercise, without)
    if not missing:
        return Choice(exercise)
    for word, substitute in exercise.without:
        if word in without and _lacks(exercise, word) and not missing_needs(substitute, without):
            return Choice(substitute, missing)
    if missing == ("band",) and exercise.unbanded:
        return Choice(replace(exercise, band="none"), missing)
    return Choice(None, missing)


def _lacks(exercise: Exercise, word: str) -> bool:
    """Whether the exercise uses the kit that `word` names."""
    return (word == "band" and exercise.band != "none") or any(word in need for need in exercise.needs)
