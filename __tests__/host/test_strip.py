"""The text that travels does what the sources do."""

from __future__ import annotations

import ast
import sysconfig
from pathlib import Path

import pytest

from scripts.pack import pack
from scripts.strip import strip

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "host").rglob("*.py"))
# A spread of the standard library: what people write in Python, and not only what we write.
LIBRARY = [Path(sysconfig.get_path("stdlib")) / f"{name}.py" for name in ("ast", "base64", "dataclasses", "functools", "gettext", "typing")]


@pytest.mark.parametrize(
    ("source", "small"),
    [
        ("", ""),
        ("# only a comment\n", ""),
        ("x = 1  # why\n\n\n# more\ny = (\n    2,  # two\n    3,\n)\n", "x=1\ny=(2,3,)\n"),
        ('"""Doc."""\n\nx = 1\n"""Of x."""\n', "x=1\n"),
        ('def f():\n    """Doc."""\n', "def f():\n 0\n"),
        ('class A(Exception): """Doc."""\n', "class A(Exception):0\n"),
        (
            'def f(a: int, *b: "str", c: dict[str, int] | None = None, **d: int) -> tuple[int, ...]:\n    return a\n',
            "def f(a,*b,c=None,**d):\n return a\n",
        ),
        ("async def f(a: int) -> None:\n    await a\n", "async def f(a):\n await a\n"),
        ("class A(NamedTuple):\n    a: int\n    b: str | None = None\n", "class A(NamedTuple):\n a:0\n b:0=None\n"),
        ("LIMIT: Final = 3\ndef f() -> None:\n    x: int\n    y: list[int] = []\n", "LIMIT=3\ndef f():\n x:0\n y=[]\n"),
        ("if a is not b and not (c or d):\n    return_ = -1\n", "if a is not b and not(c or d):\n return_=-1\n"),
        ('x = "a" "" "b"  "c"\n', 'x="a" "" "b" "c"\n'),
        ("x = f'{a !r:>{width}} {b[0] if b else 1}' + rb'\\d'\n", "x=f'{a !r:>{width}} {b[0] if b else 1}'+rb'\\d'\n"),
        ('x = """two\n  lines  # no comment\n"""\n', 'x="""two\n  lines  # no comment\n"""\n'),
        ("größe: str = 'ä'; b: int = 2\n", "größe='ä';b=2\n"),
        ("x = lambda a: a\nx = a[1 : -1]\nassert x, (yield_)\n", "x=lambda a:a\nx=a[1:-1]\nassert x,(yield_)\n"),
    ],
)
def test_a_text_is_as_small_as_can_be(source: str, small: str) -> None:
    assert strip(source) == small


@pytest.mark.parametrize("path", [*SOURCES, *LIBRARY], ids=lambda path: path.name)
def test_a_small_text_has_the_tree_of_its_source(path: Path) -> None:
    small = strip(path.read_text())
    assert bare(small) == bare(path.read_text())
    assert strip(small) == small
    assert len(small) <= len(path.read_text())


def bare(source: str) -> str:
    """The tree without what nothing reads, made with no help of what is tested."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            node.body = [one for one in node.body if not is_text(one) and not is_zero(one)]
            node.body = [unannotated(one, is_field=isinstance(node, ast.ClassDef)) for one in node.body]
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
        for name in ("body", "orelse", "finalbody"):
            if isinstance(getattr(node, name, None), list):
                setattr(node, name, [unannotated(one, is_field=isinstance(node, ast.ClassDef)) for one in getattr(node, name)])
    return ast.dump(tree)


def is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def is_zero(node: ast.stmt) -> bool:
    return ast.dump(node) == ast.dump(ast.Expr(ast.Constant(0)))


def unannotated(node: ast.stmt, is_field: bool) -> ast.stmt:
    if isinstance(node, ast.AnnAssign) and (is_field or node.value is None):
        return ast.AnnAssign(node.target, ast.Constant(0), node.value, node.simple)
    return ast.Assign([node.target], node.value) if isinstance(node, ast.AnnAssign) and node.value else node


def test_what_would_change_is_refused() -> None:
    with pytest.raises(SyntaxError):
        strip("x = 1 .real\n")


def test_nothing_reads_what_goes() -> None:
    for path in SOURCES:
        assert not {"__doc__", "__annotations__", "get_type_hints"} & {
            getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(ast.parse(path.read_text()))
        }


def test_fields_go_without_types_only_where_types_are_not_evaluated() -> None:
    for path in SOURCES:
        tree = ast.parse(path.read_text())
        if any(isinstance(node, ast.AnnAssign) for node in ast.walk(tree)):
            assert isinstance(tree.body[1], ast.ImportFrom), f"{path} needs: from __future__ import annotations"
            assert tree.body[1].module == "__future__"


def test_a_program_is_packed_the_same_each_time_and_differs_with_its_sources(tmp_path: Path) -> None:
    host = tmp_path / "host"
    (host / "verbs").mkdir(parents=True)
    for name, text in {"__init__": "", "bootstrap": "x = 1\n", "verbs/deploy": "y = 2\n"}.items():
        (host / f"{name}.py").write_text(text)
    first = pack(host)
    assert first["bootstrap"] == "x=1\n"
    assert pack(host) == first
    (host / "verbs/deploy.py").write_text("# A comment changes nothing.\ny = 2\n")
    assert pack(host) == first
    (host / "verbs/deploy.py").write_text("y = 3\n")
    assert pack(host)["sha256"] != first["sha256"]
