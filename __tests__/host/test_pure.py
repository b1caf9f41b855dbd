"""Every function of a module that only decides is tested as what it is: what it is given, and what follows."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CALCULATES = {
    "__future__",
    "base64",
    "binascii",
    "collections",
    "collections.abc",
    "contextlib",
    "enum",
    "errno",
    "functools",
    "hashlib",
    "hmac",
    "ipaddress",
}
CALCULATES |= {"itertools", "json", "math", "operator", "re", "string", "struct", "typing", "urllib.parse"}
"""Modules of the standard library that ask nobody and change nothing."""
HARMLESS = {"calendar.timegm", "os.path.join", "os.path.normpath", "time.gmtime", "time.strftime"}
"""Functions of other modules that do not either."""


def names_in(tree: ast.Module, home: str) -> dict[str, str]:
    """The full name behind each name of a module: its own functions and classes, and what it imports for more than types."""
    types_only = {id(one) for node in tree.body if isinstance(node, ast.If) for one in ast.walk(node)}
    names = {node.name: f"{home}.{node.name}" for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and id(node) not in types_only:
            names.update({(one.asname or one.name.split(".")[0]): one.name for one in node.names})
        if isinstance(node, ast.ImportFrom) and id(node) not in types_only:
            names.update({(one.asname or one.name): f"{node.module}.{one.name}" for one in node.names})
    return names


def uses(node: ast.AST, names: dict[str, str]) -> set[str]:
    """What code uses, by full names such as `os.path.join`."""
    found = set()
    for one in ast.walk(node):
        if isinstance(one, (ast.Attribute, ast.Name)):
            first, _, rest = ast.unparse(one).partition(".")
            if first in names:
                found.add(f"{names[first]}.{rest}".rstrip("."))
            elif first in ("open", "print", "input"):
                found.add(first)
    return {name for name in found if not any(other.startswith(f"{name}.") for other in found)}


def functions(text: str, home: str) -> dict[str, set[str]]:
    """What each function and class of a module uses, by its full name."""
    tree = ast.parse(text)
    names = names_in(tree, home)
    own = [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    return {f"{home}.{node.name}": uses(node, names) for node in own}


def acting(program: dict[str, set[str]]) -> set[str]:
    """Functions and classes that do more than calculate, by themselves or through others."""
    acts: set[str] = set()
    while True:
        more = {name for name, used in program.items() if name not in acts and any(_acts(use, program, acts) for use in used)}
        if not more:
            return acts
        acts |= more


def _acts(use: str, program: dict[str, set[str]], acts: set[str]) -> bool:
    if use.startswith("host."):
        return _known(use, program) in acts
    return use not in HARMLESS and not any(use == name or use.startswith(f"{name}.") for name in CALCULATES)


def _known(use: str, program: dict[str, set[str]]) -> str:
    """The function or class of a full name, which may go on with an attribute of it; "" for a constant."""
    return next((one for one in (use, use.rpartition(".")[0], use.rpartition(".")[0].rpartition(".")[0]) if one in program), "")


def reached(wanted: Iterable[str], program: dict[str, set[str]]) -> set[str]:
    """These functions, and all that they lead to."""
    found: set[str] = set()
    left = [_known(use, program) for use in wanted]
    while left:
        name = left.pop()
        if name and name not in found:
            found.add(name)
            left += [_known(use, program) for use in program[name]]
    return found


def asked(text: str) -> set[str]:
    """What the tests of a file use."""
    tree = ast.parse(text)
    return uses(tree, names_in(tree, "test"))


def home_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def passed_on(file: Path) -> dict[str, set[str]]:
    """The names that a package has from its modules, each of which uses the original."""
    home = home_of(file)
    return {f"{home}.{name}": {full} for name, full in names_in(ast.parse(file.read_text()), home).items() if f"{home}.{name}" != full}


FILES = sorted((ROOT / "host").rglob("*.py"))
PACKAGES = {name: used for file in FILES if file.name == "__init__.py" for name, used in passed_on(file).items()}
OWN = {name: used for file in FILES for name, used in functions(file.read_text(), home_of(file)).items()}
PROGRAM = {**PACKAGES, **OWN}
ACTS = acting(PROGRAM)
ACTING = {name.rpartition(".")[0] for name in ACTS}
PURE = sorted({name.rpartition(".")[0] for name in OWN if name.rpartition(".")[2][0].islower()} - ACTING)
DECIDING = sorted(name for name in OWN if name.rpartition(".")[0] in PURE and name.rpartition(".")[2][0].islower())
USED = {_known(use, PROGRAM) for file in (ROOT / "__tests__/host").rglob("test_*.py") for use in asked(file.read_text())}
TESTED = reached(USED - ACTS, PROGRAM)
"""What tests ask for as it is, and what that leads to: not what only happens on the way of something that acts."""


def test_finds_the_modules_that_the_architecture_calls_pure() -> None:
    for name in ("decide", "release.spec", "machine.fit.fit", "edge.counters", "edge.routes.routing", "previews.sleeping"):
        assert f"host.{name}" in PURE
    for name in ("run", "store", "state.files", "docker.engine", "release.serve", "verbs.deploy"):
        assert f"host.{name}" in ACTING


def test_each_function_of_the_pure_modules_is_tested_by_itself() -> None:
    assert len(DECIDING) > 80
    assert sorted(set(DECIDING) - TESTED) == []


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("import os\ndef f(): return os.path.join('a')", False),
        ("import os\ndef f(): return os.listdir('a')", True),
        ("def f(): return open('a')", True),
        ("from host.run import run\ndef f(): return run()", True),
        ("from host.run import Run\ndef f(a: Run): return len(a)", False),
        ("def f(): return g()\ndef g(): return open('a')", True),
    ],
)
def test_distinguishes_what_acts(text: str, acts: bool) -> None:
    program = {**functions(text, "host.a"), "host.run.run": {"open"}, "host.run.Run": set()}
    assert ("host.a.f" in acting(program)) is acts
