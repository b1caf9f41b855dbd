"""A release, and its route."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple, Union

from host.model.doors import OPEN, Doors
from host.model.json import Json
from host.model.tls import NO_TLS, Tls


class Health(NamedTuple):
    """The health check of a process. Times in seconds; `codes` such as `200-399,401`. `upstream`: its protocol: http, h2c
    or https; `behind_tls`: a balancer in front of the proxy terminates TLS, and the check looks like its requests."""

    path: str
    codes: str
    host: str
    timeout: float
    interval: float
    upstream: str = "http"
    behind_tls: bool = False


class Process(NamedTuple):
    """The container of a release. `secrets`: variable -> `ssm:/path` or `secretsmanager:name#key`; `options`: those of
    host/options.py; `docker`: parts of Docker's description, from the runner."""

    args: tuple[str, ...]
    env: Mapping[str, str]
    secrets: Mapping[str, str]
    volumes: tuple[str, ...]
    memory_bytes: int | None
    cpus: float | None
    options: Mapping[str, Any]
    docker: tuple[Json, ...]


class Route(NamedTuple):
    """How visitors reach a service: a port of the host, a name and a path prefix. Without `domains`, under
    any name; `path` is `/` for all paths. `strip`: the application does not see the prefix. `upstream`: the application's protocol:
    http, h2c or https. `trusted`: CIDRs of the balancers whose statements about scheme and address of a visitor count. `doors`: checks of a
    request. `assets`: below this path, files of kept releases replace the application's 404; "" for nowhere.
    `external`: visitors come through another proxy of this host, and in no other way. `sleep`: seconds without a request after which the service is
    stopped until the next one, 0 for never."""

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
    sleep: float = 0


class NoRoute(Enum):
    """In place of the route of a worker, which has no port: nobody visits it, and the proxy does not know it."""

    NONE = "none"


Reach = Union[Route, NoRoute]
"""How visitors reach a service, if they do."""


class Web(NamedTuple):
    """A service with visitors. `port`: of the application, in its container."""

    port: int
    route: Route
    health: Health


class Worker(NamedTuple):
    """A service without a port, such as a consumer of a queue. It proves itself by its image's HEALTHCHECK within `timeout` seconds, or without
    one by running for `settle` seconds. `alone`: it never runs beside another release, which therefore stops first."""

    settle: float
    timeout: float
    alone: bool


Kind = Union[Web, Worker]
Check = Union[Health, Worker]
"""How a release proves that it works."""


class Job(NamedTuple):
    """A command that runs to its end in a container of a release, as arguments of the image: the input `name`. `timeout` in seconds, by the input
    `<name>-timeout`."""

    name: str
    args: tuple[str, ...]
    timeout: float


class Release(NamedTuple):
    """An image by digest with its configuration, deployable again. `document`: the JSON in which it came, and is stored. `asset_files`:
    the folder in the container with the files below `route.assets`. `command`: runs before the release gets traffic."""

    name: str
    digest: str
    image: str
    login: str
    commit: str
    kind: Kind
    process: Process
    document: Json
    asset_files: str = ""
    command: Job | None = None

    @property
    def route(self) -> Reach:
        """How visitors reach it."""
        return self.kind.route if isinstance(self.kind, Web) else NoRoute.NONE

    @property
    def port(self) -> int | None:
        """Where its application listens; None for a worker."""
        return self.kind.port if isinstance(self.kind, Web) else None

    @property
    def check(self) -> Check:
        """How it proves that it works."""
        return self.kind.health if isinstance(self.kind, Web) else self.kind


class Secret(NamedTuple):
    """A secret's value. `version`: a parameter's number, or a secret's version id."""

    value: str
    version: str
