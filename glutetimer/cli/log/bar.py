"""A bar on the terminal while the log is read, where that takes long."""

from __future__ import annotations

import sys
from typing import Any

import click

#: So many files are read while one looks up; more of them are worth a bar.
MANY = 200


def reading_bar(files: int) -> Any:
    """The bar for so many files, on stderr; a context manager with `update(files read)`."""
    return click.progressbar(length=files, label="Reading the log", file=sys.stderr, update_min_steps=files // 100 or 1)
