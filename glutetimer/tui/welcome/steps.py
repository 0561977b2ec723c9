"""Steps of the first start: texts, and rows of answers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.message import Message

from glutetimer.core.defaults import today
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.session.session import GENTLEST, Session
from glutetimer.core.settings.config import Config
from glutetimer.core.text.english import minutes
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import Row

KIT, SOUND, SESSION = 1, 2, 3

WHAT = (
    "Strength for runners: glutes and hips, counted for you.",
    "It leads and writes down. Lay the mat two metres away.",
)
ASK_FIRST = ("Injured, pregnant, after surgery, or told not to exercise?", "Ask your doctor or physio first.")
BAND = "Look at the band: if it is cracked, use a new one."
TOO_SMALL = "Make letters bigger: Ctrl + or the terminal's settings."


class Step(Struct, frozen=True):
    """Question with a sentence or two about it."""

    title: str
    about: str


STEPS = (
    Step("A minute to set it up: kit, sound, a first session", f"{ASK_FIRST[0]}\n{ASK_FIRST[1]}"),
    Step("What do you have at home?", f"Space marks, → moves. The rest is replaced or left out.\n{BAND}"),
    Step("Can you hear and read this from the mat?", "Go there. Every 5 s: a tick, a rep and a finish sound."),
    Step("A first session?", "No session can be done with this kit."),
)


class FirstSession(Struct, frozen=True):
    """First session, and its length today."""

    session: Session
    seconds: float

    @property
    def words(self) -> str:
        """Name and length: "Get hip, 8 min"."""
        return f"{self.session.name}, {minutes(self.seconds)}"

    @property
    def why(self) -> str:
        """Reason for this session."""
        return "the gentlest" if self.session.id == GENTLEST else "the shortest"


def offer(sessions: Sequence[Session], config: Config) -> FirstSession | None:
    """Choose the gentlest session for this kit: the one made for it, else the shortest."""
    offers = [found for session in sessions if (found := _offer(session, config))]
    return min(offers, key=lambda found: (found.session.id != GENTLEST, found.seconds), default=None)


def _offer(session: Session, config: Config) -> FirstSession | None:
    try:
        return FirstSession(session, compile_plan(session, today(session, config, Past())).seconds)
    except EmptyPlan:
        return None


def way(at: int) -> str:
    """Progress: "■ ■ ► ·   Step 3 of 4" for the step with index 2."""
    marks = ("■" if place < at else "►" if place == at else "·" for place in range(len(STEPS)))
    return f"{' '.join(marks)}   Step {at + 1} of {len(STEPS)}"


#: The last answer about kit and its label of Enter: where nothing is marked, and where something is.
NOTHING, MARKED = ("I have none of these", "go on without kit"), ("That is what I have", "go on")

#: Columns of an answer's words with its mark; the text beside them follows.
ANSWER = 26


class WelcomeAnswer(Row):
    """Answer that fills its line; Enter, or a click, gives it."""

    DEFAULT_CLASSES = "row answer"

    class Given(Message):
        """It was clicked."""

    def __init__(self, value: str, words: str, beside: str = "", *, does: str = "") -> None:
        """`does` is the label of Enter then, in the foot; the words in small letters where none is given."""
        super().__init__(words)
        self.value, self.beside = value, beside
        self.does = does or words[:1].lower() + words[1:]

    def say(self, words: str, does: str) -> None:
        """Offer something else from now on."""
        self.label, self.does = words, does
        self.refresh()

    def line(self) -> ClickLine:
        """Line of the answer, all reversed where it is marked, with its mark."""
        wide = self.size.width
        lit = "bold reverse" if self.has_focus else ""
        line = ClickLine().add(f"{'►' if self.has_focus else ' '} {self.label}", lit)
        room = max(ANSWER, line.width + 2)
        if self.beside and room + cell_len(self.beside) <= wide:
            line.add(" " * (room - line.width), lit).add(self.beside, "reverse" if lit else "$text-muted")
        return line.add(" " * max(0, wide - line.width), lit)

    def on_click(self, event: events.Click) -> None:
        """Give the answer by a click."""
        event.stop()
        event.prevent_default()
        self.focus()
        self.post_message(self.Given())


def answers(at: int, found: FirstSession | None, *, mute: bool) -> list[WelcomeAnswer]:
    """Answers of a step; its kit is asked in rows before them."""
    if at == KIT:
        return [WelcomeAnswer("nothing", NOTHING[0], does=NOTHING[1])]
    if at == SOUND:
        return [
            WelcomeAnswer("on", "Yes, both", does="go on"),
            WelcomeAnswer("again", "Turn the sound on" if mute else "Play it again"),
            WelcomeAnswer("small", "Letters are too small", does="say what helps"),
            WelcomeAnswer("silent", "No sound, use the screen", "it flashes instead", does="go on without sound"),
        ]
    if at == SESSION:
        start = [WelcomeAnswer("start", f"Start {found.words}", found.why)] if found else []
        return [*start, WelcomeAnswer("skip", "Show me all sessions")]
    return [
        WelcomeAnswer("on", "Go on"),
        WelcomeAnswer("skip", "Skip this", "later: key i on the list", does="skip this"),
    ]
