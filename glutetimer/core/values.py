"""Copies of frozen values (`msgspec.Struct`) with other fields, and their fields as a table.

Values are Structs because two hundred kinds of them are defined before the first picture: a dataclass takes twenty
times as long to define, and ten times as long to copy. mypy knows only the dataclasses' `replace`, and with it
checks the names and types of a Struct's fields, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import asdict, replace
else:
    from msgspec.structs import asdict, replace

__all__ = ["asdict", "replace"]
