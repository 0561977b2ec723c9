"""`log exercise`: one exercise over time, a line a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn, get_args

import click

from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import columns, say, say_json, stop
from glutetimer.cli.base.setting import setting
from glutetimer.cli.log.options import weeks_option
from glutetimer.cli.log.progress import name_unreadable, rows_of
from glutetimer.core.export.as_json import answer, forms_json, series_json
from glutetimer.core.log.bests import Best, Ever, KnownForm
from glutetimer.core.log.forms import Form
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.series import Measure, Series, SideLine, WeekPoint, series
from glutetimer.core.log.totals import since
from glutetimer.core.log.upto import APART, Until, is_later, later_words
from glutetimer.core.log.weeks import pain_words
from glutetimer.core.text.doses import amount_words
from glutetimer.core.text.english import count, full_day, long_day
from glutetimer.core.text.problems import did_you_mean
from glutetimer.core.text.vocabulary import SIDES, band_words

_SHOWN = {"best": "the most in one set", "sum": "all of a week", "time": "seconds of work in a week"}
#: Length of the longest bar, in cells.
_BAR = 20


@click.command("exercise")
@click.argument("exercise", metavar="ID")
@click.option("--measure", type=click.Choice(get_args(Measure)), default="best", help="What a week shows.")
@click.option("--form", metavar="FORM", default="", help="The id or the name of an easier or harder form.")
@weeks_option(12)
@place_options
@json_option
def exercise_command(
    exercise: str,
    measure: Measure,
    form: str,
    weeks: int,
    log_dir: Path | None,
    config_file: Path | None,
    as_json: bool,
) -> None:
    """Show an exercise week by week.

    Left and right apart: reps, or seconds of a hold. Each form of it, easier or harder, by itself.
    """
    rows = rows_of(setting(log_dir, config_file))
    now, _ = local_now()
    today = Until(rows, now).today
    ever, known = rows.ever(exercise, now), rows.of_exercise(exercise, since(today, weeks), now)
    later = _later(rows, exercise, now)
    found = series(known, today, weeks, measure, ever, _wanted(form, ever)) if ever else None
    if found is None or ever is None:
        _stop_for(rows, exercise, later)
    if as_json:
        end = {"forms": forms_json(ever), "later": later, "unreadable": len(rows.unreadable())}
        say_json(answer(weeks=weeks, since=found.mondays[0], **series_json(found), **end))
        return
    for line in _lines(found, ever):
        say(line)
    if later:
        say()
        say(later_words(later))
    name_unreadable(rows)


def _wanted(form: str, ever: Ever) -> Form | None:
    """Find the form by its id or its name; "" is the usual form."""
    if not form:
        return None
    for known in ever.forms:
        if form == known.form or form.casefold() == known.name.casefold():
            return known.key
    stop(f'No form "{form}" of {ever.name} in the log (it has {", ".join(map(_form, ever.forms))}).')


def _form(known: KnownForm) -> str:
    """Name of a form with its id: "Half squat (squat-half-squat)", "Squat, as written"."""
    said = {None: ", form not known", "": ", as written"}.get(known.form, f" ({known.form})")
    return f"{known.name}{said}"


def _later(rows: LogRows, exercise: str, now: datetime) -> int:
    """Count the workouts with it that are dated after now."""
    found = rows.of_exercise(exercise, now.date() - APART)
    return len({row.workout for row in found if is_later(row.started, now)})


def _stop_for(rows: LogRows, exercise: str, later: int) -> NoReturn:
    if later:
        stop(f'Nothing of "{exercise}" up to now. {later_words(later)}')
    known = [one.id for one in rows.exercises()]
    there_are = f"the log has {', '.join(sorted(known))}" if known else "nothing was logged yet"
    guess = did_you_mean(exercise, known)
    stop(f'No exercise "{exercise}" in the log ({f"{guess}; {there_are}" if guess else there_are}).')


def _lines(found: Series, ever: Ever) -> Iterator[str]:
    form = f", {found.form_name}" if found.form_name else ""
    yield f"{found.name}{form}, {_SHOWN[found.measure]}, in {found.unit}, since {long_day(found.mondays[0])}"
    for line in found.lines:
        yield ""
        yield f"{SIDES[line.side].heading}{_best(found, line.best)}"
        yield from _weeks(found, line)
    if others := [known for known in ever.forms if known != found.form]:
        yield ""
        yield f"Other forms (--form shows one): {', '.join(map(_form, others))}."


def _best(found: Series, best: Best | None) -> str:
    """Best bout in words; named as most in one set where the series measures something else."""
    if best is None:
        return ""
    amount = amount_words(best.value, found.kind)
    said = f"best {best.value}" if found.measure == "best" else f"most in one set {amount}"
    return ", ".join(filter(None, (f": {said}", long_day(best.day), band_words(best.band, best.strength))))


def _weeks(found: Series, line: SideLine) -> list[str]:
    """Weeks in which it was done, the newest first."""
    done = [point for point in reversed(line.points) if point is not None]
    if not done:
        return ["not done in this time"]
    return columns([_week(found, point) for point in done])


def _week(found: Series, point: WeekPoint) -> tuple[str, ...]:
    bar = "█" * round(_BAR * (point.value or 0) / found.top) if found.top else ""
    signs = {
        f"form broke {point.form_breaks}×": point.form_breaks > 0,
        pain_words(point.pain): point.hurt,
        "unconfirmed": not point.sure,
        f"{count(point.uncounted, 'set')} not counted": point.uncounted > 0,
    }
    said = ", ".join(sign for sign, there in signs.items() if there)
    return (
        full_day(point.monday),
        "?" if point.value is None else f"{point.value:,}",
        f"{bar:<{_BAR}}",
        said,
    )
