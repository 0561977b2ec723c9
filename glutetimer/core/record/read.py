"""TOML text -> workout record, naming every problem. Unknown keys are people's own, and are ignored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.plan import LeftOut, Replaced
from glutetimer.core.record.file_format import BOUT, RESULT, RESUME, WORKOUT
from glutetimer.core.record.record import ON_ITS_WAY, BoutRecord, MorePain, Result, Workout
from glutetimer.core.record.resume import Resume
from glutetimer.core.record.stored_plan import StandingBout, StoredPlan
from glutetimer.core.text.clean import clean_all
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.kinds import TableKeys, wrong_keys
from glutetimer.core.toml.lines import Path, find_lines, line_of
from glutetimer.core.toml.parse import load_toml

Table = Mapping[str, Any]
#: Place, problem, and what to do instead.
Finding = tuple[Path, str, str]

#: Longest record that is read, in bytes: some thousand bouts.
MOST_BYTES = 2 * 1024 * 1024

#: Keys of `resume` that are no options.
_NO_OPTIONS = ("session", "text", "of", "bout", "left_out", "replaced")

_END: Path = ("the last line",)


def load_record(text: str) -> Workout:
    """Read the workout in the text of a record or a running file. BadFile: all that is wrong, with lines."""
    data = load_toml(text, MOST_BYTES)
    _raise_if(_findings(data), text)
    return _workout(data)


def load_resume(text: str) -> Resume | None:
    """Read what is needed to go on, if the text is that of a running file. BadFile: it is there, but not whole."""
    data = load_toml(text, MOST_BYTES)
    _raise_if(_resume_findings(data), text)
    return _resume(data)


def load_running(text: str) -> tuple[Workout, Resume | None]:
    """Read both at once."""
    data = load_toml(text, MOST_BYTES)
    _raise_if(chain(_findings(data), _resume_findings(data)), text)
    return _workout(data), _resume(data)


def _raise_if(findings: Iterator[Finding], text: str) -> None:
    found = list(findings)
    if found:
        lines = find_lines(text) | {_END: text.rstrip().count("\n") + 1}
        problems = (Problem(line_of(lines, path), what, instead) for path, what, instead in found)
        raise BadFile(sorted(problems, key=lambda problem: problem.line or 0))


def _findings(data: Table) -> Iterator[Finding]:
    yield from _breaches(data, WORKOUT, ())
    bouts = data.get("bout", [])
    if not _is_tables(bouts):
        yield ("bout",), "bout is not a list of tables", "begin each with [[bout]]"
    else:
        for index, bout in enumerate(bouts):
            yield from _bout_findings(bout, ("bout", index))
    yield from _seal_findings(data)


def _bout_findings(bout: Table, path: Path) -> Iterator[Finding]:
    yield from _breaches(bout, BOUT, path)
    if "outcome" in bout:
        yield from _breaches(bout, RESULT, path)
        if "done" not in bout and not _may_be_unknown(bout):
            yield path, "done is missing", f"done = {RESULT['done'].kind.say}"
    else:
        for key in bout.keys() & RESULT.keys():
            yield (*path, key), f"{key} is there, but no outcome", "add the outcome, or take it out"


def _may_be_unknown(bout: Table) -> bool:
    """Whether it may be that nobody counted."""
    return bout.get("counted_by") == "hand" and bout["outcome"] in tuple(ON_ITS_WAY)


def _breaches(table: Table, keys: TableKeys, path: Path) -> Iterator[Finding]:
    """Find the keys that are missing or hold bad values."""
    for key in wrong_keys(table, keys):
        say = keys[key].kind.say
        if key in table:
            yield (*path, key), f"{key} will not do", say
        else:
            yield path, f"{key} is missing", f"{key} = {say}"


def _seal_findings(data: Table) -> Iterator[Finding]:
    seal = data.get("seal")
    if seal is None:
        if data.get("state") != "running":
            yield _END, "the seal at the end is missing, so the file was cut short", "bring it back from a copy"
    elif not isinstance(seal, Mapping) or seal.get("of") != data.get("id"):
        yield ("seal", "of"), "the seal is not that of this record", "of = the id of the record"


def _resume_findings(data: Table) -> Iterator[Finding]:
    if "resume" not in data:
        return
    resume = data["resume"]
    if not isinstance(resume, Mapping):
        yield ("resume",), "resume is not a table", "begin it with [resume]"
        return
    yield from _breaches(resume, RESUME, ("resume",))
    if resume.get("of", data.get("id")) != data.get("id"):
        yield ("resume", "of"), "this belongs to another workout", "of = the id of the record"


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)


def _workout(data: Table) -> Workout:
    data = clean_all({key: value for key, value in data.items() if key in WORKOUT or key == "bout"})
    known = {key: data[key] for key in WORKOUT if key in data and key not in ("format", "kind")}
    known |= {"without": tuple(data["without"]), "speed": float(data["speed"])}
    known["amended"] = tuple(data.get("amended", ()))
    known["more_pain"] = tuple(MorePain(**told) for told in data.get("more_pain", ()))
    known |= {"active": float(data["active"])} if "active" in data else {}
    return Workout(**known, bouts=tuple(map(_bout, data.get("bout", []))))


def _bout(table: Table) -> BoutRecord:
    known: dict[str, Any] = {key: table.get(key) for key in BOUT}
    known |= {key: table.get(key, "") for key in ("strength", "form")}
    return BoutRecord(**known, result=_result(table) if "outcome" in table else None)


def _result(table: Table) -> Result:
    known = {key: table[key] for key in RESULT if key in table}
    known |= {key: float(known[key]) for key in ("seconds", "rest") if key in known}
    return Result(**{"done": None} | known)


def _resume(data: Table) -> Resume | None:
    table = data.get("resume")
    if table is None:
        return None
    known = {key: table[key] for key in RESUME if key in table and key not in _NO_OPTIONS}
    own = tuple(Own(**item) for item in table.get("own", ()))
    options = Options(**known | {"without": tuple(table["without"]), "own": own})
    return Resume(table["session"], table["text"], options, _standing(table))


def _standing(table: Table) -> StoredPlan | None:
    if "bout" not in table:
        return None
    bouts = (StandingBout(**item | {"rest": float(item["rest"])}) for item in table["bout"])
    left_out = (LeftOut(**item | {"needs": tuple(item["needs"])}) for item in table.get("left_out", ()))
    return StoredPlan(tuple(bouts), tuple(left_out), tuple(Replaced(**item) for item in table.get("replaced", ())))
