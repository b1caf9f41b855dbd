"""Facts about a host, read in a few milliseconds without changing anything."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import NamedTuple

from host import docker
from host.edge.routes.route import own_ports, ports
from host.edge.stored import gather as gather_routes
from host.machine.facts.disks import Disk, Lost, disks_of, lost_data
from host.machine.facts.kit import Kit, kit_for
from host.machine.facts.memory import Memory, measured
from host.machine.network import IpRoute, routes_of
from host.model.container import Network
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import NetworkPlan
from host.model.release import Process, Release, Route
from host.run import Run, Snapshot
from host.state.files import read


class Clock(NamedTuple):
    """Seconds by which the host's clock is ahead of another one. Not exact: the order may have waited."""

    ahead: float
    source: str
    exact: bool


class Facts(NamedTuple):
    """The facts to judge. `key`: the service's; `process`: the container of the ordered release, if there is one; `shut_port`: one that the firewall
    blocks, 0 for none or unknown; likewise `breach`, a problem with the walls; `cut_off`: subnets of slots from which nothing beyond the host can be
    reached."""

    verb: str
    key: str
    volume_data: tuple[str, ...]
    info: Json
    disks: tuple[Disk, ...]
    lost: Lost | None
    process: Process | None
    networks: tuple[Network, ...]
    plan: NetworkPlan
    routes: tuple[IpRoute, ...]
    shut_port: int
    breach: str
    cut_off: tuple[str, ...]
    clock: Clock | None
    needs_aws: bool
    memory: Memory
    kit: Kit


def gather(run: Run, found: Snapshot, release: Release | None, *, ask_firewall: bool = False) -> Facts:
    """Reads the facts about the host for the ordered release. Raises `DockerError`.

    Checks the firewall for a port that is new on this host, and otherwise only on request: its tools are slow.
    """
    asked = run.info_begun()
    process = release.process if release else None
    needs_aws = bool(release and (release.process.secrets or release.login))
    networks = docker.networks(run.docker)
    return Facts(
        verb=run.order.verb,
        key=run.key,
        volume_data=run.order.volume_data,
        lost=lost_data(run, found),
        process=process,
        networks=networks,
        plan=run.order.network,
        routes=routes_of(read("/proc/net/route")),
        shut_port=next((port for port in _ports(release) if _is_shut(run, port, ask_firewall)), 0),
        breach=_breach(run) if ask_firewall else "",
        cut_off=subnets_cut_off(networks) if ask_firewall else (),
        clock=_clock(run.order.now, needs_aws),
        needs_aws=needs_aws,
        memory=measured(run, found, process),
        info=(info := asked()),
        disks=disks_of(docker.folders_of(info), read("/proc/self/mountinfo")),
        kit=kit_for(info, process),
    )


def _ports(release: Release | None) -> tuple[int, ...]:
    return own_ports(release.route) if release and isinstance(release.route, Route) else ()


def _clock(now: float, needs_aws: bool) -> Clock | None:
    ahead = _ahead_of_aws() if needs_aws else None
    if ahead is not None:
        return Clock(ahead, "the metadata service", True)
    return Clock(time.time() - now, "the runner", False) if now else None


def _ahead_of_aws() -> float | None:
    from host.aws.imds import clock_skew

    return clock_skew()


def subnets_cut_off(networks: Iterable[Network]) -> tuple[str, ...]:
    """The subnets among those of slots whose traffic no longer leaves the host."""
    from host.machine import firewall

    return firewall.cut_off([network.subnet for network in networks if network.subnet])


def _breach(run: Run) -> str:
    from host.machine import walls

    try:
        return "rules of the packet filter are missing" if walls.breached(run.paths) else ""
    except Failure as failure:
        return failure.detail


def _is_shut(run: Run, port: int, ask_firewall: bool) -> bool:
    from host.machine import firewall

    return (ask_firewall or _is_new(run, port)) and firewall.shuts(port)


def _is_new(run: Run, port: int) -> bool:
    """Whether no service of this host uses this port yet."""
    return port not in ports(gather_routes(run.paths, {}).routes)
