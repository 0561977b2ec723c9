"""A record is read back before it is written."""

from __future__ import annotations

import pytest

from glutetimer.core.record import write
from glutetimer.core.record.write import dump_record, sure_record
from tests.helpers.records import finished, running


def test_what_reads_back_equal_is_the_text() -> None:
    """Nothing is added to what `dump_record` says."""
    assert sure_record(finished(), seal=True) == dump_record(finished(), seal=True)


def test_what_would_read_back_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in reading or writing is found before a file is opened."""
    monkeypatch.setattr(write, "load_running", lambda text: (running(), None))
    with pytest.raises(ValueError, match="would not read back"):
        sure_record(finished(), seal=True)
