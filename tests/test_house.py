"""The house stays one that a newcomer finds their way in: small folders, small files, one name for one thing."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from textual.widget import Widget

from tests.helpers.paths import TOP

PACKAGE = TOP / "glutetimer"
MOST_FILES, MOST_LINES = 13, 250
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
#: Classes between one of ours and Textual's Screen or Widget, the class itself counted.
DEEPEST = 4
#: Words of old books: a newcomer, perhaps with English as a second language, stumbles over them.
BOOKISH = re.compile(r"\b(told|begun|anew|whoever|none\s+of)\b", re.IGNORECASE)
#: Names of data that docstrings may quote, with the reason for each.
QUOTED = {
    "`begun`": "a field of `WorkoutRow`, and a key of the log's JSON",
    "`told`": "a field or parameter in front ends: the answer that is given, or its text",
}


def module_of(path: Path) -> str:
    """The dotted name under which a file is imported."""
    return ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in PACKAGE.rglob("*.py")}


def imported(tree: ast.Module) -> Iterator[str]:
    """Our modules that are imported when this one is: not in functions, and not for types only."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if whole in MODULES or node.module in MODULES:
                    yield whole if whole in MODULES else node.module


def circle(arrows: Mapping[str, set[str]]) -> list[str]:
    """Modules that import each other in a ring; empty where there is none."""
    done: set[str] = set()

    def walk(module: str, way: tuple[str, ...]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        if module not in done:
            for other in sorted(arrows.get(module, ())):
                if found := walk(other, (*way, module)):
                    return found
            done.add(module)
        return []

    return next((found for module in sorted(arrows) if (found := walk(module, ()))), [])


def test_no_folder_holds_more_than_one_overlooks() -> None:
    many = {
        str(folder): count for folder, count in Counter(path.parent for path in FILES).items() if count > MOST_FILES
    }
    assert many == {}


def test_no_file_is_longer_than_one_reads_in_one_go() -> None:
    lines = {str(path): path.read_text("utf-8").count("\n") for path in FILES}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_no_two_classes_have_one_name() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in FILES]
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1 and not name.startswith("_")] == []


def test_no_modules_import_each_other_in_a_ring() -> None:
    arrows = {module: set(imported(ast.parse(path.read_text("utf-8")))) for module, path in MODULES.items()}
    assert sum(map(len, arrows.values())) > 1000
    assert circle(arrows) == []


def test_a_ring_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def depth(cls: type) -> int:
    """Steps from a class of ours up to Textual's Screen or Widget, along the longest way."""
    ours = [base for base in cls.__bases__ if base.__module__.startswith("glutetimer.")]
    return 1 + max(map(depth, ours), default=0)


def test_no_widget_is_built_on_a_long_row_of_others() -> None:
    """Who reads one class need not read five."""
    classes = {
        cls
        for module in MODULES
        if module.startswith("glutetimer.tui.")
        for cls in vars(import_module(module)).values()
        if isinstance(cls, type) and issubclass(cls, Widget) and cls.__module__ == module
    }
    assert len(classes) > 50
    assert {cls.__name__: depth(cls) for cls in classes if depth(cls) > DEEPEST} == {}


def prose(text: str) -> Iterator[str]:
    """Docstrings and comments of Python source."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield ast.get_docstring(node) or ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def bookish(text: str) -> list[str]:
    """Bookish words in the docstrings and comments of Python source, without quoted names of data."""
    found: list[str] = []
    for words in prose(text) if BOOKISH.search(text) else ():
        for name in QUOTED:
            words = words.replace(name, "")
        found += BOOKISH.findall(words)
    return found


def test_docstrings_and_comments_are_in_plain_words() -> None:
    found = {str(path.relative_to(PACKAGE)): bookish(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {path: words for path, words in found.items() if words} == {}


def test_a_bookish_word_is_found() -> None:
    text = 'def told():\n    """It has `begun` anew, Told\n    to none\n    of us."""\n    return "told"  # whoever\n'
    assert bookish(text) == ["anew", "Told", "none\nof", "whoever"]
