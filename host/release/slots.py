"""Slots: creating, starting, stopping and removing. Never touches the data in their volumes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Callable, NamedTuple

from host import decide, docker
from host.machine import blocks, network, walls
from host.model.container import Container, Image, Inspected, Life, Network, Slot
from host.model.failure import Failure, Finding
from host.model.release import Job, Release, Secret
from host.release import spec
from host.run import Run
from host.state.files import read, write
from host.state.locks import host_locked

KILLED = 137
"""The exit code of a killed process: 128 plus the number of SIGKILL."""
KILLED_HINT = "Raise stop-grace-period, or let the application end on its stop signal (stop-signal)"
TRIES = 3
"""Attempts to create a slot: somebody may clean up what it needs between two requests to Docker."""


class Wanted(NamedTuple):
    """What a new slot is created from."""

    release: Release
    image: Image
    secrets: Mapping[str, Secret]
    kept: tuple[spec.Volume, ...]
    job: Job | None = None
    """Not a slot, but the container of this job, which runs its command instead of the application."""


def address_file(run: Run) -> str:
    """The file with the last assigned address."""
    return f"{run.paths.service(run.key)}/last-address"


def slots_network(run: Run) -> Network:
    """The network for the service's new slots, created if it is missing. Raises `Failure`."""
    with host_locked(run.paths):
        return network.ensure(run.docker, run.key, run.order.network)


def free_networks(run: Run) -> None:
    """Removes networks that no slot of the service needs, such as one that overlaps addresses of the VPC."""
    if len(network.of_service(docker.networks(run.docker), run.key)) < 2:
        return
    with host_locked(run.paths):
        needed = [one.ip for one in docker.containers(run.docker)]
        for name in network.remove_idle(run.docker, run.key, [address for address in needed if address]):
            run.say(f"removed the network {name}")


def make(run: Run, wanted: Wanted, pull_again: Callable[[], object]) -> Slot:
    """A new running slot. Raises `Failure` with Docker's message; then there is none. Raises `DockerDown`; then there may be one.
    If somebody has cleaned up what it needs since the check, creates or pulls that again."""
    for tried in range(TRIES):
        slot = None
        try:
            slot = _create(run, wanted)
            docker.start(run.docker, slot.id)
            return slot._replace(life=Life.RUNNING)
        except docker.DockerError as error:
            with suppress(docker.DockerDown):
                if slot:
                    docker.remove(run.docker, slot.id)
            if isinstance(error, docker.DockerDown):
                raise
            if error.status != 404 or tried == TRIES - 1:
                raise Failure(docker.start_cause(error.words), error.words) from error
            run.say(f"something that the container needs disappeared; creating it again: {error.words}")
            pull_again()
    raise AssertionError("unreachable")


def _create(run: Run, wanted: Wanted) -> Slot:
    release = wanted.release
    net = slots_network(run)
    for volume in wanted.kept:
        if not volume.name.startswith("/"):
            docker.create_volume(run.docker, volume.name, {"docker-to-ec2.service": run.key})
    name = spec.job_name(run.key, wanted.job.name) if wanted.job else spec.slot_name(run.key, release.name)
    secrets = {variable: (secret.value, secret.version) for variable, secret in wanted.secrets.items()}
    with host_locked(run.paths):
        present = docker.containers(run.docker)
        _give_up_name(run, name, present)
        ip = _free_address(run, net, [address for one in present for address in (*one.addresses, one.ip)])
        _admit(run, present, ip if release.process.options.get("host-role") else "")
        described = spec.container(run.key, release, spec.Place(net.name, ip), wanted.kept, secrets)
        described = spec.of_job(described, wanted.job) if wanted.job else described
        identity = docker.create(run.docker, name, described)
    versions = {variable: secret.version for variable, secret in wanted.secrets.items()}
    return Slot(identity, name, release.name, release.digest, release.commit, wanted.image.id, ip, release.port, Life.OVER, versions)


def _admit(run: Run, present: Iterable[Container], ip: str) -> None:
    """The next owner of an address must not inherit an earlier slot's access to the host's role."""
    walls.admit(run.paths, filter(None, (*walls.opened(present), ip)))


def _free_address(run: Run, net: Network, taken: Iterable[str]) -> str:
    ip = blocks.next_address(net.subnet, read(address_file(run)).strip(), taken)
    write(address_file(run), ip)
    return ip


def _give_up_name(run: Run, name: str, present: Sequence[Container]) -> None:
    """An existing container of this release (kept, live, or one that Docker could not remove) gives up its name, and nothing else: the container
    with the next name can be the live one. Raises `Failure` if it belongs to somebody else."""
    holder = next((one for one in present if one.name == name), None)
    if holder is None:
        return
    if holder.labels.get("docker-to-ec2.service") != run.key:
        raise Failure("start-failed", f"the container {name} does not belong to this service; rename or remove it")
    taken = {one.name for one in present}
    was = decide.given_up(name)
    names = (was, *(f"{was}.{number}" for number in range(2, len(taken) + 2)))
    docker.rename(run.docker, holder.id, next(one for one in names if one not in taken))


