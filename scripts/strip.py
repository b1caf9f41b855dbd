"""Makes Python source small without changing what it does: out go comments, docstrings, blanks, and annotations that nothing reads.

The same source gives the same text on every Python from 3.9.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Position = tuple[int, int]
Scope = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

UNSEEN = {tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER}
FSTRING_START = getattr(tokenize, "FSTRING_START", None)
FSTRING_END = getattr(tokenize, "FSTRING_END", None)


class Piece(NamedTuple):
    """A token as the source has it. `kind` is one of those of `tokenize`."""

    kind: int
    text: str
    start: Position
    end: Position


class Cut(NamedTuple):
    """What stands from `start` to `end` becomes `text`."""

    start: Position
    end: Position
    text: str


def strip(source: str) -> str:
    """The small text of a source. Raises `ValueError` or `SyntaxError` where it would not do the same: then this module has a defect."""
    tree = ast.parse(source)
    small = "".join(f"{line}\n" for line in _lines(_without(sorted(_cuts(tree, source)), _pieces(source))))
    if ast.dump(ast.parse(small)) != ast.dump(Reduced().visit(tree)):
        raise ValueError("the small text does not do what the source does")
    return small


def _cuts(tree: ast.Module, source: str) -> Iterator[Cut]:
    rows = source.split("\n")
    fields = _fields(tree)
    for node in ast.walk(tree):
        if isinstance(node, Scope):
            for at, statement in enumerate(_strings(node)):
                yield _cut(rows, statement, "0" if at == 0 and len(node.body) == len(_strings(node)) else "")
        if isinstance(node, ast.arg) and node.annotation:
            cut = _cut(rows, node.annotation, "")
            yield cut._replace(start=(node.lineno, _column(rows, node.lineno, node.col_offset) + len(node.arg)))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
            yield _cut(rows, node.returns, "")
        if isinstance(node, ast.AnnAssign):
            cut = _cut(rows, node.annotation, "0")
            yield cut if node in fields or not node.value else Cut(_cut(rows, node.target, "").end, cut.end, "")


def _strings(scope: ast.AST) -> list[ast.Expr]:
    """Statements of a scope that are only a text: docstrings, of the scope itself and of its constants."""
    body = getattr(scope, "body", [])
    return [one for one in body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) and isinstance(one.value.value, str)]


def _fields(tree: ast.Module) -> set[ast.stmt]:
    """What stands in the body of a class: a record has its fields from the annotations there."""
    return {one for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for one in node.body}


def _cut(rows: Sequence[str], node: ast.expr | ast.stmt, text: str) -> Cut:
    end_row = node.end_lineno or node.lineno
    start = (node.lineno, _column(rows, node.lineno, node.col_offset))
    return Cut(start, (end_row, _column(rows, end_row, node.end_col_offset or 0)), text)


def _column(rows: Sequence[str], row: int, offset: int) -> int:
    """The tree counts bytes, tokens count characters."""
    return len(rows[row - 1].encode()[:offset].decode())


def _pieces(source: str) -> Iterator[Piece]:
    """The tokens that mean something. A formatted string is one of them, as it was before Python 3.12."""
    depth, begun = 0, (0, 0)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == FSTRING_START:
            depth, begun = depth + 1, begun if depth else token.start
        elif token.type == FSTRING_END:
            depth -= 1
            if depth == 0:
                yield Piece(tokenize.STRING, _between(source, begun, token.end), begun, token.end)
        elif depth == 0 and token.type not in UNSEEN and token.string != "->":
            yield Piece(token.type, token.string, token.start, token.end)


def _between(source: str, start: Position, end: Position) -> str:
    rows = source.split("\n")[start[0] - 1 : end[0]]
    rows[-1] = rows[-1][: end[1]]
    rows[0] = rows[0][start[1] :]
    return "\n".join(rows)


def _without(cuts: Sequence[Cut], pieces: Iterable[Piece]) -> Iterator[Piece]:
    left = list(cuts)
    for piece in pieces:
        while left and left[0].end <= piece.start:
            left.pop(0)
        if not left or piece.end <= left[0].start or piece.kind in (tokenize.INDENT, tokenize.DEDENT):
            yield piece
        elif left[0].text:
            yield piece._replace(kind=tokenize.NUMBER, text=left[0].text)
            left[0] = left[0]._replace(text="")


def _lines(pieces: Iterable[Piece]) -> Iterator[str]:
    """The logical lines that have something on them, each level indented by one space."""
    level = 0
    line: list[Piece] = []
    for piece in pieces:
        if piece.kind in (tokenize.INDENT, tokenize.DEDENT):
            level += 1 if piece.kind == tokenize.INDENT else -1
        elif piece.kind != tokenize.NEWLINE:
            line.append(piece)
        elif line:
            yield " " * level + _joined(line)
            line = []


def _joined(line: Sequence[Piece]) -> str:
    text = line[0].text
    for before, piece in zip(line, line[1:]):
        words = re.search(r"\w$", before.text) and re.match(r"\w", piece.text)
        strings = before.kind == piece.kind == tokenize.STRING
        text += f" {piece.text}" if words or strings else piece.text
    return text


class Reduced(ast.NodeTransformer):
    """The tree that the small text is to have, by the same rules but made in another way."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        if isinstance(node, Scope):
            strings = _strings(node)
            node.body = [one for one in node.body if one not in strings] or [ast.Expr(ast.Constant(0))] * bool(strings)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        for one in node.body:
            if isinstance(one, ast.AnnAssign):
                one.annotation = ast.Constant(0)
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        is_field = isinstance(node.annotation, ast.Constant) and node.annotation.value == 0
        if node.value and not is_field:
            return ast.Assign([node.target], node.value)
        node.annotation = ast.Constant(0)
        return node
