"""Files with a byte missing at each place, or flipped, and 100,000 strings from a terminal: read or refused."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.core.record.read import load_record, load_running
from glutetimer.core.record.write import dump_record
from glutetimer.core.session.parse import parse_session
from glutetimer.core.settings.config import read_config
from glutetimer.core.settings.documents import example_text
from glutetimer.core.text.problems import BadFile
from tests.helpers.records import RESUME, finished, running
from tests.tui.terminal.test_parser import outlives

STRINGS = 100_000
SESSION = (built_in_dir() / "get-hip.toml").read_text("utf-8")
RECORD = dump_record(finished(), seal=True)
READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "a session": (SESSION, lambda text: parse_session(text, "get-hip")),
    "a record": (RECORD, load_record),
    "a running workout": (dump_record(running(2), seal=False, resume=RESUME), load_running),
    "settings": (example_text(), read_config),
}


def spoiled(text: str) -> Iterator[tuple[str, int, str]]:
    """The text cut at every byte, and with a byte taken out or one of its bits flipped at every place."""
    data = text.encode()
    dice = random.Random(8)
    for at in range(len(data)):
        bit = 1 << dice.randrange(8)
        for how, spoilt in (
            ("cut", data[:at]),
            ("missing", data[:at] + data[at + 1 :]),
            ("flipped", data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]),
        ):
            yield how, at, spoilt.decode("utf-8", "replace")


@pytest.mark.parametrize("what", READERS)
def test_each_is_read_or_refused_with_a_line(what: str) -> None:
    text, read = READERS[what]
    refused = 0
    for how, at, spoilt in spoiled(text):
        try:
            read(spoilt)
        except BadFile:
            refused += 1
        except Exception as slip:  # which it was is what one wants to know
            raise AssertionError(f"{how} at byte {at}: {slip!r}") from slip
    assert refused > len(text) / 2 or what == "settings"


def test_a_record_that_was_cut_is_never_taken_for_a_whole_one() -> None:
    data = RECORD.rstrip().encode()
    for at in range(len(data)):
        with pytest.raises(BadFile):
            load_record(data[:at].decode("utf-8", "replace"))


def test_100_000_strings_end_no_parser() -> None:
    outlives(100, STRINGS)
