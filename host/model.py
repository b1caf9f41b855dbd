"""What the program knows: frozen records, and nothing that acts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Json = Mapping[str, Any]


class Failure(Exception):
    """An order that cannot be carried out. `cause` is one of the runner's causes; `detail` names the setting or resource. What else is
    known of it: the exit code of the container, the status of the last health check with the beginning of its body, the ports that are
    open, and what was found about the host."""

    def __init__(
        self,
        cause: str,
        detail: str = "",
        *,
        exit_code: int | None = None,
        health_code: int | None = None,
        ports: tuple[int, ...] = (),
        body: str = "",
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail
        self.exit_code = exit_code
        self.health_code = health_code
        self.ports = ports
        self.body = body
        self.findings = findings


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
    http, h2c or https. `trusted`: the CIDRs of the balancers whose word on scheme and address of a visitor counts."""

    port: int
    domains: tuple[str, ...]
    path: str
    strip: bool
    upstream: str
    trusted: tuple[str, ...]
    canary_header: str


class Release(NamedTuple):
    """An image by digest with its configuration, deployable again. `document` is the JSON that it came as, and is kept as."""

    name: str
    digest: str
    image: str
    login: str
    commit: str
    route: Route
    processes: tuple[Process, ...]
    document: Json

    @property
    def web(self) -> Process:
        """The process that the proxy routes to."""
        return self.processes[0]


class Secret(NamedTuple):
    """A secret that was read. `version`: of a parameter its number, of a secret its version id."""

    value: str
    version: str


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


class Finding(NamedTuple):
    """Something about the host that is in the way (`fatal`) or that somebody should know of; `hint` says what to do."""

    name: str
    detail: str
    hint: str
    fatal: bool


class Bake(NamedTuple):
    """How a new release is watched after the cut-over. `time` in seconds, 0 is not at all; `max_error_share` 0 to 1."""

    time: float
    min_requests: int
    max_error_share: float


class CanaryPlan(NamedTuple):
    """`share` in percent; `lease` is the number of seconds after which a canary that nobody attends to is ended."""

    share: int
    lease: float


class ProxyPlan(NamedTuple):
    """The proxy's image, and the registry that the host logs in to for it ("" for a public one). `given`: somebody asked for this one."""

    image: str
    login: str
    given: bool = False


class NetworkPlan(NamedTuple):
    """`subnet` is the wanted CIDR, or None for one that is free; `avoid` are those that the VPC and its routes use."""

    subnet: str | None
    avoid: tuple[str, ...]


class Order(NamedTuple):
    """What the runner asks for. Times in seconds. A field that the verb does not need has its default; `now` is the
    runner's clock when it was sent, in seconds since the epoch, 0 where it does not tell; `token` is the one of the run's lease."""

    verb: str
    id: str
    service: str
    region: str
    run_url: str
    lock_timeout: float
    release_name: str = ""
    release: Release | None = None
    image_bytes: int = 0
    base: tuple[str, ...] = ()
    leased: bool = True
    keep: int = 3
    drain_timeout: float = 30
    bake: Bake = Bake(0, 20, 1)
    canary: CanaryPlan | None = None
    proxy: ProxyPlan = ProxyPlan("", "")
    network: NetworkPlan = NetworkPlan(None, ())
    hosts: int = 1
    volume_data: tuple[str, ...] = ()
    action: str = ""
    canary_id: str = ""
    share: int = 1
    step: int = 0
    cause: str = ""
    detail: str = ""
    now: float = 0
    token: int = 0


class History(NamedTuple):
    """The verified releases, oldest first, in the order of their verification and not by a clock; `left` are those rolled back from."""

    releases: tuple[str, ...]
    left: frozenset[str]


class ServiceState(NamedTuple):
    """What is kept of a service between orders. `active` was verified last; `pulled` are images that may be removed some day."""

    active: str
    history: History
    pulled: tuple[str, ...]


class Canary(NamedTuple):
    """A canary that runs. `since` is seconds since the epoch; `boot` and `deadline` (seconds of the boot clock) say when it is overdue."""

    id: str
    release: Release
    slot: str
    address: str
    step: int
    share: int
    since: int
    lease: float
    boot: str
    deadline: float
    earlier_route: Route | None
    drain_timeout: float
