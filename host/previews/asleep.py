"""A service that sleeps: its live container is stopped on purpose, until the next visitor. Its live file and its route stay."""

from __future__ import annotations

from typing import Callable

from host import docker, store
from host.checks import health
from host.edge import traffic
from host.machine import oom
from host.model.container import Slot
from host.model.failure import Failure
from host.previews import unwoken
from host.release import slots
from host.run import Run, Snapshot, snapshot
from host.state.files import names_in, read, write, write_over
from host.state.paths import Paths

ASLEEP, AWAKE = "asleep", "awake"
DRAIN = 5.0
"""Seconds within which the last requests must end, or the service stays awake: nobody has come for long, so there are hardly any."""

Again = Callable[[Run, Snapshot], Slot]
"""Creates the live slot of a service again."""

GONE = (404, 409)
"""Docker's status if a container, or the network that it needs, is not there; and if Docker has removed the container, but for a file that was
busy."""


def is_asleep(paths: Paths, key: str) -> bool:
    """Whether the service sleeps."""
    return read(paths.sleep(key)).strip() == ASLEEP


def can_sleep(paths: Paths) -> bool:
    """Whether any service of the host sleeps, or can."""
    return any(name.endswith(".sleep") for name in names_in(f"{paths.state}/proxy/state"))


def put_to_sleep(run: Run, idle: Callable[[], bool]) -> bool:
    """Stops the live slot, unless somebody comes; returns whether it sleeps. From the first step on, the proxy holds new requests, and this waits
    for those before it, so none is lost. The caller holds the service's lock. Raises `DockerError`, `OSError`."""
    live = snapshot(run).live
    if live is None or not live.running or not live.visited:
        return False
    stops = False
    write(run.paths.sleep(run.key), ASLEEP)
    try:
        stops = traffic.drain(run.paths, live.address, DRAIN, run.say) and idle()
        if stops:
            slots.stop(run, live.id, live.name)
    finally:
        # If Docker does not tell, a visitor starts it again, which does no harm to one that runs.
        seen = slots.inspected(run, live) if stops else None
        if not stops or (seen and seen.running):
            write_over(run.paths.sleep(run.key), AWAKE)
    return is_asleep(run.paths, run.key)


def wake(run: Run, again: Again | None = None) -> None:
    """Starts the live slot, and lets visitors in once it is healthy. Can be repeated. The caller holds the service's lock.
    If that fails, it still sleeps, is stopped again, and its reason is stored. `again`: creates a slot that somebody has removed.
    Raises `Failure`, `DockerError`, `OSError`."""
    live = None
    try:
        seen = snapshot(run)
        live = seen.live
        live = _started(run, seen, again)
        _await(run, live)
    except Exception as error:
        unwoken.note(run, live, error)
        if live:
            slots.stop(run, live.id, live.name)
        raise
    mark_awake(run)


def _started(run: Run, seen: Snapshot, again: Again | None) -> Slot:
    """The live slot, or a new one if somebody has removed it or its network."""
    if seen.live:
        try:
            docker.start(run.docker, seen.live.id)
            return seen.live
        except docker.DockerError as error:
            if error.status not in GONE:
                raise
            run.say(error.words)
    if again is None:
        raise Failure("not-serving", "its container was removed from the host; deploy it again")
    return again(run, seen)


def _await(run: Run, live: Slot) -> None:
    pid = slots.pid_of(run, live)
    oom.rank(pid, oom.LIVE)
    release = store.load_release(run.paths, run.key, live.release)
    if release:
        health.wait(run, live, pid, release.check)


def wake_for_order(run: Run, seen: Snapshot, again: Again | None, wanted: str) -> Snapshot:
    """Wakes the service before an order changes it. If that fails, the order continues as after a crash of the live slot. `again`: as for `wake`.
    An order that replaces the live release with the `wanted` one does not depend on whether that wakes: visitors wait for the new one, or wake the
    earlier one if that fails."""
    if not is_asleep(run.paths, run.key):
        return seen
    if wanted and not _serves(seen, wanted) and not run.order.canary:
        run.say("the service sleeps; it wakes with its new release")
        return seen
    run.say("the service sleeps; waking it")
    try:
        wake(run, again)
    except (Failure, docker.DockerError, OSError) as error:
        run.say(f"it does not wake: {error}")
    return snapshot(run)


def _serves(seen: Snapshot, release: str) -> bool:
    return seen.live is not None and seen.live.release == release


def mark_awake(run: Run) -> None:
    """The slot with the traffic serves: nobody needs to be woken. Raises `OSError`."""
    if is_asleep(run.paths, run.key):
        write_over(run.paths.sleep(run.key), AWAKE)
        unwoken.forget(run.paths, run.key)
