"""Form of its exercise in which a bout was done: by its record; in older records by the name of the bout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct, field

from glutetimer.core.record.record import BoutRecord, Workout
from glutetimer.core.session.forms import forms_of
from glutetimer.core.session.session import Exercise, Session, in_words

#: Has a series and a best of its own: the id of a form ("" as written), or None and the name where it is unknown.
Form = tuple[str | None, str]
#: As it is written in its session file.
WRITTEN: Form = ("", "")


class Forms(Struct, frozen=True):
    """Names of exercises and their forms in session files: (exercise, name) -> the form's id, "" for its own name."""

    by_name: Mapping[tuple[str, str], str] = field(default_factory=dict)
    own_names: Mapping[str, str] = field(default_factory=dict)

    def of(self, exercise: str, name: str) -> str | None:
        """Find the form that has this name; None where no session file knows it."""
        return self.by_name.get((exercise, name))


NO_FORMS = Forms()
#: Returns the forms of the session files as they are now; called when needed, because they may change at any time.
AskForms = Callable[[], Forms]


def no_forms() -> Forms:
    """Forms where there are no session files."""
    return NO_FORMS


def known_forms(sessions: Iterable[Session]) -> Forms:
    """Collect the forms of these sessions; the first match counts, and an exercise's own name goes before a form's."""
    exercises = [exercise for session in sessions for exercise in _exercises(session)]
    by_name = {(exercise.id, exercise.name): "" for exercise in exercises}
    own_names: dict[str, str] = {}
    for exercise in exercises:
        own_names.setdefault(exercise.id, exercise.name)
        for form in forms_of(exercise):
            by_name.setdefault((exercise.id, form.name), form.id)
    return Forms(by_name, own_names)


def _exercises(session: Session) -> Iterator[Exercise]:
    """Exercises of a session, substitutes included."""
    for exercise in session.exercises:
        yield from (exercise, *(instead for _, instead in exercise.without))


def told_form(workout: Workout, bout: BoutRecord) -> str | None:
    """Read the form from the record: an id, "" as written. None in older records, which have no run time."""
    return bout.form or (None if workout.active is None else "")


def form_of(workout: Workout, bout: BoutRecord, forms: Forms) -> Form:
    """Find the form by the record, or by the name."""
    told = told_form(workout, bout)
    form = forms.of(bout.exercise, bout.name) if told is None else told
    return form_key(form, bout.name)


def form_key(form: str | None, name: str) -> Form:
    """Use the name to keep an unknown form apart from others."""
    return (form, name if form is None else "")


def own_name(exercise: str, newest_first: Iterable[tuple[str | None, str]], forms: Forms) -> str:
    """Find the exercise's own name among the forms and names under which it was done.

    It is the name written last; else the name in session files; else the latest name without a known form.
    """
    unknown = None
    for form, name in newest_first:
        if form == "":
            return name
        if form is None and unknown is None:
            unknown = name
    return forms.own_names.get(exercise) or unknown or in_words(exercise)
