"""Finding the proxy's containers, and removing them."""

from __future__ import annotations

from typing import Callable, NamedTuple

from host import docker
from host.edge import caddy
from host.model.container import Container
from host.model.order import ProxyPlan
from host.state.paths import Paths

NAME = "docker-to-ec2-proxy"
LABEL, PROXY_LABEL = "docker-to-ec2", "proxy"
START_TIMEOUT = 15.0
"""Seconds until a new proxy must answer."""
STOP_TIMEOUT = 30.0
"""Seconds for the open requests of one that is replaced."""


class Host(NamedTuple):
    """Where the proxy runs, and with which image. `bring` pulls a missing image, and raises `Failure`."""

    docker: docker.Docker
    paths: Paths
    plan: ProxyPlan
    bring: Callable[[ProxyPlan], None]
    say: Callable[[str], None]
    name: str = NAME
    patience: float = START_TIMEOUT


def containers(host: Host) -> list[Container]:
    """The proxy's containers, whatever somebody renamed them to: one, two during a handover, and any that Docker could not remove."""
    return [one for one in docker.containers(host.docker) if is_proxy(host.paths, one)]


def is_proxy(paths: Paths, one: Container) -> bool:
    """Whether a container has the proxy's label and its files. The label alone is also on copies of the container (`docker commit`)."""
    return one.labels.get(LABEL) == PROXY_LABEL and any(mount.source == caddy.sockets(paths) for mount in one.mounts)


def free_name(host: Host) -> str:
    """The first of the proxy's names that no container has."""
    taken = {one.name for one in docker.containers(host.docker)}
    names = (host.name, *(f"{host.name}.{number}" for number in range(2, len(taken) + 2)))
    return next(name for name in names if name not in taken)


def running(host: Host) -> list[Container]:
    """The running ones."""
    return [one for one in containers(host) if one.state == "running"]


def unpause(host: Host) -> bool:
    """Lets paused ones continue, which hold their ports and the admin socket, and answer nobody. Returns whether there was one."""
    paused = [one for one in containers(host) if one.state == "paused"]
    for one in paused:
        host.say(f"the proxy {one.name} is paused; it continues")
        docker.start(host.docker, one.id)
    return bool(paused)


def remove_all(host: Host) -> list[str]:
    """Removes the proxy and its image; returns what it removed."""
    removed = []
    for container in containers(host):
        kept = discard(host, container)
        removed.append(kept or f"container {container.name}")
        if not kept and docker.remove_image(host.docker, container.image):
            removed.append(f"image {container.image}")
    return removed


def discard(host: Host, container: Container) -> str:
    """Removes a container; returns a warning if Docker cannot."""
    try:
        docker.remove(host.docker, container.id)
    except docker.DockerDown:
        raise
    except docker.DockerError as error:
        return f"Docker cannot remove the container {container.name}, an old proxy without traffic: {error.words}"
    return ""


def pid_of(host: Host, identity: str) -> int:
    """The main process of a container; 0 if it does not run."""
    seen = docker.inspect(host.docker, identity)
    return seen.pid if seen and seen.running else 0
