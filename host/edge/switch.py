"""Switches a service to another route together with another slot, at once."""

from __future__ import annotations

from host.edge import caddy
from host.edge.container.failures import failure
from host.edge.container.proxies import Host
from host.edge.loading import admit, note
from host.edge.reconcile import ensure
from host.edge.routes import routing
from host.edge.stored import with_route
from host.model.release import Reach, Route


def refuse(host: Host, key: str, route: Route) -> None:
    """Refuses a route that the proxy could not have. Raises `Failure` `route-taken` and `proxy-port-taken`."""
    memory = caddy.loaded(host.paths)
    if memory is not None:
        admit(host, memory, with_route(host.paths, memory.routes, key, route), key)


def pin(host: Host, key: str, route: Reach, address: str) -> None:
    """From now on, requests of a service use this route and this address, whatever its live file says, or it has no route; those of kept connections
    use the earlier route until this returns. Stores nothing. The caller holds the host's lock. Raises `Failure`; then nothing has changed."""
    memory = caddy.loaded(host.paths)
    if memory is None or not (isinstance(route, Route) or key in memory.routes):
        return
    wanted = with_route(host.paths, memory.routes, key, route)
    admit(host, memory, wanted, key)
    try:
        caddy.load(host.paths, routing.render(wanted, 1 - memory.generation, {key: address}))
    except caddy.Refused as refused:
        raise failure(str(refused)) from refused


def unpin(host: Host, key: str, route: Reach) -> None:
    """From now on, the live file counts again. The route is stored first, because the file already has the address.
    Raises `Failure`."""
    memory = caddy.loaded(host.paths)
    if memory is not None:
        note(host, memory)
    ensure(host, key, route)
