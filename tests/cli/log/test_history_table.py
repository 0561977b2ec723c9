"""The list of workouts on a terminal: what fits, and how much of an id names a workout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.cli.log.find import short_ids
from glutetimer.cli.log.history_table import HistoryColumn, fitted
from glutetimer.core.log.query import Filter, LogRows, Unreadable
from glutetimer.core.log.rows import WorkoutRow, workout_row
from glutetimer.core.values import replace
from tests.helpers.log_maker import workouts

NAMES = ("DAY", "AT", "SESSION", "DONE", "TIME", "EFFORT", "SIGNS", "ID")
COLUMNS = [HistoryColumn(name, (), width) for name, width in zip(NAMES, (10, 5, 24, 5, 6, 6, 18, 8), strict=True)]
WHOLE = 10 + 5 + 24 + 5 + 6 + 6 + 18 + 8 + 7 * 2
ROW = workout_row(workouts(1, 1)[0])


@dataclass(frozen=True)
class Rows:
    """What is asked of the log here."""

    all: tuple[WorkoutRow, ...]
    shut: tuple[Unreadable, ...] = ()

    def unreadable(self) -> tuple[Unreadable, ...]:
        return self.shut

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        return tuple(row for row in self.all if f"{row.started:%Y-%m}" == wanted.month)[first : first + most]


def ids_of(*ids: str, shown: int) -> list[str]:
    """How the first `shown` of these are named."""
    rows = tuple(replace(ROW, id=id_, started=_started(id_)) for id_ in ids)
    found = short_ids(cast(LogRows, Rows(rows)), rows[:shown])
    return [found[id_] for id_ in ids[:shown]]


def _started(id_: str) -> datetime:
    """By its id, on a wall some hours behind."""
    return datetime.strptime(id_[:16], "%Y%m%dT%H%M%S%z").astimezone(timezone(timedelta(hours=-5)))


def width_of(columns: list[HistoryColumn]) -> int:
    return sum(column.width for column in columns) + 2 * (len(columns) - 1)


def test_what_fits_is_shown_in_full() -> None:
    assert fitted(COLUMNS, WHOLE) == COLUMNS


def test_signs_are_cut_first_then_names() -> None:
    cut = {column.name: column.width for column in fitted(COLUMNS, WHOLE - 8)}
    assert (cut["SIGNS"], cut["SESSION"]) == (12, 22)
    assert tuple(cut) == NAMES


@pytest.mark.parametrize(("width", "kept"), [(80, 7), (60, 5), (50, 4)])
def test_narrow_terminals_drop_columns(width: int, kept: int) -> None:
    """Day, session and what was done stay longest."""
    names = [column.name for column in fitted(COLUMNS, width)]
    assert (len(names), names[0]) == (kept, "DAY")
    assert {"SESSION", "DONE"} <= {*names}


@given(st.lists(st.integers(1, 60), min_size=8, max_size=8), st.integers(40, 250))
def test_it_always_fits_where_it_can(widths: list[int], width: int) -> None:
    """Nothing is dropped that would fit, and what stays is no wider than the terminal."""
    columns = [HistoryColumn(name, (), wide) for name, wide in zip(NAMES, widths, strict=True)]
    kept = fitted(columns, width)
    assert width_of(kept) <= width or [column.name for column in kept] == ["DAY", "SESSION"]
    assert len(kept) == 8 or width_of(columns) > width


def test_a_day_is_enough_where_it_had_one_workout() -> None:
    assert ids_of("20261120T183005Z-00000001", "20261119T183005Z-00000002", shown=2) == ["20261120", "20261119"]


def test_ids_are_longer_where_others_begin_so() -> None:
    """Also where the other one is not shown."""
    ids = ("20261120T183005Z-00000001", "20261120T183107Z-00000002", "20261120T070000Z-00000003")
    assert ids_of(*ids, shown=3) == ["20261120T1830", "20261120T1831", "20261120T07"]
    assert ids_of(*ids, shown=1) == ["20261120T1830"]


def test_two_at_the_same_second_have_the_whole_id() -> None:
    ids = ("20261120T183005Z-00000001", "20261120T183005Z-00000002")
    assert ids_of(*ids, shown=2) == [*ids]


def test_an_id_of_another_month_in_utc_is_seen() -> None:
    """On the wall it was still October."""
    ids = ("20261101T010000Z-00000001", "20261101T090000Z-00000002")
    assert ids_of(*ids, shown=1) == ["20261101T01"]


def test_a_copy_is_no_other_workout() -> None:
    id_ = "20261120T183005Z-00000001"
    assert ids_of(id_, id_, shown=2) == ["20261120", "20261120"]


def test_names_of_files_that_cannot_be_read_count_too() -> None:
    """They are found by them: to delete one, or to mend it."""
    id_ = "20261120T183005Z-00000001"
    row = replace(ROW, id=id_, started=_started(id_), path=f"2026/11/{id_}.toml")
    cut = Unreadable("2026/11/20261120T201500Z-00000002.toml", None, "cut short")
    named = (cut, replace(cut, path="notes.toml"))
    assert short_ids(cast(LogRows, Rows((row,), named)), [row]) == {id_: "20261120T18"}
    assert short_ids(cast(LogRows, Rows((row,), named[1:])), [row]) == {id_: "20261120"}


def test_the_name_of_a_renamed_file_counts_as_well() -> None:
    id_ = "20261120T183005Z-00000001"
    row = replace(ROW, id=id_, started=_started(id_), path=f"2026/11/{id_}.toml")
    other = replace(ROW, id="by-hand", started=_started(id_), path="2026/11/20261120-evening.toml")
    assert short_ids(cast(LogRows, Rows((row, other))), [row]) == {id_: "20261120T18"}


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_days_too(year: int) -> None:
    row = replace(ROW, id="x", started=datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, tzinfo=UTC))
    assert short_ids(cast(LogRows, Rows((row,))), [row]) == {"x": "x"}
