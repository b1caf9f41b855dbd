"""What the proxy's container may do: listen on its ports, and next to nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator

import pytest

from __tests__.host.support.caddy_bed import KEY, Clients, name_live, route_of
from __tests__.host.support.ports import low_port
from __tests__.host.support.raw_server import OK, saying, tcp_server
from host import docker
from host.edge import caddy, handover, reconcile, traffic
from host.edge.container import proxies, spec
from host.edge.container.proxies import Host
from host.edge.traffic import Seen
from host.machine import oom
from host.model.order import ProxyPlan
from host.model.release import Health, Route
from host.state.files import PROXY, read
from host.state.folders import make_folders
from host.state.paths import Paths

NET_BIND_SERVICE = 1 << 10
PYTHON = "/usr/bin/python3"
"""One that everybody may run."""


@pytest.fixture
def host(docker: docker.Docker, caddy_image: str, mark: str) -> Iterator[Host]:
    """Everybody may look into the folder above those of the program, as on a host, whose agent lets nobody read what it writes."""
    mask = os.umask(0o077)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        paths = Paths(f"{folder}/s", f"{folder}/r")
        make_folders(paths, KEY)
        yield Host(docker, paths, ProxyPlan(caddy_image, ""), lambda _: None, print, mark)
    os.umask(mask)


@pytest.fixture
def route() -> Route:
    return route_of(low_port())


@pytest.fixture
def pid(host: Host, route: Route) -> Iterator[int]:
    """The process of a proxy that serves a low port."""
    with tcp_server(saying(OK)) as upstream:
        name_live(host.paths, f"127.0.0.1:{upstream}")
        reconcile.ensure(host, KEY, route)
        assert traffic.readback(host.paths, route, Health("/", "200-399", "", 60, 1)) == Seen(f"127.0.0.1:{upstream}", 200, True)
        yield proxies.pid_of(host, host.name)


def status_of(pid: int) -> dict[str, str]:
    lines = (line.partition(":") for line in read(f"/proc/{pid}/status").splitlines())
    return {name: value.strip() for name, _, value in lines}


def test_runs_as_its_own_user_without_capabilities(pid: int) -> None:
    """Although its program has one in its file."""
    status = status_of(pid)
    assert {*status["Uid"].split(), *status["Gid"].split()} == {str(PROXY)}
    assert status["Groups"].split() in ([], [str(PROXY)])
    assert {name: int(status[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")} == dict.fromkeys(
        ("CapEff", "CapPrm", "CapInh", "CapAmb"), 0
    )
    assert int(status["CapBnd"], 16) == NET_BIND_SERVICE
    assert status["NoNewPrivs"] == "1"
    assert status["Seccomp"] == "2"


def test_can_write_only_to_its_data(pid: int) -> None:
    mounts = [line.split() for line in read(f"/proc/{pid}/mounts").splitlines()]
    # What begins with these is the kernel's own: no files that last, and no devices of the host.
    own = [(fields[1], fields[3].split(",")[0]) for fields in mounts if not fields[1].startswith(("/proc", "/sys", "/dev"))]
    assert {path for path, mode in own if mode == "rw"} == {"/data"}


def test_selinux_confines_it_and_allows_its_folders(host: Host, pid: int) -> None:
    """As `z` of all of them asks Docker to, which this kernel cannot show."""
    assert pid
    shown = subprocess.run(["docker", "inspect", "--format", "{{json .HostConfig}}", host.name], capture_output=True, text=True)
    config = json.loads(shown.stdout)
    modes = {target: mode.split(",") for _, target, mode in (bind.split(":") for bind in config["Binds"])}
    assert modes == {"/etc/caddy": ["ro", "z"], "/state": ["ro", "z"], "/data": ["z"], "/run/docker-to-ec2": ["ro", "z"]}
    assert config["SecurityOpt"] == ["no-new-privileges"]


def test_a_successor_has_the_same_user_and_can_share_its_port(host: Host, pid: int, route: Route) -> None:
    with Clients(route.port) as clients:
        handover.hand_over(host, {KEY: route}, 5.0)
        clients.more()
    successor = proxies.pid_of(host, host.name)
    assert clients.lost == []
    assert successor not in (0, pid) and not os.path.exists(f"/proc/{pid}")
    assert status_of(successor)["Uid"].split() == [str(PROXY)] * 4


@pytest.mark.parametrize(("user", "words"), [(PROXY, ""), (PROXY + 1, "Address already in use")])
def test_no_other_user_of_the_host_can_share_its_port(pid: int, route: Route, user: int, words: str) -> None:
    """Although all may listen on it where it is free."""
    assert pid
    share = f"import socket; socket.create_server(('', {route.port}), reuse_port=True, family=socket.AF_INET6, dualstack_ipv6=True)"
    shared = subprocess.run(["setpriv", f"--reuid={user}", "--clear-groups", PYTHON, "-c", share], capture_output=True, text=True)
    assert words in shared.stderr and (shared.returncode == 0) == (words == "")


def test_limits_its_memory_and_threads(host: Host, pid: int) -> None:
    assert pid
    shown = subprocess.run(
        ["docker", "inspect", "--format", "{{.HostConfig.Memory}} {{.HostConfig.PidsLimit}}", host.name], capture_output=True, text=True
    )
    assert shown.stdout.split() == [str(spec.memory_limit(read("/proc/meminfo"))), str(spec.THREADS)]
    assert read(f"/proc/{pid}/oom_score_adj").strip() == str(oom.allowed(oom.PROXY, read("/proc/self/status")))


def test_only_root_reaches_its_admin_socket(host: Host, pid: int) -> None:
    assert pid
    asked = [PYTHON, "-c", f"import socket; socket.socket(socket.AF_UNIX).connect({caddy.socket_path(host.paths)!r})"]
    others = subprocess.run(["setpriv", "--reuid=65534", "--clear-groups", *asked], capture_output=True, text=True)
    assert "PermissionError" in others.stderr
    subprocess.run(asked, check=True)


@pytest.mark.parametrize(
    ("meminfo", "bytes"),
    [
        ("MemTotal:         500000 kB\nMemFree:  1 kB\n", 256_000_000),
        ("MemTotal:        2000000 kB\n", 1_024_000_000),
        ("MemTotal:       64000000 kB\n", 1 << 30),
        ("", 1 << 30),
    ],
)
def test_chooses_its_memory_limit(meminfo: str, bytes: int) -> None:
    assert spec.memory_limit(meminfo) == bytes
