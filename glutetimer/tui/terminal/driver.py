"""Driver for Linux and macOS, with an input thread that no byte ends. Windows has the toolkit's own."""

from __future__ import annotations

import codecs
import locale
import os
import selectors
import signal
import sys

from textual import events
from textual.driver import Driver
from textual.message import Message

from glutetimer.tui.terminal.input_text import InputText
from glutetimer.tui.terminal.parser import SafeParser

#: Seconds between two checks whether the thread is to end; bytes are read at once.
_LOOK = 0.1
_MOST_READ = 4096
#: No terminal is larger; a size from another source must not fill the memory.
MOST_COLUMNS, MOST_ROWS = 2000, 1000


def input_encoding() -> str:
    """Encoding in which the terminal sends text: that of the locale; UTF-8 where that is ASCII, or unknown."""
    try:
        name = codecs.lookup(locale.getencoding()).name
    except LookupError:
        return "utf-8"
    return "utf-8" if name == "ascii" else name


def sane(message: Message) -> bool:
    """Whether a message from the terminal can be passed on: a size must be one that a terminal can have."""
    if not isinstance(message, events.Resize):
        return True
    return 0 < message.size.width <= MOST_COLUMNS and 0 < message.size.height <= MOST_ROWS


def safe_driver() -> type[Driver] | None:
    """Driver to use; None for the toolkit's own, on systems that this one does not fit."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    if not all(hasattr(LinuxDriver, name) for name in ("run_input_thread", "process_message")):
        return None

    class SafeDriver(LinuxDriver):
        """Reads the terminal's input; skips what cannot be read."""

        def run_input_thread(self) -> None:
            """Read until the program ends. A terminal that is gone ends it as a hang-up would."""
            text, parser = InputText(input_encoding()), SafeParser(self._debug)
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    data = b""
                    if selector.select(_LOOK) and not (data := _read(self.fileno)):
                        os.kill(os.getpid(), signal.SIGHUP)
                        self.exit_event.wait()
                        return
                    parser = self._pass_on(text.feed(data), parser)

        def _pass_on(self, text: str, parser: SafeParser) -> SafeParser:
            """Pass the keys in a text to the app; return the parser to go on with."""
            try:
                for message in (*parser.feed(text), *parser.tick()) if text else tuple(parser.tick()):
                    self.process_message(message)
            except Exception:  # whatever was sent, the next key must arrive
                return SafeParser(self._debug)
            return parser

        def process_message(self, message: Message) -> None:
            """Pass on a message that makes sense."""
            if sane(message):
                super().process_message(message)

    return SafeDriver


def _read(fileno: int) -> bytes:
    """Read the terminal's input; b"" where it is gone."""
    try:
        return os.read(fileno, _MOST_READ)
    except OSError:
        return b""
