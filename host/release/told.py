"""The result of an order for the runner."""

from __future__ import annotations

import time
from collections.abc import Mapping

from host import decide, docker
from host.canaries import canary
from host.machine.blocks import holds
from host.model.container import Slot
from host.model.doors import NOBODY
from host.model.failure import Finding
from host.model.release import Reach, Release, Route
from host.release.attempt import Attempt
from host.report import Result
from host.run import Run

ACCOUNTS = "basic-auth (input)"
"""Name for the version of the passwords' secret, beside those of variables."""


def served(run: Run, attempt: Attempt, release: Release, outcome: str, slot: Slot | None = None) -> Result:
    """The release is live."""
    slot = slot or attempt.slot
    _tell_network(run, slot)
    return Result(
        outcome,
        release=release.name,
        previous=attempt.previous,
        serving=release.digest,
        serving_release=release.name,
        health_code=attempt.health_code,
        findings=attempt.findings,
        served_after_ms=attempt.served_after_ms,
        secrets=_versions(attempt, release, slot),
        volumes=volumes_of(run, slot),
        document=decide.summary(release),
    )


def _tell_network(run: Run, slot: Slot | None) -> None:
    """Warns of a slot that stays outside of the wanted network: only a new container gets another address."""
    wanted, ip = run.order.network.subnet, slot.ip if slot else ""
    if wanted and ip and not holds(wanted, f"{ip}/32"):
        detail = f"the container of {run.key} keeps its address {ip}, which is outside of the network {wanted}"
        run.tell(
            Finding("network", detail, "The next release gets an address of it, and command: restart with this network moves it now", False)
        )


def _versions(attempt: Attempt, release: Release, slot: Slot | None) -> Mapping[str, str]:
    """Versions of secrets: by variable, or by input if they are not for the application."""
    accounts = release.route.doors.accounts if isinstance(release.route, Route) else NOBODY
    door = {ACCOUNTS: accounts.version} if accounts.lines else {}
    return {**(slot.secrets if slot else {}), **attempt.proxy_secrets.versions, **door}


def tell_certificates(run: Run, route: Reach) -> None:
    """Warns of certificates that are missing or expire soon."""
    if not isinstance(route, Route) or not route.tls.on:
        return
    from host.certificates import issued

    for finding in issued.findings(run.paths, run.key, route, time.time()):
        run.tell(finding)


def volumes_of(run: Run, slot: Slot | None) -> tuple[tuple[str, str], ...]:
    """What a slot writes to that outlives it: names of volumes or folders of the host, with the paths in the container."""
    try:
        present = docker.containers(run.docker)
    except docker.DockerError:
        return ()
    mounts = [mount for one in present if slot and one.id == slot.id for mount in one.mounts]
    return tuple((mount.volume or mount.source, mount.path) for mount in mounts if mount.writable)


def canary_begun(run: Run, attempt: Attempt, release: Release) -> Result:
    """A canary has started; the previous release still serves."""
    if attempt.canary is None or attempt.baseline is None or attempt.slot is None:
        raise AssertionError("there is no canary")
    return Result(
        "canary",
        release=release.name,
        previous=attempt.previous,
        serving=attempt.baseline.digest,
        serving_release=attempt.baseline.release,
        health_code=attempt.health_code,
        findings=attempt.findings,
        secrets=_versions(attempt, release, attempt.slot),
        canary=canary.reading(run, attempt.canary, "healthy"),
    )
