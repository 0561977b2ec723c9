"""How far the numbers of a report can be trusted, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.log.report_data import Report
from glutetimer.core.nouns import count


def honesty(report: Report) -> tuple[str, ...]:
    """What was not watched, not confirmed, corrected or left out; nothing where all is as it looks."""
    return (*_trust(report), *_missing(report))


def _trust(report: Report) -> Iterator[str]:
    unsure = sum("program" in one.counted_by and not one.row.confirmed for one in report.workouts)
    if unsure:
        yield (
            f"{count(unsure, 'workout')} {'holds' if unsure == 1 else 'hold'} counts of the program that the runner "
            "did not confirm: shown, and left out of the comparison of left and right."
        )
    added = sum(one.added is not None for one in report.workouts)
    if added:
        yield f"{count(added, 'workout')} {_was(added)} written down afterwards; no program watched."
    amended = sum(one.row.amended is not None for one in report.workouts)
    if amended:
        yield f"{count(amended, 'workout')} {_was(amended)} corrected later."


def _missing(report: Report) -> Iterator[str]:
    out = report.left_out
    parts = [
        (out.rehearsals, "rehearsal", ""),
        (out.empty, "workout", " left before anything was done"),
        (out.copies, "other file", " with the id of a workout and other content"),
        (out.later, "workout", " dated later than this report"),
    ]
    words = [f"{count(number, word)}{what}" for number, word, what in parts if number]
    if words:
        yield f"Not counted: {', '.join(words)}."
    if out.unreadable:
        files = count(out.unreadable, "file")
        it_holds = "it holds" if out.unreadable == 1 else "they hold"
        yield f"{files} of the log cannot be read; what {it_holds} is missing."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
