"""Card over the frozen run: one question, a few answers, usable from the mat with two keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from glutetimer.core.text.keyboard import latin
from glutetimer.core.values import replace
from glutetimer.tui.card import paint as painting
from glutetimer.tui.card.sizes import CardChoice, CardContent, plan_card
from glutetimer.tui.drawing.painted import Painted
from glutetimer.tui.run.paint.layout import fits
from glutetimer.tui.widgets.held_keys import Held
from glutetimer.tui.widgets.keys import CARD

__all__ = ["Card", "CardChoice", "Correcting"]

NEXT, BEFORE, DOES = (frozenset(key.keys) for key in CARD[:3])

#: Takes the up and down keys as +1 and -1; returns the new text in blocks.
Correcting = Callable[[int], str]
#: Takes a key that gives no answer; returns a sentence about its effect, "" for a key without one.
Also = Callable[[str], str]


class CardFace(Painted):
    """Drawn card, on the panel's ground."""

    raised = True
    can_focus = False


class Card(ModalScreen[str]):
    """Asks; dismisses with the value of the chosen answer. The first answer is the harmless one."""

    CSS_PATH = "card.tcss"

    def __init__(
        self,
        title: str,
        choices: Sequence[CardChoice],
        *,
        text: Sequence[str] = (),
        chosen: int = 0,
        alarm: bool = False,
        correct: Correcting | None = None,
        blocks: bool = True,
        big: str = "",
        room: str = "",
        hint: str = "",
        scale: int = 0,
        harmless: int | None = 0,
    ) -> None:
        """`big`, `room`, `hint` and `scale` as in CardContent.

        `harmless` is the answer that Escape gives; None where Escape, which some clickers send, gives the marked one.
        """
        super().__init__()
        self.face = CardContent(
            title, tuple(choices), chosen, tuple(text), big, room, hint, alarm=alarm, scale=scale, blocks=blocks
        )
        self._correct = correct
        self._harmless = harmless
        self.also: Also | None = None
        self._held = Held()
        self._painted: painting.PaintedCard | None = None

    @property
    def heading(self) -> str:
        """Title in the frame."""
        return self.face.heading

    @property
    def choices(self) -> tuple[CardChoice, ...]:
        """Answers to choose from."""
        return self.face.answers

    @property
    def chosen(self) -> int:
        """Number of the marked answer."""
        return self.face.chosen

    @property
    def words(self) -> tuple[str, ...]:
        """Text above the answers."""
        return self.face.text

    def compose(self) -> ComposeResult:
        yield CardFace(id="face")

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def retitle(self, title: str) -> None:
        """Change the title, as when seconds run out."""
        self._change(replace(self.face, heading=title))

    def _change(self, face: CardContent) -> None:
        if face != self.face:
            self.face = face
            self._draw()

    def _draw(self) -> None:
        """Paint the card; where the screen is too small for a run, leave the screen's own message visible."""
        if not self.is_mounted:
            return
        body, (width, height) = self.query_one(CardFace), self.app.size
        body.display = fits(width, height)
        if not body.display:
            return
        self._painted = painting.paint_card(self.face, width, height)
        canvas = self._painted.canvas
        body.styles.width, body.styles.height = canvas.width, canvas.height
        body.put(canvas)

    def on_key(self, event: events.Key) -> None:
        """Move, answer, or go straight to an answer."""
        event.stop()
        key = latin(event.key)
        if self._held.swallows(key):
            return
        if self._correct is not None and key in ("up", "down"):
            self._change(replace(self.face, big=self._correct(1 if key == "up" else -1)))
        elif key in NEXT or key in BEFORE:
            self._move(self._step(key))
        elif key in ("escape", "ctrl+c"):
            self.give_way()
        elif not self._straight_to(latin(event.character or "")):
            self._other(key)

    def _other(self, key: str) -> None:
        """Give the marked answer, or do what else the key does on this card; the last line shows its effect."""
        if key in DOES:
            self._answer(self.chosen)
        elif self.also is not None and (said := self.also(key)):
            self._change(replace(self.face, hint=said))

    def give_way(self) -> None:
        """Give the harmless answer; where Escape is a clicker's key too, the marked one."""
        self._answer(self.chosen if self._harmless is None else self._harmless)

    def _step(self, key: str) -> int:
        """Step forward or back; on a scale up is more."""
        if self.face.scale and key in ("up", "down"):
            return 1 if key == "up" else -1
        return 1 if key in NEXT else -1

    def _straight_to(self, character: str) -> bool:
        """Give the answer that has this key, if any has."""
        for number, choice in enumerate(self.choices):
            if choice.key and choice.key == character.lower():
                self._answer(number)
                return True
        return False

    def _move(self, by: int) -> None:
        """Mark the next answer, going round; with a single answer scroll the text."""
        face = self.face
        if len(face.answers) > 1:
            self._change(replace(face, chosen=(face.chosen + by) % len(face.answers)))
            return
        plan = plan_card(face, *self.app.size)
        line = plan.first_line + by * max(1, plan.lines - 1)
        self._change(replace(face, first_line=max(0, min(len(plan.text) - plan.lines, line))))

    def _answer(self, number: int) -> None:
        if self.is_current:
            self.dismiss(self.choices[number].value)

    def on_click(self, event: events.Click) -> None:
        """Give the clicked answer; a click elsewhere gives the marked one."""
        event.stop()
        if self._held.swallows("click"):
            return
        at = self.query_one(CardFace).region
        found = None
        if self._painted is not None:
            found = self._painted.answer_at(event.screen_x - at.x, event.screen_y - at.y)
        self._answer(self.chosen if found is None else found)

    def on_mouse_scroll_down(self) -> None:
        self._move(1)

    def on_mouse_scroll_up(self) -> None:
        self._move(-1)
