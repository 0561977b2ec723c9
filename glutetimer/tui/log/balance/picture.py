"""Picture of the balance page: a row an exercise, bars from the middle, the numbers behind the marked one."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.core.log.balance import Balance, SideTotal
from glutetimer.core.log.balance_text import VERDICT, detail, left_out
from glutetimer.core.log.compare import Compared
from glutetimer.core.text.doses import amount
from glutetimer.core.text.english import count
from glutetimer.core.values import replace
from glutetimer.tui.drawing.canvas import PLAIN, Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten, wrap
from glutetimer.tui.log.common.picture_page import APART, BOLD, EDGE, MUTED

#: Least number of visible exercises before sentences get room below them: in a low window, and elsewhere.
LEAST = (4, 6)
#: Most rows of a sentence.
LINES = 3
_OF_PLAN = "% of the plan, where it had more on one side."

Block = list[tuple[str, Look]]


class BalanceParts(Struct, frozen=True):
    """Row of the heading; exercises from `first` to before `after`, each `step` rows below the last; the sentences."""

    heading: int
    first: int
    after: int
    step: int
    below: tuple[Block, ...]


def places(told: Compared, marked: int, width: int, height: int) -> BalanceParts:
    """Divide the room: exercises first, then sentences."""
    apart, count = (1 if height >= APART else 0), len(told.balances)
    heading = 2 * apart + 1
    room = height - heading - 1
    below = tuple(_fitting(_blocks(told, marked, width), room - min(count, LEAST[apart]), apart))
    room -= sum(len(block) + apart for block in below)
    step = 2 if apart and 2 * count - 1 <= room else 1
    seen = max(1, min(count, (room + step - 1) // step))
    first = max(0, min(marked - seen // 2, count - seen))
    return BalanceParts(heading, first, min(count, first + seen), step, below)


def paint_balance(told: Compared, marked: int, width: int, height: int) -> Canvas:
    """Paint the page; `marked` is a row's number."""
    canvas, at = Canvas(width, height), places(told, marked, width, height)
    weeks = count(told.weeks, "week")
    title = f"Clean reps and seconds, left against right, last {weeks}"
    short = f"Left against right, last {weeks}"
    canvas.put(EDGE, 1 if height >= APART else 0, title if EDGE + cells(title) <= width else short, BOLD)
    bars = bars_of(width, was=any(one.was is not None for one in told.balances))
    if told.balances:
        paint_heading(canvas, at.heading, bars)
    if at.after - at.first < len(told.balances):
        canvas.put(EDGE, at.heading, f"{at.first + 1}-{at.after} of {len(told.balances)}", MUTED)
    y = at.heading + 1
    for place in range(at.first, at.after):
        paint_bars(canvas, y, told.balances[place], bars, marked=place == marked, thin=at.step == 1)
        y += at.step
    y -= at.step - 1 if told.balances else 1
    _words(canvas, y, at.below, 1 if height >= APART else 0)
    return canvas


def row_at(told: Compared, marked: int, width: int, height: int, y: int) -> int | None:
    """Number of the exercise in this row of the picture."""
    at = places(told, marked, width, height)
    place, beside = divmod(y - at.heading - 1, at.step)
    return at.first + place if place >= 0 and not beside and at.first + place < at.after else None


def _words(canvas: Canvas, y: int, blocks: tuple[Block, ...], apart: int) -> None:
    for block in blocks:
        y += apart
        for words, look in block:
            canvas.put(EDGE, y, words, look)
            y += 1


def _blocks(told: Compared, marked: int, width: int) -> list[tuple[int, list[Block]]]:
    """Sentences below the bars, in their order: the turn in which each gets room, and wordings, the longest first."""
    parts = _parts(told.balances[marked], width) if told.balances else ()
    plan = (_OF_PLAN,) if any(map(of_plan, told.balances)) else ()
    unsure = tuple(filter(None, (left_out(told.unconfirmed), left_out(0, told.uncounted))))
    verdict = (VERDICT,) if told.balances else ()
    together = " ".join((*unsure, *verdict))
    notes = [(*((together,) if cells(together) <= width - EDGE else (*unsure, *verdict)), *plan), unsure]
    return [
        (2, [_block(words, width, MUTED) for words in (parts, parts[:2])]),
        (0, [_block(told.sentences[:most], width, PLAIN) for most in (3, 2, 1)]),
        (1, [_block(words, width, MUTED) for words in notes]),
    ]


