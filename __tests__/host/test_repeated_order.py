"""An order that arrives again, as an SSM agent that was updated delivers it: whatever the first one does then."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.samples import order
from host import main
from host.model.failure import Failure
from host.order import read_order
from host.run import Run
from host.state import locks
from host.state.folders import make_folders
from host.state.paths import Paths
from host.store import save_result

KEY = "web.production"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(str(tmp_path / "state"), str(tmp_path / "run"))


def arrive(paths: Paths, order_id: str) -> Any:
    text = json.dumps({**order("deploy"), "id": order_id, "runUrl": "https://github.com/o/r/actions/runs/7", "lockTimeout": 0})
    return main.carry_out(read_order(text), paths, 0)[0]


def working(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Thread, threading.Event]:
    """The order o-1, which works until the event."""
    begun, ends = threading.Event(), threading.Event()

    def work(run: Run) -> dict[str, Any]:
        begun.set()
        ends.wait()
        if run._log:
            run._log._file.close()
        save_result(paths, KEY, run.order.id, {"outcome": "deployed"})
        return {"outcome": "deployed"}

    make_folders(paths, KEY)
    monkeypatch.setattr(main, "_work", work)
    first = threading.Thread(target=lambda: arrive(paths, "o-1"))
    first.start()
    begun.wait()
    return first, ends


def test_waits_for_itself_and_has_the_same_result(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    first, ends = working(paths, monkeypatch)
    tries = 0
    take = locks._take

    def counted(*args: Any) -> int:
        nonlocal tries
        tries += 1
        if tries == 3:
            ends.set()
        return take(*args)

    monkeypatch.setattr(locks, "_take", counted)
    again = arrive(paths, "o-1")
    first.join()
    assert again == {"outcome": "deployed", "replayed": True}


def test_another_order_of_the_same_run_does_not_wait(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    first, ends = working(paths, monkeypatch)
    with pytest.raises(Failure, match=r"lock-held: .* holds the lock: https://github\.com/o/r/actions/runs/7 "):
        arrive(paths, "o-11")
    ends.set()
    first.join()
