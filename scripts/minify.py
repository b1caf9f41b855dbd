"""The packed form of a source of the host program: it does the same, and is only to be run. The sources are what people read."""

from __future__ import annotations

import ast
from types import SimpleNamespace
from unittest.mock import patch

import python_minifier
from python_minifier import expression_printer

TYPE_MODULES = ("__future__", "typing", "collections.abc")
OLDEST = SimpleNamespace(version_info=(3, 9))
"""What stands in for `sys` in the minifier, which writes for the Python that it runs on: an f-string of 3.12 may have quotes in it that end
one of 3.11."""


def minify(source: str) -> str:
    """The same bytes on every Python from 3.9: the minifier's version is pinned in local/tools/requirements.txt."""
    tree = ast.parse(source)
    public = sorted(name for name in _names(tree) if not name.startswith("_") or name.startswith("__"))
    untyped = ast.unparse(ast.fix_missing_locations(_without_unused(_Untyped().visit(tree))))
    with patch.object(expression_printer, "sys", OLDEST):
        return python_minifier.minify(
            untyped,
            remove_annotations=False,
            remove_literal_statements=True,
            hoist_literals=False,
            rename_globals=True,
            preserve_globals=public,
        )


class _Untyped(ast.NodeTransformer):
    """Takes types away. A record has its fields from its annotations: any type does, and one without a name to look up is read fastest."""

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        for one in node.body:
            if isinstance(one, ast.AnnAssign):
                one.annotation = ast.Name("int", ast.Load())
            else:
                self.visit(one)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        return ast.Assign([node.target], node.value) if node.value else None

    def visit_If(self, node: ast.If) -> ast.AST | None:
        checks_types = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return None if checks_types else self.generic_visit(node)


def _without_unused(tree: ast.Module) -> ast.Module:
    """Without imports for types that are gone."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for one in tree.body:
        if isinstance(one, ast.ImportFrom) and one.module in TYPE_MODULES:
            one.names = [name for name in one.names if name.name in used]
    tree.body = [one for one in tree.body if not isinstance(one, ast.ImportFrom) or one.names]
    return tree


def _names(tree: ast.Module) -> set[str]:
    """What a module defines or imports."""
    named = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    imported = {name.asname or name.name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for name in node.names}
    return named | imported | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
