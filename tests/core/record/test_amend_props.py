"""Whatever a person wrote into a record, a correction changes what was corrected and nothing else."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import ndiff
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from glutetimer.core.record.amend import amended_text
from glutetimer.core.record.file_format import BOUT, RESULT, WORKOUT
from glutetimer.core.record.read import load_record
from glutetimer.core.record.record import BoutRecord, Workout
from glutetimer.core.record.write import clean_workout, dump_record
from glutetimer.core.values import replace
from tests.core.record.test_write import moments, workouts

WORDS = st.text("abcé #\"'\\[]={}–", max_size=12)
START = datetime(2026, 11, 20, 18, 30, 5, tzinfo=UTC)
#: What a person adds, always with a number of its own; the last two only where a table may begin.
ADDED = (
    "# c{0}",
    "   # [[bout]] c{0}",
    "",
    "x{0} = 1 # c{0}",
    'x{0} = "#" # c{0}',
    "x{0} = [\n  1, # c{0}\n]",
    "x{0} = [\n[1], # c{0}\n]",
    "x{0}.y = 1979-05-27 # c{0}",
    'x{0} = """\n[seal]\n# no comment\n"""',
    "x{0} = {{ y = [1] }}",
    "[x{0}] # c{0}\ny = nan",
    "[[x{0}]]\n[x{0}.z]\n# c{0}\ny = 1",
)
ONE = Workout("20261120T183005Z-7f3a9c21", "a", "A", "full", "finished", 1, (), 1.0, START, "UTC", ())
ENDS_OF_TABLES = re.compile(r"\[\[bout\]\]|\[seal\]")


@st.composite
def corrected_workouts(draw: st.DrawFn) -> tuple[Workout, Workout]:
    """A workout in the log, and the same one with anything in it corrected."""
    drawn = [draw(workouts(WORDS, moments())) for _ in range(2)]
    before, other = (replace(clean_workout(workout), state="finished") for workout in drawn)
    before = replace(before, amended=tuple(draw(st.lists(moments(), max_size=2))))
    kept = {"id", "without", "amended", "bouts", *draw(st.sets(st.sampled_from([f.name for f in fields(Workout)])))}
    after = replace(before, **{f.name: getattr(other, f.name) for f in fields(Workout) if f.name not in kept})
    return before, replace(after, bouts=tuple(draw(bout_like(bout)) for bout in before.bouts))


def bout_like(bout: BoutRecord) -> st.SearchStrategy[BoutRecord]:
    """The bout as it was, with another count, open, or with what is told of a pain."""
    ways = [bout, replace(bout, result=None), replace(bout, strength="purple", direction=None)]
    if bout.result is not None:
        ways.append(replace(bout, result=replace(bout.result, done=7, outcome="short", rest=None)))
        ways.append(replace(bout, result=replace(bout.result, pain=4, place="knee", pain_side="left")))
    return st.sampled_from(ways)


@st.composite
def dressed(draw: st.DrawFn, workout: Workout) -> str:
    """The record's text with comments, keys and tables of a person anywhere in it."""
    out: list[str] = []
    lines = dump_record(workout, seal=True).split("\n")
    for number, line in enumerate(lines):
        is_apart = not line.startswith((" ", "]"))
        ways = ADDED if ENDS_OF_TABLES.match(line) else ADDED[: -2 if is_apart else 2]
        added = draw(st.lists(st.sampled_from(ways), max_size=1)) if draw(st.integers(0, 3)) == 0 else []
        out += [text.format(number) for text in added if number < len(lines) - 3 or not text.startswith("[")]
        is_key = re.match(r"\w+ = [^\n]*[^\[]$", line) is not None
        out.append(f"{line} # c{number}.1" if is_key and draw(st.booleans()) else line)
    mark, end = draw(st.sampled_from(["", "\ufeff"])), draw(st.sampled_from(["\n", "\r\n"]))
    return mark + "\n".join(out).replace("\n", end)


def unknown(table: dict[str, Any], known: set[str]) -> str:
    """What of a table is a person's own, as it can be compared: NaN does not equal itself."""
    return repr({key: value for key, value in table.items() if key not in known})


@given(st.data(), corrected_workouts(), moments())
def test_only_what_was_corrected_differs(data: st.DataObject, pair: tuple[Workout, Workout], at: datetime) -> None:
    """The record reads as it was wanted; comments, unknown keys, order, line ends and a byte order mark stay."""
    before, after = pair
    text = data.draw(dressed(before))
    out = amended_text(text, before, after, at)
    assert load_record(out) == clean_workout(replace(after, amended=(*before.amended, at)))
    assert (out[0] == "\ufeff", "\r" in out.replace("\r\n", "")) == (text[0] == "\ufeff", False)
    assert ("\r\n" in text) == ("\r\n" in out)
    assert comments(out) == comments(text)
    assert lost(text, out, {"amended", *corrected_keys(before, after)}) == []
    old, new = (tomllib.loads(each.removeprefix("\ufeff")) for each in (text, out))
    assert unknown(new, {*WORKOUT, "bout"}) == unknown(old, {*WORKOUT, "bout"})
    for was, is_ in zip(old.get("bout", []), new.get("bout", []), strict=True):
        assert unknown(is_, {*BOUT, *RESULT}) == unknown(was, {*BOUT, *RESULT})


def comments(text: str) -> list[str]:
    """What was put into comments, in its order."""
    return re.findall(r"# c[\d.]+", text)


def corrected_keys(before: Workout, after: Workout) -> set[str]:
    """The keys of the lines that are not the same in both records."""
    old, new = (dump_record(workout, seal=True).splitlines() for workout in (before, after))
    return {line[2:].split(" =")[0] for line in ndiff(old, new) if line[0] in "+-"}


def lost(text: str, out: str, corrected: set[str]) -> list[str]:
    """The lines of the old text that are not in the new one in their order, but for those of corrected keys."""
    left = iter(out.splitlines())
    kept = [line for line in text.splitlines() if line.split(" =")[0] not in corrected and line.strip() != "]"]
    return [line for line in kept if not any(line == there for there in left)]


@st.composite
def lists(draw: st.DrawFn, items: Sequence[str]) -> str:
    """A list with these items, and line ends, blanks and comments wherever they may stand."""
    gaps = st.lists(st.sampled_from(["\n", " ", "# a\n", "# b, 1 ]\n", "# '\n", '\n# "c"\n']), max_size=3).map("".join)
    parts = [draw(gaps)]
    for number, item in enumerate(items):
        comma = "," if number + 1 < len(items) or draw(st.booleans()) else ""
        parts += [item, draw(gaps), comma, draw(gaps)]
    return f"[{''.join(parts)}]"


@given(st.data(), st.lists(moments(), max_size=3), moments())
def test_whatever_stands_in_the_list_of_corrections_one_more_is_added(
    data: st.DataObject, before: list[datetime], at: datetime
) -> None:
    """And no comment in it is lost: else a record with one that is in the way could never be corrected again."""
    list_ = data.draw(lists([moment.isoformat() for moment in before]))
    text = dump_record(ONE, seal=True).replace("\nzone", f"\namended = {list_} # end\nzone")
    workout = load_record(text)
    out = amended_text(text, workout, workout, at)
    assert load_record(out).amended == (*before, at)
    assert Counter(comments_of(out)) == Counter(comments_of(text))


def comments_of(text: str) -> list[str]:
    """The comments of a text without a # in its values."""
    return [comment.rstrip() for comment in re.findall(r"#.*", text)]
