"""No module of the host program imports itself by way of others, not even within a function."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import pytest

from __tests__.host.test_used import ROOT, modules

Graph = Mapping[str, frozenset[str]]


def imports(program: Mapping[str, ast.Module]) -> Graph:
    """The modules that each module imports. One that takes a name of a package imports the package."""
    return {module: frozenset(_imported(tree, program)) - {module} for module, tree in program.items()}


def _imported(tree: ast.Module, program: Mapping[str, ast.Module]) -> list[str]:
    taken = [(str(node.module), one.name) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names]
    names = [f"{package}.{name}" if f"{package}.{name}" in program else package for package, name in taken]
    return [name for name in names if name in program]


def cycles(graph: Graph) -> list[str]:
    """The modules that can be reached from themselves."""
    return [module for module in graph if module in _reached(graph, module)]


def _reached(graph: Graph, start: str) -> set[str]:
    reached: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        module = ahead.pop()
        if module not in reached:
            reached.add(module)
            ahead += graph[module]
    return reached


def test_no_module_imports_itself() -> None:
    assert cycles(imports(modules(ROOT / "host"))) == []


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ({"p.a": "from p import b\n", "p.b": "from p.c import C\n", "p.c": ""}, []),
        ({"p.a": "from p import b\n", "p.b": "def f():\n    from p.a import A\n", "p.c": "from p import a\n"}, ["p.a", "p.b"]),
    ],
)
def test_finds_a_cycle(sources: dict[str, str], found: list[str]) -> None:
    assert cycles(imports({name: ast.parse(source) for name, source in sources.items()})) == found
