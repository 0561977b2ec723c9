"""The messages of a FIT strength activity, as data.

Only what such a file needs (Garmin's FIT profile 21): a program that reads FIT finds all else absent, not invented.
Moments are exact here; a file has whole seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: The category and the name of an exercise in the FIT profile, as numbers.
Code = tuple[int, int]

#: What is not known. Never 0: each category's 0 is an exercise of its own.
UNKNOWN: Code = (65534, 65535)


@dataclass(frozen=True, slots=True)
class FileId:
    """What the file is; it comes first."""

    created: datetime


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """What wrote it."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Sport:
    """Strength training, under the name of the session."""

    name: str


@dataclass(frozen=True, slots=True)
class FitNotes:
    """Words beside the whole of it, where there are any: the description of the workout named `name`."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ExerciseTitle:
    """An exercise on one side under its own name; active sets refer to it by its `index` (from 0)."""

    index: int
    code: Code
    title: str


@dataclass(frozen=True, slots=True)
class Timer:
    """The timer starts, or stops for good."""

    at: datetime
    starts: bool


@dataclass(frozen=True, slots=True)
class ActiveSet:
    """A bout. `repetitions` is None for a hold; `title` is the index of its title."""

    index: int
    start: datetime
    end: datetime
    seconds: float
    code: Code
    title: int
    repetitions: int | None


@dataclass(frozen=True, slots=True)
class RestSet:
    """The rest after a bout."""

    index: int
    start: datetime
    end: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class Record:
    """A moment of the activity. There must be some, and nothing is measured here."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Lap:
    """The whole of it. `elapsed` seconds from start to end, `timer` without what is left at the end."""

    start: datetime
    end: datetime
    elapsed: float
    timer: float


@dataclass(frozen=True, slots=True)
class FitSession:
    """The same again, with the session's name and the effort told (0 to 10; None: nobody said)."""

    start: datetime
    end: datetime
    elapsed: float
    timer: float
    name: str
    effort: int | None


@dataclass(frozen=True, slots=True)
class Activity:
    """The end; `at` carries the offset of the clock on the wall."""

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
