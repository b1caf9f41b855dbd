"""The ports that only root may listen on, with the kernel's own word on it in a network namespace that nobody else is in."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, ROOT, route_of
from __tests__.host.support.netns_bed import inside, ip
from host.edge.routes import routing
from host.edge.routes.route import document
from host.machine import low_ports
from host.state.files import PROXY, read, write
from host.state.folders import make_folders
from host.state.paths import Paths
from host.unattended import boot

LISTEN = f"import os, socket, sys; os.setuid({PROXY}); socket.create_server(('127.0.0.1', int(sys.argv[1])))"


@pytest.fixture(autouse=True)
def namespace() -> Iterator[None]:
    name = f"d2e-{uuid.uuid4().hex[:8]}"
    ip("netns", "add", name)
    ip("-n", name, "link", "set", "lo", "up")
    with inside(name):
        set_limit("1024")
        yield
    ip("netns", "delete", name)


def set_limit(text: str) -> None:
    with open(low_ports.LIMIT, "w", encoding="ascii") as file:
        file.write(text)


def may_listen(port: int) -> bool:
    """Whether the proxy's user may."""
    ran = subprocess.run([sys.executable, "-c", LISTEN, str(port)], capture_output=True, text=True)
    assert ran.returncode == 0 or "PermissionError" in ran.stderr, ran.stderr
    return ran.returncode == 0


@pytest.mark.parametrize(
    ("before", "ports", "after"),
    [
        ("1024", [80, 443, 8080], "80"),
        ("1024", [8080], "1024"),
        ("1024", [], "1024"),
        ("443", [80], "80"),
        ("80", [443], "80"),
        ("0", [80], "0"),
        ("2048", [8080], "2048"),
        ("2048", [1500], "1500"),
    ],
)
def test_lowers_the_limit_as_far_as_necessary_and_never_raises_it(before: str, ports: list[int], after: str) -> None:
    set_limit(before)
    low_ports.open_up(ports)
    assert read(low_ports.LIMIT).strip() == after


def test_the_proxys_user_can_use_the_port_and_no_lower_one() -> None:
    assert not may_listen(80)
    low_ports.open_up([80])
    assert may_listen(80)
    assert not may_listen(79)


def test_a_boot_and_each_check_of_the_walls_open_the_ports_of_all_services(tmp_path: Path) -> None:
    """Whatever set the limit back; also where the proxy's configuration is lost."""
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    for key, port in ((KEY, 8080), ("shop.production", 443)):
        make_folders(paths, key)
        write(paths.route(key), routing.text(document(route_of(port))))
    boot.before_docker(paths)
    assert read(low_ports.LIMIT).strip() == "443"
    set_limit("1024")
    boot.look_after(paths)
    assert read(low_ports.LIMIT).strip() == "443"


READ_ONLY = "mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys"
MISSING = "mount -t tmpfs none /proc/sys"
OPEN_UP = """
from host.machine import low_ports
from host.model.failure import Failure
low_ports.open_up([8080])
try:
    low_ports.open_up([80, 8080])
except Failure as failure:
    print(failure.cause, failure.findings[0].name, failure.findings[0].fatal, failure.detail, failure.findings[0].hint, sep="\\n")
"""


@pytest.mark.parametrize("change", [READ_ONLY, MISSING], ids=["read-only", "a kernel before 4.11"])
def test_a_host_whose_limit_cannot_be_changed_is_unfit_for_a_low_port(change: str) -> None:
    script = f'{change} && exec "$0" -c "$1"'
    ran = subprocess.run(["unshare", "--mount", "sh", "-c", script, sys.executable, OPEN_UP], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    cause, name, fatal, detail, hint = ran.stdout.splitlines()
    assert (cause, name, fatal) == ("host-unfit", "low-ports", "True")
    assert "may not listen on port 80" in detail
    assert "net.ipv4.ip_unprivileged_port_start=80" in hint
