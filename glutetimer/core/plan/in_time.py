"""What is done in the minutes at hand: fewer sets before fewer moves, and the key move stays longest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

#: Sets (in a circuit: rounds) of each move, in the order of the session.
Counts = tuple[int, ...]


def fitted(wanted: Counts, key: Sequence[bool], fits: Callable[[Counts], bool]) -> Counts:
    """Leave out sets, one at a time, until the rest fits; then take back in what still has room.

    No move has two sets more than another that wants as many, so none is left out while another has two. Later moves
    go first, `key` moves last. All 0 where not one set fits.
    """
    counts, gone = wanted, list[int]()
    while any(counts) and not fits(counts):
        gone.append(_first_to_go(counts, key))
        counts = _changed(counts, gone[-1], -1)
    for move in reversed(gone):
        more = _changed(counts, move, 1)
        if _is_level(more, move, wanted) and fits(more):
            counts = more
    return counts


def _first_to_go(counts: Counts, key: Sequence[bool]) -> int:
    """Move that loses its next set: one with the most sets, no key move if possible, the latest of these."""
    return max(range(len(counts)), key=lambda move: (counts[move], not key[move], move))


def _is_level(counts: Counts, raised: int, wanted: Counts) -> bool:
    """Whether a move that was raised is at most one set above every move that does not have all of its own."""
    short = (count for count, most in zip(counts, wanted, strict=True) if count < most)
    return all(counts[raised] <= count + 1 for count in short)


def _changed(counts: Counts, move: int, by: int) -> Counts:
    return (*counts[:move], counts[move] + by, *counts[move + 1 :])
