"""The walls as they are put back where the kernel tells of a change: by the socket that systemd listens at, and hands over."""

from __future__ import annotations

import os
import re
import select
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.netns_bed import Bed, inside
from host.machine import walls
from host.state.paths import Paths
from host.unattended import boot, units

NETLINK_NETFILTER = 12
"""linux/netlink.h"""


@pytest.fixture
def changes() -> Iterator[socket.socket]:
    """As systemd makes it of the unit, on a host of its own, where this thread is, too."""
    bed = Bed()
    bed.make()
    listened = re.search(r"^ListenNetlink=netfilter (\d+)$", units.units()["docker-to-ec2-walls.socket"], re.M)
    assert listened
    with inside(bed.name("host")), socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER) as one:
        one.bind((0, int(listened[1])))
        # Unless the unit says otherwise: https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#NonBlocking=
        one.setblocking(True)
        yield one
    bed.end()


def tells(changes: socket.socket, seconds: float = 0) -> bool:
    return bool(select.select([changes], [], [], seconds)[0])


def test_reports_a_flush_once_and_restores_the_rules(tmp_path: Path, changes: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    os.makedirs(paths.state)
    monkeypatch.setenv("LISTEN_PID", str(os.getpid()))
    monkeypatch.setattr(boot, "SETTLE", 0.0)
    walls.restore(paths)
    boot.look_again(paths, changes.fileno())
    assert not tells(changes)
    subprocess.run(["iptables", "-t", "mangle", "--flush"], check=True)
    assert tells(changes, 5) and walls.breached(paths)
    boot.look_again(paths, changes.fileno())
    # What was put back is a change, too.
    assert tells(changes, 5) and not walls.breached(paths)
    boot.look_again(paths, changes.fileno())
    assert not tells(changes) and not walls.breached(paths)


def test_reports_an_overflow_of_changes_once(tmp_path: Path, changes: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    os.makedirs(paths.state)
    changes.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    rules = "\n".join(("*mangle", *(f"-A PREROUTING -s 10.0.{at}.0/24 -j RETURN" for at in range(250)), "COMMIT", ""))
    subprocess.run(["iptables-restore", "--noflush"], input=rules, text=True, check=True)
    monkeypatch.setenv("LISTEN_PID", str(os.getpid()))
    monkeypatch.setattr(boot, "SETTLE", 0.0)
    boot.look_again(paths, changes.fileno())
    assert not walls.breached(paths)


def test_a_check_without_the_socket_uses_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that a child of the service has inherited the words of."""
    monkeypatch.setenv("LISTEN_PID", "1")
    with open(tmp_path / "never read", "w+") as file, pytest.MonkeyPatch.context() as none:
        none.setattr(boot, "look_after", lambda _: None)
        file.write("x")
        file.seek(0)
        boot.look_again(Paths(str(tmp_path), str(tmp_path)), file.fileno())
        assert file.tell() == 0
