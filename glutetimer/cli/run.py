"""`run`: one session from the set-up to the record."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from glutetimer.cli.base.options import NumberType, place_options
from glutetimer.cli.base.output import EXIT_PROBLEM, say, stop, stop_for, warn, warn_of, warn_whole
from glutetimer.cli.base.plan_options import options_from, plan_options
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.show import planned
from glutetimer.cli.wiring.program import FileProgram
from glutetimer.cli.wiring.sweep import sweep_all
from glutetimer.core.defaults import at_home, usual, with_band
from glutetimer.core.log.last_times import Past
from glutetimer.core.text.english import moment_words
from glutetimer.core.text.problems import BadFile, Broke

if TYPE_CHECKING:
    from glutetimer.adapters.workout.trace import Trace
    from glutetimer.cli.wiring.live_run import WiredRun
    from glutetimer.core.ports import Leftover


def has_screen() -> bool:
    """Whether the full-screen program can be shown: a terminal on every side, and not a dumb one."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


@click.command("run")
@click.argument("session", required=False)
@plan_options
@click.option("--mute", is_flag=True, help="Quiet: no sound, the screen flashes.")
@click.option("--resume", is_flag=True, help="Go on with the workout that was not ended.")
@click.option("--plain", is_flag=True, help="Print lines instead of drawing a screen.")
@click.option("--trace", type=click.Path(path_type=Path), help="Write every event to this file, a JSON object a line.")
@click.option("--speed", type=NumberType(0.01, 10000), default=1.0, help="Rehearse this many times faster.")
@place_options
def run_command(
    session: str | None,
    mute: bool,
    resume: bool,
    plain: bool,
    trace: Path | None,
    speed: float,
    log_dir: Path | None,
    config_file: Path | None,
    **given: Any,
) -> None:
    """Walk through SESSION: a name from `glutetimer list`, or a file."""
    if session is None and not resume:
        raise click.UsageError("Which session? `glutetimer list` shows them.")
    where = setting(log_dir, config_file)
    options = options_from(where.config, **given)
    if session is not None:
        asked, _ = planned(where, session, options)
        options = with_band(at_home(options, asked, where.config), asked, where.config, Past())
    program = FileProgram(where, options, mute, speed, keep=speed == 1.0 or log_dir is not None, trace=_trace(trace))
    run_program(program, session, resume=resume, plain=plain or not has_screen())


def run_program(program: FileProgram, session: str | None, *, resume: bool, plain: bool) -> None:
    """Run in the front end that fits, and end with its exit code."""
    sweep_all(program.setting.places)
    for unread, why in program.unreadable():
        warn_of(unread, why)
    wanted = _taken_up(program, session) if resume else None
    try:
        if not plain:
            gc.disable()  # Until the first picture everything stays: looking for garbage takes a tenth of the start.
            from glutetimer.tui.app import run_app

            code, saved = run_app(program, session, program.options, wanted)
            for path in saved:
                say(f"Saved: {path}")
            if not program.keep:
                say("A rehearsal: nothing was saved.")
        else:
            code = _run_plain(program, session, wanted)
    except BadFile as bad:
        stop_for(session or "the workout that was not ended", bad)
    except Broke as broke:
        stop(f"The program could not go on: {broke}. {_waiting(program)}")
    finally:
        program.let_go()
        if program.trace is not None:
            program.trace.close()
        lost = [live for live in program.live if tell_lost(live)]
        if lost:
            raise SystemExit(EXIT_PROBLEM)
    raise SystemExit(code)


def tell_lost(live: WiredRun) -> bool:
    """Warn of what the record of a closed run lacks; whether neither the log nor the state folder has it."""
    keeper = live.saver
    if keeper is None or live.run.engine.state.end == "discarded":
        return False
    if keeper.problem and (keeper.elsewhere or keeper.saved_path):
        warn(keeper.problem)
    if keeper.unkept:
        warn_whole(keeper.unkept)
    return keeper.elsewhere


def _taken_up(program: FileProgram, session: str | None) -> Leftover:
    """Hold the workout to resume: of several programs that want it, only one gets it."""
    from glutetimer.cli.wiring.resume import NothingToResume

    try:
        return program.take_up(session)
    except NothingToResume as nothing:
        stop(str(nothing))


def _waiting(program: FileProgram) -> str:
    """Sentence on where an unfinished workout lies after an end by an error."""
    left = program.leftovers()
    return f"Your workout waits in {left[0].key}: glutetimer run --resume" if left else "No workout was under way."


def _run_plain(program: FileProgram, session: str | None, wanted: Leftover | None) -> int:
    from glutetimer.plain.front import PlainFront

    live = _begin(program, session, wanted)
    keys = sys.stdin if sys.stdin is not None and sys.stdin.isatty() and not live.rehearsal else None
    if live.rehearsal:
        kept = "" if program.keep else " and nothing is saved"
        say(f"A rehearsal, {program.speed:g} times as fast: no keys, no sound{kept}.")
    try:
        with signals_end():
            PlainFront(live, _say_line, keys, bell=_ring).go()
        return told_where(live)
    except SystemExit:
        from glutetimer.core.run.choices import is_empty

        if program.keep and not is_empty(live.run.engine.state):
            warn("Stopped: `glutetimer run --resume` goes on with it.")
        raise
    finally:
        live.close()


def _begin(program: FileProgram, session: str | None, wanted: Leftover | None) -> WiredRun:
    if wanted is not None:
        return program.resume(wanted)
    assert session is not None
    left = [item for item in program.leftovers() if item.says_something or item.over]
    if left:
        when = moment_words(left[0].started)
        warn(f"{left[0].name} of {when} was not ended: `glutetimer run --resume` goes on with it.")
    return program.begin(session, program.options)


def told_where(live: WiredRun) -> int:
    """Print where the record is; return 1 where it could not be saved."""
    if live.saver is None or live.run.engine.state.end == "discarded":
        return 0
    from glutetimer.cli.wiring.live_run import LAST_WAIT

    path = live.saved(LAST_WAIT)
    if path:
        say(f"Saved: {path}")
        return 0
    live.close()
    for problem in live.problems() if not live.saver.elsewhere else ():
        warn(problem)
    return 1


def _say_line(text: str) -> None:
    say(text)
    sys.stdout.flush()


def _ring() -> None:
    """Ring the terminal's bell; a file or pipe has none."""
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout.write("\a")
        sys.stdout.flush()


def _trace(path: Path | None) -> Trace | None:
    if path is None:
        return None
    from glutetimer.adapters.workout.trace import NoTrace, Trace

    try:
        return Trace(path)
    except NoTrace:
        raise click.UsageError(f"--trace: {path} is no trace, and stays as it is (name another file).") from None
    except OSError as error:
        raise click.UsageError(_not_traced(path, error)) from None


def _not_traced(path: Path, error: OSError) -> str:
    if error.errno == errno.ENXIO:
        return f"--trace: nobody reads from {path} (start the reader first, or name a file)."
    return f"--trace: {path} cannot be written ({error.strerror})."


@contextmanager
def signals_end() -> Iterator[None]:
    """Let signals end the program in order, with exit code 128 + n: finished bouts are already saved."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK") if hasattr(signal, name)]
    before = {getattr(signal, name): signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def program_for_home(where: Settings) -> FileProgram:
    """Make the program for `glutetimer` without a command."""
    return FileProgram(where, usual(where.config))
