"""Row of a bout whose count can be changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from glutetimer.core.pain.tellings import pain_words, telling_of
from glutetimer.core.record.answers import form_broken, form_held, is_hurt, recounted, stepped, unhurt
from glutetimer.core.record.ending import BY_HAND, ended, ended_beside
from glutetimer.core.record.record import BoutRecord, Result
from glutetimer.core.text.doses import count_text
from glutetimer.core.values import replace
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.finish.bout_text import BoutColumns, in_brief, planned_of, which_bout
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import LIT
from glutetimer.tui.widgets.typed_row import TypedRow

#: Most digits of a count.
DIGITS = 4


class BoutRow(TypedRow):
    """Row whose count can be changed or typed; `named` where the row above is of another exercise."""

    def __init__(self, bout: BoutRecord, shared: BoutColumns, *, named: bool) -> None:
        super().__init__(bout.name)
        self.bout = self._before = bout
        self.shared = shared
        self._named = named
        self._said: Callable[[BoutRecord], BoutRecord] = lambda bout: bout

    @property
    def about(self) -> str:
        """Whole content as a sentence, for a row that is cut."""
        which = ", ".join(filter(None, [self.bout.name, *which_bout(self.bout)]))
        return f"{which}: {ended(self.bout)}{self._hurt}"

    @property
    def _hurt(self) -> str:
        """Pain that the end of the bout does not show, or that was taken back."""
        if is_hurt(self._before) and not is_hurt(self.bout):
            return "; its pain is taken back"
        if self.bout.result is None or self.bout.result.outcome == "pain" or not is_hurt(self.bout):
            return ""
        told = telling_of(self.bout.exercise, self.bout.result)
        return f"; pain: {pain_words(told) if told else 'none'}"

    def step(self, by: int) -> None:
        """Change the count by one."""
        self.anew()
        if self.bout.result is not None:
            self._recount(stepped(self.bout.result.done, by, self.bout.target))

    def take(self, text: str) -> bool:
        """Take a typed count."""
        if self.bout.result is None or len(text) > DIGITS:
            return False
        self._recount(int(text))
        return True

    def shorter(self, typed: str) -> str:
        """Drop the last digit that was typed, else of the present count."""
        result = self.bout.result
        if result is None or (result.done is None and not typed):
            return ""
        return (typed or str(result.done))[:-1] or "0"

    def _recount(self, done: int) -> None:
        """Set the count; at the count it came with, the bout is as it came, with its source."""
        self._put(recounted(self._came(hurt=is_hurt(self.bout)), done))

    def _came(self, *, hurt: bool) -> BoutRecord:
        """Bout as it came, with the answer about its form, and with its pain or without."""
        bout = self._said(self._before)
        return bout if hurt else unhurt(bout)

    def form(self, cue: str | None) -> None:
        """Set whether its form broke: `cue` first ("": unknown), or None: it did not. A corrected count stays."""
        came, now = self._came(hurt=is_hurt(self.bout)), self.bout
        self.anew()
        self._said = form_held if cue is None else partial(form_broken, cue=cue)
        base, done = self._came(hurt=is_hurt(now)), now.result.done if now.result else None
        corrected = done is not None and now != came
        self._put(recounted(base, done) if corrected and done is not None else base)

    def take_back(self) -> None:
        """Take its pain back, or restore it where that was done already."""
        result = self.bout.result
        self.anew()
        if result is not None:
            before = self._came(hurt=not is_hurt(self.bout))
            self._put(before if result.done is None else recounted(before, result.done))

    def hurt(self, result: Result) -> None:
        """Add the pain of this result; it can be taken back like an earlier one."""
        self.anew()
        self._before = _with_pain(self._before, result)
        self._put(_with_pain(self.bout, result))

    def _put(self, bout: BoutRecord) -> None:
        if bout != self.bout:
            self.bout = bout
            self.changed()

    def hit(self, tag: object) -> None:
        """Step by a click on an arrow."""
        if isinstance(tag, int):
            self.step(tag)

    def line(self) -> ClickLine:
        name = shorten(self.label, self.shared.name) if self._named or self.has_focus else ""
        line = ClickLine().add("► " if self.has_focus else "  ").add(name, "bold" if self.has_focus else "")
        at = 2 + self.shared.name + self.shared.gap
        for part, wide in zip(which_bout(self.bout, self.shared.brief), self.shared.which, strict=True):
            line.pad(at).add(part)
            at += wide + self.shared.gap if wide else 0
        self._count(line.pad(at))
        return self._ended(line.pad(self.shared.used))

    def _count(self, line: ClickLine) -> None:
        result = self.bout.result
        done = f"{'-' if result is None else count_text(result.done):>{self.shared.done}}"
        if self.has_focus:
            line.add("◄", LIT, tag=-1).add(done, LIT).add(" ►", LIT, tag=1).add(" ")
        else:
            line.add(f" {done}", self._style).add("   ")
        line.add(planned_of(self.bout), "$text-muted")

    @property
    def _style(self) -> str:
        return "$primary" if self._by_hand else ""

    @property
    def _by_hand(self) -> bool:
        result = self.bout.result
        return result is not None and result.done is not None and result.counted_by == "hand"

    def _ended(self, line: ClickLine) -> ClickLine:
        result, brief = self.bout.result, self.shared.brief
        words = in_brief(result) if brief and result else ended_beside(result)
        plain = result is not None and result.outcome == "done" and not self._hurt
        words += "" if brief else self._hurt
        if self._by_hand:
            line.add(BY_HAND, "$primary")
            words = "" if plain or brief else f", {words}"
        return line.add(words, "$text-muted" if plain else "")


def _with_pain(bout: BoutRecord, of: Result) -> BoutRecord:
    """Bout with the pain of another result."""
    if bout.result is None:
        return bout
    told = replace(bout.result, pain=of.pain, place=of.place, pain_side=of.pain_side, pain_flag=of.pain_flag)
    return replace(bout, result=told)
