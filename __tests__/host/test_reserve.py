"""The room for a rollback, on a real disk that is full."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from __tests__.host.support.full_disk import fill, small
from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import KEY
from __tests__.host.support.samples import order, release, state
from host import store
from host.state import reserve
from host.state.files import write
from host.state.folders import make_folders
from host.state.locks import service_locked
from host.state.paths import Paths


@pytest.fixture(params=["tmpfs", "xfs", "ext4"])
def paths(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Paths]:
    """The folders of a service, on a disk that has nothing else."""
    disk = tmp_path / "disk"
    if request.param == "tmpfs":
        with small(disk):
            yield prepared(disk, tmp_path)
        return
    disk.mkdir()
    with open(tmp_path / "image", "wb") as file:
        file.truncate(320 << 20 if request.param == "xfs" else 4 << 20)
    subprocess.run([f"mkfs.{request.param}", "-q", tmp_path / "image"], check=True)
    subprocess.run(["mount", "-o", "loop", tmp_path / "image", disk], check=True)
    try:
        yield prepared(disk, tmp_path)
    finally:
        subprocess.run(["umount", disk], check=True)


def prepared(disk: Path, folder: Path) -> Paths:
    """With a release, and the room that an order leaves."""
    here = Paths(str(disk / "state"), str(folder / "run"))
    with service_locked(here, KEY, 1, "an earlier order"):
        make_folders(here, KEY)
    store.save_release(here, KEY, release())
    store.save_state(here, KEY, state("c0ffee-1"))
    reserve.keep(here, KEY)
    return here


def full(paths: Paths) -> None:
    """Leaves no room on the disk, and shows that."""
    disk = Path(paths.state).parent
    fill(disk)
    with open(disk / "full", "ab", buffering=0) as file:
        # A file system can find some room a moment later.
        until(lambda: not _takes_more(file))
    with pytest.raises(OSError, match="No space left"):
        write(f"{paths.state}/probe", "x" * 8192)


def _takes_more(file: IO[bytes]) -> bool:
    try:
        file.write(bytes(4096))
        os.fsync(file)
        return True
    except OSError:
        return False


PROGRAM = """
import json, sys, time
from host import main
from host.order import read_order
from host.state.paths import Paths
try:
    answer, log = main.carry_out(read_order(sys.argv[1]), Paths(*sys.argv[2:]), time.monotonic())
except OSError as error:
    answer, log = main._plain(main._unforeseen(error)), ""
print(json.dumps([answer["outcome"], log]))
"""


def carried_out(paths: Paths, verb: str) -> str:
    """The order's log. Docker has nothing of the service, so that the order fails; but its result is stored, if there is room. It works in a
    namespace without a network, where its walls do not matter."""
    argv = ["unshare", "--net", sys.executable, "-c", PROGRAM, json.dumps(order(verb)), *paths]
    done = subprocess.run(argv, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    outcome, log = json.loads(done.stdout)
    assert outcome == "failed"
    return str(log)


def test_a_rollback_has_room_on_a_full_disk(paths: Paths) -> None:
    full(paths)
    assert "the rollback gets the room" in carried_out(paths, "rollback")
    assert store.load_result(paths, KEY, "d-1")


def test_other_orders_leave_it_alone(paths: Paths) -> None:
    full(paths)
    carried_out(paths, "restart")
    assert store.load_result(paths, KEY, "d-1") is None
    assert reserve.release(paths)


def test_is_kept_again_as_far_as_there_is_room(paths: Paths) -> None:
    full(paths)
    for _ in range(3):
        assert "the rollback gets the room" in carried_out(paths, "rollback")
        os.unlink(paths.result(KEY, "d-1"))


def test_is_left_to_a_rollback_of_another_service(tmp_path: Path) -> None:
    here = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    with service_locked(here, "api.production", 0):
        reserve.keep(here, KEY)
        assert not os.path.exists(f"{here.state}/reserve")
    with service_locked(here, KEY, 0):
        reserve.keep(here, KEY)
        assert os.path.exists(f"{here.state}/reserve")


def test_stays_while_there_is_other_room(tmp_path: Path) -> None:
    here = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(here, KEY)
    reserve.keep(here, KEY)
    there = os.stat(f"{here.state}/reserve")
    assert there.st_size == there.st_blocks * 512 == reserve.SIZE
    assert not reserve.release(here)
    reserve.keep(here, KEY)
    assert os.path.samestat(there, os.stat(f"{here.state}/reserve"))


def test_a_disk_without_room_has_none(tmp_path: Path) -> None:
    with small(tmp_path / "disk") as disk:
        here = Paths(str(disk / "state"), str(tmp_path / "run"))
        make_folders(here, KEY)
        fill(disk)
        reserve.keep(here, KEY)
        assert not os.path.exists(f"{here.state}/reserve") and not reserve.release(here)
