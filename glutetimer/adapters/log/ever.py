"""What the index says an exercise ever was: its forms, and the best of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from glutetimer.adapters.log import exercise_queries as queries
from glutetimer.adapters.log.cells import Cells
from glutetimer.adapters.log.database import Database
from glutetimer.core.log.book import EVER
from glutetimer.core.log.ever import Best, Bests, Ever, KnownForm
from glutetimer.core.log.forms import Form, Forms, form_key, own_name
from glutetimer.core.session import Kind, Side


class Named:
    """One exercise under the names that its records give it."""

    def __init__(self, database: Database, exercise: str, forms: Forms) -> None:
        self._database, self._exercise, self._forms = database, exercise, forms

    @property
    def name(self) -> str:
        """Its own name."""
        return self._own(self.known_forms(EVER))

    def ever(self, until: datetime) -> Ever | None:
        """See `LogRows.ever`."""
        for started, _ in self._database.ask(*queries.first_of_exercise(self._exercise, until)):
            known = self.known_forms(until)
            return Ever(self._own(known), datetime.fromisoformat(started).date(), self._bests(until), known)
        return None

    def known_forms(self, until: datetime) -> tuple[KnownForm, ...]:
        """The one that was done last comes first."""
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
        """Of several names of one form the higher; of equal ones the earlier."""
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
