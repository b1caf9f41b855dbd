"""The dead-man's switch: whatever else fails, nobody is drawn for a canary that is attended to by nobody."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.docker_front import front
from __tests__.host.support.run_bed import KEY, logged, nobody, run_of
from __tests__.host.support.samples import release
from host import docker, store
from host.canaries import canary, dead_mans_switch
from host.docker import DockerDown
from host.model.order import Bake
from host.model.service import Canary
from host.release.attempt import Attempt
from host.run import Run
from host.state.files import write
from host.state.folders import make_folders
from host.state.locks import locked
from host.state.paths import Paths
from host.verbs import canary as verb

ID = "d-1"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    here = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(here, KEY)
    canary.set_share(here, KEY, 10)
    return here


@pytest.fixture
def run(paths: Paths, tmp_path: Path) -> Iterator[Run]:
    with logged(run_of(paths, nobody(tmp_path), Bake(0, 20, 1))) as one:
        yield one


def overdue(identity: str = ID) -> Canary:
    """A canary of an earlier boot."""
    return Canary(identity, release(), "abc", "172.29.0.9:80", 0, 10, 0, 60, "earlier", 0, None, 0)


def no_docker() -> None:
    raise DockerDown("connection refused")


@pytest.mark.parametrize("damage", ["", '{"id":"d-', "[]", '{"id":"d-1","release":{},"slot":"abc"}'])
def test_a_canary_whose_file_is_damaged_loses_its_share(paths: Paths, damage: str) -> None:
    write(f"{paths.service(KEY)}/canary.json", damage)
    dead_mans_switch.watch(paths, KEY, ID)
    assert not canary.share_is_set(paths, KEY)


def test_a_returning_runner_ends_the_share_of_a_canary_whose_file_is_damaged(paths: Paths, run: Run) -> None:
    write(f"{paths.service(KEY)}/canary.json", "{")
    with pytest.raises(canary.Ended):
        verb.take_up(run, Attempt())
    assert not canary.share_is_set(paths, KEY)


def test_a_runner_whose_canary_has_ended_leaves_another_canary_alone(paths: Paths, run: Run) -> None:
    store.save_canary(paths, KEY, overdue("d-2"))
    with pytest.raises(canary.Ended):
        verb.take_up(run, Attempt())
    assert canary.share_is_set(paths, KEY)


def test_a_switch_leaves_another_canary_alone(paths: Paths) -> None:
    store.save_canary(paths, KEY, overdue("d-2"))
    dead_mans_switch.watch(paths, KEY, ID)
    assert canary.share_is_set(paths, KEY)


def test_returns_the_traffic_without_docker_and_keeps_the_switch(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_canary(paths, KEY, overdue())
    monkeypatch.setattr(docker, "connect", no_docker)
    assert not dead_mans_switch.expire(paths, KEY, ID)
    assert not canary.share_is_set(paths, KEY)
    assert store.load_canary(paths, KEY) == overdue()


def test_returns_the_traffic_while_another_process_holds_the_lock(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_canary(paths, KEY, overdue())
    monkeypatch.setattr(dead_mans_switch, "LOCK_TIMEOUT", 0)
    with locked(f"{paths.service(KEY)}/lock", 0):
        assert not dead_mans_switch.expire(paths, KEY, ID)
    assert not canary.share_is_set(paths, KEY)


def test_returns_the_traffic_on_a_full_disk(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_canary(paths, KEY, overdue())

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for call in ("pwrite", "fsync"):
        monkeypatch.setattr(os, call, full)
    with front(tmp_path, lambda _: None) as daemon:
        monkeypatch.setattr(docker, "connect", lambda: daemon)
        dead_mans_switch.expire(paths, KEY, ID)
    assert not canary.share_is_set(paths, KEY)


def test_creates_no_folder_for_a_removed_service(paths: Paths) -> None:
    canary.set_share(paths, KEY, 0)
    os.rename(paths.service(KEY), f"{paths.state}/gone")
    dead_mans_switch.watch(paths, KEY, ID)
    assert not os.path.exists(paths.service(KEY))
