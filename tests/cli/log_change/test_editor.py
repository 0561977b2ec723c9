"""Which editor is opened, and how its words are read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from glutetimer.cli.log_change.editor import own_editor, run_editor, usual_editor


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"EDITOR": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": "vi", "VISUAL": "'/opt/my editor/ed' -w"}, ["/opt/my editor/ed", "-w"]),
        ({"EDITOR": "vi", "VISUAL": " "}, ["vi"]),
        ({}, []),
    ],
)
def test_visual_comes_before_editor_and_both_may_be_several_words(
    environment: dict[str, str], words: list[str]
) -> None:
    assert own_editor(environment, windows=False) == words


@pytest.mark.parametrize(
    ("command", "program"),
    [
        (r'"C:\Program Files\Code\code.cmd" --wait', r"C:\Program Files\Code\code.cmd"),
        (r"C:\tools\code.cmd --wait", r"C:\tools\code.cmd"),
    ],
)
def test_on_windows_a_backslash_is_none_of_the_shell(command: str, program: str) -> None:
    assert own_editor({"EDITOR": command}, windows=True) == [program, "--wait"]


def test_an_open_quote_is_refused() -> None:
    with pytest.raises(ValueError, match="quotation"):
        own_editor({"EDITOR": "'vi"}, windows=False)


def test_the_usual_editor_is_the_first_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("second", "second.bat"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert usual_editor(("first", "second")) == ["second"]
    assert usual_editor(("first",)) == []


def test_it_is_waited_for_and_its_code_known(tmp_path: Path) -> None:
    program = "import sys; open(sys.argv[-1], 'w').write('edited'); sys.exit(3)"
    assert run_editor([sys.executable, "-c", program], tmp_path / "a.toml") == 3
    assert (tmp_path / "a.toml").read_text() == "edited"
