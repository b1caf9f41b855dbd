from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from __tests__.host.support.namespace_bed import shut_off
from __tests__.host.support.ports import free_port
from host.checks.sockets import Listener, Ports, holder, listeners, listening, ports, takes

HEADER = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
ANY6 = "0" * 32
LOOPBACK6 = "00000000000000000000000001000000"
MAPPED_LOOPBACK = "0000000000000000FFFF00000100007F"


def row(address: str, state: str = "0A", inode: int = 4711) -> str:
    return f"   0: {address} 00000000:0000 {state} 00000000:00000000 00:00000000 00000000     0        0 {inode} 1 0 100 0 0 10 0\n"


@pytest.mark.parametrize(
    ("rows", "public", "loopback", "ipv6"),
    [
        pytest.param([row("00000000:0BB8")], (3000,), (), (), id="any address"),
        pytest.param([row(f"{ANY6}:1F90")], (8080,), (), (8080,), id="any IPv6 address"),
        pytest.param([row("00000000:0BB8"), row(f"{ANY6}:0BB8")], (3000,), (), (), id="both, once"),
        pytest.param([row("02001DAC:0050")], (80,), (), (), id="an address of its own"),
        pytest.param([row("0100007F:0BB8"), row(f"{LOOPBACK6}:0BB8")], (), (3000,), (), id="loopback only"),
        pytest.param([row(f"{MAPPED_LOOPBACK}:0BB8")], (), (3000,), (), id="IPv4 loopback of an IPv6 socket"),
        pytest.param([row("0200007F:0BB8")], (), (3000,), (), id="another loopback address"),
        pytest.param([row("0B00007F:9C41")], (), (), (), id="Docker's resolver is nobody's port"),
        pytest.param([row("02001DAC:0BB8", "01"), row("02001DAC:0BB9", "06")], (), (), (), id="connections do not listen"),
        pytest.param([row("00000000:0BB9"), row("00000000:0BB8")], (3000, 3001), (), (), id="several"),
        pytest.param(["garbage\n", "\n"], (), (), (), id="garbage"),
    ],
)
def test_lists_ports(rows: list[str], public: tuple[int, ...], loopback: tuple[int, ...], ipv6: tuple[int, ...]) -> None:
    assert ports(listeners(HEADER + "".join(rows))) == Ports(public, loopback, ipv6)


def test_lists_listeners_with_their_sockets() -> None:
    table = HEADER + row("00000000:0050", inode=11) + row("0100007F:0050", inode=12) + row("00000000:0050", "01", 13)
    assert listeners(table) == (Listener("0.0.0.0", 80, "11"), Listener("127.0.0.1", 80, "12"))


@pytest.mark.parametrize(("family", "address"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::1")])
def test_finds_who_holds_a_port(family: socket.AddressFamily, address: str) -> None:
    with socket.create_server((address, free_port()), family=family) as server:
        port = server.getsockname()[1]
        assert holder(port) == f"process {os.getpid()} ({Path('/proc/self/comm').read_text().strip()})"
        assert holder(port, [os.getpid()]) == ""
        open_ports = listening(os.getpid())
        assert port in (open_ports.public if address == "0.0.0.0" else open_ports.loopback)
    assert holder(port) == ""


def test_finds_who_waits_for_datagrams() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        assert f"process {os.getpid()} " in holder(port, protocol="udp")
        assert holder(port) == ""
        server.connect(("127.0.0.1", 9))
        assert holder(port, protocol="udp") == ""


def test_an_ended_process_listens_nowhere() -> None:
    assert listening(2**22 + 1) == Ports((), ())


def test_connects_inside_another_network_namespace() -> None:
    with shut_off("127.0.0.1") as (pid, port):
        assert takes(pid, "127.0.0.1", port)
        assert not takes(pid, "127.0.0.1", port - 1)
        assert not takes(os.getpid(), "127.0.0.1", port)
        assert not takes(2**22 + 1, "127.0.0.1", port)
        assert listening(pid) == Ports((), (port,))
