"""The servers of all services as they are stored. None is ever left out because its file cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from host.edge import routing
from host.model import Failure, Finding, Json
from host.order import parsed
from host.state import Paths, read, services, write, write_over
from host.store import load_state


class Gathered(NamedTuple):
    """The servers by service, and the services whose server nobody knows any more."""

    servers: Mapping[str, Json]
    lost: tuple[str, ...]


def config_path(paths: Paths) -> str:
    """The configuration that the proxy starts with: the one that was loaded last."""
    return f"{paths.state}/proxy/caddy.json"


def stored(paths: Paths, key: str) -> Json | None:
    """The server of a service, None where its file is missing or damaged."""
    server = parsed(read(paths.server(key)))
    return server if routing.is_server(server) else None


def gather(paths: Paths, memory: Mapping[str, Json], besides: str = "") -> Gathered:
    """The servers of all services but `besides`: each from its file, or else from what the proxy has in `memory`, or the configuration that
    was loaded last, or the document of a release."""
    last = routing.servers_of(parsed(read(config_path(paths))))
    found = {key: _find(paths, key, memory, last) for key in _known(paths, memory, last) if key != besides}
    servers = {key: server for key, server in found.items() if server is not None}
    return Gathered(servers, tuple(sorted(found.keys() - servers.keys())))


def all_of(paths: Paths, memory: Mapping[str, Json], besides: str = "") -> dict[str, Json]:
    """As `gather`; raises `Failure` that names the services whose server is lost."""
    gathered = gather(paths, memory, besides)
    if gathered.lost:
        raise Failure("proxy-failed", lost_words(gathered.lost))
    return dict(gathered.servers)


def lost_words(lost: tuple[str, ...]) -> str:
    """What is wrong, and what to do."""
    return f"the proxy's configuration for {', '.join(lost)} is lost; deploy or remove that service first"


def _known(paths: Paths, memory: Mapping[str, Json], last: Mapping[str, Json]) -> set[str]:
    active = {key for key in services(paths) if load_state(paths, key).active}
    return {*_files(paths), *memory, *last, *active}


def _files(paths: Paths) -> Iterator[str]:
    folder = f"{paths.state}/proxy/servers"
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return (name[: -len(".json")] for name in names if name.endswith(".json"))


def _find(paths: Paths, key: str, memory: Mapping[str, Json], last: Mapping[str, Json]) -> Json | None:
    return stored(paths, key) or memory.get(key) or last.get(key) or _of_a_release(paths, key)


def _of_a_release(paths: Paths, key: str) -> Json | None:
    """The active release's, or else that of the one verified last: a service's server seldom changes between releases."""
    state = load_state(paths, key)
    for name in (state.active, *reversed(state.history.releases)):
        server = parsed(read(paths.release(key, name))).get("server") if name else None
        if routing.is_server(server):
            return server
    return None


def keep(paths: Paths, config: Json, servers: Mapping[str, Json]) -> None:
    """Writes down a configuration that was loaded, and each server that differs from its file. Raises `OSError`."""
    if parsed(read(config_path(paths))) != config:
        write(config_path(paths), routing.text(config))
    for key, server in servers.items():
        if stored(paths, key) != server:
            write(paths.server(key), routing.text(server))


def repair_files(paths: Paths) -> tuple[Finding, ...]:
    """Makes the configuration that the proxy starts with whole again, without Docker and without a proxy that runs: before Docker starts.

    A service whose server is lost is told of, and the others are served: left out here it is as unreachable as it would be anyway, and
    without the file everybody would be. It stays known by its file or its state, so no deploy takes the smaller configuration for right.
    """
    gathered = gather(paths, {})
    last = parsed(read(config_path(paths)))
    whole = routing.render(gathered.servers, routing.generation_of(last))
    if gathered.servers and last != whole:
        os.makedirs(f"{paths.state}/proxy", mode=0o700, exist_ok=True)
        write_over(config_path(paths), routing.text(whole))
    return lost_findings(gathered.lost)


def lost_findings(lost: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding for each service whose server is lost."""
    hint = "Deploy the service again, or remove it."
    return tuple(Finding("proxy-configuration", f"the proxy's configuration for {key} is lost", hint, fatal=False) for key in lost)
