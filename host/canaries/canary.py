"""The canary: a slot with a share of the traffic beside the live one, until it is promoted or aborted.

Its share is a number in a file in memory, which the proxy reads at each request: after a reboot no share is left.
"""

from __future__ import annotations

import os

from host import decide, docker, store
from host.edge import proxy, traffic
from host.model.failure import Failure
from host.model.release import Release, Web
from host.model.service import Canary
from host.release import slots
from host.run import Run, Snapshot, boot_clock, boot_id
from host.state.files import remove, write_volatile
from host.state.paths import Paths


class Ended(Failure):
    """The canary no longer exists; there is nothing to abort."""


def web_of(release: Release) -> Web:
    """How to ask for the release of a canary. No worker is one: there are no requests to share."""
    if not isinstance(release.kind, Web):
        raise AssertionError("a canary needs visitors")
    return release.kind


def set_share(paths: Paths, key: str, share: int) -> None:
    """Gives a canary `share` percent of the traffic. Without the file, no visitor gets the canary."""
    try:
        write_volatile(paths.split(key), decide.threshold(share))
    except OSError:
        if share != 0:
            raise
        remove(paths.split(key))


def share_is_set(paths: Paths, key: str) -> bool:
    """Whether a canary has a share."""
    return traffic.split(paths, key) not in ("", "0")


def renewed(canary: Canary) -> Canary:
    """The canary with its deadline renewed."""
    return canary._replace(boot=boot_id(), deadline=boot_clock() + canary.lease)


def is_overdue(canary: Canary) -> bool:
    """Whether the canary's observation is overdue."""
    return decide.overdue(canary, boot_id(), boot_clock())


def settle(run: Run, seen: Snapshot) -> bool:
    """Ends the canary of an interrupted run; returns whether there was one. A run without the lease does not know about other running
    ones: it leaves an attended canary, and raises `Failure` `concurrent-release`."""
    canary = store.load_canary(run.paths, run.key)
    if canary is None:
        if share_is_set(run.paths, run.key) or not os.path.exists(run.paths.split(run.key)):
            set_share(run.paths, run.key, 0)
        return False
    slot = slots.find(seen.slots, canary.slot)
    if not run.order.leased and not is_overdue(canary) and slot is not None and slot.running:
        raise Failure("concurrent-release", seen.live.release if seen.live else "")
    end(run, canary, "an interrupted run left it")
    return True


def end(run: Run, canary: Canary, why: str) -> None:
    """Ends an unattended canary: its traffic first, then the slot. One that received all traffic no longer counts."""
    set_share(run.paths, run.key, 0)
    run.say(f"ending the canary of {canary.release.name}: {why}")
    store.canary_ended(run.paths, run.key, canary.id, why)
    if traffic.live_address(run.paths, run.key) != canary.address:
        take_down(run, canary)
    close(run)


def take_down(run: Run, canary: Canary) -> None:
    """Removes the canary's slot, and restores the live release's route. No request outlives a boot, after which the proxy may be lost, too, and so
    nobody can tell how many are open."""
    if canary.boot == boot_id():
        traffic.drain(run.paths, canary.address, canary.drain_timeout, run.say)
    try:
        slots.stop(run, canary.slot, f"the canary of {canary.release.name}")
        docker.remove(run.docker, canary.slot)
    except docker.DockerError as error:
        run.say(f"removing the canary's container: {error.words}")
    if canary.earlier_route is not None:
        proxy.put_back(run, canary.earlier_route)


def close(run: Run) -> None:
    """Forgets the canary. This comes last: after a kill in between, the next one finishes the work."""
    set_share(run.paths, run.key, 0)
    store.forget_canary(run.paths, run.key)


def reading(run: Run, canary: Canary, health: str) -> dict[str, object]:
    """The data for the runner's verdict: the share, the canary's health (healthy, unhealthy, exited), and both tracks' counters."""
    return {"share": canary.share, "step": canary.step, "health": health, "counters": traffic.counters_now(run.paths, run.key)}
