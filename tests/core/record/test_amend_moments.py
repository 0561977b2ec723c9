"""Moments at the ends of the calendar, of which no other offset can be told: one such record is not all of the log."""

from __future__ import annotations

from datetime import datetime

import pytest

from glutetimer.core.record.amend import amended_text
from glutetimer.core.record.read import load_record
from glutetimer.core.record.write import workout_json
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace
from tests.core.record.test_amend import TEXT

WANTED = "a date and time with its offset, as in 2026-11-20T19:30:05+01:00, from the year 1900 on"
STARTED = "started = 2026-11-20 19:30:05+01:00"


@pytest.mark.parametrize("key", ["started", "ended", "added"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "1899-12-31T23:59:59Z"])
def test_they_are_not_read(key: str, moment: str) -> None:
    line = f"{key} = {moment}"
    text = TEXT.replace(STARTED, line) if key == "started" else TEXT.replace("weather", f"{line}\nweather")
    with pytest.raises(BadFile) as refusal:
        load_record(text)
    (problem,) = refusal.value.problems
    assert (problem.what, problem.instead) == (f"{key} will not do", WANTED)


def test_nor_are_they_read_in_a_list() -> None:
    with pytest.raises(BadFile, match="amended will not do"):
        load_record(TEXT.replace("weather", "amended = [0001-01-01T00:00:00+01:00]\nweather"))


@pytest.mark.parametrize("moment", ["1900-01-01T00:00:00+23:59", "9998-12-31T23:59:59-23:59"])
def test_all_others_can_be_corrected_and_told(moment: str) -> None:
    before = load_record(TEXT.replace(STARTED, f"started = {moment}"))
    at = datetime.fromisoformat(moment)
    out = amended_text(TEXT.replace(STARTED, f"started = {moment}"), before, replace(before, effort=6), at)
    assert workout_json(load_record(out))["started"] == moment
