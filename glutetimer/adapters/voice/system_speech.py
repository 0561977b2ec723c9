"""Windows' System.Speech, through one PowerShell for all sentences.

Written from Microsoft's documentation; the tests drive a stand-in for PowerShell, and look at the script.
"""

from __future__ import annotations

import subprocess
from base64 import b64decode, b64encode
from binascii import Error
from contextlib import suppress

from glutetimer.adapters.voice.engines import MANNERS, SYSTEM_SPEECH, Engine
from glutetimer.adapters.voice.processes import joined
from glutetimer.adapters.voice.speakers import Lost
from glutetimer.adapters.voice.wav_in import Recording, pcm

RATE = 44_100
SPOKEN, UNSPOKEN = b"said", b"lost"

#: Reads texts on stdin, writes samples to stdout, a line each: base64, which no code page and no quoting can change.
#: The script must not say `$input`, or PowerShell would read stdin for it.
SCRIPT = f"""
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'en-US') }} catch {{ }}
$voice.Rate = {MANNERS[SYSTEM_SPEECH].split()[1]}
$bits = [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen
$channel = [System.Speech.AudioFormat.AudioChannel]::Mono
$form = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo {RATE}, $bits, $channel
while ($null -ne ($line = [Console]::In.ReadLine())) {{
    try {{
        $text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line))
        $memory = New-Object IO.MemoryStream
        $voice.SetOutputToAudioStream($memory, $form)
        $voice.Speak($text)
        $voice.SetOutputToNull()
        [Console]::Out.WriteLine('{SPOKEN.decode()} ' + [Convert]::ToBase64String($memory.ToArray()))
    }} catch {{
        [Console]::Out.WriteLine('{UNSPOKEN.decode()}')
    }}
    [Console]::Out.Flush()
}}
"""


class SystemSpeech:
    """See `glutetimer.adapters.voice.speakers.Speaker`."""

    def __init__(self, engine: Engine) -> None:
        self._command = powershell_command(engine.program)
        self._process: subprocess.Popen[bytes] | None = None

    def recording(self, sentence: str) -> Recording:
        """See `Speaker`."""
        if self._process is None:
            self._process = joined(self._command)
        samples = self._answer(self._process, sentence)
        if samples is None:
            self._give_up(self._process)
            raise Lost
        return Recording(pcm(samples), RATE)

    def clear(self) -> None:
        """End PowerShell."""
        if self._process is not None:
            self._process.kill()

    def _give_up(self, process: subprocess.Popen[bytes]) -> None:
        """Take another PowerShell for the next sentence."""
        process.kill()
        process.communicate()
        self._process = None

    def _answer(self, process: subprocess.Popen[bytes], sentence: str) -> bytes | None:
        """The samples of a sentence; None where PowerShell has none, or has gone."""
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError, Error):
            process.stdin.write(b64encode(sentence.encode(errors="replace")) + b"\n")
            process.stdin.flush()
            for line in process.stdout:
                word, _, rest = line.strip().partition(b" ")
                if word in (SPOKEN, UNSPOKEN):
                    return b64decode(rest) if word == SPOKEN else None
        return None


def powershell_command(program: str) -> list[str]:
    """The script goes into the command line as base64 of UTF-16, as PowerShell wants it: nothing is to be quoted."""
    options = ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
    return [program, *options, "-EncodedCommand", b64encode(SCRIPT.encode("utf-16-le")).decode()]
