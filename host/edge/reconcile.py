"""Brings the proxy into its wanted state: it answers, and has the routes of all services.

A failed tool or check never removes what serves.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from functools import partial

from host import docker
from host.checks import processes, taken
from host.edge import caddy, handover, loading
from host.edge.container import proxies, starting
from host.edge.container.proxies import STOP_TIMEOUT, Host
from host.edge.routes import routing
from host.edge.routes.route import own_ports, pending, ports
from host.edge.stored import all_of, config_path, gather, keep_out, lost_findings, settle, with_route
from host.model.container import Container
from host.model.failure import Failure, Finding, of_disk
from host.model.order import ProxyPlan
from host.model.release import NoRoute, Reach, Route
from host.order import parsed
from host.state.files import read, remove, write_over
from host.state.paths import Paths


def ensure(host: Host, key: str, route: Reach) -> None:
    """Makes sure that the proxy answers and has this route of a service, or that it has none; changes only what it must, and starts no proxy for a
    worker. The caller holds the host's lock. Raises `Failure` `proxy-port-taken` or `proxy-failed`; what served before continues."""
    handover.finish(host)
    settle(host.paths, key)
    if isinstance(route, NoRoute):
        return _keep_out(host.paths, key)
    memory = caddy.loaded(host.paths) or _starting(host)
    if memory is None:
        return _without_administration(host, key, route)
    has_it = memory.routes.get(key) == route
    try:
        wanted = with_route(host.paths, memory.routes, key, route)
        loading.change(host, memory, wanted, key)
    except Failure as failure:
        if failure.cause == "proxy-without-dns" and handover.is_due(host.plan, starting.stored_plan(host.paths)):
            return handover.hand_over(host, wanted, STOP_TIMEOUT)
        if not has_it:
            raise
        return host.say(f"the proxy serves {key} as it should, but: {failure.detail}")
    return _renew(host, wanted)


def _renew(host: Host, wanted: Mapping[str, Route]) -> None:
    """Replaces the proxy if another image is wanted. A failure matters only if somebody requested that image."""
    has = starting.stored_plan(host.paths)
    if not handover.is_due(host.plan, has):
        return
    host.say(f"a proxy of {host.plan.image} replaces one of {has.image or 'an unknown image'}")
    try:
        handover.hand_over(host, wanted, STOP_TIMEOUT)
    except Failure as failure:
        if host.plan.given:
            raise
        host.say(f"the proxy of {has.image} stays: {failure.detail}")


def succeed(host: Host, key: str, route: Route) -> None:
    """Replaces a proxy whose admin API does not answer, with one that serves before it stops: canaries, bakes and drains need that
    API. Also replaces one that Docker does not know, as after a move of its data-root: Docker would not start it at boot. The caller holds the host's
    lock. Raises `Failure`; then nothing has changed."""
    memory = caddy.loaded(host.paths)
    running = proxies.running(host)
    if memory is not None and running:
        return
    unknown = 0 if running else caddy.process(host.paths)
    wanted = with_route(host.paths, memory.routes if memory else {}, key, route)
    host.say("Docker does not know the proxy" if unknown else "the proxy's administration does not answer")
    host.say("a successor takes over")
    taken.refuse(host.docker, taken.needed(wanted), [unknown, *(proxies.pid_of(host, one.id) for one in running)])
    handover.hand_over(host, wanted, STOP_TIMEOUT)
    handover.end_unknown(host, unknown, STOP_TIMEOUT)


def start_idle(host: Host) -> None:
    """Makes sure that a proxy runs, with the routes that there are, for a service that gets one at its cut-over. The caller holds the host's lock.
    Raises `Failure`."""
    handover.finish(host)
    if (caddy.loaded(host.paths) or _starting(host)) is None and not proxies.running(host):
        _tell(host, _begin(host, all_of(host.paths, {})))


def stop_idle(host: Host) -> None:
    """Stops a proxy if no service has a route, or asks for certificates for one. Its container and image stay, and its data with certificates and the
    key of its own authority, so that the way back downloads nothing, and asks no authority. The caller holds the host's lock. Raises
    `DockerError`."""
    handover.finish(host)
    memory = caddy.loaded(host.paths)
    if memory is None or memory.routes or gather(host.paths, {}) != ({}, ()):
        return
    for one in proxies.running(host):
        host.say("no service of the host has visitors any more; the proxy stops")
        docker.stop(host.docker, one.id, STOP_TIMEOUT)


