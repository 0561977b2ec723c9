"""Every stage that a run can stand in, and how it gets there."""

from __future__ import annotations

from dataclasses import dataclass

from glutetimer.core.run.commands import Command, Correct, Do, Finish, Gap, Jump, Lengthen, NameCue, TellPain
from glutetimer.core.session.session import Exercise
from tests.helpers.core import Doing, each, hold, reps

KICK = each("kick", 6)
PLANK = hold("plank", 20)
LAST = reps("last", 6)

COMMANDS: dict[str, Command] = {
    "main": Do.MAIN,
    "back": Do.BACK,
    "pause": Do.PAUSE,
    "go on": Do.GO_ON,
    "again": Do.AGAIN,
    "form": Do.FORM_BROKE,
    "pain": Do.PAIN,
    "other": Do.OTHER_SIDE,
    "easier": Do.EASIER,
    "skip": Do.SKIP,
    "pace": Do.PACE,
    "up": Correct(1),
    "down": Correct(-1),
    "longer": Lengthen(15.0),
    "shorter": Lengthen(-15.0),
    "jump": Jump(2),
    "cue": NameCue("hips"),
    "tell": TellPain(4, "knee", "left"),
    "finish": Finish(),
    "discard": Finish(keep=False),
}


@dataclass(frozen=True)
class Stage:
    """A session, what is pressed on the way, and when one has arrived."""

    exercises: tuple[Exercise, ...]
    at: float
    presses: tuple[tuple[float, Command], ...] = ()

    def reach(self) -> Doing:
        """A run that stands there, with every key long released."""
        doing = Doing(*self.exercises)
        for at, command in self.presses:
            doing.press(command, at)
        doing.to(self.at)
        return doing


#: Set-up 0-15, left 15-33, switch, right 38-56, rest 56-86, plank 86-106, rest, last 136-154.
WHOLE = (KICK, PLANK, LAST)
TAPPED = (reps("tap", 6, pace="tap"), PLANK, LAST)
HELD = (hold("held", 20, pace="tap"), PLANK, LAST)

STAGES: dict[str, Stage] = {
    "setup": Stage(WHOLE, 5.0),
    "reps": Stage(WHOLE, 25.0),
    "switch": Stage(WHOLE, 34.0),
    "rest": Stage(WHOLE, 60.0),
    "started set-up": Stage(WHOLE, 6.5, ((5.0, Do.MAIN),)),
    "started rest": Stage(WHOLE, 61.5, ((60.0, Do.MAIN),)),
    "count-in": Stage(WHOLE, 84.5),
    "hold": Stage(WHOLE, 95.0),
    "lead-in": Stage(WHOLE, 27.0, ((25.0, Do.BACK),)),
    "lead-in of a done bout": Stage(WHOLE, 35.5, ((34.0, Do.BACK),)),
    "tap": Stage(TAPPED, 20.0, ((16.0, Do.MAIN), (18.0, Do.MAIN))),
    "own": Stage((reps("own", 6, pace="own"), PLANK, LAST), 25.0),
    "tap hold": Stage(HELD, 25.0),
    "tap hold past its target": Stage(HELD, 40.0),
    "form asked": Stage(WHOLE, 27.0, ((25.0, Do.FORM_BROKE),)),
    "paused reps": Stage(WHOLE, 30.0, ((25.0, Do.PAUSE),)),
    "paused hold": Stage(WHOLE, 100.0, ((95.0, Do.PAUSE),)),
    "paused hold, long": Stage(WHOLE, 195.0, ((95.0, Do.PAUSE),)),
    "paused past its target, long": Stage(HELD, 195.0, ((40.0, Do.PAUSE),)),
    "paused rest": Stage(WHOLE, 70.0, ((60.0, Do.PAUSE),)),
    "paused started rest": Stage(WHOLE, 70.0, ((60.0, Do.MAIN), (61.5, Do.PAUSE))),
    "paused lead-in": Stage(WHOLE, 40.0, ((25.0, Do.BACK), (27.0, Do.PAUSE))),
    "gap": Stage(WHOLE, 40.0, ((25.0, Gap(25.0)),)),
    "pain": Stage(WHOLE, 40.0, ((25.0, Do.PAIN),)),
    "pain while asked": Stage(WHOLE, 40.0, ((25.0, Do.FORM_BROKE), (27.0, Do.PAIN))),
    "pain in a rest": Stage(WHOLE, 70.0, ((60.0, Do.PAIN),)),
    "last reps": Stage(WHOLE, 140.0),
    "over": Stage(WHOLE, 200.0),
}
