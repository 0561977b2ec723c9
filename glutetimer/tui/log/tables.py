"""The tables of keys of the log's pages, by the names that the README gives them."""

from __future__ import annotations

from glutetimer.tui.keys import Table
from glutetimer.tui.log.chart_keys import BALANCE, EXERCISE, WEEKS
from glutetimer.tui.log.keys import ADD, HISTORY, LOG_EDIT

LOG_TABLES: dict[str, Table] = {
    "The log: History": HISTORY,
    "The log: Weeks": WEEKS,
    "The log: Exercise": EXERCISE,
    "The log: Balance": BALANCE,
    "Correcting a workout": LOG_EDIT,
    "Adding a workout": ADD,
}
