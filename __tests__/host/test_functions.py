"""Functions that are read at one glance (lines of each, its docstring among them), and that leave nothing behind."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOST = ROOT / "host"
CHANGING = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update"}
DATES = {
    "aws/calls.py: _ahead",
    "aws/calls.py: ask",
    "aws/imds.py: clock_skew",
    "checks/ending.py: _end",
    "checks/ending.py: of",
    "docker/excerpt.py: excerpt",
    "docker/output.py: was_signaled",
    "edge/pending/asking.py: needed",
    "edge/pending/asking.py: wait",
    "edge/pending/ready.py: for_release",
    "edge/traffic.py: visited",
    "machine/facts/facts.py: _clock",
    "previews/unwoken.py: note",
    "release/told.py: tell_certificates",
    "store.py: _verified",
    "canaries/start.py: begin",
    "unpack.py: _prune",
    "verbs/logs.py: _last_exit",
    "verbs/status.py: _certificates",
}
"""Who asks for the date: for signatures, how far the clock is off, the end of certificates, the age of files, what was logged
since then, when an authority can be asked again, when a service did not wake, and how long the proxy has counted."""


WRITERS = {
    "bootstrap.py: keep": "a part of the program in memory, checked when it is complete",
    "certificates/storage.py: _put": "as the proxy's user; synced like state/files.py",
    "edge/accepting.py: _set_migrating": "the kernel's",
    "machine/install.py: command": "the output of a command",
    "machine/low_ports.py: open_up": "the kernel's",
    "machine/oom.py: _adjust": "the kernel's",
    "release/assets.py: _put": "copies, each synced before their folder gets its name",
    "run.py: __init__": "the log of an order",
    "unpack.py: _write": "the program, synced before its folder gets its name",
    "unpack.py: _write_all": "the same",
}
"""Who writes a file other than by state/files.py, which syncs each file and its folder, and why."""


def lengths(*folders: str) -> list[tuple[int, str]]:
    """Lines and name of each function, the shortest first."""
    return sorted(
        (node.end_lineno - node.lineno + 1, f"{file.relative_to(ROOT)}: {node.name}")
        for folder in folders
        for file in (ROOT / folder).rglob("*")
        if _is_python(file)
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno is not None
    )


def _is_python(file: Path) -> bool:
    """By its name, or by its first line."""
    if file.suffix == ".py" or not file.is_file():
        return file.suffix == ".py"
    with file.open("rb") as read:
        first = read.readline()
    return first.startswith(b"#!") and b"python" in first


@pytest.mark.parametrize(("folders", "least"), [(["host"], 500), (["local", "scripts", "bench"], 200)])
def test_no_function_exceeds_40_lines_and_most_are_much_shorter(folders: list[str], least: int) -> None:
    found = lengths(*folders)
    lines = [length for length, _ in found]
    assert len(lines) > least
    assert [one for one in found if one[0] > 40] == []
    assert lines[len(lines) // 2] <= 6
    assert lines[len(lines) * 9 // 10] <= 15


def test_no_function_changes_module_state() -> None:
    """Between two orders, and between two services of one, nothing is remembered but in files."""
    changes = [f"{file.relative_to(HOST)}:{line}" for file in HOST.rglob("*.py") for line in _changes(ast.parse(file.read_text()))]
    assert changes == []


def _changes(module: ast.Module) -> list[int]:
    """Lines that bind a name of the module anew within a function, or change what one of its constants holds."""
    names = {name.id for one in module.body for name in ast.walk(one) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}
    constants = {name for name in names if name.isupper()}
    statements = [node for node in ast.walk(module) if isinstance(node, (ast.stmt, ast.expr))]
    return [node.lineno for node in statements if isinstance(node, ast.Global) or _target(node) in constants]


def _target(node: ast.AST) -> str:
    """The name whose value a statement changes in place, "" for none."""
    if isinstance(node, (ast.Subscript, ast.Attribute)) and not isinstance(node.ctx, ast.Load):
        return ast.unparse(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
        return ast.unparse(node.func.value)
    return ""


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("A = {}\ndef f():\n    A['a'] = 1\n", [3]),
        ("A = []\ndef f():\n    A.append(1)\n", [3]),
        ("A = 0\ndef f():\n    global A\n    A = 1\n", [3]),
        ("A = {'a': 1}\ndef f():\n    a = A['a']\n    a = []\n    a.append(1)\n", []),
    ],
)
def test_finds_a_change_of_module_state(source: str, lines: list[int]) -> None:
    assert _changes(ast.parse(source)) == lines


def test_only_dates_use_the_wall_clock() -> None:
    """Deadlines and durations are of the monotonic clock, as the other one may be set while somebody waits."""
    found = {
        f"{file.relative_to(HOST)}: {node.name}"
        for file in HOST.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef) and any(ast.unparse(one) == "time.time" for one in ast.walk(node))
    }
    assert found == DATES


def test_every_file_of_the_state_is_written_in_the_one_way_that_survives_a_power_loss() -> None:
    found = {
        f"{file.relative_to(HOST)}: {node.name}"
        for file in HOST.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef) and any(_opens_to_write(one) for one in ast.walk(node))
    }
    assert found == set(WRITERS)
    creating = {file.relative_to(HOST).as_posix() for file in HOST.rglob("*.py") if "O_CREAT" in file.read_text()}
    assert creating == {"state/files.py", "state/locks.py"}


def _opens_to_write(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or ast.unparse(node.func) != "open":
        return False
    modes = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "mode")]
    return any(set(ast.unparse(mode)) & set("wax+") for mode in modes)
