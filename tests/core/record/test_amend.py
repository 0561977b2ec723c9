"""A correction in the text of a record: what it leaves alone, and what it will not do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from difflib import unified_diff

import pytest

from glutetimer.core.record import amend
from glutetimer.core.record.amend import amended_text, edited_record, refuse_unsealed, same
from glutetimer.core.record.read import load_record
from glutetimer.core.record.record import Result, Workout
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace

ZONE = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 21, 8, 15, tzinfo=ZONE)
STAMP = "amended = [2026-11-21T08:15:00+01:00]"
HEAD = """\
# My log.
format = 1
id = "20261120T183005Z-7f3a9c21"
kind = "workout"
session = "kicks"
name = 'Kicks' # literal
mode = "full"
state = "finished"
rounds = 1
without = []
speed = 1
started = 2026-11-20 19:30:05+01:00
zone = "Europe/Berlin"
effort = 4 # too low?
"""
BOUT = """\
exercise = "kick"
name = "Kick"
kind = "reps"
round = 1
set = 1
side = "left"
band = "none"
target = 8
done = 8
seconds = 21.5 # by the clock
outcome = "done"
counted_by = "program"
"""
SEAL = '[seal]\nof = "20261120T183005Z-7f3a9c21"\n'
TEXT = f"""\
{HEAD}weather = "rain"

# The first one.
[[bout]] # left
{BOUT}heart_rate = 120
[bout.shoes]
name = "old"
# Of the second one.
[[bout]]
{BOUT}
[garmin]
id = 7 # theirs

