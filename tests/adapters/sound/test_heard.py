"""Real sound: every file through player, child, mixer, stream and sound server, recorded and recognised.

The server is a private PulseAudio with a null sink: the whole path but the card and the loudspeaker.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import choose_player
from tests.hearing.recognition import SOUNDS as SOUNDS
from tests.hearing.recognition import let_hear as let_hear
from tests.hearing.recognition import recognised as recognised
from tests.hearing.transcript import Transcript, transcribe
from tests.helpers.pulse import RATE, private_pulse, recorder
from tests.helpers.sound import LIMIT

pytest.importorskip("miniaudio")
pytestmark = pytest.mark.live


def test_each_sound_is_heard_once_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first before the device is open, the last while the player closes: neither is cut off, and there is
    nothing else, to the last bit.
    """
    heard = all_played(tmp_path, monkeypatch)
    assert [one.sound for one in heard.heard] == list(SOUNDS)
    assert heard.strange == []


def all_played(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Transcript:
    """Every sound, played one after the other through a server of its own."""
    first, *others = SOUNDS
    with private_pulse(folder) as environment, recorder(environment) as ear:
        let_hear(monkeypatch, environment)
        player = choose_player("miniaudio", sounds_folder())
        assert isinstance(player, ChildPlayer)
        player.play(first)
        assert player.settled(LIMIT), player.problem
        for before, sound in pairwise([first, *others]):
            ear.hear(len(SOUNDS[before]) / RATE + 0.3)
            player.play(sound)
        player.close()
        ear.hear(0.1)
        return transcribe(ear.samples(), SOUNDS)
