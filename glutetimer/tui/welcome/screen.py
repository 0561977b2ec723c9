"""First start: what this is, kit at home, a sound check, a first session. Every step can be skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from glutetimer.core.ports import Program
from glutetimer.core.run.debounce import STEP_ENDS, Debounce
from glutetimer.tui.card.help import NO_ADVICE
from glutetimer.tui.settings.sound_test import Rounds
from glutetimer.tui.welcome.steps import (
    KIT,
    MARKED,
    NOTHING,
    SESSION,
    SOUND,
    STEPS,
    TOO_SMALL,
    WHAT,
    FirstSession,
    WelcomeAnswer,
    answers,
    offer,
    way,
)
from glutetimer.tui.widgets.blocks import Blocks
from glutetimer.tui.widgets.keys import FIRST, bindings
from glutetimer.tui.widgets.kit_row import KitRow, kit_of, kit_rows
from glutetimer.tui.widgets.page import Page
from glutetimer.tui.widgets.row import Row

#: Columns of a label in the kit's step.
LABEL = 15


class FirstScreen(Page[str]):
    """Dismisses with the session to start right away, "" for the list."""

    TABLE = FIRST
    BINDINGS: ClassVar[list[BindingType]] = bindings(FIRST, first=True)
    CSS_PATH = "screen.tcss"

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._at = 0
        self._kit, self._bands = kit_rows(program.config, LABEL)
        self._touched: set[Row] = set()
        self._offer: FirstSession | None = None
        self._rounds = Rounds(program, self.set_timer, self._say)
        self._guard = Debounce()

    def body(self) -> ComposeResult:
        with Vertical(id="first"):
            yield Blocks("Hello", 5, id="hello")
            yield Static("\n".join(WHAT), id="what", markup=False)
            yield Static(id="way", classes="quiet", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="more", classes="quiet", markup=False)
            yield Vertical(id="answers")
            yield Static(id="said", markup=False)
        yield Static(NO_ADVICE, id="advice", classes="quiet", markup=False)

    async def on_mount(self) -> None:
        self._say("")
        await self._show(0)

    def on_unmount(self) -> None:
        """Stop the sounds and remember the welcome, however it is left: it does not come again without a request."""
        self._rounds.stop()
        self._program.welcomed()

    async def _show(self, at: int) -> None:
        """Go to a step."""
        self._rounds.stop()
        self._at = at
        self.set_class(at > 0, "-on")
        step = STEPS[at]
        self._offer = offer(self._program.sessions().sessions, self._program.config) if at == SESSION else None
        self.query_one("#way", Static).update(way(at))
        self.query_one("#question", Static).update(Content(step.title).stylize("bold"))
        self.query_one("#more", Static).update(self._offer.session.summary if self._offer else step.about)
        await self._ask()
        if at == SOUND:
            self._rounds.start()

    async def _ask(self) -> None:
        """Show the answers of this step; mark the first."""
        place = self.query_one("#answers")
        await place.remove_children()
        await place.mount(*self._rows())
        if self._at == KIT:
            self._offer_marked()
        self.query(Row).first().focus()

    def _rows(self) -> Iterator[Row]:
        """Rows of this step; kit starts with earlier answers."""
        if self._at == KIT:
            self._kit, self._bands = kit_rows(self._program.config, LABEL)
            self._kit.note = ""  # the question covers it
            self._touched.clear()
            yield from (self._bands, self._kit)
        yield from answers(self._at, self._offer, mute=self._program.config.mute)

    def _say(self, text: str, *, alarm: bool = True) -> None:
        said = self.query_one("#said", Static)
        said.display = bool(text)
        said.set_class(alarm, "-alarm")
        said.update(text)

    def _keep(self, changes: Mapping[str, object]) -> None:
        """Hand changes to the program; show its refusal, and go on all the same."""
        self._say(self._program.change(changes))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what Enter does now."""
        self.foot(self.row.does if isinstance(self.row, WelcomeAnswer) else "go on")

    def on_row_changed(self, event: Row.Changed) -> None:
        """Count a touched row as answered, even with nothing in it."""
        self._touched.add(event.row)
        self._offer_marked()

    def _offer_marked(self) -> None:
        """Let the last answer about kit keep what is marked: one that wipes it is offered only where nothing is."""
        for answer in self.query(WelcomeAnswer):
            if answer.value == "nothing":
                answer.say(*(MARKED if self._marked else NOTHING))

    @property
    def _marked(self) -> bool:
        return bool(self._kit.values or self._bands.values)

    def on_welcome_answer_given(self) -> None:
        """Give the clicked answer."""
        self.call_later(self.run_action, "take")

    async def action_take(self) -> None:
        """Give the marked answer. A key held through all steps starts no session."""
        pressed = self._guard.allows("take", STEP_ENDS, perf_counter())
        if self.row is None:  # the next step's answers are not there yet
            return
        match self.row.value if isinstance(self.row, WelcomeAnswer) else "kit":
            case "skip":
                self.dismiss("")
            case "start":
                if self._offer is not None and pressed:
                    self.dismiss(self._offer.session.id)
            case "small":
                self._say(TOO_SMALL, alarm=False)
            case "again":
                await self._again()
            case given:
                self._say("")
                self._take(given)
                await self._show(self._at + 1)

    def _take(self, given: str) -> None:
        """Keep an answer, before going on."""
        config = self._program.config
        if given == "silent":
            # Where nothing can play now, the screen flashes anyway, and sound is to come back with the device.
            if not self._rounds.problem:
                self._keep({"mute": True})
        elif given == "nothing" and not self._marked:
            self._keep({"kit": [], "bands": []})
        elif given in ("kit", "nothing") and self._touched:
            unnamed = self._bands not in self._touched and "band" in (config.kit or ())
            self._keep(kit_of(self._kit, self._bands, unnamed=unnamed))

    async def _again(self) -> None:
        if self._program.config.mute:
            self._keep({"mute": None})
            await self._show(SOUND)
        else:
            self._rounds.start()

    def action_row(self, by: int) -> None:
        """Go to the next answer or the one before; above the first, go to the step before."""
        if by < 0 and self.row is self.query(Row).first():
            self._back()
        else:
            super().action_row(by)

    def action_side(self, by: int) -> None:
        """Move among kit; from an answer go back to the step before."""
        if isinstance(self.row, KitRow):
            self.row.step(by)
        elif by < 0:
            self._back()

    def _back(self) -> None:
        if self._at:
            self._say("")
            self.call_later(self._show, self._at - 1)

    def action_leave(self) -> None:
        """Skip the whole welcome."""
        self.dismiss("")
