"""The log being read beside the pages: they come and go meanwhile, and none of them waits for it."""

from __future__ import annotations

import asyncio

from glutetimer.core.log.query import LogRows


class ReadingStopped(Exception):
    """The log was left: what is not read yet is read another time."""


class Reading:
    """At most one at a time. How far it has come the rows know: it may be another one's reading that is waited for."""

    def __init__(self) -> None:
        self._task: asyncio.Task[bool] | None = None
        self._once = False
        self._stopped = False

    @property
    def going(self) -> bool:
        """Whether the log is being read now."""
        return self._task is not None and not self._task.done()

    async def once(self, rows: LogRows) -> None:
        """Until the log was read since it was opened."""
        if not self._once:
            await self._join(rows)

    async def again(self, rows: LogRows) -> None:
        """Until the log was read after what has just been changed."""
        if self.going:
            await self._join(rows)
        await self._join(rows)

    def stop(self) -> None:
        """The thread ends at the next file, so that the program need not wait for it."""
        self._stopped = True

    async def _join(self, rows: LogRows) -> None:
        """Wait for the reading under way, or begin one; a page that is left leaves it alone."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(asyncio.to_thread(self._read, rows))
        self._once = await asyncio.shield(self._task) or self._once

    def _read(self, rows: LogRows) -> bool:
        try:
            rows.refresh(self._told)
        except ReadingStopped:
            return False
        return True

    def _told(self, done: int, of: int) -> None:
        """On the thread that reads."""
        if self._stopped:
            raise ReadingStopped
