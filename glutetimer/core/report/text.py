"""Report in sentences: how much was done, and how it felt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from glutetimer.core.report.data import Report
from glutetimer.core.text.english import count, duration, full_day, short_day, spent


def summary(report: Report) -> tuple[str, ...]:
    """Describe what was done and how it felt, a sentence each."""
    if not report.workouts:
        return (f"No workout from {days(report)}.", *_live(report))
    return tuple(filter(None, (_workouts(report), *_live(report), _goal(report), *_done(report), *_felt(report))))


def days(report: Report) -> str:
    """Name the days of the report: "26 Oct to 21 Nov 2026"."""
    first, last = report.span.first, report.span.last
    return f"{short_day(first) if first.year == last.year else full_day(first)} to {full_day(last)}"


def times(often: int) -> str:
    """Say how often: "once", "3 times"."""
    return "once" if often == 1 else count(often, "time")


def _workouts(report: Report) -> str:
    total = report.totals
    whole = f"{total.full:,} whole" if total.full else ""
    rounds = f"{total.rounds:,} of one round before or after a run" if total.rounds else ""
    kinds = f" ({', '.join(filter(None, (whole, rounds)))})" if total.rounds else ""
    names = ", ".join(f"{one.name} {times(one.workouts)}" for one in total.sessions)
    return f"{count(total.workouts, 'workout')} in {count(report.span.weeks, 'week')}{kinds}: {names}."


def _live(report: Report) -> Iterator[str]:
    if report.begins is not None:
        yield f"The log begins in the week of {full_day(report.begins)}."


def _goal(report: Report) -> str:
    """Describe the goal; the current week is not over, and can only be given as it stands."""
    this = report.weekly[-1].workouts
    *before, now = report.goals
    was = f" (it was {', then '.join(map(str, before))})" if before else ""
    goal = f"The goal is {count(now, 'workout')} a week{was}"
    over = [week for week in report.weekly[:-1] if report.begins is None or week.monday >= report.begins]
    if not over:
        return f"{goal}; this week stands at {this}."
    met = sum(week.met for week in over)
    mean = sum(week.workouts for week in over) / len(over)
    return (
        f"{goal}; it was met in {met} of {count(len(over), 'full week')} "
        f"({mean:.1f} a week on average), and this week stands at {this}."
    )


def _done(report: Report) -> Iterator[str]:
    total = report.totals
    parts = [count(total.reps, "rep")] if total.reps else []
    parts += [f"{duration(total.hold_seconds)} of holds"] if total.hold_seconds else []
    took = f"{spent(total.seconds, about=total.about)} in all, rests included" if total.seconds else ""
    yield f"{': '.join(filter(None, (took, ', '.join(parts))))}." if took or parts else ""
    yield f"{total.as_planned:,} of {total.bouts:,} done as planned{_stopped(report)}."


def _stopped(report: Report) -> str:
    """Say where the form broke most."""
    if not report.totals.form_breaks:
        return "; form never broke"
    broke = Counter[str]()
    for cue in report.cues:
        broke[cue.exercise] += cue.times
    (name, most), *others = broke.most_common()
    where = f" ({name})" if not others else f" (most often in {name}: {most})" if most > others[0][1] else ""
    return f"; {count(report.totals.form_breaks, 'set')} ended because form broke{where}"


def _felt(report: Report) -> Iterator[str]:
    rows = [one.row for one in report.workouts]
    efforts = [row.effort for row in rows if row.effort is not None]
    if efforts:
        mean = sum(efforts) / len(efforts)
        yield f"Effort: {mean:.1f} of 10 on average ({min(efforts)} to {max(efforts)}, given {times(len(efforts))})."
    yield _pain(report)
    yield _harder(row.harder_side for row in rows)


def _pain(report: Report) -> str:
    none = sum(one.row.pain == 0 and not one.row.hurt for one in report.workouts)
    unknown = sum(one.row.pain is None and not one.row.hurt for one in report.workouts)
    silent = f" After {count(none, 'workout')} the answer was none." if none else ""
    silent += f" After {count(unknown, 'workout')} nobody answered." if unknown else ""
    if not report.pains:
        return f"Pain: none reported.{silent}"
    workouts = len({pain.workout for pain in report.pains})
    scores = [pain.score for pain in report.pains if pain.score is not None]
    worst = f", at worst {max(scores)} of 10" if scores else ""
    places = Counter(where for pain in report.pains if (where := place(pain.place, pain.side)))
    where = ": " + ", ".join(f"{name} {times(often)}" for name, often in places.most_common()) if places else ""
    return f"Pain was reported in {count(workouts, 'workout')}{worst}{where}.{silent}"


def place(where: str, side: str | None) -> str:
    """Name a place of the body: "left knee", "both hips" as "hip, both sides"."""
    if side == "both":
        return f"{where}, both sides" if where else "both sides"
    return " ".join(filter(None, (side, where)))


def _harder(answers: Iterable[str | None]) -> str:
    said = Counter(answer for answer in answers if answer)
    if not said:
        return ""
    words = [f"{side} {times(said[side])}" for side in ("left", "right", "same") if said[side]]
    return f"Said to be the harder side: {', '.join(words)}."
