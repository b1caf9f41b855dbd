"""The packed program does what the sources do, and is small enough to travel."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.bundle.minify import minify, shared
from scripts.bundle.pack import pack

ROOT = Path(__file__).parents[2]
MOST = 86_400
"""Bytes: what three SSM commands bring, of which each leaves a third of SSM's room free (`PART` in src/domain/order/host-command.ts)."""

# What is quick and does most of the thinking; the end-to-end tests run all of the packed program.
PURE = (
    "edge/test_counters.py",
    "http/test_http1.py",
    "test_mask.py",
    "test_order.py",
    "aws/test_secrets.py",
    "release/test_spec.py",
    "test_state.py",
)


def test_the_program_fits_into_three_commands() -> None:
    packed = len(base64.b64decode(pack(ROOT / "host")["packed"]))
    assert packed <= MOST, (
        f"The program has {packed} bytes, so three commands no longer bring it. Look first for what it does twice or for"
        " nobody, then for texts that say more than they need to: words cost more than code."
    )


def test_the_tests_of_the_sources_pass_with_it(packed: Path, tmp_path: Path) -> None:
    files = [f"__tests__/host/{name}" for name in PURE]
    run = "import sys, pytest; sys.exit(pytest.main(sys.argv[1:]))"
    options = ["-q", "-o", f"cache_dir={tmp_path}", "-o", f"pythonpath={packed} ."]
    ran = subprocess.run([sys.executable, "-c", run, *options, *files], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


CALLERS = "from x import y, z, f, A, E, X, d\nf(c=1)\n"


@pytest.mark.parametrize(
    ("source", "small"),
    [
        ('"""Doc."""\n# why\nX: Final = 1\n"""Of X."""\n', "X=1"),
        ("def f(first: int, *, other: str | None = None) -> None:\n    print(first, other)\n", "def f(A,*,other=None):print(A,other)"),
        ("def f(first, c, last):\n    return first + c + last\n", "def f(A,c,last):return A+c+last"),
        ("def g(value):\n    return value + value\n\ndef f(x):\n    return g(x)\n", "def B(A):return A+A\ndef f(A):return B(A)"),
        ("f = lambda value: value.word\n", "f=lambda A:A.word"),
        ('class E(Exception):\n    """Doc."""\n\n    code: int\n', "class E(Exception):0"),
        ("from typing import NamedTuple\nclass A(NamedTuple):\n    a: int\n    b: str = ''\n", "A=namedtuple('A','a b',defaults=('',))"),
        (
            "from typing import NamedTuple\nclass A(NamedTuple):\n    a: int\n\n    @property\n    def b(self) -> int: return self.a\n",
            "class A(namedtuple('A','a')):\n\t__slots__=()\n\t@property\n\tdef b(A):return A.a",
        ),
        ("from typing import Any, Callable\nfrom x import Y, z\nD = Callable[[Y], Any]\nd: D = z\n", "from x import z\nd=z"),
        ("if TYPE_CHECKING:\n    from x import Y\ndef f(a: Y): print(f\"{a['b']}\")\n", "def f(A):print(f\"{A['b']}\")"),
        ("from x import y\n__all__ = ['y']\n", "from x import y\n__all__=['y']"),
    ],
)
def test_removes_comments_and_types(source: str, small: str) -> None:
    assert minify(source, shared((CALLERS,))).replace("from collections import namedtuple\n", "") == small
