"""Files with the same workout: sync tools keep both where two machines changed one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from hashlib import blake2b
from typing import NamedTuple


class Standing(Enum):
    """One file of a workout counts; others with other content are shown as copies, those that are equal not at all."""

    COUNTS = "counts"
    COPY = "copy"
    EQUAL = "equal"


class Twin(NamedTuple):
    """One of the files with the same id inside. `digest` is what `digest_of` makes of its text."""

    file: int
    id: str
    path: str
    digest: bytes


def digest_of(text: str) -> bytes:
    """Equal for texts that say the same; the byte order mark at their start is gone already."""
    return blake2b(text.replace("\r\n", "\n").encode(), digest_size=16).digest()


def standings(twins: Iterable[Twin]) -> dict[int, Standing]:
    """How each file of one workout stands: the one named after its id counts, else the first by its path.

    In that order, so the first with a digest is the one that later ones are equal to.
    """
    out: dict[int, Standing] = {}
    seen: set[bytes] = set()
    for twin in sorted(twins, key=_rank):
        if not out:
            out[twin.file] = Standing.COUNTS
        else:
            out[twin.file] = Standing.EQUAL if twin.digest in seen else Standing.COPY
        seen.add(twin.digest)
    return out


def _rank(twin: Twin) -> tuple[bool, str]:
    return twin.path.rpartition("/")[2] != f"{twin.id}.toml", twin.path
