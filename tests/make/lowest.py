"""The lowest versions that pyproject.toml allows: `python -m tests.make.lowest` prints what pip is to install."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
#: A name, with extras or without; the lowest version; other bounds; and where it is wanted.
NEEDED = re.compile(r"(?P<name>[\w.-]+(?:\[[\w,]+\])?)>=(?P<lowest>[\w.]+)(?:,[^;]*)? *(?P<where>;.*)?")


def lowest(needed: list[str]) -> Iterator[str]:
    """Each requirement at its lowest version. ValueError where one has none."""
    for one in needed:
        found = NEEDED.fullmatch(one)
        if not found:
            raise ValueError(f"{one}: without a lowest version (name>=version)")
        yield f"{found['name']}=={found['lowest']}{found['where'] or ''}"


def main() -> None:
    """Print those that the program itself needs; the extras are not its own."""
    print(*lowest(tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["dependencies"]), sep="\n")


if __name__ == "__main__":
    main()
