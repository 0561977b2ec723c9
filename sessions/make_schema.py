"""Write the JSON Schemas, which give editors completion, and the settings in docs/settings.md.

`session.schema.json` lies beside the sessions, `config.schema.json` in the package.
Run from the top of the project: `python sessions/make_schema.py`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from glutetimer.core.session.file_format import json_schema
from glutetimer.core.settings import documents

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "glutetimer"
SETTINGS = HERE.parent / "docs" / "settings.md"


def schema_text() -> str:
    """What the schema of sessions must hold."""
    return json.dumps(json_schema(), indent=2) + "\n"


def settings_text(text: str) -> str:
    """The page of settings as they are now."""
    made = f"<!-- settings: made by `make schema` -->\n\n```toml\n{documents.example_text()}```\n\n"
    return re.sub("<!-- settings: .*?(?=<!-- end of settings -->)", lambda _: made, text, flags=re.DOTALL)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write(HERE / "session.schema.json", schema_text())
    _write(PACKAGE / "config.schema.json", documents.schema_text())
    _write(SETTINGS, settings_text(SETTINGS.read_text(encoding="utf-8")))
