"""The proxy as the verbs use it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from host.docker.engine import DockerError
from host.edge import caddy, proxy_container, reconcile, routing, servers
from host.edge.counters import as_json
from host.http.dial import Unreachable, tcp
from host.http.http1 import ask
from host.model import Container, Failure, Finding, Json, ProxyPlan, Slot
from host.run import Run
from host.state import LockHeld, Paths, locked, read

HOST_LOCK_TIMEOUT = 120
READING_PAUSE = 0.03
READBACK_TIMEOUT = 6.0
"""Seconds; the proxy itself tries for five to reach a slot, and then says that it could not."""
READBACK = "X-Docker-To-Ec2-Readback"
"""Header by which the proxy is asked who answers; it heeds it on loopback only. See src/domain/remote/proxy.ts."""


class Seen(NamedTuple):
    """Which address answered through the proxy, "" for none, and with which status, 0 for none."""

    address: str
    status: int


def ensure(run: Run, server: Json) -> Json | None:
    """Leaves a proxy that has this server of the service; gives the one that it had, if that was another. Raises `Failure`."""
    earlier = servers.stored(run.paths, run.key)
    with _host_lock(run.paths):
        reconcile.ensure(_host(run), run.key, server)
    return None if earlier == server else earlier


def ready(run: Run, server: Json) -> Json | None:
    """As `ensure`, and besides the proxy can be asked how many requests are open and what it counted. Raises `Failure`."""
    earlier = ensure(run, server)
    with _host_lock(run.paths):
        reconcile.succeed(_host(run), run.key, server)
    return earlier


def in_place(run: Run, server: Json) -> bool:
    """Whether the proxy has this server, and the files say so, too."""
    memory = caddy.loaded(run.paths)
    return memory is not None and memory.servers.get(run.key) == server == servers.stored(run.paths, run.key)


def restore(run: Run, live: Slot | None) -> None:
    """What serves is to serve again before anything slow begins: a proxy that is not there, or does not know the service, is put right."""
    server = servers.stored(run.paths, run.key)
    if live is not None and server is not None:
        ensure(run, server)


def put_back(run: Run, server: Json) -> None:
    """The service goes on under the server that it had, a port of its own perhaps. Where that fails it is said, and nothing is held up."""
    try:
        ensure(run, server)
    except (Failure, DockerError, OSError) as error:
        run.say(f"the earlier configuration of the proxy could not be put back: {error}")


def leave_out(run: Run) -> bool:
    """Takes the service out of the proxy; whether it was in it. The caller holds the host's lock. Raises `Failure`."""
    return reconcile.leave_out(run.paths, run.key)


def remove(run: Run) -> list[str]:
    """Removes the proxy and its image, and tells what that was."""
    return proxy_container.remove_all(_host(run))


def state(present: Iterable[Container]) -> str:
    """`running`, `stopped`, or `missing` where there is no container of the proxy."""
    states = [one.state for one in present if one.labels.get("docker-to-ec2") == "proxy"]
    return "running" if "running" in states else "stopped" if states else "missing"


def repair_files(paths: Paths) -> tuple[Finding, ...]:
    """Makes the configuration that the proxy starts with whole again; see `servers.repair_files`."""
    return servers.repair_files(paths)


def repair(run: Run) -> tuple[Finding, ...]:
    """Makes a proxy that is missing or stopped again, and gives it all services; tells what stands in the way.
    Raises `Failure` and `DockerError`."""
    with _host_lock(run.paths):
        return reconcile.repair(_host(run)._replace(plan=proxy_container.stored_plan(run.paths), say=print))


def _host(run: Run) -> proxy_container.Host:
    def bring(plan: ProxyPlan) -> None:
        from host.release.images import pull_public

        pull_public(run, plan.image, plan.login)

    return proxy_container.Host(run.docker, run.paths, run.order.proxy, bring, run.say)


@contextmanager
def _host_lock(paths: Paths) -> Iterator[None]:
    try:
        with locked(f"{paths.state}/lock", HOST_LOCK_TIMEOUT):
            yield
    except LockHeld as held:
        raise Failure("lock-held", "another deploy on this host holds the proxy") from held


def readback(port: int, path: str, host: str = "", header: tuple[str, str] | None = None) -> Seen:
    """Asks the proxy as a visitor on this host would, and sees which address answered. `header` is name and value of one more header."""
    headers = dict([(READBACK, "1"), *([header] if header else [])])
    try:
        answer = ask(
            tcp("127.0.0.1", port), "GET", path, headers=headers, timeout=READBACK_TIMEOUT, limit=0, host=host or f"127.0.0.1:{port}"
        )
    except Unreachable:
        return Seen("", 0)
    address = answer.headers.get("x-docker-to-ec2-upstream", "")
    return Seen(address if re.fullmatch(r"[0-9.:]+", address) else "", answer.status)


def drain(paths: Paths, address: str, seconds: float, say: Callable[[str], None] = print) -> bool:
    """Waits until no request to `IP:PORT` is open; whether that came within the time, and says so where it did not. Two readings of zero in a
    row are needed, because a request may have read the old address and not be counted yet."""
    deadline = time.monotonic() + seconds
    quiet = 0
    while True:
        open_requests = caddy.in_flight(paths, address)
        quiet = quiet + 1 if open_requests == 0 else 0
        if quiet == 2:
            return True
        if time.monotonic() >= deadline:
            count = "unknown" if open_requests is None else open_requests
            say(f"stopped waiting for {count} requests to {address} after {seconds:g} s")
            return False
        time.sleep(READING_PAUSE)


def counters_now(paths: Paths, key: str) -> Json | None:
    """The counters of both tracks for the runner, None when the proxy cannot be asked."""
    counted = caddy.counted(paths, key)
    return as_json(counted) if counted else None


def live_address(paths: Paths, key: str) -> str:
    """The `IP:PORT` that the proxy dials for a service, "" for none."""
    text = read(paths.live(key)).strip()
    return text if re.fullmatch(r"[0-9.]+:[0-9]+", text) else ""


def split(paths: Paths, key: str) -> str:
    """The threshold of the service's canary as it is written."""
    return read(paths.split(key)).strip()


def stored_port(paths: Paths, key: str) -> int | None:
    """The port that a service is served on, None where nobody knows."""
    server = servers.stored(paths, key)
    return min(routing.ports(server), default=None) if server else None
