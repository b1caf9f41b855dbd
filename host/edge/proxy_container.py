"""The container that the proxy runs in."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Callable, NamedTuple

from host import docker
from host.edge import caddy
from host.edge.routes import routing
from host.edge.routes.handlers import DATA, RUN
from host.edge.routes.route import ports
from host.edge.stored import config_path, keep
from host.http.dial import Unreachable
from host.machine import low_ports, oom
from host.model.container import Container
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import ProxyPlan
from host.model.release import Route
from host.order import parsed
from host.state.files import PROXY, read, remove, write, write_over
from host.state.paths import Paths

NAME = "docker-to-ec2-proxy"
LABEL, PROXY_LABEL = "docker-to-ec2", "proxy"
START_TIMEOUT = 15.0
STOP_TIMEOUT = 30.0
ANSWER_TIMEOUT = 10.0
MOST_MEMORY = 1 << 30
TRUST = "/etc/ssl/certs:/etc/caddy/trust"
"""The proxy's additional certificate authorities, beside its image's bundle, as PEM files in the host's folder of that name."""
THREADS = 8192
"""Go ends the whole proxy if it cannot start a thread, and starts one for each file that is slow to read."""
SIGNS = {"address already in use": "proxy-port-taken", "unknown module: dns.providers": "proxy-without-dns"}
"""Causes, by words in Docker's or Caddy's message."""


class Host(NamedTuple):
    """How to create the proxy's container. `bring` pulls a missing image, and raises `Failure`."""

    docker: docker.Docker
    paths: Paths
    plan: ProxyPlan
    bring: Callable[[ProxyPlan], None]
    say: Callable[[str], None]
    name: str = NAME
    patience: float = START_TIMEOUT


def containers(host: Host) -> list[Container]:
    """The proxy's containers, whatever somebody renamed them to: one, two during a handover, and any that Docker could not remove."""
    return [one for one in docker.containers(host.docker) if _is_proxy(host.paths, one)]


def _is_proxy(paths: Paths, one: Container) -> bool:
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


def failure(words: str) -> Failure:
    """The cause for Caddy's or Docker's message."""
    return Failure(next((cause for sign, cause in SIGNS.items() if sign in words), "proxy-failed"), words)


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
        identity = docker.create(host.docker, name, _spec(host))
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


def memory_limit(meminfo: str) -> int:
    """Memory limit of the proxy in bytes: half of the host's memory, up to what a hundred busy services need. `meminfo` is the
    text of /proc/meminfo."""
    total = re.search(r"^MemTotal:\s+(\d+) kB", meminfo, re.M)
    return min(MOST_MEMORY, int(total[1]) * 512) if total else MOST_MEMORY


def _spec(host: Host) -> Json:
    """The container for the Engine API. Not even an empty configuration opens a TCP port for the administration.

    It runs as its own user, without capabilities: `low_ports.open_up` lets it listen. `CapAdd` would give it none, because it is not root and must
    not gain privileges; but a program with a file capability, like the one in Caddy's official image, does not even start if it cannot get that
    capability: capabilities(7), "Safety checking for capability-dumb binaries".

    With `z`, Docker labels its folders for containers if SELinux confines these, and does nothing otherwise. That happens at each start,
    and later files get the label of their folder: so the proxy stays confined like any container.
    """
    state, run = host.paths.state, host.paths.run
    return {
        "Image": host.plan.image,
        "User": f"{PROXY}:{PROXY}",
        "Cmd": ["caddy", "run", "--config", "/etc/caddy/caddy.json"],
        "Env": [
            f"XDG_DATA_HOME={DATA}",
            f"XDG_CONFIG_HOME={DATA}",
            f"CADDY_ADMIN={routing.ADMIN}",
            f"SSL_CERT_DIR={TRUST}",
            *_whereabouts(),
        ],
        "Labels": {LABEL: PROXY_LABEL},
        "HostConfig": {
            "NetworkMode": "host",
            "UsernsMode": "host",
            "RestartPolicy": {"Name": "unless-stopped"},
            "CapDrop": ["ALL"],
            "CapAdd": ["NET_BIND_SERVICE"],
            "SecurityOpt": ["no-new-privileges"],
            "ReadonlyRootfs": True,
            "Binds": [
                f"{state}/proxy:/etc/caddy:ro,z",
                f"{state}/proxy/state:/state:ro,z",
                f"{state}/proxy/data:{DATA}:z",
                f"{run}/proxy:{RUN}:ro,z",
            ],
            **_limits(),
        },
    }


def _limits() -> Json:
    return {
        "PidsLimit": THREADS,
        "Memory": memory_limit(read("/proc/meminfo")),
        "OomScoreAdj": oom.allowed(oom.PROXY, read("/proc/self/status")),
        "LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "max-file": "3"}},
    }


def _whereabouts() -> list[str]:
    """The proxy finds AWS's services and the credentials of the host's role in the same way as this program."""
    names = ("AWS_ENDPOINT_URL", "AWS_EC2_METADATA_SERVICE_ENDPOINT")
    return [f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(names)]


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


def last_error(log: str) -> str:
    """The last error in Caddy's log, as JSON or as a line of `Error: ...`."""
    errors = (parsed(line).get("msg") if '"level":"error"' in line else re.sub(r".*?\bError: ", "", line) for line in log.splitlines())
    told = [error for error, line in zip(errors, log.splitlines()) if isinstance(error, str) and error != line]
    return told[-1].strip() if told else f"the proxy did not come up in {START_TIMEOUT:.0f} s, and says nothing"
