"""The core stays pure: what import contracts cannot see is looked for in its syntax.

A module of the core may not open, print, ask or sleep, may not read a clock, may not keep state in a module,
and may not import what does.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.helpers.paths import TOP

CORE = TOP / "glutetimer" / "core"

#: Even to hand one of these on is too much.
BUILTINS = {"open", "print", "input", "breakpoint", "exec", "eval", "__import__"}
#: Harmless as names (`now` is a reading that was given), not as calls.
CALLS = {"now", "today", "utcnow", "sleep", "monotonic", "perf_counter", "time", "getenv", "urandom"}
CALLS |= {"read_text", "write_text", "read_bytes", "write_bytes"}
CLOCKS = {"datetime", "date"}
MODULES = {"asyncio", "click", "concurrent", "ctypes", "curses", "fcntl", "filelock", "importlib", "io", "locale"}
MODULES |= {"logging", "miniaudio", "multiprocessing", "os", "pathlib", "platform", "platformdirs", "queue", "random"}
MODULES |= {"rich", "secrets", "select", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile"}
MODULES |= {"termios", "textual", "threading", "time", "uuid", "wakepy", "zoneinfo"}


def impurities(source: str) -> list[str]:
    """What a module does that the core may not: "line: what"."""
    found = {(getattr(node, "lineno", 0), what) for node in ast.walk(ast.parse(source)) for what in _impure(node)}
    return [f"{line}: {what}" for line, what in sorted(found)]


def _impure(node: ast.AST) -> list[str]:
    match node:
        case ast.Global() | ast.Nonlocal():
            return ["global"]
        case ast.Import():
            return [f"import {alias.name}" for alias in node.names if _foreign(alias.name)]
        case ast.ImportFrom(module=str(module)) if _foreign(module):
            return [f"import {module}"]
        case ast.Name(id=name) if name in BUILTINS:
            return [name]
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in CALLS:
            return [name]
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name) if owner in CLOCKS:
            return [name] if name in CALLS else []
    return []


def _foreign(module: str) -> bool:
    own = module.startswith("glutetimer.") and f"{module}.".startswith("glutetimer.core.")
    return module.partition(".")[0] in MODULES or (module.startswith("glutetimer") and not own)


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.name)
def test_a_module_of_the_core_is_pure(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


def test_there_is_something_to_look_at() -> None:
    assert len(list(CORE.rglob("*.py"))) > 30


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("open('a')", "open"),
        ("with open('a') as f: f", "open"),
        ("def f():\n    print(1)", "print"),
        ("answer = input()", "input"),
        ("datetime.now(UTC)", "now"),
        ("from datetime import date\nhere = date.today()", "today"),
        ("datetime.datetime.utcnow()", "utcnow"),
        ("clock = datetime.now", "now"),
        ("from somewhere import sleep\nsleep(1)", "sleep"),
        ("def f(say=print):\n    say(1)", "print"),
        ("anything.sleep(1)", "sleep"),
        ("path.read_text()", "read_text"),
        ("__import__('os')", "__import__"),
        ("count = 0\ndef f():\n    global count\n    count = 1", "global"),
        ("def f():\n    a = 0\n    def g():\n        nonlocal a\n        a = 1", "global"),
        ("import time", "import time"),
        ("import os.path", "import os.path"),
        ("import json, os", "import os"),
        ("import time as t", "import time"),
        ("from os import path", "import os"),
        ("from concurrent.futures import Future", "import concurrent.futures"),
        ("def f():\n    import threading", "import threading"),
        ("from glutetimer.adapters import clock", "import glutetimer.adapters"),
        ("import glutetimer.plain", "import glutetimer.plain"),
        ("from glutetimer.tui.app import App", "import glutetimer.tui.app"),
    ],
)
def test_each_impurity_is_found(source: str, found: str) -> None:
    assert [line.partition(": ")[2] for line in impurities(source)] == [found]


@pytest.mark.parametrize(
    "source",
    [
        "import re, tomllib, msgspec, unicodedata",
        "from glutetimer.core.plan.plan import Plan",
        "from datetime import datetime, timedelta",
        "from collections.abc import Callable",
        "from . import plan",
        "from glutetimer.core import events as ev",
        "item = BoutView(now=True)\ndef view(engine, now):\n    return engine.run_time(now + item.now)",
        "def now(self) -> float: ...",
        "datetime.fromisoformat('2026-11-20').replace(microsecond=0)",
        '"""Call now() and open()."""',
    ],
)
def test_what_the_core_may_do_is_not_found(source: str) -> None:
    assert impurities(source) == []
