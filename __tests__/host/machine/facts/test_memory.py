"""The memory of a host, from the kernel's files."""

from __future__ import annotations

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import Running
from host import docker as api
from host.docker import Docker
from host.machine.facts import memory
from host.run import snapshot
from host.state.files import write
from host.state.paths import Paths


@pytest.mark.parametrize(
    ("text", "available"),
    [
        ("MemTotal:  2000 kB\nMemFree: 10 kB\nMemAvailable:     300 kB\nSwapFree:  0 kB\n", 307_200),
        ("MemAvailable:     300 kB\nSwapFree:  100 kB\nHugePages_Total:       0\n", 409_600),
        ("", 0),
    ],
)
def test_reads_the_available_memory(text: str, available: int) -> None:
    assert memory.available_memory(text) == available


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
    assert memory.own_memory(text) == own


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
    assert memory.memory_group(text) == group


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
    found = memory.measured(work, snapshot(work), None)
    assert 8_000_000 < found.live < 200_000_000
