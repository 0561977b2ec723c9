"""Options of each session today: as usual, or as the runner chose since the program was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.defaults import today
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Mode, Options
    from glutetimer.core.ports import Program
    from glutetimer.core.session.session import Session
    from glutetimer.tui.home.log import HomeLog


class Today:
    """Options of each session for today."""

    def __init__(self, program: Program, log: HomeLog, chosen: dict[str, Options]) -> None:
        """`chosen` keeps options that differ from the usual ones, by session, for as long as the program runs."""
        self._program = program
        self._log = log
        self._chosen = chosen

    def options(self, session: Session, mode: Mode = "full") -> Options:
        """Options with which the session would start now."""
        chosen = self._chosen.get(session.id)
        if chosen is None:
            chosen = self.usual(session)
        return chosen if mode == "full" else replace(chosen, mode=mode, rounds=None)

    def usual(self, session: Session) -> Options:
        """Options from the settings, the kit at home and the log."""
        return today(session, self._program.config, self._log.past)

    def is_changed(self, session: Session) -> bool:
        """Whether it differs from usual; the band in use does not count, for it changes nothing that is done."""
        chosen, usual = self._chosen.get(session.id), self.usual(session)
        return chosen is not None and replace(chosen, strength=usual.strength) != usual

    def keep(self, session: Session, options: Options) -> None:
        """Keep these options of the session for the rest of today; usual options are no change."""
        self._chosen[session.id] = options
        if options == self.usual(session):
            del self._chosen[session.id]

    def forget(self, session: Session) -> None:
        """Do the session as usual again."""
        self._chosen.pop(session.id, None)

    def forget_all(self) -> None:
        """Do every session as usual again."""
        self._chosen.clear()
