"""What the program starts without an order finds it, wherever it lies."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_unit_starts_the_program_that_wrote_it(packed: Path, tmp_path: Path, is_packed: bool) -> None:
    folder = packed if is_packed else ROOT
    ask = "from host.unattended.command import command; print(json.dumps(command('no-such-word')))"
    code = f"import json, sys; sys.path.insert(0, {str(folder)!r}); {ask}"
    told = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, check=True, text=True, cwd=tmp_path)
    argv = json.loads(told.stdout)
    assert str(folder) in argv
    ran = subprocess.run(argv, capture_output=True, text=True, cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
