"""Run as printed lines: drives the same Run as the screen does, with typed lines for keys."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import IO

from glutetimer.core.pain.morning import MorningQuestion, answer_for, asked_in_words, morning_question, noted
from glutetimer.core.ports import LiveRun
from glutetimer.core.run import events as ev
from glutetimer.core.run.choices import ends
from glutetimer.core.run.command_words import NOTHING_AFTER
from glutetimer.core.run.commands import Do, Gap
from glutetimer.core.run.pain_choices import first_words
from glutetimer.core.sound_switches import SoundWatch, rings, switch_sound, switch_voice
from glutetimer.core.stay_awake import wants_awake
from glutetimer.core.tell_pain import pain_today, tell
from glutetimer.core.text.english import clock, count
from glutetimer.plain.choices import asked
from glutetimer.plain.keys import HELP, Switch, command_for, switch_for
from glutetimer.plain.lines import lines_for
from glutetimer.plain.pain_questions import Hurting

#: Real seconds between two looks at the clock when nothing is due: how fast a gap is noticed.
LOOK = 1.0
#: Seconds after a standstill: a line read within them was typed before it, and does no more than wake.
WAKING = 0.5

Say = Callable[[str], None]


def no_bell() -> None:
    """Ring nothing: the output is no terminal."""


#: Words in the problems of a screen, and the words that replace them in printed lines.
FLASHES, READ = "The screen flashes instead.", "Read along."
#: Shown where a skip would end the run.
LAST = f"{NOTHING_AFTER}: q finishes here and saves."


#: Answer where the session does not say how an exercise is done.
NO_HOW = "The session does not say how it is done."


class PlainFront:
    """Prints a run. `keys` is where typed lines come from; None where nobody can type.

    `bell` rings the terminal's bell, for sounds that cannot be played.
    """

    def __init__(self, live: LiveRun, say: Say, keys: IO[str] | None, bell: Callable[[], None] = no_bell) -> None:
        self._live = live
        self._say = say
        self._bell = bell
        self._sound = SoundWatch(live)
        self._to_ring = False
        self._typed: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._last = 0.0
        self._keys = keys
        self._told: frozenset[str] = frozenset()
        self._paused_at: float | None = None
        self._hurting = self._of_a_pain()
        self._woke = float("-inf")
        self._morning: MorningQuestion | None = None

    def hear(self, event: ev.Event, sound: str) -> None:
        """Print an event; passed to the run as a listener."""
        state = self._live.run.engine.state
        # Out of turn (a jump, a run taken up again) more is to be changed than the plan says.
        before = state.before if state.before and state.bout == event.bout else state.plan.breaks[event.bout]
        for line in lines_for(event, state.plan, before.changes, self._live.last_done):
            self._say(line)
        if isinstance(event, ev.Paused) and event.reason == "pain":
            self._hurting = self._of_a_pain()
            for sentence in first_words(pain_today(self._live)):
                self._say(f"  {sentence}")
        if self._keys is not None or not isinstance(event, ev.Paused):  # Where nobody can type nothing is asked.
            for line in asked(event, state, self._live.run.view(self._live.clock.now())):
                self._say(line)
        self._to_ring = self._to_ring or rings(self._live, sound)

    def go(self) -> None:
        """Run to the end."""
        run, clock_ = self._live.run, self._live.clock
        self._greet()
        run.listen(self.hear)
        deaf = self._live.on_return(lambda: self._typed.put(None))
        run.start(clock_.now())
        self._last = clock_.now()
        while not run.over:
            self._look(self._wait(run.next_due()))
        deaf()

    def _look(self, line: str | None) -> None:
        """Read the clock and the typed line; a line typed while the program stood still does no more than wake."""
        run, now = self._live.run, self._live.clock.now()
        if self._live.slept() and run.engine.paused is None:
            run.press(Gap(self._last), now)
            self._go_on_alone(now)
            self._woke = now
        elif line is not None and now - self._woke > WAKING:
            self._type(line)
        run.tick(now)
        self._ring()
        self._stay_awake(now)
        self._last = now
        self._tell_news()
        self._ask_morning()

    def _ring(self) -> None:
        """Ring once for everything that happened since the last look."""
        if self._to_ring:
            self._bell()
        self._to_ring = False

    def _stay_awake(self, now: float) -> None:
        """Keep the machine awake, except in a rehearsal, where nobody listens."""
        run, awake = self._live.run, self._live.awake
        if run.engine.paused is None:
            self._paused_at = None
        elif self._paused_at is None:
            self._paused_at = now
        paused_for = None if self._paused_at is None else now - self._paused_at
        wanted = not self._live.rehearsal and wants_awake(over=run.over, paused_for=paused_for)
        (awake.hold if wanted else awake.release)()

    def _greet(self) -> None:
        plan = self._live.run.engine.state.plan
        self._say(f"{plan.name}: {count(len(plan.exercise_ids), 'exercise')}, {clock(plan.seconds)}")
        self._tell_news()
        if self._keys is not None:
            self._say(HELP)
            threading.Thread(target=self._read, args=(self._keys,), daemon=True).start()

    def _go_on_alone(self, now: float) -> None:
        """Go on after a standstill without a key where nobody can type."""
        if self._keys is None:
            self._live.run.press(Do.GO_ON, now)

    def _read(self, keys: IO[str]) -> None:
        for line in keys:
            self._typed.put(line)

    def _wait(self, due: float | None) -> str | None:
        """Wait until something is due, a line is typed (and returned), or the clock needs a look."""
        seconds = LOOK if due is None else min(LOOK, self._live.clock.wait(due))
        try:
            return self._typed.get(timeout=seconds) if seconds > 0 else self._typed.get_nowait()
        except queue.Empty:
            return None

    def _type(self, line: str) -> None:
        run = self._live.run
        if run.engine.paused == "pain" and self._hurts(line):
            return
        if self._morning and (answer := answer_for(line)):
            self._say(self._live.write_morning(self._morning, answer) or noted(answer, self._morning.day))
            return
        if switch := switch_for(line):
            self._say(self._turn(switch))
            return
        cues = run.engine.state.current.exercise.cues if run.engine.state.stage == "asking" else ()
        command = command_for(line, cues)
        if command is None:
            self._say(HELP)
            return
        if command is Do.SKIP and ends(run.engine.state, command):
            self._say(LAST)  # After the end nothing could be taken back.
            return
        run.press(command, self._live.clock.now())
        if run.engine.declined:
            self._say(f"{run.engine.declined}.")

    def _hurts(self, line: str) -> bool:
        """Take a typed line about a pain; False where the line is about something else."""
        run, now = self._live.run, self._live.clock.now()
        commands = self._hurting.take(line, is_slip=run.view(now).undo == "pain")
        for command in commands or ():
            run.press(command, now)
        return commands is not None

    def _of_a_pain(self) -> Hurting:
        return Hurting(lambda told: tell(self._live, told, self._live.clock.now()), self._say)

    def _turn(self, switch: Switch) -> str:
        """Turn sound or voice off, or on again, or say how; return the sentence to print."""
        now = self._live.clock.now()
        if switch == "how":
            self._live.run.tell_how(now)
            return self._live.run.engine.state.current.exercise.how or NO_HOW
        return switch_voice(self._live, now) if switch == "voice" else switch_sound(self._live, now, quiet="Sound off")

    def _ask_morning(self) -> None:
        """Ask how the last pain was the next morning, once the log is read; the runner may go on without an answer."""
        if self._morning is None and self._keys is not None and not self._live.rehearsal:
            days = (day for day in self._live.pains if day.path)
            self._morning = morning_question(days, self._live.run.workout.started)
            if self._morning is not None:
                self._say(asked_in_words(self._morning))

    def _tell_news(self) -> None:
        """Print remarks that are new since the last look: a desktop or a device may answer late.

        Of a remark with a number in it, print the first only.
        """
        news = [(_without_numbers(line), line) for line in self._live.remarks]
        news += [(line, line.replace(FLASHES, READ)) for line in self._live.problems()]
        for what, line in news:
            if what not in self._told:
                self._say(line)
        if back := self._sound.news():
            self._say(back)
        self._told = frozenset(what for what, _ in news)


def _without_numbers(line: str) -> str:
    """Drop the numbers: "Voice: of sentences ready" for "Voice: 12 of 38 sentences ready"."""
    return " ".join(word for word in line.split() if not word.isdecimal())
