"""Choices after a pain was entered: those of the run, as far as the advice allows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from glutetimer.core.pain.advice import FIRST, Advice, advise
from glutetimer.core.pain.tellings import PainDay, Telling, telling_beside, telling_of
from glutetimer.core.run.actions.by_command import order
from glutetimer.core.run.choices import Offer, ends, pain_offers
from glutetimer.core.run.commands import Do, Finish, TellPain
from glutetimer.core.run.which_bout import subject
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.core.run.state import State

WHAT_NOW = "What now? Stopping is never wrong."
NEXT = "Go on with the next exercise"


class After(Struct, frozen=True):
    """Lines to say, and the choices; the first one is marked."""

    says: tuple[str, ...]
    offers: tuple[Offer, ...]


def after_pain(s: State, told: TellPain, today: PainDay, past: tuple[PainDay, ...] = (), *, limit: int = 5) -> After:
    """Find the advice and choices after a pain. `today` is this workout before it, `past` the earlier workouts."""
    about = subject(s, told)
    exercise = "" if about is None else s.plan.bouts[about].exercise.id
    advice = advise(Telling(told.place, told.side, told.score, told.flag, exercise), today, past, limit=limit)
    last = ends(order(s, told, s.t, []), Do.SKIP)
    return After(advice.says or (WHAT_NOW,), _left(pain_offers(s, told), advice, is_last=last))


def today_of(s: State, workout: PainDay) -> PainDay:
    """Put the run's pains up to now into this workout's day."""
    ids = [bout.exercise.id for bout in s.plan.bouts]
    told = (telling_of(id_, result) for id_, result in zip(ids, s.results, strict=True) if result is not None)
    beside = (telling_beside(one, ids) for one in s.more_pain)
    return replace(workout, tellings=(*(one for one in told if one is not None), *beside))


def first_words(today: PainDay) -> tuple[str, ...]:
    """Lines to say once, above the first question about the first pain of a workout."""
    return () if any(one.score is not None or one.place for one in today.tellings) else (FIRST,)


def _left(offers: tuple[Offer, ...], advice: Advice, *, is_last: bool) -> tuple[Offer, ...]:
    """List the choices that fit the advice, the advised one first.

    No choice goes on where the advice is to stop, or after the last exercise, where there is no next one.
    """
    by = {offer.command: offer for offer in offers}
    skip, go_on = by.get(Do.SKIP), by[Do.GO_ON]
    end = Offer(Finish(), "Save and end")
    if advice.ends == "nothing":
        return offers
    if advice.ends == "workout" or (skip and is_last):
        return (end,)
    return (replace(skip, label=NEXT) if skip else go_on, end)
