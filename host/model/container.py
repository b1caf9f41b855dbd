"""What Docker tells of containers, images and networks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Slot(NamedTuple):
    """One container of a release as Docker tells of it. `address`: `IP:PORT`; `secrets`: versions by variable; `image`: an image id."""

    id: str
    name: str
    release: str
    process: str
    digest: str
    commit: str
    image: str
    address: str
    running: bool
    secrets: Mapping[str, str]


class Container(NamedTuple):
    """Any container of this host. `state` is Docker's word: created, running, exited ...; `addresses` on all of its networks."""

    id: str
    name: str
    state: str
    image: str
    labels: Mapping[str, str]
    addresses: tuple[str, ...]
    mounts: tuple[Mount, ...]


class Mount(NamedTuple):
    """A place of a container's files. `volume`: the name of the volume, "" for a path of the host."""

    volume: str
    source: str
    path: str
    writable: bool


class Inspected(NamedTuple):
    """The state of a container's main process. `exit_code` is of its last end; `grace` the seconds that it may take to stop. `health` is
    what Docker says by the image's HEALTHCHECK: starting, healthy, unhealthy, or "" where there is none; `checked` is how that ended last."""

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


class Checked(NamedTuple):
    """One run of an image's HEALTHCHECK."""

    exit_code: int
    output: str


class Image(NamedTuple):
    """An image of this host. `digests` are `registry/repository@sha256:...`; `volumes` the paths that its VOLUME lines name; `first_check`
    is how many seconds after the start its HEALTHCHECK runs at the earliest, 0 where it has none."""

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
