"""Tables of the runner's answers: the balance of the sides, pain, cues that went first, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from glutetimer.core.log.balance import EVEN, FEW, Balance, SideTotal
from glutetimer.core.pain.body_places import flag_note, morning_note
from glutetimer.core.report.data import Report
from glutetimer.core.report.text import place
from glutetimer.core.report.told import CueLost, PainTold
from glutetimer.core.text.doses import unit
from glutetimer.core.text.english import count, full_day, short_day
from glutetimer.report.html import Html, Part, element, join

_WORKED = {"left": "left side working", "right": "right side working"}


def balance_table(report: Report) -> Html:
    """Table of left against right, the widest gap first."""
    heads = ("Exercise", "Left", "Right", "Gap", "Said harder", "Workouts", "Not confirmed")
    rows = (
        row(one.name, _total(one, one.left), _total(one, one.right), _gap(one), _said(one), _workouts(one), _open(one))
        for one in report.balances
        if not one.few
    )
    return table("Left against right", heads, body(rows), "balance")


def balance_note() -> str:
    """Explain in one sentence how the gap is found, and what it is not."""
    return (
        "The gap is by how much less of its own plan the weaker side did, in percent of what the stronger side did of "
        f"its plan; below {EVEN:g} % they are called even, and it takes {FEW} confirmed workouts on each side. "
        "Where both did all of it, counts cannot differ: what was felt and where form broke say more. "
        "What nobody confirmed or counted is left out. A trend, not a verdict."
    )


def too_few(report: Report) -> str:
    """List in a sentence the exercises that were not done often enough to compare."""
    names = [one.name for one in report.balances if one.few]
    return f"Not enough confirmed workouts yet: {', '.join(names)}." if names else ""


def pain_table(report: Report) -> Html:
    """Table of every pain in the records."""
    year = report.span.needs_year
    rows = (
        row(date_cell(one.at, year=year), _score(one), _where(one), _when(one), one.session) for one in report.pains
    )
    return table("Reported pain", ("Date", "Score", "Place", "When", "Session"), body(rows), "pain")


def cue_table(report: Report) -> Html:
    """Table of the cues that went first in each exercise, and how often."""
    by_exercise: dict[tuple[str, str], list[CueLost]] = {}
    for one in report.cues:
        by_exercise.setdefault((one.id, one.exercise), []).append(one)
    most_first = sorted(by_exercise.items(), key=lambda item: -sum(one.times for one in item[1]))
    rows = (row(name, str(sum(one.times for one in cues)), _cues(cues)) for (_, name), cues in most_first)
    return table("Where form broke", ("Exercise", "Sets", "What went first"), body(rows), "cues")


def note_list(report: Report) -> Html:
    """List the notes of the workouts."""
    year = report.span.needs_year
    notes = (
        element("li", date_cell(note.at, year=year), " ", element("bdi", note.text), small(note.session))
        for note in report.notes
    )
    return element("ul", *notes, class_="notes")


def _cues(cues: Iterable[CueLost]) -> Html:
    return join([element("span", one.cue or "not said", f" ({_often(one)})", class_="cue") for one in cues], " ")


def _often(one: CueLost) -> str:
    """Count by side: "left 2, right 1"; one number where there are no sides."""
    sides = (("left", one.left), ("right", one.right), ("both", one.other))
    said = ", ".join(f"{side} {often}" for side, often in sides if often)
    return said if one.left or one.right else str(one.other)


def _total(one: Balance, side: SideTotal) -> str:
    share = "" if side.clean == side.target else f" ({percent(side.share)})"
    return f"{side.clean:,} of {side.target:,}{unit(one.kind)}{share}" if side.bouts else NONE


def _gap(one: Balance) -> Html:
    size = percent(abs(one.gap or 0.0) / 100)
    if one.less is None:
        felt = f", {one.felt} felt harder" if one.felt else ""
        return element("span", f"even by count ({size}){felt}" if felt else f"even ({size})", class_="whole")
    return element("b", f"{one.less} {size} less", class_="whole")


def _said(one: Balance) -> str:
    said = (("left", one.harder.left), ("right", one.harder.right), ("same", one.harder.same))
    return ", ".join(f"{side} {count}" for side, count in said if count) or NONE


def _workouts(one: Balance) -> str:
    left, right = one.left.workouts, one.right.workouts
    return str(left) if left == right else f"L {left}, R {right}"


def _open(one: Balance) -> str:
    uncounted = f"{count(one.uncounted, 'workout')} not counted" if one.uncounted else ""
    confirmed = count(one.unconfirmed, "workout") if one.unconfirmed else ""
    return ", ".join(filter(None, (confirmed, uncounted))) or NONE


def _score(one: PainTold) -> str:
    return "not said" if one.score is None else f"{one.score} of 10"


def _where(one: PainTold) -> str:
    """Place and answers: "left knee; limping; worse the morning after"."""
    signs = "no warning sign" if one.flag == "none" else flag_note(one.flag)
    said = (place(one.place, one.side), signs, morning_note(one.morning))
    return "; ".join(filter(None, said)) or NONE


def _when(one: PainTold) -> Html:
    if one.afterwards:
        return join(["after the workout"])
    if not one.exercise:
        return join(["in the workout"])
    where = (f"set {one.set}" if one.set else "", _WORKED.get(one.worked or "", ""))
    return join([one.exercise, " ", small(", ".join(filter(None, where)))])


#: For an empty cell.
NONE = "–"


def table(caption: str, heads: Sequence[str], bodies: Iterable[Html], kind: str) -> Html:
    """Build a table whose heads are repeated on every page it reaches. The caption is read aloud, not shown."""
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
    return element("div", element("table", element("caption", caption), head, *bodies, class_=kind), class_="scroll")


def body(rows: Iterable[Html]) -> list[Html]:
    """Rows of a table without parts."""
    return [element("tbody", *rows)]


def row(first: Part, *cells: Part) -> Html:
    """Row with its first cell as its name."""
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in cells))


def date_cell(at: datetime, *, year: bool) -> Html:
    """Day and time on the runner's clock."""
    words = full_day(at.date()) if year else short_day(at.date())
    return element("time", f"{words}, {at:%H:%M}", datetime=at.isoformat(timespec="minutes"))


def small(*words: str) -> Html:
    """Further lines of a cell, in small letters; empty ones are left out."""
    return join(element("small", line) for line in words if line)


def percent(share: float) -> str:
    """Share of 1 as a text: "96 %"."""
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"
