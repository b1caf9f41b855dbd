"""What an order says of its steps."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import KEY, logged, nobody, run_of
from host.model.order import Bake
from host.state.paths import Paths


def test_logs_when_a_step_began(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 1000.0)
    paths = Paths(str(tmp_path))
    Path(paths.service(KEY)).mkdir(parents=True)
    with logged(run_of(paths, nobody(tmp_path), Bake(1, 20, 0.1))) as run:
        run.began -= 2.5
        run.step("pull")
        run.step("start")
        assert re.findall(r"== (\w+) \(after (\d\.\d) s\)", run.log_text()) == [("pull", "2.5"), ("start", "2.5")]
