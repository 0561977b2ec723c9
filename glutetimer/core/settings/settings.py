"""Settings, each once: checks, JSON Schema, docs/settings.md and the screen's rows come from this table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from glutetimer.core.plan.options import MOST_LEAD, MOST_REST, FirstSide
from glutetimer.core.session.kit import KIT_WORD
from glutetimer.core.session.session import PACES
from glutetimer.core.settings.spec import Counting, Explaining, SettingChoice, SettingSpec, every, itself, one_of, whole
from glutetimer.core.toml.kinds import DayKind, FlagKind, ListOf, TableKey, Tables, Text, WordOrFlag

Voice = Literal["auto", "on", "off"]
Theme = Literal["auto", "dark", "light", "ansi-dark", "ansi-light"]

PLAYERS = ("auto", "miniaudio", "simpleaudio", "system", "bell", "none")

LEAST_SWITCH, MOST_SWITCH = 2, 60
LEAST_SETUP, MOST_SETUP = 5, 120
MOST_GOAL = 14
#: Above 5 of 10 the pain-monitoring model ends an exercise; a runner may be more careful, and not less.
LEAST_PAIN_LIMIT, MOST_PAIN_LIMIT = 2, 5


_GOAL = whole(1, MOST_GOAL, "workouts a week")
_GOALS = Tables({"until": TableKey(DayKind()), "goal": TableKey(_GOAL)}, "tables of until, a day, and goal, 1 to 14")
_PAIN_LIMIT = whole(LEAST_PAIN_LIMIT, MOST_PAIN_LIMIT, "points of 10")
_PERCENT = whole(0, 100, "percent")
_FOLDER = Text(4096, say="the path of a folder")
_KIT = ListOf(Text(40, f"^{KIT_WORD}$"), 40, 'words in small letters, each once, like ["band", "chair"]')
_BANDS = ListOf(Text(20), 8, 'up to 8 names of 1 to 20 characters, each once, like ["light", "green"]')


_SWITCHES = (*range(LEAST_SWITCH, 16), 20, 25, 30, 45, MOST_SWITCH)
_SETUPS = (*range(LEAST_SETUP, 61, 5), 75, 90, MOST_SETUP)
_PERCENTS = tuple(range(0, 101, 10))

#: In the order of the file: what lies in a [table] comes last.
SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec(
        "first_side",
        one_of(get_args(FirstSide)),
        "the side that begins: the weaker one, if you have one",
        "left",
        choice=SettingChoice(
            "First side", "The leg that begins: the weaker one, if you have one.", itself("left", "right")
        ),
    ),
    SettingSpec(
        "pace",
        one_of(PACES),
        "for every exercise: counted, tap or own",
        "counted",
        "as the session says",
        choice=SettingChoice(
            "Pace",
            "Counted: the program counts. Tap: a press is a rep. Own: a press ends the set.",
            ((None, "each exercise's own"), *itself(*PACES)),
        ),
    ),
    SettingSpec(
        "rest",
        whole(0, MOST_REST),
        "seconds, for every rest",
        30,
        "as the session says",
        choice=SettingChoice(
            "Rest",
            "Seconds between sets, for every session.",
            ((None, "the session's own"),),
            tuple(range(0, 181, 5)),
            " s",
            begins=30,
        ),
    ),
    SettingSpec(
        "switch",
        whole(LEAST_SWITCH, MOST_SWITCH),
        "seconds to change sides",
        8,
        "5, or 10 lying down",
        choice=SettingChoice(
            "Switch", "Seconds to change sides.", ((None, "5 s, lying 10 s"),), _SWITCHES, " s", begins=5
        ),
    ),
    SettingSpec(
        "setup",
        whole(LEAST_SETUP, MOST_SETUP),
        "seconds to get ready at the start; 20 or 30 where band, kit or floor need them",
        20,
        "15",
        choice=SettingChoice(
            "Set-up",
            "Seconds to get ready; at least 20 or 30 for band, kit or floor.",
            ((None, "15 s"),),
            _SETUPS,
            " s",
            begins=15,
        ),
    ),
    SettingSpec("lead", whole(0, MOST_LEAD), 'seconds from "start now" to the start, 0 for none', 5, "3"),
    SettingSpec(
        "goal",
        _GOAL,
        "workouts a week",
        3,
        choice=SettingChoice(
            "Goal per week", "Workouts a week; a week keeps the goal of its Monday.", numbers=every(_GOAL)
        ),
    ),
    SettingSpec(
        "pain_limit",
        _PAIN_LIMIT,
        "the most pain, of 10, with which an exercise goes on",
        5,
        choice=SettingChoice(
            "Pain limit",
            "With more pain than this, of 10, an exercise ends for the day.",
            numbers=every(_PAIN_LIMIT),
            unit=" of 10",
        ),
    ),
    SettingSpec("kit", _KIT, "what you have at home", ["band", "chair", "step"], "not said"),
    SettingSpec("bands", _BANDS, "the strengths of your bands, as the log names them", ["light", "green"]),
    SettingSpec(
        "theme",
        one_of(get_args(Theme)),
        "colours: auto, dark, light, ansi-dark or ansi-light",
        "auto",
        choice=SettingChoice(
            "Theme",
            "Colours; auto asks the terminal, 16 colours are the terminal's own.",
            (*itself("auto", "dark", "light"), ("ansi-dark", "16 colours, dark"), ("ansi-light", "16 colours, light")),
        ),
    ),
    SettingSpec(
        "mute",
        FlagKind(),
        "true for quiet: no sound, the screen flashes",
        False,
        choice=SettingChoice(
            "Sound",
            "Quiet: no sound, and no voice; the whole screen flashes instead.",
            ((False, "on"), (True, "quiet")),
        ),
    ),
    SettingSpec(
        "voice",
        one_of(get_args(Voice)),
        "spoken words: auto (where there is an engine for them), on or off",
        "auto",
        choice=SettingChoice(
            "Voice",
            "Says what comes next and how many; auto: where there is an engine for it.",
            itself("auto", "on", "off"),
        ),
    ),
    SettingSpec(
        "count_aloud",
        WordOrFlag(get_args(Counting), f"one of {', '.join(get_args(Counting))}"),
        "numbers said aloud: off, holds (ten and five seconds left), reps, or all",
        "all",
        choice=SettingChoice("Count aloud", "The voice counts reps, and ends of holds.", itself(*get_args(Counting))),
    ),
    SettingSpec(
        "how",
        one_of(get_args(Explaining)),
        "how a move is done, said before it: first (where it is new), always or never",
        "first",
    ),
    SettingSpec(
        "player",
        one_of(PLAYERS),
        f"what plays the sounds: {', '.join(PLAYERS[:-1])} or {PLAYERS[-1]}",
        "auto",
        choice=SettingChoice(
            "Player",
            "What plays the sounds; auto takes the first that is there.",
            (
                *itself("auto", "miniaudio", "simpleaudio"),
                ("system", "the system's own"),
                ("bell", "the terminal's bell"),
                ("none", "none"),
            ),
        ),
    ),
    SettingSpec("log_dir", _FOLDER, "the folder of the log", "~/training", "the program's data folder"),
    SettingSpec(
        "volume.ticks",
        _PERCENT,
        "percent: counts, phases and reps",
        100,
        choice=SettingChoice(
            "Volume of ticks", "How loud counts, phases and reps are.", numbers=_PERCENTS, unit=" %", sample="rep"
        ),
    ),
    SettingSpec(
        "volume.transitions",
        _PERCENT,
        "percent: go, halfway, change sides, rest, finish",
        100,
        choice=SettingChoice(
            "Volume of transitions",
            "How loud go, halfway, change of sides, rest and finish are.",
            numbers=_PERCENTS,
            unit=" %",
            sample="go",
        ),
    ),
    SettingSpec(
        "volume.voice",
        _PERCENT,
        "percent: spoken words",
        100,
        choice=SettingChoice(
            "Volume of the voice",
            "How loud spoken words are.",
            numbers=_PERCENTS,
            unit=" %",
            spoken="Next: clam shell.",
        ),
    ),
    SettingSpec(
        "goal_was",
        _GOALS,
        "goals of before with their last day, kept by the program: a week is judged by the goal of its Monday",
        [{"until": date(2026, 10, 4), "goal": 2}],
    ),
)

ROWS = {row.name: row for row in SETTINGS}

#: Names that are tables in the file, with the names in them; and the names that stand at its top.
TABLES = {"volume": tuple(row.path[1] for row in SETTINGS if row.path[0] == "volume")}
#: Names of lists of tables in the file, [[like this]]: they come last.
LISTS = tuple(row.name for row in SETTINGS if isinstance(row.kind, Tables))
TOP = tuple(dict.fromkeys(row.path[0] for row in SETTINGS))

#: Settings with a row on the screen, in its order and groups; kit and bands come after them.
ON_SCREEN: tuple[tuple[str, ...], ...] = (
    ("first_side", "pace", "rest", "switch", "setup"),
    ("mute", "volume.ticks", "volume.transitions", "player", "voice", "volume.voice", "count_aloud"),
    ("theme", "goal", "pain_limit"),
)
SETTING_CHOICES: Mapping[str, SettingChoice] = {row.name: row.choice for row in SETTINGS if row.choice is not None}
