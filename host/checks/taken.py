"""Which process or container has a TCP port of this host."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from host.checks import sockets
from host.docker import Docker, engine
from host.http.dial import Unreachable, tcp
from host.http.http1 import ask
from host.model.failure import Failure

ANSWER_TIMEOUT = 2.0


def refuse(docker: Docker, ports: Iterable[int], own: Collection[int]) -> None:
    """Raises `Failure` `proxy-port-taken` if a process other than `own` has one of these ports."""
    for port in sorted(ports):
        name = holder(docker, port, own)
        if name:
            raise Failure("proxy-port-taken", f"port {port} is held by {name}")


def holder(docker: Docker, port: int, own: Collection[int] = ()) -> str:
    """The container or process that has a port; "" if only `own` (process ids) do. Docker can publish a port without a listening process."""
    published = engine.fetched_list(docker, "/containers/json", engine.filters(publish=[str(port)]))
    names = [name.lstrip("/") for one in published for name in one.get("Names") or ()]
    return f"container {names[0]}" if names else sockets.holder(port, own)


def answers(port: int) -> bool:
    """Whether a port of this host answers HTTP, with any answer."""
    try:
        return ask(tcp("127.0.0.1", port), "GET", "/", timeout=ANSWER_TIMEOUT, limit=0).status > 0
    except Unreachable:
        return False
