"""Starting a proxy."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress

from host import docker
from host.edge import caddy
from host.edge.container.failures import failure, last_error
from host.edge.container.proxies import START_TIMEOUT, Host
from host.edge.container.spec import spec
from host.edge.routes import routing
from host.edge.routes.route import ports
from host.edge.stored import config_path, keep
from host.http.dial import Unreachable
from host.machine import low_ports
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import ProxyPlan
from host.model.release import Route
from host.order import parsed
from host.state.files import read, remove, write, write_over
from host.state.paths import Paths

ANSWER_TIMEOUT = 10.0


def start(host: Host, name: str, routes: Mapping[str, Route], generation: int = 0) -> str:
    """Creates and starts a proxy; returns its id. If it does not come up, removes it and restores the earlier configuration."""
    from host.certificates.secret_files import mend

    path = config_path(host.paths)
    earlier = read(path)
    config = routing.render(routes, generation)
    try:
        low_ports.open_up(ports(routes))
        for finding in mend(host.paths):
            host.say(f"{finding.detail}. {finding.hint}")
        write(path, routing.text(config))
        identity = docker.create(host.docker, name, spec(host.plan.image, host.paths))
        _come_up(host, identity, config)
        _require_answers(host.paths, config)
        keep(host.paths, config, routes)
        write(_plan_path(host.paths), routing.text(host.plan._asdict()))
        return identity
    except (docker.DockerError, OSError, Failure) as error:
        _undo_start(host, name, earlier)
        raise error if isinstance(error, Failure) else failure(str(error)) from error


def _undo_start(host: Host, name: str, earlier: str) -> None:
    if earlier:
        write_over(config_path(host.paths), earlier)
    else:
        remove(config_path(host.paths))
    with suppress(docker.DockerError):
        docker.remove(host.docker, name)


def _plan_path(paths: Paths) -> str:
    return f"{paths.state}/proxy/image.json"


def stored_plan(paths: Paths) -> ProxyPlan:
    """The image of the last proxy; "" if unknown."""
    plan = parsed(read(_plan_path(paths)))
    image, login = plan.get("image"), plan.get("login")
    if not isinstance(image, str) or not isinstance(login, str):
        return ProxyPlan("", "")
    return ProxyPlan(image, login, plan.get("given") is True)


def _come_up(host: Host, identity: str, config: Json) -> None:
    """Starts a proxy, and waits until it answers with its configuration: a proxy that will refuse its configuration also answers for a moment."""
    docker.start(host.docker, identity)
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        seen = docker.inspect(host.docker, identity)
        if seen is None or not seen.running or seen.restarts > 0:
            break
        memory = caddy.loaded(host.paths) if caddy.process(host.paths) == seen.pid else None
        if memory is not None and memory.config == config:
            return
        time.sleep(0.05)
    raise failure(last_error(docker.logs(host.docker, identity, 20, 16_384)))


def _require_answers(paths: Paths, config: Json) -> None:
    """Asks each of its servers, by a socket that no other proxy has, for a page that it answers itself: a request without `Host`
    is never passed on."""
    for path in caddy.socket_paths(paths, config):
        try:
            caddy.answer_of(path, b"GET / HTTP/1.1\r\n\r\n", ANSWER_TIMEOUT)
        except Unreachable as error:
            raise failure(f"the proxy started but does not answer: {error}") from error
