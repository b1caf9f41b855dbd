"""Caddy's admin API, over its Unix socket: https://caddyserver.com/docs/api"""

from __future__ import annotations

import json
import re
import socket
import struct
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any, Callable, NamedTuple

from host.checks import sockets as listening
from host.edge import accepting
from host.edge.counters import Counters, counters_of_each, is_other
from host.edge.routes import routing
from host.http.dial import Dial, Unreachable, unix
from host.http.http1 import ask, begin, stream
from host.http.wire import Wire, head_of, send
from host.model.json import Json
from host.model.release import Route
from host.state.paths import Paths

PATIENCE = 5.0
LOAD_TIMEOUT = 60.0
"""Seconds: for any answer, and for that to a new configuration."""
LARGEST = 1 << 28
"""Bytes of a configuration: one that is cut says nothing. 30 services with large pages of their own have 16 MB."""
WATCH = 0.01
"""Seconds between two looks at whether servers that are replaced are about to end."""


class Refused(Exception):
    """Caddy refused a configuration, and continues with its current one."""


class Loaded(NamedTuple):
    """Caddy's configuration in memory, the services' routes in it, and its generation."""

    config: Json
    routes: Mapping[str, Route]
    generation: int


def sockets(paths: Paths) -> str:
    """The folder of the proxy's Unix sockets, by its path on the host."""
    return f"{paths.state}/proxy/data"


def log_folder(paths: Paths, key: str) -> str:
    """The folder of a service's access log, by its path on the host."""
    return f"{sockets(paths)}/logs/{key}"


def socket_path(paths: Paths) -> str:
    """The admin socket, by its path on the host."""
    return f"{sockets(paths)}/admin.sock"


def loaded(paths: Paths) -> Loaded | None:
    """Caddy's configuration in memory; None if it does not answer."""
    config = _json(paths, "/config/")
    if config is _SILENT:
        return None
    return Loaded(config or {}, routing.routes_of(config), routing.generation_of(config))


def load(paths: Paths, config: Json) -> None:
    """Loads a new configuration. Caddy binds the new listeners before it closes the old ones, and new connections go only to the new ones as soon as
    they serve; a refused configuration changes nothing, but visitors whom its listeners have accepted by then are lost,
    so what can be told before is refused by `loading.admit`. Returns after the delay of the ending servers. Raises `Refused`."""
    headers = {"Content-Type": "application/json"}
    old = _servers(paths)
    try:
        with accepting.migrating():
            load = begin(_dial(paths), "POST", "/load", headers=headers, body=routing.text(config).encode(), timeout=LOAD_TIMEOUT)
            _give_way(old, load.answered)
            answer = load.end()
    except Unreachable as error:
        raise Refused(f"no answer from the proxy to its new configuration: {error}") from error
    if answer.status != 200:
        raise Refused(_error(answer.body))


class _Servers(NamedTuple):
    """Those that a process of Caddy has: the paths of their sockets, and the inodes of the others on which they listen."""

    process: int
    paths: tuple[str, ...]
    inodes: frozenset[str]


def _servers(paths: Paths) -> _Servers:
    memory, pid = loaded(paths), process(paths)
    return _Servers(pid, socket_paths(paths, memory.config if memory else {}), listening.held_by(pid))


def socket_paths(paths: Paths, config: Json) -> tuple[str, ...]:
    """The Unix sockets of a configuration's servers, as the host sees them."""
    names = (one.rpartition("/")[2] for one in routing.listeners(config) if one.startswith("unix/"))
    return tuple(f"{sockets(paths)}/{name}" for name in names)


def _give_way(old: _Servers, answered: Callable[[float], bool]) -> None:
    """Waits until the old servers announce their shutdown, and ends their listeners. Only then do the new servers serve for certain."""
    while not answered(WATCH):
        if any(map(_ends, old.paths)):
            return accepting.stop(old.process, old.inodes)


def _ends(path: str) -> bool:
    """Whether a server asks its clients to reconnect. The request has no path, so no application gets it."""
    try:
        return answer_of(path, b"GET * HTTP/1.1\r\nHost: x\r\n\r\n", PATIENCE).get("connection") == "close"
    except Unreachable:
        return False


def answer_of(path: str, request: bytes, timeout: float) -> Mapping[str, str]:
    """The headers of the answer at a Unix socket. Raises Unreachable."""
    with unix(path)(timeout) as connection:
        wire = Wire(connection, bytearray(), time.monotonic() + timeout)
        send(wire, request)
        return head_of(wire)[1]


def in_flight(paths: Paths, address: str) -> int | None:
    """The number of open requests to `IP:PORT`, or to all ports of `IP`; None if the proxy does not answer."""
    upstreams = in_flight_each(paths)
    if upstreams is None:
        return None
    return sum(count for to, count in upstreams.items() if address in (to, to.rpartition(":")[0]))


def in_flight_each(paths: Paths) -> Mapping[str, int] | None:
    """The number of open requests by `IP:PORT`; None if the proxy does not answer."""
    upstreams = _json(paths, "/reverse_proxy/upstreams")
    if not isinstance(upstreams, list):
        return None
    return {one["address"]: int(one["num_requests"]) for one in upstreams}


def counted(paths: Paths, key: str) -> Counters | None:
    """The counters of a service; None if the proxy does not tell all of them in time."""
    return counted_each(paths, [key]).get(key)


def counted_each(paths: Paths, keys: Collection[str]) -> Mapping[str, Counters]:
    """The counters of services; none if the proxy does not tell all of them in time."""
    try:
        return counters_of_each(_metrics(paths), keys)
    except Unreachable:
        return {}


def counts_others(paths: Paths, own: Collection[str], most: int) -> bool:
    """Whether the counters under names other than `own` take more than `most` characters as text; not if the proxy does not tell."""
    size = 0
    with suppress(Unreachable):
        for line in _metrics(paths):
            size += len(line) if is_other(line, own) else 0
            if size > most:
                return True
    return False


def _metrics(paths: Paths) -> Iterator[str]:
    """The lines of all counters as they arrive: a host with many services has many megabytes. Raises Unreachable."""
    with stream(_dial(paths), "GET", "/metrics", timeout=PATIENCE) as answer:
        if answer.status != 200:
            raise Unreachable("protocol", f"the proxy answered {answer.status}")
        rest = b""
        for piece in answer.pieces:
            lines, _, rest = (rest + piece).rpartition(b"\n")
            yield from lines.decode(errors="replace").split("\n")


def process(paths: Paths) -> int:
    """The process that listens on the admin socket; 0 if there is none: unix(7), SO_PEERCRED."""
    try:
        with unix(socket_path(paths))(PATIENCE) as connection:
            return int(struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0])
    except Unreachable:
        return 0


_SILENT = object()


def _json(paths: Paths, path: str) -> Any:
    try:
        answer = ask(_dial(paths), "GET", path, timeout=PATIENCE, limit=LARGEST)
        return json.loads(answer.body) if answer.status == 200 else _SILENT
    except (Unreachable, ValueError):
        return _SILENT


def _dial(paths: Paths) -> Dial:
    return unix(socket_path(paths))


def _error(body: bytes) -> str:
    text = body.decode(errors="replace")
    found = re.search(r'"error":"((?:[^"\\]|\\.)*)"', text)
    return " ".join((found[1] if found else text).split())
