"""List of the sets of a run, planned beside done, to jump to any of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from glutetimer.core.run.commands import Command, Do, Jump
from glutetimer.core.run.view import BoutView, View
from glutetimer.core.text.doses import apart, by_side, shown_dose
from glutetimer.core.text.english import noun
from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.drawing.text import cells
from glutetimer.tui.run.paint import words

if TYPE_CHECKING:
    from glutetimer.core.plan.plan import Bout
    from glutetimer.tui.run.cards import Ask

#: A set in the list: its mark and name, its number among how many, the plan, the result.
Row = tuple[str, str, str, str]


async def ask_jump(ask: Ask, view: View) -> Command:
    """Ask where to go; the first answer, and the set where the run is, stay here."""
    card = jump_card(view)
    answer = await ask(card)
    return Jump(int(answer)) if answer else Do.GO_ON


def jump_card(view: View) -> Card:
    """Card with all sets, marked where the run is."""
    sets = list(_sets(view))
    rows = [_row(bouts, view) for bouts in sets]
    wide = [max(cells(row[column]) for row in rows) for column in range(4)]
    choices = [CardChoice("", "Stay here", big="Stay")]
    here = 0
    for bouts, row in zip(sets, rows, strict=True):
        note = "  ".join(text + " " * (wide[i] - cells(text)) for i, text in enumerate(row[1:], 1))
        current = any(bout.now for _, bout in bouts)
        here = len(choices) if current else here
        value = "" if current else str(bouts[0][0])
        choices.append(CardChoice(value, row[0], big=bouts[0][1].bout.exercise.name, note=note))
    return Card("Go to · set, planned, done", choices, chosen=here)


def _sets(view: View) -> Iterator[list[tuple[int, BoutView]]]:
    """Bouts of each set with their indices."""
    group: list[tuple[int, BoutView]] = []
    for index, (bout, result) in enumerate(zip(view.bouts, view.results, strict=True)):
        if group and group[0][1].bout.set_key != bout.set_key:
            yield group
            group = []
        group.append((index, BoutView(bout, result, index == view.index)))
    yield group


def _row(bouts: list[tuple[int, BoutView]], view: View) -> Row:
    parts = [bout for _, bout in bouts]
    first, results = parts[0].bout, [part.result for part in parts]
    planned = _planned([part.bout for part in parts])
    whole = all(result and result.outcome == "done" for result in results)
    mark = "■" if whole else "□" if any(results) else "·"
    return (f"{mark} {first.exercise.name}", f"{first.number}/{first.sets}", planned, _done(parts))


def _planned(bouts: list[Bout]) -> str:
    """Plan of a set: "15 reps", "30 s a side", "10+10 a side"; "L 15 R 12" where the sides differ."""
    first = bouts[0]
    doses = by_side((bout.side, shown_dose(bout).removesuffix(" reps")) for bout in bouts)
    if len(set(doses.values())) > 1:
        return apart(doses)
    dose = doses[first.side]
    if len(doses) > 1:
        return f"{dose} a side"
    if first.exercise.kind == "reps" and first.side == "both":
        return f"{dose} {noun(1 if dose == '1' else 2, 'rep')}"
    return dose


def _done(parts: list[BoutView]) -> str:
    """Result of a set: "10+10 · now", "skipped", "15"; "" before its start.

    The sides in their order, directions joined.
    """
    if all(part.result and part.result.outcome == "skipped" for part in parts):
        return "skipped"
    sides = dict.fromkeys(part.bout.side for part in parts)
    said = ("+".join(filter(None, (_amount(part) for part in parts if part.bout.side == side))) for side in sides)
    return " · ".join(filter(None, said))


def _amount(part: BoutView) -> str:
    if part.now:
        return "now"
    return words.amount(part.bout, part.result.done) if part.result else ""
