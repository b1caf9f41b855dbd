"""One proxy takes over from another without a lost request: both listen (SO_REUSEPORT) until the successor is seen to answer."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from host import docker
from host.checks import health
from host.edge import caddy, routing
from host.edge.proxy_container import STOP_TIMEOUT, Host, containers, pid_of, running, start, successor
from host.edge.stored import config_path
from host.model import Container, ProxyPlan, Route
from host.order import parsed
from host.state import Paths, read, remove, write

MIGRATE = "/proc/sys/net/ipv4/tcp_migrate_req"
"""Whether connections that a listener did not accept before it ended go to another one of the port, instead of being reset:
https://www.kernel.org/doc/Documentation/networking/ip-sysctl.rst"""


def is_due(wanted: ProxyPlan, has: ProxyPlan) -> bool:
    """Whether a proxy is to be replaced for its image. One that somebody asked for is what they get; the default takes the place of an older
    default only, as another service may have asked for its own. Pure."""
    if wanted.given or not wanted.image:
        return wanted.given and wanted.image != has.image
    return not has.given and _name(wanted) == _name(has) and _version(has) < _version(wanted)


def _name(plan: ProxyPlan) -> str:
    return plan.image.partition("@")[0].rpartition(":")[0]


def _version(plan: ProxyPlan) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", plan.image.partition("@")[0].rpartition(":")[2])))


def hand_over(host: Host, wanted: Mapping[str, Route], stop_timeout: float) -> None:
    """A successor with these routes answers before its predecessor goes, which has `stop_timeout` seconds for its requests.
    Raises `Failure`; then nothing has changed."""
    host.bring(host.plan)
    write(_marker(host.paths), "")
    docker.remove(host.docker, successor(host))
    _hold_socket(host.paths)
    generation = 1 - routing.generation_of(parsed(read(config_path(host.paths))))
    with _migrating():
        try:
            start(host, successor(host), wanted, generation)
        finally:
            finish(host, stop_timeout)


@contextmanager
def _migrating() -> Iterator[None]:
    """Where the kernel knows how, and lets itself be told."""
    before = read(MIGRATE)
    _set_migrating("1", before)
    try:
        yield
    finally:
        _set_migrating(before, before)


def _set_migrating(value: str, before: str) -> None:
    try:
        if before:
            with open(MIGRATE, "w", encoding="ascii") as file:
                file.write(value)
    except OSError:
        return


def _marker(paths: Paths) -> str:
    """A file that is there while a successor takes over, so that what was cut short is known without asking Docker."""
    return f"{paths.state}/proxy/handover"


def finish(host: Host, stop_timeout: float = STOP_TIMEOUT) -> None:
    """Where a successor was made: the proxy that has the administration's socket stays, or else one that runs, and takes the name."""
    if not os.path.exists(_marker(host.paths)):
        return
    _mend_socket(host.paths)
    stays = _owner(host)
    for other in containers(host):
        if stays and other.id != stays.id:
            _retire(host, other, stop_timeout)
    if stays and stays.name != host.name:
        docker.rename(host.docker, stays.id, host.name)
    remove(_marker(host.paths))


def _owner(host: Host) -> Container | None:
    candidates = sorted(running(host), key=lambda one: one.name)
    pid = caddy.process(host.paths)
    return next((one for one in candidates if pid_of(host, one.id) == pid), candidates[0] if candidates else None)


def _retire(host: Host, container: Container, timeout: float) -> None:
    """Stops a proxy with time for its requests, and removes it with its image where nobody else needs that."""
    _hold_socket(host.paths)
    docker.stop(host.docker, container.id, timeout)
    docker.remove(host.docker, container.id)
    _mend_socket(host.paths)
    docker.remove_image(host.docker, container.image)


def end_unknown(host: Host, pid: int, timeout: float) -> None:
    """Ends a proxy of which Docker does not know (any more), with time for its requests: it shares its ports with its successor."""
    one = health.process(pid)
    _hold_socket(host.paths)
    for sign, patience in ((signal.SIGTERM, timeout), (signal.SIGKILL, timeout)):
        _end(one, sign, patience)
    _mend_socket(host.paths)


def _end(one: health.Process, sign: int, patience: float) -> None:
    """Sends a signal to a process that is there still, and waits for its end."""
    deadline = time.monotonic() + patience
    if not health.alive(one):
        return
    with suppress(ProcessLookupError):
        os.kill(one.pid, sign)
    while health.alive(one) and time.monotonic() < deadline:
        time.sleep(0.1)


def _second_name(paths: Paths) -> str:
    return f"{caddy.socket_path(paths)}.kept"


def _hold_socket(paths: Paths) -> None:
    """Caddy takes the place of the administration's socket when it begins, and removes what has its name when it ends, though either may be
    another proxy's: so the socket that may be needed is held by a second name."""
    remove(_second_name(paths))
    if os.path.exists(caddy.socket_path(paths)):
        os.link(caddy.socket_path(paths), _second_name(paths))


def _mend_socket(paths: Paths) -> None:
    """Where nobody listens at the socket any more, the one that was held is it again."""
    kept = _second_name(paths)
    if os.path.exists(kept) and caddy.process(paths) == 0:
        os.rename(kept, caddy.socket_path(paths))
    remove(kept)
