"""The container that the proxy runs in: made, replaced by a successor, and what a killed replacement left put right.

Caddy's listeners share their port (SO_REUSEPORT), so a successor serves before its predecessor goes.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from typing import Callable, NamedTuple

from host import docker
from host.edge import caddy, routing
from host.edge.handlers import RUN
from host.edge.stored import config_path, keep
from host.model import Container, Failure, Json, ProxyPlan, Route
from host.order import parsed
from host.state import Paths, read, remove, write, write_over

NAME = "docker-to-ec2-proxy"
START_TIMEOUT = 15.0
STOP_TIMEOUT = 30.0


class Host(NamedTuple):
    """What the proxy's container is made with. `bring` pulls the image where it is not here, and raises `Failure`."""

    docker: docker.Docker
    paths: Paths
    plan: ProxyPlan
    bring: Callable[[ProxyPlan], None]
    say: Callable[[str], None]
    name: str = NAME
    patience: float = START_TIMEOUT


def containers(host: Host) -> list[Container]:
    """The proxy's containers: one, or two while a successor takes over."""
    return [one for one in docker.containers(host.docker) if one.name in (host.name, successor(host))]


def successor(host: Host) -> str:
    """The name of a proxy that takes over."""
    return f"{host.name}.next"


def running(host: Host) -> list[Container]:
    """Those of them that run."""
    return [one for one in containers(host) if one.state == "running"]


def remove_all(host: Host) -> list[str]:
    """Removes the proxy and its image; gives what that was."""
    removed = []
    for container in containers(host):
        docker.remove(host.docker, container.id)
        removed.append(f"container {container.name}")
        if docker.remove_image(host.docker, container.image):
            removed.append(f"image {container.image}")
    return removed


def pid_of(host: Host, identity: str) -> int:
    """The main process of a container, 0 when it does not run."""
    seen = docker.inspect(host.docker, identity)
    return seen.pid if seen and seen.running else 0


def failure(words: str) -> Failure:
    """What Caddy's or Docker's words mean."""
    return Failure("proxy-port-taken" if "address already in use" in words else "proxy-failed", words)


def start(host: Host, name: str, routes: Mapping[str, Route]) -> str:
    """Makes and starts a proxy; gives its id. One that does not come up is removed, and the earlier configuration put back."""
    path = config_path(host.paths)
    earlier = read(path)
    config = routing.render(routes, routing.generation_of(parsed(earlier)))
    try:
        write(path, routing.text(config))
        identity = docker.create(host.docker, name, _spec(host))
        _come_up(host, identity)
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
    docker.remove(host.docker, name)


def _plan_path(paths: Paths) -> str:
    return f"{paths.state}/proxy/image.json"


def stored_plan(paths: Paths) -> ProxyPlan:
    """The image that the proxy was last made of, "" where nobody knows."""
    plan = parsed(read(_plan_path(paths)))
    image, login = plan.get("image"), plan.get("login")
    return ProxyPlan(image, login) if isinstance(image, str) and isinstance(login, str) else ProxyPlan("", "")


def _spec(host: Host) -> Json:
    """The container for the Engine API. Not even an empty configuration opens a TCP port for the administration."""
    state, run = host.paths.state, host.paths.run
    return {
        "Image": host.plan.image,
        "Cmd": ["caddy", "run", "--config", "/etc/caddy/caddy.json"],
        "Env": ["XDG_DATA_HOME=/data", "XDG_CONFIG_HOME=/data", f"CADDY_ADMIN={routing.ADMIN}"],
        "Labels": {"docker-to-ec2": "proxy"},
        "HostConfig": {
            "NetworkMode": "host",
            "UsernsMode": "host",
            "RestartPolicy": {"Name": "unless-stopped"},
            "LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "max-file": "3"}},
            "Binds": [
                f"{state}/proxy:/etc/caddy:ro",
                f"{state}/proxy/state:/state:ro",
                f"{state}/proxy/data:/data",
                f"{run}/proxy:{RUN}",
            ],
        },
    }


def _come_up(host: Host, identity: str) -> None:
    """Starts a proxy, and waits until it is the one that answers."""
    docker.start(host.docker, identity)
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        seen = docker.inspect(host.docker, identity)
        if seen is None or not seen.running or seen.restarts > 0:
            break
        if caddy.process(host.paths) == seen.pid and caddy.loaded(host.paths) is not None:
            return
        time.sleep(0.05)
    raise failure(last_error(docker.logs(host.docker, identity, 20, 16_384)))


def last_error(log: str) -> str:
    """The last error that Caddy logged, as JSON or as a line of `Error: ...`."""
    errors = (parsed(line).get("msg") if '"level":"error"' in line else re.sub(r".*?\bError: ", "", line) for line in log.splitlines())
    told = [error for error, line in zip(errors, log.splitlines()) if isinstance(error, str) and error != line]
    return told[-1].strip() if told else f"the proxy did not come up in {START_TIMEOUT:.0f} s, and says nothing"


def hand_over(host: Host, wanted: Mapping[str, Route], stop_timeout: float) -> None:
    """A successor with these routes serves before its predecessor goes, which has `stop_timeout` seconds for its requests.
    Raises `Failure`; then nothing has changed."""
    host.bring(host.plan)
    write(_marker(host.paths), "")
    docker.remove(host.docker, successor(host))
    try:
        start(host, successor(host), wanted)
    finally:
        finish_handover(host, stop_timeout)


def _marker(paths: Paths) -> str:
    """A file that is there while a successor takes over, so that what was cut short is known without asking Docker."""
    return f"{paths.state}/proxy/handover"


def finish_handover(host: Host, stop_timeout: float = STOP_TIMEOUT) -> None:
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
    """Stops a proxy with time for its requests. Caddy removes the socket of its administration by name when it ends, though it may be
    another proxy's by now, so that one is held by a second name."""
    path = caddy.socket_path(host.paths)
    if os.path.exists(path):
        os.link(path, _second_name(host.paths))
    docker.stop(host.docker, container.id, timeout)
    docker.remove(host.docker, container.id)
    _mend_socket(host.paths)


def _second_name(paths: Paths) -> str:
    return f"{caddy.socket_path(paths)}.kept"


def _mend_socket(paths: Paths) -> None:
    kept = _second_name(paths)
    if os.path.exists(kept) and not os.path.exists(caddy.socket_path(paths)):
        os.rename(kept, caddy.socket_path(paths))
    remove(kept)
