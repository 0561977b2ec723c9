"""The four steps of the first start: what each says, and the session that the last one offers. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glutetimer.core.compile import EmptyPlan, compile_plan
from glutetimer.core.config import Config
from glutetimer.core.log.past import Past
from glutetimer.core.session import GENTLEST, Session
from glutetimer.core.today import today
from glutetimer.tui.doses import minutes

KIT, SOUND, SESSION = 1, 2, 3

WHAT = (
    "Strength for runners: glutes and hips, counted for you.",
    "It leads and writes down. Lay the mat two metres away.",
)
ASK_FIRST = ("Injured, pregnant, after surgery, or told not to exercise?", "Ask your doctor or physio first.")
BAND = "Look at the band: if it is cracked, use a new one."
TOO_SMALL = "Make letters bigger: Ctrl + or the terminal's settings."


@dataclass(frozen=True, slots=True)
class Step:
    """A question with a sentence or two about it."""

    title: str
    about: str


STEPS = (
    Step("A minute to set it up: kit, sound, a first session", f"{ASK_FIRST[0]}\n{ASK_FIRST[1]}"),
    Step("What do you have at home?", f"→ and Space mark it. The rest is replaced or left out.\n{BAND}"),
    Step("Can you hear and read this from the mat?", "Go there. Every 5 s: a tick, a rep and a finish sound."),
    Step("A first session?", "No session can be done with this kit."),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A session to begin with, and how long it takes today."""

    session: Session
    seconds: float

    @property
    def words(self) -> str:
        """ "Get hip, 8 min"."""
        return f"{self.session.name}, {minutes(self.seconds)}"

    @property
    def why(self) -> str:
        """Why this one."""
        return "the gentlest" if self.session.id == GENTLEST else "the shortest"


def offer(sessions: Sequence[Session], config: Config) -> Offer | None:
    """The gentlest session that can be done with this kit: the one made for it, else the shortest."""
    offers = [found for session in sessions if (found := _offer(session, config))]
    return min(offers, key=lambda found: (found.session.id != GENTLEST, found.seconds), default=None)


def _offer(session: Session, config: Config) -> Offer | None:
    try:
        return Offer(session, compile_plan(session, today(session, config, Past())).seconds)
    except EmptyPlan:
        return None


def way(at: int) -> str:
    """ "■ ■ ► ·   Step 3 of 4" for the step with index 2."""
    marks = ("■" if place < at else "►" if place == at else "·" for place in range(len(STEPS)))
    return f"{' '.join(marks)}   Step {at + 1} of {len(STEPS)}"
