"""Containers, images and networks in Docker."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple


class Life(Enum):
    """What a slot does now. `SUSPENDED`: it does not run, but is not over: somebody paused it, or Docker waits before it starts it again."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    OVER = "over"


class Slot(NamedTuple):
    """One container of a release in Docker. `address`: `IP:PORT`, or the IP alone of a worker; `secrets`: versions by variable;
    `image`: an image id."""

    id: str
    name: str
    release: str
    digest: str
    commit: str
    image: str
    address: str
    life: Life
    secrets: Mapping[str, str]

    @property
    def running(self) -> bool:
        """Whether it can answer."""
        return self.life is Life.RUNNING

    @property
    def is_over(self) -> bool:
        """Whether it has ended, and does not come back by itself."""
        return self.life is Life.OVER


class Container(NamedTuple):
    """Any container of this host. `state`: Docker's word: created, running, exited ...; `addresses`: on all of its networks."""

    id: str
    name: str
    state: str
    image: str
    labels: Mapping[str, str]
    addresses: tuple[str, ...]
    mounts: tuple[Mount, ...]


class Mount(NamedTuple):
    """A mount of a container. `volume`: the name of the volume, "" for a path of the host."""

    volume: str
    source: str
    path: str
    writable: bool


class Inspected(NamedTuple):
    """The state of a container's main process; a paused one runs, too. `exit_code`: of its last exit; `grace`: seconds to stop. `health`:
    Docker's verdict by the image's HEALTHCHECK: starting, healthy, unhealthy, or "" without one; `checked`: the result of its last run."""

    pid: int
    running: bool
    exit_code: int
    oom_killed: bool
    restarts: int
    started_at: str
    restart_policy: str
    image: str
    env: tuple[str, ...]
    grace: float
    health: str
    checked: Checked | None
    paused: bool = False
    finished_at: str = ""
    log_driver: str = ""


class Checked(NamedTuple):
    """One run of an image's HEALTHCHECK."""

    exit_code: int
    output: str


class Image(NamedTuple):
    """An image of this host. `digests`: `registry/repository@sha256:...`; `volumes`: paths in its VOLUME lines; `first_check`:
    earliest run of its HEALTHCHECK, in seconds after the start; 0 without one."""

    id: str
    platform: str
    digests: tuple[str, ...]
    volumes: tuple[str, ...]
    first_check: float


class Network(NamedTuple):
    """A network for the slots of one service. `subnet` is a CIDR; `bridge` is the host's interface."""

    name: str
    subnet: str
    service: str
    bridge: str
