"""From a healthy slot to the live one: cut over, prove it, watch it, and retire the previous one."""

from __future__ import annotations

import time
from typing import NamedTuple

from host import decide, docker, store
from host.canaries import canary
from host.checks import bake, health, healthcheck
from host.edge import proxy, traffic
from host.edge.pending import ready
from host.machine import oom
from host.model.container import Slot
from host.model.failure import Failure, of_disk
from host.model.release import Release, Route, Web, Worker
from host.model.service import ServiceState
from host.previews import asleep, may_sleep
from host.release import assets, doors, images, slots
from host.release.attempt import Attempt, has_digest
from host.run import Run, Snapshot, snapshot
from host.state.files import write
from host.workers import worker

VERIFY_TIMEOUT = 3
"""Seconds within which the proxy must serve the new slot."""


def proven(run: Run, release: Release, slot: Slot) -> bool:
    """The proof: through the proxy, from address to container to image to digest, with a healthy status, and not if
    the image's own HEALTHCHECK says unhealthy. A worker that was started only just must first prove itself."""
    kind = release.kind
    if isinstance(kind, Worker) and not worker.proves_itself(run, slot, kind):
        return False
    return _serving(run, release, slot).good and has_digest(run, slot.image, release.digest) and not healthcheck.unhealthy(run, slot.id)


class _Answer(NamedTuple):
    """What the proxy answered. `good`: the slot's own, healthy answer; `words`: what is wrong otherwise; `silent`: there was none."""

    good: bool
    words: str
    silent: bool


def _serving(run: Run, release: Release, slot: Slot) -> _Answer:
    kind = release.kind
    seen = traffic.readback(run.paths, kind.route, kind.health) if isinstance(kind, Web) else worker.seen(run, slot, kind)
    good = seen.address == slot.address and seen.good
    if not isinstance(kind, Web):
        return _Answer(good, f"{slot.name} is not the live one, or does not run", False)
    return _Answer(good, f"the proxy answered {seen.status} from {seen.address or 'nowhere'} instead of {slot.address}", seen.status == 0)


def serve(run: Run, attempt: Attempt, release: Release) -> None:
    """Gives the slot all traffic, and proves that it has it. Raises `Failure`."""
    ready.wait_for_certificates(run, release.route)
    run.step("cut-over")
    cut_over(run, attempt, release)
    run.step("verify")
    verify(run, attempt, release)
    attempt.served_after_ms = run.elapsed_ms()


def cut_over(run: Run, attempt: Attempt, release: Release) -> None:
    """The cut-over replaces the file from which the proxy reads the address at each request; if the new release has another route,
    it switches at the same time. Raises `Failure`."""
    slot = _slot(attempt)
    if not attempt.restarts:
        slots.keep_restarting(run, slot)
    if run.order.bake.time and isinstance(release.kind, Web):
        attempt.tally = bake.begun(run)
    earlier = proxy.stored_route(run.paths, run.key)
    if earlier == release.route:
        _name_live(run, attempt, slot)
    else:
        attempt.earlier_route = earlier
        if isinstance(earlier, Route) and not isinstance(release.kind, Web):
            doors.leave(run, earlier.doors)
        with proxy.switching(run, release.route, slot.address):
            _name_live(run, attempt, slot)
    attempt.rank(oom.LIVE)
    if attempt.canary:
        canary.close(run)
        attempt.canary = None


def _name_live(run: Run, attempt: Attempt, slot: Slot) -> None:
    try:
        write(run.paths.live(run.key), slot.address)
    except OSError as error:
        # The disk may have taken the new name and only failed to sync it: what the proxy reads counts.
        attempt.cut_over = traffic.live_address(run.paths, run.key) == slot.address
        raise of_disk(error, "the address of the new slot could not be written") from error
    attempt.cut_over = True
    asleep.mark_awake(run)


def verify(run: Run, attempt: Attempt, release: Release) -> None:
    """Waits until the proxy serves the slot. Restarts a proxy that was lost in the meantime."""
    slot = _slot(attempt)
    deadline = time.monotonic() + VERIFY_TIMEOUT
    restored = False
    while True:
        seen = _serving(run, release, slot)
        if seen.good and has_digest(run, slot.image, release.digest):
            return
        if seen.silent and not restored:
            restored = True
            proxy.restore(run, slot)
            deadline = time.monotonic() + VERIFY_TIMEOUT
        if not attempt.alive():
            raise health.exited(run.docker, slot.id)
        if time.monotonic() >= deadline:
            raise Failure("not-serving", seen.words)
        time.sleep(0.05)


