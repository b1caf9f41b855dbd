"""The packed form of a source of the host program: it does the same, and is only to be run. The sources are what people read."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Set
from types import SimpleNamespace
from unittest.mock import patch

import python_minifier
from python_minifier import expression_printer

from scripts.untyped import untyped

OLDEST = SimpleNamespace(version_info=(3, 9))
"""What stands in for `sys` in the minifier, which writes for the Python that it runs on: an f-string of 3.12 may have quotes in it that end
one of 3.11."""


def minify(source: str, keep: Set[str]) -> str:
    """The same bytes on every Python from 3.9: the minifier's version is pinned in local/tools/requirements.txt. Everything gets a short name, but
    for attributes, arguments that may be named in a call, and what is to `keep` its name."""
    tree = untyped(ast.parse(source))
    with patch.object(expression_printer, "sys", OLDEST):
        return python_minifier.minify(
            ast.unparse(tree),
            remove_annotations=False,
            remove_literal_statements=True,
            hoist_literals=False,
            rename_globals=True,
            preserve_globals=sorted(keep),
        )


def shared(sources: Iterable[str]) -> set[str]:
    """The names by which modules know something of each other and of the standard library; others would be longer where all know them."""
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    imported = {name.name for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom)) for name in node.names}
    return imported | {node.attr for node in nodes if isinstance(node, ast.Attribute)} | set(dir(builtins)) | {"namedtuple"}
