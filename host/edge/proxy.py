"""The proxy's functions for the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from host.docker.engine import DockerError
from host.edge import caddy, loading, reconcile, stored, switch
from host.edge.container import proxies, starting
from host.edge.counters import own_names
from host.edge.routes.route import ports
from host.machine import low_ports
from host.model.container import Container, Slot
from host.model.failure import Failure, Finding
from host.model.order import ProxyPlan
from host.model.release import Reach, Route
from host.run import Run
from host.state.locks import LockHeld, host_locked
from host.state.paths import Paths

MOST_COUNTERS = 4 << 20
"""Characters of text: some 600 names, which take 15 MB of the proxy's memory."""


def ensure(run: Run, route: Reach) -> Reach | None:
    """Makes sure that a proxy runs with this route of the service, or has none of a worker; returns its previous route, if it was another. Raises
    `Failure`."""
    earlier = stored.stored(run.paths, run.key)
    with host_lock(run.paths):
        reconcile.ensure(host_of(run), run.key, route)
    return None if earlier == route else earlier


def ready(run: Run, route: Route) -> Reach | None:
    """Like `ensure`, and makes sure that the proxy's admin API answers, for open requests and counters. Raises `Failure`."""
    earlier = stored.stored(run.paths, run.key)
    ready_as(run, run.key, route)
    return None if earlier == route else earlier


def ready_as(run: Run, key: str, route: Route) -> None:
    """Like `ready`, for a route under this key."""
    for make in (reconcile.ensure, reconcile.succeed):
        with host_lock(run.paths):
            make(host_of(run), key, route)


@contextmanager
def switching(run: Run, route: Reach, address: str) -> Iterator[None]:
    """Switches a service to another route and another live slot at once. Inside the block, its requests already use both, so that the
    live file can be written; after it, that file decides. If this program is killed, the live file decides which route counts. Raises `Failure`."""
    host, earlier = host_of(run), stored.stored(run.paths, run.key)
    with host_lock(run.paths):
        with suppress(OSError):
            stored.announce(run.paths, run.key, route, address)
        switch.pin(host, run.key, route, address)
        try:
            yield
        except (Failure, OSError):
            reconcile.ensure(host, run.key, earlier or route)
            raise
        switch.unpin(host, run.key, route)


def start_idle(run: Run) -> None:
    """Makes sure that a proxy runs before the cut-over that gives a service its route. Raises `Failure`."""
    with host_lock(run.paths):
        reconcile.start_idle(host_of(run))


def stop_idle(run: Run) -> None:
    """Stops a proxy that no service of the host needs. Logs a failure, and continues: an idle proxy does no harm."""
    try:
        with host_lock(run.paths):
            reconcile.stop_idle(host_of(run))
    except (Failure, DockerError, OSError) as error:
        run.say(f"a proxy without routes still runs: {error}")


def reload(run: Run) -> None:
    """Makes the proxy read the files beside its configuration again. Raises `Failure`; then nothing has changed."""
    with host_lock(run.paths):
        loading.reload(run.paths)


def forget_names(paths: Paths, most: int = MOST_COUNTERS) -> None:
    """Restarts the proxy's counters if those of names that visitors chose take more than `most` characters: over HTTPS, Caddy counts each name and
    port that a request names for itself, and forgets none of them until it loads a configuration. Those of services do not count here: they would
    soon be as many again. Raises `Failure`."""
    memory = caddy.loaded(paths)
    if memory and caddy.counts_others(paths, own_names(memory.routes), most):
        with host_lock(paths):
            loading.reload(paths)


def refuse_conflict(run: Run, route: Reach) -> None:
    """Raises `Failure` if another service of the host has what this route claims."""
    if not isinstance(route, Route):
        return
    loading.refuse_conflict({**stored.gather(run.paths, {}, besides=run.key).routes, run.key: route}, run.key)


def restore(run: Run, live: Slot | None) -> None:
    """Restores the serving service before anything slow starts: repairs a proxy that is missing, or does not know the service."""
    route = stored.stored(run.paths, run.key)
    if live is not None and route is not None:
        ensure(run, route)


def put_back(run: Run, route: Reach) -> None:
    """Gives the service its previous route again, possibly with its own port. Logs a failure, and continues."""
    try:
        ensure(run, route)
    except (Failure, DockerError, OSError) as error:
        run.say(f"the previous configuration of the proxy could not be restored: {error}")


def leave_out(run: Run) -> bool:
    """Removes the service from the proxy; returns whether it was there. The caller holds the host's lock. Raises `Failure`."""
    return reconcile.leave_out(run.paths, run.key)


def remove(run: Run) -> list[str]:
    """Removes the proxy and its image, and returns what it removed."""
    return proxies.remove_all(host_of(run))


def state(paths: Paths, present: Iterable[Container]) -> str:
    """`running`, `stopped`, or `missing` if the proxy has no container."""
    states = [one.state for one in present if proxies.is_proxy(paths, one)]
    return "running" if "running" in states else "stopped" if states else "missing"


def repair_files(paths: Paths) -> tuple[Finding, ...]:
    """Repairs the configuration that the proxy starts with; see `stored.repair_files`."""
    return stored.repair_files(paths)


def open_ports(paths: Paths) -> None:
    """Allows the proxy to listen on its services' ports. Raises `Failure` `host-unfit`."""
    low_ports.open_up(ports(stored.gather(paths, {}).routes))


def repair(run: Run) -> tuple[Finding, ...]:
    """Restores a missing or stopped proxy with all services; returns what prevents that.
    Raises `Failure` and `DockerError`."""
    with host_lock(run.paths):
        return reconcile.repair(host_of(run)._replace(plan=starting.stored_plan(run.paths), say=print))


def host_of(run: Run) -> proxies.Host:
    """Where the proxy of an order runs, and with which image."""

    def bring(plan: ProxyPlan) -> None:
        from host.release.images import pull_public

        pull_public(run, plan.image, plan.login)

    return proxies.Host(run.docker, run.paths, run.order.proxy, bring, run.say)


@contextmanager
def host_lock(paths: Paths) -> Iterator[None]:
    """Holds the host's lock for the proxy. Raises `Failure` `lock-held`."""
    try:
        with host_locked(paths):
            yield
    except LockHeld as held:
        raise Failure("lock-held", "another deploy on this host holds the proxy") from held


def stored_route(paths: Paths, key: str) -> Reach | None:
    """A service's route; None if it is unknown."""
    return stored.stored(paths, key)
