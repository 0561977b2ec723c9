"""Rows of a pain below its number: where, on which side, which warning sign. Only questions that apply are shown."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical

from glutetimer.core.pain.body_places import FLAGS, PLACES, Flag, asks_for_flags, flag_words, flags_for
from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.record import PainSide
from glutetimer.core.text.vocabulary import PAIN_SIDES
from glutetimer.tui.widgets.answer_row import AnswerRow


class PainRows(Vertical):
    """Rows with the earlier answers, a place in the words of an older program too. `name` parts the ids of several."""

    DEFAULT_CLASSES = "pain-rows"

    def __init__(self, told: Telling | None = None, name: str = "") -> None:
        super().__init__()
        told = told or Telling("")
        self._place = _place_row(told.place, f"{name}place")
        self._side = _side_row(told.side, f"{name}pain-side")
        self._flag = _flag_row(told.flag, f"{name}pain-flag")

    def compose(self) -> ComposeResult:
        yield from self._rows

    @property
    def _rows(self) -> Iterator[AnswerRow]:
        yield from (self._place, self._side, self._flag)

    def ask(self, *, hurts: bool, score: int | None) -> None:
        """Show the questions that apply: none where nothing `hurts`, warning signs where they matter."""
        place = self.place
        self._place.display = self._side.display = hurts
        known = bool(place) or score is not None
        self._flag.display = hurts and known and asks_for_flags(place, score)
        flags = [(flag, flag_words(flag)) for flag in flags_for(place)]
        self._flag.offer(flags, self._flag.value if self._flag.value in dict(flags) else None)

    @property
    def place(self) -> str:
        """Place of the pain, "" where that is open."""
        return self._place.value if isinstance(self._place.value, str) else ""

    def telling(self, score: int | None) -> Telling:
        """Pain of this number with the answers of the rows."""
        side = next((side for side in PAIN_SIDES if side == self._side.value), None)
        flag = next((flag for flag in FLAGS if flag == self._flag.value), None) if self._flag.display else None
        return Telling(self.place, side, score, flag)


def _place_row(chosen: str, id_: str) -> AnswerRow:
    words = [place.words for place in PLACES]
    words += [chosen] if chosen and chosen not in words else []
    says = {one: f"take {one}" for one in words}
    places = [(one, one.capitalize()) for one in words]
    return AnswerRow("  Where", places, chosen or None, says, id=id_, open_="skip")


def _side_row(chosen: PainSide | None, id_: str) -> AnswerRow:
    sides = [(side, words.label) for side, words in PAIN_SIDES.items()]
    says = {side: words.chosen for side, words in PAIN_SIDES.items()}
    return AnswerRow("  Which side", sides, chosen, says, id=id_, open_="skip")


def _flag_row(chosen: Flag | None, id_: str) -> AnswerRow:
    says = {flag: f"take: {flag_words(flag)}" for flag in FLAGS}
    flags = [(flag, flag_words(flag)) for flag in FLAGS]
    return AnswerRow("  Any of these", flags, chosen, says, id=id_, open_="skip")
