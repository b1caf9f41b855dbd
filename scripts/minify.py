"""The packed form of a source of the host program: it does the same, and is only to be run. The sources are what people read."""

from __future__ import annotations

import ast
from types import SimpleNamespace
from unittest.mock import patch

import python_minifier
from python_minifier import expression_printer

from scripts.untyped import untyped

OLDEST = SimpleNamespace(version_info=(3, 9))
"""What stands in for `sys` in the minifier, which writes for the Python that it runs on: an f-string of 3.12 may have quotes in it that end
one of 3.11."""


def minify(source: str, *, is_imported: bool = True) -> str:
    """The same bytes on every Python from 3.9: the minifier's version is pinned in local/tools/requirements.txt.

    Parameters and variables are renamed, and what begins with `_`; of a module that nobody imports, all that it defines.
    """
    tree = untyped(ast.parse(source))
    public = sorted(name for name in _names(tree) if is_imported and not name.startswith("_")) + ["__all__"]
    with patch.object(expression_printer, "sys", OLDEST):
        return python_minifier.minify(
            ast.unparse(tree),
            remove_annotations=False,
            remove_literal_statements=True,
            hoist_literals=False,
            rename_globals=True,
            preserve_globals=public,
        )


def _names(tree: ast.Module) -> set[str]:
    """What a module defines or imports."""
    defined = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    imported = {
        name.asname or name.name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for name in node.names
    }
    return defined | imported | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
