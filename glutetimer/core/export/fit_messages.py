"""Messages of a FIT strength activity, as data.

Only what such a file needs (Garmin's FIT profile 21): a program that reads FIT finds all else absent, not invented.
Moments are exact here; a file has whole seconds.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

#: Category and name of an exercise in the FIT profile, as numbers.
Code = tuple[int, int]

#: Unknown. Never 0: each category's 0 is an exercise of its own.
UNKNOWN: Code = (65534, 65535)


class FileId(Struct, frozen=True):
    """Type and origin of the file; it comes first."""

    created: datetime


class DeviceInfo(Struct, frozen=True):
    """Program that wrote the file."""

    at: datetime


class Sport(Struct, frozen=True):
    """Strength training, under the name of the session."""

    name: str


class FitNotes(Struct, frozen=True):
    """Words about the whole workout, where there are any: the description of the workout named `name`."""

    name: str
    text: str


class ExerciseTitle(Struct, frozen=True):
    """An exercise on one side under its own name; active sets refer to it by its `index` (from 0)."""

    index: int
    code: Code
    title: str


class Timer(Struct, frozen=True):
    """Start or final stop of the timer."""

    at: datetime
    starts: bool


class ActiveSet(Struct, frozen=True):
    """A bout. `repetitions` is None for a hold; `title` is the index of its title."""

    index: int
    start: datetime
    end: datetime
    seconds: float
    code: Code
    title: int
    repetitions: int | None


class RestSet(Struct, frozen=True):
    """Rest after a bout."""

    index: int
    start: datetime
    end: datetime
    seconds: float


class Record(Struct, frozen=True):
    """A moment of the activity. There must be some, and nothing is measured here."""

    at: datetime


class Lap(Struct, frozen=True):
    """Whole workout as one lap. `elapsed` seconds from start to end, `timer` without what is left at the end."""

    start: datetime
    end: datetime
    elapsed: float
    timer: float


class FitSession(Struct, frozen=True):
    """Whole workout again, with the session's name and the effort (0 to 10; None: unknown)."""

    start: datetime
    end: datetime
    elapsed: float
    timer: float
    name: str
    effort: int | None


class Activity(Struct, frozen=True):
    """End of the activity; `at` carries the offset of the clock on the wall."""

    at: datetime
    timer: float


Message = (
    FileId
    | DeviceInfo
    | Sport
    | FitNotes
    | ExerciseTitle
    | Timer
    | ActiveSet
    | RestSet
    | Record
    | Lap
    | FitSession
    | Activity
)
