"""Ask about a pain in typed lines: one question after the other, then what to do. One object each time it hurts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from glutetimer.core.pain.body_places import asks_for_flags, place_numbered
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Lengthen, TellPain
from glutetimer.core.run.pain_choices import After
from glutetimer.core.text.keyboard import latin
from glutetimer.core.text.vocabulary import pain_side
from glutetimer.core.values import replace
from glutetimer.plain.choices import HOW_MUCH
from glutetimer.plain.keys import command_for
from glutetimer.plain.pain import PLACE, SIDE, after_lines, flag_for, flag_lines, pain_for

Topic = Literal["score", "place", "side", "flag", "what now"]

#: Allowed before all questions are answered: neither goes on with what hurts.
_SAFE = (Do.SKIP, Finish())
#: Commands that do not go on with the exercise.
_BESIDE = (Correct, Lengthen)


class Hurting:
    """Takes the lines that are typed while the clock stands for a pain."""

    def __init__(self, tell: Callable[[TellPain], After], say: Callable[[str], None]) -> None:
        """`tell` records the present answers, and returns what follows from them."""
        self._tell, self._say = tell, say
        self._topic: Topic = "score"
        self._told: TellPain | None = None
        self._open: frozenset[str] = frozenset()
        self._after: After | None = None

    def take(self, line: str, *, is_slip: bool) -> list[Command] | None:
        """Turn a typed line into commands; None where the line is about something else.

        `is_slip`: Back takes the pain back.
        """
        word = latin(line.strip().lower())
        never_mind: list[Command] = [Do.NO_PAIN, Do.BACK if is_slip else Do.GO_ON]
        if self._answer(word):
            return []
        told = pain_for(line)
        if isinstance(told, TellPain):
            return self._begin(told) if told.score else never_mind
        if told is not None:
            self._say(told)
            return []
        if self._told is None:
            return None
        if word == "b":
            return self._anew()
        return self._command(line)

    def _answer(self, word: str) -> bool:
        """Whether this word answers the open question."""
        told = self._told
        if told is None or self._topic not in ("place", "side", "flag"):
            return False
        if not word and self._topic != "flag":
            self._open |= {self._topic}
        elif self._topic == "place" and (place := place_numbered(word)):
            told = replace(told, place=place)
        elif self._topic == "side" and (side := pain_side(word)):
            told = replace(told, side=side)
        elif self._topic == "flag" and (flag := flag_for(word, told.place)):
            told = replace(told, flag=flag)
        else:
            return False
        self._write(replace(told, instead=True))
        return True

    def _begin(self, told: TellPain) -> list[Command]:
        """Record a pain: the first, the same one with other answers, or another one after it."""
        before = self._told
        same = before is not None and (told.place, told.side) == (before.place, before.side)
        self._open = frozenset()
        self._write(replace(told, flag=before.flag if before and same else None, instead=same))
        return []

    def _write(self, told: TellPain) -> None:
        self._told, self._after = told, self._tell(told)
        self._topic = self._next(told)
        self._ask()

    def _next(self, told: TellPain) -> Topic:
        if not told.place and "place" not in self._open:
            return "place"
        if told.side is None and "side" not in self._open:
            return "side"
        return "flag" if told.flag is None and asks_for_flags(told.place, told.score) else "what now"

    def _ask(self) -> None:
        """Ask the open question, or print what can be done now."""
        lines = {"place": [PLACE], "side": [SIDE]}.get(self._topic)
        if self._topic == "flag" and self._told is not None:
            lines = [*flag_lines(self._told.place)]
        for line in lines or ([*after_lines(self._after)] if self._after else []):
            self._say(line)

    def _anew(self) -> list[Command]:
        """Take back the answers and start with the first question."""
        self._told, self._after, self._topic = None, None, "score"
        self._say(HOW_MUCH)
        return [Do.NO_PAIN]

    def _command(self, line: str) -> list[Command] | None:
        """Allow a command that is offered; ask again for any other that would go on with what hurts."""
        command, offers = command_for(line), self._after.offers if self._after else ()
        offered = [offer.command for offer in offers]
        if isinstance(command, _BESIDE) or (command is None and self._topic == "what now"):
            return None
        if self._topic == "what now":
            if Do.GO_ON in offered or command in offered:
                return None
            if command is Do.MAIN:
                return [offered[0]]
        elif command in _SAFE:
            return None
        self._ask()
        return []
