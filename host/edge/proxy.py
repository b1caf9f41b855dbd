"""The proxy's functions for the verbs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from host.certificates import issued
from host.docker.engine import DockerError
from host.edge import asking, caddy, proxy_container, reconcile, stored, switch
from host.edge.routes.route import certified, pending, ports
from host.machine import low_ports
from host.model.container import Container, Slot
from host.model.failure import Failure, Finding
from host.model.order import ProxyPlan
from host.model.release import Route
from host.run import Run
from host.state import LockHeld, Paths, host_locked, locked

MOST_COUNTERS = 4 << 20
"""Bytes, as text: some 600 names, which take 15 MB of the proxy's memory."""


def ensure(run: Run, route: Route) -> Route | None:
    """Makes sure that a proxy runs with this route of the service; returns its previous route, if it was another. Raises `Failure`."""
    earlier = stored.stored(run.paths, run.key)
    with _host_lock(run.paths):
        reconcile.ensure(host_of(run), run.key, route)
    return None if earlier == route else earlier


def ready(run: Run, route: Route) -> Route | None:
    """Like `ensure`, and makes sure that the proxy's admin API answers, for open requests and counters. Raises `Failure`."""
    earlier = stored.stored(run.paths, run.key)
    _ready(run, run.key, route)
    return None if earlier == route else earlier


def _ready(run: Run, key: str, route: Route) -> None:
    for make in (reconcile.ensure, reconcile.succeed):
        with _host_lock(run.paths):
            make(host_of(run), key, route)


def ready_for(run: Run, route: Route, serving: Slot | None) -> Route | None:
    """Like `ready`, for a release before its cut-over. While a slot serves under another route, that route stays until `switching`: names, prefix
    and protocol belong to a release. While a name lacks its certificate, the new route is only pending; if another authority must issue it,
    the proxy first stops managing the current one. Raises `Failure`, also for a route that the proxy could
    not accept at the cut-over, and if the authority must not be asked yet."""
    earlier = stored.stored(run.paths, run.key)
    if earlier == route or not asking.needed(run.paths, run.key, route):
        return _ready_without_asking(run, route, earlier if serving and serving.running else None)
    asking.refuse_early(run.paths, run.key, route, time.time())
    if earlier is not None and asking.replaces(earlier, route):
        if any(one.certificate is None for one in issued.issued(run.paths, run.key, earlier) if one.name in certified(route)):
            return ready(run, route)
        _ready(run, pending(run.key), asking.without_certificates(route))
        # Caddy takes a managed certificate for the one in the file, and unloads both.
        reload(run)
    elif earlier is not None:
        ready(run, earlier)
    _ready(run, pending(run.key), route)
    return None


def _ready_without_asking(run: Run, route: Route, serves: Route | None) -> Route | None:
    if serves is None or serves == route:
        return ready(run, route)
    switch.refuse(host_of(run), run.key, route)
    ready(run, serves)
    return None


def certificates(run: Run, route: Route) -> None:
    """Waits for the certificates of a pending route. Raises `Failure` `certificate-failed`. If the proxy already has the route, a missing
    certificate is not the release's fault, and the runner gets a warning."""
    if route.tls.on:
        run.step("certificates")
        asking.wait(run, route, lambda: asking.log_of(host_of(run)))


def withdraw(run: Run) -> None:
    """Removes a pending route, so that the proxy stops requesting its certificates. Logs a failure, and continues."""
    try:
        with _host_lock(run.paths):
            asking.withdraw(run.paths, run.key)
    except (Failure, DockerError, OSError) as error:
        run.say(f"certificates are still being requested: {error}")


def withdraw_left(paths: Paths) -> None:
    """Removes the pending routes of killed orders: a living order holds its service's lock.
    Raises `Failure`."""
    for key in asking.asked_for(paths):
        try:
            with locked(paths.lock(key), 0), _host_lock(paths):
                asking.withdraw(paths, key)
        except LockHeld:
            continue


@contextmanager
def switching(run: Run, route: Route, address: str) -> Iterator[None]:
    """Switches a service to another route and another live slot at once. Inside the block, its requests already use both, so that the
    live file can be written; after it, that file decides. If this program is killed, the live file decides which route counts. Raises `Failure`."""
    host, earlier = host_of(run), stored.stored(run.paths, run.key)
    with _host_lock(run.paths):
        with suppress(OSError):
            stored.announce(run.paths, run.key, route, address)
        switch.pin(host, run.key, route, address)
        try:
            yield
        except (Failure, OSError):
            reconcile.ensure(host, run.key, earlier or route)
            raise
        switch.unpin(host, run.key, route)


def reload(run: Run) -> None:
    """Makes the proxy read the files beside its configuration again. Raises `Failure`; then nothing has changed."""
    with _host_lock(run.paths):
        reconcile.reload(run.paths)


def forget_names(paths: Paths, most: int = MOST_COUNTERS) -> None:
    """Restarts the proxy's counters if they take more than `most` bytes: over HTTPS, Caddy counts each name and port that a visitor's request names
    for itself, and forgets none of them until it loads a configuration. Raises `Failure`."""
    if caddy.counters_exceed(paths, most):
        with _host_lock(paths):
            reconcile.reload(paths)


def refuse_conflict(run: Run, route: Route) -> None:
    """Raises `Failure` if another service of the host has what this route claims."""
    reconcile.refuse_conflict({**stored.gather(run.paths, {}, besides=run.key).routes, run.key: route}, run.key)


def restore(run: Run, live: Slot | None) -> None:
    """Restores the serving service before anything slow starts: repairs a proxy that is missing, or does not know the service."""
    route = stored.stored(run.paths, run.key)
    if live is not None and route is not None:
        ensure(run, route)


def put_back(run: Run, route: Route) -> None:
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
    return proxy_container.remove_all(host_of(run))


def state(present: Iterable[Container]) -> str:
    """`running`, `stopped`, or `missing` if the proxy has no container."""
    states = [one.state for one in present if one.labels.get("docker-to-ec2") == "proxy"]
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
    with _host_lock(run.paths):
        return reconcile.repair(host_of(run)._replace(plan=proxy_container.stored_plan(run.paths), say=print))


def host_of(run: Run) -> proxy_container.Host:
    """How to create the proxy's container for an order."""

    def bring(plan: ProxyPlan) -> None:
        from host.release.images import pull_public

        pull_public(run, plan.image, plan.login)

    return proxy_container.Host(run.docker, run.paths, run.order.proxy, bring, run.say)


@contextmanager
def _host_lock(paths: Paths) -> Iterator[None]:
    try:
        with host_locked(paths):
            yield
    except LockHeld as held:
        raise Failure("lock-held", "another deploy on this host holds the proxy") from held


def stored_route(paths: Paths, key: str) -> Route | None:
    """A service's route; None if it is unknown."""
    return stored.stored(paths, key)
