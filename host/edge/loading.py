"""Changes of the running proxy's configuration. The caller holds the host's lock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

from host.checks import taken
from host.edge import caddy
from host.edge.container.failures import failure
from host.edge.container.proxies import Host
from host.edge.routes import routing
from host.edge.routes.route import conflict, quic_ports
from host.edge.stored import keep
from host.machine import low_ports
from host.model.failure import Failure, of_disk
from host.model.release import Route
from host.state.files import write
from host.state.paths import Paths


def change(host: Host, memory: caddy.Loaded, wanted: Mapping[str, Route], key: str) -> None:
    """Gives the proxy these routes, of which that of `key` may be new. Raises `Failure`; then nothing has changed."""
    if memory.config == routing.render(wanted, memory.generation):
        return note(host, memory)
    admit(host, memory, wanted, key)
    return load(host.paths, memory, wanted)


def load(paths: Paths, memory: caddy.Loaded, wanted: Mapping[str, Route], write_config: Callable[[str, str], None] = write) -> None:
    """A configuration that cannot be stored must not serve: after a reboot it would be gone."""
    config = routing.render(wanted, 1 - memory.generation)
    try:
        caddy.load(paths, config)
        try:
            keep(paths, config, wanted, write_config)
        except OSError as error:
            caddy.load(paths, routing.render(memory.routes, memory.generation))
            raise of_disk(error, "the proxy's configuration could not be written") from error
    except caddy.Refused as refused:
        raise failure(str(refused)) from refused


def reload(paths: Paths) -> None:
    """Makes the proxy read the files beside its configuration again. The caller holds the host's lock. Raises `Failure`; then nothing has changed."""
    memory = caddy.loaded(paths)
    if memory is not None:
        load(paths, memory, memory.routes)


def note(host: Host, memory: caddy.Loaded) -> None:
    """Stores the configuration in memory if the files differ."""
    try:
        keep(host.paths, routing.render(memory.routes, memory.generation), memory.routes)
    except OSError as error:
        host.say(f"the proxy's configuration could not be stored: {error.strerror}")


def admit(host: Host, memory: caddy.Loaded, wanted: Mapping[str, Route], key: str) -> None:
    """Refuses what conflicts with the proxy's configuration in memory, or with other processes, and allows it to listen on the rest. Caddy itself
    would refuse a port that is taken, too, but only after it has accepted visitors at the others."""
    refuse_conflict(wanted, key)
    new = routing.opened(wanted, memory.config)
    taken.refuse(host.docker, taken.Needed(new, quic_ports(wanted) - quic_ports(memory.routes)), [caddy.process(host.paths)])
    low_ports.open_up(new)


def refuse_conflict(wanted: Mapping[str, Route], key: str) -> None:
    """Raises `Failure` `route-taken` if another service has what this one claims."""
    words = conflict(wanted, key) if key in wanted else ""
    if words:
        raise Failure("route-taken", words)
