"""Style sheets parsed once a process, not once an app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@contextmanager
def parsed_once() -> Iterator[None]:
    """Textual keeps what it parsed for one app; here hundreds of apps have the same sheets (a fifth of the time)."""
    parse = Stylesheet._parse_rules
    kept: dict[Any, list[RuleSet]] = {}

    def parse_once(self: Stylesheet, *args: Any, **options: Any) -> list[RuleSet]:
        key = (tuple(sorted(self._variables.items())), args, tuple(sorted(options.items())))
        if key not in kept:
            kept[key] = parse(self, *args, **options)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
