"""Whether Docker's daemon is installed and set as the services need it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from host.docker.folders import DAEMON_FILE
from host.machine.facts.facts import Facts
from host.model.failure import Finding
from host.model.release import Process

SLOW_DRIVERS: Final = ("vfs", "native", "devicemapper")


def installed(facts: Facts) -> Iterator[Finding]:
    """Whether Docker is installed in a way in which containers can serve."""
    if any(option.startswith("name=rootless") for option in _security(facts)):
        yield Finding(
            "rootless",
            "Docker runs rootless: the network of its containers is not reachable",
            "Install Docker as root",
            True,
        )
    if str(facts.info.get("DockerRootDir")).startswith("/var/snap/"):
        # https://github.com/canonical/docker-snap/issues/188
        yield Finding(
            "snap",
            "Docker is installed as a snap, which gives no container files of the host, but the proxy needs its configuration",
            "Remove it (snap remove docker), and install Docker's package, for example: apt-get install docker.io",
            True,
        )


def _security(facts: Facts) -> tuple[str, ...]:
    return tuple(facts.info.get("SecurityOptions") or ())


def daemon(facts: Facts) -> Iterator[Finding]:
    """How the daemon is set."""
    swarm = (facts.info.get("Swarm") or {}).get("LocalNodeState") == "active"
    if not facts.info.get("LiveRestoreEnabled", True):
        yield _no_live_restore(swarm)
    if facts.info.get("Driver") in SLOW_DRIVERS:
        yield Finding(
            "storage-driver",
            f"the storage driver {facts.info['Driver']} is slow",
            f"Set storage-driver to overlay2 in {DAEMON_FILE}",
            False,
        )
    folders = _host_folders(facts.process) if any(option.startswith("name=userns") for option in _security(facts)) else ()
    if folders:
        yield Finding(
            "userns-remap",
            f"userns-remap: root in a container may not write to {', '.join(folders)}",
            "Use named volumes, or give the folders to the first id in /etc/subuid",
            False,
        )


def _no_live_restore(swarm: bool) -> Finding:
    hint = f'Add "live-restore": true to {DAEMON_FILE} and run: systemctl reload docker'
    return Finding(
        "live-restore",
        "live-restore is off: a restart of Docker stops the service",
        "Leave the swarm, which does not support it: docker swarm leave" if swarm else hint,
        False,
    )


def _host_folders(process: Process | None) -> tuple[str, ...]:
    parts = [volume.split(":") for volume in (process.volumes if process else ())]
    return tuple(part[0] for part in parts if part[0].startswith("/") and "ro" not in part[2:])
