"""What the modules of the host program may import: each import is time that every order waits for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in (ROOT / "host").rglob("*.py"))
# Measured on Python 3.11: http.client and dataclasses alone take 45 ms; the rest are loaded only by the functions that need them.
SLOW = {"argparse", "asyncio", "dataclasses", "datetime", "http.client", "inspect", "logging", "pathlib", "urllib.request"}
# Only orders for services with HTTPS need them, or those with assets.
SELDOM = {"base64", "host.certificates.storage", "host.certificates.x509", "shutil", "signal"}
ON_DEMAND = {"concurrent.futures", "ctypes", "hmac", "ssl", "subprocess", "threading"}


def loaded(folder: Path, module: str) -> set[str]:
    """What there is in a Python after it has imported a module from a folder."""
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); import {module}, json; print(json.dumps(list(sys.modules)))"
    ran = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, check=True, text=True)
    return set(json.loads(ran.stdout))


@pytest.mark.parametrize("module", MODULES)
def test_each_module_imports_alone_with_the_standard_library_and_loads_nothing_slow(module: str) -> None:
    assert not loaded(ROOT, module) & (SLOW | ON_DEMAND)


@pytest.mark.parametrize("module", [module for module in MODULES if module != "host.bootstrap"])
def test_the_packed_program_runs_without_typing(packed: Path, module: str) -> None:
    assert not loaded(packed, module) & (SLOW | ON_DEMAND | {"typing"})


@pytest.mark.parametrize("verb", ["deploy", "restart", "rollback"])
def test_an_ordinary_order_loads_nothing_that_few_orders_need(packed: Path, verb: str) -> None:
    needed = loaded(packed, f"host.main, host.verbs.ahead, host.release.attempt, host.canaries.canary, host.verbs.{verb}")
    assert not needed & SELDOM
