"""The rows of the settings screen."""

from __future__ import annotations

from glutetimer.core.config import USUAL, Config, value_of
from glutetimer.tui.hits import Line
from glutetimer.tui.rows import LIT, ChoiceRow, Row
from glutetimer.tui.settings_table import Setting

#: Columns of a label with its mark; where "usual: ..." stands.
LABEL = 24
BESIDE = 50


class SettingRow(ChoiceRow):
    """One setting between arrows; one that was changed is amber and says what is usual."""

    def __init__(self, setting: Setting, config: Config) -> None:
        self.setting = setting
        now = value_of(config, setting.name)
        super().__init__(setting.label, setting.choices(now), now, id=setting.name.replace(".", "-"))

    @property
    def about(self) -> str:
        """What it does, in a sentence."""
        return self.setting.about

    def show(self, config: Config) -> None:
        """The setting as it is kept."""
        self.value = value_of(config, self.setting.name)
        self.refresh()

    def step(self, by: int) -> None:
        """Words go round, numbers stop at their ends."""
        if not self.setting.is_number:
            super().step(by)
            return
        if self.value is None and by > 0 and self.setting.begins is not None:
            self.choose(self.setting.begins)
            return
        values = [value for value, _ in self._choices]
        self.choose(values[max(0, min(values.index(self.value) + by, len(values) - 1))])

    def toggle(self) -> None:
        """The other one, where there are two."""
        if len(self._choices) == 2:
            self.step(1)

    def line(self) -> Line:
        usual = value_of(USUAL, self.setting.name)
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
    """What is so, and cannot be changed here."""

    def __init__(self, label: str, told: str, about: str, *, id: str) -> None:
        super().__init__(label, id=id)
        self.told, self.about = told, about

    def line(self) -> Line:
        return label_of(self).add("  ").add(self.told)


def label_of(row: Row) -> Line:
    """Mark and label, as wide as this screen's labels are."""
    mark = "► " if row.has_focus else "  "
    return Line().add(f"{mark}{row.label}", "bold" if row.has_focus else "").pad(LABEL)
