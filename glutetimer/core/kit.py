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
        instead = choose(substitute, without).exercise if _lacks(exercise, word, without) else None
        if instead is not None:
            return Choice(instead, missing)
    if missing == ("band",) and exercise.unbanded:
        return Choice(replace(exercise, band="none"), missing)
    return Choice(None, missing)


def _lacks(exercise: Exercise, word: str, without: frozenset[str]) -> bool:
    """Whether a need goes unmet for want of the kit that `word` names."""
    if word == "band" and exercise.band != "none" and word in without:
        return True
    return any(word in need and without.issuperset(need) for need in exercise.needs)
