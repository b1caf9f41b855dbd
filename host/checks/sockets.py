"""Sockets that listen or wait for datagrams, from the kernel's tables: https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from typing import NamedTuple

from host.state.files import read

PROTOCOLS = ("tcp", "udp")
_WAITS = {"tcp": "0A", "udp": "07"}
"""The states of a socket that waits for anybody: TCP_LISTEN, and TCP_CLOSE for one that is connected to nobody (linux/net/tcp_states.h)."""
CLONE_NEWNET = 0x40000000
DIAL_TIMEOUT = 2.0
"""Seconds."""
# Docker's own resolver, in the network namespace of each container.
_RESOLVER = "127.0.0.11"


class Listener(NamedTuple):
    """A listening TCP socket, or an unconnected UDP one. `inode` identifies it."""

    ip: str
    port: int
    inode: str


class Ports(NamedTuple):
    """Ports open to others, ports on a loopback address, and open ports without an IPv4 socket; sorted."""

    public: tuple[int, ...]
    loopback: tuple[int, ...]
    ipv6: tuple[int, ...] = ()


def listeners(table: str, protocol: str = "tcp") -> tuple[Listener, ...]:
    """The waiting sockets of /proc/net/tcp or tcp6, or of udp or udp6."""
    rows = (line.split() for line in table.splitlines())
    return tuple(_listener(row) for row in rows if len(row) > 9 and row[3] == _WAITS[protocol])


def _listener(row: list[str]) -> Listener:
    address, _, port = row[1].partition(":")
    return Listener(_ip(address), int(port, 16), row[9])


def _ip(text: str) -> str:
    """An address in words of four bytes, each in the host's byte order, which is little-endian on x86 and arm64."""
    words = [bytes.fromhex(text[at : at + 8])[::-1] for at in range(0, len(text), 8)]
    return socket.inet_ntop(socket.AF_INET if len(words) == 1 else socket.AF_INET6, b"".join(words))


def ports(listening: Iterable[Listener]) -> Ports:
    """Which ports these sockets open, and to whom."""
    heard = [one for one in listening if one.ip != _RESOLVER]
    loopback = {one.port for one in heard if _is_loopback(one.ip)}
    public = {one.port for one in heard if not _is_loopback(one.ip)}
    ipv4 = {one.port for one in heard if ":" not in one.ip or one.ip.startswith("::ffff:")}
    return Ports(tuple(sorted(public)), tuple(sorted(loopback)), tuple(sorted(public - ipv4)))


def _is_loopback(ip: str) -> bool:
    return ip == "::1" or ip.startswith(("127.", "::ffff:127."))


def listening(pid: int) -> Ports:
    """The open ports in the network namespace of a process; none if it is gone."""
    return ports(_listeners_of(str(pid)))


def _listeners_of(process: str, protocol: str = "tcp") -> tuple[Listener, ...]:
    return tuple(one for version in ("", "6") for one in listeners(_table(f"/proc/{process}/net/{protocol}{version}"), protocol))


def takes(pid: int, ip: str, port: int) -> bool:
    """Whether a connection from inside the network namespace of a process is accepted: no firewall of the host is in between."""
    import threading

    taken: list[bool] = []
    inside = threading.Thread(target=lambda: taken.append(_takes(pid, ip, port)))
    inside.start()
    inside.join()
    return taken == [True]


def _takes(pid: int, ip: str, port: int) -> bool:
    """A namespace belongs to a thread: setns(2)."""
    import ctypes

    try:
        with open(f"/proc/{pid}/ns/net", "rb") as namespace:
            if ctypes.CDLL(None).setns(namespace.fileno(), CLONE_NEWNET) != 0:
                return False
        with socket.create_connection((ip, port), DIAL_TIMEOUT):
            return True
    except OSError:
        return False


def holder(port: int, besides: Iterable[int] = (), protocol: str = "tcp") -> str:
    """The process of this host that has a port, such as `process 12 (nginx)`; "" if there is none other than `besides` (process ids)."""
    inodes = {one.inode for one in _listeners_of("self", protocol) if one.port == port}
    if not inodes:
        return ""
    owners = _owners(inodes)
    others = [pid for pid in owners if pid not in set(besides)]
    if others:
        return f"process {others[0]} ({_table(f'/proc/{others[0]}/comm').strip()})"
    return "" if owners else "an unknown process"


def held_by(pid: int) -> frozenset[str]:
    """The inodes of the TCP sockets on which a process listens; none when it is gone."""
    links = _files(str(pid)).values()
    return frozenset(one.inode for one in _listeners_of(str(pid)) if _name(one.inode) in links)


def files(pid: int, inodes: Iterable[str]) -> tuple[int, ...]:
    """The numbers under which a process has these sockets."""
    wanted = {_name(inode) for inode in inodes}
    return tuple(file for file, name in _files(str(pid)).items() if name in wanted)


def _owners(inodes: Iterable[str]) -> list[int]:
    wanted = {_name(inode) for inode in inodes}
    return [int(pid) for pid in sorted(os.listdir("/proc")) if pid.isdigit() and not wanted.isdisjoint(_files(pid).values())]


def _name(inode: str) -> str:
    return f"socket:[{inode}]"


def _files(pid: str) -> dict[int, str]:
    """What a process has open, by number; nothing when it is gone."""
    folder = f"/proc/{pid}/fd"
    try:
        return {int(name): _link(f"{folder}/{name}") for name in os.listdir(folder)}
    except OSError:
        return {}


def _link(path: str) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""


def _table(path: str) -> str:
    """The text of a file in /proc; "" if its process ended before or during the read."""
    try:
        return read(path)
    except OSError:
        return ""
