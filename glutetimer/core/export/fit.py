"""A workout as the messages of a FIT strength activity, which Garmin and Strava read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from glutetimer.core.export import fit_messages as fit
from glutetimer.core.export.fit_messages import UNKNOWN, Code, Message
from glutetimer.core.export.fit_times import PlacedBout, timeline
from glutetimer.core.pain.body_places import morning_note
from glutetimer.core.pain.tellings import Telling, pain_words, tellings
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.session.forms import forms_of
from glutetimer.core.session.session import Exercise, Session
from glutetimer.core.text.vocabulary import DIRECTIONS, SIDES

#: (Exercise id, id or name of a form; "" as it is written) -> its code in the FIT profile.
Codes = Mapping[tuple[str, str], Code]

#: FIT counts seconds from here in 32 bits; below 2**28 they are no date, and all bits set is no value.
EPOCH = datetime.fromisoformat("1989-12-31T00:00:00+00:00")
_FIRST, _LAST = 2**28, 2**32 - 2
#: Repetitions have 16 bits, and all bits set is no value.
_MOST_REPS = 65534
#: Bytes of a text: a field has up to 255, and a zero ends it.
_MOST_BYTES = 254


class NotForFit(ValueError):
    """A workout that is not exported; the text says why, and what to do."""


def codes_of(sessions: Iterable[Session]) -> dict[tuple[str, str], Code]:
    """Collect the FIT codes of exercises and substitutes from session files; the first one found counts."""
    codes: dict[tuple[str, str], Code] = {}
    for session in sessions:
        for top in session.exercises:
            for exercise in (top, *(substitute for _, substitute in top.without)):
                for key, code in _codes(exercise):
                    codes.setdefault(key, code)
    return codes


def _codes(exercise: Exercise) -> Iterator[tuple[tuple[str, str], Code]]:
    forms = [(name, form.fit) for form in forms_of(exercise) for name in (form.id, form.name)]
    for name, code in [("", exercise.fit), *forms]:
        if code is not None:
            yield (exercise.id, name), code


def code_of(bout: BoutRecord, codes: Codes) -> Code:
    """Find the FIT code of this bout's exercise, as it was done: by its form, in older records by its name."""
    known = (codes.get((bout.exercise, which)) for which in (bout.form or bout.name, ""))
    return next((code for code in known if code), UNKNOWN)


def fit_messages(workout: Workout, codes: Codes) -> tuple[Message, ...]:
    """Build the activity in the order of the file: what it is, titles, start, sets and rests, stop, sums.

    FIT knows no sides: they are in the titles. Where the sides took turns, a set's repetitions are those of both. A
    hold has a duration only. Bouts that never started and the runner's own note are left out; pain is in the notes.
    The times of the sets are computed (`timeline`). Raises NotForFit for a rehearsal, where nothing was started, and
    for times that FIT cannot hold.
    """
    if workout.speed != 1.0:
        raise NotForFit("this is a rehearsal (export a workout that was done)")
    times = timeline(workout)
    if not times.placed:
        raise NotForFit("nothing was started in it (export another one)")
    _refuse_odd_times(workout, times.elapsed)
    start, end = workout.started, workout.started + timedelta(milliseconds=times.elapsed)
    elapsed, timer = times.elapsed / 1000, times.timer / 1000
    name = _cut(workout.name, _MOST_BYTES)
    titles = _titles(times.placed, codes)
    return (
        fit.FileId(start),
        fit.DeviceInfo(start),
        fit.Sport(name),
        *(fit.FitNotes(name, text) for text in pain_notes(workout)),
        *(fit.ExerciseTitle(index, code, title) for (code, title), index in titles.items()),
        fit.Timer(start, starts=True),
        *_sets(times.placed, start, codes, titles),
        fit.Timer(start + timedelta(milliseconds=times.timer), starts=False),
        fit.Lap(start, end, elapsed, timer),
        fit.FitSession(start, end, elapsed, timer, name, workout.effort),
        fit.Activity(end, timer),
    )


def pain_notes(workout: Workout) -> Iterator[str]:
    """Write all pain in one text, what says most first; nothing where there was none."""
    named = {bout.exercise: bout.name for bout in workout.bouts}
    told = sorted(tellings(workout), key=_weight, reverse=True)
    words = [": ".join(filter(None, (named.get(one.exercise, ""), pain_words(one) or "pain"))) for one in told]
    words += [morning_note(workout.morning)] if workout.morning else []
    if words:
        yield _cut(f"Pain: {'; '.join(words)}", _MOST_BYTES)


def _weight(told: Telling) -> tuple[bool, int]:
    return told.flag not in (None, "none"), told.score or 0


def title_of(bout: BoutRecord) -> str:
    """Join name, side and direction: "Clam shell, left", "Side-lying hip circles, right, backward"."""
    side = "left and right" if bout.side == "alternate" else SIDES[bout.side].beside
    direction = DIRECTIONS[bout.direction] if bout.direction else ""
    behind = "".join(f", {word}" for word in (side, direction) if word)
    return _cut(bout.name, _MOST_BYTES - len(behind)) + behind


def _titles(placed: Iterable[PlacedBout], codes: Codes) -> dict[tuple[Code, str], int]:
    """List each title once, with its index."""
    found = dict.fromkeys((code_of(each.bout, codes), title_of(each.bout)) for each in placed)
    return {key: index for index, key in enumerate(found)}


def _sets(
    placed: Iterable[PlacedBout], began: datetime, codes: Codes, titles: Mapping[tuple[Code, str], int]
) -> Iterator[Message]:
    index = 0
    for each in placed:
        start, code = began + timedelta(milliseconds=each.start), code_of(each.bout, codes)
        end = start + timedelta(milliseconds=each.work)
        title = titles[code, title_of(each.bout)]
        yield fit.ActiveSet(index, start, end, each.work / 1000, code, title, _repetitions(each.bout, each.result))
        yield fit.Record(end)
        index += 1
        if each.rest:
            yield fit.RestSet(index, end, end + timedelta(milliseconds=each.rest), each.rest / 1000)
            index += 1


def _repetitions(bout: BoutRecord, result: Result) -> int | None:
    if bout.kind == "hold" or result.done is None:
        return None
    return min(result.done * (2 if bout.side == "alternate" else 1), _MOST_REPS)


def _refuse_odd_times(workout: Workout, elapsed: int) -> None:
    """Refuse times, perhaps written by hand, that do not fit into 32 bits of milliseconds or seconds."""
    first = (workout.started - EPOCH) // timedelta(seconds=1)
    offset = abs(workout.started.utcoffset() or timedelta()) // timedelta(seconds=1)
    if elapsed > _LAST or first - offset < _FIRST or first + offset + elapsed // 1000 > _LAST:
        raise NotForFit(
            "FIT cannot say when it was: it knows 1998 to 2126 and up to 49 days (look at started and ended)"
        )


def _cut(text: str, most: int) -> str:
    """Cut a text to this many bytes."""
    return text.encode()[:most].decode(errors="ignore").strip()
