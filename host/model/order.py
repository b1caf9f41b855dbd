"""What the runner asks for."""

from __future__ import annotations

from typing import NamedTuple

from host.model.release import Job, Release


class Bake(NamedTuple):
    """How a new release is watched after the cut-over. `time` in seconds, 0 is not at all; `max_error_share` 0 to 1."""

    time: float
    min_requests: int
    max_error_share: float


class CanaryPlan(NamedTuple):
    """`share` in percent; with 0, only visitors who ask for the canary get it. `lease`: seconds after which the host ends an unobserved canary."""

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
    certificate_timeout: float = 120
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
    seed: Job | None = None
    lines: int = 200
    since: float = 0
    """Of each container's log: how many lines at most, and how many seconds it reaches back; 0 is as far as it goes."""
    release_command: str = "skip"
    """Whether to `run` the release's command before its slot, to run it and do nothing else (`only`), or to `skip` it."""
