"""Options for today: from the settings, the kit at home and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.plan.options import Options
from glutetimer.core.session.kit import not_here
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.session.session import Session
    from glutetimer.core.settings.config import Config


def usual(config: Config) -> Options:
    """Take the options from the settings, for any session."""
    return Options(
        pace=config.pace,
        rest=config.rest,
        first_side=config.first_side,
        switch=config.switch,
        setup=config.setup,
        lead=config.lead,
    )


def at_home(options: Options, session: Session, config: Config) -> Options:
    """Leave out the kit that the runner does not have, besides what the options leave out already."""
    without = (*options.without, *not_here(session, config.kit))
    return replace(options, without=tuple(dict.fromkeys(without)))


def with_band(options: Options, session: Session, config: Config, past: Past) -> Options:
    """Choose the band used last time, or the only one there is; "" where it cannot be known."""
    if options.strength or "band" not in session.needs or "band" in options.without:
        return options
    last = past.strengths.get(session.id, "")
    only = config.bands[0] if len(config.bands) == 1 else ""
    return replace(options, strength=last if last in config.bands else only)


def today(session: Session, config: Config, past: Past) -> Options:
    """Choose how a session is done today, if nothing else is asked for."""
    return with_band(at_home(usual(config), session, config), session, config, past)
