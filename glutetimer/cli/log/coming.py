"""What to do next, and the command that starts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from glutetimer.adapters.library import load_all
from glutetimer.cli.common import Setting
from glutetimer.cli.show import seconds_today
from glutetimer.core.log.book import LogRows
from glutetimer.core.log.past import past_of
from glutetimer.core.log.totals import next_session
from glutetimer.core.session import GENTLEST


@dataclass(frozen=True, slots=True)
class Coming:
    """A session: how many seconds it takes today, when it was done last, how it is started."""

    session: str
    name: str
    seconds: float
    last_done: datetime | None

    @property
    def command(self) -> str:
        """As it is typed."""
        return f"glutetimer run {self.session}"


def coming(where: Setting, rows: LogRows, now: datetime) -> Coming | None:
    """The session of those that are a habit that was left longest, else the gentlest, else the shortest."""
    last = past_of(*rows.latest(now)).last
    read = {session.id: session for _, session in load_all(where.places.sessions)[0]}
    seconds = {id_: took for id_, session in read.items() if (took := seconds_today(session, where.config))}
    if not seconds:
        return None
    habit = next_session({id_: moment for id_, moment in last.items() if id_ in seconds}, now)
    id_ = habit or min(seconds, key=lambda id_: (id_ != GENTLEST, seconds[id_], id_))
    return Coming(id_, read[id_].name, seconds[id_], last.get(id_))
