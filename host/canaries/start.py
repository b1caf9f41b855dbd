"""Starts a canary: beside the live slot, with a switch that ends it if nobody observes it."""

from __future__ import annotations

import time

from host import store
from host.canaries import canary, dead_mans_switch
from host.edge import proxy, traffic
from host.edge.pending import ready
from host.model.container import Slot
from host.model.failure import Failure, of_disk
from host.model.order import CanaryPlan
from host.model.release import Release
from host.model.service import Canary
from host.release.attempt import Attempt
from host.run import Run
from host.state.files import write_volatile

PROOF_TIMEOUT = 4
"""Seconds within which the proxy must reach both tracks."""


def begin(run: Run, attempt: Attempt, release: Release, plan: CanaryPlan) -> None:
    """Gives a healthy slot its first share, once the proxy reaches it. Whatever ends this program from here on, the host ends the
    canary. Raises `Failure`."""
    slot = attempt.slot
    baseline = attempt.baseline
    if slot is None or baseline is None:
        raise AssertionError("a canary needs a live release next to it")
    route = canary.web_of(release).route
    ready.wait_for_certificates(run, route)
    attempt.earlier_route = proxy.ready(run, route)
    started = canary.renewed(
        Canary(
            id=run.order.id,
            release=release,
            slot=slot.id,
            address=slot.address,
            step=0,
            share=plan.share,
            since=int(time.time()),
            lease=plan.lease,
            boot="",
            deadline=0,
            earlier_route=attempt.earlier_route,
            drain_timeout=run.order.drain_timeout,
        )
    )
    try:
        write_volatile(run.paths.canary_address(run.key), slot.address)
        store.save_canary(run.paths, run.key, started)
        attempt.canary = started
        dead_mans_switch.arm(run, started.id)
        # Only requests with the header get the canary.
        write_volatile(run.paths.split(run.key), "00000000")
    except OSError as error:
        raise of_disk(error, "the canary could not be stored") from error
    _prove_both(run, attempt, release, baseline)
    if plan.share:
        canary.set_share(run.paths, run.key, plan.share)


def _prove_both(run: Run, attempt: Attempt, release: Release, baseline: Slot) -> None:
    """Waits until both tracks answer correctly: the canary for requests with the header, the baseline for all others. For some seconds, the
    proxy remembers that an earlier canary refused connections."""
    deadline = time.monotonic() + PROOF_TIMEOUT
    while True:
        words = _wrong_track(run, release, attempt.slot, baseline)
        if not words:
            return
        if not attempt.alive() or time.monotonic() >= deadline:
            raise Failure("not-serving", words)
        time.sleep(0.2)


def _wrong_track(run: Run, release: Release, slot: Slot | None, baseline: Slot) -> str:
    _, route, check = canary.web_of(release)
    to_canary = traffic.readback(run.paths, route, check, (route.canary_header, "always"))
    wanted = slot.address if slot else ""
    if to_canary.address != wanted or not to_canary.good:
        return f"the proxy answered {to_canary.status} from {to_canary.address or 'nowhere'} instead of {wanted}"
    others = traffic.readback(run.paths, route, check)
    if others.address != baseline.address:
        return f"the proxy answered from {others.address or 'nowhere'} instead of {baseline.address}"
    return ""
