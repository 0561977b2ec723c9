"""Most that was done in one bout: of an exercise, of each of its forms, on each side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import get_args

from msgspec import Struct

from glutetimer.core.log.forms import NO_FORMS, WRITTEN, Form, Forms, form_key, own_name
from glutetimer.core.log.rows import SideRow
from glutetimer.core.session.session import Band, Kind, Side


class Best(Struct, frozen=True):
    """Most that was ever done in one bout, confirmed or counted by hand, and the day of the first time.

    `band` is where the band was then, `strength` which band, as far as the record says.
    """

    value: int
    day: date
    band: Band = "none"
    strength: str = ""


#: Bests of each form, as reps and as a hold, on each side that there is; None where there is no evidence.
Bests = Mapping[tuple[Form, Kind, Side], Best | None]


class KnownForm(Struct, frozen=True):
    """A form in which an exercise was done, under the latest of its names: `form` as in `SideRow.form`."""

    form: str | None
    name: str
    kind: Kind

    @property
    def key(self) -> Form:
        """Form that identifies it."""
        return form_key(self.form, self.name)


class Ever(Struct, frozen=True):
    """Whole history of an exercise: its own name, the first day it was done, the most in one bout of each form.

    `forms`: the form that was done last comes first, with its last kind.
    """

    name: str
    first: date
    bests: Bests
    forms: tuple[KnownForm, ...]

    def bests_of(self, form: KnownForm) -> dict[Side, Best | None]:
        """Bests of a form on each side there is."""
        wanted = (form.key, form.kind)
        return {side: best for (key, kind, side), best in self.bests.items() if (key, kind) == wanted}

    def form(self, wanted: Form | None) -> KnownForm:
        """Find this form; without it, or for None, the form as the exercise is written, else the form done last."""
        found = [[known for known in self.forms if known.key == key] for key in (wanted, WRITTEN)]
        return [*found[0], *found[1], *self.forms][0]


def ever_of(rows: Sequence[SideRow], forms: Forms = NO_FORMS) -> Ever | None:
    """Sum up the rows of one exercise; None without rows."""
    if not rows:
        return None
    in_time = sorted(rows, key=lambda row: row.started)
    known = known_forms_of(in_time)
    name = own_name(rows[0].exercise, ((one.form, one.name) for one in known), forms)
    return Ever(name, in_time[0].started.date(), bests_of(in_time), known)


def known_forms_of(in_time: Iterable[SideRow]) -> tuple[KnownForm, ...]:
    """List the forms in the rows of one exercise, which are in the order of time: the form done last comes first."""
    found: dict[Form, KnownForm] = {}
    for row in in_time:
        found.pop(row.form_key, None)
        found[row.form_key] = KnownForm(row.form, row.name, row.kind)
    return tuple(reversed(found.values()))


def bests_of(in_time: Iterable[SideRow]) -> Bests:
    """Find the bests in the rows of one exercise, which are in the order of time."""
    found: dict[tuple[Form, Kind, Side], Best | None] = {}
    for row in in_time:
        key = (row.form_key, row.kind, row.side)
        known = found.get(key)
        if row.evidence and row.best > (known.value if known else 0):  # 0 is no best
            known = Best(row.best, row.started.date(), row.band, row.strength)
        if row.bouts:
            found[key] = known
    return found


#: Exercise, form, kind.
_Key = tuple[str, Form, Kind]


class BestBout(Struct, frozen=True):
    """Best bout on a side: `value` reps per side, or seconds of a hold, and the first day it was reached.

    `form` as in `SideRow.form`, under its latest name; `band` is where the band was then, `strength` which band.
    """

    exercise: str
    name: str
    kind: Kind
    side: Side
    value: int
    day: date
    form: str | None = ""
    band: Band = "none"
    strength: str = ""


def best_bouts(sides: Iterable[SideRow]) -> tuple[BestBout, ...]:
    """Find the best bouts by exercise and form, those done last first, left before right.

    A count that nobody confirmed or made is no best, nor is 0.
    """
    best: dict[tuple[_Key, Side], SideRow] = {}
    newest: dict[_Key, SideRow] = {}
    for row in sorted(sides, key=lambda row: row.started):
        key = (row.exercise, row.form_key, row.kind)
        newest[key] = row
        known = best.get((key, row.side))
        if row.evidence and row.best > (known.best if known else 0):
            best[key, row.side] = row
    order = sorted(newest, key=lambda key: (-newest[key].started.timestamp(), newest[key].name))
    places = {key: place for place, key in enumerate(order)}
    sides_in_order = get_args(Side)
    found = sorted(best.items(), key=lambda item: (places[item[0][0]], sides_in_order.index(item[0][1])))
    return tuple(_best_bout(row, newest[key].name) for (key, _), row in found)


def _best_bout(row: SideRow, name: str) -> BestBout:
    return BestBout(
        exercise=row.exercise,
        name=name,
        kind=row.kind,
        side=row.side,
        value=row.best,
        day=row.started.date(),
        form=row.form,
        band=row.band,
        strength=row.strength,
    )
