"""Removes the types from a module: the rest does the same, without `typing`, which is slow to import."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence, Set

TYPE_MODULES = ("__future__", "typing", "collections.abc")


def untyped(tree: ast.Module) -> ast.Module:
    """The module without annotations, type aliases, and their imports. A record keeps only the names of its fields."""
    tree = _Untyped({name.name for one in _imports(tree) if one.module in TYPE_MODULES for name in one.names}).visit(tree)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | set(_exported(tree))
    for one in _imports(tree):
        one.names = [name for name in one.names if (name.asname or name.name) in used]
    body = [one for one in tree.body if not isinstance(one, ast.ImportFrom) or one.names]
    tree.body = [ast.ImportFrom("collections", [ast.alias("namedtuple")], 0), *body] if "namedtuple" in used else body
    return ast.fix_missing_locations(tree)


def _imports(tree: ast.Module) -> Iterator[ast.ImportFrom]:
    return (one for one in tree.body if isinstance(one, ast.ImportFrom))


def _exported(tree: ast.Module) -> Iterator[str]:
    """What a module imports for other modules."""
    for one in tree.body:
        if isinstance(one, ast.Assign) and _is(one.targets[0], "__all__"):
            yield from ast.literal_eval(one.value)


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


class _Untyped(ast.NodeTransformer):
    """`typing`: the names that the module has for types."""

    def __init__(self, typing: Set[str]) -> None:
        self.typing = typing

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
        self.generic_visit(node)
        return _record(node, fields) if any(_is(base, "NamedTuple") for base in node.bases) else node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        return ast.Assign([node.target], node.value) if node.value else None

    def visit_Assign(self, node: ast.Assign) -> ast.AST | None:
        alias = node.value.value if isinstance(node.value, ast.Subscript) else node.value.func if isinstance(node.value, ast.Call) else node
        return None if isinstance(alias, ast.Name) and alias.id in self.typing else node

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if _is(node.test, "TYPE_CHECKING") else self.generic_visit(node)


def _record(node: ast.ClassDef, fields: Sequence[ast.AnnAssign]) -> ast.AST:
    """The result of `NamedTuple` for a class, in the older form, which takes half the time to create."""
    names = " ".join(ast.unparse(field.target) for field in fields)
    values = [field.value for field in fields if field.value]
    defaults = [ast.keyword("defaults", ast.Tuple(values, ast.Load()))] if values else []
    record = ast.Call(ast.Name("namedtuple"), [ast.Constant(node.name), ast.Constant(names)], defaults)
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    if not methods:
        return ast.Assign([ast.Name(node.name)], record)
    node.bases = [record]
    node.body = [ast.Assign([ast.Name("__slots__")], ast.Tuple([], ast.Load())), *methods]
    return node
