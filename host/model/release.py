"""What a release is, and how it is reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from host.model.doors import OPEN, Doors
from host.model.json import Json
from host.model.tls import NO_TLS, Tls


class Health(NamedTuple):
    """How a process is asked whether it is well. Times in seconds; `codes` such as `200-399,401`. `upstream` is what it speaks: http, h2c
    or https; `behind_tls`: a balancer before the proxy ends TLS, and the application is asked as that asks."""

    path: str
    codes: str
    host: str
    timeout: float
    interval: float
    upstream: str = "http"
    behind_tls: bool = False


class Process(NamedTuple):
    """One kind of container of a release. `secrets`: variable -> `ssm:/path` or `secretsmanager:name#key`; `options` are those of
    host/options.py; `docker` are parts of Docker's description, as the runner made them."""

    name: str
    port: int
    args: tuple[str, ...]
    env: Mapping[str, str]
    secrets: Mapping[str, str]
    volumes: tuple[str, ...]
    memory_bytes: int | None
    cpus: float | None
    options: Mapping[str, Any]
    docker: tuple[Json, ...]
    health: Health


class Route(NamedTuple):
    """How visitors reach a service: by a port of the host, and there by a name and the beginning of the path. Without `domains`, whatever
    name they use; `path` is `/` for all paths. `strip`: the application does not see the prefix. `upstream` is what the application speaks:
    http, h2c or https. `trusted`: the CIDRs of the balancers whose word on scheme and address of a visitor counts. `doors`: what a request has to
    pass on its way. `assets`: where the application, for a 404 below this path, is stood in for by the files of kept releases, "" for nowhere.
    `external`: visitors come by another proxy of this host, and by no other way."""

    port: int
    domains: tuple[str, ...]
    path: str
    strip: bool
    upstream: str
    trusted: tuple[str, ...]
    canary_header: str
    tls: Tls = NO_TLS
    doors: Doors = OPEN
    assets: str = ""
    external: bool = False


class Release(NamedTuple):
    """An image by digest with its configuration, deployable again. `document` is the JSON that it came as, and is kept as. `asset_files`:
    the folder of the container with what is served below `route.assets`."""

    name: str
    digest: str
    image: str
    login: str
    commit: str
    route: Route
    processes: tuple[Process, ...]
    document: Json
    asset_files: str = ""

    @property
    def web(self) -> Process:
        """The process that the proxy routes to."""
        return self.processes[0]


class Secret(NamedTuple):
    """A secret that was read. `version`: of a parameter its number, of a secret its version id."""

    value: str
    version: str
