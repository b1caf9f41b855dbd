"""What is gathered about a host, from the kernel's files and a real Docker daemon."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.samples import order, release, route, state
from host import docker as api
from host.docker import Docker
from host.machine import facts, firewall
from host.model.container import Container
from host.order import read_order
from host.run import Run, snapshot, snapshot_of
from host.state.files import write
from host.state.folders import make_folders
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
    assert facts.file_system(path, MOUNTS) == kind


def test_measures_the_disk_of_this_machine(tmp_path: Path) -> None:
    disk = facts.disk_of(facts.DATA_ROOT, str(tmp_path), Path("/proc/self/mountinfo").read_text())
    told = subprocess.run(["stat", "-f", "-c", "%T", str(tmp_path)], capture_output=True, text=True, check=True).stdout.strip()
    assert told.startswith(disk.kind.rstrip("4"))
    assert disk.writable
    assert disk.free_bytes > 0


def test_measures_a_disk_that_only_the_images_have(tmp_path: Path) -> None:
    mounts = Path("/proc/self/mountinfo").read_text()
    one = facts.disks_of(api.Folders(str(tmp_path), str(tmp_path), True), mounts)
    two = facts.disks_of(api.Folders(str(tmp_path), "/dev/shm", True), mounts)
    assert [(disk.what, disk.root) for disk in one] == [(facts.DATA_ROOT, str(tmp_path))]
    assert [(disk.what, disk.root) for disk in two] == [(facts.DATA_ROOT, str(tmp_path)), (facts.IMAGES, "/dev/shm")]


@pytest.mark.parametrize(
    ("text", "available"),
    [
        ("MemTotal:  2000 kB\nMemFree: 10 kB\nMemAvailable:     300 kB\nSwapFree:  0 kB\n", 307_200),
        ("MemAvailable:     300 kB\nSwapFree:  100 kB\nHugePages_Total:       0\n", 409_600),
        ("", 0),
    ],
)
def test_reads_the_available_memory(text: str, available: int) -> None:
    assert facts.available_memory(text) == available


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("anon 1000\nfile 5000\nshmem 200\nactive_file 4000\n", 1200),
        ("cache 5000\nrss 10\nshmem 3\ntotal_cache 5000\ntotal_rss 1000\ntotal_shmem 200\n", 1200),
        ("rss 10\ntotal_rss 1000\n", 1000),
        ("", 0),
    ],
)
def test_reads_the_memory_that_only_a_container_uses(text: str, own: int) -> None:
    assert facts.own_memory(text) == own


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("0::/system.slice/docker-1.scope\n", "/sys/fs/cgroup/system.slice/docker-1.scope"),
        ("5:cpu,cpuacct:/docker/1\n4:memory:/docker/1\n0::/\n", "/sys/fs/cgroup/memory/docker/1"),
        ("1:name=systemd:/a:b\n0::/a:b\n", "/sys/fs/cgroup/a:b"),
        ("", ""),
    ],
)
def test_finds_the_memory_group_of_a_process(text: str, group: str) -> None:
    assert facts.memory_group(text) == group


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(found, "web.production")
    return found


Running = Callable[..., Run]


@pytest.fixture
def run(docker: Docker, paths: Paths) -> Running:
    return lambda **more: Run(read_order(json.dumps(order(**more))), paths, time.monotonic(), docker)


def test_collects_facts_for_a_first_deploy(run: Running) -> None:
    work = run(network={"subnet": None, "avoid": ["10.0.0.0/8"]}, volumeData=["each-host-its-own"], now=(began := time.time()) - 5)
    found = facts.gather(work, snapshot(work), work.order.release)
    assert (found.verb, found.lost, found.needs_aws, found.memory.live) == ("deploy", None, False, 0)
    assert (found.plan.avoid, found.volume_data) == (("10.0.0.0/8",), ("each-host-its-own",))
    assert found.shut_port == 0
    assert [disk.root for disk in found.disks] == [found.info["DockerRootDir"]]
    assert found.clock
    assert 4 < found.clock.ahead < 6 + time.time() - began
    assert not found.clock.exact
    assert found.memory.available > 0


def test_does_not_check_a_port_that_is_already_served(run: Running, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firewall, "shuts", lambda port: port > 0)
    write(paths.route("api.production"), json.dumps(route()))
    work = run()
    assert facts.gather(work, snapshot(work), work.order.release).shut_port == 0
    assert facts.gather(work, snapshot(work), work.order.release, ask_firewall=True).shut_port == 80
    assert facts.gather(work, snapshot(work), release(spec={"http-port": 8080})).shut_port == 8080


def test_measures_the_memory_of_the_live_slot(run: Running, paths: Paths, docker: Docker, tiny_image: str, mark: str) -> None:
    labels = {"docker-to-ec2": "slot", "docker-to-ec2.service": mark, "docker-to-ec2.release": "r1"}
    hold = 'a=x; i=0; while [ $i -lt 23 ]; do a=$a$a; i=$((i+1)); done; echo "ready"; sleep 600'
    spec = {"Image": tiny_image, "Cmd": ["/bin/dash", "-c", hold], "Labels": {**labels, "docker-to-ec2.address": "192.0.2.2:80"}}
    id = api.create(docker, f"{mark}.r1", spec)
    api.start(docker, id)
    until(lambda: "ready" in api.logs(docker, id, 1, 100))
    write(paths.live(mark), "192.0.2.2:80")
    work = run()
    work.key = mark
    found = facts.gather(work, snapshot(work), work.order.release)
    assert 8_000_000 < found.memory.live < 200_000_000


def test_finds_what_docker_no_longer_has(run: Running, paths: Paths, docker: Docker, mark: str) -> None:
    save_release(paths, "web.production", release("r1"))
    save_state(paths, "web.production", state("r1"))
    work = run()
    empty = snapshot(work)._replace(containers=())
    assert facts.gather(work, empty, None).lost == facts.Lost("r1", ())
    api.create_volume(docker, f"{mark}.there", {"docker-to-ec2.service": "web.production", mark: ""})
    volumes = [{"name": f"{mark}.there", "path": "/a"}, {"name": f"{mark}.gone", "path": "/b"}, {"name": "/srv", "path": "/c"}]
    write(paths.result("web.production", "d-0"), json.dumps({"outcome": "deployed", "volumes": volumes}))
    assert facts.gather(work, empty, None).lost == facts.Lost("r1", (f"{mark}.gone",))


@pytest.mark.parametrize(
    ("key", "missing", "lost"),
    [
        ("api.production", True, facts.Lost("r1", ("web.production.db",))),
        ("api.production", False, None),
        ("web.production", True, None),
    ],
)
def test_lost_data_counts_also_if_another_service_has_come_since(
    run: Running, paths: Paths, key: str, missing: bool, lost: facts.Lost | None
) -> None:
    """Docker's data-root was moved, or all that was unused is gone; a container removed by hand alone is no reason."""
    save_release(paths, "web.production", release("r1"))
    save_state(paths, "web.production", state("r1"))
    volumes = [{"name": "web.production.db", "path": "/db"}] if missing else []
    write(paths.result("web.production", "d-0"), json.dumps({"outcome": "deployed", "volumes": volumes}))
    labels = {"docker-to-ec2": "slot", "docker-to-ec2.service": key, "docker-to-ec2.address": "172.29.0.2:80"}
    slot = Container("5107" * 16, "a name", "running", "image", labels, ("172.29.0.2",), ())
    work = run()
    assert facts.gather(work, snapshot_of(work, (slot,)), None).lost == lost


def test_finds_what_docker_would_not_accept_as_a_device(run: Running) -> None:
    asked = {"devices": [f"{path}:/dev/x:r" for path in ("/dev/zero", "/dev", "/dev/no-such-thing", "/etc/passwd", "/proc/self/mem")]}
    work = run()
    found = facts.gather(work, snapshot(work), release(spec=asked))
    assert found.kit.missing == ("/dev/no-such-thing", "/etc/passwd", "/proc/self/mem")
    assert found.kit.last_capability >= 37
