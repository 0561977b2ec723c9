"""What the index says, as the core wants it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import get_args

from glutetimer.adapters.log import exercise_queries, queries
from glutetimer.adapters.log.cells import Cells, maker, path_of
from glutetimer.adapters.log.database import Database
from glutetimer.adapters.log.ever import Named
from glutetimer.core.log.book import Choices, Filter, KnownExercise, Unreadable
from glutetimer.core.log.ever import Ever
from glutetimer.core.log.forms import AskForms
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.side_rows import named
from glutetimer.core.options import Mode


class Answers:
    """See `LogRows`. Each may raise StartedAnew."""

    def __init__(self, database: Database, forms: AskForms) -> None:
        self._database, self._forms = database, forms
        self._workout, self._side = maker(WorkoutRow), maker(SideRow)

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        """A page of workouts."""
        return self._workouts(queries.history(wanted, first, most))

    def count(self, wanted: Filter) -> int:
        """How many there are."""
        return sum(row[0] for row in self._database.ask(*queries.count(wanted)))

    def choices(self) -> Choices:
        """What is in use among what can be seen."""
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
        """Moments and modes."""
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
        for exercise, workouts, apart in self._database.ask(*exercise_queries.exercises()):
            name = Named(self._database, exercise, self._forms()).name
            for when in self._database.ask(*exercise_queries.last_of_exercise(exercise)):
                found.append((when, KnownExercise(exercise, name, workouts, two_sided=apart > 0)))
        return tuple(known for _, known in sorted(found, key=lambda item: item[0], reverse=True))

    def of_exercise(self, exercise: str, since: date, until: datetime) -> tuple[SideRow, ...]:
        """The sides of one."""
        found = self._sides(exercise_queries.of_exercise(exercise, since, until))
        return found or self._sides(exercise_queries.newest_of_exercise(exercise, until))

    def ever(self, exercise: str, until: datetime) -> Ever | None:
        """Its name, first day, forms and bests."""
        return Named(self._database, exercise, self._forms()).ever(until)

    def latest(self, until: datetime) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        """The newest of each."""
        found: dict[str, WorkoutRow] = {}
        for session in queries.distinct(self._database.ask, "session", "counts"):
            for query in (queries.newest_of_session(session, until), queries.newest_with_band(session, until)):
                found |= {row.id: row for row in self._workouts(query)}
        workouts = sorted(found.values(), key=lambda row: (row.started, row.id), reverse=True)
        exercises = [exercise for exercise, *_ in self._database.ask(*exercise_queries.exercises())]
        newest = (exercise_queries.newest_of_exercise(exercise, until) for exercise in exercises)
        # Of these nobody wants to know the form: so no session file is read before the first picture.
        sides = [side for query in newest for side in self._database.rows(self._side, *query)]
        return tuple(workouts), tuple(sides)

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Paths, lines and problems."""
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
