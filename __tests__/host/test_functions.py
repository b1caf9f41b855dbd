"""Functions that are read at one glance: lines of each, its docstring among them."""

from __future__ import annotations

import ast
from pathlib import Path

HOST = Path(__file__).parents[2] / "host"


def lengths() -> list[tuple[int, str]]:
    """Lines and name of each function, the shortest first."""
    found = [
        (node.end_lineno - node.lineno + 1, f"{file.relative_to(HOST)}: {node.name}")
        for file in HOST.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno is not None
    ]
    assert len(found) > 500
    return sorted(found)


def test_none_is_longer_than_40_lines() -> None:
    assert [one for one in lengths() if one[0] > 40] == []


def test_half_of_them_have_6_lines_at_most_and_nine_of_ten_15() -> None:
    lines = [length for length, _ in lengths()]
    assert lines[len(lines) // 2] <= 6
    assert lines[len(lines) * 9 // 10] <= 15
