"""What the runner changes from the screen and finds again: settings, and that the welcome is over."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from glutetimer.adapters.config_file import write_settings
from glutetimer.adapters.durable import make_folder
from glutetimer.adapters.files import may_be_there, read_text
from glutetimer.adapters.places import Places
from glutetimer.cli.common import Setting
from glutetimer.core.config import read_config
from glutetimer.core.problems import BadFile


def changed(setting: Setting, changes: Mapping[str, object]) -> tuple[Setting, str]:
    """The setting with changes written to its file; unchanged, with one sentence, where that cannot be."""
    path = setting.places.config
    try:
        write_settings(path, changes)
        config, problems = read_config(read_text(path))
    except BadFile as bad:
        return setting, f"Not kept. {bad.problems[0].at(str(path))}"
    except (OSError, ValueError) as refusal:
        return setting, f"Not kept. {path}: {getattr(refusal, 'strerror', None) or refusal}."
    return replace(setting, config=config, problems=problems), ""


def is_first_start(places: Places) -> bool:
    """Whether nobody was welcomed here yet, and nothing was ever logged."""
    return not may_be_there(_mark(places)) and not any(places.log.glob("*/*/*.toml"))


def welcomed(places: Places) -> None:
    """Leave a mark; where that cannot be, the welcome comes again, which does no harm."""
    with suppress(OSError):
        make_folder(places.state)
        _mark(places).touch()


def _mark(places: Places) -> Path:
    return places.state / "welcomed"
