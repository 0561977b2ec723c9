"""Pain told of a workout of the log on the command line, without an editor."""

from __future__ import annotations

from pathlib import Path

from glutetimer.adapters.clock import local_now
from glutetimer.adapters.log.change import open_record, replace_record
from glutetimer.cli.log.pain_asked import filled_in
from glutetimer.cli.log.pain_options import Given
from glutetimer.cli.output import stop, stop_for
from glutetimer.core.clean import clean
from glutetimer.core.log.amending import amended_text
from glutetimer.core.problems import BadFile
from glutetimer.core.record_text import clean_workout


def tell_record(path: Path, told: Given, trash: Path) -> str:
    """Write it into the record; what there is to say of the change, "" where nothing was changed.

    Ends the program where it cannot be written.
    """
    try:
        text, before, mark = open_record(path)
        after = filled_in(told, before).applied(before)
        if clean_workout(after) == before:
            return ""
        text = amended_text(text, before, after, local_now()[0])
    except BadFile as bad:
        stop_for(path, bad)
    change = replace_record(path, mark, text, trash)
    if not change.done:
        stop(clean(change.said))
    return clean(change.said or f"Changed: {path}")
