"""`list`, `plan`, `check`: answers without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glutetimer.adapters.files.sessions import FoundSession, find, load, load_all
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import EXIT_PROBLEM, columns, problem_json, say, say_json, stop, stop_for, warn, warn_of
from glutetimer.cli.base.plan_options import options_from, plan_options
from glutetimer.cli.base.remarks import fixed_sets, remarks, unused_words
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.core.defaults import at_home, today
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.plan import Bout, Plan, plan_json
from glutetimer.core.text.doses import to_do
from glutetimer.core.text.english import count, minutes
from glutetimer.core.text.problems import BadFile

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Options
    from glutetimer.core.session.session import Session
    from glutetimer.core.settings.config import Config


@click.command("list")
@place_options
@json_option
def list_command(log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show the sessions: what they are, how long they take, what they need."""
    show_list(setting(log_dir, config_file), as_json)


def show_list(where: Settings, as_json: bool = False) -> None:
    """Print the sessions, and name the unreadable ones."""
    rows, unreadable = load_all(where.places.sessions)
    if as_json:
        from glutetimer.adapters.system.clock import local_now
        from glutetimer.cli.log.progress import rows_of
        from glutetimer.core.log.last_times import past_of

        done = past_of(*rows_of(where).latest(local_now()[0])).last  # only here: a list need not wait for the log
        last = {id_: {"last_done": moment.isoformat()} for id_, moment in done.items()}
        sessions = [_session_json(found, session, where.config) | last.get(session.id, {}) for found, session in rows]
        say_json({"format": 1, "sessions": sessions, "unreadable": _unreadable_json(unreadable)})
        return
    took = [(s, seconds_today(s, where.config)) for _, s in rows]
    lines = [(s.id, minutes(t) if t else "-", ", ".join(s.needs) or "-", s.name) for s, t in took]
    for line in columns([("SESSION", "TIME", "NEEDS", "NAME"), *lines]):
        say(line)
    for path, why in unreadable:
        warn_of(path, why)


def seconds_today(session: Session, config: Config) -> float:
    """Length of a session in seconds with the settings and the kit at home, as on the screen; 0.0 for an empty plan."""
    try:
        return compile_plan(session, today(session, config, Past())).seconds
    except EmptyPlan:
        return 0.0


def _session_json(found: FoundSession, session: Session, config: Config) -> dict[str, Any]:
    out: dict[str, Any] = {"id": session.id, "name": session.name, "summary": session.summary}
    out |= {"source": session.source, "order": session.order, "rounds": session.rounds.start}
    out |= {"most": session.rounds.most, "exercises": len(session.exercises), "needs": list(session.needs)}
    seconds = seconds_today(session, config)
    out |= {"seconds": seconds} if seconds else {}
    return out | {"built_in": found.built_in, "path": str(found.path)}


def _unreadable_json(unreadable: list[tuple[Path, BadFile]]) -> list[dict[str, Any]]:
    return [problem_json(path, problem) for path, bad in unreadable for problem in bad.problems]


@click.command("plan")
@click.argument("session")
@plan_options
@place_options
@json_option
def plan_command(session: str, log_dir: Path | None, config_file: Path | None, as_json: bool, **given: Any) -> None:
    """Show what a run of SESSION would do, step by step."""
    where = setting(log_dir, config_file)
    options = options_from(where.config, **given)
    found, plan = planned(where, session, options)
    if as_json:
        say_json(plan_json(plan))
        return
    for line in (*_plan_head(found, plan), *remarks(plan)):
        say(line)
    for line in columns(_plan_rows(plan)):
        say(line)


def planned(where: Settings, reference: str, options: Options) -> tuple[Session, Plan]:
    """Load the session and plan it for today; end the program with one sentence where that fails."""
    path: Path | str = reference
    try:
        path = find(reference, where.places.sessions)
        session = load(path)
        for line in (*unused_words(session, options.without), *fixed_sets(session, options)):
            warn(line)
        return session, compile_plan(session, at_home(options, session, where.config))
    except BadFile as bad:
        stop_for(path, bad)
    except EmptyPlan as empty:
        stop(f"{path}: {empty}")


def _plan_head(session: Session, plan: Plan) -> Iterator[str]:
    yield f"{plan.name}: {minutes(plan.seconds)}"
    if session.source:
        yield f"From: {session.source}"


def _plan_rows(plan: Plan) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for step in plan.steps:
        start = f"{int(step.start) // 60:3}:{int(step.start) % 60:02}"
        if isinstance(step, Bout):
            word = "round" if plan.order == "circuit" else "set"
            rows.append((start, f"{step.seconds:g} s", *_bout_row(step, word)))
        else:
            rows.append((start, f"{step.seconds:g} s", step.kind, "", ""))
    return rows


def _bout_row(bout: Bout, word: str) -> tuple[str, str, str]:
    side = "" if bout.side == "both" else bout.side
    where = " ".join(filter(None, (side, bout.direction)))
    dose = to_do(bout.target, bout.exercise.kind)
    return f"  {bout.exercise.name}", where, f"{dose}, {word} {bout.number} of {bout.sets}"


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@place_options
@json_option
def check_command(files: tuple[Path, ...], log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Read session files and name every problem in them."""
    checked: list[tuple[Path, Session | None]] = []
    unreadable: list[tuple[Path, BadFile]] = []
    for path in files:
        try:
            checked.append((path, load(path)))
        except BadFile as bad:
            unreadable.append((path, bad))
    if as_json:
        good = [str(path) for path, _ in checked]
        say_json({"format": 1, "good": good, "unreadable": _unreadable_json(unreadable)})
    else:
        for path, session in checked:
            say(f"{path}: {count(len(session.exercises) if session else 0, 'exercise')}, all good")
        for path, why in unreadable:
            warn_of(path, why)
    raise SystemExit(EXIT_PROBLEM if unreadable else 0)
