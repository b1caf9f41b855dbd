"""Replaces one proxy with another without a lost request: both listen (SO_REUSEPORT) until the new one answers."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from host import docker
from host.checks import processes, sockets
from host.edge import accepting, caddy
from host.edge.container.proxies import STOP_TIMEOUT, Host, containers, discard, free_name, pid_of, running
from host.edge.container.starting import start
from host.edge.routes import routing
from host.edge.stored import config_path
from host.model.container import Container
from host.model.order import ProxyPlan
from host.model.release import Route
from host.order import parsed
from host.state.files import read, remove, write
from host.state.paths import Paths


def is_due(wanted: ProxyPlan, has: ProxyPlan) -> bool:
    """Whether a proxy must be replaced because of its image. A requested image always replaces another; the default replaces only an older
    default, because another service may have requested its own. Pure."""
    if wanted.given or not wanted.image:
        return wanted.given and wanted.image != has.image
    return not has.given and _name(wanted) == _name(has) and _version(has) < _version(wanted)


def _name(plan: ProxyPlan) -> str:
    return plan.image.partition("@")[0].rpartition(":")[0]


def _version(plan: ProxyPlan) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", plan.image.partition("@")[0].rpartition(":")[2])))


def hand_over(host: Host, wanted: Mapping[str, Route], stop_timeout: float) -> None:
    """Starts a new proxy with these routes, which answers before the old one stops; that has `stop_timeout` seconds for its requests.
    Raises `Failure`; then nothing has changed."""
    host.bring(host.plan)
    write(_marker(host.paths), "")
    _hold_socket(host.paths)
    generation = 1 - routing.generation_of(parsed(read(config_path(host.paths))))
    with accepting.migrating():
        try:
            start(host, free_name(host), wanted, generation)
        finally:
            finish(host, stop_timeout)


def _marker(paths: Paths) -> str:
    """A file that exists during a handover, so that an interrupted one is detected without asking Docker."""
    return f"{paths.state}/proxy/handover"


def finish(host: Host, stop_timeout: float = STOP_TIMEOUT) -> None:
    """After an interrupted handover: the proxy with the admin socket stays, or else a running one, and gets the name. Reports
    what Docker cannot remove once, and tries again each time."""
    marker = _marker(host.paths)
    if not os.path.exists(marker):
        return
    _mend_socket(host.paths)
    stays = _owner(host)
    others = [one for one in containers(host) if stays and one.id != stays.id]
    left = [words for one in others if (words := _retire(host, one, stop_timeout))]
    if stays and stays.name != host.name and free_name(host) == host.name:
        docker.rename(host.docker, stays.id, host.name)
    _note(host, left)


def _note(host: Host, left: Sequence[str]) -> None:
    marker = _marker(host.paths)
    if not left:
        return remove(marker)
    told = read(marker)
    for words in left:
        if words not in told:
            host.say(words)
    write(marker, "\n".join(left))


def _owner(host: Host) -> Container | None:
    candidates = sorted(running(host), key=lambda one: one.name)
    pid = caddy.process(host.paths)
    return next((one for one in candidates if pid_of(host, one.id) == pid), candidates[0] if candidates else None)


def _retire(host: Host, container: Container, timeout: float) -> str:
    """Stops a proxy with time for its requests, and removes it, and its image unless something else uses that. Its process ends whatever Docker
    says, because it shares its ports with the new one. Returns warnings about what stays."""
    process = processes.of(pid_of(host, container.id))
    accepting.stop(process.pid, sockets.held_by(process.pid))
    with _socket_held(host.paths):
        with suppress(docker.DockerError):
            docker.stop(host.docker, container.id, timeout)
        _end(process, timeout)
        left = discard(host, container)
    with suppress(docker.DockerError):
        docker.remove_image(host.docker, container.image)
    return left


def end_unknown(host: Host, pid: int, timeout: float) -> None:
    """Ends a proxy of which Docker does not know (any more), with time for its requests: it shares its ports with its successor."""
    accepting.stop(pid, sockets.held_by(pid))
    with _socket_held(host.paths):
        _end(processes.of(pid), timeout)


def _end(one: processes.Process, patience: float) -> None:
    """Asks a process to end, and then kills it."""
    from signal import SIGKILL, SIGTERM

    for sign in (SIGTERM, SIGKILL):
        _send(one, sign, patience)


def _send(one: processes.Process, sign: int, patience: float) -> None:
    """Sends a signal to a process that still exists, and waits for its end."""
    deadline = time.monotonic() + patience
    if not processes.alive(one):
        return
    with suppress(ProcessLookupError):
        os.kill(one.pid, sign)
    while processes.alive(one) and time.monotonic() < deadline:
        time.sleep(0.1)


def _second_name(paths: Paths) -> str:
    return f"{caddy.socket_path(paths)}.kept"


@contextmanager
def _socket_held(paths: Paths) -> Iterator[None]:
    _hold_socket(paths)
    yield
    _mend_socket(paths)


def _hold_socket(paths: Paths) -> None:
    """At its start, Caddy replaces the admin socket, and at its end it removes the file with that name, even if it is
    another proxy's: a second name keeps the socket that may be needed."""
    remove(_second_name(paths))
    if os.path.exists(caddy.socket_path(paths)):
        os.link(caddy.socket_path(paths), _second_name(paths))


def _mend_socket(paths: Paths) -> None:
    """If nobody listens at the socket any more, restores the kept one."""
    kept = _second_name(paths)
    if os.path.exists(kept) and caddy.process(paths) == 0:
        os.rename(kept, caddy.socket_path(paths))
    remove(kept)