def _parts(one: Balance, width: int) -> tuple[str, ...]:
    """Sentences on both sides, or only the last ones where neither has a bout.

    The earlier gap may stand beside the bars.
    """
    said = detail(replace(one, was=None) if width >= ROOM else one)
    return said if one.left.bouts or one.right.bouts else said[2:]


def _fitting(blocks: list[tuple[int, list[Block]]], room: int, apart: int) -> list[Block]:
    """Longest wording of each text that has room."""
    kept: dict[int, Block] = {}
    for turn, wordings in sorted(blocks, key=lambda pair: pair[0]):
        kept[turn] = next((block for block in wordings if block and len(block) + apart <= room), [])
        room -= len(kept[turn]) + apart if kept[turn] else 0
    return [kept[turn] for turn, _ in blocks if kept[turn]]


def _block(sentences: tuple[str, ...], width: int, look: Look) -> Block:
    """Break sentences into lines, each from a new line; a number stays with its %."""
    lines = (wrap(words.replace(" %", "_%"), width - EDGE, LINES) for words in sentences if words)
    return [(line.replace("_%", " %"), look) for wrapped in lines for line in wrapped]


#: Most columns of a name, and of the word at the right.
NAME, WORD = 28, 8
#: Columns of a number: usually; and where the width is below the last value.
NUMBER, NARROW = (7, 6), 72
#: From this width on, the earlier gap stands behind the present one, in this many columns.
ROOM, WAS = 100, 14
#: From this many seconds a side, holds are shown in minutes.
MINUTES = 1000


class Bars(Struct, frozen=True):
    """Places: names are `name` columns wide, bars at most `long` to each side of column `middle`.

    Words end before column `word`.
    """

    name: int
    middle: int
    long: int
    word: int


def bars_of(width: int, *, was: bool = True) -> Bars:
    """Places at this width: names get a third at most; bars the room that words and numbers leave.

    `was`: an earlier gap is known.
    """
    name, number = max(12, min(NAME, 3 * width // 10)), NUMBER[width < NARROW]
    left = EDGE + name + number + 1
    word = width - (WAS if was and width >= ROOM else 0)
    long = (word - WORD - 1 - number - 1 - left - 1) // 2
    return Bars(name, left + long, long, word)


def paint_heading(canvas: Canvas, y: int, at: Bars) -> None:
    """Name the sides above the bars."""
    canvas.put_right(at.middle - 1, y, "left", Look("work", bold=True))
    canvas.put(at.middle + 2, y, "right", Look("rest", bold=True))


def paint_bars(canvas: Canvas, y: int, one: Balance, at: Bars, *, marked: bool, thin: bool) -> None:
    """Draw a row: name, number, bar, bar, number, word, and the earlier gap.

    `thin` bars do not touch those of the next row. Where there is too little to compare they are thin lines.
    """
    words = BOLD if marked else PLAIN
    canvas.put(0, y, "►" if marked else " ", words)
    canvas.put(EDGE, y, shorten(one.name, at.name), words)
    most, cell = max(one.left.share, one.right.share), "─" if one.few else "▄" if thin else "█"
    left, right = (round(at.long * side.share / most) if most else 0 for side in (one.left, one.right))
    canvas.fill(at.middle - left, y, left, cell, Look("work"))
    canvas.put(at.middle, y, "│", MUTED)
    canvas.fill(at.middle + 1, y, right, cell, Look("rest"))
    canvas.put_right(at.middle - left - 1, y, number(one, one.left), MUTED)
    canvas.put(at.middle + 1 + right + 1, y, number(one, one.right), MUTED)
    canvas.put_right(at.word, y, one.word, MUTED if one.less is None else BOLD)
    if at.word < canvas.width:
        canvas.put_right(canvas.width, y, one.before, MUTED)


def number(one: Balance, side: SideTotal) -> str:
    """Clean reps or seconds; where the plan differs between the sides the part of the plan, which the bar shows too."""
    if of_plan(one):
        return f"{100 * side.share:.0f} %"
    if one.kind == "hold" and max(one.left.clean, one.right.clean) >= MINUTES:
        return f"{side.clean / 60:.0f} min"
    return amount(side.clean, one.kind)


def of_plan(one: Balance) -> bool:
    """Whether the plan differs between the sides: then clean reps cannot be compared."""
    return one.left.target != one.right.target and bool(one.left.target and one.right.target)
