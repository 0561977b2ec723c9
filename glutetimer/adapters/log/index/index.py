"""Index of the log: its rows at once, where reading its files would take a millisecond each.

The files are the truth. What the index keeps on disk may be deleted at any time, or be damaged: it is made again.
"""

from __future__ import annotations

from hashlib import sha256
from os import fsencode
from pathlib import Path
from threading import Lock, RLock

from msgspec.msgpack import Decoder

from glutetimer.adapters.log.copies import visible
from glutetimer.adapters.log.index.refresh import Changes, Entries, changes
from glutetimer.adapters.log.index.year_files import load, write, year_of
from glutetimer.adapters.log.read import LogEntry
from glutetimer.core.log.answers.answers import LogAnswers
from glutetimer.core.log.answers.table import LogTable
from glutetimer.core.log.forms import AskForms, no_forms
from glutetimer.core.log.query import Progress, Unreadable
from glutetimer.core.log.rows import SideRow

_SIDES = Decoder(tuple[SideRow, ...])


def open_index(log_dir: Path, cache_dir: Path, forms: AskForms = no_forms) -> Index:
    """Open the index of a log as it was left; `refresh` brings it up to date. Reads nothing yet."""
    return Index(log_dir, index_folder(log_dir, cache_dir), forms)


def index_folder(log_dir: Path, cache_dir: Path) -> Path:
    """Path of the index of a log: one folder for each log folder."""
    return cache_dir / f"log-{sha256(fsencode(log_dir.absolute())).hexdigest()[:16]}"


class Index(LogAnswers):
    """Rows of a log (`LogRows`), for any number of threads: no question waits for the reading of records.

    Before the first `refresh` it holds the rows of its last use. It keeps them in memory, and what is new also on disk:
    a year's file is replaced as a whole, and where several programs do that, the last one wins. What its file lacks is
    read again at the next start, since each file of the log is known by its stamp.
    """

    def __init__(self, log_dir: Path, folder: Path, forms: AskForms = no_forms) -> None:
        super().__init__(forms)
        self._log_dir, self._folder = log_dir, folder
        self._refreshing, self._loading = RLock(), Lock()
        self._entries: Entries | None = None
        self._table = LogTable(tuple, lambda row: ())
        #: By the digest of the record's text.
        self._sides: dict[bytes, tuple[SideRow, ...]] = {}
        self._at = (0, 0)

    @property
    def table(self) -> LogTable:
        """Rows as far as they are read."""
        self._known()
        return self._table

    def refresh(self, progress: Progress | None = None) -> bool:
        """Read new and changed files of the log; whether there were any.

        `progress` is called after each file; an exception from it ends the reading, and the rest is read next time.
        """

        def told(done: int, of: int) -> None:
            self._at = (done, of)
            if progress is not None:
                progress(done, of)

        with self._refreshing:
            try:
                news = [self._take(some) for some in changes(self._log_dir, self._known(), told)]
            finally:
                self._at = (0, 0)
            return any(news)

    def progress(self) -> tuple[int, int]:
        """Progress of `refresh`, in any thread."""
        return self._at

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Unreadable files and folders, by path in the log ("." is the log itself)."""
        found = {path: entry.problem for path, entry in self._known().items() if entry.problem is not None}
        return tuple(Unreadable(path, problem.line, str(problem)) for path, problem in sorted(found.items()))

    def _known(self) -> Entries:
        """Entries as far as they are read, at first those of the cache files."""
        with self._loading:
            if self._entries is None:
                self._show({entry.path: entry for entry in load(self._folder)})
            assert self._entries is not None
            return self._entries

    def _take(self, changed: Changes) -> bool:
        """Show and keep what changed; whether it is more than times of files."""
        known = self._known()
        new = {path: entry for path, entry in changed.items() if not _is_equal(entry, known.get(path))}
        if not new:  # nothing is written: the disk may be read-only
            return False
        entries = {path: entry for path, entry in {**known, **new}.items() if entry is not None}
        self._show(entries)
        for year in {year_of(path) for path in new}:
            write(self._folder, year, [entry for path, entry in entries.items() if year_of(path) == year])
        return any(_digest(entry) != _digest(known.get(path)) for path, entry in new.items())

    def _show(self, entries: Entries) -> None:
        self._entries = entries
        self._table = LogTable(lambda: visible(entries.values()), lambda row: self._decoded(entries[row.path]))

    def _decoded(self, entry: LogEntry) -> tuple[SideRow, ...]:
        found = self._sides.get(entry.digest)
        if found is None:
            found = self._sides[entry.digest] = _SIDES.decode(entry.sides)
        return found


def _digest(entry: LogEntry | None) -> bytes | None:
    return None if entry is None else entry.digest


def _is_equal(entry: LogEntry | None, known: LogEntry | None) -> bool:
    """Whether a file holds and looks the same."""
    return _digest(entry) == _digest(known) and (entry is None or known is None or entry.stamp == known.stamp)
