"""Values that the options screen offers for the whole session, with their words. Pure.

Numbers stand in order, with the session file's own among them: more is always to the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from glutetimer.core.plan.options import Options
from glutetimer.core.session.session import PACES, Session
from glutetimer.core.values import replace
from glutetimer.tui.options.edit import MINUTES, put_all_sets, sets_of
from glutetimer.tui.options.state import Case
from glutetimer.tui.widgets.kit_row import STRENGTHS

Named = tuple[tuple[object, str], ...]

#: Who counts.
PACE = "Counted: the program counts. Tap: a press a rep. Own: press once when done."
#: This many rounds or sets are always offered, whatever a session may grow to.
ROUNDS = 5
RESTS = range(0, 181, 5)


def whole_sets(case: Case) -> bool:
    """Whether sets can be chosen: one-round modes have one of each."""
    return case.session.order == "straight" and case.options.mode == "full"


def _counts(session: Session, options: Options) -> tuple[int, ...]:
    return tuple(sets_of(session, options, exercise) for exercise in session.exercises)


def sets(session: Session, options: Options) -> object:
    """Sets: None as written, a number for each, or each exercise's own number."""
    counts = _counts(session, options)
    if counts == _counts(session, Options()):
        return None
    return counts[0] if len(set(counts)) == 1 else counts


def set_choices(case: Case) -> Named:
    """Choices by the total of sets: "as written (3, 2, 2, 2)" stands between 2 of each and 3 of each."""
    written = _counts(case.session, Options())
    now = sets(case.session, case.options)
    numbers = range(1, max(ROUNDS, case.session.rounds.most, *written, now if isinstance(now, int) else 1) + 1)
    same = written[0] if len(set(written)) == 1 else None
    named: list[tuple[float, object, str]] = [(n, n, f"{n} of each") for n in numbers if n != same]
    as_written = f"{same} of each (as written)" if same else f"as written ({_listed(written)})"
    named.append((_mean(written), None, as_written))
    if isinstance(now, tuple):
        named.append((_mean(now), now, f"as below ({_listed(now)})"))
    return tuple((value, words) for _, value, words in sorted(named, key=lambda item: item[0]))


def put_sets(case: Case, value: Any) -> Options:
    """Set the sets of each, None as written; each exercise's own number stays as it is."""
    return case.options if isinstance(value, tuple) else put_all_sets(case.session, case.options, value)


def _mean(counts: Sequence[int]) -> float:
    return sum(counts) / len(counts)


def _listed(counts: Sequence[int]) -> str:
    return ", ".join(map(str, counts)) if len(counts) <= 6 else f"{min(counts)} to {max(counts)}"


def whole_rounds(case: Case) -> bool:
    """Whether rounds can be chosen: one-round modes have one."""
    return case.session.order == "circuit" and case.options.mode == "full"


def rounds(session: Session, options: Options) -> object:
    """Rounds: None as written, or their number."""
    return None if options.rounds == session.rounds.start else options.rounds


def round_choices(case: Case) -> Named:
    """Choices from one on, to more than the session grows to."""
    start = case.session.rounds.start
    numbers = range(1, max(ROUNDS, case.session.rounds.most, case.options.rounds or 1) + 1)
    return tuple((None, f"{n} (as written)") if n == start else (n, str(n)) for n in numbers)


def put_rounds(case: Case, value: Any) -> Options:
    """Set the rounds, None as written."""
    return replace(case.options, rounds=value)


def _own_rests(session: Session) -> bool:
    return any(exercise.rest is not None for exercise in session.exercises)


def rest(session: Session, options: Options) -> object:
    """Rest: None as written, or seconds."""
    return None if options.rest == session.rest and not _own_rests(session) else options.rest


def rest_choices(case: Case) -> Named:
    """Choices of rests.

    Where exercises have rests of their own, the session's rest for all is another choice than as written.
    """
    written, now, own = case.session.rest, case.options.rest, _own_rests(case.session)
    out: list[tuple[object, str]] = []
    for seconds in sorted({*RESTS, written, written if now is None else now}):
        if seconds == written:
            out.append((None, f"as written ({written} s, some their own)" if own else f"{written} s (as written)"))
        if seconds != written or own:
            out.append((seconds, f"{seconds} s"))
    return tuple(out)


def put_rest(case: Case, value: Any) -> Options:
    """Set the rest; as written may be what the settings say anyway."""
    usual = case.usual.rest
    return replace(case.options, rest=usual if value == rest(case.session, case.usual) else value)


def minute_choices(case: Case) -> Named:
    """Choices of minutes below the length of the whole, then no limit."""
    now = case.options.minutes
    fits = {n for n in MINUTES if n * 60 < case.whole or not case.whole} | ({now} if now else set())
    return (*((n, f"{n} min") for n in sorted(fits)), (None, "no limit"))


def pace_choices(case: Case) -> Named:
    """Choices of pace: each exercise's own, or one for all."""
    written = {exercise.pace for exercise in case.session.exercises}
    as_written = f"as written ({written.pop()})" if len(written) == 1 else "as written"
    return (None, as_written), *((pace, pace) for pace in PACES)


def band_choices(case: Case) -> Named:
    """Choices of the runner's own bands; without any, the usual strengths."""
    known = dict.fromkeys((*(case.bands or STRENGTHS), case.options.strength))
    return ("", "not said"), *((name, name) for name in known if name)


def band_used(case: Case) -> bool:
    """Whether a band is used and here."""
    return case.plan is not None and any(bout.exercise.band != "none" for bout in case.plan.bouts)


def sided(case: Case) -> bool:
    """Whether any exercise has sides."""
    return any(exercise.sides != "both" for exercise in case.session.exercises)
