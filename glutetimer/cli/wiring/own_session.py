"""A session as changed by the options, kept under a new name."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.files.durable import NotSure, create
from glutetimer.adapters.files.read import read_text
from glutetimer.adapters.files.sessions import all_sessions, find
from glutetimer.cli.schema import schema_text, write_schema
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.save_as import own_id, own_session


def save_session(folder: Path, session: str, options: Options, name: str) -> str:
    """Keep it in the runner's own folder; its id. Raises BadFile, EmptyPlan, OSError."""
    text = own_session(read_text(find(session, folder)), options, name)
    taken = {found.path.stem for found in all_sessions(folder)}
    id_ = own_id(name, taken)
    with suppress(NotSure):
        create(folder / f"{id_}.toml", text)
    with suppress(OSError):  # only editors want it: the file's first line names it
        write_schema(folder, schema_text())
    return id_
