"""Which process or container has a port of this host."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from host.checks import sockets
from host.docker import Docker, engine
from host.edge.routes.route import ports, quic_ports
from host.http.dial import Unreachable, tcp
from host.http.http1 import ask
from host.model.failure import Failure
from host.model.release import Route

ANSWER_TIMEOUT = 2.0


class Needed(NamedTuple):
    """Ports that the proxy needs, by protocol. It serves nothing at all without one of them, not even if only HTTP/3 needs that."""

    tcp: Collection[int]
    udp: Collection[int]


def needed(routes: Mapping[str, Route]) -> Needed:
    """The ports that routes need."""
    return Needed(ports(routes), quic_ports(routes))


def refuse(docker: Docker, wanted: Needed, own: Collection[int]) -> None:
    """Raises `Failure` `proxy-port-taken` if a process other than `own` has one of these ports."""
    for words in holders(docker, wanted, own).values():
        raise Failure("proxy-port-taken", words)


def holders(docker: Docker, wanted: Needed, own: Collection[int] = ()) -> Mapping[int, str]:
    """Which of these ports somebody other than `own` (process ids) has, each with the words for that."""
    return dict(_held(docker, wanted, own))


def _held(docker: Docker, wanted: Needed, own: Collection[int]) -> Iterator[tuple[int, str]]:
    for protocol, some in zip(sockets.PROTOCOLS, wanted):
        for port in sorted(some):
            if name := _holder(docker, protocol, port, own):
                yield port, f"{'' if protocol == 'tcp' else 'UDP '}port {port} is held by {name}"


def _holder(docker: Docker, protocol: str, port: int, own: Collection[int]) -> str:
    """The container or process; "" if only `own` have the port. Docker can publish a port without a listening process."""
    published = engine.fetched_list(docker, "/containers/json", engine.filters(publish=[f"{port}/{protocol}"]))
    names = [name.lstrip("/") for one in published for name in one.get("Names") or ()]
    return f"container {names[0]}" if names else sockets.holder(port, own, protocol)


def answers(port: int) -> bool:
    """Whether a port of this host answers HTTP, with any answer."""
    try:
        return ask(tcp("127.0.0.1", port), "GET", "/", timeout=ANSWER_TIMEOUT, limit=0).status > 0
    except Unreachable:
        return False
