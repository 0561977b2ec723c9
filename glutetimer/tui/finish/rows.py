"""Questions of the finish, a row each. Every answer is open at first; only the row with the cursor is lit."""

from __future__ import annotations

from textual.message import Message

from glutetimer.core.record.answers import EFFORTS, MOST_SCORE
from glutetimer.core.record.record import HarderSide
from glutetimer.core.text.english import count
from glutetimer.core.text.vocabulary import HARDER
from glutetimer.tui.widgets.answer_row import AnswerRow, ScoreRow
from glutetimer.tui.widgets.typed_row import TypedRow

_SCORES = [(score, str(score)) for score in range(MOST_SCORE + 1)]


class CountedRow(AnswerRow):
    """Asks whether all was as counted. The cursor is on Yes at once, but the answer counts only once it was `taken`.

    Where there are bouts that nobody counted, the cursor is on counting them: a single request.
    """

    class Given(Message):
        """A click gave an answer."""

    def __init__(self, taken: bool, uncounted: int = 0) -> None:
        words = f"Count {count(uncounted, 'set')}" if uncounted else "Correct a set"
        super().__init__("All as counted?", (), "yes", {"correct": words.lower()}, id="counted", open_="")
        self.taken = taken
        self.corrections(0)
        if uncounted:
            self.offer([("correct", words), ("yes", "Leave it open")], "correct")
            self._open = "skip, yes to the others"

    def corrections(self, count: int) -> None:
        """Show how many bouts were corrected; the cursor is on Yes from then on."""
        self._open = f"yes, with {count} corrected" if count else "yes, all as counted"
        yes = f"Yes, {count} corrected" if count else "Yes"
        self.offer([("yes", yes), ("correct", "Correct a set")], "yes")

    def turn(self) -> None:
        """Change between the two answers: it is never open."""
        others = [value for value, _ in self._choices if value != self.value]
        self.choose(others[0] if others else self.value)

    def _lit(self, words: str, chosen: bool) -> tuple[str, str]:
        if self.has_focus:
            return super()._lit(words, chosen)
        return super()._lit(words, self.taken and words.startswith("Yes"))

    def hit(self, tag: object) -> None:
        """Do what the clicked answer does."""
        if isinstance(tag, tuple):
            self.choose(tag[0])
            self.post_message(self.Given())


class EffortRow(TypedRow, AnswerRow):
    """Row of 0 to 10, with the word of the number beside it."""

    def __init__(self, effort: int | None) -> None:
        super().__init__("Effort", _SCORES, effort, {}, id="effort", open_="skip effort")

    def take(self, text: str) -> bool:
        """Take a typed number."""
        return self.choose_number(text)

    @property
    def beside(self) -> str:
        return EFFORTS[self.value] if isinstance(self.value, int) else f"{EFFORTS[0]} .. {EFFORTS[-1]}"

    @property
    def does(self) -> str:
        """Label of Enter, with the word where there was no room for it beside the numbers."""
        if not isinstance(self.value, int):
            return self._open
        room = self.line().width > self._all(self.start()).width
        return f"take effort {self.value}" + ("" if room else f", {EFFORTS[self.value]}")


class PainRow(AnswerRow):
    """None or some; a pain that was entered in the run stands beside it and stays."""

    def __init__(self, told: int | None) -> None:
        says = {"none": "no pain", "some": "say how strong"}
        super().__init__("Pain", [("none", "None"), ("some", "Some")], None, says, id="pain", open_="skip pain")
        self.told = told

    @property
    def beside(self) -> str:
        return f"in the run: {self.told} of {MOST_SCORE}" if self.told else ""


def harder_row(harder: HarderSide | None) -> AnswerRow:
    """Row that asks which side was harder."""
    choices = [(side, words.label) for side, words in HARDER.items()]
    says = {side: words.chosen for side, words in HARDER.items()}
    return AnswerRow("Harder side", choices, harder, says, id="harder", open_="skip")


def score_row() -> ScoreRow:
    """Row that asks how strong the pain is now."""
    says = {score: f"take pain {score}" for score in range(MOST_SCORE + 1)}
    return ScoreRow("  How strong", _SCORES[1:], None, says, id="score", open_="skip")
