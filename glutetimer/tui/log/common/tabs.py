"""Pages of the log, each once: its name and title, its key and the key's label, and its class."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from glutetimer.tui.log.common.page import LogPage

Tab = Literal["history", "weeks", "exercise", "balance"]


class LogTab(msgspec.Struct, frozen=True):
    """A page of the log; `page` imports its class when it is first wanted."""

    name: Tab
    title: str
    key: str
    about: str
    page: Callable[[], type[LogPage]]


def _history() -> type[LogPage]:
    from glutetimer.tui.log.history.page import HistoryPage

    return HistoryPage


def _weeks() -> type[LogPage]:
    from glutetimer.tui.log.weeks.page import WeeksPage

    return WeeksPage


def _exercise() -> type[LogPage]:
    from glutetimer.tui.log.exercise.page import ExercisePage

    return ExercisePage


def _balance() -> type[LogPage]:
    from glutetimer.tui.log.balance.page import BalancePage

    return BalancePage


LOG_TABS: tuple[LogTab, ...] = (
    LogTab("history", "History", "1", "history: every workout, the newest first", _history),
    LogTab("weeks", "Weeks", "2", "weeks: how often", _weeks),
    LogTab("exercise", "Exercise", "3", "one exercise over time", _exercise),
    LogTab("balance", "Balance", "4", "balance: left against right", _balance),
)
