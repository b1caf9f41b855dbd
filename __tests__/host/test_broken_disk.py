"""A disk whose file system was given up by the kernel: XFS, which then answers everything with EIO."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import KEY
from __tests__.host.support.samples import order, release, state
from host import main, store
from host.order import read_order
from host.state.files import write
from host.state.folders import make_folders
from host.state.paths import Paths, services
from host.unattended import boot


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    """The folders of two services on a disk that fails."""
    image, disk = tmp_path / "image", tmp_path / "disk"
    disk.mkdir()
    with open(image, "wb") as file:
        file.truncate(400 << 20)
    subprocess.run(["mkfs.xfs", "-q", image], check=True)
    subprocess.run(["mount", "-o", "loop", image, disk], check=True)
    try:
        here = Paths(str(disk / "state"), str(tmp_path / "run"))
        for key in (KEY, "api.production"):
            make_folders(here, key)
            store.save_release(here, key, release())
            store.save_state(here, key, state("c0ffee-1"))
        write(here.live(KEY), "192.0.2.9:80")
        subprocess.run(["xfs_io", "-x", "-c", "shutdown", disk], check=True)
        yield here
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("verb", ["deploy", "rollback", "remove", "status"])
def test_an_order_reports_the_disk_and_no_missing_service(paths: Paths, verb: str) -> None:
    """Also one that only asks: a host that seems to have no service can be terminated."""
    try:
        answer, _ = main.carry_out(read_order(json.dumps(order(verb))), paths, time.monotonic())
    except Exception as error:
        answer = main._plain(main._unforeseen(error))
    assert (answer["outcome"], answer["cause"]) == ("failed", "disk-failed"), answer
    assert "Input/output error" in answer["detail"]


def test_sets_the_walls_before_docker_starts_nevertheless(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(OSError):
        services(paths)
    looked: list[Paths] = []
    monkeypatch.setattr(boot, "look_after", looked.append)
    boot.before_docker(paths)
    assert looked == [paths] and "Input/output error" in capsys.readouterr().out
