"""The proxy's container with a real Docker, as tests look at it."""

from __future__ import annotations

import os

from __tests__.host.support.patience import until
from host import docker
from host.checks import processes
from host.edge import caddy, traffic
from host.edge.container import proxies
from host.edge.container.proxies import Host
from host.edge.traffic import Seen
from host.model.container import Inspected
from host.model.release import Health, Route

API = "api.production"
PATIENCE = 3.0
"""Seconds for which a proxy counts as one that is still coming up."""


def inspected(host: Host) -> Inspected:
    seen = docker.inspect(host.docker, host.name)
    assert seen is not None
    return seen


def only(host: Host) -> str:
    """The id of the one proxy there is, which has its name."""
    (container,) = proxies.containers(host)
    assert (container.name, container.state) == (host.name, "running")
    return container.id


def serves(host: Host, route: Route, upstream: str) -> bool:
    return traffic.readback(host.paths, route, Health("/", "200-399", "", 60, 1)) == Seen(upstream, 200, True)


def lose_socket(host: Host) -> None:
    os.unlink(caddy.socket_path(host.paths))
    age_of_proxy(host)


def age_of_proxy(host: Host) -> None:
    """A proxy that was started just now is waited for."""
    until(lambda: processes.age(inspected(host).pid) > PATIENCE)


def mark_of(host: Host) -> str:
    return host.name.lower()
