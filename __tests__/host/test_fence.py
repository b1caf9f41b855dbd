"""The token of the lease: what an earlier holder orders has no effect, whatever became of the service since."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.samples import order
from host import main
from host.model.failure import Failure
from host.order import read_order
from host.state import files
from host.state.files import read, write
from host.state.paths import Paths
from host.store import fence
from host.verbs import remove

KEY = "web.production"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(str(tmp_path / "state"), str(tmp_path / "run"))


def carry_out(paths: Paths, verb: str, token: int, **more: Any) -> Any:
    return main.carry_out(read_order(json.dumps(order(verb, token=token, **more))), paths, 0)[0]


def test_keeps_the_highest_token(paths: Paths) -> None:
    for token in (3, 3, 8):
        fence(paths, KEY, token)
    assert read(paths.token(KEY)) == "8"


def test_refuses_a_lower_token_and_changes_nothing(paths: Paths) -> None:
    fence(paths, KEY, 8)
    with pytest.raises(Failure) as refused:
        fence(paths, KEY, 7)
    assert (refused.value.cause, read(paths.token(KEY))) == ("lease-lost", "8")


@pytest.mark.parametrize("verb", ["deploy", "rollback", "restart", "canary", "remove"])
def test_refuses_each_changing_order_with_a_lower_token(paths: Paths, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remove, "engine", lambda: None)
    fence(paths, KEY, 8)
    before = sorted(os.listdir(paths.state))
    more = {"action": "abort", "canary": "c-1"} if verb == "canary" else {}
    with pytest.raises(Failure) as refused:
        carry_out(paths, verb, 7, **more)
    assert refused.value.cause == "lease-lost"
    assert set(os.listdir(paths.state)) - set(before) <= {"services", "lock"}


def test_an_order_from_before_a_removal_does_not_recreate_the_service(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remove, "engine", lambda: None)
    assert carry_out(paths, "remove", 9)["outcome"] == "removed"
    assert os.listdir(paths.state) == ["tokens"]
    with pytest.raises(Failure) as refused:
        carry_out(paths, "rollback", 8)
    assert refused.value.cause == "lease-lost"


def test_a_full_disk_does_not_prevent_an_order(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_put", full)
    fence(paths, KEY, 9)
    assert read(paths.token(KEY)) == ""


def test_ignores_a_damaged_token(paths: Paths) -> None:
    fence(paths, KEY, 8)
    write(paths.token(KEY), "\0\0")
    fence(paths, KEY, 1)
    assert read(paths.token(KEY)) == "1"
