"""Write session.schema.json, which gives editors completion in session files.

Run from the top of the project: `python sessions/make_schema.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

from glutetimer.core.schema import json_schema

HERE = Path(__file__).parent


def schema_text() -> str:
    """What the file must hold."""
    return json.dumps(json_schema(), indent=2) + "\n"


if __name__ == "__main__":
    (HERE / "session.schema.json").write_text(schema_text(), encoding="utf-8", newline="\n")
