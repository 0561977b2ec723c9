"""The page as a whole: what is on it, that nothing can break it, and that it needs nothing."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.record.record import Workout
from glutetimer.core.report.data import UnreadRecords
from glutetimer.core.values import replace
from glutetimer.report.page import page
from tests.helpers.reports import EVIL, NOW, Seen, months, one, report_of, seen_as, with_pain, workout_of


def page_of(*workouts: Workout, weeks: int = 4) -> str:
    """The page of these workouts."""
    return page(report_of(list(workouts), weeks), "1.2.3")


def worded(text: str) -> Workout:
    """A workout in which every text is this one."""
    broke = one(text, "left", "form-broke", 5, reason=text, exercise="a", band="ankles", strength=text)
    hurt = one(text, "right", "pain", 3, pain=4, place=text, pain_side="right", exercise="a")
    return workout_of(broke, hurt, name=text, session=text, note=text, zone=text, pain=4, effort=5)


def test_what_is_on_it() -> None:
    """Days, sums, sessions, bands, cues, pain, notes and who counted."""
    words = Seen(page(report_of([with_pain(workout, 3) for workout in months(4)]), "1.2.3")).words
    for said in (
        "26 Oct to 21 Nov 2026 (4 weeks)",
        "made 21 Nov 2026, 20:15 by glutetimer 1.2.3",
        "The goal is 3 workouts a week",
        "Hip control",
        "Single-leg bridge",
        "ankles (light)",
        "lower back",
        "Felt steady; right hip wobbles less than last week",
        "program, confirmed",
        "A trend, not a verdict.",
        "no medical advice",
    ):
        assert said in words


def test_the_column_of_bands_is_never_too_narrow_for_its_words() -> None:
    """In half a year the numbers beside it are long: they may stand on two lines."""
    written = page_of(*months(26), weeks=26)
    heads = re.findall(r'<th scope="col">([^<]*)</th>', written.partition('<table class="done">')[2])
    assert heads[heads.index("Time") - 1] == "Band"
    assert ".done th:nth-last-child(2), .done td:nth-last-child(2) { min-width: 5.5em; }" in written
    assert re.search(
        r'<span class="whole">\d+ of \d+</span> <span class="whole">\(\d+\N{NO-BREAK SPACE}%\)</span>', written
    )


@pytest.mark.parametrize("text", EVIL)
def test_a_text_changes_nothing_but_itself(text: str) -> None:
    """The same elements with the same attributes as with a harmless name, and the text as it was written."""
    tame, evil = Seen(page_of(worded("Kick"))), Seen(page_of(worded(text)))
    assert evil.elements == tame.elements
    assert seen_as(text) in evil.words
    ElementTree.fromstring(page_of(worded(text)))


@settings(max_examples=30)
@given(st.text(min_size=1).filter(lambda text: bool(seen_as(text))))
def test_any_text_changes_nothing_but_itself(text: str) -> None:
    """The same with texts that nobody thought of; the page can always be written."""
    made = page_of(worded(text))
    ElementTree.fromstring(made.encode())
    assert Seen(made).elements == Seen(page_of(worded("Kick"))).elements


def test_it_needs_nothing_and_runs_nothing() -> None:
    """No script, no address, and a policy that forbids both."""
    made = page_of(*months(4))
    seen = Seen(made)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {tag for tag, _ in seen.elements}
    assert not {name for _, names in seen.elements for name in names if name.startswith(("on", "src", "href", "style"))}
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in seen.values
    assert not re.search(r"https?:|url\(|@import", made)


def test_tables_and_pictures_can_be_read_aloud() -> None:
    """Every table has a caption, every head says of what it is one, every chart a title and a description."""
    tree = ElementTree.fromstring(page_of(*months(4)))
    assert tree.get("lang") == "en"
    tables = list(tree.iter("table"))
    assert tables
    assert all(table.find("caption") is not None for table in tables)
    assert {head.get("scope") for head in tree.iter("th")} == {"col", "row", "rowgroup"}
    charts = [svg for svg in tree.iter("svg") if svg.get("role") == "img"]
    ids = [part.get("id") for part in tree.iter() if part.get("id")]
    assert charts
    assert len(ids) == len(set(ids))
    for chart in charts:
        named = (chart.get("aria-labelledby") or "").split()
        assert [chart.find(tag).get("id") for tag in ("title", "desc")] == named  # type: ignore[union-attr]
    assert [svg for svg in tree.iter("svg") if svg not in charts and svg.get("aria-hidden") != "true"] == []


def test_every_row_is_as_wide_as_its_head() -> None:
    """Also where left and right share a cell."""
    both, turns = one("Squat", "both"), one("Lunge", "alternate")
    for table in ElementTree.fromstring(page_of(*months(4), workout_of(both, turns))).iter("table"):
        heads = len(table.findall("thead/tr/th"))
        for row in table.findall("tbody/tr"):
            assert sum(int(cell.get("colspan") or 1) for cell in row) == heads


def test_an_empty_span_says_so() -> None:
    """No table, no chart, and what is known nevertheless."""
    made = page(report_of([], left_out=UnreadRecords(rehearsals=2, unreadable=1)), "1.2.3")
    seen = Seen(made)
    assert "No workout from 26 Oct to 21 Nov 2026." in seen.words
    assert "Not counted: 2 rehearsals." in seen.words
    assert "1 file of the log cannot be read" in seen.words
    assert {"table", "svg"}.isdisjoint(tag for tag, _ in seen.elements)


def test_a_note_of_a_workout_without_a_bout_is_not_lost() -> None:
    """It is in no sum, but it was written."""
    left = workout_of(one("Kick", "left", "not-reached"), note="Felt sick", state="early")
    words = Seen(page_of(left)).words
    assert "Felt sick" in words
    assert "1 workout left before anything was done" in words


@pytest.mark.parametrize("weeks", [1, 2, 13, 14, 52, 53, 520])
def test_any_span_has_a_page(weeks: int) -> None:
    """From the running week to ten years."""
    made = page_of(*months(3), workout_of(one("Kick", "left"), one("Kick", "right"), days_ago=3600), weeks=weeks)
    ElementTree.fromstring(made)


def test_days_carry_their_year_where_there_are_two() -> None:
    words = Seen(page_of(workout_of(one("Kick", "left"), note="Cold", days_ago=330), weeks=52)).words
    assert "26 Dec 2025, 19:15" in words
    assert "26 Dec 2025, 19:15" not in Seen(page_of(workout_of(one("Kick", "left")))).words


def test_a_session_that_was_never_confirmed_is_marked() -> None:
    """In the table and among the workouts; the balance has nothing to say."""
    unsure = [
        replace(
            workout_of(
                one("Kick", "left", counted_by="program"), one("Kick", "right", counted_by="program"), days_ago=days
            ),
            confirmed=None,
        )
        for days in (0, 2, 4)
    ]
    words = Seen(page_of(*unsure)).words
    assert "L 30, R 30" in words
    assert "program, not confirmed" in words
    assert "Not enough confirmed workouts yet: Kick." in words
    assert f"{NOW:%Y}" in words
