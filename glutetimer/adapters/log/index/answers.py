"""Answers of the index in the types of the core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, get_args

from glutetimer.adapters.log.index import queries
from glutetimer.adapters.log.index.database import Database
from glutetimer.adapters.log.index.tables import Cells, maker, path_of
from glutetimer.core.log.bests import Best, Bests, Ever, KnownForm
from glutetimer.core.log.forms import AskForms, Form, Forms, form_key, own_name
from glutetimer.core.log.query import EVER, Choices, Filter, KnownExercise, Unreadable
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.side_rows import named
from glutetimer.core.plan.options import Mode
from glutetimer.core.session.session import Kind, Side


class IndexAnswers:
    """Answers questions, see `LogRows`. Each may raise StartedAnew."""

    def __init__(self, database: Database, forms: AskForms) -> None:
        self._database, self._forms = database, forms
        self._workout, self._side = maker(WorkoutRow), maker(SideRow)

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        """Page of workouts."""
        return self._workouts(queries.history(wanted, first, most))

    def count(self, wanted: Filter) -> int:
        """Number of workouts."""
        return sum(row[0] for row in self._database.ask(*queries.count(wanted)))

    def choices(self) -> Choices:
        """Values in use among the visible workouts."""
        sessions, months, modes = (
            queries.distinct(self._database.ask, column, "shown") for column in ("session", "month", "mode")
        )
        names = [(session, self._name(session)) for session in sessions]
        return Choices(
            sessions=tuple(sorted(names, key=lambda known: (known[1].casefold(), known[0]))),
            months=tuple(reversed(months)),
            modes=tuple(mode for mode in get_args(Mode) if mode in modes),
        )

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """Moments and modes of workouts."""
        return tuple(self._database.rows(_start, *queries.starts(since)))

    def weekly(self) -> Mapping[date, int]:
        """Counts by Mondays."""
        return dict(self._database.rows(_week, *queries.weekly()))

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """Workouts from a day on."""
        return self._workouts(queries.workouts(since))

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """Sides from a day on."""
        return self._sides(queries.sides(since))

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Every exercise, the latest first."""
        found = []
        for exercise, workouts, apart in self._database.ask(*queries.exercises()):
            name = Named(self._database, exercise, self._forms()).name
            for when in self._database.ask(*queries.last_of_exercise(exercise)):
                found.append((when, KnownExercise(exercise, name, workouts, two_sided=apart > 0)))
        return tuple(known for _, known in sorted(found, key=lambda item: item[0], reverse=True))

    def of_exercise(self, exercise: str, since: date, until: datetime) -> tuple[SideRow, ...]:
        """Sides of one exercise."""
        found = self._sides(queries.of_exercise(exercise, since, until))
        return found or self._sides(queries.newest_of_exercise(exercise, until))

    def ever(self, exercise: str, until: datetime) -> Ever | None:
        """Name, first day, forms and bests of an exercise."""
        return Named(self._database, exercise, self._forms()).ever(until)

    def latest(self, until: datetime) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        """Newest workout and sides of each session and exercise."""
        found: dict[str, WorkoutRow] = {}
        for session in queries.distinct(self._database.ask, "session", "counts"):
            for query in (queries.newest_of_session(session, until), queries.newest_with_band(session, until)):
                found |= {row.id: row for row in self._workouts(query)}
        workouts = sorted(found.values(), key=lambda row: (row.started, row.id), reverse=True)
        exercises = [exercise for exercise, *_ in self._database.ask(*queries.exercises())]
        newest = (queries.newest_of_exercise(exercise, until) for exercise in exercises)
        # Nobody needs the form of these: no session file is read before the first picture.
        sides = [side for query in newest for side in self._database.rows(self._side, *query)]
        return tuple(workouts), tuple(sides)

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Unreadable files with lines and problems."""
        found = self._database.rows(_unreadable, *queries.unreadable())
        return tuple(sorted(found, key=lambda file: file.path))

    def _name(self, session: str) -> str:
        rows = self._database.ask(*queries.name_of_session(session))
        return str(rows[0][0]) if rows else session

    def _workouts(self, query: queries.Query) -> tuple[WorkoutRow, ...]:
        return tuple(self._database.rows(self._workout, *query))

    def _sides(self, query: queries.Query) -> tuple[SideRow, ...]:
        return named(self._database.rows(self._side, *query), self._forms)


def _start(cells: Cells) -> tuple[datetime, Mode]:
    started, mode = cells
    return datetime.fromisoformat(started), mode


def _week(cells: Cells) -> tuple[date, int]:
    monday, workouts = cells
    return date.fromisoformat(monday), workouts


def _unreadable(cells: Cells) -> Unreadable:
    path, line, problem = cells
    return Unreadable(path_of(path), line, problem)


class Named:
    """Exercise under the names that its records give it."""

    def __init__(self, database: Database, exercise: str, forms: Forms) -> None:
        self._database, self._exercise, self._forms = database, exercise, forms

    @property
    def name(self) -> str:
        """Its own name."""
        return self._own(self.known_forms(EVER))

    def ever(self, until: datetime) -> Ever | None:
        """History of the exercise: see `LogRows.ever`."""
        for started, _ in self._database.ask(*queries.first_of_exercise(self._exercise, until)):
            known = self.known_forms(until)
            return Ever(self._own(known), datetime.fromisoformat(started).date(), self._bests(until), known)
        return None

    def known_forms(self, until: datetime) -> tuple[KnownForm, ...]:
        """Known forms, the latest first."""
        found: dict[Form, KnownForm] = {}
        for _, told, name, kind in sorted(self._last_of_names(until), key=lambda one: one[0]):
            form = self._form(told, name)
            found.pop(form_key(form, name), None)
            found[form_key(form, name)] = KnownForm(form, name, kind)
        return tuple(reversed(found.values()))

    def _own(self, known: tuple[KnownForm, ...]) -> str:
        return own_name(self._exercise, ((one.form, one.name) for one in known), self._forms)

    def _form(self, told: str | None, name: str) -> str | None:
        return self._forms.of(self._exercise, name) if told is None else told

    def _names(self) -> Iterator[tuple[str | None, str, Kind, Side]]:
        for told, name, kind, side in self._database.ask(*queries.names_of_exercise(self._exercise)):
            yield told or (None if told == 0 else ""), name, kind, side

    def _last_of_names(self, until: datetime) -> Iterator[tuple[Cells, str | None, str, Kind]]:
        for told, name, kind in {(told, name, kind) for told, name, kind, _ in self._names()}:
            for last in self._database.ask(*queries.last_of_name(self._exercise, told, name, kind, until)):
                yield last, told, name, kind

    def _bests(self, until: datetime) -> Bests:
        """Best bouts. Of several names of one form the higher; of equal ones the earlier."""
        found: dict[tuple[Form, Kind, Side], list[tuple[datetime, Best | None]]] = {}
        for told, name, kind, side in self._names():
            key = (form_key(self._form(told, name), name), kind, side)
            query = queries.best_of_side(self._exercise, told, name, kind, side, until)
            found.setdefault(key, []).extend(self._database.rows(_best, *query))
        return {key: _highest(bests) for key, bests in found.items() if bests}


def _best(cells: Cells) -> tuple[datetime, Best | None]:
    started, best, evidence, band, strength = cells
    when = datetime.fromisoformat(started)
    return when, Best(best, when.date(), band, strength) if evidence and best else None


def _highest(bests: list[tuple[datetime, Best | None]]) -> Best | None:
    there: list[Any] = [(-best.value, when, best) for when, best in bests if best is not None]
    return min(there, key=lambda one: one[:2])[2] if there else None
