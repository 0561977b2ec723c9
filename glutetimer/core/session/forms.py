"""Forms: the easier and harder ways to do an exercise, each with an id and a history of its own."""

from __future__ import annotations

from unicodedata import category, normalize

from glutetimer.core.session.kit import choose
from glutetimer.core.session.session import Exercise, Variant
from glutetimer.core.values import replace


def default_id(exercise_id: str, name: str) -> str:
    """Make the id of a form that names none: "squat-half-squat". Letters of any script stay; others become dashes.

    A name without any letter becomes "form", to differ from the exercise's id.
    """
    letters = (char for char in normalize("NFKD", name.casefold()) if category(char) != "Mn")
    words = "".join(char if char.isalnum() else " " for char in letters).split() or ["form"]
    return normalize("NFC", "-".join((exercise_id, *words)))


def forms_of(exercise: Exercise) -> tuple[Variant, ...]:
    """List all forms of an exercise except as it is written: easier, then harder."""
    written = exercise.as_written
    return (*written.easier, *written.harder)


def in_form(exercise: Exercise, form: str, without: frozenset[str] = frozenset()) -> Exercise | None:
    """Put the exercise into the form with this id ("": as it is written), whatever form it is in now.

    `without` is kit that is missing. None where the exercise has no such form, or it cannot be done without that
    kit.
    """
    written = exercise.as_written
    if not form:
        return written
    found = next((one for one in forms_of(written) if one.id == form), None)
    return None if found is None else choose(_as(written, found), without).exercise


def next_easier(exercise: Exercise, without: frozenset[str]) -> Exercise | None:
    """Put the exercise into its next easier form that the kit allows; None after the last one."""
    ids = [one.id for one in exercise.as_written.easier]
    following = ids[ids.index(exercise.form) + 1 :] if exercise.form in ids else ids
    tried = (in_form(exercise, form, without) for form in following)
    return next((one for one in tried if one is not None), None)


def _as(written: Exercise, form: Variant) -> Exercise:
    """Put the exercise into this form. The substitutes are for the form that is written."""
    return replace(
        written,
        name=form.name,
        cues=(form.cue, *written.cues),
        band=written.band if form.band is None else form.band,
        needs=written.needs if form.needs is None else form.needs,
        fit=form.fit or written.fit,
        without=(),
        form=form.id,
        written=written,
    )
