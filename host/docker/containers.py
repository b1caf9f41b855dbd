"""Containers, as records of the model."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from typing import Callable

from host.docker.engine import ACT, Docker, begun, call, check, found, listed, made
from host.docker.images import NO_ROOM
from host.http.http1 import quoted
from host.model.container import Checked, Container, Inspected, Mount
from host.model.json import Json

KERNEL_LIMITS = ("session key", "cgroup", "inotify")
"""Of which the kernel has none left, whatever the disk has: https://github.com/moby/moby/issues/38454, keyrings(7), inotify(7)."""
GRACE = 10.0
"""Docker's default time to stop a container, in seconds: https://docs.docker.com/reference/cli/docker/container/stop/"""


def containers(docker: Docker) -> tuple[Container, ...]:
    """All containers of the host, running or not."""
    return containers_begun(docker)()


def containers_begun(docker: Docker) -> Callable[[], tuple[Container, ...]]:
    """Like `containers`, in the background; the returned function waits for the answer."""
    asked = begun(docker, "GET", "/containers/json?all=1")
    return lambda: tuple(map(_container, listed(asked())))


def inspect(docker: Docker, id: str) -> Inspected | None:
    """The state of a container's main process; None if there is no such container."""
    one = found(docker, f"/containers/{quoted(id)}/json")
    if one is None:
        return None
    state, config = one["State"], one.get("Config") or {}
    health = state.get("Health") or {}
    return Inspected(
        pid=state.get("Pid", 0),
        running=state.get("Running", False),
        exit_code=state.get("ExitCode", 0),
        oom_killed=state.get("OOMKilled", False),
        restarts=one.get("RestartCount", 0),
        started_at=state.get("StartedAt", ""),
        restart_policy=one["HostConfig"]["RestartPolicy"]["Name"],
        image=one.get("Image", ""),
        env=tuple(config.get("Env") or ()),
        grace=config.get("StopTimeout", GRACE),
        health=health.get("Status", "none").replace("none", ""),
        checked=next((Checked(run["ExitCode"], run["Output"]) for run in reversed(health.get("Log") or ())), None),
        paused=state.get("Paused", False),
        finished_at=state.get("FinishedAt", ""),
        log_driver=(one["HostConfig"].get("LogConfig") or {}).get("Type", ""),
        restarting=state.get("Restarting", False),
    )


def create(docker: Docker, name: str, spec: Json) -> str:
    """Creates a container with the Engine API's `spec` and returns its id. Secrets in it exist only in this request."""
    return made(docker, "/containers/create", spec, {"name": name})


def start(docker: Docker, id: str) -> None:
    """Starts a container, or lets a paused one continue; does nothing if it runs."""
    start_begun(docker, id)()


def start_begun(docker: Docker, id: str) -> Callable[[], object]:
    """Starts a container in the background; the returned function waits until it runs."""
    asked = begun(docker, "POST", f"/containers/{quoted(id)}/start", fine=(304, 409), timeout=ACT)

    def runs() -> None:
        answer = asked()
        if answer.status == 409 and b"paused" in answer.body:
            call(docker, "POST", f"/containers/{quoted(id)}/unpause", timeout=ACT)
        elif answer.status == 409:
            check(answer.status, answer.body)

    return runs


def start_cause(words: str) -> str:
    """The runner's cause for Docker's message about a container that it could not create or start."""
    is_of_disk = any(sign in words for sign in NO_ROOM) and not any(sign in words for sign in KERNEL_LIMITS)
    return "out-of-disk" if is_of_disk else "start-failed"


def stop(docker: Docker, id: str, timeout: float) -> None:
    """Sends the container's stop signal, and kills it after `timeout` seconds. Ignores one that has ended or is gone."""
    query = {"t": str(math.ceil(timeout))}
    call(docker, "POST", f"/containers/{quoted(id)}/stop", query, fine=(304, 404), timeout=timeout + ACT)


def remove(docker: Docker, id: str) -> None:
    """Removes a container, running or not, but no volume: data outlives slots. Ignores one that is gone."""
    path, query = f"/containers/{quoted(id)}", {"force": "1", "v": "0"}
    deadline = time.monotonic() + ACT
    while True:
        answer = call(docker, "DELETE", path, query, fine=(404, 409), timeout=ACT)
        if answer.status != 409:
            return
        if b"in progress" not in answer.body or time.monotonic() > deadline:
            check(answer.status, answer.body)
        time.sleep(0.1)


def rename(docker: Docker, id: str, name: str) -> None:
    """Renames a container. Raises DockerError 409 if another one has the name."""
    call(docker, "POST", f"/containers/{quoted(id)}/rename", {"name": name}, once=True)


def set_restart_policy(docker: Docker, id: str, policy: str) -> None:
    """`no`, `unless-stopped`, `on-failure` or `always`."""
    call(docker, "POST", f"/containers/{quoted(id)}/update", payload={"RestartPolicy": {"Name": policy}}, timeout=ACT)


def _container(one: Json) -> Container:
    return Container(
        id=one["Id"],
        name=_own_name(one.get("Names") or ()),
        state=one.get("State", ""),
        image=one.get("ImageID", ""),
        labels=one.get("Labels") or {},
        addresses=_addresses((one.get("NetworkSettings") or {}).get("Networks") or {}),
        mounts=tuple(_mount(mount) for mount in one.get("Mounts") or ()),
    )


def _own_name(names: Iterable[str]) -> str:
    """A container with links from others also has names such as `/other/alias`."""
    return next((name[1:] for name in names if name.count("/") == 1), "")


def _addresses(networks: Json) -> tuple[str, ...]:
    """Its current addresses, and the fixed ones that it gets again at every start."""
    both = [
        address
        for network in networks.values()
        for address in (network.get("IPAddress"), (network.get("IPAMConfig") or {}).get("IPv4Address"))
    ]
    return tuple(dict.fromkeys(address for address in both if address))


def _mount(mount: Json) -> Mount:
    volume = mount.get("Name", "") if mount.get("Type") == "volume" else ""
    return Mount(volume, mount.get("Source", ""), mount.get("Destination", ""), mount.get("RW", False))
