"""Run screen: passes keys to the run, draws its view, and asks its questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, work

from glutetimer.core.run import events as ev
from glutetimer.core.run.choices import ends, is_empty, leave_offer
from glutetimer.core.run.command_words import NOTHING_AFTER, eased, paced, skipped, taken_back
from glutetimer.core.run.commands import Command, Correct, Do
from glutetimer.core.sound_switches import switch_sound, switch_voice
from glutetimer.tui.card.help import keys_card
from glutetimer.tui.run import cards
from glutetimer.tui.run.timer import PacedRun
from glutetimer.tui.widgets.keys import RUN, Key, key_for

if TYPE_CHECKING:
    from glutetimer.core.ports import LiveRun
    from glutetimer.core.run.view import View
    from glutetimer.tui.card.card import Card

#: Shown where a skip would end the run.
LAST = f"{NOTHING_AFTER}: finish here"
#: Explains how to undo the last key.
BACK = "← takes it back"
NO_HOW = "The session does not say how"
#: Message after the sound was turned off, and the seconds that such messages stay.
QUIET, TOLD = "Quiet: the screen flashes", 5.0


class RunScreen(PacedRun):
    """Drives one run to its end, then dismisses."""

    TABLE = RUN

    def __init__(self, live: LiveRun) -> None:
        super().__init__(live)
        self._card: Card | None = None
        self._asking = False
        self._ending = False

    def on_key(self, event: events.Key) -> None:
        """Do what the key is for, unless a card is on its way."""
        key = key_for(event.key)
        if key is None:
            return
        event.stop()
        if self.is_active and not self._asking:
            self.do(key)

    def do(self, key: Key) -> None:
        """Do what a key of the table is for, until the run is over."""
        if key.command is Do.SKIP and ends(self._run.engine.state, Do.SKIP):
            self._pause_quietly()
            self._ask_finish(LAST)  # After the end nothing could be taken back.
        elif key.command is not None:
            self.press(key.command)
            self._say_why_not()
        elif not self._run.over:
            getattr(self, f"_do_{key.action}")()

    def _say_why_not(self) -> None:
        """Explain why the last key did nothing."""
        if self._run.engine.declined:
            self._tell(self._run.engine.declined)

    def on_stage_clicked(self) -> None:
        """Take a click anywhere as the main key."""
        self.press(Do.MAIN)

    def _shown(self, view: View) -> None:
        """Show the seconds left on the form card; leave the run after the last flash."""
        if self._ending and not self._flashing.busy:
            self._ending = False
            self.call_later(self._leave)
        if self._card is not None and view.stage == "asking":
            self._card.retitle(cards.form_title(view, view.shown_seconds))

    def _hear(self, event: ev.Event, sound: str) -> None:
        """Open and close cards as the run goes."""
        super()._hear(event, sound)
        match event:
            case ev.BoutAmended() if self._run.engine.state.stage == "break":
                self._told.say(cards.amended_words(self._run.engine.state, event.bout))
            case ev.PaceChanged():
                self._told.say(paced(self._run.engine.state.plan, event))
            case ev.Eased():
                self._told.say(f"{eased(self._run.engine.state.plan, event)} · {BACK}")
            case ev.Skipped():
                self._told.say(f"{skipped(self._run.engine.state.plan, event.bouts)} · {BACK}")
            case ev.TakenBack():
                self._told.say(taken_back(self._run.engine.state.plan, event))
            case ev.BoutStarted():
                self._told.say("")
            case ev.Finished():
                self._close_card()
                self._end()
            case ev.SetupStarted() | ev.RestStarted() | ev.SwitchStarted():
                self._how = False
                self._close_card()
            case ev.Paused() if event.reason != "pain" and not self._asking:
                self._ask_soon(self._ask_pause)
            case ev.PainFelt():
                self._ask_soon(self._ask_pain)
            case ev.FormBroke():
                self._ask_soon(self._ask_form, event.times)

    def _ask_soon(self, ask: Callable[..., object], *about: object) -> None:
        """Keep keys for a card from now on, not only once it is there."""
        self._asking = True
        self.call_later(ask, *about)

    def _end(self) -> None:
        """Leave at once, or after the end has been flashed; keys do nothing in between."""
        if self._flashing.busy and not self._live.rehearsal:
            self._ending = True
        else:
            self.call_later(self._leave)

    def _leave(self) -> None:
        """Leave the run, with everything that lies over it (keys, commands)."""
        while not self.is_active:
            self.app.pop_screen()
        self.dismiss(None)

    def _close_card(self) -> None:
        if self._card is not None and self._card.is_current:
            self._card.dismiss("")
        self._card = None

    async def _ask(self, card: Card) -> str:
        self._asking = True
        card.add_class("-over-run")
        card.also = self._also
        try:
            return await self.app.push_screen_wait(card)
        finally:
            self._asking = False

    @work
    async def _ask_pause(self) -> None:
        answer = await self._ask(cards.pause_card(self._run.view(self._clock.now())))
        if answer == cards.FINISH:
            self.press(await self._how_to_end())
        else:
            self.press(await self._meant(Do(answer)))
        self._ask_on()

    def _ask_on(self) -> None:
        """Put a card over the run wherever the clock stands: no answer may leave it standing without a card."""
        if self._run.engine.paused is not None and not self._asking and not self._run.over:
            self._ask_soon(self._ask_pause)

    async def _how_to_end(self, title: str = "Finish here") -> Command:
        empty = is_empty(self._run.engine.state) and self._run.workout.pain is None
        return await cards.ask_finish(self._ask, empty=empty, title=title)

    @work
    async def _ask_pain(self) -> None:
        from glutetimer.core.run.pain_choices import first_words  # pain questions: few runs need them
        from glutetimer.core.tell_pain import pain_today, tell
        from glutetimer.tui.run.pain_cards import ask_pain

        view, first = self._run.view(self._clock.now()), first_words(pain_today(self._live))
        for command in await ask_pain(self._ask, view, lambda told: tell(self._live, told, self._clock.now()), first):
            self.press(await self._meant(command))
        self._ask_on()

    async def _meant(self, command: Command) -> Command:
        """Command to carry out.

        Where a skip would leave nothing, ask first how to end: nobody could take it back.
        """
        last = command is Do.SKIP and ends(self._run.engine.state, Do.SKIP)
        return await self._how_to_end(LAST) if last else command

    @work
    async def _ask_form(self, times: int) -> None:
        view = self._run.view(self._clock.now())
        leave = leave_offer(self._run.engine.state, times)
        self._card = cards.form_card(view, leave, view.shown_seconds, self._correct)
        answer = await self._ask(self._card)
        self._card = None
        if answer:
            self.press(await self._meant(cards.form_command(answer)))
        self._ask_on()  # The machine may have slept meanwhile.

    def _correct(self, by: int) -> str:
        self.press(Correct(by))
        return cards.form_count(self._run.view(self._clock.now()))

    def _do_finish(self) -> None:
        self._pause_quietly()
        self._ask_finish()

    def _do_list(self) -> None:
        self._pause_quietly()
        self._ask_where()

    @work
    async def _ask_finish(self, title: str = "Finish here") -> None:
        self.press(await self._how_to_end(title))
        self._ask_on()

    @work
    async def _ask_where(self) -> None:
        from glutetimer.tui.run.jump import ask_jump

        self.press(await ask_jump(self._ask, self._run.view(self._clock.now())))
        self._ask_on()

    def _pause_quietly(self) -> None:
        """Stop the clock for a card that is not the pause card."""
        self._asking = True
        if self._run.engine.paused is None:
            self.press(Do.PAUSE)

    def _do_how(self) -> None:
        self._turn_how()
        self._tell("" if self._run.engine.state.current.exercise.how else NO_HOW)

    def _do_mute(self) -> None:
        self._tell(self._mute())

    def _do_voice(self) -> None:
        self._tell(self._voice())

    def _mute(self) -> str:
        return switch_sound(self._live, self._clock.now(), quiet=QUIET)

    def _voice(self) -> str:
        return switch_voice(self._live, self._clock.now())

    def _also(self, name: str) -> str:
        """Turn sound or voice off or on from a card over the run; return a sentence on the effect."""
        key = key_for(name)
        does = {"mute": self._mute, "voice": self._voice}.get(key.action if key else "")
        return does() if does else ""

    def _tell(self, text: str) -> None:
        self._told.say(text, self._clock.now() + TOLD)
        self._show()

    def _do_keys(self) -> None:
        card = keys_card()
        card.add_class("-over-run")
        self.app.push_screen(card)
