"""Chart of an exercise over time in cells: a column a week, the sides below each other on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from glutetimer.core.log.series import Series, SideLine, WeekPoint
from glutetimer.core.session.session import Side
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.log.common.picture_page import BOLD, MUTED, months

#: Columns of the scale at the left; the widest column and its gap.
SCALE, WIDEST, GAP = 6, 6, 2
#: With more weeks than this the year is shown.
ONE_YEAR = 53
#: Fewer weeks than this are columns in any case.
FEW = 3
PAIN = Look("alarm", bold=True)
#: Signs: a week nobody confirmed, a week without a clean rep, a week that nobody counted.
UNSURE, NOTHING, UNKNOWN = "░", "·", "?"
#: Mark above a column: characters with their looks.
Mark = Sequence[tuple[str, Look]]


class ChartColumns(Struct, frozen=True):
    """Places of the weeks: the first at `x`, each `pitch` further, `wide` cells wide."""

    x: int
    pitch: int
    wide: int


def most_weeks(width: int) -> int:
    """Most weeks that have a column at this width."""
    return max(1, width - SCALE)


def columns(width: int, weeks: int) -> ChartColumns:
    """Columns as wide as there is room: gaps of one, of two between wide ones, none where it is tight."""
    pitch = max(1, min(WIDEST + GAP, (width - SCALE) // max(1, weeks)))
    gap = 0 if pitch == 1 else 1 if pitch < 6 else GAP
    return ChartColumns(SCALE, pitch, pitch - gap)


def role_of(side: Side) -> Role:
    """Colour of a side: left is amber, right is blue; without sides amber."""
    return "rest" if side == "right" else "work"


def marks_of(point: WeekPoint, wide: int) -> list[Mark]:
    """Marks above a column, the lowest row first: "f" form broke, "p3" pain and its number, as there is room.

    "?" where bouts are missing in the column, for nobody counted them.
    """
    unknown = [[(UNKNOWN, BOLD)]] if point.uncounted and point.value is not None else []
    return [*unknown, *_felt(point, wide)]


def _felt(point: WeekPoint, wide: int) -> list[Mark]:
    broke = [("f", BOLD)] if point.form_breaks else []
    if not point.hurt:
        return [broke] if broke else []
    number = f"p{point.pain or ''}"
    if len(broke) + len(number) > wide:
        number = "p"
    if len(broke) + len(number) <= wide:
        return [[*broke, (number, PAIN)]]
    return [broke, [("p", PAIN)]]


def floor_of(series: Series) -> int:
    """Number at the foot of the scale: 0, or where all weeks are near the best, one that lets their change be seen.

    Then weeks are dashes, not columns: a column has to begin at 0.
    """
    values = [point.value for line in series.lines for point in line.points if point and point.value is not None]
    least = min(values, default=0)
    near = len(values) >= FEW and least > 1 and 2 * least > series.top
    return least - max(1, (series.top - least) // 2) if near else 0


def rows_of(series: Series, high: int, wide: int) -> int:
    """Rows of `high` that the highest column may take and leave room for the marks above it."""
    points = [point for line in series.lines for point in line.points if point]
    needed = [(point, len(marks_of(point, wide))) for point in points]
    for rows in range(high, 1, -1):
        if all(_reach(point, series, rows) + marks <= high for point, marks in needed):
            return rows
    return 1


def paint_line(canvas: Canvas, y: int, high: int, line: SideLine, series: Series, at: ChartColumns) -> None:
    """Draw the columns of one side in `high` rows from `y` on, with the scale at the left."""
    rows, bottom = rows_of(series, high, at.wide), y + high - 1
    canvas.put_right(SCALE - 2, bottom - rows + 1, str(series.top), MUTED)
    if rows > 1:
        canvas.put_right(SCALE - 2, bottom, str(floor_of(series)), MUTED)
    for place, point in enumerate(line.points):
        if point is not None:
            x = at.x + place * at.pitch
            draw = _dash if floor_of(series) else _column
            draw(canvas, x, bottom, at.wide, _halves(point, series, rows), point, Look(role_of(line.side)))
            _marks(canvas, x, bottom - _reach(point, series, rows), marks_of(point, at.wide))


def paint_months(canvas: Canvas, y: int, series: Series, at: ChartColumns) -> None:
    """Write the months below the columns."""
    years = len(series.mondays) > ONE_YEAR
    for x, name in months(series.mondays, at.pitch, canvas.width - at.x, years=years):
        canvas.put(at.x + x, y, name, MUTED)


def _halves(point: WeekPoint, series: Series, rows: int) -> int:
    """Height of a column in half rows: anything done is visible; unconfirmed weeks have whole rows only."""
    low = floor_of(series)
    halves = max(1, round(2 * rows * (point.value - low) / (series.top - low))) if point.value else 0
    return halves if point.sure else halves + halves % 2


def _reach(point: WeekPoint, series: Series, rows: int) -> int:
    """Rows of a column, one where nothing was clean."""
    return max(1, (_halves(point, series, rows) + 1) // 2)


def _dash(canvas: Canvas, x: int, bottom: int, wide: int, halves: int, point: WeekPoint, look: Look) -> None:
    """Draw the upper end of a column alone."""
    if not halves:
        _column(canvas, x, bottom, wide, halves, point, look)
        return
    whole, half = divmod(halves, 2)
    sign = "▄" if half else "▀"
    canvas.fill(x, bottom - whole + (0 if half else 1), wide, sign if point.sure else UNSURE, look)


def _column(canvas: Canvas, x: int, bottom: int, wide: int, halves: int, point: WeekPoint, look: Look) -> None:
    """Draw a column up from the bottom."""
    whole, half = divmod(halves, 2)
    for up in range(whole):
        canvas.fill(x, bottom - up, wide, "█" if point.sure else UNSURE, look)
    if half:
        canvas.fill(x, bottom - whole, wide, "▄", look)
    if point.value is None:
        canvas.put(x, bottom, UNKNOWN, look)
    elif not halves:
        canvas.fill(x, bottom, wide, NOTHING, look)


def _marks(canvas: Canvas, x: int, y: int, marks: Sequence[Mark]) -> None:
    """Draw marks from row `y` up."""
    for up, mark in enumerate(marks):
        at = x
        for text, look in mark:
            at = canvas.put(at, y - up, text, look)