def watch(run: Run, attempt: Attempt, release: Release) -> None:
    """The bake: the new slot has the traffic and is watched, while the old one still runs. Raises `Failure`."""
    if run.order.bake.time == 0:
        return
    run.step("bake")
    slot = _slot(attempt)
    attempt.cut_over = True
    bake.watch(run, slot, attempt.process.pid, release, attempt.tally)


def retire(run: Run, attempt: Attempt, release: Release) -> None:
    """Lets the old slot finish its requests, records the release as verified, stops the old slot, and removes what no rollback needs."""
    baseline = attempt.baseline
    if baseline:
        if baseline.visited:
            run.step("drain")
            traffic.drain(run.paths, baseline.address, run.order.drain_timeout, run.say)
        if not attempt.alive():
            raise health.exited(run.docker, _slot(attempt).id)
    run.step("record")
    record(run, release)
    try:
        tidy(run, attempt, release)
    except (docker.DockerError, OSError) as error:
        run.say(f"the next deploy stops and removes what is left: {error}")


def tidy(run: Run, attempt: Attempt, release: Release) -> None:
    """Stops the old slot, and removes what no rollback needs. The release is verified by now: no failure here reverts it."""
    if attempt.baseline:
        run.step("stop")
        slots.stop(run, attempt.baseline.id, attempt.baseline.name)
    run.step("prune")
    prune(run, snapshot(run), release.name, attempt.slot)


def record(run: Run, release: Release) -> None:
    """Records a new release after its bake. A rollback's target is recorded already: then all later releases are marked as left."""
    state = store.load_state(run.paths, run.key)
    if run.order.verb == "rollback":
        history = decide.returned_to(state.history, release.name)
        store.save_state(run.paths, run.key, state._replace(history=history))
        if store.load_release(run.paths, run.key, release.name) is None:
            store.save_release(run.paths, run.key, release)
        return
    history, forgotten = decide.appended(state.history, release.name)
    # Its position first: without its document it does not count yet, and a document without a position would count as the oldest.
    store.save_state(run.paths, run.key, state._replace(history=history))
    store.save_release(run.paths, run.key, release)
    store.forget(run.paths, run.key, forgotten)


def remember(run: Run, release: Release) -> None:
    """Settings of a verified release outside of its identity, such as the time limit of its health check, keep their latest values."""
    known = store.load_release(run.paths, run.key, release.name)
    if known is None or known.document["spec"] != release.document["spec"]:
        store.save_release(run.paths, run.key, release)


def prune(run: Run, seen: Snapshot, current: str, new: Slot | None) -> ServiceState:
    """Removes slots and images that no rollback needs."""
    plan = decide.pruning(seen.state, seen.slots, current, new, run.order.keep)
    slots.remove_slots(run, plan.gone)
    if run.order.verb != "rollback":
        # Pages of the abandoned release stay open for a while.
        assets.drop(run.paths, run.key, (slot for slot in seen.slots if slot not in plan.gone))
    slots.free_networks(run)
    return images.prune_images(run, seen.state, plan.kept)


def conclude(run: Run, release: Release) -> None:
    """The active release is written last: the next run continues an interrupted one."""
    state = store.load_state(run.paths, run.key)
    store.save_state(run.paths, run.key, state._replace(active=release.name))
    may_sleep.follow(run, release.route)
    if not isinstance(release.kind, Web):
        forget_certificate(run)
        proxy.stop_idle(run)
    elif release.kind.route.tls.source == "acme":
        keep_certificates(run, release.kind.route)


def forget_certificate(run: Run) -> None:
    """Removes the certificate of a service that has become a worker."""
    from host.certificates.secret_files import forget_own

    forget_own(run.paths, run.key)


def keep_certificates(run: Run, route: Route) -> None:
    """Stores certificates from an authority for the next host. A failure does not fail the release."""
    from host.certificates import kept

    try:
        found = kept.keep(run.paths, kept.names_of(run.key, route), run.order.region)
    except OSError as error:
        return run.say(f"the certificates could not be stored: {error}")
    for finding in found:
        run.tell(finding)


def _slot(attempt: Attempt) -> Slot:
    if attempt.slot is None:
        raise AssertionError("there is no slot to serve")
    return attempt.slot
