"""One table of keys per screen: bindings, footer, `?` card, command palette and README say the same."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.binding import Binding

from glutetimer.core.run.view import View
from glutetimer.core.text.keyboard import same_key
from glutetimer.tui.card.card import Card
from glutetimer.tui.card.help import keys_card
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.finish.screen import FinishScreen
from glutetimer.tui.home.screen import HomeScreen
from glutetimer.tui.log.balance.page import BalancePage
from glutetimer.tui.log.edit.add import AddScreen
from glutetimer.tui.log.edit.correct import EditScreen
from glutetimer.tui.log.exercise.page import ExercisePage
from glutetimer.tui.log.history.page import HistoryPage
from glutetimer.tui.log.weeks.page import WeeksPage
from glutetimer.tui.options.screen import OptionsScreen
from glutetimer.tui.run.screen import RunScreen
from glutetimer.tui.settings.screen import SettingsScreen
from glutetimer.tui.welcome.screen import FirstScreen
from glutetimer.tui.widgets.keys import RUN, Table, footer, key_for
from glutetimer.tui.widgets.page import Page
from tests.helpers.pages import BRIDGE, SWAP, moment
from tests.make.readme import ALL, KEYS, renewed

PAGES: dict[str, type[Page[Any]]] = {
    "Home": HomeScreen,
    "Options": OptionsScreen,
    "Finish": FinishScreen,
    "Correcting": CorrectScreen,
    "Settings": SettingsScreen,
    "First start": FirstScreen,
    "The log: History": HistoryPage,
    "The log: Weeks": WeeksPage,
    "The log: Exercise": ExercisePage,
    "The log: Balance": BalancePage,
    "Correcting a workout": EditScreen,
    "Adding a workout": AddScreen,
}


def test_the_readme_has_every_key() -> None:
    """As `make readme` writes it."""
    there = KEYS.read_text("utf-8")
    assert renewed(there) == there, "run: make readme"
    for table in ALL.values():
        for key in table:
            assert f"| {key.shown} | {key.label} |" in there


@pytest.mark.parametrize("name", PAGES)
def test_a_page_binds_what_its_table_says(name: str) -> None:
    """No key more, none less; every action is there to be done."""
    page, table = PAGES[name], ALL[name]
    assert page.TABLE is table
    bound = {b.key: b.action for b in page.BINDINGS if isinstance(b, Binding)}
    for key in table:
        if not key.action:
            continue  # a widget of the page has it
        for one in (name for shown in key.keys for name in (shown, *same_key(shown))):
            assert bound.pop(one) == key.action
        action = key.action.partition("(")[0]
        assert callable(getattr(page, f"action_{action}", None)), key
    assert bound == {}


def test_the_run_does_what_its_table_says() -> None:
    """Every key has a command, or a verb of the screen."""
    assert RunScreen.TABLE is RUN
    for key in RUN:
        assert (key.command is None) == bool(key.action)
        assert key.command is not None or callable(getattr(RunScreen, f"_do_{key.action}"))
        assert all(key_for(one) is key for shown in key.keys for one in (shown, *same_key(shown)))


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_no_key_means_two_things(table: Table) -> None:
    """On one screen."""
    names = [one for key in table for one in key.keys]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_the_card_of_keys_lists_them_all(table: Table) -> None:
    """With how they are printed, and what they do."""
    words = keys_card(table).words
    for key in table:
        assert any(line.startswith(key.shown) and line.endswith(key.label) for line in words)


@pytest.mark.parametrize("stage", ["setup", "rest", "switch", "ready", "reps", "hold", "asking", "over"])
@pytest.mark.parametrize("undo", [None, "skipped"])
def test_the_runs_footer_names_keys_of_the_table(stage: str, undo: str | None) -> None:
    """Each hint begins with keys that the table prints."""

    seen = SimpleNamespace(stage=stage, undo=undo, bout=SimpleNamespace(exercise=BRIDGE))
    shown = {one for key in RUN for one in key.shown.split()} | {"◄"}
    for keys, _ in footer(cast("View", seen)):
        assert set(keys.split()) <= shown


def test_how_is_offered_only_where_it_is_explained() -> None:
    """An exercise without a text has nothing to show."""
    for exercise, offered in ((BRIDGE, True), (SWAP, False)):
        assert (("h", "how") in footer(moment(exercise, at=2.0))) == offered


@pytest.mark.parametrize("screen", [*PAGES.values(), RunScreen])
def test_every_screen_offers_its_keys_to_the_palette(screen: type[Any]) -> None:
    """All pages and the run have what the palette asks for; a card has not: it is answered first."""
    for wanted in ("TABLE", "do"):
        assert hasattr(screen, wanted)
        assert not hasattr(Card, wanted)


def test_the_tables_are_all_there() -> None:
    """None is kept beside them."""
    assert set(ALL) == {*PAGES, "Run", "Cards"}
