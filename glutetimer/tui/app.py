"""Full-screen program: a thin app that goes from choosing to running to confirming."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from glutetimer.core.defaults import today
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.text.problems import BadFile, Broke
from glutetimer.tui.app_help import advises, settle_memory, slip_words, stand_still
from glutetimer.tui.card.card import Card
from glutetimer.tui.card.help import HasKeys, KeyCommands, KeyPalette, palette_fits
from glutetimer.tui.terminal.process import Suspending, end_on_signals
from glutetimer.tui.themed_app import ThemedApp

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Options
    from glutetimer.core.ports import Leftover, LiveRun, Program
    from glutetimer.tui.home.page import Chosen


def run_app(program: Program, session: str | None, options: Options, resume: Leftover | None) -> tuple[int, list[str]]:
    """Show the screen until the runner leaves; return the exit code, and where records were saved.

    Raises BadFile where no run can start, and Broke after an error of this program.
    """
    app = GluteApp(program, session, options, resume)
    code = app.run()
    if app.refused is not None:
        raise app.refused
    if code is None:
        app.let_go()
        raise Broke(app.broke)
    return code, app.saved


class GluteApp(ThemedApp):
    """Home, run, finish; and home again if it started there."""

    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {KeyCommands}
    TITLE = "glutetimer"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(self, program: Program, session: str | None, options: Options, resume: Leftover | None) -> None:
        """`resume`: the workout to resume without asking."""
        super().__init__(program.config.theme)
        self._program = program
        self._session = session
        self._options = options
        self._resume = resume
        self._changed: dict[str, Options] = {}
        self._marked = ""
        self._ran = False
        self.saved: list[str] = []
        self.refused: BadFile | None = None
        self.broke = ""
        self._live: LiveRun | None = None
        self._suspending: Suspending | None = None

    def on_mount(self) -> None:
        """Listen to signals, start."""
        end_on_signals(self.exit)
        if self._driver is not None:
            self._suspending = Suspending(self._driver, partial(stand_still, self), partial(_redraw, self))
            self._suspending.listen()
        self.call_after_refresh(settle_memory)
        self.go()

    @work
    async def go(self) -> None:
        """Go through the whole program."""
        live = await self._left_over()
        if live is None and self._session is not None and self._resume is None:
            live = self._begin(self._session, self._options)
        if live is not None:
            self.exit(await self._do(live))
            return
        if self.refused is None and self._session is None and self._program.first_start():
            await self._welcome()
        while self.refused is None and (chosen := await self._choose()):
            await self._start(chosen.session, chosen.options)
        self.exit(0)

    async def _welcome(self) -> None:
        """Show the first start; it may end with the first session."""
        from glutetimer.tui.welcome.screen import FirstScreen  # asked for once in years

        self._marked = await self.push_screen_wait(FirstScreen(self._program))
        wanted = [session for session in self._program.sessions().sessions if session.id == self._marked]
        for session in wanted:
            await self._start(session.id, today(session, self._program.config, Past()))

    async def _start(self, session: str, options: Options) -> None:
        live = self._begin(session, options)
        if live is not None:
            await self._do(live)
            self._ran = live.run.engine.state.end != "discarded"

    async def _choose(self) -> Chosen | None:
        from glutetimer.tui.home.screen import HomeScreen  # of the list and the run one is shown first

        home = HomeScreen(self._program, date.today(), self._changed, self._marked, ran=self._ran)
        chosen = await self.push_screen_wait(home)
        self._marked = chosen.session if chosen else ""
        return chosen

    def _begin(self, session: str, options: Options) -> LiveRun | None:
        return self._try(lambda: self._program.begin(session, options))

    def _try(self, begin: Callable[[], LiveRun]) -> LiveRun | None:
        try:
            return begin()
        except BadFile as bad:
            if self._session is None and self._resume is None:  # there is a list to choose another one from
                self.notify(f"{bad}.", markup=False)
            else:
                self.refused = bad
        except EmptyPlan as empty:
            self.notify(str(empty), markup=False)
        return None

    async def _left_over(self) -> LiveRun | None:
        """Ask what to do with an unfinished workout; return the run to resume, if that is the answer."""
        if (wanted := self._resume) is not None:
            return self._try(lambda: self._program.resume(wanted))
        left = [item for item in self._program.leftovers() if item.says_something]
        if not left:
            return None
        from glutetimer.tui.run.save import leftover_card  # once in a while

        answer = await self._ask(leftover_card(left[0]))
        if answer == "resume":
            return self._try(lambda: self._program.resume(left[0]))
        self._put_away(left[0], answer)
        return None

    def _put_away(self, leftover: Leftover, answer: str) -> None:
        """Save or discard the workout; otherwise it is offered again next time."""
        try:
            if answer == "save":
                self.saved.append(self._program.save(leftover))
            elif answer == "discard":
                self._program.discard(leftover)
        except (BadFile, OSError) as refusal:
            self.notify(f"{'Not saved' if answer == 'save' else 'Still there'}: {refusal}.", markup=False)

    async def _do(self, live: LiveRun) -> int:
        """Run it, and confirm the results; return the exit code of this run."""
        from glutetimer.tui.run.screen import RunScreen

        self._live = live
        try:
            await self.push_screen_wait(RunScreen(live))
            if live.run.engine.state.end == "discarded":
                return 0
            return await self._confirm(live)
        finally:
            await asyncio.to_thread(live.close)
            self._live = None

    async def _confirm(self, live: LiveRun) -> int:
        from glutetimer.tui.run.save import SAVE_WAIT, safely_saved

        saved = await safely_saved(self._ask, live)
        if live.rehearsal:
            self.saved += [saved] if saved else []
            return 0
        from glutetimer.core.record.ending import cues_of
        from glutetimer.core.text.doses import range_and_last
        from glutetimer.tui.finish.screen import FinishScreen  # there is time for it now

        before, cues = live.run.workout, partial(cues_of, live.run.engine.state.plan)
        exercises = {bout.exercise.id: bout.exercise for bout in live.run.engine.state.plan.bouts}
        beside = {id_: range_and_last(one, live.last_done.get(id_, ())) for id_, one in exercises.items()}
        finish = FinishScreen(before, saved, live.run.amend, cues, advises(live), beside)
        if await self.push_screen_wait(finish) != before:
            saved = await asyncio.to_thread(live.saved, SAVE_WAIT)
        if saved:
            self.saved.append(saved)
        return 0 if saved else 1

    def let_go(self) -> None:
        """Close a run that an abrupt end left open: wait for its record, and release it for other programs."""
        if self._live is not None:
            self._live.close()

    def panic(self, *renderables: object) -> None:
        """End after an error of this program, with one sentence; a full trace helps no runner."""
        self.broke = self.broke or slip_words(sys.exc_info()[1])
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self.panic()

    def action_suspend_process(self) -> None:
        """Stand still (Ctrl+Z)."""
        if self._suspending is not None:
            self._suspending.stop()

    async def action_quit(self) -> None:
        """Leave the screen on top (Ctrl+Q, which Textual takes first); a card gets its harmless answer."""
        screen = self.screen
        if isinstance(screen, Card):
            screen.give_way()
        elif isinstance(screen, HasKeys):
            for key in screen.TABLE:
                if "ctrl+q" in key.keys:
                    screen.do(key)

    def action_command_palette(self) -> None:
        """Open the palette over screens with keys; a card must be answered first."""
        if isinstance(self.screen, HasKeys) and palette_fits(self.size):
            self.push_screen(KeyPalette(placeholder="What do you want to do?", id="--command-palette"))

    async def _ask(self, card: Card) -> str:
        return await self.push_screen_wait(card)


def _redraw(app: GluteApp) -> None:
    app.refresh(layout=True)
