"""An order whose host can be asked for its facts."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import Running
from __tests__.host.support.samples import order
from host.docker import Docker
from host.order import read_order
from host.run import Run
from host.state.folders import make_folders
from host.state.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(found, "web.production")
    return found


@pytest.fixture
def run(docker: Docker, paths: Paths) -> Running:
    return lambda **more: Run(read_order(json.dumps(order(**more))), paths, time.monotonic(), docker)
