"""Read the log beside the pages: they come and go meanwhile, and never wait for it."""

from __future__ import annotations

import asyncio

from glutetimer.core.log.query import LogRows


class ReadingStopped(Exception):
    """Ends a reading after the log was left: the rest is read another time."""


class Reading:
    """Reading of the log, at most one at a time.

    Only the rows know the progress: the reading may be another program's.
    """

    def __init__(self) -> None:
        self._task: asyncio.Task[bool] | None = None
        self._once = False
        self._stopped = False

    @property
    def going(self) -> bool:
        """Whether the log is being read now."""
        return self._task is not None and not self._task.done()

    async def once(self, rows: LogRows) -> None:
        """Wait until the log was read since it was opened."""
        if not self._once:
            await self._join(rows)

    async def again(self, rows: LogRows) -> None:
        """Wait until the log was read after the latest change."""
        if self.going:
            await self._join(rows)
        await self._join(rows)

    def stop(self) -> None:
        """End the thread at the next file: the program must not wait for it."""
        self._stopped = True

    async def _join(self, rows: LogRows) -> None:
        """Wait for the reading under way, or start one; leaving a page does not stop it."""
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
        """Stop the reading where that is wanted; called on its thread."""
        if self._stopped:
            raise ReadingStopped
