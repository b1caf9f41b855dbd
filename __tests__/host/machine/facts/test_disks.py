"""The disks of a host, as the kernel and a real Docker daemon tell them, and data that is gone from them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import Running
from __tests__.host.support.samples import release, state
from host import docker as api
from host.docker import Docker
from host.machine.facts import disks
from host.model.container import Container
from host.run import snapshot, snapshot_of
from host.state.files import write
from host.state.paths import Paths
from host.store import save_release, save_state

MOUNTS = """22 1 8:1 / / rw,relatime shared:1 - xfs /dev/nvme0n1p1 rw,attr2
30 22 0:25 / /run rw,nosuid shared:2 - tmpfs tmpfs rw
31 22 8:16 / /var/lib rw,relatime - ext4 /dev/nvme1n1 rw
32 31 0:40 / /var/lib/docker rw - tmpfs none rw
33 32 8:32 / /var/lib/docker rw master:3 propagate_from:2 - btrfs /dev/nvme2n1 rw
34 22 8:48 / /mnt/two\\040words rw - zfs pool rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/docker/overlay2", "btrfs"),
        ("/var/lib/docker", "btrfs"),
        ("/var/lib/docker2", "ext4"),
        ("/var/library", "xfs"),
        ("/", "xfs"),
        ("/run/docker", "tmpfs"),
        ("/mnt/two words/x", "zfs"),
    ],
)
def test_finds_the_file_system_of_a_path(path: str, kind: str) -> None:
    assert disks.file_system(path, MOUNTS) == kind


def test_measures_the_disk_of_this_machine(tmp_path: Path) -> None:
    disk = disks.disk_of(disks.DATA_ROOT, str(tmp_path), Path("/proc/self/mountinfo").read_text())
    told = subprocess.run(["stat", "-f", "-c", "%T", str(tmp_path)], capture_output=True, text=True, check=True).stdout.strip()
    assert told.startswith(disk.kind.rstrip("4"))
    assert disk.writable
    assert disk.free_bytes > 0


def test_measures_a_disk_that_only_the_images_have(tmp_path: Path) -> None:
    mounts = Path("/proc/self/mountinfo").read_text()
    one = disks.disks_of(api.Folders(str(tmp_path), str(tmp_path), True), mounts)
    two = disks.disks_of(api.Folders(str(tmp_path), "/dev/shm", True), mounts)
    assert [(disk.what, disk.root) for disk in one] == [(disks.DATA_ROOT, str(tmp_path))]
    assert [(disk.what, disk.root) for disk in two] == [(disks.DATA_ROOT, str(tmp_path)), (disks.IMAGES, "/dev/shm")]


def test_finds_what_docker_no_longer_has(run: Running, paths: Paths, docker: Docker, mark: str) -> None:
    save_release(paths, "web.production", release("r1"))
    save_state(paths, "web.production", state("r1"))
    work = run()
    empty = snapshot(work)._replace(containers=())
    assert disks.lost_data(work, empty) == disks.Lost("r1", ())
    api.create_volume(docker, f"{mark}.there", {"docker-to-ec2.service": "web.production", mark: ""})
    volumes = [{"name": f"{mark}.there", "path": "/a"}, {"name": f"{mark}.gone", "path": "/b"}, {"name": "/srv", "path": "/c"}]
    write(paths.result("web.production", "d-0"), json.dumps({"outcome": "deployed", "volumes": volumes}))
    assert disks.lost_data(work, empty) == disks.Lost("r1", (f"{mark}.gone",))


@pytest.mark.parametrize(
    ("key", "missing", "lost"),
    [
        ("api.production", True, disks.Lost("r1", ("web.production.db",))),
        ("api.production", False, None),
        ("web.production", True, None),
    ],
)
def test_lost_data_counts_also_if_another_service_has_come_since(
    run: Running, paths: Paths, key: str, missing: bool, lost: disks.Lost | None
) -> None:
    """Docker's data-root was moved, or all that was unused is gone; a container removed by hand alone is no reason."""
    save_release(paths, "web.production", release("r1"))
    save_state(paths, "web.production", state("r1"))
    volumes = [{"name": "web.production.db", "path": "/db"}] if missing else []
    write(paths.result("web.production", "d-0"), json.dumps({"outcome": "deployed", "volumes": volumes}))
    labels = {"docker-to-ec2": "slot", "docker-to-ec2.service": key, "docker-to-ec2.address": "172.29.0.2:80"}
    slot = Container("5107" * 16, "a name", "running", "image", labels, ("172.29.0.2",), ())
    work = run()
    assert disks.lost_data(work, snapshot_of(work, (slot,))) == lost
