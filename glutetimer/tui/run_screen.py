"""The run on the screen: passes keys to the run, draws its view, and asks what has to be asked."""

from __future__ import annotations

import asyncio
from functools import partial

from textual import events, work
from textual.app import ComposeResult
from textual.screen import Screen

from glutetimer.core import events as ev
from glutetimer.core.commands import Command, Correct, Do, Gap
from glutetimer.core.desk import Begun
from glutetimer.tui import questions
from glutetimer.tui.card import Card
from glutetimer.tui.help_card import keys_card
from glutetimer.tui.keys import footer, key_for
from glutetimer.tui.paint.notes import Notes
from glutetimer.tui.stage_widget import Stage
from glutetimer.tui.ticking import FLASH, FLASH_APART, LEAST_FRAME, LOOK, flashes, until_change


class RunScreen(Screen[None]):
    """Drives one run to its end, then dismisses."""

    def __init__(self, begun: Begun) -> None:
        super().__init__()
        self._begun = begun
        self._run = begun.run
        self._clock = begun.clock
        self._last = 0.0
        self._wake: asyncio.TimerHandle | None = None
        self._how = False
        self._card: Card | None = None
        self._asking = False
        self._flash = False

    def compose(self) -> ComposeResult:
        yield Stage()

    def on_mount(self) -> None:
        self._run.listen(self._hear)
        self._run.start(self._clock.now())
        self._tick()

    def on_unmount(self) -> None:
        self._sleep()

    def on_key(self, event: events.Key) -> None:
        """Every key of the table does what it says there."""
        key = key_for(event.key)
        if key is None:
            return
        event.stop()
        if key.command is not None:
            self.press(key.command)
        else:
            getattr(self, f"_do_{key.action}")()

    def on_stage_clicked(self) -> None:
        """A click anywhere is the main key."""
        self.press(Do.MAIN)

    def press(self, command: Command) -> None:
        """Give the run a command, and show what came of it."""
        self._run.press(command, self._clock.now())
        self._show()

    def _tick(self) -> None:
        now = self._clock.now()
        if self._begun.slept():
            self._run.press(Gap(self._last), now)
        self._run.tick(now)
        self._show()

    def _show(self) -> None:
        """Draw, and wake again when something is due or looks different."""
        self._last = self._clock.now()
        view = self._run.view(self._last)
        problems = self._begun.problems()
        self.query_one(Stage).show(
            view,
            Notes(
                problem=problems[0] if problems else "",
                muted=self._run.muted,
                flash=self._flash,
                how=self._how,
                footer=footer(view),
                remarks=self._begun.remarks if view.stage == "setup" else (),
            ),
        )
        if self._card is not None and view.stage == "asking":
            self._card.retitle(questions.form_title(view.shown_seconds))
        self._sleep()
        if not self._run.over and view.paused is None:
            self._wake_in(until_change(view))

    def _wake_in(self, change: float) -> None:
        now = self._clock.now()
        frame = max(self._clock.wait(now + min(change, LOOK)), LEAST_FRAME if self._begun.rehearsal else 0.0)
        due = self._run.next_due()
        delay = frame if due is None else min(frame, self._clock.wait(due))
        self._wake = asyncio.get_running_loop().call_later(delay, partial(self.call_later, self._tick))

    def _sleep(self) -> None:
        if self._wake is not None:
            self._wake.cancel()
            self._wake = None

    def _hear(self, event: ev.Event, sound: str) -> None:
        """Flash where nothing is heard; open and close cards as the run goes."""
        if times := flashes(event):
            self._flash_for(times)
        match event:
            case ev.Finished():
                self._close_card()
                self.call_later(self._leave)
            case ev.SetupStarted() | ev.RestStarted() | ev.SwitchStarted():
                self._how = False
                self._close_card()
            case ev.Paused() if event.reason != "pain" and not self._asking:
                self.call_later(self._ask_pause)
            case ev.PainFelt():
                self.call_later(self._ask_pain)
            case ev.FormBroke():
                self.call_later(self._ask_form, event.times)

    def _leave(self) -> None:
        self.dismiss(None)

    def _flash_for(self, times: int) -> None:
        """What a sound would say, said by the whole screen: reversed for a moment, once or twice."""
        if not self._begun.silent() and not self._run.muted:
            return
        loop = asyncio.get_running_loop()
        for number in range(times):
            start = number * FLASH_APART
            loop.call_later(start, partial(self.call_later, self._set_flash, True))
            loop.call_later(start + FLASH, partial(self.call_later, self._set_flash, False))

    def _set_flash(self, on: bool) -> None:
        self._flash = on
        self._show()

    def _close_card(self) -> None:
        if self._card is not None and self._card.is_current:
            self._card.dismiss("")
        self._card = None

    async def _ask(self, card: Card) -> str:
        self._asking = True
        try:
            return await self.app.push_screen_wait(card)
        finally:
            self._asking = False

    @work
    async def _ask_pause(self) -> None:
        answer = await self._ask(questions.pause_card(self._run.view(self._clock.now())))
        if answer == "finish":
            self.press(await questions.ask_finish(self._ask))
        else:
            self.press(Do(answer))

    @work
    async def _ask_pain(self) -> None:
        for command in await questions.ask_pain(self._ask, self._run.view(self._clock.now())):
            self.press(command)

    @work
    async def _ask_form(self, times: int) -> None:
        view = self._run.view(self._clock.now())
        self._card = questions.form_card(view, times, view.shown_seconds, self._correct)
        answer = await self._ask(self._card)
        self._card = None
        if answer:
            self.press(questions.form_command(answer))

    def _correct(self, by: int) -> list[str]:
        self.press(Correct(by))
        return questions.form_text(self._run.view(self._clock.now()))

    @work
    async def _do_finish(self) -> None:
        self._pause_quietly()
        self.press(await questions.ask_finish(self._ask))

    @work
    async def _do_list(self) -> None:
        self._pause_quietly()
        self.press(await questions.ask_jump(self._ask, self._run.view(self._clock.now())))

    def _pause_quietly(self) -> None:
        """Stop the clock for a card that is not the pause card."""
        self._asking = True
        if self._run.engine.paused is None:
            self.press(Do.PAUSE)

    def _do_how(self) -> None:
        self._how = not self._how
        self._show()

    def _do_mute(self) -> None:
        self._run.muted = not self._run.muted
        self._show()

    def _do_keys(self) -> None:
        self.app.push_screen(keys_card())