def name_again(run: Run, slot: Slot) -> None:
    """Gives a slot its own name back, which an attempt that failed or was killed had taken. Logs a failure: the name has no effect."""
    name = spec.slot_name(run.key, slot.release)
    if not slot.name.startswith(decide.given_up(name)):
        return
    try:
        docker.rename(run.docker, slot.id, name)
    except docker.DockerError as error:
        run.say(f"{slot.name} keeps its name: {error.words}")


def stop(run: Run, identity: str, name: str) -> None:
    """Stops a slot within the grace period of its own release, and reports if Docker killed it. Docker no longer restarts it, not even
    after a reboot."""
    try:
        seen = docker.inspect(run.docker, identity)
        if seen is None:
            return
        began = time.monotonic()
        docker.stop(run.docker, identity, seen.grace)
        took = time.monotonic() - began
        after = docker.inspect(run.docker, identity)
    except docker.DockerDown:
        raise
    except docker.DockerError as error:
        run.say(f"stopping {name}: {error.words}")
        return
    if seen.running and after and after.exit_code == KILLED and took >= seen.grace:
        run.tell(Finding("killed", f"{name} did not stop within {seen.grace:g} s, and was killed", KILLED_HINT, False))


def still_runs(run: Run, slot: Slot) -> bool:
    """Whether a slot runs although it was stopped, such as one whose processes wait for a disk. Raises `DockerError`."""
    seen = docker.inspect(run.docker, slot.id)
    return seen is not None and seen.running


def remove_slot(run: Run, slot: Slot) -> None:
    """Removes a slot. A worker may be in the middle of something, whether or not it is live, so it first gets its stop signal, and its time to
    stop. Raises `DockerError`."""
    if not slot.visited and not slot.is_over:
        stop(run, slot.id, slot.name)
    docker.remove(run.docker, slot.id)


def remove_slots(run: Run, slots: Iterable[Slot]) -> None:
    """Removes slots; never their volumes. Logs a slot that Docker cannot remove, such as one with busy files, and continues."""
    for slot in slots:
        try:
            remove_slot(run, slot)
        except docker.DockerDown:
            raise
        except docker.DockerError as error:
            run.say(f"removing {slot.name}: {error.words}")


def remove_jobs(run: Run, present: Iterable[Container]) -> tuple[str, ...]:
    """Ends and removes what a killed order left of the service's jobs; returns what `removed` says of each. One that runs may be in the middle of a
    change of data, and gets the time to end well that a slot has. Raises `DockerError` if one still runs."""
    told = []
    for one in present:
        if spec.job_of(one, run.key):
            run.say(f"removing {one.name}, left by an interrupted attempt")
            stop(run, one.id, one.name)
            told.append(removed(run, one.id, one.name))
            run.say(told[-1])
    return tuple(told)


def removed(run: Run, identity: str, name: str) -> str:
    """Removes a container. Returns that; or what stays of it, because a file is busy: Docker never starts that again. Raises `DockerError`, also if
    it still runs."""
    try:
        docker.remove(run.docker, identity)
    except docker.DockerError as error:
        seen = docker.inspect(run.docker, identity)
        if seen and seen.running:
            raise
        return f"container {name} stays: {error.words}"
    return f"container {name}"


def keep_restarting(run: Run, slot: Slot) -> None:
    """From now on, Docker restarts the slot when it exits, and after a reboot. Raises `Failure`."""
    try:
        docker.set_restart_policy(run.docker, slot.id, "unless-stopped")
    except docker.DockerError as error:
        raise Failure("start-failed", f"Docker did not accept the restart policy: {error.words}") from error


def inspected(run: Run, slot: Slot) -> Inspected | None:
    """The state of a slot's main process; None if the slot is gone, or while Docker is down."""
    try:
        return docker.inspect(run.docker, slot.id)
    except docker.DockerError:
        return None


def pid_of(run: Run, slot: Slot) -> int:
    """The slot's main process; 0 if it does not run. Waits a moment for a daemon that is restarting."""
    seen = running(run, slot)
    return seen.pid if seen else 0


def running(run: Run, slot: Slot) -> Inspected | None:
    """The state of a running slot; None if it does not run. Waits a moment for a daemon that is restarting."""
    deadline = time.monotonic() + 10
    while True:
        try:
            seen = docker.inspect(run.docker, slot.id)
            return seen if seen and seen.running else None
        except docker.DockerDown:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.2)


def same_release(live: Slot | None, release: str) -> bool:
    """Whether the live slot belongs to this release, and runs."""
    return live is not None and live.running and live.release == release


def find(slots: Sequence[Slot], identity: str) -> Slot | None:
    """The slot with this container id."""
    return next((slot for slot in slots if slot.id == identity), None)
