"""Drive the run on the screen by time: one timer to the next moment, frames, the watch for sleep."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from glutetimer.core.run.commands import Command, Gap
from glutetimer.core.sound_switches import SoundWatch
from glutetimer.tui.run.awake import Waking
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.picture import Stage
from glutetimer.tui.run.redraw import LEAST_APART, LEAST_FRAME, LEAST_WAIT, LOOK, NONE, stirs, until_change
from glutetimer.tui.run.signals import Bell, Flashing, Signals, Told
from glutetimer.tui.widgets.keys import footer

if TYPE_CHECKING:
    from glutetimer.core.ports import LiveRun
    from glutetimer.core.run import events as ev
    from glutetimer.core.run.view import View

#: How long the screen says that sound is back.
SOUND_BACK_SECONDS = 3.0


class PacedRun(Screen[None]):
    """Lets a run go on and draws it. Keys and cards come from subclasses."""

    def __init__(self, live: LiveRun) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._clock = live.clock
        self._last = 0.0
        self._wake: asyncio.TimerHandle | None = None
        self._deaf: Callable[[], None] = lambda: None
        self._flashing = Flashing(self._show_later)
        self._signals = Signals(live, self._flashing, Bell(self._ring, self.call_later))
        self._waking: Waking | None = None
        self._frame_at = 0.0
        self._drawn = float("-inf")
        self._stirred = True
        self._how = False
        self._told = Told()
        self._sound = SoundWatch(live)
        self._covered = False

    def compose(self) -> ComposeResult:
        yield Stage()

    def on_mount(self) -> None:
        self._run.listen(self._hear)
        loop = asyncio.get_running_loop()
        self._deaf = self._live.on_return(lambda: loop.call_soon_threadsafe(self.call_later, self._look_up))
        self._run.start(self._clock.now())
        self._tick()
        # The picture first: asking the desktop loads a good deal.
        self.call_after_refresh(self._wake_up)

    def on_unmount(self) -> None:
        self._deaf()
        self._sleep()
        self._stay_awake(over=True)

    def on_screen_suspend(self) -> None:
        """Dim the run under a card."""
        self._lie_under(True)

    def on_screen_resume(self) -> None:
        """Light the run again when the card has gone."""
        self._lie_under(False)

    def press(self, command: Command) -> None:
        """Give the run a command, and show its effect. The key that wakes a sleeping machine does no more."""
        now = self._clock.now()
        if not self._found_gap(now):
            self._run.press(command, now)
        self._draw(now)

    def _turn_how(self) -> None:
        """Show how the exercise is done, and say it; or show it no longer."""
        self._how = not self._how
        if self._how:
            self._run.tell_how(self._clock.now())

    def stand_still(self) -> None:
        """Pause now, before the program is stopped, and draw it when it goes on."""
        now = self._clock.now()
        if self._run.engine.paused is None and not self._run.over:
            self._run.press(Gap(now), now)
            self._show()

    def _found_gap(self, now: float) -> bool:
        """Pause as of the last look where the machine slept since then; of a pause nothing is lost."""
        if not self._live.slept() or self._run.engine.paused is not None:
            return False
        self._run.press(Gap(self._last), now)
        return True

    def _look_up(self) -> None:
        """Look at the clock when the program goes on after a stop: drop the sounds of the time between."""
        if not self._stands:
            self._tick()

    def _tick(self) -> None:
        """Run what is due; draw only where that changes the picture, and at most two frames a second."""
        now = self._clock.now()
        self._found_gap(now)
        self._run.tick(now)
        if self._stirred or now >= self._frame_at - NONE:
            self._frame(now)
        else:
            self._arm(now)

    def _frame(self, now: float) -> None:
        """Draw, unless the last frame was too short a time ago."""
        rest = self._drawn + self._least_apart() - self._frame_clock()
        if self._stirred or rest <= NONE:
            self._show()
        else:
            self._frame_at = now + rest
            self._arm(now)

    def _frame_clock(self) -> float:
        """Clock for frames: seconds of the run; in a rehearsal real ones."""
        return asyncio.get_running_loop().time() if self._live.rehearsal else self._clock.now()

    def _least_apart(self) -> float:
        return LEAST_FRAME if self._live.rehearsal else LEAST_APART

    def _show(self) -> None:
        """Draw, and wake again when something is due or the picture changes.

        Drawing looks at the clock, and a look hides a gap before it: look for the gap first.
        """
        now = self._clock.now()
        self._found_gap(now)
        self._draw(now)

    def _draw(self, now: float) -> None:
        view = self._run.view(now)
        if self._run.engine.paused is not None:
            self._flashing.stop()
        self._stirred, self._drawn = False, self._frame_clock()
        self._frame_at = now + until_change(view)
        self.query_one(Stage).show(view, self._notes(view))
        self._shown(view)
        self._stay_awake(over=self._run.over)
        self._arm(now)

    def _wake_up(self) -> None:
        """Keep the laptop awake from now on, except in a rehearsal, where nobody looks."""
        if not self._live.rehearsal:
            self._waking = Waking(self._live.awake)
            self._stay_awake(over=self._run.over)

    def _stay_awake(self, *, over: bool) -> None:
        """Tell the wake-lock how things stand."""
        if self._waking is not None:
            self._waking.update(paused=self._run.engine.paused is not None, over=over)

    def _shown(self, view: View) -> None:
        """Update the other widgets that show the view."""

    def _show_later(self) -> None:
        """Draw from a timer: inside the app."""
        self.call_later(self._show)

    def _notes(self, view: View) -> Notes:
        """Notes in the picture besides the run."""
        problems, now = self._live.problems(), self._clock.now()
        if back := self._sound.news():
            self._told.say(back, now + SOUND_BACK_SECONDS)
        return Notes(
            problem=problems[0] if problems else "",
            told=self._told.at(now),
            quiet=self._signals.by_wish,
            flash=self._flashing.on,
            how=self._how,
            covered=self._covered,
            footer=footer(view),
            remarks=self._remarks(view),
            first_time=self._live.first_time,
            failed=self._live.failed_cues,
            last=self._live.last_done,
        )

    def _remarks(self, view: View) -> tuple[str, ...]:
        """All remarks in the set-up; later, in the rests, only problems with a voice that worked before."""
        if view.stage == "setup":
            return self._live.remarks
        lost = self._live.voice_problem() if self._live.has_voice() and view.stage == "rest" else ""
        return (lost,) if lost else ()

    def _arm(self, now: float) -> None:
        """Set the only timer to an absolute moment: the next due one, or the next frame.

        While the clock stands there is no timer.
        """
        self._last = now
        self._cancel_wake()
        if self._stands:
            return
        due = self._run.next_due()
        loop = asyncio.get_running_loop()
        wait = self._clock.wait(min(self._frame_at, now + LOOK))
        wait = max(wait, LEAST_FRAME) if self._live.rehearsal else wait
        wait = wait if due is None else min(wait, self._clock.wait(due))
        self._wake = loop.call_at(loop.time() + max(wait, LEAST_WAIT), partial(self.call_later, self._tick))

    @property
    def _stands(self) -> bool:
        """Whether the run stands, for now or for good; in a pause a Back may still wait for its moment."""
        return self._run.over or (self._run.engine.paused is not None and self._run.next_due() is None)

    def _sleep(self) -> None:
        """Cancel all timers."""
        self._cancel_wake()
        self._flashing.stop()

    def _cancel_wake(self) -> None:
        if self._wake is not None:
            self._wake.cancel()
            self._wake = None

    def _lie_under(self, covered: bool) -> None:
        if covered != self._covered:
            self._covered = covered
            if not self._run.over:
                self._show()

    def _hear(self, event: ev.Event, sound: str) -> None:
        """Flash where nothing is heard, ring where nothing can be: at the event's own moment."""
        flashed = self._signals.hear(event, sound)
        self._stirred = self._stirred or flashed or stirs(event)

    def _ring(self) -> None:
        self.app.bell()
