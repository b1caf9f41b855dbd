"""The regular check removes the pending routes that killed orders left, whatever becomes of their service meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from host.edge.pending import asking, ready
from host.state.folders import make_folders
from host.state.locks import service_locked
from host.state.paths import Paths, services


@pytest.fixture
def withdrawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The services whose pending route was removed, of two that have one."""
    gone: list[str] = []
    monkeypatch.setattr(asking, "asked_for", lambda _: ("api.production", "web.production"))
    monkeypatch.setattr(asking, "withdraw", lambda _, key: gone.append(key))
    return gone


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(str(tmp_path / "state"), str(tmp_path / "run"))


def test_leaves_those_of_living_orders(paths: Paths, withdrawn: list[str]) -> None:
    for key in ("api.production", "web.production"):
        make_folders(paths, key)
    with service_locked(paths, "web.production", 0):
        ready.withdraw_left(paths)
    assert withdrawn == ["api.production"]


def test_makes_no_service_of_one_that_was_removed_meanwhile(paths: Paths, withdrawn: list[str]) -> None:
    """Its folder would keep the host from ever being empty."""
    make_folders(paths, "web.production")
    ready.withdraw_left(paths)
    assert withdrawn == ["api.production", "web.production"] and services(paths) == ("web.production",)
