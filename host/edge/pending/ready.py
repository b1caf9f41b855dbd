"""The route of a new release: pending while the proxy requests certificates for it, and the earlier route keeps serving."""

from __future__ import annotations

import time

from host.certificates import issued
from host.docker.engine import DockerError
from host.edge import proxy, stored, switch
from host.edge.pending import asking
from host.edge.routes.route import certified, pending
from host.model.container import Slot
from host.model.failure import Failure
from host.model.release import Reach, Route
from host.run import Run
from host.state.locks import LockHeld, service_locked
from host.state.paths import Paths


def for_release(run: Run, route: Route, serving: Slot | None) -> Reach | None:
    """Like `proxy.ready`, for a release before its cut-over. While a slot serves under another route, that route stays until
    `proxy.switching`: names, prefix and protocol belong to a release. While a name lacks its certificate, the new route is only pending; if
    another authority must issue it, the proxy first stops managing the current one. Raises `Failure`, also for a route that the proxy could not
    accept at the cut-over, and if the authority must not be asked yet."""
    earlier = stored.stored(run.paths, run.key)
    if earlier == route or not asking.needed(run.paths, run.key, route):
        return _ready_without_asking(run, route, earlier if serving and serving.running else None)
    asking.refuse_early(run.paths, run.key, route, time.time())
    if isinstance(earlier, Route) and asking.replaces(earlier, route):
        if any(one.certificate is None for one in issued.issued(run.paths, run.key, earlier) if one.name in certified(route)):
            return proxy.ready(run, route)
        proxy.ready_as(run, pending(run.key), asking.without_certificates(route))
        # Caddy takes a managed certificate for the one in the file, and unloads both.
        proxy.reload(run)
    elif isinstance(earlier, Route):
        proxy.ready(run, earlier)
    proxy.ready_as(run, pending(run.key), route)
    return None


def _ready_without_asking(run: Run, route: Route, serves: Reach | None) -> Reach | None:
    if serves is None or serves == route:
        return proxy.ready(run, route)
    if not isinstance(serves, Route):
        proxy.start_idle(run)
    switch.refuse(proxy.host_of(run), run.key, route)
    if isinstance(serves, Route):
        proxy.ready(run, serves)
    return None


def wait_for_certificates(run: Run, route: Reach) -> None:
    """Waits for the certificates of a pending route. Raises `Failure` `certificate-failed`. If the proxy already has the route, a missing
    certificate is not the release's fault, and the runner gets a warning."""
    if isinstance(route, Route) and route.tls.on:
        run.step("certificates")
        asking.wait(run, route, lambda: asking.log_of(proxy.host_of(run)))


def withdraw(run: Run) -> None:
    """Removes a pending route, so that the proxy stops requesting its certificates. Logs a failure, and continues."""
    try:
        with proxy.host_lock(run.paths):
            asking.withdraw(run.paths, run.key)
    except (Failure, DockerError, OSError) as error:
        run.say(f"certificates are still being requested: {error}")


def withdraw_left(paths: Paths) -> None:
    """Removes the pending routes of killed orders: a living order holds its service's lock. A service that was removed meanwhile has none, and must
    not get a folder again. Raises `Failure`."""
    for key in asking.asked_for(paths):
        try:
            with service_locked(paths, key, 0, new=False), proxy.host_lock(paths):
                asking.withdraw(paths, key)
        except FileNotFoundError:
            with proxy.host_lock(paths):
                asking.withdraw(paths, key)
        except LockHeld:
            continue
