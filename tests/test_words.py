"""Words that users do not meet: each sentence of the program is looked through, and what is written for them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.helpers.paths import TOP

PACKAGE = TOP / "glutetimer"

#: Words of the code, old words, and words that blame. CONTRIBUTING says what to write instead.
NOT_SAID = re.compile(r'\b(bouts?|begun|anew|whoever|told|failed|invalid)\b|" is none', re.IGNORECASE)
#: Strings that hold such a word and are no sentence for users, or where it is the right one; with the reason.
BUT = {
    "told not to": "by a doctor",
    "bout is not a list of tables": "the record's own key",
    "begin each with [[bout]]": "the record's own key",
    "a list of bouts": "the record's own key",
    "{ bout =": "the record's own key",
    '"bouts": [': "the export's own key",
    "CREATE INDEX": "SQL",
    "WHERE": "SQL",
    "Found invalid character": "what the TOML parser says, to be replaced",
    "Invalid value": "what the TOML parser says, to be replaced",
}
FOR_USERS = (
    "README.md",
    *(f"docs/{name}.md" for name in ("keys", "settings", "sessions", "sound")),
    *(f"sessions/{path.name}" for path in sorted((TOP / "sessions").glob("*.toml"))),
)


def sentences(text: str) -> Iterator[str]:
    """Strings with a space in Python source, but no docstrings."""
    tree = ast.parse(text)
    prose = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def odd(sentence: str) -> bool:
    """Whether users would read a word that is not theirs."""
    return " " in sentence and bool(NOT_SAID.search(sentence)) and not any(part in sentence for part in BUT)


def test_no_sentence_of_the_program_has_them() -> None:
    found = [
        (str(path.relative_to(PACKAGE)), said)
        for path in PACKAGE.rglob("*.py")
        for said in sentences(path.read_text("utf-8"))
    ]
    assert [where for where in found if odd(where[1])] == []


@pytest.mark.parametrize(
    "path", [*FOR_USERS, *(f"sessions/{file.name}" for file in sorted((TOP / "sessions").glob("*.toml")))]
)
def test_nor_what_is_written_for_users(path: str) -> None:
    assert [line for line in (TOP / path).read_text("utf-8").splitlines() if odd(line)] == []


def test_nor_has_the_name_of_a_key() -> None:
    """It stands alone in a screen's last line."""
    tree = ast.parse((PACKAGE / "tui" / "widgets" / "keys.py").read_text("utf-8"))
    names = [
        word.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "hint" and isinstance(word.value, ast.Constant)
    ]
    assert "set" in names
    assert [name for name in names if NOT_SAID.search(str(name))] == []


def test_one_is_found() -> None:
    text = 'def told():\n    """It is begun."""\n    return "the next bout", "bout", f"{1} bouts done"\n'
    assert [said for said in sentences(text) if odd(said)] == ["the next bout", " bouts done"]
