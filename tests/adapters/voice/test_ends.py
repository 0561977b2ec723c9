"""The end, of the voice or of the whole program, at whatever moment: no process and no half file is left over."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from glutetimer.adapters.sound.spawn import child_environment
from glutetimer.adapters.voice.engines import SpeechEngine
from tests.helpers.sound import LIMIT, is_gone, until
from tests.helpers.voice import (
    HANGS,
    SPEAKS,
    child_of,
    fake_espeak,
    had,
    hanging,
    need_espeak,
    pids,
    stand_in,
    voice_of,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins for engines are scripts")

SENTENCES = [f"{number}." for number in range(6)]
#: Prepares the sentences with the engine that is named, and waits to be killed.
PROGRAM = """
import sys, time
from pathlib import Path
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
voice = RenderedVoice(SpeechEngine(sys.argv[1], sys.argv[2]), Path(sys.argv[3]))
voice.prepare(sys.argv[4:])
print("begun", flush=True)
sys.stdin.read()
"""
#: The child's end, while a file is being written.
WRITING = """
import sys, threading
from pathlib import Path
from glutetimer.adapters.voice.child import end
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.speakers import Espeak
writing, begun = threading.Lock(), threading.Event()
def write():
    with writing:
        begun.set()
        threading.Event().wait(0.05)
        Path(sys.argv[1]).write_text("whole")
threading.Thread(target=write).start()
begun.wait()
end(Espeak(SpeechEngine("espeak-ng", "")), writing)
"""


def test_the_end_comes_at_once_while_the_engine_hangs(tmp_path: Path) -> None:
    with voice_of(fake_espeak(tmp_path, HANGS), tmp_path, limit=2 * LIMIT) as voice:
        voice.prepare(SENTENCES)
        assert until(lambda: pids(tmp_path))
        child, began = child_of(voice), time.perf_counter()
        voice.close()
        assert time.perf_counter() - began < LIMIT
        assert (voice.problem, had(voice, SENTENCES)) == ("", [False] * 6)
        assert is_gone(child)
        assert is_gone(pids(tmp_path)[0])
        voice.close()


@pytest.mark.live
def test_the_end_in_the_middle_leaves_whole_clips_only(tmp_path: Path) -> None:
    """At whatever moment: while the child starts, while it counts, while it writes."""
    engine, clips = need_espeak(), tmp_path / "clips"
    for ready in range(6):
        with voice_of(engine, tmp_path) as voice:
            voice.prepare([f"Sentence {ready} {number}." for number in range(40)])
            assert until(lambda: voice.progress[0] >= ready)  # noqa: B023
            child = child_of(voice)
            voice.close()
            assert not child or is_gone(child)
    left = [path.name for path in clips.iterdir()] if clips.exists() else []
    assert all(name.startswith("say-") and name.endswith(".wav") for name in left)


@contextmanager
def program(*arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program above, with a voice that has begun."""
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=child_environment()) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        yield process
        process.kill()


def test_after_the_program_is_killed_no_process_and_no_file_stays(tmp_path: Path) -> None:
    engine = fake_espeak(tmp_path, HANGS)
    with program(engine.name, engine.program, tmp_path / "clips", *SENTENCES) as process:
        assert until(lambda: hanging(tmp_path))
        process.kill()
        assert [is_gone(pid) for pid in hanging(tmp_path)[0]] == [True, True]
    assert not (tmp_path / "clips").exists()


def test_a_mac_leaves_no_file_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    """It is the only engine that writes one."""
    says = f"import sys\nif '-o' in sys.argv: open(sys.argv[sys.argv.index('-o') + 1], 'w')\nelse: sys.exit()\n{HANGS}"
    with voice_of(SpeechEngine("say", str(stand_in(tmp_path, "say", says))), tmp_path) as voice:
        voice.prepare(SENTENCES)
        assert until(lambda: pids(tmp_path))
        assert len([*(tmp_path / "clips").iterdir()]) == 1
        voice.close()
    assert [*(tmp_path / "clips").iterdir()] == []


def test_an_engine_that_talks_too_much_reaches_no_screen(tmp_path: Path) -> None:
    """What it prints on fd 2 is drawn over nothing."""
    engine = stand_in(tmp_path, "espeak-ng", f"import os\nos.write(2, b'noise' * 1000)\n{SPEAKS}")
    with program("espeak-ng", engine, tmp_path / "clips", "One.") as process:
        assert until(lambda: [*(tmp_path / "clips").glob("say-*.wav")])
        printed, noise = process.communicate()
        assert (printed, noise) == (b"", b"")


def test_no_file_is_left_in_the_middle_at_the_end(tmp_path: Path) -> None:
    """The end waits for one that is being written."""
    done = tmp_path / "done"
    with subprocess.Popen([sys.executable, "-c", WRITING, str(done)], env=child_environment()):
        pass
    assert done.read_text() == "whole"
