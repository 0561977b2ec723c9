"""Write changes that the runner makes on the screen: settings, and that the welcome is over."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.files.read import may_be_there, read_text
from glutetimer.cli.base.setting import Settings
from glutetimer.core.settings.config import USUAL, read_config
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace


def changed(setting: Settings, changes: Mapping[str, object]) -> tuple[Settings, str]:
    """Write changes to the settings file; return the new settings, or the old ones with a sentence where that fails."""
    from glutetimer.adapters.files.config_file import write_settings  # keeps comments: not to start

    path = setting.places.config
    try:
        write_settings(path, _with_goals(path, changes))
        config, problems = read_config(read_text(path))
    except BadFile as bad:
        return setting, f"Not kept. {bad.problems[0].at(str(path))}"
    except (OSError, ValueError) as refusal:
        return setting, f"Not kept. {path}: {getattr(refusal, 'strerror', None) or refusal}."
    return replace(setting, config=config, problems=problems), ""


def _with_goals(path: Path, changes: Mapping[str, object]) -> Mapping[str, object]:
    """Add the goal that held until yesterday, where another one is set: the weeks before are judged by it."""
    if "goal" not in changes:
        return changes
    from glutetimer.adapters.system.clock import local_now

    now = read_config(read_text(path))[0] if may_be_there(path) else USUAL
    wanted = changes["goal"]
    goal = wanted if isinstance(wanted, int) else USUAL.goal
    was = now.goals.changed(goal, local_now()[0].date()).was
    return changes if was == now.goal_was else {**changes, "goal_was": was}


def is_first_start(places: Places) -> bool:
    """Whether the welcome was never shown here, and the log is empty."""
    return not may_be_there(_mark(places)) and not any(places.log.glob("*/*/*.toml"))


def welcomed(places: Places) -> None:
    """Leave a mark; where that fails, the welcome comes again, which does no harm."""
    from glutetimer.adapters.files.durable import make_folder

    with suppress(OSError):
        make_folder(places.state)
        _mark(places).touch()


def _mark(places: Places) -> Path:
    return places.state / "welcomed"