# Do not touch.
{SEAL}"""


def corrected(text: str, **changes: object) -> str:
    """The text with keys of the workout changed."""
    before = load_record(text)
    return amended_text(text, before, replace(before, **changes), AT)  # type: ignore[arg-type]


def recounted(text: str, index: int, result: Result | None) -> str:
    """The text with another result of one bout."""
    before = load_record(text)
    bouts = [replace(bout, result=result) if at == index else bout for at, bout in enumerate(before.bouts)]
    return amended_text(text, before, replace(before, bouts=tuple(bouts)), AT)


def changed(text: str, out: str) -> list[str]:
    """The lines that went (-) and came (+), in their order."""
    lines = unified_diff(text.split("\n"), out.split("\n"), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def why_not(text: str, before: Workout, after: Workout) -> str:
    with pytest.raises(BadFile) as refusal:
        amended_text(text, before, after, AT)
    return refusal.value.problems[0].at("")


def test_one_number_is_one_line_and_its_comment_stays() -> None:
    assert changed(TEXT, corrected(TEXT, effort=6)) == [
        "-effort = 4 # too low?",
        "+effort = 6 # too low?",
        f"+{STAMP}",
    ]


def test_new_keys_go_below_the_ones_that_come_before_them_in_a_record() -> None:
    out = corrected(TEXT, note='a "b" \\ c', confirmed=False)
    assert changed(TEXT, out) == ["+confirmed = false", '+note = "a \\"b\\" \\\\ c"', f"+{STAMP}"]
    assert out.index("zone") < out.index("confirmed") < out.index("effort") < out.index("note") < out.index("weather")


def test_what_no_longer_applies_goes_and_its_comment_stays() -> None:
    assert changed(TEXT, corrected(TEXT, effort=None)) == ["-effort = 4 # too low?", f"+{STAMP}", "+# too low?"]


def test_a_bout_is_corrected_among_a_persons_own_keys_and_tables() -> None:
    assert changed(TEXT, recounted(TEXT, 0, Result("short", 5, 20.0, "hand", pain=3, place="hip"))) == [
        f"+{STAMP}",
        "-done = 8",
        "-seconds = 21.5 # by the clock",
        '-outcome = "done"',
        '-counted_by = "program"',
        "+done = 5",
        "+seconds = 20.0 # by the clock",
        '+outcome = "short"',
        '+counted_by = "hand"',
        "+pain = 3",
        '+place = "hip"',
    ]


def test_a_bout_that_is_open_again_keeps_nothing_of_its_result() -> None:
    text = TEXT.replace('counted_by = "program"\n\n', 'counted_by = "program"\nplace = ""\n\n')
    out = recounted(text, 1, None)
    assert "place" not in out
    assert load_record(out).bouts[1].result is None


def test_tables_between_two_bouts_stay_where_they_are() -> None:
    """The library itself moves them behind the last bout, and the comments go astray."""
    text = TEXT.replace("# Of the second one.\n", "[own]\n# Mine.\na = 1\n# Of the second one.\n")
    assert changed(text, recounted(text, 1, Result("done", 9, 21.5, "program"))) == [
        f"+{STAMP}",
        "-done = 8",
        "+done = 9",
    ]


def test_bouts_in_braces_are_corrected_where_they_are() -> None:
    bout = ", ".join(line.partition(" #")[0] for line in BOUT.splitlines())
    text = f"{HEAD}bout = [\n  {{ {bout} }}, # one\n  {{ {bout}, mine = 1 }},\n]\n{SEAL}"
    out = recounted(text, 1, Result("short", 5, 21.5, "program"))
    assert "}, # one\n" in out
    assert 'outcome = "short", counted_by = "program", mine = 1 }' in out


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        ("[]", "[2026-11-21T08:15:00+01:00]"),
        ("[2026-11-20T19:30:05Z] # when", "[2026-11-20T19:30:05Z, 2026-11-21T08:15:00+01:00] # when"),
        (
            "[\n  2026-11-20T19:30:05Z, # first\n  # more\n]",
            "[\n  2026-11-20T19:30:05Z, # first\n  # more\n  2026-11-21T08:15:00+01:00\n]",
        ),
        (
            "[\n  2026-11-20T19:30:05Z # first, no comma\n  # more\n] # when",
            "[\n  2026-11-20T19:30:05Z, # first, no comma\n  # more\n  2026-11-21T08:15:00+01:00\n] # when",
        ),
        (
            "[\n  # none yet\n]",
            "[\n  # none yet\n  2026-11-21T08:15:00+01:00\n]",
        ),
    ],
)
def test_each_correction_is_added_to_the_ones_before(there: str, wanted: str) -> None:
    text = TEXT.replace("weather", f"amended = {there}\nweather")
    assert f"amended = {wanted}\nweather" in corrected(text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_the_library_would_lose_go_above_the_list(end: str) -> None:
    """It loses those that stand before a comma."""
    there = "amended = [2026-11-20T19:30:05Z # x\n# y, # z\n, # y, # z\n] # when\n"
    text = TEXT.replace("weather", f"{there}weather").replace("\n", end)
    now = "amended = [2026-11-20T19:30:05Z, 2026-11-21T08:15:00+01:00] # when\n"
    wanted = TEXT.replace("weather", f"# x\n# y, # z\n# y, # z\n{now}weather").replace("\n", end)
    assert corrected(text) == wanted


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_byte_order_mark_and_windows_line_ends_stay(mark: str) -> None:
    text = mark + TEXT.replace("\n", "\r\n")
    assert corrected(text, effort=6) == mark + corrected(TEXT, effort=6).replace("\n", "\r\n")


def test_mixed_line_ends_stay_as_they_are() -> None:
    text = TEXT.replace('"Kick"\n', '"Kick"\r\n')
    assert corrected(text, effort=6) == corrected(TEXT, effort=6).replace('"Kick"\n', '"Kick"\r\n')


def test_a_last_line_without_an_end_stays_so() -> None:
    assert corrected(TEXT.rstrip(), effort=6) == corrected(TEXT, effort=6).rstrip()


def test_a_note_over_several_lines_that_looks_like_toml_is_one_value() -> None:
    text = TEXT.replace("weather", 'note = """\n[[bout]]\n# none\n[seal]"""\nweather')
    out = corrected(text, note="short")
    assert '\nnote = "short"\n' in out
    assert "# none" not in out


