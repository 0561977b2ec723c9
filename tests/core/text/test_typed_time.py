"""When a workout was begun, as somebody tells it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.text.typed_time import Here, gap_words, meant, minutes_of, moments, told

#: A Friday.
NOW = datetime(2026, 11, 20, 19, 30)
BERLIN = "Europe/Berlin"
ZONES = pytest.mark.skipif(BERLIN not in available_timezones(), reason="no zones on this machine")
DAYS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))


def here(name: str) -> Here:
    """As the machine has it: the moment, with the offset of then."""
    zone = ZoneInfo(name)
    return lambda at: at.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:39", "2026-11-20T08:39"),
        ("08:39", "2026-11-20T08:39"),
        (" 18:30 ", "2026-11-20T18:30"),
        ("18:30:05", "2026-11-20T18:30:05"),
        ("today 8:39", "2026-11-20T08:39"),
        ("yesterday 18:30", "2026-11-19T18:30"),
        ("Yesterday  9:05", "2026-11-19T09:05"),
        ("mon 7:00", "2026-11-16T07:00"),
        ("Monday 7:00", "2026-11-16T07:00"),
        ("thurs 23:59", "2026-11-19T23:59"),
        ("fri 19:30", "2026-11-20T19:30"),
        ("fri 19:31", "2026-11-13T19:31"),
        ("sat 0:00", "2026-11-14T00:00"),
        ("2026-11-19 8:39", "2026-11-19T08:39"),
        ("2026-11-19T18:30", "2026-11-19T18:30"),
        ("2026-11-19 18:30:05.9", "2026-11-19T18:30:05"),
        ("2026-11-19 8:39+09:00", "2026-11-19T08:39+09:00"),
        ("2026-11-19T08:39Z", "2026-11-19T08:39+00:00"),
        ("18.30", "2026-11-20T18:30"),
        ("18h30", "2026-11-20T18:30"),
        ("1830", "2026-11-20T18:30"),
        ("6:30pm", "2026-11-20T18:30"),
        ("6 pm", "2026-11-20T18:00"),
        ("12:15 am", "2026-11-20T00:15"),
        ("yesterday 6.30 PM", "2026-11-19T18:30"),
        ("mon 7:00 -0800", "2026-11-16T07:00-08:00"),
        ("20261119T1830", "2026-11-19T18:30"),
    ],
)
def test_a_time_is_understood(text: str, moment: str) -> None:
    """With a zone only where an offset is given."""
    assert told(text, NOW) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "mo 7:00", "mon", "yesterday", "tomorrow 7:00", "7:00 mon", "monday7:00", "todays 7:00", "8", "8:3"],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert told(text, NOW) is None


@pytest.mark.parametrize("text", ["2026-11-19", "24:00", "8:60", "2026-02-30 10:00", "2026-11-19 8:39+25:00"])
def test_what_no_clock_shows_is_none(text: str) -> None:
    assert told(text, NOW) is None


@ZONES
def test_an_hour_that_does_not_exist_has_no_moment_and_a_sentence() -> None:
    at = datetime(2026, 3, 29, 2, 30)
    assert moments(at, here(BERLIN)) == ()
    assert gap_words(at, here(BERLIN)) == (
        "2026-03-29 02:30 was on no clock here: clocks went forward over it (01:30 or 03:30 may be meant)"
    )


@ZONES
@pytest.mark.parametrize(
    ("now", "utc"),
    [
        (datetime(2026, 10, 25, 12, tzinfo=UTC), datetime(2026, 10, 25, 1, 30)),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), datetime(2026, 10, 25, 0, 30)),
        (datetime(2026, 10, 25, 0, 0, tzinfo=UTC), datetime(2026, 10, 25, 0, 30)),
    ],
)
def test_in_the_hour_that_comes_twice_the_later_one_that_is_over_is_meant(now: datetime, utc: datetime) -> None:
    """Where none is over, the first: it is still to come in any case."""
    found = moments(datetime(2026, 10, 25, 2, 30), here(BERLIN))
    assert [moment.utcoffset() for moment in found] == [timedelta(hours=2), timedelta(hours=1)]
    assert meant(found, now).astimezone(UTC).replace(tzinfo=None) == utc


@ZONES
@given(DAYS, st.sampled_from(["Europe/Berlin", "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Kathmandu"]))
def test_each_moment_shows_the_time_that_was_told(at: datetime, zone: str) -> None:
    """Whatever the clocks of a place do, by an hour or by half of one."""
    for moment in moments(at, here(zone)):
        assert moment.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == at


def test_a_place_with_one_offset_has_one_moment() -> None:
    zone = timezone(timedelta(hours=1))
    assert len(moments(NOW, lambda at: at.replace(tzinfo=zone))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("18:45", 18 * 60 + 45),
        ("1845", 18 * 60 + 45),
        ("7 30", 7 * 60 + 30),
        ("730", 7 * 60 + 30),
        ("07.30", 7 * 60 + 30),
        ("7h5", 7 * 60 + 5),
        ("0", 0),
        ("7", 7 * 60),
        ("18", 18 * 60),
        ("18:", 18 * 60),
        ("184", 18 * 60 + 4),
        ("2359", 23 * 60 + 59),
        ("29", 2 * 60 + 9),
        ("24:00", None),
        ("2400", None),
        ("7:60", None),
        (":30", None),
        ("12345", None),
        ("", None),
    ],
)
def test_times_as_they_are_typed(text: str, told: int | None) -> None:
    """What is typed only in part is a time, too."""
    assert minutes_of(text) == told
