"""The packed form of a source of the host program: it does the same, and is only to be run. The sources are what people read."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import NamedTuple
from unittest.mock import patch

import python_minifier
from python_minifier import expression_printer

from scripts.bundle.untyped import untyped

OLDEST = SimpleNamespace(version_info=(3, 9))
"""What stands in for `sys` in the minifier, which writes for the Python that it runs on: an f-string of 3.12 may have quotes in it that end
one of 3.11."""


class Shared(NamedTuple):
    """What modules know of each other and of the standard library: names, and arguments that a call names, each with the function's name."""

    names: frozenset[str]
    arguments: frozenset[tuple[str, str]]


def shared(sources: Iterable[str]) -> Shared:
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    imported = {name.name for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom)) for name in node.names}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    # A builtin would be shorter by another name, but all modules know it by this one: packed together, that is less.
    known = {"namedtuple", *dir(builtins)}
    return Shared(frozenset(imported | attributes | known), frozenset(_named(nodes)))


def _named(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
            # A call of a class is one of its `__init__`.
            yield from ((one, word.arg) for word in node.keywords if word.arg for one in (name, "__init__"))


def minify(source: str, shared: Shared) -> str:
    """Minifies a text, to the same bytes on every Python from 3.9: the minifier's version is pinned in local/tools/requirements.txt."""
    tree = untyped(ast.parse(source))
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            _rename_arguments(node, shared)
    with patch.object(expression_printer, "sys", OLDEST):
        return python_minifier.minify(
            ast.unparse(tree),
            remove_annotations=False,
            remove_literal_statements=True,
            hoist_literals=False,
            rename_globals=True,
            preserve_globals=sorted(shared.names),
        )


def _rename_arguments(function: ast.FunctionDef | ast.Lambda, shared: Shared) -> None:
    """Has the minifier shorten the arguments that no call names: those are positional."""
    name = function.name if isinstance(function, ast.FunctionDef) else ""
    arguments = function.args
    while arguments.args and (name, arguments.args[0].arg) not in shared.arguments:
        arguments.posonlyargs.append(arguments.args.pop(0))
