"""A host as the kernel sees it, in network namespaces of its own: two services' bridges, and the world outside with AWS's link-local services.

Nothing filters between them but what a test sets: each attack is seen to succeed first.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from host.machine import low_ports

CLONE_NEWNET = 0x40000000
WEB, API, WORLD = "172.29.0.2", "172.29.0.66", "10.9.0.1"
HOST = "10.9.0.2"
GATEWAYS = {"web": "172.29.0.1", "api": "172.29.0.65"}
METADATA, NAMES, CLOCK, TASKS = "169.254.169.254", "169.254.169.253", "169.254.169.123", "169.254.170.2"
BRIDGES = {"web": "d2e-web", "api": "d2e-api"}

LISTEN = """
import selectors, socket, sys
chosen = selectors.DefaultSelector()
for word in sys.argv[1:]:
    kind, address, port = word.split(",")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    one = socket.socket(family, socket.SOCK_STREAM if kind == "tcp" else socket.SOCK_DGRAM)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    one.bind((address, int(port)))
    if kind == "tcp":
        one.listen()
    chosen.register(one, 1)
print("ready", flush=True)
while True:
    for key, _ in chosen.select():
        if key.fileobj.type == socket.SOCK_STREAM:
            key.fileobj.accept()[0].sendall(b"here")
        else:
            key.fileobj.sendto(b"here", key.fileobj.recvfrom(9)[1])
"""
ASK = """
import socket, sys
kind, address, port, timeout = sys.argv[1:]
one = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM if kind == "tcp" else socket.SOCK_DGRAM)
one.settimeout(float(timeout))
one.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
try:
    there = socket.getaddrinfo(address, int(port))[0][4]
    # A datagram's answer may come from another address, as one to a broadcast does.
    one.connect(there) if kind == "tcp" else one.sendto(b"?", there)
    print(one.recv(9).decode())
except OSError as error:
    print(error)
"""


def ip(*words: str) -> None:
    """Runs the command `ip`."""
    subprocess.run(["ip", *words], check=True, capture_output=True)


@contextmanager
def inside(name: str) -> Iterator[None]:
    """This thread, and all that it starts, in another network namespace."""
    with open("/proc/thread-self/ns/net") as before, open(f"/run/netns/{name}") as there:
        enter(there.fileno())
        try:
            yield
        finally:
            enter(before.fileno())


@contextmanager
def own_network() -> Iterator[None]:
    """This thread, and all that it starts, in a network of its own of the loopback interface alone, where anybody may listen on port 80."""
    name = f"d2e-{uuid.uuid4().hex[:8]}"
    ip("netns", "add", name)
    try:
        ip("-n", name, "link", "set", "lo", "up")
        with inside(name):
            low_ports.open_up((80,))
            yield
    finally:
        ip("netns", "delete", name)


def enter(file: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(file, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


class Bed:
    """Namespaces by their part: host, web, api, world."""

    def __init__(self) -> None:
        self.prefix = f"d2e-{uuid.uuid4().hex[:8]}"
        self._listeners: list[subprocess.Popen[str]] = []

    def name(self, part: str) -> str:
        """The name of a part's namespace."""
        return f"{self.prefix}-{part}"

    def make(self) -> None:
        """Bridges, cables, addresses and routes."""
        for part in ("host", "web", "api", "world"):
            ip("netns", "add", self.name(part))
            ip("-n", self.name(part), "link", "set", "lo", "up")
        for part, address in (("web", WEB), ("api", API)):
            self._bridge(part, address)
        ip("-n", self.name("host"), "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", self.name("world"))
        self._up("host", "eth0", f"{HOST}/24")
        self._up("world", "eth0", f"{WORLD}/24")
        ip("-n", self.name("host"), "route", "add", "default", "via", WORLD)
        ip("-n", self.name("world"), "route", "add", "default", "via", HOST)
        for address in (METADATA, NAMES, CLOCK, TASKS):
            ip("-n", self.name("world"), "address", "add", f"{address}/32", "dev", "eth0")
        with inside(self.name("host")), open("/proc/sys/net/ipv4/ip_forward", "w", encoding="ascii") as file:
            file.write("1")

    def _bridge(self, part: str, address: str) -> None:
        host, bridge = self.name("host"), BRIDGES[part]
        ip("-n", host, "link", "add", bridge, "type", "bridge")
        self._up("host", bridge, f"{GATEWAYS[part]}/26")
        ip("-n", host, "link", "add", f"v-{part}", "type", "veth", "peer", "name", "eth0", "netns", self.name(part))
        ip("-n", host, "link", "set", f"v-{part}", "master", bridge, "up")
        self._up(part, "eth0", f"{address}/26")
        ip("-n", self.name(part), "route", "add", "default", "via", GATEWAYS[part])

    def _up(self, part: str, device: str, address: str) -> None:
        ip("-n", self.name(part), "address", "add", address, "dev", device)
        # An address that is still being tried out cannot be used, and that takes a second.
        with inside(self.name(part)), open(f"/proc/sys/net/ipv6/conf/{device}/accept_dad", "w", encoding="ascii") as file:
            file.write("0")
        ip("-n", self.name(part), "link", "set", device, "up")

    def listen(self, part: str, *sockets: str) -> None:
        """Answers `here` at sockets such as `tcp,0.0.0.0,80`."""
        command = ["ip", "netns", "exec", self.name(part), sys.executable, "-c", LISTEN, *sockets]
        listener = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._listeners.append(listener)
        assert listener.stdout and listener.stdout.readline() == "ready\n"

    def reaches(self, part: str, kind: str, address: str, port: int, *, patience: float) -> bool:
        """Whether a part is answered."""
        command = ["ip", "netns", "exec", self.name(part), sys.executable, "-c", ASK, kind, address, str(port), str(patience)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout == "here\n"

    def local_address(self, part: str, device: str) -> str:
        """The link-local IPv6 address of an interface."""
        with inside(self.name(part)):
            shown = subprocess.run(["ip", "-6", "-o", "address", "show", "dev", device, "scope", "link"], capture_output=True, text=True)
        return shown.stdout.split()[3].partition("/")[0]

    def end(self) -> None:
        """Ends all that was begun."""
        for listener in self._listeners:
            listener.kill()
            listener.wait()
            if listener.stdout:
                listener.stdout.close()
        for part in ("host", "web", "api", "world"):
            if os.path.exists(f"/run/netns/{self.name(part)}"):
                ip("netns", "delete", self.name(part))
