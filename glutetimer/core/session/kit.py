"""Missing kit and its effect on an exercise: a substitute, no band, or nothing."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.core.session.session import Exercise, Session
from glutetimer.core.values import replace

#: A character beyond ASCII that is no blank and no control: people write kit and tempo in their own script.
#: The same in Python and JSON Schema.
OTHER_SCRIPT = r"[^\x00-\x9f\s]"
#: A word for kit: small letters of any script, figures, dashes.
KIT_WORD = rf"([a-z0-9-]|{OTHER_SCRIPT})+"
#: Kit that the program asks about; other kit that a session names is taken to be there.
KIT: tuple[str, ...] = ("band", "chair", "step", "wall", "ball", "sofa", "radiator")


class KitChoice(Struct, frozen=True):
    """An exercise to do (None: left out), and the needs that are missing."""

    exercise: Exercise | None
    missing: tuple[str, ...] = ()


def missing_needs(exercise: Exercise, without: frozenset[str]) -> tuple[str, ...]:
    """List the needs that cannot be met, band first, each as it is written in the file ("chair or sofa")."""
    band = ("band",) if exercise.band != "none" and "band" in without else ()
    return band + tuple(" or ".join(need) for need in exercise.needs if without.issuperset(need))


def choose(exercise: Exercise, without: frozenset[str]) -> KitChoice:
    """Choose the first substitute that matches and can be done; else unbanded; else nothing."""
    missing = missing_needs(exercise, without)
    if not missing:
        return KitChoice(exercise)
    for word, substitute in exercise.without:
        instead = choose(substitute, without).exercise if _lacks(exercise, word, without) else None
        if instead is not None:
            return KitChoice(instead, missing)
    if missing == ("band",) and exercise.unbanded:
        return KitChoice(replace(exercise, band="none"), missing)
    return KitChoice(None, missing)


def _lacks(exercise: Exercise, word: str, without: frozenset[str]) -> bool:
    """Whether a need goes unmet because the kit that `word` names is missing."""
    if word == "band" and exercise.band != "none" and word in without:
        return True
    return any(word in need and without.issuperset(need) for need in exercise.needs)


def not_here(session: Session, kit: tuple[str, ...] | None) -> tuple[str, ...]:
    """List the words of KIT that the session could use and that `kit` lacks (None: unknown, which counts as all)."""
    if kit is None:
        return ()
    used = frozenset().union(*map(_used, session.exercises))
    return tuple(word for word in KIT if word in used and word not in kit)


def _used(exercise: Exercise) -> frozenset[str]:
    """Collect every kit word of an exercise and its substitutes."""
    own = {word for need in exercise.needs for word in need} | ({"band"} if exercise.band != "none" else set())
    return frozenset(own).union(*(_used(substitute) for _, substitute in exercise.without))
