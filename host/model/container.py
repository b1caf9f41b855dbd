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
    """One container of a release in Docker. `port`: where its application listens, None for a worker, which nobody visits; `secrets`: versions by
    variable; `image`: an image id."""

    id: str
    name: str
    release: str
    digest: str
    commit: str
    image: str
    ip: str
    port: int | None
    life: Life
    secrets: Mapping[str, str]

    @property
    def visited(self) -> bool:
        """Whether visitors come, through the proxy. Without them, it works as soon as it runs, and not only once it is live."""
        return self.port is not None

    @property
    def address(self) -> str:
        """As the live file, the proxy and the label of its container name it."""
        return address(self.ip, self.port)

    @property
    def running(self) -> bool:
        """Whether it can answer."""
        return self.life is Life.RUNNING

    @property
    def is_over(self) -> bool:
        """Whether it has ended, and does not come back by itself."""
        return self.life is Life.OVER


def address(ip: str, port: int | None) -> str:
    """`IP:PORT`, or the IP alone of a worker."""
    return ip if port is None else f"{ip}:{port}"


def located(text: str) -> tuple[str, int | None]:
    """The IP and the port of an address. One that was cut can still have its IP."""
    ip, _, port = text.partition(":")
    return ip, int(port) if port.isdecimal() else None


class Container(NamedTuple):
    """Any container of this host. `state`: Docker's word: created, running, exited ...; `addresses`: on all of its networks."""

    id: str
    name: str
    state: str
    image: str
    labels: Mapping[str, str]
    addresses: tuple[str, ...]
    mounts: tuple[Mount, ...]

    @property
    def address(self) -> str:
        """The address that this program created it with, by its label; "" for one of somebody else."""
        return self.labels.get("docker-to-ec2.address", "")

    @property
    def ip(self) -> str:
        """The IP of that address."""
        return located(self.address)[0]


class Mount(NamedTuple):
    """A mount of a container. `volume`: the name of the volume, "" for a path of the host."""

    volume: str
    source: str
    path: str
    writable: bool


class Inspected(NamedTuple):
    """The state of a container's main process; a paused one runs, too, and so does one that Docker waits to start again (`restarting`).
    `exit_code`: of its last exit; `grace`: seconds to stop. `health`:
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
    restarting: bool = False


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
