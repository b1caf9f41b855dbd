"""Evidence of a failure, collected before anything is removed."""

from __future__ import annotations

import os

from host import docker
from host.model.container import Slot
from host.model.failure import Failure
from host.report import Evidence
from host.run import Run
from host.state.files import read

TAIL = 100
"""Lines of the container's log."""
WITHHELD = "(withheld: Docker does not show the values of the container's secrets, so they could not be masked)"
LOG_BYTES = 65_536
"""More than is shown: secrets are masked before the log is cut."""


def gather(run: Run, slot: Slot | None, failure: Failure) -> Evidence:
    """The container's last lines, the health check's answer, disk and memory of the host. Withholds what may contain an unknown secret, which
    cannot be masked. Tells if containers get no answer from beyond the host, such as from a database: that may be why."""
    tell_cut_off(run)
    if not learn_secrets(run, slot):
        return Evidence(logs=WITHHELD, health=WITHHELD if failure.body else "", host=host_text(run))
    return Evidence(logs=_logs(run, slot), health=failure.body, host=host_text(run))


def tell_cut_off(run: Run) -> None:
    """Tells if the traffic of the service's containers no longer leaves the host."""
    from host.machine import network
    from host.machine.facts import facts
    from host.machine.fit import fit

    try:
        mine = network.of_service(docker.networks(run.docker._replace(patience=0.0)), run.key)
    except docker.DockerError:
        return
    subnets = facts.subnets_cut_off(mine)
    if subnets:
        run.tell(fit.cut_off(subnets))


def learn_secrets(run: Run, slot: Slot | None) -> bool:
    """Masks the values of a slot's secrets, even if this order did not create the slot. Returns whether they are known."""
    if slot is None or not slot.secrets:
        return True
    try:
        seen = docker.inspect(run.docker, slot.id)
    except docker.DockerError:
        seen = None
    env = dict(one.partition("=")[::2] for one in seen.env) if seen else {}
    run.keep_secret([env[name] for name in slot.secrets if name in env])
    return bool(run.secret_values)


def _logs(run: Run, slot: Slot | None) -> str:
    if slot is None:
        return ""
    try:
        return docker.logs(run.docker, slot.id, TAIL, LOG_BYTES)
    except docker.DockerError as error:
        return f"(the container's log cannot be read: {error.words})"


def host_text(run: Run) -> str:
    """Disk and memory of the host, a line each."""
    disks = [_disk(path) for path in dict.fromkeys(("/", *_docker_folders(run), run.paths.state)) if os.path.isdir(path)]
    memory = dict(line.split(":", 1) for line in read("/proc/meminfo").splitlines() if ":" in line)
    wanted = ("MemTotal", "MemAvailable", "SwapFree")
    return "\n".join([*disks, *(f"{name}: {memory[name].strip()}" for name in wanted if name in memory)])


def _docker_folders(run: Run) -> tuple[str, ...]:
    """Where Docker keeps its data, or usually keeps it if it does not answer."""
    try:
        folders = docker.folders_of(docker.info(run.docker._replace(patience=0.0)))
    except docker.DockerError:
        return ("/var/lib/docker",)
    return (folders.root, folders.images)


def _disk(path: str) -> str:
    disk = os.statvfs(path)
    free, size = disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize
    return f"{path}: {free // 1_000_000} of {size // 1_000_000} MB are free, {disk.f_favail} of {disk.f_files} inodes"
