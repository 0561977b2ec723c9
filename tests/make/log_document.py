"""The parts of LOG.md that programs make: `python -m tests.make.log_document` writes them anew.

What the commands print is what they print of the log in `log_example.py`, looked at on the evening it ends.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

from glutetimer.cli.commands import glutetimer
from glutetimer.cli.log import balance, exercise, history, history_table, stats, week
from glutetimer.core.export.csv import COLUMNS
from tests.helpers.log_example import NOW, make_example
from tests.helpers.paths import TOP

DOCUMENT = TOP / "LOG.md"
#: Where the log of the examples seems to lie.
SHOWN = "/home/you/.local/share/glutetimer/log"

_MADE = re.compile(r"<!-- made: (.*?) -->\n.*?<!-- end -->", re.DOTALL)
_LINES = re.compile(r"(.*?)(?: \| head -(\d+))?")
_TEXT = re.compile(r'"[^"]*"(?:: (?=[^{\[]))?')
_HARD = "\N{NO-BREAK SPACE}"
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def columns() -> str:
    """The columns of the export."""
    rows = (f"| `{column.name}` | {column.meaning} | {column.unit} |" for column in COLUMNS)
    return "\n".join(["| column | what it is | unit |", "|---|---|---|", *rows])


def renewed(text: str) -> str:
    """The document with its made parts as they should be."""
    with _program() as said:
        return _MADE.sub(lambda found: f"<!-- made: {found[1]} -->\n\n{_part(found[1], said)}\n\n<!-- end -->", text)


def _part(name: str, said: Any) -> str:
    if name == "columns":
        return columns()
    found = _LINES.fullmatch(name)
    assert found is not None
    answer = said(found[1])
    if "--json" in name:
        answer = shortened(json.loads(answer))
    lines = answer.rstrip("\n").split("\n")[: int(found[2]) if found[2] else None]
    return "\n".join(["```", f"$ glutetimer {name}", *lines, "```"])


def shortened(value: dict[str, Any]) -> str:
    """A line a key, folded; of each list only what comes first."""
    lines = (f'"{key}": {json.dumps(_first(item), ensure_ascii=False)}' for key, item in value.items())
    return "{\n" + ",\n".join(map(_folded, lines)) + "\n}"


def _folded(line: str) -> str:
    """Never inside of a text, nor between a key and its value."""
    whole = _TEXT.sub(lambda text: text[0].replace(" ", _HARD), line)
    lines = wrap(
        whole, 110, initial_indent="  ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace(_HARD, " ")


def _first(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _first(item) for key, item in value.items()}
    return [_first(item) for item in value[:1]] if isinstance(value, list) else value


@contextmanager
def _program() -> Iterator[Any]:
    """Asks the program on that evening, as if on a terminal of 80 columns."""
    with ExitStack() as stack:
        log = Path(stack.enter_context(TemporaryDirectory())).resolve() / "log"
        make_example(log)
        for module in (balance, exercise, stats, history_table, week):
            stack.enter_context(patch.object(module, "local_now", lambda: (NOW, "Europe/Berlin")))
        stack.enter_context(patch.object(history, "on_screen", lambda: True))
        # Nothing of who makes the document is in it.
        own = dict.fromkeys(("HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"), str(log.parent))
        own |= {f"XDG_{name}_HOME": str(log.parent) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        stack.enter_context(patch.dict(os.environ, own | {"COLUMNS": "80", "TERM": "xterm"}))

        def said(command: str) -> str:
            answer = CliRunner().invoke(glutetimer, ["--log-dir", str(log), *command.split()])
            # A check ends with 1 for what it names on stderr.
            assert answer.exit_code == ("check" in command), answer.output
            return _ESCAPES.sub("", answer.output if answer.exit_code else answer.stdout).replace(str(log), SHOWN)

        yield said


if __name__ == "__main__":
    DOCUMENT.write_text(renewed(DOCUMENT.read_text("utf-8")), "utf-8")
