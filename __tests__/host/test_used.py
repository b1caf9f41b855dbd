"""Every function, class and constant of the host program is used by it: none is there for tests only."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FROM_TEXT = {"host.unattended.main.unattended", "host.unpack.unpack", "host.unpack.use"}
"""What the bootstrap and the command lines of units call, which are texts."""

Name = tuple[str, str]
"""A module, and a name in it."""


def modules(folder: Path) -> Mapping[str, ast.Module]:
    names = {file: ".".join(file.relative_to(folder.parent).with_suffix("").parts) for file in folder.rglob("*.py")}
    return {name.removesuffix(".__init__"): ast.parse(file.read_text()) for file, name in names.items()}


def unused(program: Mapping[str, ast.Module]) -> list[str]:
    """Names at the top of a module that no module uses."""
    used = {name for module, tree in program.items() for name in uses(module, tree, program)}
    return [f"{module}.{name}" for module, tree in program.items() for name in declared(tree) if (module, name) not in used]


def declared(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        yield from (one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name) and one.id != "__all__")


def uses(module: str, tree: ast.Module, program: Mapping[str, ast.Module]) -> Iterator[Name]:
    """What a module imports, reads of an imported module, and reads of its own."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for one in node.names:
                aliases[one.asname or one.name] = f"{node.module}.{one.name}"
                yield str(node.module), one.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and aliases.get(node.value.id) in program:
            yield aliases[node.value.id], node.attr
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield module, node.id


def test_the_program_uses_all_of_itself() -> None:
    assert set(unused(modules(ROOT / "host"))) == FROM_TEXT


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ({"a": "def f(): pass\ndef g(): f()\n", "b": "from a import g\n"}, []),
        ({"p.a": "A = 1\nB: int = 2\n", "b": "from p import a\nprint(a.A)\n"}, ["p.a.B"]),
        ({"a": "class A: pass\nA = A()\n", "b": "import a\n"}, []),
        ({"a": "C, D = 1, 2\n", "b": "from a import D\n"}, ["a.C"]),
    ],
)
def test_finds_what_nothing_uses(sources: dict[str, str], found: list[str]) -> None:
    assert unused({name: ast.parse(source) for name, source in sources.items()}) == found
