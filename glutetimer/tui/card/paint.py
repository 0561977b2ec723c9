"""Paint a card: its content and the mark go in, a canvas and the places of its answers come out."""

from __future__ import annotations

from msgspec import Struct, field

from glutetimer.tui.card.sizes import PAD, CardContent, CardPlan, big_text, has_digits, plan_card
from glutetimer.tui.drawing.block_letters import word, word_height
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import shorten

MUTED = Look("muted")
#: Columns from one number of a scale to the next.
SCALE_STEP = 3
#: Columns for the digit of an answer.
DIGIT = 3
#: Words for the ends and the middle of a scale: number and word.
SCALE_WORDS = ((0, "none"), (4, "some"), (9, "a lot"))


class PaintedCard(Struct, frozen=True):
    """Painted card; `hits` are the places of its answers: row, first column, column after the last, number."""

    canvas: Canvas
    hits: list[tuple[int, int, int, int]] = field(default_factory=list)

    def answer_at(self, x: int, y: int) -> int | None:
        """Number of the answer at this cell."""
        found = (number for row, first, after, number in self.hits if row == y and first <= x < after)
        return next(found, None)


def paint_card(face: CardContent, width: int, height: int) -> PaintedCard:
    """Paint the card for a screen of this size, as large as it needs."""
    plan = plan_card(face, width, height)
    out = PaintedCard(Canvas(plan.width, plan.height))
    _frame(out.canvas, face)
    y = 1 + plan.gap
    if plan.size:
        _blocks(out.canvas, face, plan, y)
        y += word_height(plan.size) + 1
    for line in plan.text[plan.first_line : plan.first_line + plan.lines]:
        out.canvas.put(PAD, y, line, Look("text"))
        y += 1
    y += plan.gap if plan.lines else 0
    if face.scale:
        _scale(out, face, y)
        y += 2 + plan.gap
    for down, number in enumerate(range(plan.first, plan.first + plan.answers)):
        _answer(out, face, plan, y + down, number)
    _more(out.canvas, face, plan, y)
    out.canvas.put(PAD, plan.height - 2, shorten(hint(face, plan), plan.inner), MUTED)
    return out


def _more(canvas: Canvas, face: CardContent, plan: CardPlan, y: int) -> None:
    """Draw triangles on the edge where a list, or the text above it, goes on."""
    edge, last = plan.width - 2, y + plan.answers - 1
    above = y - plan.gap - plan.lines
    ends = (
        (y, "▲", plan.first > face.scale),
        (last, "▼", plan.first + plan.answers < len(face.answers)),
        (above, "▲", plan.lines > 0 and plan.first_line > 0),
        (above + plan.lines - 1, "▼", 0 < plan.lines < len(plan.text) - plan.first_line),
    )
    for row, sign, goes_on in ends:
        if goes_on:
            canvas.put(edge, row, sign, MUTED)


def hint(face: CardContent, plan: CardPlan) -> str:
    """Explain the keys: the card's own hint, or moving and answering; with a single answer only the text moves."""
    if plan.lines < len(plan.text) and len(face.answers) == 1:
        return "PgUp PgDn more   Space back"
    return face.hint or ("PgUp PgDn choose   Space do it" if len(face.answers) > 1 else "Space back")


def _frame(canvas: Canvas, face: CardContent) -> None:
    look = Look(_role(face))
    right, last = canvas.width - 1, canvas.height - 1
    for y, corners in ((0, "╔╗"), (last, "╚╝")):
        canvas.put(0, y, corners[0] + "═" * (right - 1) + corners[1], look)
    for y in range(1, last):
        canvas.put(0, y, "║", look)
        canvas.put(right, y, "║", look)
    canvas.put(2, 0, f" {shorten(face.heading, canvas.width - 6)} ", Look(_role(face), bold=True))


def _role(face: CardContent) -> Role:
    return "alarm" if face.alarm else "text"


def _blocks(canvas: Canvas, face: CardContent, plan: CardPlan, y: int) -> None:
    """Draw the marked answer in blocks; in bold where it has no letters or no room."""
    text = big_text(face)
    rows = word(text, plan.size)
    if rows and len(rows[0]) <= plan.inner:
        canvas.block(PAD, y, rows, Look(_role(face)))
    else:
        canvas.put(PAD, y + word_height(plan.size) // 2, shorten(text, plan.inner), Look(_role(face), bold=True))


def _scale(out: PaintedCard, face: CardContent, y: int) -> None:
    """Draw the numbers in a row, the marked one in brackets; their meaning below."""
    for number in range(face.scale):
        x = PAD + 1 + number * SCALE_STEP
        marked = number == face.chosen
        text = f"[{number}]" if marked else f" {number} "
        look = Look(_role(face), bold=True, reverse=True) if marked else Look("text")
        out.canvas.put(x - 1, y, text, look)
        out.hits.append((y, x - 1, x + SCALE_STEP - 1, number))
    for number, said in SCALE_WORDS:
        out.canvas.put(PAD + 1 + number * SCALE_STEP, y + 1, said, MUTED)


def _answer(out: PaintedCard, face: CardContent, plan: CardPlan, y: int, number: int) -> None:
    """Draw one answer: its mark, its key where that is a digit, the label, a remark, its letter."""
    answer, marked = face.answers[number], number == face.chosen
    look = Look("text", bold=True, reverse=True) if marked else Look("text")
    near = look if marked else MUTED
    if marked:
        out.canvas.fill(PAD - 2, y, plan.inner + 4, " ", look)
        out.canvas.put(PAD - 2, y, "►", look)
    x = PAD + (DIGIT if has_digits(face) else 0)
    if answer.key.isdigit():
        out.canvas.put(PAD, y, answer.key, near)
    right = PAD + plan.inner
    letter = answer.key if answer.key and not answer.key.isdigit() else ""
    if letter:
        right = out.canvas.put_right(right, y, letter, near) - 2
    if answer.note:
        right = out.canvas.put_right(right, y, answer.note, near) - 2
    out.canvas.put(x, y, shorten(answer.label, right - x), look)
    out.hits.append((y, 1, plan.width - 1, number))
