"""A desktop bus that lets everybody in and then hardly answers, for tests."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from jeepney import HeaderFields, Parser, new_method_return


class DeafBus:
    """Notes what it is asked in `heard`, "closed" where a caller hangs up. Answers nothing but, if it `greets`, Hello.

    It stands for a desktop that is too slow: whoever hangs up takes along what would be granted later.
    """

    def __init__(self, path: Path, *, greets: bool) -> None:
        self.address = f"unix:path={path}"
        self.heard: SimpleQueue[str] = SimpleQueue()
        self._greets = greets
        self._callers: list[socket.socket] = []
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(path))
        self._door.listen()
        self._threads = [Thread(target=self._let_in, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        """Hang up on everybody."""
        for end in (self._door, *self._callers):
            with end:
                end.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _let_in(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:  # closed
                return
            self._callers.append(caller)
            self._threads.append(Thread(target=self._listen, args=(caller,), daemon=True))
            self._threads[-1].start()

    def _listen(self, caller: socket.socket) -> None:
        parser = Parser()
        parser.add_data(self._admit(caller))
        while True:
            while (message := parser.get_next_message()) is not None:
                asked = message.header.fields[HeaderFields.member]
                self.heard.put(asked)
                if asked == "Hello" and self._greets:
                    caller.sendall(new_method_return(message, "s", (":1.1",)).serialise(1))
            got = caller.recv(4096)
            if not got:
                self.heard.put("closed")
                return
            parser.add_data(got)

    def _admit(self, caller: socket.socket) -> bytes:
        """Let a caller in; what it said already after that."""
        said = caller.recv(4096)
        caller.sendall(b"OK 0123456789abcdef\r\n")
        while b"BEGIN\r\n" not in said:
            said += caller.recv(4096)
        return said.partition(b"BEGIN\r\n")[2]


@contextmanager
def deaf_bus(folder: Path, *, greets: bool) -> Iterator[DeafBus]:
    """One that does not outlive the test."""
    bus = DeafBus(folder / "deaf", greets=greets)
    try:
        yield bus
    finally:
        bus.close()
