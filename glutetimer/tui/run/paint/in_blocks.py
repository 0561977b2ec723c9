"""Next bout in block letters: name, side and what changes, as large as there are rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct

from glutetimer.core.text.vocabulary import SIDES
from glutetimer.tui.drawing.block_letters import word, word_height
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.text import cells, wrap
from glutetimer.tui.run.paint import side_and_cue, words
from glutetimer.tui.run.paint.fitting import word_size

if TYPE_CHECKING:
    from glutetimer.core.run.view import View

#: Most words in large letters on one screen: more are not taken in at a glance.
MOST_WORDS = 12
#: Columns between a sign and the text beside it.
GAP = 3
#: Fewest columns for a text beside a sign.
NARROW = 16


class Form(Struct, frozen=True):
    """One way to show a piece in blocks: its rows, how many words these are, the lines beside them."""

    rows: tuple[str, ...]
    words: int
    beside: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """Rows that it takes: as many as the taller part has."""
        return max(len(self.rows), len(self.beside))


class Piece(Struct, frozen=True):
    """Name, side or change: its lines of plain text, and its forms in blocks, the best first.

    `sign` stands before the first plain line; `look` is that of blocks and sign. `right`: it hangs on the right edge.
    `change`: it is something to change before. `spare`: forms for which only what others have left is spent;
    `late`: nothing gives way for it.
    """

    plain: tuple[str, ...]
    look: Look
    forms: tuple[Form, ...] = ()
    spare: tuple[Form, ...] = ()
    sign: str = ""
    right: bool = False
    change: bool = False
    late: bool = False


#: A piece and the form that it has; None in plain text.
Chosen = tuple[Piece, Form | None]


def pieces(view: View, width: int, block: int, *, changes: bool = True) -> list[Piece]:
    """List what the runner needs for the next bout, in blocks of at most this size, from the top down."""
    found = [_name(view, width, block), *_side(view, width, block)]
    if changes:
        found += [_change(view, change, width, block) for change in words.changes(view)]
    return found


def joined(these: Sequence[Piece], width: int) -> list[Piece]:
    """Put all changes but the first into one line, where rows are few."""
    first = next((at for at, piece in enumerate(these) if piece.change), len(these))
    later = [line for piece in these[first + 1 :] if piece.change for line in piece.plain]
    one_line = [Piece(tuple(wrap(" · ".join(later), width, 2)), Look("work"))] if later else []
    return [*these[: first + 1], *one_line, *(piece for piece in these[first + 1 :] if not piece.change)]


def cue_piece(cue: str, width: int, block: int) -> Piece:
    """Make a piece of a cue, which is in blocks where rows are left over."""
    return Piece(tuple(wrap(cue, width, 1)), Look("text"), (), _forms((cue,), width, block), late=True)


def in_lines(text: str, width: int, block: int) -> tuple[Form, ...]:
    """Blocks of a text in one line, or else in two."""
    return (*_forms((text,), width, block), *_broken(text, width))


def shows_a_change(chosen: Sequence[Chosen]) -> bool:
    """Whether the first thing to change is in blocks, if there is one that can be."""
    return next((form is not None or not piece.forms for piece, form in chosen if piece.change), True)


def arrange(these: Sequence[Piece], rows: int, said: int) -> list[Chosen]:
    """Give blocks to as many pieces as rows allow, with `said` words in large letters elsewhere.

    The side goes first, then the name and the changes.
    """
    chosen: list[Chosen] = [(piece, None) for piece in these]
    order = sorted(range(len(these)), key=lambda place: (not these[place].sign, place))
    wishes = [(at, form) for at in order for form in these[at].forms]
    wishes += [(at, form) for at in order for form in these[at].spare]
    for wish, form in wishes:
        tried = [(piece, form if at == wish else had) for at, (piece, had) in enumerate(chosen)]
        if chosen[wish][1] is None and height(tried) <= rows and said + _said(tried) <= MOST_WORDS:
            chosen = tried
    return chosen


def height(chosen: Sequence[Chosen]) -> int:
    """Rows that pieces take without a gap."""
    return sum(form.height if form else len(piece.plain) for piece, form in chosen)


def all_large(chosen: Sequence[Chosen]) -> bool:
    """Whether every piece is in blocks that can be."""
    return all(form or piece.late or not (piece.forms or piece.spare) for piece, form in chosen)


def draw(canvas: Canvas, chosen: Sequence[Chosen], at: tuple[int, int, int], spare: int) -> int:
    """Draw pieces from (left, right, y) on; return the row after them.

    A free row stands under each where `spare` rows are enough for all, else only under the last.
    """
    left, right, y = at
    gap = 1 if spare >= len(chosen) else 0
    for piece, form in chosen:
        if form:
            _blocks(canvas, piece, form, (left, right, y))
        else:
            _plain(canvas, piece, (left, right, y))
        y += (form.height if form else len(piece.plain)) + gap
    return y + (1 if spare > 0 and not gap else 0)


def _said(chosen: Sequence[Chosen]) -> int:
    return sum(form.words for _, form in chosen if form)


def _blocks(canvas: Canvas, piece: Piece, form: Form, at: tuple[int, int, int]) -> None:
    left, right, y = at
    wide = max(map(cells, form.rows))
    canvas.block(right - wide if piece.right else left, y, list(form.rows), piece.look)
    first = y + max(0, (len(form.rows) - len(form.beside)) // 2)
    for line, text in zip(count(first), form.beside, strict=False):
        if piece.right:
            canvas.put_right(right - wide - GAP, line, text, side_and_cue.BOLD)
        else:
            canvas.put(left + wide + GAP, line, text, side_and_cue.BOLD)


def _plain(canvas: Canvas, piece: Piece, at: tuple[int, int, int]) -> None:
    left, right, y = at
    look = Look(piece.look.role, bold=True, reverse=bool(piece.sign))
    if piece.sign and piece.right:
        canvas.put_right(right, y, piece.sign, look)
    elif piece.sign:
        left = canvas.put(left, y, piece.sign, look) + 1
    for line, text in zip(count(y), piece.plain, strict=False):
        canvas.put(left, line, text, side_and_cue.BOLD if piece.sign else look)


def _name(view: View, width: int, block: int) -> Piece:
    name = view.bout.exercise.name
    plain = tuple(wrap(name, width, 2))
    return Piece(plain, Look("text"), _forms((name,), width, block), _broken(name, width))


def _side(view: View, width: int, block: int) -> list[Piece]:
    """List the sign of the side with its description beside it; or the direction; or that sides take turns."""
    side, line = view.side, side_and_cue.side_line(view)
    if side == "both" and view.bout.direction in ("left", "right"):
        side, line = view.bout.direction, ""
    if side in ("left", "right"):
        signs = SIDES[side]
        sign, right = f" {signs.sign} ", side == "right"
        plain = tuple(wrap(line, width - cells(sign) - 1, 2)) or ("",)
        forms = tuple(_beside(form, line, width) for form in _forms((signs.blocks,), width, block))
        return [Piece(plain, Look("work"), forms, (), sign, right)]
    return [Piece(tuple(wrap(line, width, 2)), Look("work"), _forms((line,), width, block))] if line else []


def _beside(form: Form, line: str, width: int) -> Form:
    """Add the description of a side, in as many lines as it needs."""
    free = max(NARROW, width - cells(form.rows[0]) - GAP)
    return Form(form.rows, 1, tuple(wrap(line, free, len(form.rows) + 2)))


def _change(view: View, change: tuple[str, str], width: int, block: int) -> Piece:
    thing, what = change
    plain = tuple(wrap(f"{thing}: {what}", width, 2))
    return Piece(plain, Look("work"), _forms(words.commands(view, thing, what), width, block), change=True)


def _forms(texts: Sequence[str], width: int, block: int) -> tuple[Form, ...]:
    """Blocks of the first of these texts that fits in one line, the largest first."""
    for text in texts:
        if most := min(block, word_size((text,), width, word_height(block))):
            return tuple(Form(_rows(text, size), len(text.split())) for size in range(most, 0, -1))
    return ()


@lru_cache(maxsize=64)
def _rows(text: str, size: int) -> tuple[str, ...]:
    """Blocks of a text; at sizes that end with a full row, a free row under them."""
    rows = tuple(word(text, size) or ())
    return (*rows, "") if size % 2 == 0 else rows


def _broken(text: str, width: int) -> tuple[Form, ...]:
    """Blocks of a text in two lines, broken where these are most equal."""
    parts = text.split()
    pairs = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    for upper, lower in sorted(pairs, key=lambda pair: abs(len(pair[0]) - len(pair[1]))):
        if word_size((upper, lower), width, word_height(1)):
            return (Form((*(word(upper, 1) or ()), *(word(lower, 1) or ())), len(parts)),)
    return ()
