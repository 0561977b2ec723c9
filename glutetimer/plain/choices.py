"""Print the choices of a run that waits for an answer, each with the letters to type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glutetimer.core.record.ending import amended
from glutetimer.core.run import events as ev
from glutetimer.core.run.choices import Offer, leave_offer, pain_offers
from glutetimer.core.run.command_words import bout_name, counted, skipped, taken_back
from glutetimer.core.run.commands import Do
from glutetimer.core.run.state import State
from glutetimer.core.run.view import View
from glutetimer.plain.keys import TYPED

HOW_MUCH = "  How much does it hurt, where, which side? Type it as in: 4 knee left"


def asked(event: ev.Event, state: State, view: View) -> Iterator[str]:
    """Lines below that of an event: its subject, the choices now, and how to undo what it did."""
    match event:
        case ev.Paused(reason="pain"):
            if view.just is not None:
                yield f"  {bout_name(state.plan.bouts[view.just])}"
            yield HOW_MUCH
            yield choices(pain_offers(state))
        case ev.Paused():
            yield choices(view.offers)
        case ev.BoutAmended() if view.paused != "pain":
            yield from _amended(event, state)
        case ev.FormBroke():
            yield from _form(event, state)
        case ev.Skipped():
            yield f"{skipped(state.plan, event.bouts)}. b takes it back."
        case ev.TakenBack():
            yield f"{taken_back(state.plan, event)}."


def choices(offers: Iterable[Offer]) -> str:
    """List the choices in a line, each with what to type for it."""
    return "  " + "; ".join(f"{TYPED[offer.command]} {offer.label}" for offer in offers)


def _amended(event: ev.BoutAmended, state: State) -> Iterator[str]:
    """Name the bout that is over with its result in the record now."""
    result = state.results[event.bout]
    if result is not None:
        yield f"  {amended(state.plan.bouts[event.bout], result)}"


def _form(event: ev.FormBroke, state: State) -> Iterator[str]:
    bout, result = state.plan.bouts[event.bout], state.results[event.bout]
    yield f"  {bout_name(bout)}: {counted(bout, result.done if result else 0)}"
    if leave := leave_offer(state, event.times):
        yield f"  {TYPED[Do.SKIP]} {leave}"
