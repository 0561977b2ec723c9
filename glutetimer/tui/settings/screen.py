"""Settings screen, a row each; a change is kept at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from glutetimer.core.ports import Program
from glutetimer.core.settings.config import USUAL, Config, value_of
from glutetimer.core.settings.settings import ON_SCREEN, SETTING_CHOICES
from glutetimer.core.settings.spec import SettingChoice
from glutetimer.tui.drawing.theme import theme_name
from glutetimer.tui.settings.sound_test import Listening
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.keys import SETTINGS, bindings
from glutetimer.tui.widgets.kit_row import kit_of, kit_rows, show_kit
from glutetimer.tui.widgets.page import Page
from glutetimer.tui.widgets.row import LIT, ChoiceRow, Row

#: Seconds from the last change of a volume until it is played, and from then until the player can report a problem.
HAND_RESTS, PLAYER_TELLS = 0.25, 0.75
#: From this many rows on, there is room between the groups.
FREE = 28

_KIT = "What you lack is replaced or left out."
_BANDS = "The strengths you own; which one you used is kept with each workout."
_LOG = 'Where workouts are kept. Change it in config.toml: log_dir = "..."'


class SettingsScreen(Page[None]):
    """Shows the settings for every session, until they are changed again."""

    TABLE = SETTINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings(SETTINGS, first=True)
    CSS_PATH = "screen.tcss"

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._listening = Listening(program)
        self._soon: Timer | None = None
        self._kit, self._bands = kit_rows(program.config, LABEL + 2)

    def body(self) -> ComposeResult:
        config = self._program.config
        with Vertical(id="settings"):
            with VerticalScroll(id="rows", can_focus=False):
                for nr, group in enumerate(ON_SCREEN):
                    for at, name in enumerate(group):
                        yield SettingRow(name, config).set_class(nr > 0 and at == 0, "-first")
                yield self._kit.add_class("-first")
                yield self._bands
                yield ToldRow("Log folder", config.log_dir or "the usual folder", _LOG, id="log_dir")
            yield Static(id="about", classes="quiet", markup=False)
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._say("")
        self.query(Row).first().focus()

    def on_unmount(self) -> None:
        self._listening.close()

    def redraw(self) -> None:
        """Draw the head with the place of the settings, and the foot."""
        self.set_class(self.app.size.height >= FREE, "-free")
        self.head("Settings", "every change is kept at once, in config.toml")
        self.foot("done")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Explain the row with the cursor."""
        told: dict[Row | None, str] = {self._kit: _KIT, self._bands: _BANDS}
        row = self.row
        about = row.about if isinstance(row, (SettingRow, ToldRow)) else told.get(row, "")
        self.query_one("#about", Static).update(about)

    def on_row_changed(self, event: Row.Changed) -> None:
        """Keep the new value."""
        row = event.row
        if isinstance(row, SettingRow):
            self._keep_row(row, row.value)
        elif row in (self._kit, self._bands):
            self._keep(self._kit_changes(row))

    def _kit_changes(self, row: Row) -> Mapping[str, object]:
        """Changes of kit and bands.

        Bands alone say nothing about chairs; a band without a strength stays while other kit changes.
        """
        config = self._program.config
        if row is self._bands and config.kit is None:
            return {"bands": list(self._bands.values)}
        return kit_of(self._kit, self._bands, unnamed=row is self._kit and "band" in (config.kit or ()))

    def _keep_row(self, row: SettingRow, value: object) -> None:
        if self._keep({row.of: value}) and (row.setting.sample or row.setting.spoken):
            self._sample_soon(row.setting)

    def _keep(self, changes: Mapping[str, object]) -> bool:
        """Hand changes to the program; whether it took them. Show its answer and the present values."""
        before = self._program.config
        self._wait_no_more()
        problem = self._program.change(changes)
        self._say(problem)
        config = self._program.config
        for row in self.query(SettingRow):
            row.show(config)
        show_kit(self._kit, self._bands, config)
        if config.theme != before.theme:
            self.app.theme = theme_name(config.theme, os.environ)
        return not problem

    def _say(self, problem: str) -> None:
        said = self.query_one("#said", Static)
        said.display = bool(problem)
        said.update(problem)

    def _sample_soon(self, setting: SettingChoice) -> None:
        """Play a sample of a volume once the hand rests: each change needs another player."""
        self._soon = self.set_timer(HAND_RESTS, partial(self._sample, setting))

    def _wait_no_more(self) -> None:
        """Cancel a waiting sample: it must not talk over the next sound."""
        if self._soon is not None:
            self._soon.stop()

    def _sample(self, setting: SettingChoice) -> None:
        self._listening.close()
        if setting.spoken:
            self._listening.say(setting.spoken)
        else:
            self._listening.play(setting.sample)
        self._soon = self.set_timer(PLAYER_TELLS, self._say_player)
        self._say_player()

    def _say_player(self) -> None:
        self._say(self._listening.problem)

    def action_usual(self) -> None:
        """Set the usual value again; kit and bands go together."""
        row = self.row
        if isinstance(row, SettingRow):
            self._keep_row(row, None)
        elif row in (self._kit, self._bands):
            self._keep({"kit": None, "bands": None})

    def action_leave(self) -> None:
        """Leave the screen."""
        self.dismiss(None)


#: Columns of a label with its mark; column of "usual: ...".
LABEL = 24
BESIDE = 50


class SettingRow(ChoiceRow):
    """Row of a setting between arrows; a changed one is amber and names the usual value."""

    def __init__(self, of: str, config: Config) -> None:
        """`of` is the setting's dotted name."""
        self.of, self.setting = of, SETTING_CHOICES[of]
        now = value_of(config, of)
        super().__init__(self.setting.label, self.setting.choices(now), now, id=of.replace(".", "-"))

    @property
    def about(self) -> str:
        """Sentence on its effect."""
        return self.setting.about

    def show(self, config: Config) -> None:
        """Show the setting as it is kept."""
        self.value = value_of(config, self.of)
        self.refresh()

    def step(self, by: int) -> None:
        """Go to the next value; words go round, numbers stop at their ends."""
        if not self.setting.is_number:
            super().step(by)
            return
        if self.value is None and by > 0 and self.setting.begins is not None:
            self.choose(self.setting.begins)
            return
        values = [value for value, _ in self._choices]
        self.choose(values[max(0, min(values.index(self.value) + by, len(values) - 1))])

    def toggle(self) -> None:
        """Choose the other value, where there are two."""
        if len(self._choices) == 2:
            self.step(1)

    def line(self) -> ClickLine:
        usual = value_of(USUAL, self.of)
        line = label_of(self)
        if self.has_focus:
            line.add("◄ ", LIT, tag=-1).add(self.words, LIT, tag=1).add(" ►", LIT, tag=1)
        else:
            line.add("  ").add(self.words, "" if self.value == usual else "$primary", tag=1)
        says = f"usual: {self.setting.say(usual)}"
        if self.value != usual and BESIDE + len(says) <= self.size.width:
            line.pad(BESIDE).add(says, "$text-muted")
        return line


class ToldRow(Row):
    """Row with a fact that cannot be changed here."""

    def __init__(self, label: str, told: str, about: str, *, id: str) -> None:
        super().__init__(label, id=id)
        self.told, self.about = told, about

    def line(self) -> ClickLine:
        return label_of(self).add("  ").add(self.told)


def label_of(row: Row) -> ClickLine:
    """Mark and label, as wide as this screen's labels are."""
    mark = "► " if row.has_focus else "  "
    return ClickLine().add(f"{mark}{row.label}", "bold" if row.has_focus else "").pad(LABEL)
