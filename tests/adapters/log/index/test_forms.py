"""Forms in the index: what records say, what only a name says, and session files that change."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.adapters.log.session_forms import SessionForms
from glutetimer.core.log.forms import NO_FORMS, Forms
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.session.session import Band, Kind, Side
from glutetimer.core.values import replace
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, put

#: Old: without run time. Of it only names are known.
NAMES = ("Squat", "Half squat", "Deep squat")
KNOWN = Forms({("squat", "Squat"): "", ("squat", "Half squat"): "squat-half-squat"}, {"squat": "Squat"})


KINDS: tuple[Kind, ...] = ("reps", "reps", "hold")
BANDS: tuple[Band, ...] = ("none", "knees")
SIDES: tuple[Side, ...] = ("left", "right")


def squats(number: int, dice: Random) -> Workout:
    """A workout of squats in several forms, some of them of an older program, some not counted."""
    old = dice.random() < 0.5
    bouts = tuple(squat(set_, dice, old=old) for set_ in range(1, dice.randint(2, 5)))
    active = None if old else 60.0
    return replace(few()[6 + number % 10], id=f"squats-{number}", session="legs", bouts=bouts, active=active)


def squat(set_: int, dice: Random, *, old: bool) -> BoutRecord:
    form = dice.choice(("", "squat-half-squat"))
    name = dice.choice(NAMES) if old else {"": "Squat"}.get(form, "Half squat")
    done = Result("done", dice.randint(1, 15), 30.0, dice.choice(("program", "hand")))
    result = dice.choice((done, done, Result("short", None, 9.0, "hand"), Result("skipped", 0, 0.0, "program")))
    kind, band = dice.choice(KINDS), dice.choice(BANDS)
    side = dice.choice(SIDES)
    return BoutRecord(
        "squat", name, kind, 1, set_, side, None, band, 15, result, "" if old or band == "none" else "red",
        "" if old else form,
    )  # fmt: skip


def index_of(folder: Path, forms: Forms) -> Index:
    return open_index(folder / "log", folder / "cache", lambda: forms)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("forms", [KNOWN, NO_FORMS])
def test_the_index_says_of_forms_what_the_files_say(tmp_path: Path, seed: int, forms: Forms) -> None:
    dice = Random(seed)
    for number in range(12):
        put(tmp_path / "log", squats(number, dice))
    index = index_of(tmp_path, forms)
    index.refresh()
    found, wanted = everything(index), everything(Direct(tmp_path / "log", forms))
    assert found == wanted


def test_a_session_file_that_changes_changes_what_the_names_mean(tmp_path: Path) -> None:
    """Nothing is read again for that: the index keeps names."""
    old = squats(0, Random(1))
    bouts = (replace(old.bouts[0], name="Half squat", kind="reps", result=Result("done", 9, 30.0, "hand")),)
    put(tmp_path / "log", replace(old, bouts=bouts, active=None))
    sessions = tmp_path / "sessions"
    index = open_index(tmp_path / "log", tmp_path / "cache", SessionForms(sessions))
    index.refresh()
    assert [row.form for row in index.of_exercise("squat")] == [None]
    sessions.mkdir()
    text = 'format = 1\nname = "Legs"\n[[exercise]]\nid = "squat"\nname = "Low squat"\nreps = 9\n'
    easier = '[[exercise.easier]]\nname = "Half squat"\ncue = "Not so low"\n'
    (sessions / "legs.toml").write_text(text + easier, encoding="utf-8")
    assert [row.form for row in index.of_exercise("squat")] == ["squat-half-squat"]
    assert [known.name for known in index.exercises()] == ["Low squat"]
    (sessions / "legs.toml").write_text(text.replace("Low squat", "Half squat"), encoding="utf-8")
    assert [row.form for row in index.of_exercise("squat")] == [""]


def test_a_session_file_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("format = 1\n[[", encoding="utf-8")
    assert SessionForms(tmp_path)().of("clam-shell", "Clam shell") == ""
