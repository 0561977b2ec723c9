from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from glutetimer.adapters.system.clock import local_now, new_id, zone_name
from glutetimer.core.record.read import load_record
from glutetimer.core.record.write import dump_record
from tests.helpers.records import running

POSIX = pytest.mark.skipif(os.name == "nt", reason="TZ and /etc/localtime are not looked at on Windows")
ZONES = pytest.mark.skipif(not Path("/usr/share/zoneinfo/Europe/Berlin").exists(), reason="no zones on this machine")
SHOW = """
import json
from glutetimer.adapters.system.clock import local_now
now, zone = local_now()
print(json.dumps([now.isoformat(), now.timestamp(), type(now.tzinfo).__name__, zone]))
"""


def now_in(tz: str) -> tuple[str, float, str, str]:
    """What a program started with this TZ setting takes for now."""
    env = os.environ | {"TZ": tz}
    done = subprocess.run([sys.executable, "-c", SHOW], env=env, capture_output=True, text=True, check=True)
    iso, seconds, kind, zone = json.loads(done.stdout)
    return iso, seconds, kind, zone


def test_an_id_tells_the_second_in_utc_and_ends_with_the_token() -> None:
    now = datetime(2026, 11, 20, 19, 30, 5, 999_999, tzinfo=timezone(timedelta(hours=1)))
    assert new_id(now, "7f3a9c21") == "20261120T183005Z-7f3a9c21"


def test_an_id_will_do_for_a_record() -> None:
    workout = running(id_=new_id(datetime.now(UTC), "7f3a9c21"))
    assert load_record(dump_record(workout, seal=True)).id == workout.id


def test_now_is_now_in_whole_seconds_with_a_fixed_offset() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    now, zone = local_now()
    assert before <= now <= datetime.now(UTC)
    assert (now.microsecond, type(now.tzinfo), bool(zone)) == (0, timezone, True)


@POSIX
@ZONES
@pytest.mark.parametrize(
    ("tz", "offset", "zone"),
    [
        ("Asia/Kathmandu", "+05:45", "Asia/Kathmandu"),
        (":Asia/Kathmandu", "+05:45", "Asia/Kathmandu"),
        ("/usr/share/zoneinfo/Asia/Kathmandu", "+05:45", "Asia/Kathmandu"),
        ("ABC-3", "+03:00", "ABC"),
        ("LMT-0:19:32", "+00:20", "LMT"),
        ("Nowhere/Land", "+00:00", "Nowhere"),
        ("", "+00:00", "UTC"),
    ],
)
def test_now_follows_the_setting_of_the_machine(tz: str, offset: str, zone: str) -> None:
    iso, seconds, kind, found = now_in(tz)
    assert (iso[-6:], kind, found) == (offset, "timezone", zone)
    assert abs(seconds - datetime.now(UTC).timestamp()) < 60


@POSIX
@ZONES
def test_the_zone_is_where_localtime_points(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/var/db/timezone/zoneinfo/Europe/Berlin")
    assert zone_name(None, link, "CET") == "Europe/Berlin"


def test_without_a_link_the_short_name_has_to_do(tmp_path: Path) -> None:
    (tmp_path / "localtime").write_bytes(b"TZif")
    assert zone_name(None, tmp_path / "localtime", "CET") == "CET"
    assert zone_name(None, tmp_path / "missing", "CET") == "CET"


@pytest.mark.parametrize("setting", ["", ":", "/etc/passwd", "../../etc", "a" * 5000, "\0", "<+03>-3", "Europe"])
def test_a_setting_that_names_no_zone_is_passed_over(tmp_path: Path, setting: str) -> None:
    assert zone_name(setting, tmp_path / "missing", "CET") == "CET"
