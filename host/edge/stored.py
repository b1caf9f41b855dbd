"""The stored routes of all services; that of a worker says that it has none. An unreadable file never removes a service."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Callable, NamedTuple

from host.edge.routes import routing
from host.edge.routes.route import document, from_document, lets_in, of_release, pending
from host.model.failure import Failure, Finding
from host.model.json import Json
from host.model.release import NoRoute, Reach, Route
from host.order import parsed
from host.state.files import names_in, read, remove, write, write_over
from host.state.folders import make_proxy_folders
from host.state.paths import Paths, services
from host.store import load_state


class Gathered(NamedTuple):
    """The routes by service, and the services whose route is lost."""

    routes: Mapping[str, Route]
    lost: tuple[str, ...]


def config_path(paths: Paths) -> str:
    """The configuration that the proxy starts with: the last loaded one."""
    return f"{paths.state}/proxy/caddy.json"


def stored(paths: Paths, key: str) -> Reach | None:
    """The route of a service; None if its file is missing or damaged."""
    return _switched(paths, key) or _in_file(paths, key)


def _in_file(paths: Paths, key: str) -> Reach | None:
    return from_document(parsed(read(paths.route(key))))


def _switched(paths: Paths, key: str) -> Reach | None:
    """The announced route of a switch that was killed after its address went live."""
    noted = parsed(read(paths.next_route(key)))
    return from_document(noted.get("route")) if noted.get("address") == read(paths.live(key)).strip() else None


def announce(paths: Paths, key: str, route: Reach, address: str) -> None:
    """Stores that a route belongs to an address: two files, the route and the live address, change at once with the second. Raises `OSError`."""
    write(paths.next_route(key), routing.text({"address": address, "route": document(route)}))


def settle(paths: Paths, key: str) -> None:
    """Ends the announcement of a switch, whether or not its address went live: another slot can get the same address later. On a full disk,
    it stays for now."""
    if not os.path.exists(paths.next_route(key)):
        return
    route = stored(paths, key)
    with suppress(OSError):
        if route is not None and route != _in_file(paths, key):
            write(paths.route(key), routing.text(document(route)))
        remove(paths.next_route(key))


def known(paths: Paths, key: str) -> Reach | None:
    """The route of a service from any source; None if it is lost."""
    return stored(paths, key) or gather(paths, {}).routes.get(key)


def keep_out(paths: Paths, key: str) -> None:
    """Stores that a service is a worker. Raises `OSError`."""
    if _in_file(paths, key) is not NoRoute.NONE:
        write(paths.route(key), routing.text(document(NoRoute.NONE)))


def gather(paths: Paths, memory: Mapping[str, Route], besides: str = "") -> Gathered:
    """The routes of all services except `besides` and workers: each from its file, or else from the proxy's configuration in `memory`, the last
    loaded configuration, or the document of a release. A pending one counts only while the proxy has it in memory."""
    last = lets_in(routing.routes_of(parsed(read(config_path(paths)))))
    left = (besides, pending(besides))
    found = {key: _find(paths, key, memory, last) for key in _known(paths, memory, last) if key not in left}
    routes = {key: route for key, route in found.items() if isinstance(route, Route)}
    return Gathered(routes, tuple(sorted(key for key, route in found.items() if route is None)))


def all_of(paths: Paths, memory: Mapping[str, Route], besides: str = "") -> dict[str, Route]:
    """Like `gather`, but raises `Failure` with the services whose route is lost."""
    gathered = gather(paths, memory, besides)
    if gathered.lost:
        raise Failure("proxy-failed", lost_words(gathered.lost))
    return dict(gathered.routes)


def with_route(paths: Paths, memory: Mapping[str, Route], key: str, route: Reach) -> dict[str, Route]:
    """Like `all_of`, with this route, or none, for one of the services."""
    others = all_of(paths, memory, besides=key)
    return {**others, key: route} if isinstance(route, Route) else others


def lost_words(lost: tuple[str, ...]) -> str:
    """What is wrong, and what to do."""
    return f"the proxy's configuration for {', '.join(lost)} is lost; deploy or remove that service first"


def _known(paths: Paths, memory: Mapping[str, Route], last: Mapping[str, Route]) -> set[str]:
    active = {key for key in services(paths) if load_state(paths, key).active}
    return {*_files(paths), *memory, *last, *active}


def _files(paths: Paths) -> Iterator[str]:
    return (name[: -len(".json")] for name in names_in(f"{paths.state}/proxy/routes") if name.endswith(".json"))


def _find(paths: Paths, key: str, memory: Mapping[str, Route], last: Mapping[str, Route]) -> Reach | None:
    return stored(paths, key) or memory.get(key) or last.get(key) or _of_a_release(paths, key)


def _of_a_release(paths: Paths, key: str) -> Reach | None:
    """From the active release, or else from the last verified one: a service's route seldom changes between releases."""
    state = load_state(paths, key)
    for name in (state.active, *reversed(state.history.releases)):
        route = of_release(parsed(read(paths.release(key, name)))) if name else None
        if route:
            return route
    return None


def keep(paths: Paths, config: Json, routes: Mapping[str, Route], write_config: Callable[[str, str], None] = write) -> None:
    """Stores a loaded configuration, and each route that differs from its file. Raises `OSError`."""
    if parsed(read(config_path(paths))) != config:
        write_config(config_path(paths), routing.text(config))
    for key, route in lets_in(routes).items():
        if _in_file(paths, key) != route:
            write(paths.route(key), routing.text(document(route)))


def repair_files(paths: Paths) -> tuple[Finding, ...]:
    """Repairs the configuration that the proxy starts with, without Docker and without a running proxy: before Docker starts.

    A service whose route is lost is reported, and the others are served: left out, it is as unreachable as it would be anyway, and
    without the file all would be. Its file or its state still names it, so no deploy mistakes the smaller configuration for the right one.
    """
    from host.certificates.secret_files import mend

    found = mend(paths)
    for key in services(paths):
        settle(paths, key)
    gathered = gather(paths, {})
    last = parsed(read(config_path(paths)))
    whole = routing.render(gathered.routes, routing.generation_of(last))
    if gathered.routes:
        make_proxy_folders(paths)
    if (gathered.routes or lets_in(routing.routes_of(last))) and last != whole:
        write_over(config_path(paths), routing.text(whole))
    return (*found, *lost_findings(gathered.lost))


def lost_findings(lost: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding for each service whose route is lost."""
    hint = "Deploy the service again, or remove it."
    return tuple(Finding("proxy-configuration", f"the proxy's configuration for {key} is lost", hint, fatal=False) for key in lost)