def test_what_looks_like_a_comment_in_a_text_is_none() -> None:
    text = TEXT.replace("weather", "note = 'a # b' # c\nweather")
    assert 'note = "short" # c\n' in corrected(text, note="short")


@pytest.mark.parametrize("extra", ["[mine]\na = 1\n", "[[bout]]\n" + BOUT])
def test_what_stands_behind_the_seal_is_named(extra: str) -> None:
    """The seal shows that nothing is missing only where it comes last."""
    before = load_record(TEXT + extra)
    line = TEXT.count("\n") + 1
    assert why_not(TEXT + extra, before, before).startswith(f":{line}: this stands behind the seal (move [seal]")


def test_a_seal_that_is_last_may_have_more_in_it() -> None:
    refuse_unsealed(TEXT + "mine = 1\n[seal.more]\na = 2\n")


def test_a_comment_in_a_list_that_would_go_is_not_lost() -> None:
    text = TEXT.replace("without = []", 'without = [\n  # the step broke\n  "step",\n]')
    before = load_record(text)
    assert why_not(text, before, replace(before, without=("chair",))) == ": " + (
        "written in a form that cannot be changed here (change it by hand)"
    )


def test_another_list_takes_the_place_of_the_old_one() -> None:
    text = TEXT.replace("without = []", 'without = ["step"] # none here')
    out = corrected(text, without=("chair", "band"))
    assert 'without = ["chair", "band"] # none here\n' in out


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (lambda text: text.replace("id = 7", "id = 8"), "cannot be changed here"),
        (lambda text: text.replace("heart_rate = 120\n", ""), "cannot be changed here"),
        (lambda text: text.replace("# Do not touch.\n", ""), "cannot be changed here"),
        (lambda text: text.replace(" # literal", ""), "cannot be changed here"),
        (lambda text: text.replace(" # left", ""), "cannot be changed here"),
        (lambda text: text.replace("# by the clock", "# by the cloc", 1), "cannot be changed here"),
        (lambda text: text.replace("# My log.\n", ""), "cannot be changed here"),
        (lambda text: text.replace("effort = 6", "effort = 7"), "cannot be changed here"),
        (lambda text: text.replace(SEAL, "") + "[seal", "cannot be changed here"),
        (lambda text: text.replace(SEAL, "").replace("[garmin]", f"{SEAL}[garmin]"), "behind the seal"),
    ],
)
def test_whatever_the_library_does_to_the_rest_is_found_out(
    monkeypatch: pytest.MonkeyPatch, slip: Callable[[str], str], said: str
) -> None:
    monkeypatch.setattr(amend, "edited_record", lambda text, wanted: slip(edited_record(text, wanted)))
    before = load_record(TEXT)
    assert said in why_not(TEXT, before, replace(before, effort=6))


def test_a_text_that_is_not_of_this_workout_is_not_changed() -> None:
    before = load_record(TEXT)
    other = replace(before, zone="Europe/Paris")
    assert "cannot be changed here" in why_not(TEXT, other, replace(other, effort=6))


def test_another_id_is_no_correction() -> None:
    before = load_record(TEXT)
    assert "cannot be changed here" in why_not(TEXT, before, replace(before, id="other"))


def test_bouts_cannot_come_or_go() -> None:
    before = load_record(TEXT)
    with pytest.raises(ValueError, match="zip"):
        amended_text(TEXT, before, replace(before, bouts=before.bouts[:1]), AT)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ({"a": [1, float("nan")]}, {"a": [1, float("nan")]}, True),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"b": 1}, False),
        ([1, 2], [1], False),
    ],
)
def test_data_are_the_same_down_to_the_kinds_of_their_numbers(one: object, other: object, wanted: bool) -> None:
    assert same(one, other) is wanted


def test_the_library_is_not_imported_before_something_is_corrected() -> None:
    """It costs 20 ms, and most starts correct nothing."""
    program = "import sys, glutetimer.core.record.amend; print('tomlkit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