def leave_out(paths: Paths, key: str) -> bool:
    """Removes a service from the proxy's configuration; returns whether it was there. Its file goes last, so that the service is known until then.
    A full disk does not prevent that, because a removal frees it: the smaller configuration has room in the file of the larger one.
    Raises `Failure`."""
    stored = os.path.exists(paths.route(key))
    _unload(paths, key)
    for place in (paths.next_route(key), paths.route(key)):
        remove(place)
    return stored


def _keep_out(paths: Paths, key: str) -> None:
    """Takes a worker off the proxy. What is stored goes first: with it, nothing brings the route back. Raises `Failure`."""
    try:
        keep_out(paths, key)
    except OSError as error:
        raise of_disk(error, "that the service has no route could not be written") from error
    _unload(paths, key)


def _unload(paths: Paths, key: str) -> None:
    memory = caddy.loaded(paths)
    last = routing.routes_of(parsed(read(config_path(paths))))
    if memory is not None and memory.routes.keys() & {key, pending(key)}:
        loading.load(paths, memory, all_of(paths, memory.routes, besides=key), write_over)
    elif key in last:
        routes = memory.routes if memory is not None else all_of(paths, {}, besides=key)
        write_over(config_path(paths), routing.text(routing.render(routes, memory.generation if memory is not None else 0)))


def repair(host: Host) -> tuple[Finding, ...]:
    """Restores a missing or stopped proxy with all services that have a route. Returns what prevents that."""
    handover.finish(host)
    memory = caddy.loaded(host.paths) or _starting(host)
    gathered = gather(host.paths, memory.routes if memory else {})
    found = lost_findings(gathered.lost)
    if not gathered.routes and not (memory and memory.routes):
        return found
    try:
        if memory is not None:
            loading.change(host, memory, gathered.routes, "")
        elif not proxies.running(host):
            return (*found, *_begin(_with_image(host), gathered.routes))
    except Failure as failure:
        return (*found, Finding(failure.cause, failure.detail, "", fatal=True))
    return found


def _with_image(host: Host) -> Host:
    """If the proxy's image is unknown, uses that of the existing container."""
    if host.plan.image:
        return host
    images = [one.image for one in proxies.containers(host)]
    if not images:
        raise Failure("proxy-failed", "the proxy and the record of its image are gone; the next deploy creates it again")
    return host._replace(plan=ProxyPlan(images[0], ""))


def _starting(host: Host) -> caddy.Loaded | None:
    """The configuration in memory of a proxy that was paused or newly started, once it answers."""
    memory = caddy.loaded(host.paths) if proxies.unpause(host) else None
    while memory is None and any(map(partial(_is_young, host), proxies.running(host))):
        time.sleep(0.1)
        memory = caddy.loaded(host.paths)
    return memory


def _is_young(host: Host, one: Container) -> bool:
    """Whether a proxy may still be starting."""
    return processes.age(proxies.pid_of(host, one.id)) < host.patience


def _without_administration(host: Host, key: str, route: Route) -> None:
    wanted = with_route(host.paths, {}, key, route)
    loading.refuse_conflict(wanted, key)
    running = proxies.running(host)
    if not running:
        return _tell(host, _begin(host, wanted, needed=key))
    last = routing.routes_of(parsed(read(config_path(host.paths))))
    served = {port for port in ports(last or wanted) if taken.answers(port)}
    if last == wanted and served == ports(wanted):
        return host.say("the proxy's administration does not answer, but it serves and its configuration is complete, so it stays")
    host.say("the proxy's administration does not answer; a successor takes over")
    taken.refuse(host.docker, taken.needed(wanted), [proxies.pid_of(host, one.id) for one in running])
    return handover.hand_over(host, wanted, STOP_TIMEOUT if served else 1)


def _tell(host: Host, findings: Sequence[Finding]) -> None:
    for finding in findings:
        host.say(finding.detail)


def _begin(host: Host, wanted: Mapping[str, Route], needed: str = "") -> tuple[Finding, ...]:
    """Starts a proxy from scratch. Caddy serves nothing at all if one port is taken, so it leaves out the services of such ports until theirs is
    free, and reports them; unless the needed service is one of them."""
    holders = taken.holders(host.docker, taken.needed(wanted))
    left_out = {key: holders[port] for key, route in wanted.items() for port in own_ports(route) if port in holders}
    if needed in left_out:
        raise Failure("proxy-port-taken", left_out[needed])
    host.bring(host.plan)
    left = [words for one in proxies.containers(host) if (words := proxies.discard(host, one))]
    for words in left:
        host.say(words)
    starting.start(host, proxies.free_name(host), {key: route for key, route in wanted.items() if key not in left_out})
    return tuple(Finding("proxy-port-taken", f"{key}: {words}", "", fatal=False) for key, words in left_out.items())
