"""Counted things: nobody does 1 reps."""

from __future__ import annotations

import re
from pathlib import Path

import glutetimer
from glutetimer.core.text.english import count, noun

PACKAGE = Path(glutetimer.__file__).parent
#: A number put before a word that is always more than one, and an s that is put on by hand.
BY_HAND = re.compile(
    r"\{[^{}]*\} (?:reps|sets|rounds|bouts|workouts|exercises|weeks|files|times|seconds|minutes)\b"
    r"|else ['\"]s['\"]\}|'s' if|['\"]\w+['\"] if [^{}]* == 1 else ['\"]\w+s['\"]"
)
#: What can never be one.
MORE = {
    "tui/log/history/opened.py": "times the speed",
    "cli/log/show.py": "times as fast",
    "cli/run.py": "times as fast",  # once as fast is no rehearsal
    "core/plan/compile.py": "{len(bouts)} bouts",  # more than the most that can be logged
    "core/session/rules.py": "",  # the limits of a session file
    "core/record/summary.py": "{bouts} as planned",
    "core/text/english.py": "",
    "tui/home/session_list.py": "weeks ago",
    "tui/widgets/doses.py": "-{max(counts)} sets",
}


def test_one_is_one_and_more_are_more() -> None:
    assert [count(number, "rep") for number in (0, 1, 2, 2135)] == ["0 reps", "1 rep", "2 reps", "2,135 reps"]
    assert (noun(1, "week"), noun(8, "week")) == ("week", "weeks")


def test_words_are_counted_in_one_place() -> None:
    """Where a number comes before its word, `count` puts it there."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if BY_HAND.search(line) and not (name in MORE and MORE[name] in line):
                found.append(f"{name}:{number}: {line.strip()}")
    assert found == []
