"""What is heard of a session: `make transcript SESSION=get-hip` (`KNOWN=1`: with all its moves in the log).

Without a session the transcripts of all built-in sessions are written down, as new and as known ones.
"""

from __future__ import annotations

import sys

from tests.helpers.transcript import FOLDER, transcript

SESSIONS = ("band-hips", "get-hip", "glute-strength", "hip-control", "mini-band")
KNOWN = {"new": False, "known": True}


def taken(name: str) -> str:
    """The transcript with the name of a file: `get-hip_new`."""
    session, _, log = name.rpartition("_")
    return transcript(session, known=KNOWN[log])


NAMES = tuple(f"{session}_{log}" for session in SESSIONS for log in KNOWN)

if __name__ == "__main__":
    if sys.argv[1:]:
        print(transcript(sys.argv[1], known="known" in sys.argv[2:]), end="")
    else:
        FOLDER.mkdir(exist_ok=True)
        for each in NAMES:
            (FOLDER / f"{each}.txt").write_text(taken(each), "utf-8")
